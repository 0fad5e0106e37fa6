"""The labels of the sample, held item by item against what the reader makes of its texts.

An item is one thing a person wrote down: a field, a document, a figure, where a task begins, where
it ends. Its name says where it stands, so that two runs can be compared item by item.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from archive.importing import load
from archive.reading import read
from archive.record import SCALARS, plain
from archive.report import Directive, Figure, Report, Task
from archive.vietnamese import bare, nfc

GOLD = Path(__file__).parent / "gold"
TEXTS = Path(__file__).parents[2] / "archive" / "sample"

Label = dict[str, Any]
T = TypeVar("T")


def folded(text: str | None) -> str:
    """`text` as bare words: case, marks, tone placement and punctuation tell nothing here."""
    letters = (char if char.isalnum() else " " for char in bare(nfc(text or "")))
    return " ".join("".join(letters).split())


def names() -> list[str]:
    """The labelled reports."""
    return sorted(file.stem for file in GOLD.glob("*.json") if file.stem != "pairs")


def outcomes(name: str) -> dict[str, bool]:
    """Every item of the report `name`, and whether it was read right."""
    label = json.loads((GOLD / f"{name}.json").read_text("utf-8"))
    report = read(next(load(TEXTS / f"{name}.txt")))
    parts = (scalars, _directives, _figures, _tasks)
    return {f"{name} · {item}": right for part in parts for item, right in part(label, report)}


def scalars(label: Label, report: Report) -> Iterator[tuple[str, bool]]:
    """Each field that is scored, with its label, and whether it was read right."""
    for field in SCALARS:
        if field in label.get("unscored", ()):
            continue
        got = plain(getattr(report, field))
        also = label.get(f"{field}_also") or []
        right = [label.get(field), *([also] if isinstance(also, str) else also)]
        if field in ("title", "body"):
            if field == "body":
                # A remark in brackets ("(toàn quốc)") is the annotator's, no part of a name.
                right += [(name or "").partition(" (")[0] for name in right]
            names = {folded(name) for name in right}
            yield f"{field} · {label.get(field)}", folded(got) in names
        else:
            yield f"{field} · {label.get(field)}", got in right


def _directives(label: Label, report: Report) -> Iterator[tuple[str, bool]]:
    owed = [item for item in label["directives"] if not item.get("optional")]
    yield from _owed("directives", owed, report.directives, _same_directive)
    spare = [directive for directive in report.directives if directive.number]
    every = label["directives"]
    for directive in spare:
        if not any(_same_directive(item, directive) for item in every):
            yield f"directives · not cited: {directive.as_written}", False


def _same_directive(label: Label, got: Directive) -> bool:
    number = label.get("number") or ""
    if not number[:1].isdigit():
        return folded(number) in folded(got.name or got.as_written)
    return (
        (got.number or "").lstrip("0") == number.lstrip("0")
        and folded(got.type) == folded(label.get("type"))
        and (not label.get("symbol") or folded(got.symbol) == folded(label["symbol"]))
        and (not label.get("issued") or plain(got.issued) == label["issued"])
    )


def _figures(label: Label, report: Report) -> Iterator[tuple[str, bool]]:
    return _owed("figures", label["figures"], report.figures, _same_figure)


def _same_figure(label: Label, got: Figure) -> bool:
    if got.value != float(label["value"]) or (label.get("of") and got.of != float(label["of"])):
        return False
    unit = set(folded(label.get("unit_phrase")).split())
    return not unit or bool(unit & set(folded(f"{got.unit} {got.as_written}").split()))


def _tasks(label: Label, report: Report) -> Iterator[tuple[str, bool]]:
    tasks = label["tasks"]
    begun = [{"as_written": item} for item in tasks["items"]]
    whole = "prose" in tasks["style"]

    def begins(item: Label, task: Task) -> bool:
        begin = folded(item["as_written"])
        return begin in folded(task.text) if whole else folded(task.text).startswith(begin)

    yield from _owed("tasks", begun, report.tasks, begins)
    for end in tasks.get("item_ends") or ():
        ends = any(folded(task.text).endswith(folded(end)) for task in report.tasks)
        yield f"task ends · {end}", ends
    if len(report.tasks) > len(begun):
        yield f"tasks · {len(report.tasks)} where there are {len(begun)}", False


def _owed(
    part: str, labels: Sequence[Label], found: Sequence[T], same: Callable[[Label, T], bool]
) -> Iterator[tuple[str, bool]]:
    """Each label and whether something found answers to it, each thing found to one label."""
    left = list(found)
    for number, label in enumerate(labels, 1):
        match = next((item for item in left if same(label, item)), None)
        if match is not None:
            left.remove(match)
        yield f"{part} · {number}. {label['as_written']}", match is not None
