"""Files to sources: every format, every encoding, and one clear word for what yields nothing."""

import codecs
import gzip
import json
import os
from datetime import date
from pathlib import Path

import pytest

from archive.errors import UnreadableSource
from archive.importing import LIMIT, Refused, Source, count, load, sources

TEXT = "Hội nghị tổng kết\nRà soát quy hoạch cán bộ."


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def only(path: Path) -> Source:
    [source] = load(path)
    return source


def refused(path: Path) -> UnreadableSource:
    with pytest.raises(UnreadableSource) as error:
        list(load(path))
    return error.value


# ---- texts


@pytest.mark.parametrize("name", ["a.txt", "a.TXT", "a.md", "a.markdown", "không đuôi", "a.2024"])
def test_a_text_is_one_report(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, TEXT)
    source = only(path)
    assert source.text == TEXT
    assert source.name == str(path)
    assert source.original == TEXT.encode()
    assert source.suffix == path.suffix.lower()
    assert (source.id, source.title, source.published, source.url) == (None, None, None, None)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode(), id="UTF-8 with a mark"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16, little end"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16, big end"),
        pytest.param(TEXT.encode("utf-32"), id="UTF-32 with a mark"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="line ends of Windows"),
        pytest.param(f"\x1b[1m{TEXT}\x00".encode(), id="a stray control"),
    ],
)
def test_encodings(tmp_path: Path, data: bytes) -> None:
    source = only(write(tmp_path / "a.txt", data))
    assert source.text == TEXT
    assert source.original == data


@pytest.mark.parametrize("name", ["tin", "tin số 12.BC", "tin.1", "2022.01.13 tổng kết"])
def test_what_a_name_leaves_open_is_read(tmp_path: Path, name: str) -> None:
    assert only(write(tmp_path / name, TEXT)).text == TEXT


@pytest.mark.parametrize("name", ["a.txt", "a", "index.html?id=7", "a.md"])
def test_a_page_is_read_as_one_however_it_is_called(tmp_path: Path, name: str) -> None:
    text = "<article><p>Ban Tổ chức mở lớp học cho đảng viên mới tại huyện.</p></article>"
    page = f"<!DOCTYPE html><html><head><title>Tin mới</title></head><body>{text}</body></html>"
    source = only(write(tmp_path / name, page))
    assert "<" not in source.text
    assert "mở lớp học" in source.text
    assert source.title == "Tin mới"


