"""The index on disk: segments made, committed and opened. The only module that imports whoosh.

Whoosh 2.7.4 keeps the files: segments, terms, postings, columns, and the table of contents that
makes a commit atomic. Two of its parts are not used, for reasons measured: its writer, which
handles every posting on its own (a tenth of the speed of `Draft`), and its searcher, which decodes
postings block by block for each query and can return a wrong top list. What is written is an
ordinary Whoosh index, which the tests read with Whoosh itself; beside it lie two files a segment of
our own, its values (`search.columns`) and what its files were like when written (`search.seals`),
which Whoosh deletes with the segment.

A segment is made in a folder of its own, in whatever process, and is moved into the index by the
commit, so that the lock of the index is held for a moment only.

The folder is a private cache: nothing is fsynced, and what does not read is thrown away and built
anew from the archive.
"""

import io
import mmap
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from whoosh import columns, fields, index
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile
from whoosh.util.filelock import try_for

from archive.errors import ArchiveLocked, IndexDamaged
from search.columns import Columns
from search.document import Document
from search.inverting import BEGUN, FIELDS, Inverted
from search.seals import Broken, Seal, seal, sealed, unsealed
from search.segment import Files, Place, Segment, reading
from search.terms import Terms, begun, write_terms

_LOCK_WAIT = 10.0  # seconds
_LEFT_OVER = 24 * 3600  # seconds after which nobody is making a segment any more
_NAME = "MAIN"
_DRAFTS = "draft-"
_BYTES = columns.VarBytesColumn()
_STORED = columns.PickleColumn(columns.CompressedBytesColumn())
_STREAM = "stream"  # a document's words in order, for phrases
_SHOWN = "shown"
_TEXT = "text"
_COLUMNS = ".xdd"
_SEAL = ".sums"
_TOC = ".toc"
_LOOKED_UP = (W3Codec.TERMS_EXT, W3Codec.POSTS_EXT)
_READ_AHEAD = 1_000_000_000  # bytes, of what may be a small machine's memory


class _MappedFile(BufferFile):  # type: ignore[misc] # whoosh has no types
    """A file as memory: reads need no seek, so that threads don't disturb each other."""

    def __init__(self, path: Path) -> None:
        self.buffer = _mapped(path)
        self._buf = self.buffer
        self._name = path.name
        self.file = self.buffer or io.BytesIO()
        self.onclose = None
        self.is_real = self.is_closed = False


def _mapped(path: Path) -> Any:
    """The bytes of a file."""
    with path.open("rb") as file:
        if not file.seek(0, io.SEEK_END):
            return b""
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    if hasattr(mmap, "MADV_RANDOM"):
        # A search looks here and there: what a disk would read along with each place, up to
        # megabytes, is not wanted, and who types waits for it.
        data.madvise(mmap.MADV_RANDOM)
    return data


class _Storage(FileStorage):  # type: ignore[misc] # whoosh has no types
    """A folder of segments, its files mapped when read; a table of contents carries its seal."""

    def open_file(self, name: str, **_: Any) -> _MappedFile:
        path = Path(self.folder, name)
        if name.endswith(_TOC):
            unsealed(path)
        return _MappedFile(path)

    def rename_file(self, oldname: str, newname: str, *, safe: bool = False) -> None:
        if newname.endswith(_TOC):
            path = Path(self.folder, oldname)
            path.write_bytes(sealed(path.read_bytes()))
        super().rename_file(oldname, newname, safe=safe)


@dataclass(frozen=True, slots=True)
class Made:
    """A segment that lies ready in `folder`; `kept` is what Whoosh knows of it."""

    folder: Path
    kept: Any


