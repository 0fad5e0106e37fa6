"""The archive: what is kept is kept, found again, and never lost."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from archive.errors import (
    AmbiguousReport,
    ArchiveDamaged,
    ArchiveError,
    ArchiveLocked,
    ArchiveReadOnly,
    ArchiveTooNew,
    ArchiveUnwritable,
    UnknownReport,
    WrongCorrection,
)
from archive.importing import Source
from archive.item_corrections import ADDED, DROPPED
from archive.store import Store
from archive.store.upkeep import verify
from tests.archive.articles import article, as_read

DAY = date(2024, 1, 5)
ONE = article("Hội nghị tổng kết năm 2023\nRà soát quy hoạch", published=DAY)
TWO = article("Hội nghị sơ kết 6 tháng\nKết nạp đảng viên", name="hai.txt")
ONE_ID = "2024-01-05-hoi-nghi-tong-ket-nam-2023"
TWO_ID = "undated-hoi-nghi-so-ket-6-thang"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "kho")


def bring(store: Store, *sources: Source) -> list[tuple[str, str]]:
    outcomes = [store.add(as_read(source), source) for source in sources]
    return [(outcome.verdict, outcome.id) for outcome in outcomes]


def ids(store: Store) -> list[str]:
    return sorted(entry.id for entry in store.entries())


def code_of(call: Callable[[], object], kind: type[Exception]) -> str:
    with pytest.raises(kind) as error:
        call()
    return str(getattr(error.value, "code", ""))


# ---- opening


def test_a_new_archive_says_its_form_and_is_empty(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "a" / "kho")
    assert "format = 1" in (tmp_path / "a" / "kho" / "archive.toml").read_text(encoding="utf-8")
    assert ids(store) == []
    assert list(verify(store)) == []


def test_creating_again_opens(store: Store) -> None:
    bring(store, ONE)
    assert ids(Store.create(store.folder)) == [ONE_ID]


def test_no_archive_there(tmp_path: Path) -> None:
    assert code_of(lambda: Store.open(tmp_path), ArchiveError) == "no-archive"
    assert code_of(lambda: Store.open(tmp_path / "x" / "y"), ArchiveError) == "no-archive"


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "anh.jpg").touch()
    assert code_of(lambda: Store.create(tmp_path), ArchiveError) == "not-empty"
    assert [item.name for item in tmp_path.iterdir()] == ["anh.jpg"]


@pytest.mark.parametrize(
    ("own", "kind", "code"),
    [
        ("format = 2", ArchiveTooNew, "too-new"),
        ("format =", ArchiveDamaged, "broken-archive"),
        ("", ArchiveDamaged, "broken-archive"),
        ('format = "1"', ArchiveDamaged, "broken-archive"),
    ],
)
def test_an_archive_of_another_form(
    store: Store, own: str, kind: type[Exception], code: str
) -> None:
    (store.folder / "archive.toml").write_text(own, encoding="utf-8")
    assert code_of(lambda: Store.open(store.folder), kind) == code


def test_a_read_only_archive_takes_nothing_and_writes_nothing(store: Store) -> None:
    bring(store, ONE)
    before = sorted((path, path.stat().st_mtime_ns) for path in store.folder.rglob("*"))
    sample = Store.open(store.folder, read_only=True)
    assert sample.get(ONE_ID).title == "Hội nghị tổng kết năm 2023"
    assert sample.recognise(ONE) == ONE_ID
    for change in (
        lambda: sample.add(as_read(TWO), TWO),
        lambda: sample.remove([ONE_ID]),
        lambda: sample.put_back([ONE_ID]),
        lambda: sample.replace(ONE_ID, as_read(ONE)),
        lambda: sample.correct([ONE_ID], {"body": "B"}),
        lambda: sample.undo([ONE_ID]),
    ):
        assert code_of(change, ArchiveReadOnly) == "read-only"
    assert sorted((path, path.stat().st_mtime_ns) for path in store.folder.rglob("*")) == before


# ---- ids


@pytest.mark.parametrize(
    ("source", "report_id"),
    [
        pytest.param(ONE, ONE_ID, id="day and headline"),
        pytest.param(TWO, TWO_ID, id="no day"),
        pytest.param(article("!!!\n\n— —\nĐảng bộ tỉnh"), "undated-dang-bo-tinh", id="first words"),
        pytest.param(article("…"), "undated-report", id="no words at all"),
        pytest.param(article("x", report_id="91/2015/QH13@1"), "91/2015/QH13@1", id="given"),
        pytest.param(article("x", report_id="Luật Đất đai@1"), "Luật Đất đai@1", id="with letters"),
        pytest.param(article("x", report_id="../../etc/x"), "../../etc/x", id="given with malice"),
        pytest.param(article("x", report_id=".hidden"), ".hidden", id="given, hidden"),
        pytest.param(article("x", report_id="a%2Fb"), "a%2Fb", id="given with a per cent sign"),
        pytest.param(article("x", report_id="\x1b[31ma\nb"), "a b", id="given with an escape"),
        pytest.param(article("x y", report_id="i" * 300), "undated-x-y", id="given, too long"),
    ],
)
def test_ids(store: Store, source: Source, report_id: str) -> None:
    assert bring(store, source) == [("added", report_id)]
    assert ids(store) == [report_id]
    assert store.has(report_id)
    assert store.get(report_id).id == report_id
    inside = (store.folder / "reports").resolve()
    assert store.find(report_id).resolve().is_relative_to(inside)


def test_an_id_that_is_taken_gets_a_number(store: Store) -> None:
    same_title = [saved_as(f"{n}.txt", f"Tổng kết\nViệc {n}") for n in range(4)]
    expected = ["undated-tong-ket", *(f"undated-tong-ket-{n}" for n in (2, 3, 4))]
    with store.batch():
        assert [report_id for _, report_id in bring(store, *same_title[:3])] == expected[:3]
    assert bring(Store.open(store.folder), same_title[3]) == [("added", expected[3])]


def test_reports_lie_in_folders_of_their_year(store: Store) -> None:
    bring(store, ONE, TWO, article("x", report_id="bao-1", published=date(2019, 3, 1)))
    found = sorted(str(store.find(i).relative_to(store.folder)) for i in ids(store))
    assert found == [
        "reports/2019/bao-1.txt",
        f"reports/2024/{ONE_ID}.txt",
        f"reports/undated/{TWO_ID}.txt",
    ]


# ---- the same again


@pytest.mark.parametrize(
    ("first", "again", "verdict"),
    [
        pytest.param(ONE, ONE, "same", id="the same file"),
        pytest.param(ONE, replace(ONE, name="khac.txt"), "same", id="under another name"),
        pytest.param(
            ONE, replace(ONE, original=b"other bytes"), "same", id="the same text in other bytes"
        ),
        pytest.param(
            article("một", url="https://a.vn/1"), article("một, sửa", url="https://a.vn/1"),
            "updated", id="the same address, another text",
        ),
        pytest.param(
            article("một", report_id="7"), article("một, sửa", report_id="7"),
            "updated", id="the same given id, another text",
        ),
        pytest.param(
            article("một", report_id="7"), article("một", report_id="7", published=DAY),
            "updated", id="the same text, but now with its day",
        ),
    ],
)  # fmt: skip
def test_known_again(store: Store, first: Source, again: Source, verdict: str) -> None:
    [(_, report_id)] = bring(store, first)
    assert store.recognise(again) == report_id
    assert bring(Store.open(store.folder), again) == [(verdict, report_id)]
    assert ids(store) == [report_id]
    assert store.get(report_id).text == again.text
    assert list(verify(store)) == []


@pytest.mark.parametrize(
    ("first", "other"),
    [
        pytest.param(article("một"), article("hai"), id="another text"),
        pytest.param(
            article("một", report_id="1"), article("một", report_id="2"), id="given ids differ"
        ),
        pytest.param(
            article("một", report_id="1", url="https://a.vn/1"),
            article("hai", report_id="1", url="https://b.vn/1"),
            id="the same given id, from elsewhere",
        ),
    ],
)
def test_two_that_are_two(store: Store, first: Source, other: Source) -> None:
    assert [verdict for verdict, _ in bring(store, first, other)] == ["added", "added"]
    assert len(set(ids(store))) == 2


LONG = "Hội nghị tổng kết công tác của Tỉnh ủy Sơn Hà bàn việc thứ {}, giao ban chuyên trách lo. "


def saved_as(name: str, text: str, report_id: str | None = None) -> Source:
    return replace(article(text, report_id=report_id), name=name)


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        ("Mở hai lớp học tại huyện Mộc.", "Mở ba lớp học tại huyện Mộc.", "updated"),
        ("Mở hai lớp học tại huyện Mộc.", "Trồng cây đầu xuân bên sông.", "added"),
        (
            "".join(map(LONG.format, range(20))),
            "".join(map(LONG.format, range(20))) + "Thêm một câu ở cuối.",
            "updated",
        ),
        ("".join(map(LONG.format, range(20))), "Tin vắn: đại biểu thăm vườn ươm. " * 20, "added"),
    ],
)
def test_a_file_that_was_edited_is_updated(
    store: Store, before: str, now: str, verdict: str
) -> None:
    [(_, report_id)] = bring(store, saved_as("tin/a.txt", before))
    again = Store.open(store.folder)
    again.correct([report_id], {"body": "B"})
    assert [one for one, _ in bring(again, saved_as("tin/a.txt", now))] == [verdict]
    assert len(ids(store)) == (1 if verdict == "updated" else 2)
    assert store.get(report_id).text == (now if verdict == "updated" else before)
    assert store.get(report_id).body == "B"
    assert list(verify(store)) == []


def test_nearly_the_same_text_from_elsewhere_is_another(store: Store) -> None:
    one, other = "Mở hai lớp học tại huyện Mộc.", "Mở ba lớp học tại huyện Mộc."
    bring(store, saved_as("a.txt", one))
    assert bring(store, saved_as("b.txt", other))[0][0] == "added"
    bring(store, saved_as("c.jsonl:1", one + " (1)", report_id="1"))
    assert bring(store, saved_as("c.jsonl:1", other + " (1)", report_id="2"))[0][0] == "added"


def test_a_table_of_an_earlier_version_knows_the_names_as_well(store: Store) -> None:
    bring(store, saved_as("a.txt", "Mở hai lớp học tại huyện Mộc."))
    table = store.folder / "lookup.tsv"
    lines = table.read_text("utf-8").splitlines()
    table.write_text("".join("\t".join(x.split("\t")[:6]) + "\n" for x in lines), "utf-8")
    again = Store.open(store.folder)
    assert bring(again, saved_as("a.txt", "Mở ba lớp học tại huyện Mộc."))[0][0] == "updated"


def test_an_update_keeps_corrections_and_the_earlier_original(store: Store) -> None:
    old = article("một", url="https://a.vn/1")
    [(_, report_id)] = bring(store, old)
    store.correct([report_id], {"body": "B"})
    bring(store, article("một, sửa", url="https://a.vn/1"))
    now = store.kept(report_id)
    assert (now.corrections, store.get(report_id).body) == ({"body": "B"}, "B")
    assert [store.original_path(name).read_bytes() for name in now.earlier] == [old.original]


def test_a_second_time_in_one_batch(store: Store) -> None:
    new = article("một, sửa", report_id="7")
    with store.batch():
        outcomes = bring(store, article("một", report_id="7"), new, new)
    assert [verdict for verdict, _ in outcomes] == ["added", "updated", "same"]
    assert store.get("7").text == "một, sửa"


def test_known_without_the_table(store: Store) -> None:
    bring(store, ONE, TWO)
    (store.folder / "lookup.tsv").unlink()
    assert bring(Store.open(store.folder), TWO) == [("same", TWO_ID)]


@pytest.mark.parametrize("junk", ["", "x\n", "a\tb\tc\td\te\tf\n", "\x00\xff\n\t\t\t\t\t\n"])
def test_a_table_that_says_nonsense_is_not_believed(store: Store, junk: str) -> None:
    bring(store, ONE)
    (store.folder / "lookup.tsv").write_text(junk, encoding="latin-1")
    assert bring(Store.open(store.folder), ONE, TWO) == [("same", ONE_ID), ("added", TWO_ID)]


def test_a_file_taken_away_by_hand_is_forgotten(store: Store) -> None:
    bring(store, ONE, TWO)
    store.find(ONE_ID).unlink()
    again = Store.open(store.folder)
    assert ids(again) == [TWO_ID]
    assert bring(again, ONE) == [("added", ONE_ID)]


# ---- reading


def test_what_comes_back_is_what_went_in(store: Store) -> None:
    bring(store, ONE)
    assert store.get(ONE_ID) == replace(as_read(ONE), id=ONE_ID)
    back = store.source(ONE_ID)
    assert back == replace(ONE, id=None)


def test_the_original_is_kept_to_the_byte(store: Store) -> None:
    raw = "Hội nghị\r\nVi\u1ec7c".encode("utf-16")
    source = replace(ONE, original=raw, suffix=".md")
    bring(store, source)
    original = store.original_path(store.kept(ONE_ID).original)
    assert original.suffix == ".md"
    assert original.read_bytes() == raw


@pytest.mark.parametrize("suffix", ["", ".JSON", "/../../x", ".a b", ".\x1b[31m", "." + "x" * 300])
def test_no_suffix_leads_astray(store: Store, suffix: str) -> None:
    bring(store, replace(ONE, suffix=suffix))
    assert list(verify(store)) == []
    path = store.original_path(store.kept(ONE_ID).original)
    assert path.resolve().parent.parent == (store.folder / "originals").resolve()


def test_stamps_change_with_the_file_alone(store: Store) -> None:
    bring(store, article("một", report_id="1"), article("hai", report_id="2"))
    before = dict(store.entries())
    bring(store, article("một, sửa", report_id="1"))
    after = dict(store.entries())
    assert after["1"] != before["1"]
    assert after["2"] == before["2"]


def test_resolving(store: Store) -> None:
    bring(store, *(article(text, report_id=text) for text in ("bao-1", "bao-12", "tin-1")))
    assert store.resolve("bao-1") == "bao-1"
    assert store.resolve("bao-12") == "bao-12"
    assert store.resolve(" tin ") == "tin-1"
    with pytest.raises(AmbiguousReport) as error:
        store.resolve("bao")
    assert error.value.facts == {"name": "bao", "found": "bao-1; bao-12", "count": 2}
    assert code_of(partial(store.resolve, " "), UnknownReport) == "no-id"
    for unknown in ("x", "ba/../bao-1", "\x00", "i" * 5000):
        assert code_of(partial(store.resolve, unknown), UnknownReport) == "no-report"


def test_ids_are_found_in_either_form_of_their_letters(store: Store) -> None:
    bring(store, article("x", report_id="Luật"))
    assert store.resolve("Lu\u00e2\u0323t") == "Luật"
    assert store.has("Lua\u0302\u0323t")


# ---- taking out


def test_removed_and_put_back(store: Store) -> None:
    bring(store, ONE, TWO)
    before = store.find(ONE_ID).read_bytes()
    store.remove([ONE_ID])
    assert ids(store) == [TWO_ID]
    assert store.bin() == [ONE_ID]
    assert code_of(lambda: store.get(ONE_ID), UnknownReport) == "in-bin"
    assert list(verify(store)) == []
    store.put_back([ONE_ID])
    assert ids(store) == sorted([ONE_ID, TWO_ID])
    assert store.find(ONE_ID).read_bytes() == before
    assert store.bin() == []


def test_of_several_to_remove_one_is_unknown_so_none_goes(store: Store) -> None:
    bring(store, ONE)
    assert code_of(lambda: store.remove([ONE_ID, "x"]), UnknownReport) == "no-report"
    assert ids(store) == [ONE_ID]


def test_putting_back_what_was_never_there(store: Store) -> None:
    assert code_of(lambda: store.put_back(["x"]), UnknownReport) == "no-report"


def test_what_is_brought_in_again_comes_out_of_the_bin(store: Store) -> None:
    bring(store, ONE)
    store.remove([ONE_ID])
    assert bring(store, ONE) == [("added", ONE_ID)]
    assert ids(store) == [ONE_ID]
    assert store.bin() == []


def test_an_id_in_the_bin_stays_taken(store: Store) -> None:
    bring(store, ONE)
    store.remove([ONE_ID])
    other = article("Hội nghị tổng kết năm 2023\nViệc khác", published=DAY)
    other = replace(other, name="khac.txt")
    assert bring(store, other) == [("added", f"{ONE_ID}-2")]


# ---- reading anew


def test_a_newer_reading_takes_the_place_of_the_old(store: Store) -> None:
    bring(store, ONE)
    newer = replace(as_read(store.source(ONE_ID)), body="Ban Tổ chức Tỉnh ủy Sơn Hà")
    store.replace(ONE_ID, newer)
    assert store.get(ONE_ID) == replace(newer, id=ONE_ID)
    assert store.source(ONE_ID) == replace(ONE, id=None)


def test_an_edited_text_is_damage_until_it_is_read_anew(store: Store) -> None:
    bring(store, ONE)
    with store.find(ONE_ID).open("a", encoding="utf-8") as file:
        file.write("\nviết thêm \x1b[2J")
    assert code_of(lambda: store.get(ONE_ID), ArchiveDamaged) == "edited-text"
    store.replace(ONE_ID, as_read(store.source(ONE_ID)))
    assert store.get(ONE_ID).text == f"{ONE.text}\nviết thêm "
    assert list(verify(store)) == []


def test_a_text_kept_when_cleaning_left_more_spaces_is_no_damage(store: Store) -> None:
    before = replace(ONE, text="Hội nghị tổng kết  năm 2023\nRà soát  quy hoạch")
    bring(store, before)
    assert store.get(ONE_ID) == replace(as_read(before), id=ONE_ID)
    assert store.get(ONE_ID).tasks[0].text == "Rà soát  quy hoạch"
    assert list(verify(store)) == []


# ---- what people say


def test_a_correction_stands_in_the_file_of_the_report(store: Store) -> None:
    bring(store, ONE)
    assert store.correct([ONE_ID], {"body": "Tỉnh ủy Sơn Hà", "published": "5/2/2024"}) == [ONE_ID]
    again = Store.open(store.folder)
    assert again.get(ONE_ID).body == "Tỉnh ủy Sơn Hà"
    assert again.get(ONE_ID).published == date(2024, 2, 5)
    assert again.kept(ONE_ID).report == replace(as_read(ONE), id=ONE_ID)
    lines = again.find(ONE_ID).read_text(encoding="utf-8").splitlines()
    at = lines.index("[corrections]")
    assert lines[at + 1 : at + 3] == ['body = "Tỉnh ủy Sơn Hà"', 'published = "2024-02-05"']
    assert list(verify(again)) == []


def test_a_correction_changes_the_stamp_and_no_id(store: Store) -> None:
    bring(store, ONE)
    [before] = store.entries()
    store.correct([ONE_ID], {"published": "2019-01-01", "title": "Khác hẳn"})
    [after] = store.entries()
    assert (before.id, before.stamp == after.stamp) == (after.id, False)


def test_corrections_are_undone_one_after_the_other(store: Store) -> None:
    bring(store, ONE)
    for changes in ({"body": "A"}, {"body": "B"}, {"kind": "other"}, {"kind": "other"}):
        store.correct([ONE_ID], changes)
    told = []
    while store.undo([ONE_ID]):
        told.append(dict(store.kept(ONE_ID).corrections))
    assert told == [{"body": "B"}, {"body": "A"}, {}]
    assert store.get(ONE_ID) == replace(as_read(ONE), id=ONE_ID)


def test_many_at_once_are_all_corrected_or_none(store: Store) -> None:
    bring(store, ONE, TWO)
    both = [ONE_ID, TWO_ID]
    assert code_of(lambda: store.correct([*both, "x"], {"body": "B"}), UnknownReport) == "no-report"
    for changes, code in (({"kind": "x"}, "wrong-choice"), ({ADDED: "Rà soát"}, "no-passage")):
        assert code_of(partial(store.correct, both, changes), WrongCorrection) == code
    assert [store.get(i).body for i in both] == [None, None]
    assert store.correct(both, {"body": "B"}) == both
    assert [store.get(i).body for i in both] == ["B", "B"]
    assert store.undo([*both, TWO_ID]) == both
    assert [store.get(i).body for i in both] == [None, None]


def test_corrections_survive_reading_anew_and_the_bin(store: Store) -> None:
    bring(store, ONE)
    store.correct([ONE_ID], {"body": "B", DROPPED: "1"})
    store.replace(ONE_ID, replace(as_read(store.source(ONE_ID)), body="A"))
    store.remove([ONE_ID])
    assert bring(store, ONE) == [("added", ONE_ID)]
    assert (store.get(ONE_ID).body, store.get(ONE_ID).tasks) == ("B", ())
    store.undo([ONE_ID])
    assert (store.get(ONE_ID).body, len(store.get(ONE_ID).tasks)) == ("A", 1)


def test_in_a_batch_one_correction_knows_of_the_other(store: Store) -> None:
    bring(store, ONE)
    with store.batch():
        store.correct([ONE_ID], {"body": "B"})
        store.correct([ONE_ID], {"kind": "other"})
    assert store.kept(ONE_ID).corrections == {"body": "B", "kind": "other"}
    assert len(store.kept(ONE_ID).history) == 2


def test_what_is_binned_is_not_corrected(store: Store) -> None:
    bring(store, ONE)
    store.remove([ONE_ID])
    assert code_of(lambda: store.correct([ONE_ID], {"body": "B"}), UnknownReport) == "in-bin"


def test_a_correction_that_says_nothing_is_named_and_the_report_is_there(store: Store) -> None:
    bring(store, ONE)
    path = store.find(ONE_ID)
    front = path.read_text(encoding="utf-8")
    wrong = '[corrections]\nkind = "hoa"\nx = 1\n[reading]'
    path.write_text(front.replace("[reading]", wrong), encoding="utf-8")
    assert [(one.code, one.facts["fields"]) for one in verify(store)] == [
        ("wrong-correction", "kind, x")
    ]
    assert store.get(ONE_ID).kind == "annual"


# ---- damage


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:50])


@pytest.mark.parametrize(
    ("harm", "codes"),
    [
        pytest.param(lambda s: _cut(s.find(ONE_ID)), ["broken-report"], id="cut off"),
        pytest.param(
            lambda s: s.find(ONE_ID).rename(s.find(ONE_ID).with_name("x.txt")),
            ["wrong-id"], id="renamed",
        ),
        pytest.param(
            lambda s: shutil.copy(s.find(ONE_ID), s.find(TWO_ID).parent),
            ["double-id"], id="copied",
        ),
        pytest.param(
            lambda s: s.original_path(s.kept(ONE_ID).original).unlink(),
            ["missing-original"], id="original gone",
        ),
        pytest.param(
            lambda s: s.original_path(s.kept(ONE_ID).original).write_bytes(b"x"),
            ["changed-original"], id="original changed",
        ),
        pytest.param(lambda s: (s.folder / "lookup.tsv").unlink(), [], id="lookup gone"),
        pytest.param(lambda s: (s.find(ONE_ID).parent / ".DS_Store").touch(), [], id="litter"),
    ],
)  # fmt: skip
def test_verify_names_the_damage(
    store: Store, harm: Callable[[Store], object], codes: list[str]
) -> None:
    bring(store, ONE, TWO)
    assert list(verify(store)) == []
    harm(store)
    assert [damage.code for damage in verify(store)] == codes
    assert store.get(TWO_ID).text == TWO.text


def test_a_broken_file_does_not_keep_others_out(store: Store) -> None:
    bring(store, ONE)
    _cut(store.find(ONE_ID))
    assert bring(Store.open(store.folder), TWO) == [("added", TWO_ID)]
    assert bring(Store.open(store.folder), ONE) == [("added", f"{ONE_ID}-2")]


# ---- writing


def test_a_batch_holds_the_lock_and_others_read_on(store: Store) -> None:
    bring(store, ONE)
    other = Store.open(store.folder)
    with store.batch():
        bring(store, TWO)
        with pytest.raises(ArchiveLocked):
            bring(other, TWO)
        assert other.get(ONE_ID).text == ONE.text
        assert ids(other) == [ONE_ID]
    assert ids(other) == sorted([ONE_ID, TWO_ID])


def test_what_came_in_before_somebody_broke_off_stays(store: Store) -> None:
    def broken_off() -> None:
        with store.batch():
            bring(store, ONE)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert ids(store) == [ONE_ID]
    assert list(verify(store)) == []


def test_what_a_killed_writer_left_aside_goes(store: Store) -> None:
    (store.folder / "tmp" / "123-0").write_text("half", encoding="utf-8")
    bring(store, ONE)
    assert list((store.folder / "tmp").iterdir()) == []


def _refuse(errno: int) -> Callable[..., int]:
    def refuse(*_: object) -> int:
        raise OSError(errno, os.strerror(errno))

    return refuse


@pytest.mark.parametrize(
    ("operation", "errno", "code"),
    [("write", 28, "disk-full"), ("fsync", 28, "disk-full"), ("replace", 13, "unwritable"),
     ("open", 30, "unwritable"), ("fsync", 5, "unwritable")],
)  # fmt: skip
def test_a_disk_that_refuses(
    store: Store, monkeypatch: pytest.MonkeyPatch, operation: str, errno: int, code: str
) -> None:
    bring(store, ONE)
    with monkeypatch.context() as patch:
        patch.setattr(os, operation, _refuse(errno))
        with pytest.raises(ArchiveUnwritable) as error:
            bring(store, TWO)
    assert error.value.code == code
    assert set(error.value.facts) == {"path", "why"}
    assert list(verify(store)) == []
    assert bring(store, TWO)[0][1] == TWO_ID


@pytest.mark.parametrize("failing", range(8))
def test_a_disk_that_refuses_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    forced: list[int] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        forced.append(descriptor)
        if len(forced) == failing + 1:
            raise OSError(5, os.strerror(5))
        real(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        # The update needs the first state in its place, so the batch is settled more than once.
        with pytest.raises(ArchiveUnwritable), store.batch():
            bring(store, article("một", report_id="1"), article("một, sửa", report_id="1"))
    assert list(verify(store)) == []
    bring(store, article("một, sửa", report_id="1"))
    assert store.get("1").text == "một, sửa"


def test_a_place_where_no_archive_can_be(tmp_path: Path) -> None:
    (tmp_path / "tep").touch()
    assert code_of(lambda: Store.create(tmp_path / "tep" / "kho"), ArchiveUnwritable)
    assert code_of(lambda: Store.create(tmp_path / "tep"), ArchiveUnwritable)


def test_the_table_does_not_grow_without_end(store: Store) -> None:
    for number in range(120):
        bring(store, article(f"một {number}", report_id="1"))
    lines = (store.folder / "lookup.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 110