LONG = "Hội nghị tổng kết công tác tổ chức xây dựng Đảng của tỉnh ủy, đề ra nhiệm vụ năm tới.\n" * 3


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(
            LONG.encode()[:-2] + "ế".encode()[:2], LONG[:-2] + "\ufffd", id="cut in a letter"
        ),
        pytest.param(b"\xff" + LONG.encode(), "\ufffd" + LONG, id="a stray byte"),
    ],
)
def test_one_byte_gone_wrong_is_not_the_whole_text(tmp_path: Path, data: bytes, text: str) -> None:
    source = only(write(tmp_path / "a.txt", data))
    assert source.text.split() == text.split()
    assert source.original == data
    line = data.replace(b"\n", b" ").strip()
    [found] = sources([write(tmp_path / "a.jsonl", b'{"text": "' + line + b'"}')])
    assert isinstance(found, Source)
    assert found.text.split() == text.split()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        pytest.param("a.txt", bytes(range(256)) * 4, "not-text", id="binary called a text"),
        pytest.param("a.txt", b"\0" * 500, "not-text", id="nothing but zeros"),
        pytest.param("a.txt", TEXT.encode("utf-16-le"), "not-text", id="UTF-16 without a mark"),
        pytest.param("a.txt", TEXT.encode("cp1258", "replace"), "not-text", id="an old encoding"),
        pytest.param("a.txt", b"\xff\xfe\x00", "not-text", id="half a character"),
        pytest.param("a.pdf", b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "unknown-format", id="PDF"),
        pytest.param(
            "a.pdf", b"%PDF-1.4\n1 0 obj << /Type /Catalog >>", "unknown-format", id="plain PDF"
        ),
        pytest.param(
            "a.txt",
            b"%PDF-1.4\n1 0 obj << /Type /Catalog >>",
            "unknown-format",
            id="PDF called a text",
        ),
        pytest.param("a.rtf", b"{\\rtf1\\ansi Tin}", "unknown-format", id="RTF"),
        pytest.param("a", b"{\\rtf1\\ansi Tin}", "unknown-format", id="RTF without a name"),
        pytest.param("a.csv", TEXT, "unknown-format", id="a table"),
        pytest.param("a.json", '{"text": "Tin"}', "unknown-format", id="JSON"),
        pytest.param("a.xml", "<tin>Tin</tin>", "unknown-format", id="XML"),
        pytest.param(
            "a.txt",
            "Tin về hội nghị ".encode() + b"\xe1\xba" * 2,
            "not-text",
            id="much that does not read",
        ),
        pytest.param("a.docx", b"PK\x03\x04\xff\x00", "unknown-format", id="Word"),
        pytest.param("a", b"\x7fELF\xff\x00", "not-text", id="a program"),
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", " \n\t\u200b\u00a0\n", "empty", id="nothing to be seen"),
        pytest.param("a.html", b"", "empty", id="empty page"),
        pytest.param("a.html", "<html><body><p> </p></body></html>", "empty", id="page, no text"),
        pytest.param("a.html", b"\xff\x00\xfe", "not-text", id="binary called a page"),
        pytest.param("a.jsonl", b"", "empty", id="no lines"),
        pytest.param("a.jsonl", b"\n\n \n", "empty", id="empty lines"),
        pytest.param("a.jsonl", b"\xff\n\xfe\n\x00\x01", "not-text", id="binary called lines"),
        pytest.param("a.jsonl.gz", b"no gzip", "broken-gzip", id="not packed"),
        pytest.param("a.jsonl.gz", gzip.compress(b'{"text":"a"}')[:-9], "broken-gzip", id="cut"),
    ],
)
def test_what_yields_nothing(tmp_path: Path, name: str, data: bytes | str, code: str) -> None:
    path = write(tmp_path / name, data)
    error = refused(path)
    assert error.code == code
    assert str(error.facts["path"]).startswith(str(path))
    assert {type(found) for found in sources([path])} <= {Refused, Source}


