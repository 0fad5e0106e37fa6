"""The reports of an archive as they belong together: each with its event, reprints flagged.

What reports are akin by (`kinship.Trace`) is remembered in a file of its own as they are read, so
that one more report has none of the others read again; which belong together is worked out anew
only when that has changed. Both files are only memories: they may be deleted at any time.
"""

import hashlib
import json
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import RLock, get_ident
from typing import TYPE_CHECKING

from archive import event, kinship, resemblance
from archive.errors import ArchiveDamaged, SettingsError, UnknownReport
from archive.kin_corrections import Said, kin_said
from archive.kinship import Kin, Trace, as_kin, trace_of
from archive.period import Period
from archive.report import Report

if TYPE_CHECKING:
    from archive.bodies import Bodies
    from archive.store import Store

_COLUMNS = 11
_AT_HAND = 500  # new reports that are read beforehand


class Related:
    """`store` as people see it; `memory` is where the two files lie, without their endings.

    `bodies` tells which names mean one body; it is asked for when it is needed.
    """

    def __init__(self, store: "Store", memory: Path, bodies: "Callable[[], Bodies]") -> None:
        self._store = store
        self._traces_file = memory.with_suffix(".tsv")
        self._kin_file = memory.with_suffix(".json")
        self._bodies = bodies
        self._turn = RLock()
        self._traces: dict[str, tuple[str, Trace]] | None = None
        self._unsaved: list[tuple[str, Trace]] = []
        self._kin: Mapping[str, Kin] | None = None
        self._state = ""
        self._settled = False

    # ---- as the index asks

    def entries(self) -> Iterator[tuple[str, str]]:
        """Every report's id, and a stamp that also changes with what it belongs to."""
        kin = self._known()
        for report_id, stamp in self._store.entries():
            yield report_id, _marked(stamp, kin.get(report_id))

    def get(self, report_id: str) -> Report:
        """As `report`; what the report is akin by is remembered."""
        report = self._noted(report_id, self._store.stamp_of(report_id))
        return self._with_kin(report_id, report)

    def report(self, report_id: str) -> Report:
        """The report as people corrected it, with its event; raises as `Store.get`."""
        if not self._settled:
            self.settle_few()
        return self._with_kin(report_id, self._store.get(report_id))

    def __reduce__(self) -> tuple[object, ...]:
        """In another process reports are only read, and what is learned of them comes back."""
        return Related, (self._store, self._traces_file.with_suffix(""), _no_bodies)

    def learned(self) -> list[tuple[str, Trace]]:
        """What the reports read in this process are akin by, for the process that keeps it."""
        with self._turn:
            learned, self._unsaved = self._unsaved, []
            return learned

    def heed(self, learned: list[tuple[str, Trace]]) -> None:
        """Remember what another process has `learned`."""
        with self._turn:
            self._remembered().update({trace.id: (at, trace) for at, trace in learned})
            self._unsaved += learned

    def _with_kin(self, report_id: str, report: Report) -> Report:
        kin = self._known().get(report_id)
        return as_kin(report, kin) if kin else report

    def kin(self, report_id: str) -> Kin | None:
        """What the report belongs to where that is more than it tells alone."""
        return self._known().get(report_id)

    def akin(self, report_id: str) -> tuple[str, ...]:
        """The other reports on this one's conference, in order."""
        kin = self._known()
        with self._turn:
            traces = self._remembered()
            event = {name: trace.own for name, (_, trace) in traces.items()}
        event |= {name: one.event for name, one in kin.items()}
        here = event.get(report_id)
        return tuple(
            sorted(name for name in event if here and event[name] == here and name != report_id)
        )

    # ---- keeping up

    def settle_few(self) -> None:
        """Work out what belongs together now if few reports have to be read for it: so they go
        into the index but once.
        """
        self.settle(_AT_HAND)

    def settle(self, most: int | None = None) -> bool:
        """Work out what belongs together now; did anything change?

        What has not been read yet is read, unless that is more than `most` reports.
        """
        with self._turn:
            self._settled = True
            before = self._known()
            stamps = dict(self._store.entries())
            state = self._state_of(stamps)
            if state == self._state:
                return False
            traces = self._remembered()
            missing = [name for name, at in stamps.items() if traces.get(name, ("",))[0] != at]
            if most is not None and len(missing) > most:
                return False
            for name in missing:
                with suppress(ArchiveDamaged, UnknownReport):
                    self._noted(name, stamps[name])
            for name in traces.keys() - stamps.keys():
                del traces[name]
            self._save_traces(traces)
            now = kinship.kinship((trace for _, trace in traces.values()), self._line())
            self._kin, self._state = now, state
            self._save_kin(now)
            return now != before

    def _noted(self, report_id: str, stamp: str) -> Report:
        """The report; what it is akin by is remembered."""
        kept = self._store.kept(report_id)
        report = kept.as_said
        with self._turn:
            traces = self._remembered()
            if traces.get(report_id, ("",))[0] != stamp:
                traces[report_id] = stamp, trace_of(report, report_id, kin_said(kept.corrections))
                self._unsaved.append(traces[report_id])
        return report

    def _line(self) -> Callable[[str], str]:
        """What tells bodies apart; a person's file of bodies that cannot be read tells nothing."""
        from archive.bodies import Bodies

        try:
            return self._bodies().line
        except SettingsError:
            return Bodies().line

    def _state_of(self, stamps: Mapping[str, str]) -> str:
        """What tells one state of the archive from the next, whatever the order of its files."""
        total = sum(zlib.crc32(f"{name}\t{at}".encode()) for name, at in stamps.items())
        own = self._store.folder / "bodies.toml"
        told = zlib.crc32(own.read_bytes()) if own.is_file() else 0
        return f"{len(stamps)}-{total:x}-{told:x}"

    # ---- memory

    def _known(self) -> Mapping[str, Kin]:
        with self._turn:
            if self._kin is None:
                self._kin = self._load_kin()
            return self._kin

    def _load_kin(self) -> Mapping[str, Kin]:
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            kept = json.loads(self._kin_file.read_bytes())
            if kept["rules"] == _rules():
                found = {str(name): Kin(*values) for name, values in kept["kin"].items()}
                self._state = str(kept["state"])
                return found
        return {}

    def _save_kin(self, kin: Mapping[str, Kin]) -> None:
        kept = {"rules": _rules(), "state": self._state, "kin": kin}
        _write(self._kin_file, json.dumps(kept, ensure_ascii=False))

    def _remembered(self) -> dict[str, tuple[str, Trace]]:
        if self._traces is None:
            self._traces = dict(self._load_traces())
        return self._traces

    def _load_traces(self) -> Iterator[tuple[str, tuple[str, Trace]]]:
        try:
            lines = self._traces_file.read_text("utf-8").split("\n")
        except (OSError, ValueError):
            return
        if lines[0] != _rules():
            return
        for line in lines[1:-1]:  # what comes after the last line end is the half of a line
            with suppress(ValueError):
                stamp, trace = _parsed(line)
                yield trace.id, (stamp, trace)

    def _save_traces(self, traces: Mapping[str, tuple[str, Trace]]) -> None:
        """Add what is new; write all anew where most of what stands there is stale."""
        new, self._unsaved = self._unsaved, []
        try:
            with self._traces_file.open("rb") as file:
                lines = sum(1 for _ in file)
                file.seek(0)
                fits = file.readline().decode().strip() == _rules()
        except (OSError, ValueError):
            lines, fits = 0, False
        if fits and lines + len(new) < 2 * len(traces) + 100:
            with suppress(OSError), self._traces_file.open("a", encoding="utf-8") as file:
                file.write("".join(map(_line, new)))
        else:
            _write(self._traces_file, f"{_rules()}\n" + "".join(map(_line, traces.values())))


