"""The file of one report: TOML between two `+++` lines, then the cleaned text to the last byte.

The front matter says where the report came from, what its file said beside its text, what people
corrected, and what was read out of the text, so that showing a report reads nothing anew. What the
text itself says (an item that is a piece of it) is kept as its place alone.

A file may have been edited or broken since: the text must be the one that the places belong to,
and whatever comes out is cleaned again.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from archive.corrections import Changes, apply, corrected, unsound
from archive.errors import ArchiveDamaged, stopped_at
from archive.importing.cleaning import clean, legible
from archive.record import ITEMS, READER, SCALARS, Record, from_record, to_record
from archive.report import Report
from archive.store.tomltext import table

FENCE = "+++\n"
STEPS = 100  # corrections of one report that can be undone
_DERIVED = ("text", "as_written")
_LISTS = ("flags", "candidates", "mentions", "directives")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A report as kept: where it came from, and what was read.

    `name` is where it came from (a path), `original` the name of the file that was imported, in
    the folder of originals, `earlier` those that it replaced; `given_…` is what its file said
    beside its text; `corrections` are people's own values by field (`archive.corrections`), and
    `history` what they were before each change of them; `report` is as read, without them;
    `reader` is the version of the reading rules.
    """

    report: Report
    name: str
    original: str
    imported: datetime
    url: str | None = None
    earlier: tuple[str, ...] = ()
    given_id: str | None = None
    given_title: str | None = None
    given_published: date | None = None
    corrections: Mapping[str, object] = field(default_factory=dict)
    history: tuple[Mapping[str, object], ...] = ()
    reader: int = READER

    @property
    def id(self) -> str:
        """The report's id."""
        return self.report.id or ""

    @property
    def as_said(self) -> Report:
        """The report as people say it is."""
        return apply(self.report, self.corrections)

    def corrected(self, changes: Changes) -> "Kept | None":
        """With `changes` made, None where nothing changes; raises WrongCorrection."""
        now = corrected(self.as_said, self.corrections, changes)
        if now == self.corrections:
            return None
        return replace(self, corrections=now, history=(*self.history, self.corrections)[-STEPS:])

    def without_unsound(self) -> "Kept | None":
        """Without corrections that say nothing; None where there are none such."""
        wrong = unsound(self.corrections)
        if not wrong:
            return None
        sound = {field: said for field, said in self.corrections.items() if field not in wrong}
        return replace(self, corrections=sound, history=(*self.history, self.corrections)[-STEPS:])

    def undone(self) -> "Kept | None":
        """As before the last change of the corrections; None where there was none."""
        if not self.history:
            return None
        return replace(self, corrections=self.history[-1], history=self.history[:-1])


def text_hash(text: str) -> str:
    """What tells one text from another."""
    return hashlib.sha256(text.encode()).hexdigest()


def reading_of(report: Report, reader: int) -> str:
    """What was read of `report` by these rules, as it stands in its file."""
    return table("reading", {"reader": reader, **_reading(report)})


def encode(kept: Kept, reading: str | None = None) -> bytes:
    """The file of `kept`; `reading` is what was read of it where that is made already."""
    given = {"id": kept.given_id, "title": kept.given_title, "published": kept.given_published}
    front = {
        "id": kept.id,
        "source": kept.name,
        "url": kept.url,
        "imported": kept.imported.astimezone(UTC).replace(microsecond=0),
        "original": kept.original,
        "earlier": list(kept.earlier),
        "history": [dict(before) for before in kept.history],
        "text": text_hash(kept.report.text),
        "given": _said(given),
        "corrections": dict(kept.corrections),
    }
    reading = reading or reading_of(kept.report, kept.reader)
    return f"{FENCE}{table('', _said(front))}\n{reading}{FENCE}{kept.report.text}".encode()


def decode(data: bytes, path: str) -> Kept:
    """The report that the file `path` holds; raises ArchiveDamaged.

    A text that earlier cleaning left as it is stays as it was kept, until it is read anew.
    Codes: `broken-report`; `edited-text`, where the places no longer belong to the text.
    """
    front, text = _parts(data, path)
    if front.get("text") != text_hash(text) or legible(text) != text:
        raise ArchiveDamaged("edited-text", path=path)
    try:
        return _kept(front, text)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArchiveDamaged("broken-report", path=path, why=repr(error)) from error


def decode_origin(data: bytes, path: str) -> Kept:
    """As `decode`, without what was read; a text that somebody edited is taken as it now is."""
    front, text = _parts(data, path)
    try:
        version = {"reader": front["reading"]["reader"]}
        return _kept(front | {"reading": version}, clean(text))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArchiveDamaged("broken-report", path=path, why=repr(error)) from error


def salvaged(data: bytes) -> tuple[Mapping[str, object], tuple[Mapping[str, object], ...]]:
    """What people corrected, and before, as far as a broken file still tells."""
    try:
        front, _ = _parts(data, "")
        history = tuple(dict(before) for before in front.get("history", ()))
        return dict(front.get("corrections", {})), history
    except (ArchiveDamaged, TypeError, ValueError, AttributeError):
        return {}, ()


