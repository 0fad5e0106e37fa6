"""One body of the sample through all its periods, cell by cell against the table in `by_hand.toml`,
which a person made from the texts alone.
"""

from functools import cache
from pathlib import Path
from typing import Any

import tomli

from archive.comparing.follow_through import account_of, follow_through
from archive.comparing.lineage import Lineage, Thread
from archive.comparing.threading import lineage
from archive.importing import load
from archive.period import Period
from archive.reading import read
from archive.report import Report
from tests.accuracy.labels import TEXTS

FILE = Path(__file__).parent / "by_hand.toml"


def cells() -> dict[str, bool]:
    """Of each task: does it stand as the table says, and come from the tasks it says?"""
    table = _table()
    found = lineage(table["body"], _reports(table["body"]))
    now = {
        f"{cell.period}:{cell.task + 1}": (cell.state, _past(found, thread, cell.period))
        for thread in found.threads
        for cell in thread.cells
        if cell.task is not None
    }
    right = {}
    for place, said in table["cells"].items():
        state, past = now.get(place, ("", set()))
        right[f"by hand · cell · {place} {said['states'][0]}"] = state in said[
            "states"
        ] and past in [set(one) for one in said["pasts"]]
    return right


def outcomes() -> dict[str, bool]:
    """Of each task: is what the report on its period tells of it what the table says?"""
    table = _table()
    reports = _reports(table["body"])
    states = {}
    for plan in lineage(table["body"], reports).reports:
        account = account_of(plan, reports)
        for task, outcome in enumerate(follow_through(plan, account).outcomes if account else ()):
            states[f"{plan.period_planned}:{task + 1}"] = outcome.state
    return {
        f"by hand · told · {place} {said[0]}": states.get(place) in said
        for place, said in table["outcomes"].items()
    }


def _past(found: Lineage, thread: Thread, period: Period) -> set[str]:
    """The tasks that the thread's cell of `period` comes from: its own before, and where it shares
    its past, those of the others.
    """
    cell = thread.at(period)
    own = _before(thread, period)
    if cell is None or cell.state == "born":
        return set()
    shares = cell.state == "merged" or (cell.state == "split" and own is None)
    others = [_before(found.threads[n], period) for n in cell.others] if shares else []
    return {place for place in (own, *others) if place}


def _before(thread: Thread, period: Period) -> str | None:
    """The thread's last task before `period`; None where it had gone into another thread."""
    earlier = [cell for cell in thread.cells if cell.period < period]
    if earlier and earlier[-1].state == "merged" and earlier[-1].task is None:
        return None
    told = [f"{cell.period}:{cell.task + 1}" for cell in earlier if cell.task is not None]
    return told[-1] if told else None


@cache
def _table() -> dict[str, Any]:
    return tomli.loads(FILE.read_text("utf-8"))


@cache
def _reports(body: str) -> tuple[Report, ...]:
    read_all = (read(next(load(file))) for file in sorted(TEXTS.glob("*.txt")))
    return tuple(report for report in read_all if report.body == body)
