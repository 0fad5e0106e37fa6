"""Correcting, reviewing and reading anew, from the command line and through the library."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive.sample import sample_files
from archive.store import Store
from tests.tui.commanding import Command
from tui.library import Library

A, B = "song-linh-2021.txt", "song-linh-2022.txt"


def lines(said: tuple[int, str, str]) -> list[Any]:
    return [json.loads(line) for line in said[1].splitlines()]


@pytest.fixture
def archive(xdd: Command, tmp_path: Path, home: Path) -> Path:
    """An archive of two consecutive reports of one body."""
    saved = tmp_path / "saved"
    saved.mkdir()
    for file in sample_files():
        if file.name in (A, B):
            (saved / file.name).write_bytes(file.read_bytes())
    assert xdd("import", str(saved))[0] == 0
    return home / "data" / "xdd-tui" / "archive"


@pytest.fixture
def ids(archive: Path) -> list[str]:
    return sorted(entry.id for entry in Store.open(archive).entries())


def shown(xdd: Command, report_id: str) -> Any:
    return lines(xdd("show", report_id, "--json"))[0]


# ---- correcting


def test_a_reprint_is_told_to_be_none_and_on_another_event(
    xdd: Command, archive: Path, tmp_path: Path
) -> None:
    text = next(file for file in sample_files() if file.name == A).read_text("utf-8")
    copy = tmp_path / "copy.txt"
    copy.write_text(f"Báo Sa Lâm điện tử\n\n{text}\n\nNguồn: báo bạn", "utf-8")
    assert xdd("import", str(copy))[0] == 0
    xdd("index")
    every = [entry.id for entry in Store.open(archive).entries()]
    [copied] = [one for one in every if "reprint" in shown(xdd, one)["flags"]]
    event = shown(xdd, copied)["event_id"]
    [original] = [one for one in every if one != copied and shown(xdd, one)["event_id"] == event]
    assert xdd("correct", copied, "--not-reprint")[0] == 0
    xdd("index")
    assert shown(xdd, copied)["flags"] == ["corrected-reprint"]
    assert shown(xdd, copied)["event_id"] == event
    assert xdd("correct", original, "--other-event", copied)[0] == 0
    xdd("index")
    assert len({shown(xdd, one)["event_id"] for one in (original, copied)}) == 2
    assert xdd("stats", "--json").json["events"] == len(every)
    assert xdd("correct", original, "--undo")[0] == xdd("correct", copied, "--undo")[0] == 0
    xdd("index")
    assert shown(xdd, copied)["flags"] == ["reprint"]
    wrong = xdd("correct", copied, "--other-event", copied)
    assert (wrong.status, wrong.out) == (2, "")
    assert "is on one event with itself" in wrong.err


def test_a_correction_is_shown_found_and_taken_back(xdd: Command, ids: list[str]) -> None:
    before = shown(xdd, ids[0])
    status, out, err = xdd("correct", ids[0], "--set", "body=Huyện ủy Sa Lâm", "--set", "title=")
    assert err.startswith("“Huyện ủy Sa Lâm”: the archive has no report by this body yet")
    assert (status, out) == (
        0,
        f"{ids[0]}: corrected; `xdd-tui correct {ids[0]} --undo` takes it back.\n",
    )
    now = shown(xdd, ids[0])
    assert (now["body"], now["body_level"], now["title"]) == ("Huyện ủy Sa Lâm", "district", None)
    found = lines(xdd("search", "", "--body", "Huyện ủy Sa Lâm", "--json"))[0]
    assert [hit["id"] for hit in found["hits"]] == [ids[0]]
    assert xdd("correct", ids[0], "--undo")[0] == 0
    assert shown(xdd, ids[0]) == before
    assert xdd("correct", ids[0], "--undo")[:2] == (
        1,
        f"{ids[0]}: there is no correction to take back.\n",
    )


def test_many_at_once_and_by_the_beginning_of_an_id(xdd: Command, ids: list[str]) -> None:
    done = lines(xdd("correct", ids[0][:12], ids[1], "--set", "kind=other", "--json"))
    assert [(one["id"], one["changed"], one["kind"]) for one in done] == [
        (report_id, True, "other") for report_id in ids
    ]
    again = lines(xdd("correct", *ids, "--set", "kind=other", "--json"))
    assert [one["changed"] for one in again] == [False, False]


def test_tasks_are_dropped_by_number_and_added_by_their_words(xdd: Command, ids: list[str]) -> None:
    before = shown(xdd, ids[0])
    words = before["text"][:40].rpartition(" ")[0]
    done = xdd("correct", ids[0], "--drop-task", "1", "--drop-task", "2", "--add-task", words)
    assert done[0] == 0
    now = [task["text"] for task in shown(xdd, ids[0])["tasks"]]
    assert now == [words, *(task["text"] for task in before["tasks"][2:])]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("--set", "bodyy=x"), "bodyy"),
        (("--set", "event_date=hôm qua"), "hôm qua"),
        (("--set", "kind=tuần"), "nine-month"),
        (("--set", "body"), "FIELD=VALUE"),
        (("--drop-task", "99"), "99"),
        (("--add-task", "không có câu này"), "không có câu này"),
        ((), "--undo"),
        (("--undo", "--set", "kind=other"), "--undo"),
    ],
)
def test_what_cannot_be_changes_nothing(
    xdd: Command, ids: list[str], argv: tuple[str, ...], said: str
) -> None:
    before = [shown(xdd, report_id) for report_id in ids]
    status, out, err = xdd("correct", *ids, *argv)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert said in err
    assert [shown(xdd, report_id) for report_id in ids] == before


def test_the_sample_is_not_corrected(xdd: Command) -> None:
    report_id = lines(xdd("search", "", "--kind", "annual", "--json"))[0]["hits"][0]["id"]
    status, _, err = xdd("correct", report_id, "--set", "kind=other")
    assert status == 2
    assert "read-only" in err
    assert xdd("reread", "--dry-run")[0] == 0
    assert xdd("reread")[0] == 2


# ---- reviewing


def test_review_lists_the_most_doubtful_first(xdd: Command) -> None:
    doubts = lines(xdd("review", "--json"))
    sure = [doubt["confidence"] for doubt in doubts]
    assert sure == sorted(sure)
    keys = ["id", "field", "value", "confidence", "candidates", "why", "place", "title"]
    assert all(list(doubt) == keys for doubt in doubts)
    wanted = doubts[-1]["field"]
    assert lines(xdd("review", "--json", "--field", wanted)) == [
        doubt for doubt in doubts if doubt["field"] == wanted
    ]
    assert lines(xdd("review", "--json", "--limit", "1")) == doubts[:1]


def test_what_was_corrected_or_confirmed_leaves_the_review(xdd: Command, ids: list[str]) -> None:
    open_ones = lines(xdd("review", "--json"))
    assert open_ones
    for doubt in open_ones:
        assert xdd("correct", doubt["id"], "--confirm", doubt["field"])[0] == 0
    status, out, _ = xdd("review")
    assert (status, out) == (1, "0 readings in doubt, 0 gravely; 0 shown\n")
    assert xdd("correct", ids[0], "--set", "body=Một nơi nào đó")[0] == 0
    [doubt] = [doubt for doubt in lines(xdd("review", "--json")) if doubt["field"] == "body_level"]
    assert doubt["id"] == ids[0]


@pytest.mark.parametrize("junk", ["", "[]", '{"rules": 1}', "\x00"])
def test_a_memory_that_says_nonsense_is_not_believed(
    own_caches: Path, xdd: Command, ids: list[str], junk: str
) -> None:
    before = xdd("review", "--json")
    [memory] = own_caches.rglob("doubts-*.json")
    memory.write_text(junk, "utf-8")
    assert xdd("review", "--json") == before
    assert ids


# ---- reading anew


def put_otherwise(archive: Path, report_id: str) -> None:
    """As if an earlier reader had read the report otherwise."""
    store = Store.open(archive)
    kept = store.kept(report_id).report
    store.replace(report_id, replace(kept, body="Tỉnh ủy Nào Đó", tasks=kept.tasks[1:]))


def test_reading_anew_tells_what_changed_field_by_field(
    xdd: Command, archive: Path, ids: list[str]
) -> None:
    right = shown(xdd, ids[0])
    put_otherwise(archive, ids[0])
    assert lines(xdd("reread", "--dry-run", "--json")) == lines(
        xdd("reread", "--dry-run", "--json")
    )
    changes = {change["field"]: change for change in lines(xdd("reread", "--json"))}
    assert set(changes) == {"body", "tasks"}
    assert {change["id"] for change in changes.values()} == {ids[0]}
    assert (changes["body"]["before"], changes["body"]["after"]) == (
        "Tỉnh ủy Nào Đó",
        right["body"],
    )
    assert (changes["tasks"]["before"], len(changes["tasks"]["after"])) == ([], 1)
    assert shown(xdd, ids[0]) == right
    assert xdd("reread")[:2] == (0, "2 reports read, 0 of them changed\n")


def test_a_dry_run_changes_nothing(xdd: Command, archive: Path, ids: list[str]) -> None:
    put_otherwise(archive, ids[0])
    status, out, _ = xdd("reread", "--dry-run")
    assert status == 0
    assert out.splitlines()[0] == ids[0]
    assert out.splitlines()[-1] == "2 reports read, 1 of them would change"
    assert shown(xdd, ids[0])["body"] == "Tỉnh ủy Nào Đó"


def test_what_people_said_stays_and_is_not_told(
    xdd: Command, archive: Path, ids: list[str]
) -> None:
    put_otherwise(archive, ids[0])
    xdd("correct", ids[0], "--set", "body=Tỉnh ủy Sơn Hà")
    assert {change["field"] for change in lines(xdd("reread", "--json"))} == {"tasks"}
    assert shown(xdd, ids[0])["body"] == "Tỉnh ủy Sơn Hà"
    xdd("correct", ids[0], "--undo")
    assert shown(xdd, ids[0])["body"] == "Ban Tổ chức Tỉnh ủy Sông Linh"


def test_a_text_edited_by_hand_is_healed_and_a_broken_file_told(
    xdd: Command, archive: Path, ids: list[str]
) -> None:
    store = Store.open(archive)
    with store.find(ids[0]).open("a", encoding="utf-8") as file:
        file.write("\nviết thêm")
    store.find(ids[1]).write_text("+++\nnot toml", "utf-8")
    status, out, err = xdd("reread")
    assert (status, out.splitlines()[-1]) == (3, "1 report read, 1 of them changed")
    assert ids[1] in err
    assert shown(xdd, ids[0])["text"].endswith("viết thêm")


# ---- the library


def test_what_was_read_before_a_change_is_forgotten(archive: Path, ids: list[str]) -> None:
    library = Library(archive, archive.parent / "cache")
    before = library.report(ids[0])
    library.correct([ids[0]], {"body": "B"})
    assert library.report(ids[0]).body == "B"
    library.undo_correction([ids[0]])
    assert library.report(ids[0]) == before
