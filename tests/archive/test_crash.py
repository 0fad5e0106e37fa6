"""Whatever stops the program or the machine, at whatever operation on the disk: no report is lost
or half there, and the same done again ends as if nothing had been.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from archive.corrections import apply
from archive.errors import ArchiveError
from archive.importing import Source
from archive.report import Report
from archive.store import Store
from archive.store.upkeep import verify
from tests.archive.articles import article, as_read
from tests.archive.broken_disk import Stopped, stopping

DAY = date(2024, 1, 5)
OLD = article("Hội nghị cũ\nViệc một", report_id="cu", published=DAY)
OTHER = article("Hội nghị khác\nViệc hai", report_id="khac")
NEW = article("Hội nghị mới\nViệc ba", report_id="moi", published=DAY)
NEWER = article("Hội nghị cũ, sửa\nViệc bốn", report_id="cu", published=DAY)
KEPT = replace(as_read(OLD), id="cu")
CORRECTED = apply(KEPT, {"body": "Ban Tổ chức Tỉnh ủy Sơn Hà"})
READ_ANEW = replace(as_read(OLD), body="Ban Tổ chức Tỉnh ủy Sơn Hà")


@dataclass(frozen=True)
class Change:
    """Something that is done to an archive that holds OLD and OTHER, and what OLD is then."""

    do: Callable[[Store], object]
    old: Report | None = KEPT
    removed_before: bool = False
    corrected_before: bool = False


def _bring_two(store: Store) -> None:
    with store.batch():
        store.add(as_read(NEW), NEW)
        store.add(as_read(NEWER), NEWER)


def _remove(store: Store) -> None:
    if store.has("cu"):
        store.remove(["cu"])


CHANGES = {
    "add": Change(lambda store: store.add(as_read(NEW), NEW)),
    "update": Change(lambda store: store.add(as_read(NEWER), NEWER), old=as_read(NEWER)),
    "batch": Change(_bring_two, old=as_read(NEWER)),
    "remove": Change(_remove, old=None),
    "put back": Change(lambda store: store.put_back(["cu"]), removed_before=True),
    "bring back": Change(lambda store: store.add(as_read(OLD), OLD), removed_before=True),
    "correct": Change(
        lambda store: store.correct(["cu"], {"body": "Ban Tổ chức Tỉnh ủy Sơn Hà"}), old=CORRECTED
    ),
    "undo": Change(lambda store: store.undo(["cu"]), corrected_before=True),
    "read anew": Change(lambda store: store.replace("cu", READ_ANEW), old=READ_ANEW),
}


def contents(folder: Path) -> dict[str, Report]:
    store = Store.open(folder)
    return {entry.id: store.get(entry.id) for entry in store.entries()}


def start(folder: Path, change: Change) -> dict[str, Report]:
    """An archive that holds OLD and OTHER; what it holds."""
    store = Store.create(folder)
    for source in (OLD, OTHER):
        store.add(as_read(source), source)
    if change.corrected_before:
        store.correct(["cu"], {"body": "Ban Tổ chức Tỉnh ủy Sơn Hà"})
    if change.removed_before:
        store.remove(["cu"])
    return contents(folder)


def _change(change: Change, folder: Path) -> None:
    change.do(Store.open(folder))


def stopped_at(folder: Path, last: int, do: Callable[[], object], *, power: bool) -> bool:
    """Do something until the machine stops; did it?"""
    with stopping(folder, last) as disk:
        try:
            do()
        except Stopped:
            stopped = True
        else:
            stopped = False
    if power:
        disk.cut_power()
    return stopped


@pytest.mark.parametrize("power", [False, True], ids=["killed", "power cut"])
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_that_is_broken_off(tmp_path: Path, change: Change, power: bool) -> None:
    before = start(tmp_path / "model", change)
    (tmp_path / "whole").mkdir()
    shutil.copytree(tmp_path / "model", tmp_path / "whole", dirs_exist_ok=True)
    change.do(Store.open(tmp_path / "whole"))
    after = contents(tmp_path / "whole")
    assert after.get("cu") == change.old

    steps = 0
    while True:
        folder = tmp_path / f"kho-{steps}"
        shutil.copytree(tmp_path / "model", folder)
        stopped = stopped_at(folder, steps, partial(_change, change, folder), power=power)
        left = contents(folder)
        assert list(verify(Store.open(folder))) == []
        for report_id in before.keys() | after.keys():
            states = (before.get(report_id), after.get(report_id))
            assert left.get(report_id) in states, f"{report_id} at step {steps}"
        assert left["khac"] == before["khac"]
        if not stopped:
            assert left == after
            break
        change.do(Store.open(folder))
        assert contents(folder) == after, f"done again after step {steps}"
        assert list(verify(Store.open(folder))) == []
        shutil.rmtree(folder)
        steps += 1
    # A disk on which nothing was counted would prove nothing.
    assert steps > 5


@pytest.mark.parametrize("power", [False, True], ids=["killed", "power cut"])
def test_an_archive_that_was_not_finished(tmp_path: Path, power: bool) -> None:
    steps = 0
    while stopped_at(
        tmp_path, steps, partial(Store.create, tmp_path / f"kho-{steps}"), power=power
    ):
        folder = tmp_path / f"kho-{steps}"
        if not (folder / "archive.toml").exists():
            with pytest.raises(ArchiveError, match="no-archive"):
                Store.open(folder)
        store = Store.create(folder)
        store.add(as_read(OLD), OLD)
        assert contents(folder)["cu"].text == OLD.text
        steps += 1
    assert steps > 5
    assert contents(tmp_path / f"kho-{steps}") == {}


@pytest.mark.parametrize("share", [0.2, 0.7, 1.0], ids=["writing", "forcing", "done"])
def test_a_power_cut_among_many_reports(tmp_path: Path, share: float) -> None:
    """Many files are forced together: what is then in its place is whole, and all of it is."""
    many = [
        Source(text=f"Báo cáo số {i}", name=f"{i}.txt", original=b"%d" % i, suffix=".txt")
        for i in range(40)
    ]

    def bring_in(folder: Path) -> None:
        store = Store.create(folder)
        with store.batch():
            for source in many:
                store.add(as_read(source), source)

    with stopping(tmp_path / "model", 10**9) as disk:
        bring_in(tmp_path / "model")
    steps = round(disk.done * share)
    stopped = stopped_at(tmp_path / "kho", steps, partial(bring_in, tmp_path / "kho"), power=True)
    assert stopped == (share < 1)
    left = contents(tmp_path / "kho")
    assert list(verify(Store.open(tmp_path / "kho"))) == []
    assert len(left) == 40 if share == 1 else len(left) < 40
    bring_in(tmp_path / "kho")
    assert len(contents(tmp_path / "kho")) == 40
