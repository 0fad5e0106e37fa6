import json
import shutil
import threading
from datetime import date
from pathlib import Path

import pytest

from archive.errors import ArchiveDamaged
from archive.report import Report
from search.answer import FacetValue, Note, Selection
from search.index import Index
from search.ranking import Weights
from tests.search.shelf import Shelf, found, index_of, report

PLANS = report(
    "ke-hoach",
    "Hội nghị bàn công tác quy hoạch cán bộ. Tỉnh ủy yêu cầu làm đúng Kết luận số 21-KL/TW.",
    title="Tổng kết công tác năm 2021",
    tasks=("Rà soát quy hoạch cán bộ", "Kết nạp 1.250 đảng viên"),
    body="Ban Tổ chức Tỉnh ủy Quảng Nam",
    reviewed="2021",
    planned="2022",
    day=date(2021, 12, 20),
    cites=("21-KL/TW khóa XIII",),
)
AWARDS = report(
    "khen-thuong",
    "Cụm thi đua tổ chức khen thưởng các cán bộ có thành tích; quy chế mới được hỏi nhiều.",
    title="Cụm thi đua sơ kết 6 tháng",
    body="Cụm thi đua số 4",
    kind="half-year",
    reviewed="2022-H1",
    planned="2022-H2",
    day=date(2022, 7, 4),
)
MEMBERS = report(
    "dang-vien",
    "Uỷ ban hoà giải của đảng bộ; cán bộ được quy hoạch đi học. Nghị quyết 18-NQ/TW.",
    title="Đảng viên mới",
    body="Huyện uỷ Ô Môn",
    reviewed="2022",
    cites=("18-NQ/TW khóa XII", "118-NQ/TW khóa XII"),
)


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return index_of(tmp_path, PLANS, AWARDS, MEMBERS)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"ke-hoach", "khen-thuong", "dang-vien"}),
        ("hội nghị", {"ke-hoach"}),
        ("hoi nghi", {"ke-hoach"}),
        ("hỏi", {"khen-thuong"}),  # marks mean these marks
        ("hoi", {"ke-hoach", "khen-thuong"}),  # none find all
        ("hoi nghị", {"ke-hoach"}),  # both kinds in one query
        ("uỷ ban giải", {"dang-vien"}),
        ("uỷ ban", {"dang-vien", "ke-hoach"}),  # ban has no marks, so it means bàn as well
        ("ủy ban hòa giải", {"dang-vien"}),  # the other tone placement
        ('"HUYỆN ỦY"', set()),  # a body's name is no text
        ("u\u0309y ban gia\u0309i", {"dang-vien"}),  # decomposed
        ("dang vien", {"ke-hoach", "dang-vien"}),
        ("quy hoạch cán bộ", {"ke-hoach", "dang-vien"}),
        ('"quy hoạch cán bộ"', {"ke-hoach"}),  # side by side
        ('"hoạch cán"', {"ke-hoach"}),
        ('"hoach can"', {"ke-hoach"}),
        ('"cán bộ quy hoạch"', set()),
        ('"đảng viên rà"', set()),  # no phrase goes from one task on into another
        ("quy hoạch -nghị", set()),
        ("quy hoạch -hội", {"dang-vien"}),
        ("hội OR hòa", {"ke-hoach", "dang-vien"}),
        ("1250 đảng viên", {"ke-hoach"}),
        ("1.250", {"ke-hoach"}),
        ("title:tổng", {"ke-hoach"}),
        ("tiêu-đề:cán", set()),
        ('task:"quy hoạch"', {"ke-hoach"}),
        ('text:"rà soát"', set()),
        ('title:"đảng viên"', {"dang-vien"}),
        ("21-KL/TW", {"ke-hoach"}),
        ("21 kl/tw", {"ke-hoach"}),
        ("KL 21", {"ke-hoach"}),
        ("kl21", {"ke-hoach"}),
        ("kết luận số 21", {"ke-hoach"}),
        ("ket luan 21", {"ke-hoach"}),
        ("NQ 8", set()),
        ("kết luận 21 tỉnh", {"ke-hoach"}),  # words, and the number another form of them
        ("Nghị quyết 18", {"dang-vien"}),
        ("directive:NQ18", {"dang-vien"}),
        ('văn-bản:"kết luận 21"', {"ke-hoach"}),
        ("18-NQ/TW", {"dang-vien"}),
        ("directive:21-KL/TW", {"ke-hoach"}),
        ('văn-bản:"21-KL/TW khóa XIII"', {"ke-hoach"}),
        ('văn-bản:"21-KL/TW khóa XII"', set()),
        ("directive:18-nq/tw", {"dang-vien"}),
        ("directive:8-NQ/TW", set()),  # a number is not the tail of another
        ("directive:KL", {"ke-hoach"}),
        ("year:2022", {"khen-thuong", "dang-vien"}),
        ("năm:2020..2021", {"ke-hoach"}),
        ("period:2022", {"ke-hoach", "dang-vien"}),  # reviewed or planned
        ("kind:half-year", {"khen-thuong"}),
        ('body:"quảng nam"', {"ke-hoach"}),
        ("cơ-quan:huyện-ủy", {"dang-vien"}),
        ("body:o-mon", {"dang-vien"}),
        ("after:2022", {"khen-thuong"}),
        ("before:1/2022 after:2021-12", {"ke-hoach"}),
        ("-year:2022", {"ke-hoach"}),
        ("exact:hoi", set()),
        ("exact:an", set()),
    ],
)
def test_answers(index: Index, query: str, expected: set[str]) -> None:
    assert set(found(index, query)) == expected


