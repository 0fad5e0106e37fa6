"""The command line: what it prints, where, and with which exit status."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from archive.sample import sample_files
from archive.store import Store
from tests.tui.commanding import SONG_LINH, Command
from tui.catalogue import catalogue
from tui.cli import main, run
from tui.cli.commands import MODULES
from tui.library.intake import bring_in
from tui.widgets.signs import sign

README = Path(__file__).parents[2] / "README.md"


def test_import_says_what_became_of_each_file(xdd: Command, folder: Path) -> None:
    first = xdd("import", str(folder))
    assert (first.status, first.out) == (
        0,
        "2 added, 0 updated, 0 already there, 0 refused\n",
    )
    again = xdd("import", str(folder))
    assert (again.status, again.out) == (
        0,
        "0 added, 0 updated, 2 already there, 0 refused\n",
    )


def test_a_refused_file_stops_nobody_else(xdd: Command, folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\x00\x01\xff\xfe\xfa binary")
    (folder / "b.txt").write_bytes(b"")
    said = xdd("import", str(folder))
    assert (said.status, said.out) == (2, "2 added, 0 updated, 0 already there, 2 refused\n")
    assert [line.startswith("xdd-tui: ") for line in said.err.splitlines()] == [True, True]
    assert xdd("stats", "--json").json["reports"] == 2


def test_a_dry_run_keeps_nothing(xdd: Command, folder: Path) -> None:
    said = xdd("import", "--dry-run", str(folder))
    assert said.out == "Would import: 2 new, 0 changed, 0 already there, 0 refused\n"
    assert xdd("import", str(folder)).out.startswith("2 added")


@pytest.mark.parametrize("argv", [("--dry-run", "{folder}"), ("{folder}/mistyped.txt",)])
def test_without_a_report_to_keep_no_archive_is_started(
    xdd: Command, folder: Path, home: Path, argv: tuple[str, ...]
) -> None:
    said = xdd("import", *(word.format(folder=folder) for word in argv))
    assert said.status == (0 if "--dry-run" in argv else 2)
    assert not (home / "data").exists(), "nothing is written beside the caches"
    assert xdd("stats", "--json").json["reports"] == len(sample_files()), "the sample stays"


def test_nothing_is_removed_where_there_is_no_archive_of_ones_own(xdd: Command, home: Path) -> None:
    assert xdd("remove", "song-linh-2022").status == 2
    assert not (home / "data").exists()


def test_nothing_of_the_sample_is_in_ones_own_archive(xdd: Command, folder: Path) -> None:
    sample = xdd("stats", "--json")
    assert sample.json["reports"] == len(sample_files())
    assert "sample" in sample.err
    xdd("import", str(folder))
    own = xdd("stats", "--json")
    assert own.json["reports"] == 2
    assert own.err == ""


def test_stats_tell_of_every_conference(xdd: Command, folder: Path, tmp_path: Path) -> None:
    timeless = tmp_path / "timeless.txt"
    timeless.write_text("Đồng chí chủ trì kết luận hội nghị của Sông Linh.\n", "utf-8")
    xdd("import", str(folder), str(timeless))
    stats = xdd("stats", "--json").json
    assert stats["without_year"] == 1
    assert sum(year["count"] for year in stats["by_year"]) + 1 == stats["events"]
    assert xdd("--language", "en", "stats").out.splitlines()[:5] == [
        "3 reports on 3 conferences",
        "Conferences by year:",
        "  2022: 1",
        "  2021: 1",
        "  year not known: 1",
    ]


def test_extract_prints_a_record_or_an_error_in_each_place(xdd: Command, folder: Path) -> None:
    bad = folder / "none.txt"
    files = [str(folder / "song-linh-2022.txt"), str(bad), str(folder / "song-linh-2021.txt")]
    said = xdd("extract", *files, "--json")
    assert said.status == 2
    assert [line["source"] for line in said.lines] == files
    assert said.lines[1].keys() == {"source", "error"}
    record = said.lines[0]
    assert (record["body"], record["period_planned"]) == (SONG_LINH, "2023")
    for task in record["tasks"]:
        assert record["text"][task["start"] : task["end"]] == task["text"]


def test_extract_says_in_its_place_what_is_wrong_with_each_line(
    xdd: Command, tmp_path: Path
) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{\n{"text": "Một"}\n[]\n{"text": "Hai"}\n{"text": 5}\n{"text": ""}\n', "utf-8")
    said = xdd("extract", str(file), "--json")
    assert said.status == 2
    assert [line["source"] for line in said.lines] == [f"{file}:{n}" for n in range(1, 7)]
    assert ["error" in line for line in said.lines] == [True, False, True, False, True, True]
    assert len(xdd("extract", str(file)).err.splitlines()) == 4


def test_tasks_can_be_the_hits(xdd: Command) -> None:
    said = xdd("search", "can bo", "--tasks", "--limit", "2", "--json")
    assert said.status == 0
    hit, *_ = said.json["hits"]
    (task,) = [
        task
        for task in xdd("tasks", hit["id"], "--json").json["tasks"]
        if task["ordinal"] == hit["ordinal"]
    ]
    assert task["text"] == hit["text"]
    assert all(hit["text"][a:b].lower() in ("cán bộ", "cán", "bộ") for a, b in hit["highlights"])
    assert xdd("search", "xyzzy", "--tasks").status == 1


def test_a_hit_is_explained(xdd: Command) -> None:
    hit, *_ = xdd("search", "quy hoạch", "--explain", "--json").json["hits"]
    weights = [reason["weight"] for reason in hit["explanation"]["reasons"]]
    assert sum(weights) == pytest.approx(hit["score"], abs=0.01)
    assert "  quy  " in xdd("search", "quy hoạch", "--explain").out


def test_search_answers_as_the_contract_says(xdd: Command) -> None:
    said = xdd("search", "quy hoach can bo", "--limit", "3", "--json")
    answer = said.json
    assert said.status == 0
    assert list(answer) == ["query", "total", "hits", "facets", "notes"]
    assert list(answer["facets"]) == ["year", "body", "directive", "kind", "period"]
    assert len(answer["hits"]) == 3 <= answer["total"]
    for hit in answer["hits"]:
        for snippet in hit["snippets"]:
            for start, end in snippet["highlights"]:
                assert 0 <= start < end <= len(snippet["text"])


def test_facets_count_what_a_filter_would_leave(xdd: Command) -> None:
    answer = xdd("search", "cán bộ", "--json").json
    for value in answer["facets"]["year"]:
        narrowed = xdd("search", "cán bộ", "--year", value["value"], "--json").json
        assert narrowed["total"] == value["count"]


def test_filters_of_one_kind_are_or_and_of_several_kinds_and(xdd: Command) -> None:
    def total(*filters: str) -> int:
        return int(xdd("search", "", *filters, "--json").json["total"])

    both = total("--year", "2021", "--year", "2022")
    assert both == total("--year", "2021") + total("--year", "2022")
    assert total("--year", "2022", "--body", SONG_LINH) == 1


def test_nothing_found_is_status_1(xdd: Command) -> None:
    said = xdd("search", "xyzzy", "--json")
    assert (said.status, said.json["total"]) == (1, 0)


def test_a_directive_is_found_in_all_its_terms(xdd: Command) -> None:
    found = xdd("search", "directive:21-KL/TW", "--json", "--limit", "50").json
    ids = {hit["id"] for hit in found["hits"]}
    cited = {line["report"] for line in xdd("directives", "21-KL/TW", "--json").lines}
    assert ids == cited != set()


def test_many_queries_are_answered_in_order(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text(
        '{"id": "q1", "text": "kết nạp đảng viên"}\n\n{"id": "q2", "text": "xyzzy"}\n', "utf-8"
    )
    said = xdd("search", "--queries", str(file), "--limit", "2", "--json")
    assert [line["query_id"] for line in said.lines] == ["q1", "q2"]
    assert [len(line["hits"]) for line in said.lines] == [2, 0]


@pytest.mark.parametrize(
    "beside",
    [("--year", "2022"), ("quy hoạch",), ("--tasks",), ("--sort", "date"), ("-o", "x.json")],
)
def test_nothing_narrows_many_queries_in_silence(
    xdd: Command, tmp_path: Path, beside: tuple[str, ...]
) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text('{"id": "q1", "text": "hội nghị"}', "utf-8")
    said = xdd("search", "--queries", str(file), *beside)
    assert (said.status, said.out) == (2, "")
    assert "--queries goes with --limit and --json alone" in said.err


def test_a_line_that_asks_nothing_keeps_no_other_query_back(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    rows = [
        '{"id": "a", "text": "đảng\u2028viên"}',
        "broken",
        '{"id": "b"}',
        '{"id": "c", "text": " "}',
        r'{"id": 2, "text": "\ud800?"}',
    ]
    file.write_text("\n".join(rows), "utf-8")
    said = xdd("search", "--queries", str(file), "--json")
    assert said.status == 2
    assert [line.get("query_id") for line in said.lines] == ["a", None, None, None, 2]
    told = [line for line in said.lines if "error" in line]
    assert [line["source"] for line in told] == [f"{file}:{line}" for line in (2, 3, 4)]
    assert all("no query" in line["error"] for line in told)
    assert xdd("search", "--queries", str(tmp_path / "none.jsonl")).status == 2


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("2022-01-13", "none.txt"), "none.txt: there is no such file"),
        (("none.txt", "nothing"), "none.txt: there is no such file"),
        (("zz", "yy"), "zz, yy: there is no report by this id"),
    ],
)
def test_all_that_is_not_there_is_named(xdd: Command, names: tuple[str, str], said: str) -> None:
    found = xdd("--language", "en", "diff", *names)
    assert found.status == 2
    assert found.err.splitlines()[-1].removeprefix("xdd-tui: ").startswith(said)


def test_what_could_not_be_read_of_a_query_is_no_data(xdd: Command) -> None:
    for more in ((), ("--tasks",), ("--format", "csv")):
        said = xdd("--language", "en", "search", "đảng viên year:zzz", *more)
        assert "column" in said.err.lower()
        assert "column" not in said.out.lower()
    assert xdd("search", "đảng viên year:zzz", "--json").json["notes"]


def test_a_comparison_holds_the_parts_of_both_texts(xdd: Command, folder: Path) -> None:
    xdd("import", str(folder))
    one, other = f"{SONG_LINH}@2022", f"{SONG_LINH}@2023"
    said = xdd("--language", "en", "compare", one, other).out.splitlines()
    words = catalogue("en")
    parts = xdd("compare", one, other, "--json").json["sections"]
    assert {words(f"section.{part['role']}") for part in parts} <= set(said)
    for name in (one, other):
        for line in xdd("show", name, "--json").json["text"].split("\n"):
            assert not line.strip() or any(told.endswith(line.strip()) for told in said)


def test_a_report_is_meant_by_prefix_file_or_body_and_period(xdd: Command, folder: Path) -> None:
    xdd("import", str(folder))
    report_id = xdd("show", f"{SONG_LINH}@2023", "--json").json["id"]
    assert xdd("show", report_id[:12], "--json").json["id"] == report_id
    file = str(folder / "song-linh-2022.txt")
    assert (
        xdd("tasks", file, "--json").json["tasks"]
        == xdd("tasks", report_id, "--json").json["tasks"]
    )


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("show", "1999"), "1999"),
        (("show", "2"), "2"),
        (("show", "Ban Nào Đó@2022"), "Ban Nào Đó"),
        (("show", f"{SONG_LINH}@mười"), "mười"),
        (("search", "--kindd", "annual", "x"), "--kind"),
        (("serach", "x"), "serach"),
        (("search",), "--year"),
        (("diff", "x"), "B"),
        (("search", "x", "--sort", "size"), "--sort size: must be one of: relevance"),
        (("--archive", "/nowhere/at/all", "search", "x"), "/nowhere/at/all"),
        (("--config", "/nowhere.toml", "search", "x"), "/nowhere.toml"),
        (("--language", "fr", "search", "x"), "fr"),
        (("import", "/nowhere/at/all"), "/nowhere/at/all"),
        (("open",), "terminal"),
    ],
)
def test_what_cannot_be_is_one_line_and_status_2(
    xdd: Command, argv: tuple[str, ...], said: str
) -> None:
    done = xdd(*argv)
    lines = [line for line in done.err.splitlines() if "bundled sample" not in line]
    assert (done.status, len(lines)) == (2, 1)
    assert said in lines[0]
    assert "Traceback" not in done.err


def test_diff_accounts_for_every_task(xdd: Command, folder: Path) -> None:
    a, b = (str(folder / f"song-linh-{year}.txt") for year in (2021, 2022))
    diff = xdd("diff", a, b, "--json").json
    for side in ("a", "b"):
        told = sorted(index for group in diff["groups"] for index in group[side])
        assert told == list(range(len(diff[side]["tasks"])))
    assert sum(diff["counts"].values()) == len(diff["groups"])
    for group in diff["groups"]:
        assert isinstance(group["reason"], str)
        assert 0 <= group["score"] <= 1


def test_a_diff_can_be_written_to_a_file(xdd: Command, folder: Path, tmp_path: Path) -> None:
    a, b = (str(folder / f"song-linh-{year}.txt") for year in (2021, 2022))
    shown = xdd("diff", a, b).out
    assert xdd("diff", a, b, "-o", str(tmp_path / "diff.txt")).out == ""
    assert (tmp_path / "diff.txt").read_text("utf-8") == shown
    refused = xdd("diff", a, b, "-o", str(tmp_path / "no" / "diff.txt"))
    assert (refused.status, len(refused.err.splitlines())) == (2, 1)


def test_compare_names_documents_on_either_side(xdd: Command, folder: Path) -> None:
    a, b = (str(folder / f"song-linh-{year}.txt") for year in (2021, 2022))
    comparison = xdd("compare", a, b, "--json").json
    assert comparison["a"]["period_planned"] == "2022"
    keys = {d["key"] for name in (a, b) for d in xdd("extract", name, "--json").json["directives"]}
    assert {pair["key"] for pair in comparison["directives"]} <= keys


def test_remove_can_be_undone(xdd: Command, folder: Path) -> None:
    xdd("import", str(folder))
    report_id = xdd("show", f"{SONG_LINH}@2023", "--json").json["id"]
    assert xdd("remove", report_id).status == 0
    assert xdd("show", report_id).status == 2
    assert xdd("stats", "--json").json["reports"] == 1
    assert xdd("remove", "--undo", report_id[:-1]).status == 0, "the beginning does, as elsewhere"
    assert xdd("show", report_id, "--json").json["id"] == report_id
    assert xdd("stats", "--json").json["reports"] == 2


def test_damage_is_told_with_status_3(xdd: Command, folder: Path, home: Path) -> None:
    xdd("import", str(folder))
    sound = xdd("check")
    assert (sound.status, sound.out) == (0, "Archive and index are sound.\n")
    told = xdd("check", "--json").json
    assert told == {"code": None, "said": "Archive and index are sound."}
    report = next((home / "data" / "xdd-tui" / "archive" / "reports").rglob("*.txt"))
    report.write_text("+++\nnot toml", "utf-8")
    hurt = xdd("check")
    assert hurt.status == 3
    assert str(report) in hurt.out


def test_a_damaged_index_is_built_anew(xdd: Command, own_caches: Path) -> None:
    before = xdd("search", "cán bộ", "--json").json
    hurt = [file for file in own_caches.rglob("index-*/**/*") if file.is_file()]
    assert hurt
    for file in hurt:
        file.write_bytes(b"broken")
    assert xdd("search", "cán bộ", "--json").json == before


def test_a_folder_that_takes_no_files_is_told(xdd: Command, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    said = xdd("--archive", str(tmp_path / "file" / "archive"), "import", str(folder))
    assert (said.status, len(said.err.splitlines())) == (2, 1)
    assert str(tmp_path / "file") in said.err


def test_an_enormous_text_is_refused_in_one_line(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    file.write_bytes("số 1 ".encode() * 8_400_000)
    said = xdd("extract", str(file), "--json")
    assert said.status == 2
    assert list(said.json) == ["source", "error"]


def test_messages_speak_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--language", "vi", "show", "1999"]) == 2
    vi = capsys.readouterr().err
    assert run(["--language", "en", "show", "1999"]) == 2
    en = capsys.readouterr().err
    assert vi != en


def test_names_of_files_cannot_drive_the_terminal(xdd: Command, tmp_path: Path) -> None:
    said = xdd("extract", str(tmp_path / "\x1b[31mred\x1b]0;t\x07.txt"))
    assert "\x1b" not in said.err + said.out


def program(*argv: str) -> list[str]:
    return [sys.executable, "-m", "tui", *argv]


def test_a_reader_that_stops_reading_is_no_error() -> None:
    with subprocess.Popen(
        program("search", "cán bộ", "--limit", "100"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no disk that is full")
@pytest.mark.parametrize(
    ("argv", "where"),
    [("stats", ">/dev/full"), ("--help", ">/dev/full"), ("stats --json", ">&-")],
)
def test_an_output_that_takes_nothing_is_told(argv: str, where: str) -> None:
    line = f"{sys.executable} -m tui --language en {argv} {where}"
    done = subprocess.run(["/bin/sh", "-c", line], capture_output=True, check=False)
    said = done.stderr.decode().splitlines()
    assert done.returncode == 2
    assert [line.startswith("xdd-tui: standard output") for line in said[-1:]] == [True]
    assert not any("Exception" in line for line in said)


def test_words_that_are_not_utf8_are_refused(xdd: Command) -> None:
    for word in ("c\udcff", "\udcff\udcfe"):
        said = xdd("search", word)
        assert (said.status, said.out) == (2, "")
        assert "not UTF-8" in said.err


def test_words_are_utf8_whatever_the_system_takes_them_for(xdd: Command) -> None:
    asked = "kết nạp đảng viên"
    taken = os.fsencode(asked).decode("ascii", "surrogateescape")
    assert xdd("search", taken, "--json").json["query"] == asked


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_of_any_name_is_read(xdd: Command, folder: Path) -> None:
    name = os.fsdecode(os.fsencode(folder) + b"/\xff.txt")
    (folder / "song-linh-2022.txt").rename(name)
    assert xdd("extract", name, "--json").json["body"] == SONG_LINH


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs heed an interrupt that are started here, even from a job in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes to wait on")
def test_an_interrupted_command_says_so_with_130(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with subprocess.Popen(program("extract", str(pipe)), stderr=subprocess.PIPE) as process:
        writer = os.open(pipe, os.O_WRONLY)  # returns when the program waits for the text
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
        os.close(writer)
        assert process.wait() == 130


@pytest.mark.usefixtures("interruptible")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes to wait on")
def test_an_interrupted_import_says_what_it_kept(folder: Path) -> None:
    pipe = folder / "z.txt"
    os.mkfifo(pipe)
    with subprocess.Popen(
        program("--language", "en", "import", str(folder / "song-linh-2021.txt"), str(pipe)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        writer = os.open(pipe, os.O_WRONLY)
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        assert process.stderr is not None
        assert b"refused\n" in process.stdout.read()
        assert b"Broken off" in process.stderr.read()
        os.close(writer)
        assert process.wait() == 130


def test_what_came_in_before_ctrl_c_is_kept_and_named(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(3)]
    for file in files:
        file.write_text(f"Hội nghị số {file.stem}.", "utf-8")

    def progress(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    store = Store.create(tmp_path / "archive")
    done = bring_in(store, files, progress)
    assert (len(done.added), done.interrupted) == (2, True)
    assert sorted(done.added) == sorted(entry.id for entry in store.entries())


def test_every_command_and_option_is_in_the_readme() -> None:
    text = README.read_text("utf-8")
    with click.Context(main) as context:
        commands = {name: main.get_command(context, name) for name in MODULES}
    for name, command in commands.items():
        assert command is not None
        assert f"xdd-tui {name}" in text
        for option in command.params:
            if isinstance(option, click.Option):
                assert all(f"{spelling}" in text for spelling in option.opts), option.opts
    for option in main.params:
        assert all(spelling in text for spelling in option.opts), option.opts


def test_the_readme_shows_the_keys_as_they_are(xdd: Command) -> None:
    text = README.read_text("utf-8")
    table = text.split("keys --markdown` prints -->\n")[1].split("<!-- keys end -->")[0]
    assert table == xdd("keys", "--markdown").out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_what_the_shell_evaluates(xdd: Command, shell: str) -> None:
    said = xdd("completion", shell)
    assert said.status == 0
    assert "_XDD_TUI_COMPLETE" in said.out


def test_a_tasks_heading_is_parted_from_what_follows(xdd: Command, tmp_path: Path) -> None:
    headed = "Về công tác cán bộ\nRà soát quy hoạch."
    file = tmp_path / "headed.txt"
    file.write_text(
        "Hội nghị tổng kết năm 2022\n\nNhiệm vụ năm 2023 của ngành:\n\n1. Về công tác cán bộ\n"
        "Rà soát quy hoạch.\n\n2. Kết nạp đảng viên mới.\n",
        "utf-8",
    )
    found = xdd("tasks", str(file), "--json").json["tasks"]
    assert found[0]["text"] == headed, "as it is kept"
    assert "1. Về công tác cán bộ: Rà soát quy hoạch." in xdd("tasks", str(file)).out
    assert "A1. Về công tác cán bộ: Rà soát quy hoạch." in xdd("diff", str(file), str(file)).out
    for form in ("md", "html", "csv"):
        written = xdd("diff", str(file), str(file), "--format", form).out
        assert "Về công tác cán bộ: Rà soát" in written.replace("\\", "")


def test_a_level_is_told_in_words(xdd: Command, folder: Path) -> None:
    xdd("import", str(folder))
    out = xdd("--language", "vi", "show", f"{SONG_LINH}@2023").out
    assert "\nCấp: tỉnh\n" in out


def test_signs_of_split_and_merged_are_those_of_the_grid() -> None:
    for name, drawn in (("split", "forked"), ("merged", "joined")):
        assert [sign(name, ascii_only=twin) for twin in (False, True)] == [
            sign(drawn, ascii_only=twin) for twin in (False, True)
        ]


def test_letters_that_do_not_read_are_told(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(("Hội nghị tổng kết công tác của Tỉnh ủy. " * 9).encode() + "ế".encode()[:2])
    said = xdd("import", str(file))
    assert (said.status, said.out) == (0, "1 added, 0 updated, 0 already there, 0 refused\n")
    assert said.err.startswith(f"{file}: letters of it do not read")
    assert xdd("import", str(file)).err == ""
    file.write_bytes(file.read_bytes()[:-9] + b"\xff")
    assert xdd("import", str(file), "--json").json["flawed"] == [str(file)]


def test_work_that_nobody_asked_for_is_told_on_a_terminal(
    xdd: Command, folder: Path, own_caches: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.cli.progress.PATIENCE", 1e-9)
    xdd("import", str(folder))
    assert xdd("search", "hội nghị", "--json").err == ""
    for cache in own_caches.rglob("stamp.json"):
        cache.unlink()
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    said = xdd("search", "hội nghị", "--json")
    assert "Indexing" in said.err
    assert said.json["total"] == 2
    assert xdd("search", "hội nghị", "--json").err == ""
