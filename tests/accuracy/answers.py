"""What became of the sample's tasks, as a person read it in the later report, held against what
follow-through makes of it.
"""

import json
from functools import cache

from archive.comparing.follow_through import follow_through
from archive.importing import load
from archive.reading import read
from archive.report import Report
from tests.accuracy.labels import GOLD, TEXTS, folded

STATES = {"full": "reported", "part": "partly", "none": "none"}


def answered() -> dict[str, bool]:
    """Every answer that a person wrote down: whether the state is the same, and whether the words
    it rests on are among the passages shown.
    """
    found: dict[str, bool] = {}
    for pair in json.loads((GOLD / "pairs.json").read_text("utf-8")):
        if "answers" not in pair:
            continue
        through = follow_through(_read(pair["a"]), _read(pair["b"]))
        for task, state, quote in pair["answers"]:
            outcome = through.outcomes[task] if task < len(through.outcomes) else None
            name = f"{pair['a']} → {pair['b']}"
            right = outcome is not None and outcome.state == STATES[state]
            found[f"{name} · outcome · {task + 1}. {state}"] = right
            if quote:
                shown = [folded(p.text) for p in outcome.passages] if outcome else []
                found[f"{name} · passage · {task + 1}. {quote}"] = any(
                    folded(quote) in text or text in folded(quote) for text in shown
                )
    return found


@cache
def _read(name: str) -> Report:
    return read(next(load(TEXTS / f"{name}.txt")))