def test_a_long_phrase_that_no_report_has_is_its_words(index: Index) -> None:
    answer = index.search('"công tác quy hoạch các cán bộ"')
    assert [hit.id for hit in answer.hits][:1] == ["ke-hoach"]
    assert Note("phrase-missing", {"words": 7}) in answer.notes
    assert answer.hits[0].snippets
    assert index.explain(answer.query, "ke-hoach").reasons
    short = index.search('"quy hoạch các cán"')  # of a short one it is the answer that none has it
    assert (short.total, short.notes) == (0, ())


def test_a_long_query_may_be_a_quote(index: Index) -> None:
    long = "hội nghị bàn công tác quy hoạch cán bộ tỉnh ủy yêu cầu làm đúng"
    assert Note("long-query", {"words": 15}) in index.search(long).notes
    assert index.search(f"{long}?").notes == (Note("question"),)  # that is none
    assert index.search("hội nghị bàn công tác quy hoạch cán bộ").notes == ()


def test_newer_reports_are_lifted_on_request(tmp_path: Path) -> None:
    old = report("old", "bàn quy hoạch", title="Cán bộ", day=date(2019, 1, 5))
    new = report("new", "bàn quy hoạch cho cả năm tới", title="Cán bộ", day=date(2023, 1, 5))
    undated = report("undated", "bàn quy hoạch cho cả năm tới", title="Cán bộ")
    index = index_of(tmp_path, old, new, undated)
    assert found(index, "quy hoạch") == ["old", "new", "undated"]
    assert found(index, "quy hoạch", sort="fresh") == ["new", "old", "undated"]


def test_newest_first_without_words_and_by_date(index: Index) -> None:
    assert found(index, "") == ["khen-thuong", "ke-hoach", "dang-vien"]
    assert found(index, "quy", sort="date") == ["khen-thuong", "ke-hoach", "dang-vien"]


def test_exact_letters_come_first(tmp_path: Path) -> None:
    index = index_of(
        tmp_path, report("a", "hội x y"), report("b", "hoi x y"), report("c", "hỏi x y")
    )
    assert found(index, "hoi")[0] == "b"


def test_all_the_words_come_before_some_of_them(tmp_path: Path) -> None:
    sentence = "rà soát tổ chức bộ máy của huyện"
    some = [report(f"s{i}", f"rà soát bộ máy huyện {i} " * 3) for i in range(5)]
    index = index_of(tmp_path, *some, report("all", "xã " * 60 + sentence))
    assert found(index, sentence)[0] == "all"


def test_a_word_that_is_nowhere_is_left_out_and_told(index: Index) -> None:
    answer = index.search("hội xyz")
    assert [hit.id for hit in answer.hits] == ["ke-hoach"]
    assert [(n.code, dict(n.facts)) for n in answer.notes] == [("words-missing", {"words": "xyz"})]
    several = index.search("hội xyz uvw xyz").notes
    assert [n.facts["words"] for n in several] == ["xyz, uvw"], "one by one, not as a phrase"


def test_where_no_report_has_all_words_some_do_and_it_is_told(index: Index) -> None:
    answer = index.search("thưởng giải")
    assert {hit.id for hit in answer.hits} == {"khen-thuong", "dang-vien"}
    assert [note.code for note in answer.notes] == ["words-relaxed"]


def test_nothing_is_relaxed_where_the_filters_leave_nothing(index: Index) -> None:
    answer = index.search("thưởng giải year:1999")
    assert (answer.total, answer.notes) == (0, (Note("no-year", {"value": "1999"}),))


