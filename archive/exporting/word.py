"""A document as a Word file: A4 across, headings, tables whose heads repeat, links that open."""

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from archive.exporting.document import Cell, Document, Source, Table
from archive.importing.cleaning import clean

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph

_FONT = "Times New Roman"  # has every Vietnamese letter and is on every office machine
_SIZE, _SMALL = 12, 10  # points
_PAGE = (297, 210)  # millimetres
_MARGIN = 15
_COLOURS = {"gone": "9C1C1C", "come": "14602B"}
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


def to_docx(document: Document) -> bytes:
    """`document` as the bytes of a .docx file."""
    import docx

    word = docx.Document()
    _set_up(word, document)
    word.add_heading(clean(document.title), level=1)
    for line in document.lines:
        word.add_paragraph(clean(line))
    if document.sources:
        word.add_heading(clean(document.sources_heading), level=2)
    for source in document.sources:
        _add_source(word, source)
    for table in document.tables:
        _add_table(word, table)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _set_up(word: "WordDocument", document: Document) -> None:
    """The page, the fonts, the language that spelling is checked in, and the file's properties."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import Mm, Pt, RGBColor

    section = word.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(_PAGE[0]), Mm(_PAGE[1])
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN)
    for name in ("Normal", "Heading 1", "Heading 2"):
        style = word.styles[name]
        style.font.name = _FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(kind), _FONT)
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0, 0, 0)
    normal = word.styles["Normal"]
    normal.font.size = Pt(_SIZE)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGES.get(document.language, document.language))
    normal.element.get_or_add_rPr().append(language)
    properties = word.core_properties
    properties.title = clean(document.title)[:255]
    properties.language = document.language
    properties.author = properties.comments = ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)


def _add_source(word: "WordDocument", source: Source) -> None:
    paragraph = word.add_paragraph(style="List Bullet")
    paragraph.add_run(f"{clean(source.label)}: ").bold = True
    if source.link:
        _add_link(word, paragraph, clean(source.title), source.link)
    else:
        paragraph.add_run(clean(source.title))
    if source.facts:
        paragraph.add_run(f" ({clean('; '.join(source.facts))})")


def _add_link(word: "WordDocument", paragraph: "Paragraph", text: str, address: str) -> None:
    """Add `text` to `paragraph`, the last one of `word`, so that it opens `address`."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement
    from docx.shared import RGBColor

    run = paragraph.add_run(text)
    run.font.underline = True
    run.font.color.rgb = RGBColor.from_string("0B57A8")
    link = OxmlElement("w:hyperlink")
    name = word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), name)
    own = word.element.body.xpath("./w:p")[-1]
    link.append(own.xpath("./w:r")[-1])
    own.append(link)


def _add_table(word: "WordDocument", table: Table) -> None:
    from docx.oxml.parser import OxmlElement
    from docx.shared import Mm

    if table.heading:
        word.add_heading(clean(table.heading), level=2)
    grid = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    whole = sum(column.width for column in table.columns)
    wide = [Mm((_PAGE[0] - 2 * _MARGIN) * column.width / whole) for column in table.columns]
    for column, width in zip(grid.columns, wide, strict=True):
        column.width = width
    head = grid.rows[0]
    for place, column in zip(head.cells, table.columns, strict=True):
        _fill(place, ((column.heading, "strong"),))
    for row in table.rows:
        places = grid.add_row()
        for place, width, cell in zip(places.cells, wide, row.cells, strict=True):
            place.width = width
            _fill(place, _pieces(cell))
    for number, element in enumerate(word.element.body.xpath("./w:tbl")[-1].tr_lst):
        # The head stands on every page; no other row breaks over two.
        element.get_or_add_trPr().append(OxmlElement("w:cantSplit" if number else "w:tblHeader"))


def _pieces(cell: Cell) -> tuple[tuple[str, str], ...]:
    return tuple((run.text, run.emphasis) for run in cell)


def _fill(place: "_Cell", pieces: tuple[tuple[str, str], ...]) -> None:
    """Write `pieces`, each a text and its emphasis; a line break in a text is one in the cell."""
    from docx.shared import Pt, RGBColor

    paragraph = place.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    for text, emphasis in pieces:
        run = paragraph.add_run(clean(text))
        run.font.size = Pt(_SMALL)
        run.bold = emphasis == "strong"
        run.font.strike = emphasis == "gone"
        run.font.underline = emphasis == "come"
        if emphasis in _COLOURS:
            run.font.color.rgb = RGBColor.from_string(_COLOURS[emphasis])
