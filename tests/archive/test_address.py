"""Pages fetched from the web: what a server may answer, from a server of the test's own."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import ClassVar

import pytest

from archive.importing import Refused, Source, sources
from archive.importing.address import is_address

PAGE = """<html><head><meta charset="utf-8">
<title>Huyện ủy An Bình họp cuối năm</title></head>
<body><nav>Trang chủ</nav><article><h1>Huyện ủy An Bình họp cuối năm</h1>
<p>Sáng 20-12-2022, Huyện ủy An Bình tổng kết công tác năm 2022 và bàn việc của năm 2023.</p>
<p>Hội nghị dành phần lớn thời gian để nghe các xã kể chuyện làm đường.</p>
</article></body></html>"""


class Paper(BaseHTTPRequestHandler):
    """A newspaper with a page, a text, and what goes wrong."""

    answers: ClassVar[dict[str, tuple[int, str, bytes]]] = {
        "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
        "/text": (200, "text/plain; charset=utf-16", "Năm 2022 đã qua.".encode("utf-16")),
        "/empty": (200, "text/plain", b" "),
        "/gone": (404, "text/html", b"nothing here"),
    }

    def do_GET(self) -> None:
        status, kind, body = self.answers[self.path]
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing on standard error."""


@pytest.fixture(scope="module")
def paper() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Paper) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_page_comes_in_with_its_address(paper: str) -> None:
    [found] = sources([f"{paper}/page"])
    assert isinstance(found, Source)
    assert (found.url, found.name) == (f"{paper}/page", f"{paper}/page")
    assert found.title == "Huyện ủy An Bình họp cuối năm"
    assert "tổng kết công tác năm 2022" in found.text
    assert "Trang chủ" not in found.text


def test_a_plain_text_is_taken_as_it_is(paper: str) -> None:
    [found] = sources([f"{paper}/text"])
    assert isinstance(found, Source)
    assert found.text == "Năm 2022 đã qua."


@pytest.mark.parametrize(("place", "code"), [("/gone", "unreachable"), ("/empty", "empty")])
def test_what_is_no_article_is_refused(paper: str, place: str, code: str) -> None:
    [found] = sources([paper + place])
    assert isinstance(found, Refused)
    assert (found.name, found.error.code) == (paper + place, code)


def test_a_server_that_is_not_there_stops_nobody_else(paper: str) -> None:
    first, second = sources(["http://127.0.0.1:1/", f"{paper}/page"])
    assert isinstance(first, Refused)
    assert first.error.code == "unreachable"
    assert isinstance(second, Source)


@pytest.mark.parametrize(
    ("place", "is_one"),
    [
        ("https://bao.example/bai", True),
        ("HTTP://BAO.EXAMPLE", True),
        ("file:///etc/passwd", True),
        ("ftp://bao.example/bai", True),
        ("bai.html", False),
        ("2022/bai.html", False),
    ],
)
def test_an_address_has_a_scheme(place: str, is_one: bool) -> None:
    assert is_address(place) is is_one


@pytest.mark.parametrize("place", ["ftp://bao.example/bai", "file:///etc/passwd"])
def test_only_the_webs_own_schemes_are_fetched(place: str) -> None:
    [found] = sources([place])
    assert isinstance(found, Refused)
    assert (found.name, found.error.code) == (place, "unknown-scheme")
