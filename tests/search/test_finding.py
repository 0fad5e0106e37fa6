"""What can be typed, and what it finds: one table a rule, over a small shelf of reports."""

from datetime import date

import pytest

from search.answer import Note, Selection
from search.index import Index
from tests.search.shelf import found, index_of, report

SHELF = (
    report(
        "kl21",
        "Thực hiện Kết luận số 21-KL/TW của Ban Chấp hành Trung ương; cử 4.587 lượt người đi học.",
        title="Hội nghị của Ban Tổ chức Tỉnh uỷ Đông Hà",
        tasks=("Đẩy mạnh học tập nghị quyết",),
        body="Ban Tổ chức Tỉnh uỷ Đông Hà",
        reviewed="2021",
        planned="2022",
        day=date(2021, 12, 20),
        cites=("21-KL/TW khóa XIII",),
    ),
    report(
        "nq18",
        "Hội đồng nhân dân bàn Nghị quyết 18-NQ/TW; ngày 5 tháng 6, mục 21. Hoà giải ở cơ sở.",
        title="BTCTW làm việc với tỉnh",
        body="Ban Tổ chức Trung ương",
        kind="half-year",
        reviewed="2022-H1",
        planned="2022-H2",
        day=date(2022, 7, 4),
        cites=("18-NQ/TW khóa XII",),
    ),
    report(
        "hdnd",
        "HĐND tỉnh và TW Đoàn họp; Ðảng uỷ khối dự. Quy hoạch cán bộ, luân chuyển cán bộ.",
        title="Sơ kết quý III",
        body="Cụm thi đua số 4",
        kind="quarter",
        reviewed="2023-Q3",
        planned="2023-Q4",
        day=date(2023, 10, 2),
    ),
    report(
        "tu",
        "T.Ư chỉ đạo; cán bộ quy hoạch; nghị định 26/2015/NĐ-CP; các ban ngồi họp an toàn.",
        title="Tổng kết năm",
        body="Thành uỷ TP. Hồ Chí Minh",
        reviewed="2023",
        planned="2024",
        day=date(2024, 1, 5),
        cites=("26/2015/NĐ-CP",),
    ),
)
EVERY = {"kl21", "nq18", "hdnd", "tu"}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(tmp_path_factory.mktemp("index"), *SHELF)


@pytest.mark.parametrize(
    "typed",
    [
        "21-KL/TW",
        "21 KL/TW",
        "21 - KL/TW",
        "21–KL/TW",
        "21/KL-TW",
        "21-kl/tw",
        "KL 21",
        "KL21",
        "kl 21",
        "Kết luận 21",
        "Kết luận số 21",
        "ket luan so 21",
        "Kết luận 21-KL/TW",
        "kết luận số 21-KL/TW",
        "số 21-KL/TW",
        "directive:21-KL/TW",
        "văn-bản:21-KL/TW",
        "van-ban:KL21",
        'directive:"kết luận 21"',
        'directive:"21-KL/TW khóa XIII"',
    ],
)
def test_a_document_by_its_number_however_written(index: Index, typed: str) -> None:
    assert found(index, typed) == ["kl21"]


@pytest.mark.parametrize("typed", ["26/2015/NĐ-CP", "26/2015/ND-CP", "26/2015/nđ-cp"])
def test_a_state_document_by_its_number(index: Index, typed: str) -> None:
    assert found(index, typed) == ["tu"]


