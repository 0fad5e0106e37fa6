"""Building by several processes, and searches while somebody builds."""

import threading
from pathlib import Path

import pytest

from archive.report import Report
from search import building
from search.index import Index
from tests.search.shelf import Shelf, found, report

MANY = 1000


def many() -> tuple[Report, ...]:
    return tuple(report(f"r{i:04}", f"báo cáo số {i} về quy hoạch cán bộ") for i in range(MANY))


class Pupil(Shelf):
    """A shelf that learns which reports were read."""

    def __init__(self, *reports: Report) -> None:
        super().__init__(*reports)
        self.heard: set[str] = set()

    def learned(self) -> list[str]:
        read, self.asked = self.asked, []
        return read

    def heed(self, learned: list[str]) -> None:
        self.heard |= set(learned)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("index")


def test_several_processes_make_the_index_that_one_makes(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(building, "cores", lambda: 2)
    shelf = Pupil(*many())
    index = Index.open(shelf, folder)
    told: list[tuple[int, int]] = []
    assert index.update(lambda done, total: told.append((done, total))) == MANY
    assert not index._keeper._alone
    assert shelf.asked == []  # nothing was read in this process
    assert shelf.heard == set(shelf.reports)
    assert told[-1] == (MANY, MANY)
    assert told == sorted(told)
    monkeypatch.setattr(building, "cores", lambda: 1)
    alone = Index.open(shelf, tmp_path)
    alone.update()
    for query in ("báo cáo 17", '"quy hoạch cán bộ"', "số -900", "hoạch cán"):
        assert set(found(index, query)) == set(found(alone, query))
    assert [path.name for path in (folder / "segments").glob("draft-*")] == []


def test_what_other_processes_cannot_be_sent_is_read_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Local(Shelf):
        """Not to be found by another process."""

    monkeypatch.setattr(building, "cores", lambda: 2)
    index = Index.open(Local(*many()[:600]), tmp_path)
    assert index.update() == 600
    assert len(found(index, "báo cáo")) == 600


class Held(Shelf):
    """A shelf that hands out its last report only when it is let."""

    def __init__(self, *reports: Report) -> None:
        super().__init__(*reports)
        self.let = threading.Event()
        self.reached = threading.Event()

    def get(self, report_id: str) -> Report:
        if report_id == "last":
            self.reached.set()
            assert self.let.wait(60)
        return super().get(report_id)


def test_a_search_during_the_first_build_does_not_wait(tmp_path: Path) -> None:
    shelf = Held(report("a", "hội nghị"), report("last", "hội thảo"))
    index = Index.open(shelf, tmp_path)
    builder = threading.Thread(target=index.update)
    builder.start()
    assert shelf.reached.wait(60)
    assert index.search("hội").total == 0
    assert not index.stands()
    shelf.let.set()
    builder.join()
    assert index.search("hội").total == 2
    assert index.stands()


def test_a_search_during_a_rebuild_sees_the_old_index(tmp_path: Path) -> None:
    shelf = Held(report("a", "hội nghị"), report("last", "hội thảo"))
    shelf.let.set()
    index = Index.open(shelf, tmp_path)
    index.update()
    shelf.let.clear()
    shelf.reached.clear()
    builder = threading.Thread(target=index.rebuild)
    builder.start()
    assert shelf.reached.wait(60)
    assert set(found(index, "hội")) == {"a", "last"}
    shelf.let.set()
    builder.join()
    assert set(found(index, "hội")) == {"a", "last"}


def test_a_stop_keeps_what_was_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "cores", lambda: 2)
    shelf = Shelf(*many())
    index = Index.open(shelf, tmp_path)
    index.update(cancelled=lambda: True)
    kept = index.search("").total
    assert kept < MANY
    assert index.update() == MANY - kept
    assert index.search("báo cáo").total == MANY