@pytest.mark.parametrize("typed", ["😀", "%", "\\", "(", "--", "OR", " … "])
def test_signs_alone_find_nothing_and_it_is_told(index: Index, typed: str) -> None:
    answer = index.search(typed)
    told = Note("query-signs", {"typed": typed.strip()})
    assert (answer.total, answer.hits, answer.notes) == (0, (), (told,))
    tasks = index.search_tasks(typed)
    assert (tasks.total, tasks.notes) == (0, (told,))
    assert [list(ranked) for _, ranked in index.many([(1, typed)], 10)] == [[]]
    # Behind what is still being typed there is more to come.
    assert index.search(typed, typing=True).total == index.search("").total


def test_a_question_wants_an_answer_and_not_all_its_words(index: Index) -> None:
    assert found(index, "thưởng gì") == ["khen-thuong"]
    asked = "hội nghị bàn quy hoạch"
    assert set(found(index, asked)) < set(found(index, f"{asked} thế nào?"))
    assert Note("question") in index.search(f"{asked} thế nào?").notes


def test_the_question_mark_of_few_words_asks_for_nothing(index: Index) -> None:
    for typed in ("quy hoạch", "hội", "thưởng hội"):
        assert index.search(f"{typed}?").hits == index.search(typed).hits
        assert index.search(f"{typed} ?").notes == index.search(typed).notes


def test_a_prefix_finds_while_typing(index: Index) -> None:
    assert found(index, "hộ", typing=True) == ["ke-hoach"]
    assert set(found(index, "ho", typing=True)) == {"ke-hoach", "khen-thuong", "dang-vien"}
    assert found(index, "hộ") == []


def test_facets_count_what_is_listed(index: Index) -> None:
    answer = index.search("quy")
    assert answer.facets["year"] == (FacetValue("2022", 2), FacetValue("2021", 1))
    assert answer.facets["kind"] == (FacetValue("annual", 2), FacetValue("half-year", 1))


def test_a_facet_ignores_its_own_selection(index: Index) -> None:
    chosen = Selection({"year": ("2021",), "kind": ("annual",)})
    answer = index.search("quy", chosen)
    assert [hit.id for hit in answer.hits] == ["ke-hoach"]
    assert answer.total == 1
    assert answer.facets["year"] == (FacetValue("2022", 1), FacetValue("2021", 1))
    assert answer.facets["kind"] == (FacetValue("annual", 1),)
    quang_nam = FacetValue("Ban Tổ chức Tỉnh ủy Quảng Nam", 1, parent="Quảng Nam")
    assert answer.facets["body"] == (quang_nam,)


def test_several_values_of_a_facet_are_or(index: Index) -> None:
    both = Selection({"body": ("Cụm thi đua số 4", "huyện ủy ô môn")})
    assert set(found(index, "", selection=both)) == {"khen-thuong", "dang-vien"}


def test_a_chosen_value_without_hits_stays_listed(index: Index) -> None:
    answer = index.search("hội", Selection({"year": ("2022",)}))
    assert answer.total == 0
    assert FacetValue("2022", 0) in answer.facets["year"]


def test_pages_follow_each_other(index: Index) -> None:
    whole = [hit.id for hit in index.search("quy").hits]
    pages = [index.search("quy", limit=1, offset=i) for i in range(4)]
    assert [hit.id for page in pages for hit in page.hits] == whole
    assert {page.total for page in pages} == {3}


def test_a_hit_shows_what_the_report_says(index: Index) -> None:
    (hit,) = index.search("hội nghị").hits
    assert (hit.title, hit.body, hit.kind) == (PLANS.title, PLANS.body, "annual")
    assert (hit.event_date, hit.period_reviewed, hit.period_planned) == (
        "2021-12-20",
        "2021",
        "2022",
    )
    assert (hit.tasks, hit.directives) == (2, 1)


def test_many_queries_at_once(index: Index) -> None:
    answers = dict(index.many([("q1", "hội nghị"), ("q2", "xyz")], 10))
    assert [name for name, _ in answers["q1"]] == ["ke-hoach"]
    assert answers["q2"] == []


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    shelf = Shelf(PLANS, AWARDS)
    index = Index.open(shelf, tmp_path)
    assert index.update() == 2
    shelf.asked.clear()
    assert index.update() == 0
    shelf.put(MEMBERS)
    shelf.put(report("khen-thuong", "nội dung khác"))
    assert index.update() == 2
    assert sorted(shelf.asked) == ["dang-vien", "khen-thuong"]
    shelf.take("ke-hoach")
    assert index.update() == 0
    assert set(found(index, "")) == {"khen-thuong", "dang-vien"}
    assert found(index, "thi đua") == []
    again = Index.open(shelf, tmp_path)
    assert again.update() == 0
    assert found(again, "khác") == ["khen-thuong"]


