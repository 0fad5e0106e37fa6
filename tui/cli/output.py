"""Standard output: data alone, as JSON or as plain lines.

Report text is written as it is kept, which holds no control characters; what comes from elsewhere
(names of files) is cleaned before it reaches a terminal.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from archive.importing.cleaning import clean


def print_json(value: Mapping[str, Any]) -> None:
    """One object on one line, Vietnamese letters as they are."""
    sys.stdout.write(json_line(value))


def json_line(value: Mapping[str, Any]) -> str:
    """One object as a line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


def print_lines(lines: Iterable[str]) -> None:
    """Lines of text for a person."""
    for line in lines:
        sys.stdout.write(clean(line) + "\n")
