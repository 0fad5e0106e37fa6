"""What is typed names a body and a period: the report by that body on that period comes first,
though others say the same words oftener.
"""

from pathlib import Path

import pytest

from archive.report import Report
from search.index import Index
from tests.search.shelf import index_of, report

SON, SONG = "Ban Tổ chức Tỉnh ủy Bình Sơn", "Ban Tổ chức Tỉnh ủy Bình Sông"
GIANG = "Ban Tổ chức Tỉnh ủy Bình Giang"
CLUSTER = "Cụm thi đua số 4 ngành Tổ chức xây dựng Đảng"
CENTRAL = "Ban Tổ chức Trung ương"


def on(name: str, body: str, reviewed: str, planned: str | None, text: str = "") -> Report:
    """A report that names its periods as news do, and the year it plans oftener."""
    year = (planned or reviewed)[:4]
    said = f"{body} họp. Nhiệm vụ năm {year}: việc năm {year}, chỉ tiêu năm {year}. {text}"
    return report(name, said, body=body, reviewed=reviewed, planned=planned)


REPORTS = (
    on("sơn-2021", SON, "2021", "2022", "Tổng kết năm 2021."),
    on("sơn-2022", SON, "2022", "2023", "Tổng kết năm 2022."),
    on("sơn-2023-h1", SON, "2023-H1", "2023-H2", "Sơ kết sáu tháng, quý một."),
    on("sơn-2023-q3", SON, "2023-Q3", "2023-Q4", "Sơ kết quý III năm 2023."),
    on("sông-2021", SONG, "2021", "2022", "Tổng kết năm 2021, Bình Sơn cùng dự."),
    on("giang-2021", GIANG, "2021", "2022", "Kết quả năm 2021."),
    on("giang-2022-h1", GIANG, "2022-H1", "2022-H2", "Nhiệm vụ nửa cuối năm 2022, nhiệm vụ năm."),
    on("giang-2022", GIANG, "2022", "2023", "Ban bàn thêm nhiều việc khác của đơn vị. " * 40),
    report(
        "giang-2023",
        "Bình Giang tổng kết năm 2023: mỗi nhiệm vụ năm 2023 của Bình Giang đều xong. " * 6,
        title="Bình Giang: nhiệm vụ năm 2023 đã xong, nhiệm vụ năm 2024 bắt đầu ở Bình Giang",
        body=GIANG,
        reviewed="2023",
        planned="2024",
    ),
    on("giang-2024", GIANG, "2024", "2025"),
    report(
        "giang-2025",
        "Nhiệm vụ năm 2025 đã xong; nhiệm vụ năm 2025 còn lại. " * 3,
        title="Kết quả nhiệm vụ năm 2025",
        body=GIANG,
        reviewed="2025",
        planned="2026",
    ),
    on("cụm-2020", CLUSTER, "2020", None, "Tổng kết năm 2020."),
    on("cụm-2021", CLUSTER, "2021", None, "Tổng kết năm 2021 sau năm 2020 khó, năm 2020 xa."),
    on("ban-2021", CENTRAL, "2021", "2022", "Tổng kết năm 2021."),
    on("ban-2022", CENTRAL, "2022", "2023", "Tổng kết năm 2022; nhắc lại năm 2021, năm 2021."),
    report("khác", "Bàn về năm 2021, năm 2022, Bình Sơn, quý III năm 2023 và Trung ương."),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of(Path(tmp_path_factory.mktemp("index")), *REPORTS)


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("Bình Sơn 2022", "sơn-2022"),  # it is reviewed there, and only planned in the year before
        ("binh son 2022", "sơn-2022"),
        ("tổng kết năm 2022 Bình Sơn", "sơn-2022"),
        ("nhiệm vụ năm 2022 Bình Sơn", "sơn-2021"),  # what is planned is asked
        ("phương hướng 2023 Bình Sơn", "sơn-2022"),
        ("Nhiệm vụ năm 2023 Bình Giang", "giang-2022"),  # though the other says all words oftener
        ("nhiem vu nam 2023 binh giang", "giang-2022"),
        ("Nhiệm vụ năm 2022 Bình Giang", "giang-2021"),  # of the year before a part of it
        ("nhiệm vụ năm 2025", "giang-2024"),  # whoever plans it
        ("Bình Sơn quý III/2023", "sơn-2023-q3"),
        ("Bình Sơn quý 3 năm 2023", "sơn-2023-q3"),  # written in another way than in the report
        ("Bình Sơn 6 tháng đầu năm 2023", "sơn-2023-h1"),
        ("cụm 4 năm 2020", "cụm-2020"),  # a name with words left out
        ("BTCTW 2021", "ban-2021"),  # by its short name
        ("ban tổ chức trung ương năm 2021", "ban-2021"),
    ],
)
def test_the_report_by_that_body_on_that_period_is_first(
    index: Index, query: str, best: str
) -> None:
    assert index.search(query).hits[0].id == best


def test_parts_of_a_year_answer_for_it(index: Index) -> None:
    best = {hit.id for hit in index.search("Bình Sơn 2023").hits[:2]}
    assert best == {"sơn-2023-h1", "sơn-2023-q3"}


def test_the_explanation_tells_it(index: Index) -> None:
    (reason,) = [r for r in index.explain("Bình Sơn 2022", "sơn-2022").reasons if r.kind == "about"]
    assert (reason.typed, reason.forms) == ("2022", (SON,))
    other = index.explain("Bình Sơn 2022", "khác").reasons
    assert "about" not in [reason.kind for reason in other]
    for hit in index.search("Bình Sơn 2022").hits:
        found = index.explain("Bình Sơn 2022", hit.id)
        assert found.score == pytest.approx(hit.score, abs=0.002)


def test_nothing_is_found_that_does_not_hold_the_words(index: Index) -> None:
    assert index.search('"luân chuyển" Bình Sơn 2022').total == 0


@pytest.mark.parametrize("query", ["Bình Sơn 2023-Q3", 'Bình Sơn kỳ:"quý III/2023"'])
def test_a_period_as_it_is_shown_is_a_filter(index: Index, query: str) -> None:
    assert [hit.id for hit in index.search(query).hits] == ["sơn-2023-q3"]


def test_without_a_body_the_period_counts_a_little(index: Index) -> None:
    reasons = index.explain("tổng kết 2021", "sông-2021").reasons
    (about,) = [reason for reason in reasons if reason.kind == "about"]
    bodied = index.explain("Bình Sông tổng kết 2021", "sông-2021").reasons
    (with_body,) = [reason for reason in bodied if reason.kind == "about"]
    assert 0 < about.weight < with_body.weight


def test_an_archive_without_periods(tmp_path: Path) -> None:
    index = index_of(tmp_path, report("a", "năm 2021"), report("b", "năm 2022"))
    assert [hit.id for hit in index.search("năm 2021").hits] == ["a"]