def test_what_is_not_there(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html", "a.jsonl", "a.jsonl.gz", "x/a.txt"):
        assert refused(tmp_path / name).code == "no-file"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "is-folder"


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a"])
def test_what_is_too_large_is_not_even_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    os.truncate(path, 50_000_000)
    error = refused(path)
    assert error.code == "too-large"
    assert error.facts["limit"] == "20"
    assert str(error.facts["path"]).startswith(str(path))


def test_the_largest_report_is_taken(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", b"a" * LIMIT)
    assert len(only(path).text) == LIMIT
    write(path, b"a" * (LIMIT + 1))
    assert refused(path).code == "too-large"


def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    error = refused(path)
    assert (error.code, error.facts["why"]) == ("unreadable", "Permission denied")


# ---- lines


def lines(*items: object) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


def test_a_line_is_a_report_with_its_fields(tmp_path: Path) -> None:
    whole = {
        "id": "bao-1", "title": "Hội nghị  tổng kết", "text": "Kết nạp 12 đảng viên.",
        "url": "https://a.vn/1", "published": "2024-01-05T08:30:00+07:00", "other": [1],
    }  # fmt: skip
    path = write(tmp_path / "a.jsonl", lines(whole, {"id": 7, "text": "Hai"}))
    one, two = load(path)
    assert one == Source(
        text="Hội nghị tổng kết\nKết nạp 12 đảng viên.", name=f"{path}:1",
        original=json.dumps(whole, ensure_ascii=False).encode(), suffix=".json", id="bao-1",
        title="Hội nghị tổng kết", published=date(2024, 1, 5), url="https://a.vn/1",
    )  # fmt: skip
    assert (two.name, two.id, two.text) == (f"{path}:2", "7", "Hai")
    packed = write(tmp_path / "a.jsonl.gz", gzip.compress(path.read_bytes()))
    assert [source.text for source in load(packed)] == [one.text, two.text]


@pytest.mark.parametrize(
    ("title", "text", "kept"),
    [
        pytest.param("Tổng kết", "Nội dung.", "Tổng kết\nNội dung.", id="missing in the text"),
        pytest.param("Tổng kết", "Tổng kết\nNội dung.", "Tổng kết\nNội dung.", id="in the text"),
        pytest.param("Tổng kết", "Tin tức\nTỔNG KẾT\nx", "Tin tức\nTỔNG KẾT\nx", id="in capitals"),
        pytest.param("Uỷ ban", "Ủy ban\nx", "Ủy ban\nx", id="with the tone elsewhere"),
        pytest.param("Tổng kết năm", "Tổng\n kết năm", "Tổng\n kết năm", id="over two lines"),
        pytest.param("Tổng kết", "x " * 4000 + "Tổng kết", None, id="only far below"),
        pytest.param("", "Nội dung.", "Nội dung.", id="no title"),
        pytest.param(["x"], "Nội dung.", "Nội dung.", id="a title that is none"),
    ],
)
def test_the_title_is_part_of_the_text(
    tmp_path: Path, title: object, text: str, kept: str | None
) -> None:
    source = only(write(tmp_path / "a.jsonl", lines({"title": title, "text": text})))
    assert source.text == (f"{title}\n{text}" if kept is None else kept)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-01-05", date(2024, 1, 5)),
        (" 2024-01-05 08:00", date(2024, 1, 5)),
        ("2024-13-05", None),
        ("hôm qua", None),
        ("", None),
        (20240105, None),
        (None, None),
    ],
)
def test_published(tmp_path: Path, published: object, day: date | None) -> None:
    path = write(tmp_path / "a.jsonl", lines({"text": "x", "published": published}))
    assert only(path).published == day


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(b"{", id="cut off"),
        pytest.param(b"[1, 2]", id="no object"),
        pytest.param(b'{"title": "x"}', id="no text"),
        pytest.param(b'{"text": 5}', id="a text that is none"),
        pytest.param(b'{"text": "\xff"}', id="another encoding"),
        pytest.param(b"[" * 100_000, id="nested beyond measure"),
        pytest.param(b'{"text": "x", "id": ' + b"9" * 10_000 + b"}", id="a number without end"),
    ],
)
def test_a_bad_line_loses_no_other(tmp_path: Path, bad: bytes) -> None:
    good = lines({"text": "Một"}).encode()
    path = write(tmp_path / "a.jsonl", good + bad + b"\n" + lines({"text": "Ba"}).encode())
    found = list(sources([path]))
    assert [item.text for item in found if isinstance(item, Source)] == ["Một", "Ba"]
    [wrong] = [item for item in found if isinstance(item, Refused)]
    assert wrong.error.code == "bad-line"
    assert wrong.name == wrong.error.facts["path"] == f"{path}:2"

    came = []
    with pytest.raises(UnreadableSource, match="bad-line"):
        came += [source.text for source in load(path)]
    taken = load(path)
    assert [next(taken).text, next(taken).text] == ["Một", "Ba"]


def test_an_endless_line_loses_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"text": "' + b"a" * (LIMIT + 5) + b'"}\n')
        file.write(lines({"text": "Hai"}).encode())
    wrong, good = sources([path])
    assert isinstance(wrong, Refused)
    assert wrong.error.code == "too-large"
    assert isinstance(good, Source)
    assert good.name == f"{path}:2"


# ---- pages