def test_a_number_alone_is_first_that_of_a_document(index: Index) -> None:
    assert found(index, "số 21")[0] == "kl21"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # numbers
        ("4.587", {"kl21"}),
        ("4587", {"kl21"}),
        ("4,587", {"kl21"}),
        # either form of a name finds both
        ("Trung ương", EVERY),
        ("TW", EVERY),
        ("T.Ư", EVERY),
        ("trung uong", EVERY),
        ("hội đồng nhân dân", {"nq18", "hdnd"}),
        ("HĐND", {"nq18", "hdnd"}),
        ("hdnd", {"nq18", "hdnd"}),
        ("hoi dong nhan dan", {"nq18", "hdnd"}),
        # the other placement of tones, letters in pieces, the other capital of đ
        ("hòa giải", {"nq18"}),
        ("hoà giải", {"nq18"}),
        ("hoa\u0300 gia\u0309i", {"nq18"}),
        ("tỉnh ủy", {"kl21", "hdnd"}),
        ("Đảng ủy", {"hdnd"}),
        ("Ðảng uỷ", {"hdnd"}),
        ("dang uy", {"hdnd"}),
        # i and y at a syllable's end
        ("quí III", {"hdnd"}),
        ("sơ kết qui", {"hdnd"}),
        # marks mean themselves, none mean all, and both may stand in one query
        ("nghị", {"kl21", "nq18", "tu"}),
        ("nghi", {"kl21", "nq18", "tu"}),
        ("nghĩ", set()),
        ("ngồi hop", {"tu"}),
        ("an", {"tu"}),
    ],
)
def test_words(index: Index, typed: str, expected: set[str]) -> None:
    assert set(found(index, typed)) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("exact:an", {"tu"}),
        ("nguyên-văn:an", {"tu"}),
        ("exact:uy", set()),
        ('"quy hoạch cán bộ"', {"hdnd"}),
        ('"cán bộ quy hoạch"', {"tu"}),
        ("quy hoạch -luân", {"tu"}),
        ('quy hoạch -"luân chuyển"', {"tu"}),
        ("luân OR ngồi", {"hdnd", "tu"}),
        ("luân HOẶC ngồi", {"hdnd", "tu"}),
        ("luân | ngồi", {"hdnd", "tu"}),
        ("quy luân OR ngồi", {"hdnd", "tu"}),
        ("luân chuyển OR học", {"hdnd", "kl21"}),
        ("học OR luân chuyển", {"hdnd", "kl21"}),
        ("an toàn OR luân chuyển OR hoà giải", {"tu", "hdnd", "nq18"}),
        ("an chuyển OR học", {"kl21"}),  # on no side some of its few words are enough
        ("an thấy OR học", {"kl21"}),
        ('"an toàn" OR luân chuyển', {"tu", "hdnd"}),
        ("luân chuyển OR học year:2021", {"kl21"}),  # a field holds for both sides
        ("hội đồng nhân dân OR an toàn", {"nq18", "hdnd", "tu"}),
        ("title:sơ", {"hdnd"}),
        ("tiêu-đề:sơ", {"hdnd"}),
        ("tieu-de:sơ", {"hdnd"}),
        ("task:học", {"kl21"}),
        ("nhiệm-vụ:học", {"kl21"}),
        ("nhiem_vu:học", {"kl21"}),
        ("nội-dung:luân", {"hdnd"}),
        ("text:luân", {"hdnd"}),
        ("year:2023", {"hdnd", "tu"}),
        ("năm:2023", {"hdnd", "tu"}),
        ("nam:2023", {"hdnd", "tu"}),
        ("NĂM:2023", {"hdnd", "tu"}),
        ("year:2021..2022", {"kl21", "nq18"}),
        ("năm:2021-2022", {"kl21", "nq18"}),
        ("year:..2021", {"kl21"}),
        ("year:2023..", {"hdnd", "tu"}),
        ("-year:2023", {"kl21", "nq18"}),
        ('body:"Cụm thi đua số 4"', {"hdnd"}),
        ('cơ-quan:"Cụm thi đua số 4"', {"hdnd"}),
        ('co-quan:"cum thi dua so 4"', {"hdnd"}),
        ("body:đông", {"kl21"}),
        ("body:BTCTW", {"nq18"}),
        ("body:TPHCM", {"tu"}),
        ('body:"ban tổ chức tỉnh ủy"', {"kl21"}),
        ("kind:quarter", {"hdnd"}),
        ("loại:quý", {"hdnd"}),
        ('loai:"6 tháng"', {"nq18"}),
        ("kind:half-year", {"nq18"}),
        ("period:2022-H2", {"nq18"}),
        ("kỳ:2022-h2", {"nq18"}),
        ("ky:2023-Q4", {"hdnd"}),
        ("period:2022", {"kl21"}),
        ("after:2023", {"hdnd", "tu"}),
        ("từ:2023-10-02", {"hdnd", "tu"}),
        ("từ:10/2023", {"hdnd", "tu"}),
        ("tu:5/1/2024", {"tu"}),
        ("before:2022", {"kl21"}),
        ("trước:4/7/2022", {"kl21"}),
        ("truoc:2022-07", {"kl21"}),
        ("after:2022 before:2023", {"nq18"}),
        ("year:2023 kind:quarter", {"hdnd"}),
        ("year:2023 OR year:2021", {"kl21", "hdnd", "tu"}),
        ("quy hoạch năm:2023 -kind:quarter", {"tu"}),
    ],
)
def test_the_language_of_queries(index: Index, typed: str, expected: set[str]) -> None:
    answer = index.search(typed)
    assert {hit.id for hit in answer.hits} == expected
    assert not [note for note in answer.notes if note.code.startswith("query-")]


