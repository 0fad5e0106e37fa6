"""The command line."""

import json
from pathlib import Path

from archive.importing import load
from archive.reading import read
from archive.record import to_record


def run(argv: list[str]) -> int:
    """Interim: `extract FILE… --json` alone, until the commands stand."""
    for name in argv[1:]:
        if not name.startswith("-"):
            for source in load(Path(name)):
                print(json.dumps(to_record(read(source)), ensure_ascii=False))  # noqa: T201
    return 0