class Draft:
    """A segment in the making, in a folder that nobody else writes to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._storage = FileStorage(str(folder))
        self._kept = W3Codec().new_segment(self._storage, _NAME)
        self._inverted = Inverted()

    def __len__(self) -> int:
        return len(self._inverted)

    @cached_property
    def _writer(self) -> Any:
        """Opened with the first document, as it leaves a file open until `finish`."""
        return W3Codec().per_document_writer(self._storage, self._kept)

    def add(self, document: Document) -> None:
        """Take in one document."""
        self._writer.start_doc(len(self))
        stream = self._inverted.add(document)
        self._writer.add_column_value(_STREAM, _BYTES, stream.tobytes())
        self._writer.add_column_value(_SHOWN, _BYTES, document.shown_text.encode())
        self._writer.add_field(_TEXT, None, document.text, 0)
        self._writer.finish_doc()

    def finish(self) -> Made:
        """Write down what was taken in, at least one document."""
        self._writer.close()
        self._kept.set_doc_count(len(self))
        with self._create(W3Codec.POSTS_EXT) as posts, self._create(W3Codec.TERMS_EXT) as terms:
            write_terms(terms, self._fields(posts))
        with self._create(_COLUMNS) as file:
            self._inverted.write_columns(file)
        own = f"{self._kept.segment_id()}."
        written = [path for path in self._folder.iterdir() if path.name.startswith(own)]
        seal(self._folder / self._kept.make_filename(_SEAL), written)
        return Made(self._folder, self._kept)

    def _fields(self, posts: Any) -> Iterator[tuple[str, Iterable[tuple[bytes, bytes]]]]:
        """The terms of each field, ascending, and of its short beginnings."""
        for name in sorted(FIELDS):
            lists = self._inverted.fields.pop(name).lists()
            yield name, lists.write(posts)
            if name in BEGUN:
                yield begun(name), lists.beginnings().write(posts)

    def _create(self, ending: str) -> Any:
        return Path(self._folder, self._kept.make_filename(ending)).open("wb")


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
        every = (*FIELDS, *map(begun, BEGUN))
        schema = fields.Schema(**dict.fromkeys(every, fields.ID()))
        index.TOC.create(_Storage(str(self.folder)), schema, _NAME)

    @contextmanager
    def drafts(self) -> Iterator[Path]:
        """A folder for the folders of drafts, which goes when it is left."""
        with reading():  # where the index's folder is gone, the index is
            made = TemporaryDirectory(prefix=_DRAFTS, dir=self.folder, ignore_cleanup_errors=True)
        with made as folder:
            yield Path(folder)

    def commit(self, made: Iterable[Made], outdated: Iterable[Place]) -> bool:
        """Take in segments, and take out documents, all or nothing.

        Segments with nothing left in them go. Where another process has written since `segments`
        last looked, nothing is done and the answer is False. Raises ArchiveLocked while another
        process is committing.
        """
        storage = _Storage(str(self.folder))
        lock = storage.lock(f"{_NAME}_WRITELOCK")
        if not try_for(lock.acquire, timeout=_LOCK_WAIT, delay=0.05):
            raise ArchiveLocked("index-locked", path=str(self.folder))
        try:
            with reading():
                contents = _contents(storage)
                if contents.generation != self._generation:
                    return False
                kept = {segment.segid: segment for segment in contents.segments}
                for place in outdated:
                    kept[place.segment].delete_document(place.number)
                for one in made:
                    for path in one.folder.iterdir():
                        if path.name.startswith(one.kept.segment_id()):
                            path.replace(self.folder / path.name)
                    contents.segments.append(one.kept)
                contents.segments = [s for s in contents.segments if s.doc_count()]
                contents.generation += 1
                contents.write(storage, _NAME)
                index.clean_files(storage, _NAME, contents.generation, contents.segments)
                self._sweep()
        finally:
            lock.release()
        return True

    def read_ahead(self) -> None:
        """Have the system's memory hold the words and their lists, so that searches need not wait
        for the disk.
        """
        left, piece = _READ_AHEAD, bytearray(1 << 20)
        for path in (path for end in _LOOKED_UP for path in self.folder.glob(f"*{end}")):
            with suppress(OSError), path.open("rb", buffering=0) as file:
                # Pairs, most of all terms, stand before the words, and few of them are asked for.
                file.seek(path.stat().st_size // 2)
                while left > 0 and (count := file.readinto(piece)):
                    left -= count

    def _sweep(self) -> None:
        """Take away what processes that were killed long ago have left."""
        for folder in self.folder.glob(f"{_DRAFTS}*"):
            with suppress(OSError):
                if time.time() - folder.stat().st_mtime > _LEFT_OVER:
                    shutil.rmtree(folder, ignore_errors=True)

    def verify(self) -> list[IndexDamaged]:
        """The files that are not as they were written; all are read from end to end."""
        storage = _Storage(str(self.folder))
        try:
            with reading():
                contents = _contents(storage)
                broken = [path for kept in contents.segments for path in _broken(storage, kept)]
                # What another process has taken away meanwhile is no damage.
                if broken and _contents(storage).generation != contents.generation:
                    return self.verify()
        except IndexDamaged as error:
            return [error]
        return [IndexDamaged("index-changed", path=str(path)) for path in broken]

    def segments(self) -> list[Segment]:
        """The segments as last committed, each with its deletions; unchanged ones stay open."""
        with reading():
            storage = _Storage(str(self.folder))
            contents = _contents(storage)
            found = {}
            for kept in contents.segments:
                known = self._segments.get(kept.segid) or _opened(storage, kept)
                found[kept.segid] = known.with_deleted(kept.deleted_docs())
            self._segments = found
            self._generation = contents.generation
            return list(found.values())


def _contents(storage: _Storage) -> Any:
    """The table of contents as last committed."""
    try:
        return index.TOC.read(storage, _NAME)
    except index.EmptyIndexError:
        raise Broken(Path(storage.folder)) from None


def _seal(storage: _Storage, kept: Any) -> Seal:
    return Seal(Path(storage.folder, kept.make_filename(_SEAL)))


def _broken(storage: _Storage, kept: Any) -> Iterator[Path]:
    """The files of a segment that are not as they were written."""
    try:
        yield from _seal(storage, kept).broken()
    except Broken as broken:
        yield broken.path


def _opened(storage: _Storage, kept: Any) -> Segment:
    """The segment that Whoosh knows as `kept`."""
    _seal(storage, kept).fits(kept.make_filename(_COLUMNS))
    codec = W3Codec()
    reader = codec.terms_reader(storage, kept)
    table = reader._tindex  # noqa: SLF001 - no public name for it
    data = table.dbfile.buffer
    size = kept.doc_count_all()
    documents = codec.per_document_reader(storage, kept)

    def column(name: str, kind: Any = _BYTES) -> Any:
        return documents.column_reader(name, kind)

    own = Columns(_mapped(Path(storage.folder, kept.make_filename(_COLUMNS))))
    streams = column(_STREAM)._dbfile.buffer  # noqa: SLF001 - no public name for it
    words = int(own.numbers("stream")[-1])
    files = Files(
        terms=Terms(
            data,
            np.frombuffer(data, f">{table.extras['indextype']}", table.indexlen, table.indexbase),
            table.extras["fieldmap"],
            _mapped(Path(storage.folder, kept.make_filename(W3Codec.POSTS_EXT))),
        ),
        columns=own,
        streams=np.frombuffer(streams, "<u8", words),
        shown=column(_SHOWN),
        stored=column("_stored", _STORED),
    )
    return Segment(kept.segid, size, files)
