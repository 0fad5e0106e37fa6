"""The installed program in a real terminal: what a person sees who types, and what is left behind.

Nothing is timed: each step waits until a thing is on the screen.
"""

import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal, environment, home_in

ALTERNATE, MAIN = b"\x1b[?1049h", b"\x1b[?1049l"
HIDDEN, VISIBLE = b"\x1b[?25l", b"\x1b[?25h"
ENTER, ESCAPE = "\r", "\x1b"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the program has run once: the sample and its index are there."""
    home = home_in(tmp_path_factory.mktemp("terminal"))
    with Terminal(home) as terminal:
        terminal.wait_for("Mẫu · chỉ đọc", "mọi báo cáo · mới nhất", "báo cáo ·")
        terminal.type(ESCAPE)
        terminal.wait_for("↵ Mở")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    return home


@pytest.fixture
def terminal(started: Path) -> Iterator[Terminal]:
    """The program on the sample, its first answer on the screen."""
    with Terminal(started) as running:
        running.wait_for("mọi báo cáo · mới nhất", "báo cáo ·")
        yield running


def is_clean(terminal: Terminal) -> bool:
    """Is the screen that was there before back, and its cursor to be seen?"""
    raw = terminal.raw
    return (
        raw.rfind(MAIN) > raw.rfind(ALTERNATE) >= 0 and raw.rfind(VISIBLE) > raw.rfind(HIDDEN) >= 0
    )


def test_an_archive_that_was_named_and_is_not_there_opens_no_other(tmp_path: Path) -> None:
    with Terminal(
        home_in(tmp_path), "--archive", str(tmp_path / "none"), size=(300, 30)
    ) as running:
        assert running.wait_for_end() == 2
        assert "ở đây không có kho" in running.text


@pytest.mark.parametrize(
    "text",
    [
        "quy hoạch cán bộ",
        "quy hoach can bo",
        unicodedata.normalize("NFD", "quy hoạch cán bộ"),  # as some keyboards and clipboards send
    ],
    ids=["composed", "unmarked", "decomposed"],
)
def test_reports_are_found_however_the_letters_come(terminal: Terminal, text: str) -> None:
    terminal.type(text)
    terminal.wait_for("liên quan nhất", "quy hoạch cán bộ")
    title = terminal.lines[0]
    assert re.search(r"[1-9]\d* báo cáo", title), title


def test_from_the_query_to_the_report_to_the_diff_and_out(terminal: Terminal) -> None:
    terminal.type("Mộc Giang")
    terminal.wait_for("liên quan nhất")
    terminal.type(ENTER)
    terminal.wait_for("↵ Mở")
    terminal.type(ENTER)
    terminal.wait_for("Đọc", "chỗ khớp")
    terminal.type("f")
    terminal.wait_for("Tìm trong bài:")
    terminal.type("hoi nghi" + ENTER)
    terminal.wait_for("“hoi nghi”")
    terminal.type(ESCAPE)
    terminal.wait_for("chỗ khớp")
    terminal.type("3")
    terminal.wait_for("Các cặp kỳ liền nhau", "→")
    terminal.type(ENTER)
    terminal.wait_for("So nhiệm vụ", "vì:")
    terminal.type("q")
    terminal.wait_for("Các cặp kỳ liền nhau")
    terminal.type("q")
    terminal.wait_for("Kết quả")
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    assert is_clean(terminal)


def test_keys_that_come_in_one_piece_act_one_behind_the_other(terminal: Terminal) -> None:
    """As over a slow line, from a script, or pasted by a terminal that does not say so."""
    terminal.type("quy hoạch" + ENTER + "j" + ENTER + "fcán bộ")
    terminal.wait_for("Đọc", "Tìm trong bài: cán bộ", "“cán bộ”")
    terminal.type(ENTER + "2?mark")
    terminal.wait_for("Trợ giúp", " mark")
    for keys, place, box in (
        (":xuat", "Lệnh", "  xuat"),
        ("xq", "Xuất", ".htmlq"),
        (ENTER + "q12343" + ENTER + "fbo", "So nhiệm vụ", "Tìm trong bài: bo"),
    ):
        terminal.type(ESCAPE)  # by itself: with what follows it would be another key
        terminal.wait_for("Kết quả · ")
        terminal.type(keys)
        terminal.wait_for(place, box)
    terminal.type(ESCAPE)
    terminal.wait_for_no("Tìm trong bài:")
    terminal.type("q/ cán bộ")
    terminal.wait_for("Tìm: quy hoạch cán bộ")
    assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize("before", [False, True], ids=["at once", "before the first answer"])
def test_what_is_typed_before_the_first_screen_stands_arrives(
    started: Path, *, before: bool
) -> None:
    """A terminal that no program has taken over yet sends enter as a line feed."""
    with Terminal(started) as terminal:
        if before:
            terminal.wait_for("xdd-tui")
        terminal.type("quy hoạch" + ENTER + "j" + ENTER + "fcán bộ")
        terminal.wait_for("Đọc", "Tìm trong bài: cán bộ", "“cán bộ”")
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    ("key", "status"),
    [("\x11", 0), ("\x03", 130)],  # what a shell tells of an interrupt
    ids=["ctrl+q", "ctrl+c"],
)
@pytest.mark.parametrize("before", ["", "\x1b", "4"], ids=["box", "list", "typed"])
def test_leaving_at_once_leaves_nothing_behind(
    terminal: Terminal, before: str, key: str, status: int
) -> None:
    terminal.type(before)
    terminal.wait_for({"": "Tìm: gõ", "\x1b": "↵ Mở", "4": "Tìm: 4"}[before])
    terminal.type(key)
    assert terminal.wait_for_end() == status
    assert is_clean(terminal)
    assert b"Traceback" not in terminal.raw


def test_panes_come_and_go_with_the_size(terminal: Terminal) -> None:
    terminal.resize(160, 48)
    terminal.wait_for("╭─ Lọc ")
    terminal.resize(50, 20)
    terminal.wait_for_no("╭─ Lọc ")
    terminal.resize(80, 24)
    terminal.wait_for("╮╭─ ")  # the list and, beside it, the preview
    terminal.wait_for_no("╭─ Lọc ")  # which what was drawn for the first size may still show
    terminal.resize(120, 36)
    terminal.wait_for("╭─ Lọc ")
    assert terminal.lines[-2].endswith("╯")


def test_nothing_of_a_report_reaches_the_terminal_as_more_than_text(tmp_path: Path) -> None:
    """Titles, bodies and texts are shown; what in them a terminal would obey is not sent."""
    hostile = "\x1b]0;owned\x07\x1b[2J\x1b[31mđỏ\x9b5n\x1bPq\x1b\\"
    file = tmp_path / "report.txt"
    title = f"Ban Tổ chức Tỉnh ủy An Lạc {hostile} tổng kết năm 2022"
    file.write_text(f"{title}\n\nNăm 2022 {hostile} kết nạp 900 đảng viên [bold]mới[/bold].\n")
    home = home_in(tmp_path)
    imported = subprocess.run(
        [Path(sys.executable).with_name("xdd-tui"), "import", file],
        env=environment(home),
        capture_output=True,
        check=True,
    )
    with Terminal(home) as terminal:
        terminal.wait_for("1 báo cáo", "[bold]mới[/bold]")
        terminal.type(ESCAPE)
        terminal.wait_for("↵ Mở")
        terminal.type(ENTER)
        terminal.wait_for("Đọc", "900 đảng viên")
        terminal.type("q")
        terminal.wait_for("↵ Mở")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
    for sent in (imported.stdout, imported.stderr, terminal.raw):
        for sequence in (b"]0;owned", b"\x1b[2J\x1b[31m", b"\x1bPq", b"\xc2\x9b", b"\x9b5n"):
            assert sequence not in sent
