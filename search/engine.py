"""The index on disk: documents in, postings as arrays out. The only module that imports whoosh.

Whoosh 2.7.4 keeps the files: segments, terms, postings, columns, and the table of contents that
makes a commit atomic. Two of its parts are not used, for reasons measured: its writer, which
handles every posting on its own (a sixth of the speed of `_Writer`), and its searcher, which
decodes postings block by block for each query and can return a wrong top list. What is written is
an ordinary Whoosh index, which the tests read with Whoosh itself.

The folder is a private cache: nothing is fsynced, and what does not read is thrown away and built
anew from the archive.
"""

import io
import json
import mmap
import shutil
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from whoosh import columns, fields, index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.index import LockError
from whoosh.reading import TermNotFound
from whoosh.system import pack_ushort
from whoosh.writing import SegmentWriter

from archive.errors import ArchiveLocked, IndexDamaged
from search import analysis
from search.answer import FACETS, Part
from search.document import Document
from search.postings import NONE, Ints, Inversion, Postings, decode

Stream = npt.NDArray[np.uint64]

PARTS: tuple[Part, ...] = ("title", "tasks", "text")
BARE: Mapping[Part, str] = {part: f"{part}_bare" for part in PARTS}
PAIRS = "pairs"
FIELDS = (*PARTS, *BARE.values(), PAIRS)

_COMPRESS_FROM = 96  # bytes
_LOCK_WAIT = 10.0  # seconds
_NUMBERS = columns.NumericColumn("I")
_BYTES = columns.VarBytesColumn()
_SIZES = tuple(f"{part}_size" for part in PARTS)
_DAY = "day"
_RECORD = "record"  # id, stamp, event and facet values of a document
_STREAM = "stream"  # its words in order, for phrases
_SHOWN = "shown"
_TEXT = "text"
_BETWEEN_FIELDS, _BETWEEN_VALUES = "\x1e", "\x1f"
_BREAK = 0  # stands in a stream where no phrase goes over


class Change(NamedTuple):
    """A document to add, and the number of one that goes; either may be None."""

    document: Document | None
    outdated: int | None


def word_code(term: str) -> int:
    """A term as it stands in a stream: its bare form's hash above its own, 32 bits each."""
    return _CODES[term]


class _Codes(dict[str, int]):
    def __missing__(self, term: str) -> int:
        bare = zlib.crc32(analysis.bare(term).encode()) or 1
        code = bare << 32 | (zlib.crc32(term.encode()) or 1)  # 0 is for breaks
        if len(self) < 200_000:
            self[term] = code
        return code


_CODES = _Codes()


class _MappedFile(BufferFile):  # type: ignore[misc] # whoosh has no types
    """A file as memory: reads need no seek, so that threads don't disturb each other."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            size = file.seek(0, io.SEEK_END)
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if size else None
        self.buffer = b"" if mapped is None else mapped
        self._buf = self.buffer
        self._name = path.name
        self.file = io.BytesIO() if mapped is None else mapped
        self.onclose = None
        self.is_real = self.is_closed = False


class _Storage(FileStorage):  # type: ignore[misc] # whoosh has no types
    """The folder of the index, its files mapped when read."""

    def open_file(self, name: str, **_: Any) -> _MappedFile:
        return _MappedFile(Path(self.folder, name))


class Engine:
    """The index in one folder. Raises IndexDamaged for whatever does not read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._segments: dict[str, Segment] = {}
        self._generation = -1

    def create(self) -> None:
        """Begin an empty index, in place of whatever is there."""
        if self.folder.exists():
            shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._segments = {}
        schema = fields.Schema(**dict.fromkeys(FIELDS, fields.ID()))
        index.create_in(self.folder, schema)

    def write(self, changes: Iterable[Change]) -> bool:
        """Carry out `changes` and commit, all or nothing.

        Documents are numbered through the segments as `segments` last gave them. Where another
        process has written since, nothing is done and the answer is False. Raises ArchiveLocked
        while another process is writing.
        """
        writer = self._writer()
        if not writer:
            return False
        with _undone_on_error(writer):
            for change in changes:
                if change.outdated is not None:
                    writer.delete_document(change.outdated)
                if change.document:
                    writer.add(change.document)
        writer.commit(merge=False)
        self._generation += 1
        return True

    def drop_empty(self) -> bool:
        """Forget the segments with no document left; False where another process came first."""
        writer = self._writer()
        if not writer:
            return False
        writer.commit(mergetype=lambda _, segments: [s for s in segments if s.doc_count()])
        self._generation += 1
        return True

    def _writer(self) -> "_Writer | None":
        """A writer on the index as last read, None where it has been written to since."""
        with _reading():
            try:
                opened = _Storage(str(self.folder)).open_index()
                writer = _Writer(opened, timeout=_LOCK_WAIT, compound=False)
            except LockError:
                raise ArchiveLocked("index-locked", path=str(self.folder)) from None
        if writer.generation == self._generation + 1:
            return writer
        writer.cancel()
        return None

    def segments(self) -> "list[Segment]":
        """The segments as last committed, each with its deletions; unchanged ones stay open."""
        with _reading():
            opened = _Storage(str(self.folder)).open_index()
            found = {}
            contents = opened._read_toc()  # noqa: SLF001 - no public name for it
            for kept in contents.segments:
                known = self._segments.get(kept.segid)
                if not known:
                    known = Segment(opened.storage, kept)
                found[kept.segid] = known.with_deleted(kept.deleted_docs())
            self._segments = found
            self._generation = contents.generation
            return list(found.values())


