"""Mending an archive and emptying its bin: what can be done is done, and nothing is lost."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from archive.store import Store
from archive.store.upkeep import verify
from tests.tui.commanding import Command

A = "Hội nghị tổng kết năm 2023 của Tỉnh ủy Sơn Hà.\nNhiệm vụ: mở hai lớp học."
B = "Tin vắn: đại biểu thăm vườn ươm giống cây mới."


@pytest.fixture
def store(xdd: Command, tmp_path: Path, home: Path) -> Store:
    saved = tmp_path / "saved"
    saved.mkdir()
    for name, text in (("a", A), ("b", B)):
        (saved / f"{name}.txt").write_text(text, "utf-8")
    assert xdd("import", str(saved))[0] == 0
    return Store.open(home / "data" / "xdd-tui" / "archive")


def id_with(store: Store, words: str) -> str:
    return next(e.id for e in store.entries() if words in store.get(e.id).text)


def lines(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


# ---- repairing


def test_a_broken_file_is_put_aside_and_the_report_read_again(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    path = store.find(name)
    broken = path.read_bytes().replace(b"[reading]", b"[reading")
    path.write_bytes(broken)
    status, out, _ = xdd("check", "--repair", "--json")
    [done] = lines(out)
    assert status == 0
    assert (done["code"], done["done"], done["id"]) == ("broken-report", "from-original", name)
    assert Path(done["aside"]).read_bytes() == broken
    assert "Sơn Hà" in store.get(name).text
    assert list(verify(store)) == []


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("title = ", "title ", r"[0-9]+:7"),
        ("+++\n", "", "thiếu phần đầu giữa hai dòng \\+\\+\\+|phần đầu thiếu dòng .*"),
    ],
)
def test_why_a_file_is_broken_is_told_in_vietnamese(
    xdd: Command, store: Store, before: str, after: str, why: str
) -> None:
    path = store.find(id_with(store, "Sơn Hà"))
    path.write_text(path.read_text("utf-8").replace(before, after), "utf-8")
    out = xdd("--language", "vi", "check").out
    assert re.search(rf"bị hỏng \((?:{why})\);", out)


def test_what_people_said_is_salvaged_from_a_broken_file(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    store.correct([name], {"body": "Tỉnh ủy Sơn Hà"})
    path = store.find(name)
    lines_left = [line for line in path.read_text("utf-8").splitlines(keepends=True)
                  if not line.startswith("source = ")]  # fmt: skip
    path.write_text("".join(lines_left), "utf-8")
    assert xdd("check", "--repair")[0] == 0
    assert store.kept(name).corrections == {"body": "Tỉnh ủy Sơn Hà"}
    store.undo([name])
    assert store.kept(name).corrections == {}


def test_a_file_that_says_nothing_any_more_is_read_again(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    text = store.get(name).text
    store.find(name).write_text("garbage", "utf-8")
    assert "read again from the file that was imported" in xdd("check", "--repair").out
    assert store.get(name).text == text


def test_a_line_of_a_collection_is_read_again_as_one(
    xdd: Command, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text(
        '{"id": "tin-1", "text": "Bình luận về một lớp học.", "title": "Lớp học"}', "utf-8"
    )
    xdd("import", str(file))
    text = store.get("tin-1").text
    store.find("tin-1").write_text("garbage", "utf-8")
    assert xdd("check", "--repair").status == 0
    assert store.get("tin-1").text == text


def test_a_broken_file_that_names_no_original_is_put_aside(xdd: Command, store: Store) -> None:
    path = store.find(id_with(store, "Sơn Hà"))
    (store.folder / "lookup.tsv").unlink()
    path.write_text("+++\nnonsense", "utf-8")
    status, out, _ = xdd("check", "--repair")
    aside = store.folder / "damaged" / path.relative_to(store.folder)
    assert status == 0
    assert f"Put aside; it lies in {aside}.\n" in out
    assert aside.read_text("utf-8") == "+++\nnonsense"
    assert not path.exists()
    assert out.endswith("Archive and index are sound.\n")


def test_a_second_broken_file_of_one_name_takes_no_other_s_place(
    xdd: Command, store: Store
) -> None:
    path = store.find(id_with(store, "Sơn Hà"))
    for words in ("one", "two"):
        path.write_text(words, "utf-8")
        assert xdd("check", "--repair")[0] == 0
    aside = store.folder / "damaged" / path.relative_to(store.folder)
    kept = sorted(file.read_text("utf-8") for file in aside.parent.iterdir())
    assert kept == ["one", "two"]


def test_a_text_edited_by_hand_is_read_anew(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    path = store.find(name)
    path.write_text(path.read_text("utf-8").replace("hai lớp", "ba lớp"), "utf-8")
    status, out, _ = xdd("check", "--repair", "--json")
    assert (status, [done["done"] for done in lines(out)]) == (0, ["read-anew"])
    assert "ba lớp" in store.get(name).text


def test_a_correction_that_says_nothing_is_dropped_and_can_be_had_back(
    xdd: Command, store: Store
) -> None:
    name = id_with(store, "Sơn Hà")
    store.correct([name], {"kind": "other", "body": "Tỉnh ủy Sơn Hà"})
    path = store.find(name)
    wrong = path.read_text("utf-8").replace('kind = "other"', 'kind = "hoa"', 1)
    path.write_text(wrong, "utf-8")
    status, out, _ = xdd("check", "--repair", "--json")
    assert (status, [done["done"] for done in lines(out)]) == (0, ["corrections-dropped"])
    assert store.kept(name).corrections == {"body": "Tỉnh ủy Sơn Hà"}
    store.undo([name])
    assert store.kept(name).corrections["kind"] == "hoa"


def test_a_file_under_another_s_name_is_put_aside_and_told(xdd: Command, store: Store) -> None:
    path = store.find(id_with(store, "Sơn Hà"))
    copy = path.with_name("copy.txt")
    copy.write_bytes(path.read_bytes())
    status, out, _ = xdd("check", "--repair", "--json")
    assert (status, [done["code"] for done in lines(out)]) == (0, ["wrong-id"])
    assert not copy.exists()
    assert path.exists()


def test_what_cannot_be_mended_is_still_told(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    store.original_path(store.kept(name).original).unlink()
    status, out, _ = xdd("check", "--repair", "--json")
    assert (status, [one["code"] for one in lines(out)]) == (3, ["missing-original"])
    assert store.has(name)


def test_a_report_whose_file_is_gone_is_told_and_read_again(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    text, original = store.get(name).text, store.original_path(store.kept(name).original)
    store.find(name).unlink()
    status, out, _ = xdd("check", "--json")
    [one] = lines(out)
    assert (status, one["code"], one["path"], one["id"]) == (3, "lost-report", str(original), name)
    status, out, _ = xdd("check", "--repair", "--json")
    [done] = lines(out)
    assert (status, done["done"], done["id"]) == (0, "brought-back", name)
    assert store.get(name).text == text
    assert xdd("check").status == 0


def test_all_reports_gone_is_no_sound_archive(xdd: Command, store: Store) -> None:
    shutil.rmtree(store.folder / "reports")
    assert len(lines(xdd("check", "--json").out)) == 2
    assert xdd("check").status == 3
    assert xdd("check", "--repair").status == 0
    assert len(list(store.entries())) == 2


def test_what_was_taken_out_or_was_otherwise_before_is_not_lost(
    xdd: Command, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "c.jsonl"
    file.write_text('{"id": "tin-1", "text": "Bình luận về một lớp học."}', "utf-8")
    xdd("import", str(file))
    file.write_text('{"id": "tin-1", "text": "Bình luận về hai lớp học."}', "utf-8")
    assert "1 updated" in xdd("import", str(file)).out
    xdd("remove", id_with(store, "Sơn Hà"))
    store.find(id_with(store, "vườn ươm")).write_text("garbage", "utf-8")
    assert [one["code"] for one in lines(xdd("check", "--json").out)] == ["broken-report"]


# ---- the bin


def test_the_bin_is_emptied_for_good(xdd: Command, store: Store) -> None:
    name = id_with(store, "Sơn Hà")
    original = store.original_path(store.kept(name).original)
    assert xdd("remove", name)[0] == 0
    status, out, err = xdd("remove", "--empty-bin")
    assert (status, out) == (2, "")
    assert "1 removed report would be deleted for good; say --yes to do it." in err
    assert store.bin() == [name]
    assert xdd("remove", "--empty-bin", "--yes") == (0, f"{name}: deleted for good.\n", "")
    assert store.bin() == []
    assert not original.exists()
    assert xdd("remove", "--undo", name)[0] == 2
    assert list(verify(store)) == []
    assert xdd("remove", "--empty-bin", "--yes")[:2] == (1, "The bin is empty.\n")


def test_a_file_that_another_report_came_from_stays(
    xdd: Command, store: Store, tmp_path: Path
) -> None:
    both = tmp_path / "two.jsonl"
    rows = [{"id": name, "text": f"{text} Số {name}."} for name, text in (("m", A), ("n", B))]
    both.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    assert xdd("import", str(both))[0] == 0
    original = store.original_path(store.kept("n").original)
    assert xdd("remove", "m")[0] == 0
    assert xdd("remove", "--empty-bin", "--yes")[0] == 0
    assert original.exists() == (store.kept("n").original == original.name)
    assert list(verify(store)) == []


def test_what_was_deleted_can_be_brought_in_again(
    xdd: Command, store: Store, tmp_path: Path
) -> None:
    name = id_with(store, "Sơn Hà")
    xdd("remove", name)
    xdd("remove", "--empty-bin", "--yes")
    status, out, _ = xdd("import", str(tmp_path / "saved" / "a.txt"), "--json")
    assert (status, lines(out)[0]["added"]) == (0, [name])


@pytest.mark.parametrize("argv", [(), ("x", "--empty-bin"), ("--empty-bin", "--undo")])
def test_what_to_remove_must_be_said(xdd: Command, store: Store, argv: tuple[str, ...]) -> None:
    assert store.bin() == []
    assert xdd("remove", *argv)[0] == 2


# ---- what has gone


def test_an_archive_without_its_own_file_is_damaged_not_absent(xdd: Command, store: Store) -> None:
    own = store.folder / "archive.toml"
    said = own.read_bytes()
    own.unlink()
    for argv in (("stats",), ("check",), ("import", str(store.folder.parent / "none.txt"))):
        done = xdd(*argv)
        assert (done.status, done.out) == (3, "")
        assert f"{own}: the archive's own file is gone" in done.err
    own.write_text("format = 1\n", "utf-8")
    assert xdd("check").status == 0
    assert said.endswith(own.read_bytes())


@pytest.mark.parametrize("left", [None, b"something else"])
def test_importing_anew_brings_an_original_back(
    xdd: Command, store: Store, tmp_path: Path, left: bytes | None
) -> None:
    kept = store.kept(id_with(store, "Sơn Hà"))
    original = store.original_path(kept.original)
    whole = original.read_bytes()
    if left is None:
        original.unlink()
    else:
        original.write_bytes(left)
    assert xdd("check").status == 3
    other = tmp_path / "saved" / "a.md"
    (tmp_path / "saved" / "a.txt").rename(other)
    assert "1 already there" in xdd("import", str(other)).out
    assert (original.read_bytes(), xdd("check").status) == (whole, 0)
    assert len(list((store.folder / "originals").rglob("*.*"))) == 2


# ---- what is done without


def test_a_report_that_cannot_be_read_is_not_left_out_in_silence(
    xdd: Command, store: Store
) -> None:
    name = id_with(store, "Sơn Hà")
    assert xdd("stats").err == ""
    store.find(name).write_text("nonsense", "utf-8")
    for argv, status in ((("stats",), 0), (("search", "Sơn Hà"), 1), (("index",), 3)):
        said = xdd(*argv)
        assert said.status == status
        assert name in said.err
    assert xdd("index", "--rebuild").status == 3
    assert xdd("check", "--repair").status == 0
    assert (xdd("index").status, xdd("stats").err) == (0, "")


@pytest.mark.usefixtures("store")
def test_where_no_cache_can_be_written_reading_goes_on(
    xdd: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))
    for argv in (("stats",), ("search", "Sơn Hà"), ("lineage", "Tỉnh ủy Sơn Hà")):
        said = xdd(*argv)
        assert said.status in (0, 1)
        assert str(home / "file") in said.err
        assert len(said.err.splitlines()) == 1 + (said.out == "")
    assert xdd("stats", "--json").json["reports"] == 2
    assert xdd("check").status == 0


def test_the_sample_needs_no_cache(
    xdd: Command, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "file"))
    said = xdd("search", "quy hoạch cán bộ")
    assert said.status == 0
    assert [str(home / "file") in line for line in said.err.splitlines()] == [False, True]