def _no_bodies() -> "Bodies":
    """For a process that works nothing out."""
    from archive.bodies import Bodies

    return Bodies()


def _marked(stamp: str, kin: Kin | None) -> str:
    return f"{stamp}+{zlib.crc32(repr(kin).encode()):08x}" if kin else stamp


def _line(known: tuple[str, Trace]) -> str:
    stamp, trace = known
    parts = (trace.body, trace.day, trace.reviewed, trace.planned, trace.published, trace.own)
    told = (json.dumps(trace.id), stamp, *("" if one is None else str(one) for one in parts))
    said = ("1" if trace.said.own else "", json.dumps(sorted(trace.said.apart)))
    every = (*told, *said, b64encode(trace.sketch).decode())
    return "\t".join(one.replace("\t", " ").replace("\n", " ") for one in every) + "\n"


def _parsed(line: str) -> tuple[str, Trace]:
    parts = line.split("\t")
    if len(parts) != _COLUMNS:
        raise ValueError(line)
    name, stamp, body, day, reviewed, planned, published, own, article, apart, sketched = parts
    return stamp, Trace(
        id=str(json.loads(name)),
        body=body or None,
        day=date.fromisoformat(day) if day else None,
        reviewed=Period.parse(reviewed) if reviewed else None,
        planned=Period.parse(planned) if planned else None,
        published=date.fromisoformat(published) if published else None,
        own=own or None,
        sketch=b64decode(sketched, validate=True),
        said=Said(bool(article), frozenset(map(str, json.loads(apart)))),
    )


def _write(path: Path, text: str) -> None:
    """Write a memory wholly or not at all; one that cannot be written is only slower next time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}")
        aside.write_text(text, "utf-8")
        aside.replace(path)


def _rules() -> str:
    """What tells the rules of kinship from those that a memory was made by."""
    digest = hashlib.sha256()
    for module in (event, kinship, resemblance):
        digest.update(Path(module.__file__ or "").read_bytes())
    return digest.hexdigest()
