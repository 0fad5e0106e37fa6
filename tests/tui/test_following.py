"""`xdd-tui lineage`, and findings written to files: what is printed, where, with which status."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from archive.exporting.csv import BOM
from tests.tui.commanding import SONG_LINH, Command
from tests.tui.written import TASKS_2023, archive_of, written
from tui.cli import run

PERIODS = ["2020", "2021", "2022", "2023", "2024", "2024-H2", "2025", "2026"]


@pytest.mark.parametrize(
    "name",
    [
        SONG_LINH,
        "ban tổ chức tỉnh uỷ sông linh",
        "ban to chuc tinh uy song linh",
        "BAN TỔ CHỨC TỈNH ỦY  SÔNG LINH",
        "Tổ chức Tỉnh uỷ Sông Linh",
    ],
)
def test_a_body_may_be_spelled_in_any_way(xdd: Command, name: str) -> None:
    said = xdd("lineage", name, "--json")
    assert (said.status, said.json["body"]) == (0, SONG_LINH)


def test_a_part_of_a_name_is_whole_words_of_bodies_that_statistics_list(
    xdd: Command, tmp_path: Path
) -> None:
    elsewhere = replace(
        written(2022, TASKS_2023, body="Ban Tổ chức Tỉnh ủy Sơn Tây"),
        period_reviewed=None,
        period_planned=None,
    )
    archive_of(
        tmp_path,
        elsewhere,
        written(2022, TASKS_2023, body="Ban Tổ chức Tỉnh ủy Sơn Hà"),
        written(2022, TASKS_2023, body="Ban Tổ chức Tỉnh ủy Bình Tơn"),
        written(2022, TASKS_2023, body="Ban Tổ chức Huyện ủy Hà Trung"),
    )
    own = ("--archive", str(tmp_path / "archive"))
    assert xdd(*own, "lineage", "tơ").status == 2, "no letters within a word"
    assert xdd(*own, "lineage", "ơn hà").status == 2
    assert xdd(*own, "lineage", "sơn", "--json").json["body"] == "Ban Tổ chức Tỉnh ủy Sơn Hà"
    many = xdd(*own, "lineage", "hà").err
    assert "Ban Tổ chức Huyện ủy Hà Trung; Ban Tổ chức Tỉnh ủy Sơn Hà" in many
    assert "Sơn Tây" not in xdd(*own, "lineage", "tổ chức").err


def test_a_body_that_was_renamed_is_one_body(xdd: Command, folder: Path, home: Path) -> None:
    renamed = "Ban Tổ chức Tỉnh ủy Sông Linh Mới"
    second = folder / "song-linh-2022.txt"
    second.write_text(second.read_text("utf-8").replace(SONG_LINH, renamed), "utf-8")
    xdd("import", str(folder))
    own = home / "data" / "xdd-tui" / "archive" / "bodies.toml"
    own.write_text(f'[[body]]\nname = "{renamed}"\naliases = ["{SONG_LINH}"]\n', "utf-8")
    for name in (SONG_LINH, renamed):
        found = xdd("lineage", name, "--json").json
        assert found["periods"] == ["2022", "2023"]


def test_every_task_is_in_one_cell_with_the_report_it_stands_in(xdd: Command) -> None:
    found = xdd("lineage", SONG_LINH, "--json").json
    assert found["periods"] == PERIODS
    told: dict[str, list[int]] = {}
    for thread in found["threads"]:
        assert thread["label"]
        for cell in thread["cells"]:
            assert cell.keys() >= {"period", "report", "task", "state", "text", "changes"}
            if cell["task"] is not None:
                told.setdefault(cell["report"], []).append(cell["task"])
    for report_id, places in told.items():
        tasks = xdd("tasks", report_id, "--json").json["tasks"]
        assert sorted(places) == list(range(len(tasks)))


def test_from_and_to_narrow(xdd: Command) -> None:
    found = xdd("lineage", SONG_LINH, "--from", "2021", "--to", "2022", "--json").json
    assert found["periods"] == ["2021", "2022"]
    nothing = xdd("lineage", SONG_LINH, "--from", "1990", "--to", "1991")
    assert (nothing.status, nothing.out) == (1, "")


def test_outcomes_tell_of_every_task_with_passages_of_the_account(xdd: Command) -> None:
    found = xdd("lineage", SONG_LINH, "--outcomes", "--json").json
    assert [one["period"] for one in found["outcomes"]] == PERIODS[:-1]
    for one in found["outcomes"]:
        text = xdd("show", one["account"], "--json").json["text"]
        assert [told["task"] for told in one["tasks"]] == list(range(len(one["tasks"])))
        assert sum(one["counts"].values()) == len(one["tasks"])
        for told in one["tasks"]:
            for passage in told["passages"]:
                assert text[passage["start"] : passage["end"]] == passage["text"]


def test_the_grid_has_a_row_for_each_thread(xdd: Command) -> None:
    lines = xdd("lineage", SONG_LINH).out.splitlines()
    threads = xdd("lineage", SONG_LINH, "--json").json["threads"]
    rows = [line for line in lines if line[:2].strip().isdigit()]
    assert len(rows) == len(threads)
    assert lines[2].split() == PERIODS
    told = "".join(xdd("lineage", SONG_LINH, "--outcomes").out)
    assert "not mentioned" in told


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("lineage", "Ban Nào Đó"), "Ban Nào Đó"),
        (("lineage", " "), "no report"),
        (("lineage", "Mộc Giang"), "several"),
        (("lineage", "Tỉnh uỷ Sông Linh"), "several"),
        (("lineage", SONG_LINH, "--from", "mười"), "--from"),
        (("lineage", SONG_LINH, "--format", "pdf"), "pdf"),
    ],
)
def test_what_cannot_be_is_one_line_and_status_2(
    xdd: Command, argv: tuple[str, ...], said: str
) -> None:
    done = xdd(*argv)
    lines = [line for line in done.err.splitlines() if "bundled sample" not in line]
    assert (done.status, len(lines), done.out) == (2, 1, "")
    assert said in lines[0]


FINDINGS = {
    "diff": ("diff", f"{SONG_LINH}@2022", f"{SONG_LINH}@2023"),
    "compare": ("compare", f"{SONG_LINH}@2022", f"{SONG_LINH}@2023"),
    "lineage": ("lineage", SONG_LINH, "--outcomes"),
}
SAID = {
    **FINDINGS,
    "search": ("search", "quy hoach can bo", "--explain"),
    "tasks found": ("search", "--tasks", "quy hoach"),
    "show": ("show", f"{SONG_LINH}@2022"),
    "figures": ("figures", SONG_LINH, "--plot"),
    "outcome": ("outcome", f"{SONG_LINH}@2022"),
    "review": ("review",),
    "stats": ("stats",),
    "keys": ("keys",),
    "help": ("search", "--help"),
    "error": ("show", "nowhere"),
    "usage": ("search", "--year"),
}


@pytest.mark.parametrize("said", SAID)
def test_in_ascii_all_but_letters_is_ascii(xdd: Command, said: str, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text("[interface]\nascii = true\n", "utf-8")
    done = xdd("--config", str(config), *SAID[said])
    assert done.out or done.err
    assert {c for c in done.out + done.err if not c.isascii() and not c.isalpha()} == set()


def test_in_ascii_data_and_settings_stay_as_they_are(xdd: Command, tmp_path: Path) -> None:
    config = tmp_path / "tệp….toml"
    config.write_text("[interface]\nascii = true\n", "utf-8")
    assert xdd("--config", str(config), "config", "path").out == f"{config}\n"
    of = ("show", f"{SONG_LINH}@2022", "--json")
    assert xdd("--config", str(config), *of).out == xdd(*of).out


@pytest.mark.parametrize("finding", FINDINGS)
@pytest.mark.parametrize("form", ["text", "md", "html", "csv", "docx"])
def test_a_finding_is_written_in_the_form_asked_for(
    xdd: Command, finding: str, form: str, tmp_path: Path
) -> None:
    file = tmp_path / f"finding.{form}"
    said = xdd(*FINDINGS[finding], "--format", form, "-o", str(file))
    assert (said.status, said.out) == (0, "")
    opening = {
        "md": b"# ",
        "html": b"<!doctype html>",
        "csv": BOM.encode(),
        "docx": b"PK\x03\x04",
        "text": b"",
    }
    assert file.read_bytes().startswith(opening[form])
    if form in ("md", "html", "csv"):
        shown = xdd(*FINDINGS[finding], "--format", form).out
        assert shown.replace("\r", "") == file.read_text("utf-8").replace("\r", "")


WRITTEN = FINDINGS | {name: SAID[name] for name in ("search", "tasks found", "figures", "outcome")}


@pytest.mark.parametrize("finding", WRITTEN)
@pytest.mark.parametrize(
    ("ending", "form"),
    [
        (".md", "md"),
        (".HTML", "html"),
        (".htm", "html"),
        (".csv", "csv"),
        (".json", "json"),
        (".txt", "text"),
        ("", "text"),
    ],
)
def test_the_ending_of_the_file_tells_the_form(
    xdd: Command, finding: str, ending: str, form: str, tmp_path: Path
) -> None:
    named, written = tmp_path / f"named{ending}", tmp_path / "written"
    assert xdd(*WRITTEN[finding], "-o", str(named))[:2] == (0, "")
    assert xdd(*WRITTEN[finding], "--format", form, "-o", str(written)).status == 0
    assert named.read_bytes() == written.read_bytes()


def test_word_is_written_where_the_ending_says_word(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "finding.docx"
    assert xdd(*FINDINGS["diff"], "-o", str(file)).status == 0
    assert file.read_bytes().startswith(b"PK\x03\x04")


def test_what_is_asked_for_wins_over_the_ending(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "finding.csv"
    assert xdd(*FINDINGS["diff"], "--json", "-o", str(file)).out == ""
    assert file.read_text("utf-8") == xdd(*FINDINGS["diff"], "--json").out


@pytest.mark.parametrize("form", ["md", "text"])
def test_json_and_another_format_are_not_asked_for_at_once(xdd: Command, form: str) -> None:
    said = xdd(*FINDINGS["diff"], "--json", "--format", form)
    assert (said.status, said.out) == (2, "")
    assert f"--format {form}" in said.err


@pytest.mark.parametrize("finding", WRITTEN)
def test_an_ending_that_tells_no_form_is_refused(
    xdd: Command, finding: str, tmp_path: Path
) -> None:
    file = tmp_path / "finding.pdf"
    said = xdd(*WRITTEN[finding], "-o", str(file))
    assert (said.status, said.out, file.exists()) == (2, "", False)
    assert "--format" in said.err
    assert xdd(*WRITTEN[finding], "-o", str(file), "--format", "text").status == 0


def test_kinds_and_levels_are_told_in_words(xdd: Command) -> None:
    out = xdd("--language", "vi", *FINDINGS["compare"]).out
    assert "Loại: cả năm | cả năm" in out
    assert "Cấp: tỉnh | tỉnh" in out


@pytest.mark.parametrize("period", ["năm 2022", "nam 2022", "2022"])
def test_after_the_at_and_in_options_a_period_may_be_in_words(xdd: Command, period: str) -> None:
    meant = xdd("show", f"{SONG_LINH}@2022", "--json").json["id"]
    assert xdd("show", f"{SONG_LINH}@{period}", "--json").json["id"] == meant
    shown = xdd("lineage", SONG_LINH, "--from", period, "--to", period, "--json").json["periods"]
    assert shown == ["2022"]


def test_a_form_for_no_terminal_asks_for_a_file(
    xdd: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = (str(folder / f"song-linh-{year}.txt") for year in (2021, 2022))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    said = xdd("diff", a, b, "--format", "docx")
    assert (said.status, said.out, len(said.err.splitlines())) == (2, "", 1)
    assert "-o" in said.err


def test_a_form_for_no_terminal_goes_where_standard_output_goes(
    capsysbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    a, b = (str(folder / f"song-linh-{year}.txt") for year in (2021, 2022))
    assert run(["diff", a, b, "--format", "docx"]) == 0
    out, err = capsysbinary.readouterr()
    assert (out[:4], err) == (b"PK\x03\x04", b"")
