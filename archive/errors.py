"""What can go wrong, as a tree::

    XddError
    ├── InputError            what was given cannot be used        (exit status 2)
    │   ├── UnreadableSource    a file or address that yields no report
    │   ├── UnknownReport       an id, prefix or BODY@PERIOD that nothing answers to
    │   ├── AmbiguousReport     a prefix that several reports answer to
    │   ├── WrongCorrection     what a field cannot be, or words that the text does not have
    │   └── SettingsError       config.toml or an option says what cannot be
    ├── ArchiveError          the archive cannot do what is asked  (exit status 2)
    │   ├── ArchiveLocked       another program is writing
    │   ├── ArchiveUnwritable   the folder does not take the file
    │   └── ArchiveReadOnly     the bundled sample is not to be changed
    └── DamageError           what is kept is not as it should be  (exit status 3)
        ├── ArchiveDamaged      a report's file or the archive's own is broken
        ├── ArchiveTooNew       written by a later version of this program
        └── IndexDamaged        the index could be neither read nor rebuilt

An error carries a code and the facts; the words people see are in the catalogue of the layer
above, under `error.<code>`, in both languages. `str(error)` is for developers.
"""

import re
from typing import ClassVar


class XddError(Exception):
    """The root: `code` names the message in the catalogue, `facts` fill its places."""

    status: ClassVar[int] = 2

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(f"{code}: {facts}")
        self.code = code
        self.facts = facts


class InputError(XddError):
    """What was given cannot be used."""


class UnreadableSource(InputError):
    """A file or address that yields no report. Codes: `no-file`, `not-text`, `empty`, `too-large`,
    `unknown-format`, `unknown-scheme`, `bad-line`, `bad-query`, `broken-gzip`, `is-folder`,
    `unreadable`.
    """


class UnknownReport(InputError):
    """An id, a prefix of one, or BODY@PERIOD that nothing answers to."""


class AmbiguousReport(InputError):
    """A prefix that several reports answer to."""


class WrongCorrection(InputError):
    """What a field cannot be. Codes: `no-field`, `wrong-day`, `wrong-period`, `wrong-choice`,
    `long-value`, `no-task`, `no-item`, `no-passage`, `no-pair`.
    """


class SettingsError(InputError):
    """config.toml or an option says what cannot be."""


class ArchiveError(XddError):
    """The archive cannot do what is asked."""


class ArchiveLocked(ArchiveError):
    """Another program is writing; `facts` says which and since when."""


class ArchiveUnwritable(ArchiveError):
    """The folder does not take the file."""


class ArchiveReadOnly(ArchiveError):
    """The bundled sample is not to be changed."""


class DamageError(XddError):
    """What is kept is not as it should be."""

    status = 3


class ArchiveDamaged(DamageError):
    """A report's file, or the archive's own, is broken."""


class ArchiveTooNew(DamageError):
    """The archive was written by a later version of this program."""


class IndexDamaged(DamageError):
    """The index could be neither read nor rebuilt."""


_PLACE = re.compile(r"line (\d+), column (\d+)")


def stopped_at(error: Exception, text: str, *, before: int = 0) -> str:
    """Where a parser stopped in `text`, as line:column, for its own words are English; `before` it
    stand so many lines of the file. What else went wrong says so itself.
    """
    said = str(error)
    if place := _PLACE.search(said):
        return f"{int(place[1]) + before}:{place[2]}"
    if "end of document" in said:
        lines = text.split("\n")
        return f"{len(lines) + before}:{len(lines[-1]) + 1}"
    return said or type(error).__name__
