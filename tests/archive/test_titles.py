"""What a document is called, told from the key that reports share."""

import pytest

from archive.titles import Title, title_of


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("18-NQ/TW khóa XII", "Nghị quyết"),  # the letters tell the type
        ("12-KH/TW", "Kế hoạch"),  # no title is known, the type is
        ("26/2015/NĐ-CP", "Nghị định"),  # a State number, its year inside
        ("Quy định 50-QĐ/TW khóa XIII", ""),  # the key says it
        ("Nghị quyết Trung ương 4 (khóa XII)", ""),  # a nickname says it
        ("Nghị quyết", ""),
        ("999-XYZ/TW khóa XIII", ""),  # letters of no type
        ("", ""),
    ],
)
def test_the_type_is_told_where_the_key_leaves_it_out(key: str, kind: str) -> None:
    assert title_of(key).kind == kind


def test_a_number_means_another_document_in_each_term() -> None:
    titles = {title_of(f"18-NQ/TW khóa {term}").name for term in ("XII", "XIII")}
    assert len(titles) == 2
    assert "" not in titles


@pytest.mark.parametrize(
    "key",
    [
        "18-NQ/TW",  # the registry knows two of them
        "18-NQ/TW khóa X",  # of that term it knows none
        "26/1999/NĐ-CP",
        "Nghị quyết Đại hội XIII",
    ],
)
def test_no_title_is_guessed(key: str) -> None:
    assert title_of(key).name == ""


def test_type_and_year_of_a_key_hold_the_title_to_them() -> None:
    assert title_of("26/2015/NĐ-CP").name
    assert title_of("Quyết định 50-QĐ/TW khóa XIII") == Title("", "")