def test_progress_counts_up_and_a_stop_keeps_what_was_read(tmp_path: Path) -> None:
    index = Index.open(Shelf(PLANS, AWARDS, MEMBERS), tmp_path)
    seen: list[tuple[int, int]] = []
    assert index.update(lambda done, total: seen.append((done, total)), lambda: len(seen) == 2) == 2
    assert seen == [(1, 3), (2, 3)]
    assert set(found(index, "")) == {"ke-hoach", "khen-thuong"}
    assert index.update() == 1


def test_many_small_updates_are_put_together(tmp_path: Path) -> None:
    shelf = Shelf()
    index = Index.open(shelf, tmp_path)
    for i in range(30):
        shelf.put(report(f"r{i}", f"báo cáo số {i}"))
        index.update()
    assert len(found(index, "báo cáo")) == 30
    assert len(list((tmp_path / "segments").glob("*.trm"))) <= 9


def test_fills_itself_when_first_asked(tmp_path: Path) -> None:
    index = Index.open(Shelf(PLANS), tmp_path)
    assert found(index, "hội") == ["ke-hoach"]


def test_another_program_version_builds_it_anew(tmp_path: Path) -> None:
    shelf = Shelf(PLANS)
    Index.open(shelf, tmp_path).update()
    (tmp_path / "stamp.json").write_text(json.dumps({"code": "older"}), "utf-8")
    assert found(Index.open(shelf, tmp_path), "hội") == ["ke-hoach"]
    assert len(shelf.asked) == 2


@pytest.mark.parametrize("ending", [".trm", ".pst", ".col", ".xdd", ".toc"])
@pytest.mark.parametrize("how", ["cut", "junk", "gone"])
def test_a_damaged_index_is_built_anew(tmp_path: Path, ending: str, how: str) -> None:
    shelf = Shelf(PLANS, AWARDS, MEMBERS)
    Index.open(shelf, tmp_path).update()
    files = [path for path in (tmp_path / "segments").iterdir() if path.name.endswith(ending)]
    assert files
    for path in files:
        content = path.read_bytes()
        if how == "gone":
            path.unlink()
        else:
            path.write_bytes(b"" if how == "cut" else b"\xff" * len(content))
    index = Index.open(shelf, tmp_path)
    index.update()
    assert set(found(index, "quy hoạch")) == {"ke-hoach", "dang-vien"}
    assert found(index, '"quy hoạch cán bộ"') == ["ke-hoach"]


def test_an_index_whose_folder_went_is_built_anew(tmp_path: Path) -> None:
    shelf = Shelf(PLANS)
    index = Index.open(shelf, tmp_path / "index")
    index.update()
    shutil.rmtree(tmp_path / "index" / "segments")
    shelf.put(AWARDS)
    index.update()
    assert set(found(index, "")) == {"ke-hoach", "khen-thuong"}


ENDINGS = [".trm", ".pst", "stream.col", "shown.col", "stored.col", ".xdd", ".sums", ".toc"]


def flip(folder: Path, ending: str, place: float) -> Path:
    """Turn one byte of a file of the index over, and say which file."""
    path = next(one for one in (folder / "segments").iterdir() if one.name.endswith(ending))
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 0xFF
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.999])
def test_one_byte_turned_over_is_told(tmp_path: Path, ending: str, place: float) -> None:
    shelf = Shelf(PLANS, AWARDS)
    assert index_of(tmp_path, PLANS, AWARDS).verify() == []
    path = flip(tmp_path, ending, place)
    found = Index.open(shelf, tmp_path).verify()
    assert [(error.code, error.facts) for error in found] == [
        ("index-changed", {"path": str(path)})
    ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("place", [step / 10 for step in range(10)])
def test_one_byte_turned_over_changes_no_answer(tmp_path: Path, ending: str, place: float) -> None:
    before = index_of(tmp_path, PLANS, AWARDS, MEMBERS).search("quy hoạch cán bộ")
    flip(tmp_path, ending, place)
    index = Index.open(Shelf(PLANS, AWARDS, MEMBERS), tmp_path)
    index.update()
    assert index.search("quy hoạch cán bộ") == before


@pytest.mark.parametrize("ending", [".trm", ".pst", "stream.col", "shown.col", "stored.col"])
@pytest.mark.parametrize("place", [step / 20 for step in range(20)])
def test_what_is_too_large_to_be_looked_at_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, place: float
) -> None:
    monkeypatch.setattr("search.seals._SMALL", 0)
    index_of(tmp_path, PLANS, AWARDS, MEMBERS)
    flip(tmp_path, ending, place)
    index = Index.open(Shelf(PLANS, AWARDS, MEMBERS), tmp_path)
    index.update()
    index.search("quy hoạch cán bộ")
    index.search('"quy hoạch cán bộ" ho', typing=True)
    index.search_tasks("quy hoạch")


