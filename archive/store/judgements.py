"""People's judgements of tasks, in one file of the archive: `judgements.toml`, the oldest first.

They are kept for good: a report that is removed and brought back finds its own again.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from archive.comparing.judgements import Judgement
from archive.errors import ArchiveDamaged, stopped_at
from archive.store import Store
from archive.store.durable import Staging
from archive.store.tomltext import table

FILE = "judgements.toml"
_HEAD = (
    "# Which tasks of two reports a person holds for one task, and which not; the oldest first.\n"
)


class Judgements:
    """The judgements that the archive `store` keeps."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def _path(self) -> Path:
        return self._store.folder / FILE

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement, the oldest first. Raises ArchiveDamaged for a file that says nothing."""
        import tomli

        text = ""
        try:
            text = self._path.read_text(encoding="utf-8")
            kept = tomli.loads(text)
            return tuple(_judgement(one) for one in kept.get("judgements", []))
        except FileNotFoundError:
            return ()
        except (OSError, ValueError, TypeError, KeyError) as error:
            why = stopped_at(error, text)
            raise ArchiveDamaged("broken-judgements", path=str(self._path), why=why) from error

    def on(self, a: str | None, b: str | None) -> tuple[Judgement, ...]:
        """Those on two reports."""
        return tuple(one for one in self.all() if one.is_on(a, b))

    def add(self, judgement: Judgement) -> None:
        """Keep `judgement`. Raises ArchiveReadOnly, ArchiveLocked, ArchiveUnwritable."""
        with self._store.batch():
            self._write((*self.all(), judgement))

    def undo(self, a: str | None, b: str | None) -> bool:
        """Forget the last judgement on two reports; was there one? Raises as `add`."""
        with self._store.batch():
            kept = self.all()
            last = next((n for n in reversed(range(len(kept))) if kept[n].is_on(a, b)), None)
            if last is None:
                return False
            self._write((*kept[:last], *kept[last + 1 :]))
            return True

    def _write(self, judgements: Iterable[Judgement]) -> None:
        rows = [
            {"a": one.a, "b": one.b, "same": one.same, "pairs": one.pairs} for one in judgements
        ]
        staging = Staging(self._store.folder / "tmp")
        text = table("", {"judgements": rows}) if rows else ""
        staging.put(self._path, (_HEAD + text).encode())
        staging.settle()


def _judgement(kept: dict[str, Any]) -> Judgement:
    pairs = tuple((str(a), str(b)) for a, b in kept["pairs"])
    if not isinstance(kept["same"], bool):
        raise TypeError(f"same = {kept['same']!r}")
    return Judgement(str(kept["a"]), str(kept["b"]), kept["same"], pairs)