@pytest.mark.parametrize(
    ("typed", "code", "column"),
    [
        ("họp year:hai", "query-value", 5),
        ("họp  kind:tuần", "query-value", 6),
        ("period:2022-Z", "query-value", 1),
        ("before:32/1/2022", "query-value", 1),
        ("họp màu:đỏ", "query-field", 5),
        ('họp "quy hoạch', "query-quote", 5),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(
    index: Index, typed: str, code: str, column: int
) -> None:
    notes = [note for note in index.search(typed).notes if note.code.startswith("query-")]
    assert [(note.code, note.facts["column"]) for note in notes] == [(code, column)]


@pytest.mark.parametrize(
    ("typed", "code", "value"),
    [
        ('học body:"Sở Tơ Tằm"', "no-body", "Sở Tơ Tằm"),
        ("directive:999-KL/TW", "no-directive", "999-KL/TW"),
        ("999-KL/TW", "no-directive", "999-KL/TW"),
        ("KL 999", "no-directive", "KL 999"),
        ("năm:1999", "no-year", "1999"),
        ("kind:term", "no-kind", "term"),
        ('kỳ:"quý I/1999"', "no-period", "quý I/1999"),
    ],
)
def test_what_no_report_has_is_told(index: Index, typed: str, code: str, value: str) -> None:
    for answer in (index.search(typed), index.search_tasks(typed)):
        assert (answer.total, answer.notes) == (0, (Note(code, {"value": value}),))


@pytest.mark.parametrize("typed", ["-body:tơ", "year:1999 OR year:2021", "21-KL/TƯ", "KL 21"])
def test_what_some_report_has_is_not(index: Index, typed: str) -> None:
    assert not [note for note in index.search(typed).notes if note.code.startswith("no-")]
    assert index.search(typed).total


def test_a_chosen_value_that_no_report_has_is_told(index: Index) -> None:
    chosen = Selection({"body": ("Sở Tơ Tằm",), "directive": ("21-KL/TW khóa XIII",)})
    assert index.search("", chosen).notes == (Note("no-body", {"value": "Sở Tơ Tằm"}),)


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ({"year": ("2021",)}, {"kl21"}),
        ({"year": ("2021", "2022")}, {"kl21", "nq18"}),  # values of one facet: either
        ({"year": ("2023",), "kind": ("quarter",)}, {"hdnd"}),  # two facets: both
        ({"year": ("2021", "2023"), "kind": ("annual",)}, {"kl21", "tu"}),
        ({"year": ("2021",), "kind": ("quarter",)}, set()),
        ({"body": ("Cụm thi đua số 4", "Ban Tổ chức Trung ương")}, {"nq18", "hdnd"}),
        ({"directive": ("21-KL/TW khóa XIII", "26/2015/NĐ-CP")}, {"kl21", "tu"}),
        ({"period": ("2022",)}, {"kl21"}),
    ],
)
def test_facets(index: Index, chosen: dict[str, tuple[str, ...]], expected: set[str]) -> None:
    answer = index.search("", Selection(chosen))  # type: ignore[arg-type] # names of facets
    assert {hit.id for hit in answer.hits} == expected
    assert answer.total == len(expected)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("quy hoach cán bô", "quy hoach cán bộ"),  # a mark left out among marks
        ("luận chuyển cán bộ", "luân chuyển cán bộ"),  # another tone
        ("luân chuyễn", "luân chuyển"),
        ("luaan chuyeenr", "luân chuyển"),  # Telex
        ("luân chuyeenr", "luân chuyển"),
        ("lua6n chuye63n", "luân chuyển"),
        ("lua6n chuye6n3", "luân chuyển"),  # VNI
        ("quy hoachj", "quy hoạch"),
        ("luân chuyểm", "luân chuyển"),  # another letter
        ("luân chuyểnn", "luân chuyển"),  # one more
        ("luân chuển", "luân chuyển"),  # one less
        ("luân chuyển", None),  # nothing wrong
    ],
)
def test_did_you_mean(index: Index, typed: str, meant: str | None) -> None:
    notes = [n.facts["query"] for n in index.search(typed).notes if n.code == "did-you-mean"]
    assert notes == ([meant] if meant else [])


@pytest.fixture(scope="module")
def elections(tmp_path_factory: pytest.TempPathFactory) -> Index:
    often = "Bầu ban chấp hành; bầu đoàn chủ tịch; bầu thư ký cũng trong buổi sáng. "
    return index_of(
        tmp_path_factory.mktemp("elections"),
        report("also", often * 3),
        report("also-too", often),
        report("election", "Bàn nhiều việc. " * 20 + "Công tác bầu cử diễn ra đúng luật."),
        report("candidates", "Mỗi đơn vị bầu hai đại biểu, cử tri xem danh sách niêm yết."),
    )


@pytest.mark.parametrize(
    ("typed", "first", "after"),
    [
        ("bau cu", ["election", "candidates"], {"also", "also-too"}),  # cử before cũng
        ("bầu cử", ["election", "candidates"], set()),
        ("bau cun", [], {"also", "also-too"}),  # no word: only beginnings
    ],
)
def test_while_typing_a_whole_word_comes_before_what_begins_with_it(
    elections: Index, typed: str, first: list[str], after: set[str]
) -> None:
    names = found(elections, typed, typing=True)
    assert set(names[: len(first)]) == set(first)
    assert set(names[len(first) :]) == after
    if first:  # as they come once the word is finished, with the same scores
        hits = elections.search(typed, typing=True).hits[: len(first)]
        finished = elections.search(typed).hits
        assert [(hit.id, hit.score) for hit in hits] == [(hit.id, hit.score) for hit in finished]
