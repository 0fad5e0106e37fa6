"""Every sentence that people see, in both languages.

`vi.toml` and `en.toml` hold the same keys with the same places to fill (`{name}`); a test holds
them to it. Code asks for `words("cli.removed", id=…)`. What fills a place is plain text;
`{count:report|reports}` is the word that goes with the number.
"""

import errno
import os
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from archive.errors import XddError

LANGUAGES = ("vi", "en")
_SAID = {os.strerror(number): name for number, name in errno.errorcode.items()} | {
    "Name or service not known": "no-server",
    "nodename nor servname provided": "no-server",
    "Temporary failure in name resolution": "no-server",
    "timed out": "too-slow",
    "HTTP Error 404": "not-there",
    "HTTP Error 403": "forbidden",
    "HTTP Error 5": "server-fault",
    "no host given": "no-host",
    "CERTIFICATE_VERIFY_FAILED": "certificate",
    "no front matter": "no-front",
    "the front matter has no end": "no-front-end",
    "codec can't decode": "not-utf8",
}
"""What systems say, and the name of its sentence under `because`."""


class _Numbered(string.Formatter):
    """Fills `{count:report|reports}` with the word for one, or for any other number."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, several, many = format_spec.partition("|")
        if not several:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many


_NUMBERED = _Numbered()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The sentences of one language, by dotted key."""

    language: str
    sentences: Mapping[str, str]

    def __call__(self, key: str, /, **facts: object) -> str:
        """The sentence `key` with its places filled; raises KeyError for an unknown one."""
        sentence = self.sentences[key]
        if "why" in facts:
            facts["why"] = self._because(str(facts["why"]))
        return (
            _NUMBERED.vformat(sentence, (), facts) if "|" in sentence else sentence.format(**facts)
        )

    def has(self, key: str) -> bool:
        """Is there a sentence `key`?"""
        return key in self.sentences

    def error(self, error: XddError) -> str:
        """`error` in words: what, where, what to do, on one line."""
        return self(f"error.{error.code}", **error.facts).replace("\n", " ")

    def _because(self, why: str) -> str:
        """What the system says, which is in English, in the person's language where it is known."""
        known = (key for said, key in _SAID.items() if said in why and self.has(f"because.{key}"))
        return next((self(f"because.{key}") for key in known), why)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of `language`, one of LANGUAGES."""
    tables = tomli.loads(files(__name__).joinpath(f"{language}.toml").read_text("utf-8"))
    return Catalogue(language, dict(_flat(tables)))


def _flat(table: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    pairs = []
    for name, value in table.items():
        if isinstance(value, str):
            pairs.append((prefix + name, value))
        else:
            pairs += _flat(value, f"{prefix}{name}.")
    return pairs
