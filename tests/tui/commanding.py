"""Giving commands in tests, and what they leave behind."""

import json
from collections.abc import Callable
from typing import Any, NamedTuple

SONG_LINH = "Ban Tổ chức Tỉnh ủy Sông Linh"


class Said(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Said]
