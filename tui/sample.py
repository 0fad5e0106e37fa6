"""The bundled sample as an archive of its own, made in the cache folder when first needed.

It is an ordinary archive built by ordinary import, so everything works on it. Its folder is named
by what the sample and the program are, so a newer program makes a new one, and nothing is ever
mixed with a person's own reports.
"""

import hashlib
from pathlib import Path


def sample_folder(cache: Path) -> Path:
    """Where the sample's archive lies, or will."""
    from archive.sample import sample_files

    digest = hashlib.sha256(b"1")
    for file in sample_files():
        digest.update(file.read_bytes())
    return cache / f"sample-{digest.hexdigest()[:16]}"


def ensure_sample(folder: Path) -> None:
    """Make the sample's archive in `folder` unless it stands there already."""
    if (folder / "archive.toml").exists():
        return
