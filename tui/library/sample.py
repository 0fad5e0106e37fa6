"""The bundled sample as an archive of its own, made in the cache folder when first needed.

It is an ordinary archive built by ordinary import, so everything works on it. Its folder is named
by the state of the sample and of the code that reads it, so a newer program makes a new one, and
nothing is ever mixed with a person's own reports.
"""

import atexit
import hashlib
import os
import shutil
from dataclasses import replace
from functools import cache
from importlib.resources import as_file
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp


def has_archive(folder: Path) -> bool:
    """Has a person an archive here, be it one whose archive.toml is lost?"""
    return (folder / "archive.toml").exists() or any((folder / "reports").glob("*/*.txt"))


def sample_folder(caches: Path) -> Path:
    """Where the sample's archive lies, or will: a temporary place where `caches` takes nothing."""
    import archive

    state = hashlib.sha256()
    for file in sorted(Path(archive.__path__[0]).rglob("*.*")):
        if file.suffix in (".py", ".toml", ".txt"):
            status = file.stat()
            state.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    folder = caches / f"sample-{state.hexdigest()[:16]}"
    if has_archive(folder):
        return folder
    try:
        caches.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=caches):
            return folder
    except OSError:
        return _makeshift() / folder.name


@cache
def _makeshift() -> Path:
    """A folder that goes with the process."""
    folder = Path(mkdtemp(prefix="xdd-tui-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def ensure_sample(folder: Path) -> None:
    """Make the sample's archive in `folder` unless it stands there already.

    It is made aside and renamed, so two programs that start at once never meet half of it. Raises
    ArchiveUnwritable.
    """
    if (folder / "archive.toml").exists():
        return
    from archive.bodies import FILE
    from archive.importing import load
    from archive.reading import read
    from archive.sample import sample_bodies, sample_files
    from archive.store import Store
    from archive.store.durable import writing

    aside = folder.with_name(f"{folder.name}.{os.getpid()}")
    store = Store.create(aside)
    with store.batch():
        for file in sample_files():
            with as_file(file) as path:
                for source in load(path):
                    named = replace(source, name=file.name)
                    store.add(read(named), named)
    with writing(folder):
        (aside / FILE).write_bytes(sample_bodies())
        try:
            aside.rename(folder)
        except OSError:
            shutil.rmtree(aside)
            # Was another program quicker? Whatever else was in the way is an error.
            (folder / "archive.toml").stat()