@contextmanager
def _undone_on_error(writer: "_Writer") -> Iterator[None]:
    try:
        yield
    except BaseException:
        writer.cancel()
        raise


@contextmanager
def _reading() -> Iterator[None]:
    """Whatever goes wrong while reading the index's files means that the index is damaged."""
    try:
        yield
    except (ArchiveLocked, MemoryError):
        raise
    except Exception as error:
        raise IndexDamaged("index-damaged", why=repr(error)) from error


class Segment:
    """Documents written together: their postings, their numbers, their stored values."""

    def __init__(self, storage: Any, kept: Any) -> None:
        codec = W3Codec()
        self._terms = codec.terms_reader(storage, kept)
        self._documents = codec.per_document_reader(storage, kept)
        self.size: int = kept.doc_count_all()
        self.deleted: Ints = np.empty(0, np.int64)
        self.sizes = {part: self._numbers(f"{part}_size") for part in PARTS}
        self.days = self._numbers(_DAY)
        records = self._column(_RECORD, _BYTES)
        self.records = [records[i].decode().split(_BETWEEN_FIELDS) for i in range(self.size)]
        streams = self._column(_STREAM, _BYTES)
        ends = np.cumsum(np.array(streams._lengths, np.int64)) // 8  # noqa: SLF001
        self._starts = np.concatenate((np.zeros(1, np.int64), ends))
        self._stream = np.frombuffer(
            streams._dbfile.buffer,  # noqa: SLF001
            "<u8",
            int(ends[-1]) if self.size else 0,
        )
        self._shown = self._column(_SHOWN, _BYTES)
        self._stored = self._column(
            "_stored", columns.PickleColumn(columns.CompressedBytesColumn())
        )

    def with_deleted(self, deleted: Iterable[int]) -> "Segment":
        """The segment itself, or one like it, with just these documents taken out."""
        numbers = np.array(sorted(deleted), np.int64)
        if np.array_equal(numbers, self.deleted):
            return self
        other = object.__new__(Segment)
        other.__dict__ |= self.__dict__ | {"deleted": numbers}
        return other

    def _column(self, name: str, column: Any) -> Any:
        return self._documents.column_reader(name, column)

    def _numbers(self, name: str) -> Ints:
        """A column of numbers; whoosh leaves out the zeros at its end, and all of an empty one."""
        numbers = np.zeros(self.size, np.int64)
        if self._documents.has_column(name):
            column = self._column(name, _NUMBERS)
            count = column._count  # noqa: SLF001
            numbers[:count] = np.frombuffer(column._dbfile.get(0, count * 4), ">u4")  # noqa: SLF001
        return numbers

    def postings(self, field: str, term: str) -> Postings:
        """The documents of `term` in `field`."""
        with _reading():
            try:
                found = self._terms.term_info(field, term.encode())
            except TermNotFound:
                return NONE
            offset, length = found.extent()
            return decode(self._terms._postfile.get(offset, length[0]))  # noqa: SLF001

    def frequency(self, field: str, term: str) -> int:
        """How many documents have `term` in `field`, told without reading which."""
        with _reading():
            try:
                count: int = self._terms.term_info(field, term.encode()).doc_frequency()
            except TermNotFound:
                return 0
            return count

    def terms(self, field: str, prefix: str) -> dict[str, int]:
        """The terms of `field` that begin with `prefix`, and how many documents have each."""
        start = prefix.encode()
        found: dict[str, int] = {}
        with _reading():
            for (name, term), info in self._terms.items_from(field, start):
                if name != field or not term.startswith(start):
                    break
                found[term.decode()] = info.doc_frequency()
        return found

    def verify(self) -> None:
        """Read every posting list and every stored text."""
        with _reading():
            for _, info in self._terms.items():  # noqa: PERF102 - no dict
                offset, length = info.extent()
                decode(self._terms._postfile.get(offset, length[0]))  # noqa: SLF001
        for document in range(self.size):
            self.text(document)

    def streams(self, documents: Ints) -> tuple[Stream, Ints]:
        """The words of these documents one after another, and which document each belongs to."""
        starts, ends = self._starts[documents], self._starts[documents + 1]
        pieces = [self._stream[a:b] for a, b in zip(starts, ends, strict=True)]
        words = np.concatenate(pieces) if pieces else np.empty(0, np.uint64)
        return words, np.repeat(documents, ends - starts)

    def shown(self, document: int) -> dict[str, Any]:
        """What a hit shows of a document (`Document.shown`)."""
        with _reading():
            found: dict[str, Any] = json.loads(self._shown[document])
            return found

    def text(self, document: int) -> str:
        """The text of a document."""
        with _reading():
            found: str = self._stored[document][_TEXT]
            return found


