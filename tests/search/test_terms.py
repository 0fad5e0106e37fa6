"""Posting lists and terms as files: what Whoosh reads of them, and what is read here."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import ID
from whoosh.filedb.filestore import FileStorage

from search.postings import Inversion, Postings, decode
from search.terms import Terms, write_terms

TERM = st.text("abđộ ừz5中", min_size=1, max_size=3)
# Steps and counts on both sides of what a byte holds.
DOCUMENTS = st.dictionaries(
    st.sampled_from([0, 1, 2, 3, 254, 255, 256, 257, 258, 511, 600, 899]),
    st.sampled_from([1, 1, 1, 2, 255, 256, 70_000]),
    min_size=1,
)
LISTS = st.dictionaries(TERM, DOCUMENTS, min_size=1, max_size=12)
SIZE = 900


@contextmanager
def written(fields: dict[str, dict[str, dict[int, int]]]) -> Iterator[tuple[Terms, object]]:
    """The terms of `fields`, as read here and by Whoosh."""
    with tempfile.TemporaryDirectory() as folder:
        storage = FileStorage(folder)
        segment = W3Codec().new_segment(storage, "MAIN")
        trm, pst = (Path(folder, segment.make_filename(end)) for end in (".trm", ".pst"))
        with trm.open("wb") as terms, pst.open("wb") as posts:
            inverted = {name: inversion(lists) for name, lists in sorted(fields.items())}
            write_terms(terms, ((name, one.lists().write(posts)) for name, one in inverted.items()))
        reader = W3Codec().terms_reader(storage, segment)
        table, data = reader._tindex, trm.read_bytes()
        kind = f">{table.extras['indextype']}"
        places = np.frombuffer(data, kind, table.indexlen, table.indexbase)
        yield Terms(data, places, table.extras["fieldmap"], pst.read_bytes()), reader
        reader.close()


def inversion(lists: dict[str, dict[int, int]]) -> Inversion:
    inverted = Inversion()
    for document in range(SIZE):
        inverted.add(
            Counter({term: found[document] for term, found in lists.items() if document in found})
        )
    return inverted


def pairs(postings: Postings) -> list[tuple[int, float]]:
    return list(zip(postings.documents.tolist(), postings.counts.tolist(), strict=True))


@given(LISTS, LISTS)
def test_lists_are_read_as_they_were_written(
    text: dict[str, dict[int, int]], title: dict[str, dict[int, int]]
) -> None:
    with written({"text": text, "title": title}) as (terms, _):
        for field, lists in (("text", text), ("title", title)):
            for term, found in lists.items():
                assert pairs(terms.postings(field, term)) == sorted(found.items())
                assert terms.frequency(field, term) == len(found)
        assert len(terms) == len(text) + len(title)


@given(LISTS)
def test_whoosh_reads_the_same(text: dict[str, dict[int, int]]) -> None:
    with written({"text": text}) as (_, reader):
        assert [term.decode() for _, term in reader.terms()] == sorted(text, key=str.encode)  # type: ignore[attr-defined] # whoosh has no types
        for term, found in text.items():
            matcher = reader.matcher("text", term.encode(), ID().format)  # type: ignore[attr-defined]
            read = []
            while matcher.is_active():
                read.append((matcher.id(), matcher.weight()))
                matcher.next()
            assert read == sorted(found.items())


@given(LISTS, st.text("abđộ ừz5中", max_size=2))
def test_a_prefix_is_all_the_terms_that_begin_so(
    text: dict[str, dict[int, int]], prefix: str
) -> None:
    meant = {term: found for term, found in text.items() if term.startswith(prefix)}
    with written({"text": text, "title": {"zz": {1: 1}}}) as (terms, _):
        read = pairs(terms.all_postings("text", prefix))
        assert sorted(read) == sorted(pair for found in meant.values() for pair in found.items())
        assert terms.counts("text", prefix) == {t: len(found) for t, found in meant.items()}


def test_long_lists_of_a_prefix_are_read_too() -> None:
    long = {"aa": dict.fromkeys(range(0, 900, 3), 2), "ab": {5: 1}, "ac": {7: 1, 8: 3}}
    with written({"text": long}) as (terms, _):
        expected = sorted(pair for found in long.values() for pair in found.items())
        assert sorted(pairs(terms.all_postings("text", "a"))) == expected


@pytest.mark.parametrize("term", ["b", "aa", "", "đ"])
def test_what_is_not_there_has_no_documents(term: str) -> None:
    with written({"text": {"a": {1: 1}}}) as (terms, _):
        assert pairs(terms.postings("text", term)) == []
        assert pairs(terms.postings("no field", term)) == []
        assert terms.frequency("text", term) == 0


def test_what_is_no_list_is_refused() -> None:
    with pytest.raises(ValueError, match="no posting list"):
        decode(np.zeros(100, np.uint8), 0, 3)
