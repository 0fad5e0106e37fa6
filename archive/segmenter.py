"""Syllables to words: pyvi's model, decoded without the libraries that trained it.

Vietnamese is written in syllables with spaces; pyvi joins them to words ("tổ chức" is one) with a
linear-chain CRF. Importing pyvi loads scikit-learn and scipy, over a second and 100 MB. Its model
is a CRFsuite file inside a pickle, and with two labels (a syllable begins a word or continues one)
decoding it needs a few additions a syllable. This module reads that file and gives the words that
pyvi gives; the tests hold it against pyvi itself.

Only differences between the two labels' weights decide, so one number a feature is kept: positive
speaks for continuing a word.
"""

import pickletools
import re
import string
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

from archive.errors import DamageError

# pyvi's own pattern. Possessive repeats keep it linear and change no match; 64 is the longest
# local part that a mail address can have.
_SYLLABLE = re.compile(
    r"[A-ZĐ]++\.|Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\.|==>|->|\.\.\.|>>|\n|\w++://\S+"
    r"|[a-zA-Z0-9_.+-]{1,64}+@(?:[a-zA-Z0-9-]++\.)+[a-zA-Z0-9-]+"
    r"|\d++(?:[.,_]\d++)+|[^\w\s]|\w+"
)
_LONGEST_KEPT = 40  # letters of a syllable worth remembering
_MOST_KEPT = 100_000  # syllables remembered, about 30 MB


@dataclass(slots=True)
class _Syllable:
    """What the model says of one spelling: `own` for itself, `left` to the syllable on its left,
    `right` to the one on its right; `seconds` and `thirds` complete dictionary words it begins.
    """

    lower: str
    own: float
    left: float
    right: float
    joins: bool
    titled: bool
    seconds: frozenset[str]
    thirds: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class _Model:
    """The weights by feature name, the four transitions, and the dictionary."""

    weights: dict[str, float]
    begin_begin: float
    begin_inside: float
    inside_begin: float
    inside_inside: float
    seconds: dict[str, frozenset[str]]
    thirds: dict[str, dict[str, frozenset[str]]]
    known: dict[str, _Syllable] = field(default_factory=dict)

    def syllable(self, written: str) -> _Syllable:
        """The model's view of the syllable as written; kept, since few make up most of a text."""
        lower = written.lower()
        flags = [
            name
            for name, holds in (
                ("isupper", written.isupper()),
                ("istitle", written.istitle()),
                ("isdigit", written.isdigit()),
            )
            if holds
        ]
        weight = self.weights.get

        def total(prefix: str, names: list[str]) -> float:
            words = weight(f"{prefix}word.lower():{lower}", 0.0)
            return words + sum(weight(f"{prefix}word.{name}()", 0.0) for name in names)

        outer = [name for name in flags if name != "isdigit"]
        known = _Syllable(
            lower=lower,
            own=weight("bias", 0.0) + total("", flags),
            left=total("+1:", outer),
            right=total("-1:", outer),
            joins=written not in string.punctuation and not written[0].isdigit(),
            titled=written[0].istitle(),
            seconds=self.seconds.get(lower, frozenset()),
            thirds=self.thirds.get(lower, {}),
        )
        if len(written) <= _LONGEST_KEPT and len(self.known) < _MOST_KEPT:
            self.known[written] = known
        return known

    def scores(self, line: list[_Syllable]) -> list[float]:
        """For each syllable how much its features speak for continuing a word."""
        weight = self.weights.get
        pair_left, pair_right = weight("+1:word.bi_gram()", 0.0), weight("-1:word.bi_gram()", 0.0)
        triple_left = weight("+2:word.tri_gram()", 0.0)
        triple_right = weight("-2:word.tri_gram()", 0.0)
        scores = [syllable.own for syllable in line]
        for i, (here, after) in enumerate(pairwise(line)):
            scores[i] += after.left
            scores[i + 1] += here.right
            if after.lower in here.seconds:
                scores[i] += pair_left
                scores[i + 1] += pair_right
            if here.thirds:
                ends = here.thirds.get(after.lower)
                if ends and i + 2 < len(line) and line[i + 2].lower in ends:
                    scores[i] += triple_left
                    scores[i + 2] += triple_right
        return scores

    def inside(self, line: list[_Syllable]) -> list[bool]:
        """The best labelling of `line` (Viterbi): does the syllable continue a word?"""
        scores = self.scores(line)
        best = scores[0]
        came_to_begin, came_to_inside = [False], [False]
        for score in scores[1:]:
            # `best` is how far "inside" leads over "begin" at the syllable before.
            from_inside, stay_inside = best + self.inside_begin, best + self.inside_inside
            began, stayed = from_inside > self.begin_begin, stay_inside > self.begin_inside
            came_to_begin.append(began)
            came_to_inside.append(stayed)
            inside = stay_inside if stayed else self.begin_inside
            best = inside - (from_inside if began else self.begin_begin) + score
        label = best > 0
        labels = [label]
        for i in range(len(line) - 1, 0, -1):
            label = came_to_inside[i] if label else came_to_begin[i]
            labels.append(label)
        labels.reverse()
        return labels


