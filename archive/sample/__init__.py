"""The bundled reports people start on: digests of real conferences, and of invented provinces.

Each file's first line says which of the two it is; all were written for this archive.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def sample_bodies() -> bytes:
    """What became of the sample's invented bodies, as the `bodies.toml` of an archive."""
    return files(__name__).joinpath("bodies.toml").read_bytes()


def sample_files() -> tuple[Traversable, ...]:
    """The sample's texts, sorted by name; a name without `.txt` tells what report it is."""
    texts = (file for file in files(__name__).iterdir() if file.name.endswith(".txt"))
    return tuple(sorted(texts, key=lambda file: file.name))
