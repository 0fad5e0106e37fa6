"""The recorded run: the items that were read wrong when it was made; all others were right.

Keeping what is wrong, not what is right, keeps the file short and its every line a thing to mend.
"""

from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).parent / "wrong.txt"


def load() -> set[str]:
    """The items that the recorded run read wrong."""
    return set(FILE.read_text("utf-8").splitlines())


def save(now: Mapping[str, bool]) -> None:
    """Record the run `now`."""
    wrong = sorted(item for item, right in now.items() if not right)
    FILE.write_text("".join(f"{item}\n" for item in wrong), "utf-8")


def lost(wrong: set[str], now: Mapping[str, bool]) -> list[str]:
    """What is read wrong now and was not when recorded."""
    return sorted(item for item, right in now.items() if not right and item not in wrong)


def gained(wrong: set[str], now: Mapping[str, bool]) -> list[str]:
    """What was read wrong when recorded and is not any more."""
    return sorted(item for item in wrong if now.get(item, True))