def words(text: str) -> list[tuple[int, int]]:
    """The words of NFC `text` as (start, end), in order; each mark of punctuation is its own.

    They are pyvi's words, save that none reaches over a line break.
    """
    model = _model()
    known = model.known
    found = list(_SYLLABLE.finditer(text))
    if not found:
        return []
    line = [known.get(match[0]) or model.syllable(match[0]) for match in found]
    spans: list[tuple[int, int]] = []
    before: _Syllable | None = None
    for match, syllable, inside in zip(found, line, model.inside(line), strict=True):
        start, end = match.span()
        if syllable.lower == "\n":
            before = None
            continue
        if inside and before and _joined(before, syllable):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
        before = syllable
    return spans


def segment(text: str) -> list[str]:
    """The words of NFC `text` with their syllables joined by `_`, as pyvi writes them."""
    return ["_".join(_SYLLABLE.findall(text, start, end)) for start, end in words(text)]


def _joined(before: _Syllable, here: _Syllable) -> bool:
    """The exceptions pyvi makes: no word goes over punctuation or digits, or on with a capital."""
    return before.joins and here.joins and (before.titled or not here.titled)


@cache
def _model() -> _Model:
    """The model of pyvi, read once a process (about 0.1 s)."""
    spec = find_spec("pyvi")
    if not spec or not spec.submodule_search_locations:
        raise DamageError("no-segmenter")
    folder = Path(next(iter(spec.submodule_search_locations))) / "models"
    weights, transitions = _read_crf(_crf_bytes(folder / "pyvi3.pkl"))
    seconds: dict[str, set[str]] = {}
    thirds: dict[str, dict[str, set[str]]] = {}
    for entry in (folder / "words.txt").read_text("utf-8").split("\n"):
        match entry.split(" "):
            case [first, second]:
                seconds.setdefault(first, set()).add(second)
            case [first, second, third]:
                thirds.setdefault(first, {}).setdefault(second, set()).add(third)
    return _Model(
        weights,
        *transitions,
        seconds={first: frozenset(ends) for first, ends in seconds.items()},
        thirds={
            first: {second: frozenset(ends) for second, ends in middle.items()}
            for first, middle in thirds.items()
        },
    )


def _crf_bytes(path: Path) -> bytes:
    """The CRFsuite file inside the pickle at `path`; nothing of the pickle is ever run."""
    with path.open("rb") as file:
        for _, value, _ in pickletools.genops(file):
            if isinstance(value, str) and value.startswith("lCRF"):
                return value.encode("latin-1")
            if isinstance(value, bytes) and value.startswith(b"lCRF"):
                return value
    raise DamageError("no-segmenter")


def _read_crf(data: bytes) -> tuple[dict[str, float], tuple[float, float, float, float]]:
    """Weights by feature and the transitions of a CRFsuite model of two labels.

    The layout is that of crfsuite's crf1d_model.c: a header, the features (type, source, target,
    weight), two string tables, and for each label and attribute the features that it has.
    """
    header = struct.unpack_from("<4sI4s9I", data)
    labels, attributes = header[5], header[6]
    feature_table, label_table, attribute_table, label_features, attribute_features = header[7:12]
    names = list(_strings(data, label_table, labels))
    inside = names.index("I_W")

    def features(table: int, item: int) -> Iterator[tuple[int, float]]:
        (at,) = struct.unpack_from("<I", data, table + 12 + 4 * item)
        (count,) = struct.unpack_from("<I", data, at)
        for feature in struct.unpack_from(f"<{count}I", data, at + 4):
            _, _, target, weight = struct.unpack_from(
                "<IIId", data, feature_table + 12 + 20 * feature
            )
            yield target, weight

    weights: dict[str, float] = {}
    for item, name in enumerate(_strings(data, attribute_table, attributes)):
        weights[name] = sum(
            weight if target == inside else -weight
            for target, weight in features(attribute_features, item)
        )
    moves = {
        (source, target): weight
        for source in range(labels)
        for target, weight in features(label_features, source)
    }
    begin = 1 - inside
    order = ((begin, begin), (begin, inside), (inside, begin), (inside, inside))
    bb, bi, ib, ii = (moves.get(pair, 0.0) for pair in order)
    return weights, (bb, bi, ib, ii)


def _strings(data: bytes, table: int, count: int) -> Iterator[str]:
    """The first `count` strings of the constant database at `table`, by their number."""
    (backward,) = struct.unpack_from("<I", data, table + 20)
    for number in range(count):
        (at,) = struct.unpack_from("<I", data, table + backward + 4 * number)
        (size,) = struct.unpack_from("<I", data, table + at + 4)
        yield data[table + at + 8 : table + at + 8 + size - 1].decode()
