"""Bringing reports into an archive: sources to reports to the store, the good ones all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from archive.errors import XddError

if TYPE_CHECKING:
    from archive.store import Store


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of what was brought in: ids, and for the refused their name and why.

    `interrupted`: somebody broke off; what is named was kept by then, the rest was not looked at.
    `flawed` names the sources of those that came in though letters of them do not read.
    """

    added: tuple[str, ...]
    updated: tuple[str, ...]
    same: tuple[str, ...]
    refused: tuple[tuple[str, XddError], ...]
    interrupted: bool = False
    flawed: tuple[str, ...] = ()


def bring_in(
    store: "Store", paths: Iterable[Path | str], progress: Callable[[int, int], None]
) -> Intake:
    """Keep the reports in `paths`: files, folders of them, addresses.

    `progress` is told how many reports were looked at; how many there are is not known before the
    end (0). Ctrl+C ends it with what was kept by then. Raises ArchiveError when nothing more can be
    kept.
    """
    from archive.importing import Refused, sources
    from archive.importing.decoding import STRAY
    from archive.readers import readings

    kept: dict[str, list[str]] = {"added": [], "updated": [], "same": []}
    refused: list[tuple[str, XddError]] = []
    flawed: list[str] = []
    interrupted = False
    try:
        with store.batch():
            for done, (source, report, ready) in enumerate(readings(sources(paths)), 1):
                if isinstance(source, Refused):
                    refused.append((source.name, source.error))
                elif report:
                    outcome = store.add(report, source, ready)
                    kept[outcome.verdict].append(outcome.id)
                    if STRAY in source.text and outcome.verdict != "same":
                        flawed.append(source.name)
                progress(done, 0)
    except KeyboardInterrupt:
        interrupted = True
        # What was on its way to the disk at that moment did not come to stay.
        kept = {verdict: [one for one in ids if store.has(one)] for verdict, ids in kept.items()}
    added, updated, same = (tuple(ids) for ids in kept.values())
    return Intake(added, updated, same, tuple(refused), interrupted, tuple(flawed))


def count(paths: Iterable[Path | str]) -> int:
    """How many reports are in `paths`, about: lines of collections, files and addresses."""
    from archive.importing import count as count_in

    return sum(map(count_in, paths))


def any_readable(paths: Iterable[Path | str]) -> bool:
    """Is there a report in `paths`? Nothing is looked at beyond the first."""
    from archive.importing import Refused, sources

    return any(not isinstance(source, Refused) for source in sources(paths))


def rehearse(store: "Store | None", paths: Iterable[Path | str]) -> Intake:
    """What `bring_in` would do, with nothing written; the new ones are named by their source."""
    from archive.importing import Refused, sources

    added: list[str] = []
    same: list[str] = []
    refused: list[tuple[str, XddError]] = []
    for source in sources(paths):
        if isinstance(source, Refused):
            refused.append((source.name, source.error))
            continue
        known = store.recognise(source) if store else None
        (added if known is None else same).append(known or source.name)
    return Intake(tuple(added), (), tuple(same), tuple(refused))