def test_a_file_that_went_is_told_and_other_programs_indexes_are_not(tmp_path: Path) -> None:
    index_of(tmp_path, PLANS, AWARDS)
    next((tmp_path / "segments").glob("*.pst")).unlink()
    index = Index.open(Shelf(PLANS, AWARDS), tmp_path)
    assert [error.code for error in index.verify()] == ["index-changed"]
    shutil.rmtree(tmp_path / "segments")
    assert [error.facts for error in index.verify()] == [{"path": str(tmp_path / "segments")}]
    (tmp_path / "stamp.json").write_text(json.dumps({"code": "older"}), "utf-8")
    assert index.verify() == []


def test_a_report_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    class Broken(Shelf):
        def get(self, report_id: str) -> Report:
            if report_id == "ke-hoach":
                raise ArchiveDamaged("broken", path=report_id)
            return super().get(report_id)

    index = Index.open(Broken(PLANS, AWARDS), tmp_path)
    index.update()
    assert found(index, "") == ["khen-thuong"]


def test_searches_answer_while_the_index_is_written(tmp_path: Path) -> None:
    shelf = Shelf(*(report(f"r{i}", f"báo cáo số {i} về quy hoạch cán bộ") for i in range(200)))
    index = Index.open(shelf, tmp_path)
    index.update()
    for i in range(200, 600):
        shelf.put(report(f"r{i}", f"báo cáo số {i} về quy hoạch cán bộ"))
    writer = threading.Thread(target=index.update)
    writer.start()
    totals = set()
    while writer.is_alive():
        totals.add(index.search('"quy hoạch cán bộ"').total)
    writer.join()
    assert totals <= {200, 600}
    assert index.search("báo cáo").total == 600


def test_two_programs_on_one_index_do_not_harm_it(tmp_path: Path) -> None:
    shelf = Shelf(PLANS)
    one, other = Index.open(shelf, tmp_path), Index.open(shelf, tmp_path)
    one.update()
    other.update()
    shelf.put(AWARDS)
    shelf.put(report("ke-hoach", "đã đổi"))
    one.update()
    shelf.put(MEMBERS)
    other.update()
    one.update()
    for index in (one, other):
        assert set(found(index, "")) == {"ke-hoach", "khen-thuong", "dang-vien"}
        assert found(index, "đổi") == ["ke-hoach"]


def test_weights_are_a_choice(tmp_path: Path) -> None:
    reports = (report("a", "x y z", title="quy"), report("b", "quy quy quy", title="x"))
    for weights, best in ((Weights(title=9, text=0.1), "a"), (Weights(title=0.1, text=9), "b")):
        index = Index(Shelf(*reports), tmp_path, weights)
        assert found(index, "quy")[0] == best


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("luân chuy", ["luân chuyển"]),  # no such word there: it is still being typed
        ("luân chuyển", ["luân chuyển"]),
        ("chuyển b", ["chuyển", "bộ bộn bề"]),
        ("bộ", ["bộ"]),  # it stands there, so no longer one is meant
    ],
)
def test_what_is_marked_in_a_report(tmp_path: Path, query: str, marked: list[str]) -> None:
    index = Index.open(Shelf(), tmp_path)
    text = "luân chuyển cán bộ bộn bề"
    assert [text[a:b] for a, b in index.matches(query, text)] == marked


def test_an_index_that_is_up_to_date_is_only_read(tmp_path: Path) -> None:
    shelf = Shelf(PLANS)
    Index.open(shelf, tmp_path / "index").update()
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "index").rglob("*")}
    index = Index.open(shelf, tmp_path / "index")
    assert (index.update(), index.refused) == (0, None)
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "index").rglob("*")} == before


def test_a_folder_that_takes_nothing_is_given_up(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    index = Index.open(Shelf(PLANS, AWARDS), tmp_path / "file" / "index")
    assert found(index, "quy hoạch") == ["ke-hoach"]
    assert index.refused is not None
    assert index.refused[0] == tmp_path / "file" / "index"
    assert index.rebuild() == 2
