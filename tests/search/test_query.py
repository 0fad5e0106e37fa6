from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.answer import Note
from search.clauses import NEVER, Clause, Days, Filter, Phrase, Reference, Word, Words
from search.query import parse

QUY, HOACH = Word("quy", marked=False), Word("hoạch", marked=True)


def free(*atoms: Word | Words) -> Clause:
    return Clause(atoms, free=True)


@pytest.mark.parametrize("typed", ["  … - ", "OR", '"', "%"])
def test_nothing_to_look_for(typed: str) -> None:
    query = parse(typed)
    assert query.clauses == (NEVER,)
    assert query.notes[-1] == Note("query-signs", {"typed": typed.strip()})
    assert parse(typed, typing=True).clauses == ()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ()),
        ("   ", ()),
        ("quy hoạch", (free(QUY), free(HOACH))),
        ('"quy hoạch"', (Clause((Phrase((QUY, HOACH)),)),)),
        ('"hoạch"', (Clause((HOACH,)),)),
        ("-quy", (Clause((QUY,), negated=True),)),
        ('-"quy hoạch"', (Clause((Phrase((QUY, HOACH)),), negated=True),)),
        ("quy OR hoạch", (free(QUY, HOACH),)),
        ("quy HOẶC hoạch | an", (free(QUY, HOACH, Word("an", marked=False)),)),
        ("OR quy OR", (free(QUY),)),  # OR with nothing beside it
        ("OR quy hoạch", (free(QUY), free(HOACH))),
        # on either side all words typed plainly on end: most words have several syllables
        ("quy hoạch OR quy", (free(Words((free(QUY), free(HOACH))), QUY),)),
        ("quy OR quy hoạch", (free(QUY, Words((free(QUY), free(HOACH)))),)),
        (
            'title:quy quy hoạch OR "quy" quy',  # a phrase, a field is a side by itself
            (
                Clause((QUY,), part="title"),
                Clause((Words((free(QUY), free(HOACH))), QUY)),
                free(QUY),
            ),
        ),
        ("quy hoạch OR title:quy", (free(QUY), free(HOACH), Clause((QUY,), part="title"))),
        ("exact:quy", (Clause((Word("quy", marked=True),)),)),
        ("nguyên-văn:quy", (Clause((Word("quy", marked=True),)),)),
        ("title:quy", (Clause((QUY,), part="title"),)),
        ("nhiệm-vụ:quy", (Clause((QUY,), part="tasks"),)),
        ("year:2022", (Clause((Filter("year", ("2022",)),)),)),
        ("NĂM:2022..2024", (Clause((Filter("year", ("2022", "2023", "2024")),)),)),
        ("nam:2022-2023", (Clause((Filter("year", ("2022", "2023")),)),)),
        ('loại:"6 tháng"', (Clause((Filter("kind", ("half-year",)),)),)),
        ("kỳ:2024-h1", (Clause((Filter("period", ("2024-H1",)),)),)),
        ("body:quy", (Clause((Filter("body", phrase=Phrase((QUY,))),)),)),
        ("cơ-quan:quy", (Clause((Filter("body", phrase=Phrase((QUY,))),)),)),
        ("21-KL/TW", (Clause((Reference("21-kl/tw"),)),)),
        ("21 KL/TW quy", (Clause((Reference("21-kl/tw"),)), free(QUY))),
        ("-21-KL/TW", (Clause((Reference("21-kl/tw"),), negated=True),)),
        (
            "27/12",
            (Clause((Phrase((Word("27", marked=False), Word("12", marked=False))),)),),
        ),
    ],
)
def test_clauses(typed: str, expected: tuple[Clause, ...]) -> None:
    query = parse(typed)
    assert query.clauses == expected
    assert query.notes == ()


SENTENCE = "một hai ba bốn năm sáu bảy tám chín"  # nine words


@pytest.mark.parametrize(
    ("typed", "phrases"),
    [
        ("kiên-định", 1),  # signs join words of a short query
        ("một hai ba bốn kiên-định", 1),
        ("một hai ba bốn năm kiên-định", 0),  # of a longer one they ask for nothing
        ('một hai ba bốn năm "kiên định"', 1),  # where quotation marks still do
        (f'{SENTENCE} "kiên định"', 0),  # but not in a pasted sentence
        (f'{SENTENCE} -"kiên định"', 1),  # what is said outright holds
        (f'{SENTENCE} title:"kiên định"', 1),
    ],
)
def test_signs_of_a_pasted_sentence_ask_for_nothing(typed: str, phrases: int) -> None:
    clauses = parse(typed).clauses
    assert sum(isinstance(clause.atoms[0], Phrase) for clause in clauses) == phrases
    words = [clause for clause in clauses if isinstance(clause.atoms[0], Word)]
    assert all(clause.free for clause in words)
    assert not any(c.free for c in clauses if isinstance(c.atoms[0], Phrase))


