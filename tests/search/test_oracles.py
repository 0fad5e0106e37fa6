"""The executor against oracles: Whoosh itself, exhaustively, and a plain reading of the texts."""

import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import index as whoosh_index
from whoosh.query import And, Every, Not, Or, Query, Term

from archive.vietnamese import nfc
from search.analysis import bare, terms
from search.clauses import Clause, Phrase, Word
from search.index import Index
from search.inverting import PAIRS
from search.query import parse
from search.segment import PARTS
from tests.search.shelf import Shelf, found, index_of, report

WORDS = ["hội", "hỏi", "hoi", "nghị", "đảng", "dang", "đang", "ủy", "uỷ", "5"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)
REPORTS = st.lists(st.tuples(TEXT, TEXT, st.lists(TEXT, max_size=2)), min_size=1, max_size=6)
CLAUSE = st.tuples(
    st.sampled_from(["", "-", "title:", "task:"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(lambda ws: f'"{" ".join(ws)}"'),
).map("".join)
QUERY = st.lists(CLAUSE, min_size=1, max_size=3).map(" ".join)


def filled(folder: str, made: list[tuple[str, str, list[str]]]) -> Index:
    return index_of(
        Path(folder),
        *(
            report(f"r{i}", text or "x", title=title or "x", tasks=tuple(tasks))
            for i, (title, text, tasks) in enumerate(made)
        ),
    )


def holds(clause: Clause, pieces: dict[str, list[list[str]]]) -> bool:
    """Does a report with these terms have what the clause asks, negation aside?"""
    (atom,) = clause.atoms
    assert isinstance(atom, Word | Phrase)
    words = atom.words if isinstance(atom, Phrase) else (atom,)
    return any(
        all(word.means(term) for term, word in zip(piece[i:], words, strict=False))
        for part in ([clause.part] if clause.part else PARTS)
        for piece in pieces[part]
        for i in range(len(piece) - len(words) + 1)
    )


@settings(max_examples=60)
@given(REPORTS, QUERY)
def test_strict_queries_find_what_reading_the_texts_finds(
    made: list[tuple[str, str, list[str]]], typed: str
) -> None:
    query = parse(typed)
    expected = set()
    for i, (title, text, tasks) in enumerate(made):
        pieces = {
            "title": [terms(nfc(title or "x"))],
            "tasks": [terms(nfc(task)) for task in tasks],
            "text": [terms(nfc(text or "x"))],
        }
        if all(holds(clause, pieces) != clause.negated for clause in query.clauses):
            expected.add(f"r{i}")
    with tempfile.TemporaryDirectory() as folder:
        assert set(found(filled(folder, made), typed)) == expected


def whoosh_query(typed: str) -> Query:
    """The same question in Whoosh's own terms, for words alone."""
    inside: list[Query] = [Every()]
    for clause in parse(typed).clauses:
        (word,) = clause.atoms
        assert isinstance(word, Word)
        fields = [clause.part] if clause.part else list(PARTS)
        if word.marked:
            either = Or([Term(field, word.term) for field in fields])
        else:
            either = Or([Term(f"{field}_bare", form) for field in fields for form in word.bare])
        inside.append(Not(either) if clause.negated else either)
    return And(inside)


@settings(max_examples=60)
@given(
    REPORTS,
    st.lists(
        st.tuples(st.sampled_from(["", "-", "title:", "task:"]), st.sampled_from(WORDS)).map(
            lambda pair: f'{pair[0]}"{pair[1]}"'
        ),
        min_size=1,
        max_size=3,
    ).map(" ".join),
)
def test_words_find_what_whoosh_finds(made: list[tuple[str, str, list[str]]], typed: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ours = set(found(filled(folder, made), typed))
        with whoosh_index.open_dir(Path(folder) / "segments").searcher() as searcher:
            numbers = searcher.docs_for_query(whoosh_query(typed))
            theirs = {f"r{number}" for number in numbers}
    assert ours == theirs


@settings(max_examples=40)
@given(REPORTS, REPORTS, st.sampled_from([*WORDS, "h", "đ", "d", "ng", "nghi"]))
def test_a_word_being_typed_finds_what_begins_so(
    first: list[tuple[str, str, list[str]]], then: list[tuple[str, str, list[str]]], typed: str
) -> None:
    (clause,) = parse(typed, typing=True).clauses
    (word,) = clause.atoms
    assert isinstance(word, Word)
    shelf, expected = Shelf(), set()
    with tempfile.TemporaryDirectory() as folder:
        index = Index.open(shelf, Path(folder))
        for name, made in (("a", first), ("b", then)):  # two segments
            for i, (title, text, tasks) in enumerate(made):
                kept = report(f"{name}{i}", text or "x", title=title or "x", tasks=tuple(tasks))
                shelf.put(kept)
                if any(word.means(t) for piece in (title, text, *tasks) for t in terms(nfc(piece))):
                    expected.add(kept.id)
            index.update()
        assert set(found(index, typed, typing=True)) == expected


@settings(max_examples=40)
@given(REPORTS)
def test_postings_are_the_counts_of_the_terms(made: list[tuple[str, str, list[str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        filled(folder, made)
        with whoosh_index.open_dir(Path(folder) / "segments").reader() as reader:
            for i, (title, text, _) in enumerate(made):
                words = terms(nfc(text or "x"))
                for word in set(words):
                    matcher = reader.postings("text", word)
                    matcher.skip_to(i)
                    assert (matcher.id(), matcher.weight()) == (i, words.count(word))
                both = [bare(word) for word in words]
                heads = [bare(word) for word in terms(nfc(title or "x"))]
                for pair in set(pairwise(both)):
                    matcher = reader.postings(PAIRS, " ".join(pair))
                    matcher.skip_to(i)
                    pairs = [*pairwise(both), *pairwise(heads)]
                    assert matcher.id() == i
                    assert matcher.weight() >= pairs.count(pair)


@settings(max_examples=25)
@given(REPORTS, st.lists(st.tuples(st.integers(0, 5), TEXT), max_size=4), QUERY)
def test_an_updated_index_answers_like_one_built_anew(
    made: list[tuple[str, str, list[str]]], changes: list[tuple[int, str]], typed: str
) -> None:
    shelf = Shelf(
        *(report(f"r{i}", text or "x", title=t or "x") for i, (t, text, _) in enumerate(made))
    )
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        index = Index.open(shelf, Path(folder))
        index.update()
        for i, text in changes:
            if text:
                shelf.put(report(f"r{i}", text))
            elif f"r{i}" in shelf.reports:
                shelf.take(f"r{i}")
            index.update()
        anew = Index.open(shelf, Path(other))
        anew.update()
        assert set(found(index, typed)) == set(found(anew, typed))
