"""A headline that a file gives beside its text belongs to what people read and search."""

from archive.vietnamese import level

_OPENING = 2_000  # code points in which a page says its headline, if it does


def with_title(text: str, title: str | None) -> str:
    """Cleaned `text`, with `title` as its first line unless it opens with it already."""
    if not title:
        return text
    opening = " ".join(level(text[: _OPENING + len(title)]).split())
    return text if level(title) in opening else f"{title}\n{text}"
