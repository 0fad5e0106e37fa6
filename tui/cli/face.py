"""What every command is given: the settings, the words, and the library when it is first used."""

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from archive.errors import UnknownReport, UnreadableSource
from archive.report import Report
from tui.catalogue import Catalogue
from tui.config import Settings
from tui.library import Library
from tui.library.sample import has_archive
from tui.widgets.signs import in_ascii


@dataclass(frozen=True)
class Face:
    """The command line's side of the program."""

    settings: Settings
    catalogue: Catalogue
    explicit_archive: bool = False

    @cached_property
    def library(self) -> Library:
        """The archive that the commands read; people are told when it is the sample."""
        library = Library.open(self.settings, must_exist=self.explicit_archive)
        if library.is_sample:
            self.tell(self.catalogue("cli.on-sample"))
        return library

    @property
    def has_own(self) -> bool:
        """Has the person an archive of their own?"""
        return has_archive(self.settings.archive)

    @cached_property
    def own_library(self) -> Library:
        """The person's own archive, started now where there is none yet."""
        return Library.own(self.settings)

    @cached_property
    def searchable(self) -> Library:
        """The library with its index brought up to date; people are told what it lacks."""
        from tui.cli.progress import PATIENCE, progress

        with progress(self.catalogue("cli.indexing"), after=PATIENCE) as show:
            self.library.update(show)
        self.tell_troubles()
        return self.library

    def tell_troubles(self) -> bool:
        """Tell what the last update had to do without; were there reports among it?"""
        from tui.library.mending import troubles

        told = list(troubles(self.library))
        for trouble in told:
            self.tell(self.catalogue(trouble.key, **trouble.facts))
        return any(trouble.key == "cli.left-out" for trouble in told)

    def report(self, name: str) -> Report:
        """The report that `name` means: a file's path, an id, a prefix, or BODY@PERIOD.

        Raises UnreadableSource, UnknownReport or AmbiguousReport.
        """
        path = Path(name)
        if path.is_file():
            return _read(path)
        library = self.searchable if "@" in name else self.library
        try:
            return library.report(library.resolve(name))
        except UnknownReport as error:
            # An id has neither separator nor ending.
            if error.code == "no-report" and path.exists():
                return _read(path)  # a pipe, or a folder, which is told to be one
            if error.code == "no-report" and (os.sep in name or path.suffix[1:].isalnum()):
                raise UnreadableSource("no-file", path=name) from None
            raise

    def reports(self, *names: str) -> list[Report]:
        """The reports that `names` mean; raises as `report` does, of all names that mean none."""
        found, missing = [], []
        for name in names:
            try:
                found.append(self.report(name))
            except UnknownReport as error:
                if error.code != "no-report":
                    raise
                missing.append(name)
        if missing:
            raise UnknownReport("no-report", name=", ".join(missing))
        return found

    def tell(self, sentence: str) -> None:
        """Say something that is not data."""
        click.echo(self.shown(sentence), err=True)

    def shown(self, text: str) -> str:
        """`text` as the person's terminal has letters for."""
        return in_ascii(text) if self.settings.ascii else text


def _read(path: Path) -> Report:
    from archive.importing import load
    from archive.reading import read

    return read(next(load(path)))