HEAD = (
    '<html lang="vi"><head><meta charset="utf-8"><title>{title} | Cổng Sơn Hà</title>'
    '<meta property="og:title" content="{title}">'
    '<meta property="og:url" content="https://sonha.vn/tin/1.html">'
    '<meta property="article:published_time" content="2024-01-05T08:00:00+07:00"></head><body>'
)
TITLE = "Ban Tổ chức Tỉnh ủy Sơn Hà tổng kết năm 2023"
BODY = [
    "Sáng 4/1/2024, Ban Tổ chức Tỉnh ủy Sơn Hà tổng kết công tác năm 2023 và bàn việc năm 2024.",
    "Năm 2023, Ban tham mưu ban hành 12 văn bản; toàn tỉnh kết nạp 1.204 đảng viên mới.",
    "Nhiệm vụ trọng tâm của năm tới gồm mấy việc sau:",
    "1. Rà soát quy hoạch cán bộ các cấp trong tỉnh.",
    "2. Sơ kết Nghị quyết số 18-NQ/TW ở các huyện.",
    "Trưởng ban đề nghị các đơn vị giữ nền nếp sinh hoạt chi bộ, nhất là ở vùng xa.",
]
MENU = '<nav><ul><li><a href="/">Trang chủ</a></li><li><a href="/t">Tin tức</a></li></ul></nav>'
FOOT = "<footer>Lượt truy cập: 123456. Bản quyền thuộc Sơn Hà.</footer></body></html>"
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<article><h1>{TITLE}</h1>{PARAGRAPHS}</article>", id="an article"),
        pytest.param(f'<div class="content"><h1>{TITLE}</h1>{PARAGRAPHS}</div>', id="a block"),
        pytest.param(f"<div>{TITLE}<br><br>{'<br>'.join(BODY)}</div>", id="line breaks alone"),
        pytest.param(
            f"<table><tr><td><a href=/x>Văn bản</a></td><td><h1>{TITLE}</h1>{PARAGRAPHS}</td></tr>"
            "</table>",
            id="laid out by a table",
        ),
        pytest.param(f"<article>{PARAGRAPHS}</article>", id="without its headline"),
    ],
)
def test_a_page_is_its_article(tmp_path: Path, body: str) -> None:
    page = HEAD.format(title=TITLE) + MENU + body + FOOT
    source = only(write(tmp_path / "a.html", page))
    kept = source.text.splitlines()
    assert kept[-len(BODY) :] == BODY
    assert TITLE in kept[: -len(BODY)]
    assert "Lượt truy cập" not in source.text
    assert "Trang chủ" not in source.text
    assert source.title == TITLE
    assert source.published == date(2024, 1, 5)
    assert source.url == "https://sonha.vn/tin/1.html"
    assert source.original == page.encode()
    assert source.suffix == ".html"


def test_rows_of_a_page_are_lines(tmp_path: Path) -> None:
    rows = [("Chỉ tiêu", "Kết quả"), ("Kết nạp", "1.204")]
    table = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in rows)
    page = f"<html><body><article>{PARAGRAPHS}<table>{table}</table></article></body></html>"
    text = only(write(tmp_path / "a.htm", page)).text
    assert text.splitlines()[-2:] == ["Chỉ tiêu | Kết quả", "Kết nạp | 1.204"]


@pytest.mark.parametrize(
    ("marked", "day"),
    [
        ("<h1>{0}</h1><time>20:45 13/1/2022</time>", date(2022, 1, 13)),
        ("<h1>{0}</h1><p><time>Thứ năm, 13-01-2022</time></p>", date(2022, 1, 13)),
        ("<h1>{0}</h1><time datetime='2022-01-13T20:45'>hôm qua</time>", date(2022, 1, 13)),
        ("<time>20:45 1/2/2022</time><h1>{0}</h1><time>13/1/2022</time>", date(2022, 1, 13)),
        ("<time>20:45 1/2/2022</time><h1>{0}</h1>", None),  # of the page, not of the article
        ("<h1>{0}</h1><time>20:45</time>", None),
        ("<h1>{0}</h1><time>45/13/2022</time>", None),
    ],
)
def test_the_day_that_a_page_marks_below_its_headline(
    tmp_path: Path, marked: str, day: date | None
) -> None:
    page = f"<html><body><article>{marked.format(TITLE)}{PARAGRAPHS}</article>{FOOT}"
    assert only(write(tmp_path / "a.html", page)).published == day


def test_no_date_is_made_up_from_the_text(tmp_path: Path) -> None:
    page = f"<html><body><article>{PARAGRAPHS}</article>{FOOT}"
    source = only(write(tmp_path / "a.html", page))
    assert source.published is None
    assert source.title is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1258"])