class _Writer(SegmentWriter):  # type: ignore[misc] # whoosh has no types
    """Writes one segment from documents as they are: no tokens, no pool of postings to sort."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._inverted = {field: Inversion() for field in FIELDS}

    def add(self, document: Document) -> None:
        """Take in one document."""
        parts, references = _parts(document), _references(document)
        pairs: Counter[str] = Counter()
        for part, pieces in parts.items():
            found = [term for piece in pieces for term in piece]
            counted = Counter(found)
            counted.update(references[part])
            self._inverted[part].add(counted)
            self._inverted[BARE[part]].add(Counter(analysis.bares(found)))
            paired = Counter(
                pair for piece in pieces for pair in analysis.pairs(analysis.bares(piece))
            )
            # Tasks mostly are pieces of the text, which has counted their pairs already.
            pairs = pairs | paired if part == "tasks" else pairs + paired
        self._inverted[PAIRS].add(pairs)
        self._keep(document, parts)
        self._added = True
        self.docnum += 1

    def _keep(self, document: Document, parts: Mapping[Part, list[list[str]]]) -> None:
        """The document's columns and stored values."""
        writer = self.perdocwriter
        writer.start_doc(self.docnum)
        stream = array("Q")
        for part, pieces in parts.items():
            begin = len(stream)
            for piece in pieces:
                stream.extend(map(word_code, piece))
                stream.append(_BREAK)
            writer.add_column_value(f"{part}_size", _NUMBERS, len(stream) - begin)
        values = (_BETWEEN_VALUES.join(document.facets.get(name, ())) for name in FACETS)
        event = str(document.shown.get("event_id") or "")
        record = _BETWEEN_FIELDS.join((document.id, document.stamp, event, *values))
        writer.add_column_value(_STREAM, _BYTES, np.array(stream, "<u8").tobytes())
        writer.add_column_value(_RECORD, _BYTES, record.encode())
        writer.add_column_value(_DAY, _NUMBERS, document.day)
        shown = json.dumps(dict(document.shown), ensure_ascii=False)
        writer.add_column_value(_SHOWN, _BYTES, shown.encode())
        writer.add_field(_TEXT, None, document.text, 0)
        writer.finish_doc()

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        writer = self.fieldwriter
        for field in sorted(self._inverted):
            writer.start_field(field, self.schema[field])
            name = pack_ushort(writer._fieldid)  # noqa: SLF001
            post, table = writer._postfile, writer._tindex  # noqa: SLF001
            self._inverted.pop(field).write(name, post, table.add)
            writer.finish_field()
        writer.close()


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
