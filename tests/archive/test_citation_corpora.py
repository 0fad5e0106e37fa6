"""Citations measured on real texts: State titles with the number from a field, and news sentences.

The corpora stay outside the project; the environment variable XDD_SHARED names their folder.
"""

import gzip
import json
import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.importing.cleaning import clean
from archive.reading.directives import find_directives
from archive.reading.directives.document_types import document_types
from archive.reading.page import Line, Page
from archive.report import Directive

SHARED = os.environ.get("XDD_SHARED")
pytestmark = pytest.mark.skipif(not SHARED, reason="XDD_SHARED names no folder of corpora")
LABELS = Path(__file__).parent / "data" / "news_labels.tsv"
TYPES = {kind.symbol: kind.name for kind in document_types()} | {
    "QĐ": "Quyết định",
    "QĐi": "Quy định",
    "VB": "Văn bản",
}


def corpus(name: str) -> Path:
    return Path(SHARED or "") / "data" / "citations" / name


def read(raw: str) -> tuple[Directive, ...]:
    text = clean(raw)
    return find_directives(Page(text, (Line(0, len(text)),)), day=None, body=None)


def letters(text: str | None) -> str:
    return re.sub(r"\W", "", text or "").upper()


def titles() -> list[tuple[str, str]]:
    """The titles and the numbers that their own field gives (a few fields hold only a part)."""
    with gzip.open(corpus("congbao.jsonl.gz"), "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [(row["text"], row.get("number_title") or row.get("number")) for row in rows]


def right(text: str, number: str) -> bool:
    """Is the title's own document read: number, symbol, and the type that word or symbol names?"""
    found = read(text)
    if not found or letters(f"{found[0].number}/{found[0].symbol}") != letters(number):
        return False
    kind, head = found[0].type.lower(), clean(text).lower()
    own = TYPES.get((found[0].symbol or "").split("-")[0])
    return head.startswith((kind, f"({kind}")) or own == found[0].type


def plain(text: str) -> str:
    return text


def with_dash(text: str) -> str:
    return text.replace("/", "/ ", 1).replace("-", " – ", 1)


def with_break(text: str) -> str:
    return re.sub(r"(\d)(/)", r"\1\n\2", text, count=1)


def without_so(text: str) -> str:
    return text.replace(" số ", " ", 1)


def glued(text: str) -> str:
    return text.replace(" số ", " số", 1)


def without_bar(text: str) -> str:
    return re.sub(r"(?<=[/\d])(QĐ|NĐ)(?=-)", lambda m: m[0].replace("Đ", "D"), text, count=1)


def in_capitals(text: str) -> str:
    return text.upper()


def in_brackets(text: str) -> str:
    return re.sub(r" số (\S+)", r" (số \1)", text, count=1)


def with_unseen(text: str) -> str:
    return text.replace(" số ", " số\u00a0", 1).replace("/", "\u00ad/", 1)


NOISES = (
    plain,
    with_dash,
    with_break,
    without_so,
    glued,
    without_bar,
    in_capitals,
    in_brackets,
    with_unseen,
)


@pytest.mark.parametrize("noise", NOISES)
def test_titles_of_state_documents(noise: Callable[[str], str]) -> None:
    """At least 0.99 of a thousand titles (all of them as they stand), under every noise."""
    rows = titles()
    if noise is not plain:
        rows = random.Random(noise.__name__).sample(rows, 1000)  # noqa: S311  # no secret
    wrong = [(text, number) for text, number in rows if not right(noise(text), number)]
    assert len(wrong) <= 0.01 * len(rows), wrong[:20]


def test_no_day_of_issue_that_is_not_in_the_title() -> None:
    for text, _ in titles():
        for found in read(text):
            if found.issued:
                day = rf"0?{found.issued.day}\D+0?{found.issued.month}\D+{found.issued.year}"
                assert re.search(day, text), text


def expected(label: str) -> tuple[str, str, str, str | None]:
    kind, number, *rest = label.split()
    symbol = rest[0] if rest and rest[0] != "-" else ""
    return TYPES[kind], number, symbol, rest[1] if len(rest) > 1 else None


def fits(label: tuple[str, str, str, str | None], found: Directive) -> bool:
    kind, number, symbol, day = label
    if number.startswith("TW"):
        plenum, term = number[2:].split("-")
        return found.name == f"{kind} Trung ương {plenum} (khóa {term})"
    return (
        (found.type, found.number) == (kind, number)
        and (not symbol or letters(found.symbol) == letters(symbol))
        and (day is None or str(found.issued) == day)
    )


def test_news_sentences_labelled_before_the_reader_was_written() -> None:
    """F1 of distinct documents over 150 sentences; a congress's own resolution counts not."""
    sentences = corpus("news_sentences.jsonl").read_text("utf-8").splitlines()
    hits = gold = got = 0
    for line in LABELS.read_text("utf-8").splitlines():
        number, _, labels = line.partition("\t")
        found = read(json.loads(sentences[int(number) - 1])["sentence"])
        left = [one for one in found if "Đại hội" not in (one.name or "")]
        wanted = [expected(label) for label in labels.split("; ")]
        gold, got = gold + len(wanted), got + len(left)
        for label in wanted:
            match = next((one for one in left if fits(label, one)), None)
            if match:
                left.remove(match)
                hits += 1
    assert 2 * hits / (gold + got) >= 0.95
