"""How much the reader's confidence is worth: of the values in each band, how many are right.

Over the sample's labels, and over those of the corpora beside where XDD_SHARED names their folder.
A missing value has no confidence; its band says how often it is rightly missing.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from archive.doubts import DOUBTFUL, SURE
from archive.importing import load
from archive.reading import read
from archive.record import SCALARS
from archive.report import Report
from tests.accuracy.labels import GOLD, TEXTS, Label, scalars

BANDS = (f">= {SURE}", f"{DOUBTFUL} – {SURE}", f"< {DOUBTFUL}", "missing")


class Reading(NamedTuple):
    """A field as read of the report `name`: the band of its confidence, and whether it is right."""

    name: str
    field: str
    band: str
    right: bool


def band(report: Report, field: str) -> str:
    """The band of BANDS that the value of `field` is in."""
    sure = report.confidence.get(field)
    if sure is None:
        return BANDS[3]
    return BANDS[0] if sure >= SURE else BANDS[1] if sure >= DOUBTFUL else BANDS[2]


def readings() -> Iterator[Reading]:
    """Every labelled scalar field."""
    for name, label, path in _labelled():
        report = read(next(load(path)))
        for item, right in scalars(label, report):
            field = item.partition(" · ")[0]
            yield Reading(name, field, band(report, field), right)


def table(every: list[Reading]) -> Iterator[str]:
    """Lines with a row a field and a column a band: right of all."""
    total = Counter((one.field, one.band) for one in every)
    right = Counter((one.field, one.band) for one in every if one.right)
    yield f"{'confidence':16}" + "".join(f"{name:>14}" for name in BANDS)
    for field in SCALARS:
        cells = (
            f"{right[field, name]} of {total[field, name]}" if total[field, name] else ""
            for name in BANDS
        )
        yield f"{field:16}" + "".join(f"{cell:>14}" for cell in cells)


def _labelled() -> Iterator[tuple[str, Label, Path]]:
    places = [(GOLD, [TEXTS])]
    if "XDD_SHARED" in os.environ:
        shared = Path(os.environ["XDD_SHARED"])
        places.append((shared / "gold" / "gold", [shared / "gold" / "texts", shared / "seeds"]))
    for gold, texts in places:
        paths = {_name(path): path for folder in texts for path in folder.rglob("*.txt")}
        for file in sorted(gold.glob("*.json")):
            if file.stem in paths:
                yield file.stem, json.loads(file.read_text("utf-8")), paths[file.stem]


def _name(path: Path) -> str:
    """The name of the label that belongs to a text; seeds are labelled by their number."""
    return f"seed_{path.stem[:3]}" if path.parent.name == "seeds" else path.stem
