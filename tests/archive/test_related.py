"""The archive with what belongs together told: kept up as reports come and go, read but once."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from archive.bodies import read_bodies
from archive.kin_corrections import APART, NOT_REPRINT
from archive.store import Store
from archive.store.related import Related
from archive.store.reportfile import Kept
from tests.archive.articles import article, as_read

BODY = "Ban Tổ chức Tỉnh ủy Sơn Hà"
PROSE = " ".join(f"việc{number} đã làm{number} xong" for number in range(80))


class Counting(Store):
    """A store that counts what is read in it."""

    read = 0

    def kept(self, report_id: str) -> Kept:
        self.read += 1
        return super().kept(report_id)


def keep(store: Store, name: str, text: str, body: str | None = BODY) -> None:
    source = article(text, report_id=name)
    store.add(replace(as_read(source), body=body, event_id=body), source)


@pytest.fixture
def store(tmp_path: Path) -> Counting:
    Store.create(tmp_path / "archive")
    store = Counting(tmp_path / "archive")
    keep(store, "a", f"{PROSE}\nBáo Sơn Hà")
    keep(store, "b", f"Ảnh: đại biểu dự họp\n{PROSE}", body=None)
    keep(store, "c", "Một tin khác hẳn.")
    return store


def related(store: Store, memory: Path) -> Related:
    return Related(store, memory / "cache" / "kin", lambda: read_bodies(store.folder))


def test_a_copy_is_flagged_and_has_the_event_of_the_original(store: Store, tmp_path: Path) -> None:
    kept = related(store, tmp_path)
    assert kept.report("b").flags == ("reprint",)
    assert (kept.report("b").event_id, kept.report("a").event_id) == (BODY, BODY)
    assert kept.report("a") == store.get("a")
    assert store.get("b").flags == (), "the file says what the report alone says"


def test_the_stamp_changes_with_what_a_report_belongs_to(store: Store, tmp_path: Path) -> None:
    kept = related(store, tmp_path)
    before = dict(kept.entries())
    assert kept.settle()
    after = dict(kept.entries())
    assert {name for name in before if before[name] != after[name]} == {"b"}
    assert not kept.settle()


def test_what_was_read_is_not_read_again(store: Counting, tmp_path: Path) -> None:
    related(store, tmp_path).settle()
    assert store.read == 3
    keep(store, "d", "Một tin nữa.")
    assert not related(store, tmp_path).settle(), "nothing else belongs otherwise"
    assert store.read == 4
    related(store, tmp_path).settle()
    assert store.read == 4


def test_what_the_index_reads_is_remembered(store: Counting, tmp_path: Path) -> None:
    kept = related(store, tmp_path)
    for name, _ in kept.entries():
        kept.get(name)
    read = store.read
    assert kept.settle()
    assert store.read == read


def test_what_a_person_says_of_its_kin_wins_until_it_is_taken_back(
    store: Store, tmp_path: Path
) -> None:
    kept = related(store, tmp_path)
    kept.settle()
    assert (kept.akin("a"), kept.akin("b")) == (("b", "c"), ("a", "c"))
    store.correct(["b"], {NOT_REPRINT: ""})
    assert kept.settle()
    assert kept.report("b").flags == ("corrected-reprint",)
    assert kept.akin("b") == ("a", "c"), "still on its event"
    store.correct(["b"], {APART: ("a",)})
    assert kept.settle()
    assert kept.report("b").flags == ("corrected-reprint", "corrected-event")
    assert (kept.akin("a"), kept.akin("b")) == (("c",), ())
    again = related(store, tmp_path)
    assert not again.settle(), "remembered"
    assert again.akin("b") == ()
    for _ in range(2):
        store.undo(["b"])
    assert kept.settle()
    assert (kept.report("b").flags, kept.akin("b")) == (("reprint",), ("a", "c"))


def test_when_the_original_goes_the_copy_is_one_no_more(store: Store, tmp_path: Path) -> None:
    related(store, tmp_path).settle()
    store.remove(["a"])
    assert related(store, tmp_path).report("b") == store.get("b")
    store.put_back(["a"])
    assert related(store, tmp_path).report("b").flags == ("reprint",)


def test_a_person_s_names_of_a_body_tell_what_is_one_event(store: Store, tmp_path: Path) -> None:
    keep(store, "e", "Tin thứ năm.", body="BTC Sơn Hà")
    for name in ("a", "e"):
        store.correct([name], {"period_reviewed": "2023", "event_date": "2024-01-05"})
    kept = related(store, tmp_path)
    assert len({kept.report(name).event_id for name in ("a", "e")}) == 2
    own = f'[[body]]\nname = "{BODY}"\naliases = ["BTC Sơn Hà"]\n'
    (store.folder / "bodies.toml").write_text(own, "utf-8")
    kept = related(store, tmp_path)
    assert len({kept.report(name).event_id for name in ("a", "e")}) == 1


def test_a_file_of_bodies_that_says_nonsense_is_no_hindrance(store: Store, tmp_path: Path) -> None:
    (store.folder / "bodies.toml").write_text("[[body", "utf-8")
    assert related(store, tmp_path).report("b").flags == ("reprint",)


@pytest.mark.parametrize("nonsense", [b"", b"\xff\x00", b'{"rules": 1}', b"[]", b"x\ty\n"])
def test_memories_that_say_nonsense_are_not_believed(
    store: Store, tmp_path: Path, nonsense: bytes
) -> None:
    related(store, tmp_path).settle()
    for ending in ("json", "tsv"):
        (tmp_path / "cache" / f"kin.{ending}").write_bytes(nonsense)
    kept = related(store, tmp_path)
    kept.settle()
    assert kept.report("b").flags == ("reprint",)


def test_half_a_line_of_a_writer_that_was_killed_is_passed_over(
    store: Counting, tmp_path: Path
) -> None:
    related(store, tmp_path).settle()
    memory = tmp_path / "cache" / "kin.tsv"
    memory.write_bytes(memory.read_bytes()[:-30])
    keep(store, "d", "Một tin nữa.")
    related(store, tmp_path).settle()
    assert store.read == 5, "the cut one and the new one"


def test_a_damaged_report_is_no_hindrance(store: Store, tmp_path: Path) -> None:
    store.find("c").write_text("+++\nnot toml", "utf-8")
    assert related(store, tmp_path).report("b").flags == ("reprint",)


def test_what_another_process_learned_is_taken_over(store: Counting, tmp_path: Path) -> None:
    kept = related(store, tmp_path)
    elsewhere = pickle.loads(pickle.dumps(kept))  # noqa: S301 - our own, as processes are sent it
    assert [elsewhere.get(name).text for name in "abc"] == [store.get(name).text for name in "abc"]
    store.read = 0
    kept.heed(elsewhere.learned())
    assert elsewhere.learned() == []
    assert kept.settle(), "what was read there is known here"
    assert store.read == 0
    assert kept.report("b").flags == ("reprint",)