def _parts(data: bytes, path: str) -> tuple[dict[str, Any], str]:
    """Front matter, every string in it legible, and text as it stands."""
    import tomli

    front = ""
    try:
        whole = data.decode()
        opening, front, text = _split(whole)
        values = tomli.loads(legible(front))
    except (ValueError, RecursionError) as error:
        why = stopped_at(error, front, before=1)
        raise ArchiveDamaged("broken-report", path=path, why=why) from error
    if opening:
        raise ArchiveDamaged("broken-report", path=path, why="no front matter")
    # Raw characters were cleaned with the whole; what an escape stands for comes out only now.
    return (_legible(values) if "\\" in front else values), text


def _split(whole: str) -> tuple[str, str, str]:
    opening, _, rest = whole.partition(FENCE)
    front, fence, text = rest.partition("\n" + FENCE)
    if not fence:
        raise ValueError("the front matter has no end")
    return opening, front + "\n", text


def _legible(thing: Any) -> Any:
    if isinstance(thing, str):
        return legible(thing)
    if isinstance(thing, dict):
        return {legible(name): _legible(item) for name, item in thing.items()}
    if isinstance(thing, list):
        return [_legible(item) for item in thing]
    return thing


def _kept(front: dict[str, Any], text: str) -> Kept:
    given, reading = front.get("given", {}), front["reading"]
    url = _str(front.get("url"))
    record = _record(reading, text) | {
        "id": _str(front["id"]),
        "source": url or _str(front["source"]),
        "text": text,
    }
    report = from_record(record)
    _check_places(report)
    return Kept(
        report=report,
        name=str(front["source"]),
        original=str(front["original"]),
        imported=front["imported"],
        url=url,
        earlier=tuple(map(str, front.get("earlier", ()))),
        given_id=_str(given.get("id")),
        given_title=_str(given.get("title")),
        given_published=given.get("published"),
        corrections=dict(front.get("corrections", {})),
        history=tuple(dict(before) for before in front.get("history", ())),
        reader=int(reading["reader"]),
    )


def _str(thing: object) -> str | None:
    if thing is None or isinstance(thing, str):
        return thing
    raise TypeError(f"not a text: {thing!r}")


def _said(values: Mapping[str, object]) -> dict[str, object]:
    """`values` without what is None or an empty list, which TOML leaves out."""
    return {name: item for name, item in values.items() if item is not None and item != []}


def _reading(report: Report) -> Record:
    """What was read of `report`, as short as it can be said."""
    record = to_record(report)
    short: Record = {name: record[name] for name in (*SCALARS, "event_id", "flags")}
    short |= {name: getattr(report, name) for name in ("published", "event_date")}
    for name in ITEMS:
        short[name] = [_short(item, report.text) for item in record[name]]
    short |= {name: record[name] for name in ("evidence", "confidence", "candidates")}
    return _said(short)


def _short(item: Record, text: str) -> Record:
    place = [item["start"], item["end"]]
    short = {"at": place, **_said(item)}
    del short["start"], short["end"]
    for name in _DERIVED:
        if short.get(name) == text[slice(*place)]:
            del short[name]
    if "mentions" in item and item["mentions"] != [place]:
        short["mentions"] = item["mentions"]
    else:
        short.pop("mentions", None)
    return short


def _record(reading: Mapping[str, Any], text: str) -> Record:
    """The record that `_reading` made short."""
    record: Record = {name: _plain(reading.get(name)) for name in (*SCALARS, "event_id")}
    record["kind"] = record["kind"] or "none"
    record["flags"] = [_str(flag) for flag in reading.get("flags", [])]
    for name, kind in ITEMS.items():
        record[name] = [_long(item, kind, text) for item in reading.get(name, [])]
    record["evidence"] = reading.get("evidence", {})
    record["confidence"] = {n: float(v) for n, v in reading.get("confidence", {}).items()}
    record["candidates"] = {n: list(map(_str, v)) for n, v in reading.get("candidates", {}).items()}
    return record


def _plain(thing: object) -> str | None:
    return thing.isoformat() if isinstance(thing, date) else _str(thing)


def _long(item: Mapping[str, Any], kind: type, text: str) -> Record:
    start, end = item["at"]
    values: Record = {
        part.name: [] if part.name in _LISTS else None
        for part in fields(kind)
        if part.default is MISSING or part.name in _LISTS
    }
    values |= {name: text[start:end] for name in _DERIVED if name in values}
    values |= {"start": start, "end": end}
    if "mentions" in values:
        values["mentions"] = [[start, end]]
    return values | {name: given for name, given in item.items() if name != "at"}


def _check_places(report: Report) -> None:
    """Raise ValueError where a span lies outside the text."""
    spans = [(item.start, item.end) for name in ITEMS for item in getattr(report, name)]
    spans += [span for directive in report.directives for span in directive.mentions]
    spans += [section.heading for section in report.sections if section.heading]
    spans += report.evidence.values()
    for start, end in spans:
        if not 0 <= start <= end <= len(report.text):
            raise ValueError(f"no such place in the text: {start} to {end}")
