"""Documents to what a segment keeps of them: counts of terms by field, words in order, values.

Everything here is about one segment in the making; `search.engine` writes it down.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any
from zlib import crc32

from search import analysis
from search.answer import Part
from search.columns import write
from search.document import Document
from search.postings import Inversion
from search.segment import LABELLED, NO_EVENT, PARTS, POSSIBLE

BARE: Mapping[Part, str] = {part: f"{part}_bare" for part in PARTS}
PAIRS = "pairs"
BEGUN = (*PARTS, *BARE.values())  # what may be asked for by its beginning
FIELDS = (*BEGUN, PAIRS)

_BREAK = 0  # stands in a stream where no phrase goes over
_MOST_CODES = 200_000


def word_code(term: str) -> int:
    """A term as it stands in a stream: its bare form's hash above its own, 32 bits each."""
    return _CODES[term]


class _Codes(dict[str, int]):
    def __missing__(self, term: str) -> int:
        bare = crc32(analysis.bare(term).encode()) or 1
        code = bare << 32 | (crc32(term.encode()) or 1)  # 0 is for breaks
        if len(self) < _MOST_CODES:
            self[term] = code
        return code


_CODES = _Codes()


class Inverted:
    """The documents of a segment so far."""

    def __init__(self) -> None:
        self.fields = {field: Inversion() for field in FIELDS}
        self._numbers: dict[str, array[int]] = {
            name: array("I") for name in ("day", "stream", *(f"{part} size" for part in PARTS))
        }
        self._ids: list[str] = []
        self._stamps: list[str] = []
        self._events = array("I")
        self._event_names: dict[str, int] = {}
        self._labels: dict[str, dict[str, int]] = {name: {} for name in LABELLED}
        self._labelled = {name: (array("I"), array("I")) for name in LABELLED}
        self._words = 0

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, document: Document) -> "array[int]":
        """Take in one document; its words in order (see `word_code`)."""
        parts, references = _parts(document), _references(document)
        pairs: dict[Part, Counter[str]] = {}
        for part, pieces in parts.items():
            bares = [analysis.bares(piece) for piece in pieces]
            counted = Counter(chain.from_iterable(pieces))
            counted.update(references[part])
            self.fields[part].add(counted)
            self.fields[BARE[part]].add(Counter(chain.from_iterable(bares)))
            pairs[part] = Counter(chain.from_iterable(map(analysis.pairs, bares)))
        # Tasks mostly are pieces of the text, which counts their pairs already.
        pairs["text"].update(pairs["title"] | pairs["tasks"])
        self.fields[PAIRS].add(pairs["text"])
        self._keep(document)
        return self._stream(parts)

    def _stream(self, parts: Mapping[Part, list[list[str]]]) -> "array[int]":
        stream = array("Q")
        for part, pieces in parts.items():
            begin = len(stream)
            for piece in pieces:
                stream.extend(map(_CODES.__getitem__, piece))
                stream.append(_BREAK)
            self._numbers[f"{part} size"].append(len(stream) - begin)
        self._words += len(stream)
        self._numbers["stream"].append(self._words)
        return stream

    def _keep(self, document: Document) -> None:
        number = len(self._ids)
        self._ids.append(document.id)
        self._stamps.append(document.stamp)
        self._numbers["day"].append(document.day)
        event = str(document.shown.get("event_id") or "")
        names = self._event_names
        self._events.append(names.setdefault(event, len(names) + 1) if event else NO_EVENT)
        values: dict[str, tuple[str, ...]] = {POSSIBLE: document.possible}
        values.update((facet, found) for facet, found in document.facets.items())
        for name in LABELLED:
            labels, (documents, codes) = self._labels[name], self._labelled[name]
            for value in values.get(name, ()):
                documents.append(number)
                codes.append(labels.setdefault(value, len(labels)))

    def write_columns(self, file: Any) -> None:
        """Write what is known of each document."""
        numbers: dict[str, Any] = {**self._numbers, "event": self._events}
        strings: dict[str, Iterable[str]] = {"id": self._ids, "stamp": self._stamps}
        strings["event names"] = self._event_names
        for name, (documents, codes) in self._labelled.items():
            numbers |= {f"{name} documents": documents, f"{name} codes": codes}
            strings[f"{name} labels"] = self._labels[name]
        write(file, numbers, strings)


def _parts(document: Document) -> dict[Part, list[list[str]]]:
    """The terms of each part, in pieces that no phrase goes over."""
    return {
        "title": [analysis.terms(document.title)],
        "tasks": [analysis.terms(task) for task in document.tasks],
        "text": [analysis.terms(document.text)],
    }


def _references(document: Document) -> dict[str, list[str]]:
    """The document numbers in each part; the text's and those that reading resolved count alike."""

    def written(text: str) -> list[str]:
        full = [token.term for token in analysis.references(text)]
        return full + [short for term in full if (short := analysis.short(term))]

    text = written(document.text)
    return {
        "title": written(document.title),
        "tasks": [term for task in document.tasks for term in written(task)],
        "text": text + [term for term in document.references if term not in text],
    }
