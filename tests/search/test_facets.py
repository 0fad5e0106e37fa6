"""The tree of bodies, and what a report is about."""

from dataclasses import replace
from pathlib import Path

import pytest

from search.answer import FacetValue
from search.facets import province
from tests.search.shelf import found, index_of, report


@pytest.mark.parametrize(
    ("body", "level", "expected"),
    [
        ("Ban Tổ chức Tỉnh ủy Đông Hà", "province", "Đông Hà"),
        ("Ban Tổ chức Tỉnh uỷ Đông Hà", "province", "Đông Hà"),  # either placement of tones
        ("Thành ủy TP. Hồ Chí Minh", "province", "Hồ Chí Minh"),
        ("Thành ủy Cần Thơ", "province", "Cần Thơ"),
        ("Đảng ủy Khối các cơ quan tỉnh Đông Hà", "province", "Đông Hà"),
        ("Cụm thi đua số 2 ngành Tổ chức xây dựng Đảng tỉnh Đông Hà", "cluster", "Đông Hà"),
        ("Cụm thi đua các tỉnh ủy, thành ủy khu vực miền Tây", "cluster", None),  # no one province
        ("Liên đoàn Lao động tỉnh Đông Hà", "other", "Đông Hà"),
        ("Ban Tổ chức Thành ủy Vân Lũng", "district", None),  # a town in a province not told
        ("Ban Tổ chức Huyện ủy Bãi Sen, tỉnh Đông Hà", "district", "Đông Hà"),
        ("Ban Tổ chức Trung ương", "central", None),
        ("", None, None),
    ],
)
def test_province(body: str, level: str | None, expected: str | None) -> None:
    assert province(body, level) == expected


def test_bodies_carry_their_place_in_the_tree(tmp_path: Path) -> None:
    home = replace(report("a", "một", body="Tỉnh ủy Đông Hà"), body_level="province")
    index = index_of(tmp_path, home, report("b", "hai", body="Hội Trồng cây"))
    assert index.search("").facets["body"] == (
        FacetValue("Hội Trồng cây", 1),
        FacetValue("Tỉnh ủy Đông Hà", 1, "province", "Đông Hà"),
    )


def test_the_body_and_year_that_a_report_is_about_come_first(tmp_path: Path) -> None:
    text = "Đông Hà họp, nhắc việc năm 2021, năm 2021 và Vân Lũng."
    index = index_of(
        tmp_path,
        report("mentions", text, body="Tỉnh ủy Vân Lũng", reviewed="2022"),
        report(
            "about", f"{text} Còn nhiều việc khác nữa.", body="Tỉnh ủy Đông Hà", reviewed="2021"
        ),
    )
    assert found(index, "Đông Hà 2021") == ["about", "mentions"]
    assert found(index, "dong ha 2021") == ["about", "mentions"]
    assert found(index, "họp nhắc") == ["mentions", "about"]  # of other words the shorter text
    reasons = index.explain("Đông Hà 2021", "about")
    assert reasons.score == round(sum(reason.weight for reason in reasons.reasons), 4)
    assert reasons.score == index.search("Đông Hà 2021").hits[0].score
