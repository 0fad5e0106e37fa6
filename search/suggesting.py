"""What somebody may have meant whose words find little: slips of keys, of tones and of marks, and
words typed without the spaces between them.

A suggestion changes only words that no report has, or, where every word is known, their marks; it
is made only where it finds more.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise, product, zip_longest

from archive import vietnamese
from search import analysis
from search.clauses import Phrase, Query, Word
from search.inverting import BARE, PAIRS
from search.query import parse, words_of
from search.ranking import Ranker

_LETTERS = "abcdeghiklmnopqrstuvxyđ"
_VOWEL = re.compile(r"[aeiouyăâêôơư]+")
_TONES = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI = dict(zip("12345", "sfrxj", strict=True))
_ROOF, _HORN = {"a": "â", "e": "ê", "o": "ô"}, {"o": "ơ", "u": "ư", "a": "ă"}
_CHUNK = re.compile(r"(?<![\w:/.-])[^\W\d_][^\W_]{1,23}(?![\w:/.-])")
_LONGEST = 12  # letters of a chunk that is one syllable with a slip in it
_SYLLABLE = 7  # letters of the longest syllable: nghiêng
_MOST_KNOWN = 100_000
_MOST_CHUNKS = 12  # a pasted text is no slip, and each unknown word costs some hundred look-ups


def suggest(ranker: Ranker, query: Query, total: int) -> str | None:
    """Another query that finds more than the `total` of `query`; None where none is found."""
    typed = vietnamese.nfc(query.text)
    for other in (_words_replaced(ranker, typed), _marks_replaced(ranker, query, typed)):
        if other and other != typed:
            found = ranker.matches(parse(other))
            if not found.notes and int(found.mask.sum()) > total:
                return other
    return None


def composed(keys: str) -> Iterator[str]:
    """The syllables that `keys` make in Telex and in VNI, where they make others."""
    low = vietnamese.lower(keys)
    telex = _composed(low)
    vni = _composed("".join(_VNI.get(c, c) for c in low)) if any(c.isdigit() for c in low) else ""
    yield from (made for made in (telex, vni) if made and made != low and made.isalpha())


def _composed(keys: str) -> str:
    made: list[str] = []
    tone = ""
    for key in keys:
        before = "".join(made)
        if key in _TONES and _VOWEL.search(before):
            tone = _TONES[key]
        elif key in ("6", *_ROOF) and (at := _last(before, _ROOF if key == "6" else key)) >= 0:
            made[at] = _ROOF[made[at]]
        elif key in "w78" and (at := _last(before, _HORN)) >= 0:
            for i in (at - 1, at) if before[max(at - 1, 0) : at + 1] == "uo" else (at,):
                made[i] = _HORN[made[i]]
        elif key in "d9" and made[:1] == ["d"]:
            made[0] = "đ"
        else:
            made.append(key)
    return _toned("".join(made), tone)


def _last(text: str, letters: Iterable[str]) -> int:
    return max(text.rfind(letter) for letter in letters)


def _toned(syllable: str, tone: str) -> str:
    """`syllable` with its tone where the older placement puts it."""
    start = 2 if syllable[:2] in ("qu", "gi") and _VOWEL.match(syllable, 2) else 0
    vowels = _VOWEL.search(syllable, start)
    if not tone or not vowels:
        return syllable
    marked = [i for i in range(vowels.start(), vowels.end()) if syllable[i] in "ăâêôơư"]
    length = vowels.end() - vowels.start()
    closed = vowels.end() < len(syllable)
    at = (
        marked[-1] if marked else vowels.start() + (1 if length == 3 or closed * length == 2 else 0)
    )
    return unicodedata.normalize("NFC", syllable[: at + 1] + tone + syllable[at + 1 :])


def _words_replaced(ranker: Ranker, typed: str) -> str | None:
    """The query with each chunk that no report has replaced by the likeliest that some have."""
    chunks = list(_CHUNK.finditer(typed))
    if len(chunks) > _MOST_CHUNKS:
        return None
    pieces, at, before = [], 0, ""
    for found, following in zip_longest(chunks, chunks[1:]):
        after = following[0] if following else ""
        chunk = found[0]
        if not _stands_somewhere(ranker, chunk):
            best = max(
                set(_near(ranker, chunk)),
                key=lambda near: (*_worth(ranker, before, near, after), near),
                default="",
            ) or _apart(ranker, chunk)
            if best:
                pieces += [typed[at : found.start()], best]
                at, chunk = found.end(), best
        before = chunk
    return "".join((*pieces, typed[at:])) if pieces else None


def _stands_somewhere(ranker: Ranker, chunk: str) -> bool:
    """Has any report the chunk, its pieces side by side where there are several?"""
    words = words_of(chunk)
    atom = words[0] if len(words) == 1 else Phrase(words)
    return ranker.scored(atom).count > 0


def _near(ranker: Ranker, chunk: str) -> Iterator[str]:
    """Known terms that `chunk` may be a slip for: keys first, then marks, then a letter."""
    known = [m for made in composed(chunk) if _count(ranker, m := vietnamese.level(made))]
    if known or not chunk.isalpha():
        yield from known
        return
    term = vietnamese.level(chunk)
    bare = analysis.bare(term)
    same = list(_same_bare(ranker, bare))
    yield from same
    if not same and len(bare) <= _LONGEST:
        for other in _one_letter_off(bare):
            if len(ranker.snapshot.postings(BARE["text"], other).documents):
                yield from _same_bare(ranker, other)


def _apart(ranker: Ranker, chunk: str) -> str:
    """The known syllables that `chunk` is, typed without spaces, each known beside the one before
    it; the fewest; "" where it is none.
    """
    bare = analysis.bare(vietnamese.level(chunk))
    ways: list[tuple[int, ...] | None] = [
        ()
    ]  # where the syllables end that make up so many letters
    for end in range(1, len(bare) + 1):
        found = [
            (*way, end)
            for start in range(max(0, end - _SYLLABLE), end)
            if (way := ways[start]) is not None and _goes_on(ranker, bare, way, end)
        ]
        ways.append(min(found, key=len, default=None))
    ends = ways[-1] or ()
    return " ".join(chunk[a:b] for a, b in pairwise((0, *ends))) if len(ends) > 1 else ""


def _goes_on(ranker: Ranker, bare: str, way: tuple[int, ...], end: int) -> bool:
    """May the letters behind the last syllable of `way`, up to `end`, be the next one?"""
    *_, before, start = (0, 0, *way)
    frequency, nexts = ranker.snapshot.frequency, analysis.spellings(bare[start:end])
    if start == 0:
        return any(frequency(BARE["text"], syllable) for syllable in nexts)
    pairs = product(analysis.spellings(bare[before:start]), nexts)
    return any(frequency(PAIRS, f"{one} {other}") for one, other in pairs)


def _same_bare(ranker: Ranker, bare: str) -> Iterator[str]:
    """The terms of texts that have this bare form."""
    opening = re.match(r"[^aeiouy]*", bare)
    start = opening[0] if opening else ""
    for term in ranker.snapshot.terms("text", start, _MOST_KNOWN) if start else ():
        if analysis.bare(term) == bare:
            yield term


def _one_letter_off(bare: str) -> Iterator[str]:
    """What one slip makes of `bare`: letters changed over, one gone, one more, another one."""
    for i in range(len(bare)):
        yield bare[:i] + bare[i + 1 : i + 2] + bare[i] + bare[i + 2 :]
        yield bare[:i] + bare[i + 1 :]
        for letter in _LETTERS:
            yield bare[:i] + letter + bare[i + 1 :]
            yield bare[:i] + letter + bare[i:]
    for letter in _LETTERS:
        yield bare + letter


def _worth(ranker: Ranker, before: str, term: str, after: str) -> tuple[int, int]:
    """In how many reports `term` stands beside these chunks, and in how many at all."""
    row = analysis.bares([*analysis.terms(before)[-1:], term, *analysis.terms(after)[:1]])
    beside = [ranker.snapshot.postings(PAIRS, pair).documents for pair in analysis.pairs(row)]
    return sum(map(len, beside)), _count(ranker, term)


def _count(ranker: Ranker, term: str) -> int:
    return len(ranker.snapshot.postings("text", term).documents)


def _marks_replaced(ranker: Ranker, query: Query, typed: str) -> str | None:
    """The query with the marks that its words have in the report that fits them best without."""
    if not any(c.free and isinstance(w := c.atoms[0], Word) and w.marked for c in query.clauses):
        return None
    bare = vietnamese.strip_marks(typed)
    found = ranker.matches(parse(bare))
    if found.notes or not found.mask.any():
        return None
    best = int((found.scores * found.mask).argmax())
    wanted = analysis.terms(bare)
    terms = analysis.terms(ranker.snapshot.text(best))
    forms = analysis.bares(terms)
    for i in range(len(terms) - len(wanted) + 1):
        if forms[i : i + len(wanted)] == wanted:
            return " ".join(terms[i : i + len(wanted)])
    return None
