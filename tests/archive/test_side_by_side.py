"""Two reports side by side: fields, parts, documents and figures."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.comparing.side_by_side import FigurePair, SectionPair, compare
from archive.period import Period
from archive.report import Directive, Figure, Report, Section
from tests.archive.written import cited, report

BLANK = Report(id=None, source=None, text="")


def test_fields_as_plain_text() -> None:
    a = replace(
        BLANK, title="Tổng kết", published=date(2031, 1, 9), period_planned=Period.parse("2031")
    )
    b = replace(BLANK, title="Tổng kết", published=date(2032, 1, 8))
    rows = {row.field: row for row in compare(a, b).rows}
    assert (rows["published"].a, rows["published"].b) == ("2031-01-09", "2032-01-08")
    assert (rows["period_planned"].a, rows["period_planned"].b) == ("2031", None)
    assert [field for field, row in rows.items() if not row.same] == ["published", "period_planned"]


# ---- parts


def parted(*parts: tuple[str, str]) -> Report:
    """A report of parts (role, text); a part whose role is "" is claimed by no section."""
    sections, text = [], ""
    for role, part in parts:
        if role:
            sections.append(Section(role=role, start=len(text), end=len(text) + len(part)))
        text += part
    return replace(BLANK, text=text, sections=tuple(sections))


def seen(a: Report, b: Report) -> list[tuple[str, str | None, str | None]]:
    """The matched parts by their texts."""
    return [
        (
            pair.role,
            a.text[slice(*pair.a)] if pair.a else None,
            b.text[slice(*pair.b)] if pair.b else None,
        )
        for pair in compare(a, b).sections
    ]


def test_parts_are_matched_by_what_they_do() -> None:
    a = parted(("title", "T1\n"), ("results", "R1\n"), ("tasks", "N1\n"), ("awards", "K1\n"))
    b = parted(("title", "T2\n"), ("attendance", "D2\n"), ("results", "R2\n"), ("tasks", "N2\n"))
    assert seen(a, b) == [
        ("title", "T1\n", "T2\n"),
        ("attendance", None, "D2\n"),
        ("results", "R1\n", "R2\n"),
        ("tasks", "N1\n", "N2\n"),
        ("awards", "K1\n", None),
    ]


def test_a_part_that_stands_elsewhere_is_still_matched() -> None:
    a = parted(("tasks", "N1\n"), ("results", "R1\n"))
    b = parted(("results", "R2\n"), ("tasks", "N2\n"))
    assert seen(a, b) == [("tasks", "N1\n", "N2\n"), ("results", "R1\n", "R2\n")]


def test_what_no_section_claims_is_body_and_neighbours_are_one() -> None:
    a = parted(("tasks", "N1\n"), ("tasks", "N2\n"), ("", "còn lại"))
    assert seen(a, parted(("tasks", "N3\n"))) == [
        ("tasks", "N1\nN2\n", "N3\n"),
        ("body", "còn lại", None),
    ]


def test_texts_without_sections_are_one_part() -> None:
    a, b = replace(BLANK, text="một"), replace(BLANK, text="hai")
    assert seen(a, b) == [("body", "một", "hai")]
    assert seen(BLANK, b) == [("body", None, "hai")]


ROLES = st.sampled_from(["", "title", "results", "tasks", "awards", "body"])
PARTED = st.lists(st.tuples(ROLES, st.sampled_from(["a\n", "bb\n", "ccc\n"])), max_size=7).map(
    lambda parts: parted(*parts)
)


@given(PARTED, PARTED)
def test_parts_cover_both_texts_wholly(a: Report, b: Report) -> None:
    def places(pairs: tuple[SectionPair, ...], side: str) -> list[int]:
        spans = [pair.a if side == "a" else pair.b for pair in pairs]
        return sorted(place for span in spans if span for place in range(*span))

    pairs = compare(a, b).sections
    assert places(pairs, "a") == list(range(len(a.text)))
    assert places(pairs, "b") == list(range(len(b.text)))
    starts = [pair.a.start for pair in pairs if pair.a]
    assert starts == sorted(starts)


# ---- documents

DOCUMENTS = [
    ("the same key", ["18-NQ/TW khóa XII"], ["18-NQ/TW khóa XII"], [["18-NQ/TW khóa XII"], [], []]),
    (
        "a key without the term",
        ["18-NQ/TW"],
        ["18-NQ/TW khóa XII"],
        [["18-NQ/TW khóa XII"], [], []],
    ),
    (
        "another term",
        ["18-NQ/TW khóa XII"],
        ["18-NQ/TW khóa XIII"],
        [[], ["18-NQ/TW khóa XII"], ["18-NQ/TW khóa XIII"]],
    ),
    (
        "another type of one symbol",
        ["Quyết định 7-QĐ/TW"],
        ["Quy định 7-QĐ/TW"],
        [[], ["Quyết định 7-QĐ/TW"], ["Quy định 7-QĐ/TW"]],
    ),
    (
        "the fuller key waits for its equal",
        ["18-NQ/TW", "18-NQ/TW khóa XII"],
        ["18-NQ/TW khóa XII"],
        [["18-NQ/TW khóa XII"], ["18-NQ/TW"], []],
    ),
    (
        "a nickname",
        ["Nghị quyết Đại hội XIII"],
        ["Nghị quyết Đại hội XIV"],
        [[], ["Nghị quyết Đại hội XIII"], ["Nghị quyết Đại hội XIV"]],
    ),
    ("none", [], ["9-CT/TW"], [[], [], ["9-CT/TW"]]),
]


def citing(keys: list[str]) -> Report:
    """A report that cites the documents `keys`, written as their keys."""
    text = "; ".join(keys)
    return replace(BLANK, text=text, directives=tuple(cited(text, key, key) for key in keys))


@pytest.mark.parametrize(
    ("a", "b", "want"), [pytest.param(a, b, want, id=rule) for rule, a, b, want in DOCUMENTS]
)
def test_documents(a: list[str], b: list[str], want: list[list[str]]) -> None:
    found = compare(citing(a), citing(b))
    assert [
        [p.key for p in found.both],
        [p.key for p in found.only_a],
        [p.key for p in found.only_b],
    ] == want


def test_candidates_of_a_document_count() -> None:
    """One citation leaves two documents possible; the other report cites the second of them."""
    unsure: Directive = replace(
        cited("Quyết định 7-QĐ/TW", "Quyết định 7-QĐ/TW", "Quyết định 7-QĐ/TW"),
        candidates=("Quy định 7-QĐ/TW",),
    )
    a = replace(BLANK, text="Quyết định 7-QĐ/TW", directives=(unsure,))
    assert len(compare(a, citing(["Quy định 7-QĐ/TW"])).both) == 1


# ---- figures


def counting(text: str, *figures: tuple[str, float, str]) -> Report:
    """A report whose figures are (as written, value, unit), found in `text`."""
    found = []
    for written, value, unit in figures:
        start = text.index(written)
        found.append(
            Figure(
                value=value,
                of=None,
                unit=unit,
                as_written=written,
                start=start,
                end=start + len(written),
            )
        )
    return replace(report(text), figures=tuple(found))


def told(pairs: tuple[FigurePair, ...]) -> list[tuple[str | None, str | None]]:
    """The pairs as written."""
    return [(p.a.as_written if p.a else None, p.b.as_written if p.b else None) for p in pairs]


def test_figures_of_one_kind_are_paired_by_what_they_count() -> None:
    a = counting(
        "Toàn huyện kết nạp 200 đảng viên; xoá tên 10 đảng viên; mở 4 lớp bồi dưỡng.",
        ("200 đảng viên", 200, "đảng viên"),
        ("10 đảng viên", 10, "đảng viên"),
        ("4 lớp", 4, "lớp"),
    )
    b = counting(
        "Huyện xoá tên 12 đảng viên; kết nạp 250 đảng viên; xây 3 trụ sở.",
        ("12 đảng viên", 12, "đảng viên"),
        ("250 đảng viên", 250, "đảng viên"),
        ("3 trụ sở", 3, "trụ sở"),
    )
    pairs = compare(a, b).figures
    assert told(pairs) == [
        ("200 đảng viên", "250 đảng viên"),
        ("10 đảng viên", "12 đảng viên"),
        ("4 lớp", None),
        (None, "3 trụ sở"),
    ]
    assert [pair.around for pair in pairs] == [
        "Toàn huyện kết nạp …",
        "xoá tên …",
        "mở … bồi dưỡng",
        "xây …",
    ], "what is counted is said by the words around"
    assert (pairs[0].difference, pairs[0].per_cent) == (50, 25)
    assert (pairs[2].difference, pairs[2].per_cent) == (None, None)


@pytest.mark.parametrize(
    ("text", "around"),
    [
        # nine syllables would begin inside "tỷ lệ"
        (
            "Toàn tỉnh có tỷ lệ cán bộ nữ trong quy hoạch cấp huyện 80% theo kế hoạch",
            "tỷ lệ cán bộ nữ trong quy hoạch cấp huyện … theo kế hoạch",
        ),
        # six would end inside "chuyên đề", and a word that joins says nothing at the end
        ("đạt 80% số buổi sinh hoạt chi bộ chuyên đề", "đạt … số buổi sinh hoạt chi bộ"),
        ("đạt 80% trước hội nghị sơ kết của và các", "đạt … trước hội nghị sơ kết"),
        ("đạt 80% muộn nhất là ngày 30/11/2022 tới đây", "đạt … muộn nhất là ngày 30/11/2022"),
        ("80%", "…"),
    ],
)
def test_the_words_around_a_figure_are_whole(text: str, around: str) -> None:
    a = counting(text, ("80%", 80, "%"))
    (pair,) = compare(a, BLANK).figures
    assert pair.around == around


def test_percentages_differ_by_points() -> None:
    a = counting("đạt 80% chi bộ", ("80%", 80, "% chi bộ"))
    b = counting("đạt 92% chi bộ", ("92%", 92, "% chi bộ"))
    (pair,) = compare(a, b).figures
    assert (pair.difference, pair.per_cent) == (12, None)


def test_a_percentage_is_no_count() -> None:
    a = counting("đạt 80% chi bộ", ("80%", 80, "% chi bộ"))
    b = counting("đạt 80 chi bộ", ("80 chi bộ", 80, "chi bộ"))
    assert told(compare(a, b).figures) == [("80%", None), (None, "80 chi bộ")]


def test_nothing_has_no_per_cent() -> None:
    a = counting("kỷ luật 0 đảng viên", ("0 đảng viên", 0, "đảng viên"))
    b = counting("kỷ luật 2 đảng viên", ("2 đảng viên", 2, "đảng viên"))
    (pair,) = compare(a, b).figures
    assert (pair.difference, pair.per_cent) == (2, None)
