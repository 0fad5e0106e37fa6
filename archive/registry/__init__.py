"""The facts that reading looks things up in, as TOML beside this module: data, not code.

Each file opens with a comment on what its tables mean. A file is parsed when it is first asked
for, so that a command pays only for what it reads.
"""

from functools import cache
from importlib import resources
from typing import Any

import tomli


@cache
def load(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml`; callers share one dict and leave it as it is.

    Raises FileNotFoundError for a name that the registry does not hold.
    """
    return tomli.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