@pytest.mark.parametrize(
    ("typed", "first", "end"),
    [
        ("after:2022", date(2022, 1, 1), date.max),
        ("từ:2022-03", date(2022, 3, 1), date.max),
        ("after:5/3/2022", date(2022, 3, 5), date.max),
        ("before:5/2024", date.min, date(2024, 5, 1)),
        ("trước:2024-05-06", date.min, date(2024, 5, 6)),
    ],
)
def test_days(typed: str, first: date, end: date) -> None:
    assert parse(typed).clauses == (Clause((Days(first.toordinal(), end.toordinal()),)),)


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("hoạch year:20", Note("query-value", {"column": 7, "field": "year", "value": "20"})),
        (
            "before:2024-13",
            Note("query-value", {"column": 1, "field": "before", "value": "2024-13"}),
        ),
        ("kind:gì", Note("query-value", {"column": 1, "field": "kind", "value": "gì"})),
        ("màu:đỏ", Note("query-field", {"column": 1, "field": "màu"})),
        ("hoạch năm:", Note("query-no-value", {"column": 7, "field": "năm"})),
        ("cơ-quan: Huế", Note("query-no-value", {"column": 1, "field": "cơ-quan"})),
        ('hoạch "quy', Note("query-quote", {"column": 7})),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(typed: str, note: Note) -> None:
    query = parse(typed)
    assert query.notes == (note,)
    assert any(isinstance(clause.atoms[0], Word | Phrase) for clause in query.clauses)


def test_the_last_word_may_go_on_while_typing() -> None:
    assert parse("quy ho", typing=True).clauses[-1].atoms == (
        Word("ho", marked=False, prefix=True),
    )
    assert parse("quy ho ", typing=True).clauses[-1].atoms == (Word("ho", marked=False),)
    assert parse("quy ho").clauses[-1].atoms == (Word("ho", marked=False),)
    (either,) = parse("an OR quy ho", typing=True).clauses
    assert either.atoms[-1] == Words((free(QUY), free(Word("ho", marked=False, prefix=True))))


def test_decomposed_letters_are_the_same_query() -> None:
    assert parse("hoa\u0323ch").clauses == parse("hoạch").clauses


@pytest.mark.parametrize(
    ("typed", "text", "meant"),
    [
        ("hội", "hội", True),
        ("hội", "hỏi", False),  # marks mean these marks
        ("hoi", "hội", True),  # no marks find all
        ("dang", "đảng", True),
        ("đang", "đảng", True),  # đ is a letter, and marks may still be missing
        ("đang", "dang", False),
        ("đảng", "đang", False),
        ("đi", "di", False),
        ("kỷ", "kỉ", True),  # one syllable in two ways
        ("lí", "lý", True),
        ("lí", "lỵ", False),  # its tone is meant
        ("qui", "quý", True),
    ],
)
def test_marks(typed: str, text: str, meant: bool) -> None:
    (clause,) = parse(typed).clauses
    (word,) = clause.atoms
    assert isinstance(word, Word)
    assert word.means(text) is meant


@given(st.text(max_size=80))
def test_any_string_is_a_query(typed: str) -> None:
    for typing in (False, True):
        query = parse(typed, typing=typing)
        assert query.text == typed
        assert all(clause.atoms for clause in query.clauses)


@given(
    st.lists(
        st.sampled_from(['"', "-", "OR", "|", ":", "year:", "năm:2022", "a", "đ", " ", "21-KL/TW"]),
        max_size=14,
    ).map("".join)
)
def test_any_syntax_is_a_query(typed: str) -> None:
    parse(typed)


@pytest.mark.parametrize("piece", ['"', "a:", "-", "21-KL/TW ", "OR ", '-a:"', "1"])
def test_long_queries_stay_linear(piece: str) -> None:
    parse(piece * 20_000)


def test_while_typing_the_value_of_a_field_may_go_on() -> None:
    (clause,) = parse("body:quảng-na", typing=True).clauses
    (atom,) = clause.atoms
    assert isinstance(atom, Filter)
    assert atom.phrase
    assert [(word.term, word.prefix) for word in atom.phrase.words] == [
        ("quảng", False),
        ("na", True),
    ]
    assert parse("body:quảng", typing=True) != parse("body:quảng ", typing=True)