def test_a_page_says_its_encoding(tmp_path: Path, encoding: str) -> None:
    # cp1258 has no letter for every Vietnamese one: it puts some tones behind them.
    line = "Hôi nghi tông kêt công tác năm 2023, xong, các đơn vi cùng du.".replace(
        "vi", "vi\u0323"
    )
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{line}</p></body></html>'
    text = only(write(tmp_path / "a.html", page.encode(encoding))).text
    assert text == line.replace("vi\u0323", "vị")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 20_000 + "Tổng kết", id="nested beyond measure"),
        pytest.param("<p>" + "Tổng kết &#27;[31m &#0; \x1b[31mnăm \x00" * 20, id="escapes"),
        pytest.param("<<<<>>>> <p <b a='\">Tổng kết", id="broken"),
        pytest.param("<html><body><script>Tổng kết</script></body></html>", id="only a script"),
        pytest.param("Tổng kết năm 2023, không có thẻ nào.", id="no tag at all"),
    ],
)
def test_hostile_pages_are_text_or_refused_in_silence(
    tmp_path: Path,
    page: str,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    for found in sources([write(tmp_path / "a.html", page)]):
        if isinstance(found, Source):
            assert "\x1b" not in found.text
            assert "<div" not in found.text
        else:
            assert found.error.code == "empty"
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<p>{}</p>", id="one paragraph"),
        pytest.param("<!-- lưu ngày 5/1 --><body><div>{}</div></body>", id="no root"),
        pytest.param("{}<br>", id="bare text"),
    ],
)
def test_a_piece_of_a_page_is_a_page(tmp_path: Path, page: str) -> None:
    line = "Hội nghị tổng kết công tác năm 2023 diễn ra sáng nay."
    assert only(write(tmp_path / "a.html", page.format(line))).text == line


def test_a_page_beyond_measure_is_all_its_text(tmp_path: Path) -> None:
    blocks = (
        "<div>Dòng <b>một</b></div><!-- x --><ul><li>hai<li>ba</ul>bốn<script>x</script><br>năm"
    )
    text = only(write(tmp_path / "a.html", f"<html><body>{blocks * 6_000}</body></html>")).text
    assert text.split("\n")[:5] == ["Dòng một", "hai", "ba", "bốn", "năm"]


# ---- folders


def test_a_folder_by_name_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.txt", "c.jsonl", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, lines({"text": name}) if name.endswith("l") else name)
    found = list(sources([tmp_path]))
    assert [item.text for item in found if isinstance(item, Source)] == [
        "a/1.txt", "a/2.md", "b.txt", "c.jsonl",
    ]  # fmt: skip
    assert len(found) == 4


def test_of_several_the_good_ones_come(tmp_path: Path) -> None:
    good = write(tmp_path / "tốt.txt", TEXT)
    write(tmp_path / "kho" / "ảnh.jpg", b"\xff\xd8")
    write(tmp_path / "kho" / "trống.txt", b"")
    write(tmp_path / "kho" / "tin.txt", TEXT)
    found = list(sources([tmp_path / "không.txt", tmp_path / "kho", good]))
    assert [
        item.error.code if isinstance(item, Refused) else Path(item.name).name for item in found
    ] == ["no-file", "tin.txt", "empty", "unknown-format", "tốt.txt"]


def test_a_folder_takes_only_what_is_called_a_report(tmp_path: Path) -> None:
    write(tmp_path / "trang_files" / "style.css", "body { color: red }")
    [found] = sources([tmp_path])
    assert isinstance(found, Refused)
    assert found.error.code == "unknown-format"


def test_a_folder_that_holds_itself_ends(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [type(found) for found in sources([tmp_path])] == [Source]


def test_a_pipe_in_a_folder_holds_nobody_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    [found] = sources([tmp_path])
    assert isinstance(found, Refused)


def test_a_folder_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refuse)
    [found] = sources([tmp_path])
    assert isinstance(found, Refused)
    assert found.error.code == "unreadable"


def test_how_much_there_is_can_be_told_beforehand(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.jsonl", lines({"text": "Một"}, {"text": "Hai"}).encode())
    packed = gzip.compress(lines({"text": "Ba"}, {"text": "Bốn"}, {"text": "Năm"}).encode())
    write(tmp_path / "in" / "b.jsonl.gz", packed)
    write(tmp_path / "in" / "c.jsonl.gz", packed[:20])
    write(tmp_path / "in" / "d.txt", b"x")
    assert count(tmp_path / "in") == len(list(sources([tmp_path / "in"]))) == 7
    assert count("https://bao.example/1") == count(tmp_path / "none.txt") == 1
