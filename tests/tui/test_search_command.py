"""`xdd-tui search`: more like this, quote to source, and lists of hits as files."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.tui.commanding import Command

QUOTE = "thanh tich cua nam nam qua\nse duoc nhan dan cham lai trong nam nam toi"


def test_more_like_one(xdd: Command) -> None:
    status, out, _ = xdd("search", "--like", "2023-06-30", "--limit", "2", "--json")
    answer = json.loads(out)
    assert status == 0
    assert answer["query"].startswith("2023-06-30")
    assert {hit["body"] for hit in answer["hits"]} == {"Đảng ủy Khối Các cơ quan tỉnh Mộc Giang"}
    assert answer["hits"][0]["score"] > answer["hits"][1]["score"]
    assert set(answer["facets"]) == {"year", "body", "directive", "kind", "period"}


def test_more_like_one_task_inside_a_filter(xdd: Command) -> None:
    like = ("search", "--like", "2022-01-14", "--task", "2", "--json")
    _, out, _ = xdd(*like, "--year", "2022")
    answer = json.loads(out)
    assert {hit["period_reviewed"][:4] for hit in answer["hits"]} == {"2022"}
    status, _, err = xdd("search", "--like", "2022-01-14", "--task", "99")
    assert (status, "99" in err) == (2, True)


def test_quote_to_source(xdd: Command) -> None:
    status, out, _ = xdd("search", "--quote", QUOTE, "--json")
    (hit,) = json.loads(out)["hits"]
    assert status == 0
    assert hit["score"] == 1.0
    assert hit["snippets"][0]["text"].startswith("thành tích của năm năm qua sẽ được nhân dân")


def test_a_quote_from_standard_input(xdd: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        buffer = io.BytesIO(QUOTE.encode())

    monkeypatch.setattr("sys.stdin", Given())
    assert json.loads(xdd("search", "--quote", "-", "--json")[1])["total"] == 1


def test_a_quote_that_stands_nowhere(xdd: Command) -> None:
    status, out, _ = xdd("search", "--quote", "chẳng nơi nào nói thế này bao giờ cả")
    assert (status, out) == (1, "0 reports, 0 shown\n")


@pytest.mark.parametrize(
    "argv",
    [
        ("--like", "2022-01-14", "--quote", "họp"),
        ("--like", "2022-01-14", "quy hoạch"),
        ("--quote", "họp", "--tasks"),
        ("--like", "2022-01-14", "--explain"),
        ("--like", "2022-01-14", "--passages", "3"),
        ("quy hoạch", "--tasks", "--passages", "3"),
        ("--task", "1", "quy hoạch"),
    ],
)
def test_one_way_of_finding_at_a_time(xdd: Command, argv: tuple[str, ...]) -> None:
    status, out, err = xdd("search", *argv)
    assert (status, out) == (2, "")
    assert "one of them" in err


def test_hits_as_a_spreadsheet(xdd: Command, tmp_path: Path) -> None:
    file = tmp_path / "hits.csv"
    argv = ("search", "chi bộ ghép", "--limit", "3", "--format", "csv")
    status, out, _ = xdd(*argv, "-o", str(file))
    assert (status, out) == (0, "")
    assert xdd(*argv)[1].encode() == file.read_bytes()
    head, *rows = csv.reader(io.StringIO(file.read_text("utf-8-sig")))
    assert head[:4] == ["#", "Id", "Title", "Body"]
    assert [row[0] for row in rows if row] == ["1", "2", "3"]


def test_hits_as_json_and_markdown(xdd: Command, tmp_path: Path) -> None:
    argv = ("search", "chi bộ ghép", "--limit", "1")
    assert xdd(*argv, "--format", "json")[1] == xdd(*argv, "--json")[1]
    file = tmp_path / "hits.json"
    xdd(*argv, "--format", "json", "-o", str(file))
    assert json.loads(file.read_text("utf-8"))["total"] > 1
    _, out, _ = xdd(*argv, "--format", "md")
    assert out.startswith("# Found: chi bộ ghép\n")
    assert "**chi bộ ghép**" in out


def test_tasks_as_a_spreadsheet(xdd: Command) -> None:
    _, out, _ = xdd("search", "luân chuyển", "--tasks", "--limit", "2", "--format", "csv")
    head, first, *_ = csv.reader(io.StringIO(out.removeprefix("\ufeff")))
    assert head[-2:] == ["No.", "Task"]
    assert "luân chuyển" in first[-1].lower()


def test_only_bodies_have_a_place_in_a_tree(xdd: Command) -> None:
    facets = json.loads(xdd("search", "Sa Lâm", "--json")[1])["facets"]
    assert all(set(value) == {"value", "count"} for value in facets["year"])
    song_linh = next(v for v in facets["body"] if v["value"].endswith("Tỉnh ủy Sông Linh"))
    assert (song_linh["level"], song_linh["parent"]) == ("province", "Sông Linh")


@pytest.mark.parametrize(
    ("option", "given", "said"),
    [
        ("--year", "20x0", "--year 20x0: this is no year; write 2022."),
        ("--year", "22", "--year 22: this is no year; write 2022."),
        (
            "--period",
            "2022-H3",
            "--period 2022-H3: this is no period; write 2022, 2022-H1, quý III/2022.",
        ),
        (
            "--kind",
            "yearly",
            (
                "--kind yearly: this is no kind; write annual, half-year, quarter, nine-month, "
                "term, other, none."
            ),
        ),
    ],
)
def test_a_filter_that_no_report_can_answer(
    xdd: Command, option: str, given: str, said: str
) -> None:
    status, out, err = xdd("search", "cán bộ", option, given)
    assert (status, out, err) == (2, "", f"xdd-tui: {said}\n")


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        (("--kind", "annual"), ("--kind", "cả năm")),
        (("--kind", "half-year"), ("--kind", "sau thang")),
        (("--period", "2022"), ("--period", "năm 2022")),
        (("kind:annual",), ('kind:"cả năm"',)),
    ],
)
def test_kinds_and_periods_may_be_asked_in_words(
    xdd: Command, notation: tuple[str, ...], words: tuple[str, ...]
) -> None:
    one, other = (xdd("search", *asked, "--json").json for asked in (notation, words))
    assert [hit["id"] for hit in one["hits"]] == [hit["id"] for hit in other["hits"]] != []
    assert other["notes"] == []


def test_why_a_task_is_found(xdd: Command) -> None:
    ask = ("search", "--tasks", "luan chuyen canada", "--limit", "1", "--explain")
    (hit,) = xdd(*ask, "--json").json["hits"]
    why = hit["explanation"]
    assert (why["id"], why["ordinal"]) == (hit["id"], hit["ordinal"])
    assert why["score"] == pytest.approx(hit["score"], abs=0.001)
    assert [(r["kind"], r["typed"], r["parts"]) for r in why["reasons"]] == [
        ("word", "luan", ["tasks"]),
        ("word", "chuyen", ["tasks"]),
        ("pair", "luan chuyen", ["tasks"]),
    ]
    _, _, _, task, *reasons, missing = xdd(*ask).out.splitlines()
    assert task.startswith(f"  {hit['ordinal']}. ")
    assert reasons == [
        f"  {r['weight']:8.2f}  {r['typed']}  ({said})"
        for r, said in zip(
            why["reasons"],
            ("word · luân · tasks", "word · chuyển · tasks", "neighbours · tasks"),
            strict=True,
        )
    ]
    assert missing == "  lacks: canada"


def test_facets_of_tasks_count_tasks(xdd: Command) -> None:
    answer = xdd("search", "--tasks", "luan chuyen", "--json").json
    assert sum(year["count"] for year in answer["facets"]["year"]) == answer["total"]


def test_so_many_passages_of_each_report(xdd: Command) -> None:
    ask = ("search", "luân chuyển", "--limit", "1")
    (plain,) = xdd(*ask, "--json").json["hits"]
    (hit,) = xdd(*ask, "--passages", "3", "--json").json["hits"]
    assert plain == {name: told for name, told in hit.items() if name != "passages"}
    assert 1 < len(hit["passages"]) <= 3
    report = xdd("show", hit["id"], "--json").json["text"]
    for passage in hit["passages"]:
        start, text = passage["start"], passage["text"]
        assert report[start : start + len(text)].replace("\n", " ") == text
        assert passage["highlights"]
    lines = [line for line in xdd(*ask, "--passages", "3").out.splitlines() if line[2:3] == "…"]
    assert len(lines) == len(hit["passages"])
    assert all("«" in line for line in lines)
