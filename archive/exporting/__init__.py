"""What leaves the terminal: findings laid out as documents, and documents in the formats that
people pass on. One module a format, one a kind of finding; `write` is the door.

Words come from the caller, in its language; report text is never taken for markup.
"""

from archive.exporting.document import Document

FORMATS = ("md", "html", "docx", "csv")
BINARY = ("docx",)


def write(document: Document, form: str) -> bytes:
    """`document` in the format `form`, one of FORMATS; text formats are UTF-8."""
    if form == "docx":
        from archive.exporting.word import to_docx

        return to_docx(document)
    if form == "html":
        from archive.exporting.html import to_html

        return to_html(document).encode()
    if form == "csv":
        from archive.exporting.csv import to_csv

        return to_csv(document).encode()
    from archive.exporting.markdown import to_markdown

    return to_markdown(document).encode()
