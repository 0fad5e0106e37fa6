"""One line of a saved page by itself: what it is when nothing but its own words are known."""

import re
from functools import cache
from string import digits, punctuation

from archive.reading.dates import FIRST_PAGES, Days
from archive.reading.wordlist import anywhere
from archive.registry import load

LONGEST_SHORT = 160
_WORDS = re.compile(r"[^\W\d_]+")
_SIGNS = f"{punctuation}{digits} –—…“”•"
_KERNEL = re.compile(r"[^\W\d_](?:.*[^\W\d_])?")
_DATE_LABEL = re.compile(r"(?:ngày )?(?:đăng|cập nhật|xuất bản)\b")
_DIGIT = re.compile(r"\d")
_BEFORE_STAMP = re.compile(
    r" +(?:[-–|(] ?)?(?=\d{1,2}[/.:h'-]|\d{4}-\d\d-)| +[|(-] ?(?=\D)"
    r"| +(?=(?:cập nhật|ngày đăng|đăng|thứ (?:hai|ba|tư|năm|sáu|bảy|\d)|chủ nhật)\b)"
)
_LONGEST_STAMP = 110
_IMPRINT = 6  # words of an office and a name
_NAMES = 9
_SEPARATOR = re.compile(r"\s*(?:[|›»→]|>{1,2}|::|\s[-–•·/\\]\s)\s*")
# Between the sections on the way to an article; elsewhere they stand between much else.
_STEP = re.compile(r"\s*(?:::|\s[/\\•·]\s)\s*")
_SECTION = re.compile(r"[^\W\d_][^\d.:;!?“”\"]*")
_SECTION_WORDS = 5
_DASHED = re.compile(r" [-–] ")
_ROW_OF = 3
_LISTED = re.compile(r"\s*(?:[-–+•*▪●►✓]|\(?\d{1,2}[.)/]|\(?[a-zđ][)/]|[ivx]{1,4}[.)/])[./)-]?\s")
# From so many words in small letters on a line is a sentence, with or without its full stop.
_SMALL_ENDED, _SMALL_OPEN = 3, 6
_CREDIT = re.compile(
    "|".join(
        rf"{word}(?<![^\s(\-–./]{word})\s?:\s?\S" for word in ("ảnh", "photo", "clip", "video")
    )
)
_LONGEST_CREDIT = 45  # with the sign before it
# "[Ảnh 2]", "Hình 3: …", "Từ trái sang: …": a picture that the page numbers or sets in brackets,
# or who stands on it.
# "(chụp 20/12/2016)", "… . Ảnh: T. Hoàng" with or without its colon.
_TAKEN = re.compile(
    r"\((?:ảnh )?chụp (?:ngày |lúc |tháng |năm )?\d"
    r"|[.)] ?\(?ảnh (?!hưởng|minh)(?:[^\W\d_]{1,2}\. ?){0,2}"
    r"[^\W\d_]{2,7}(?: [^\W\d_]{2,7}){0,3}\)?$"
)
_OTHERS = re.compile(
    r"(?:các |những |một số |nhiều )?(?:tin|bài|ảnh|video)(?:,? (?:bài|ảnh|video))?"
    r"(?: (?:viết|báo|tức|vắn|hoạt động|thời sự|đăng))? "
    r"(?:khác|liên quan|cùng (?:chuyên mục|chủ đề|chuyên đề|loại|mục|sự kiện|thể loại|tác giả)"
    r"|(?:mới|cũ)(?: hơn| nhất)?|đã (?:đưa|đăng)|trước(?: đó)?|sau|kế tiếp|tiếp theo|nổi bật"
    r"|(?:được )?(?:đọc|xem|quan tâm)(?: nhiều)?(?: nhất)?|nên đọc"
    r"|trong (?:mục|ngày|tuần|chuyên mục))(?: này)?"
)
_OTHER = ("tin", "bài", "ảnh", "video", "các ", "những ", "một số ", "nhiều ")
_LONGEST_HEAD = 50
_ROW = re.compile(r"\|? ?\d{1,2} ?\| ?[^\W\d_]")  # a numbered row of a table
_PICTURE = re.compile(
    r"[\[(](?:hình|ảnh|photo)(?!\w)[^\])]{0,200}[\])]\.?$"
    r"|(?:ảnh|hình|photo) \d{1,2} ?[:.–-]|(?:hàng trên, )?từ (?:trái|phải) (?:sang|qua)(?!\w)"
)
# "leftcenterrightdel", "tin-tuc-1", "IMG_2041.JPG", addresses, "#sonla": no syllable is so long.
_NAME_OF_FILE = re.compile(
    r"[a-z]{9,40}|[a-z\d]{1,40}(?:[-_][a-z\d]{1,40}){1,20}|\S{1,80}\.(?:jpe?g|png|gif|webp)"
    r"|https?://\S{4,200}|#\w+(?:[ ,;]{1,2}#\w+){0,20}"
)
_CONVERTED = "leftcenterrightdel"
# ">> …" before a link; "A- A A+", letters to press for larger ones; "1.024 lượt xem",
# "5 phút đọc", "Cập nhật 1 năm trước".
_SET = re.compile(
    r"[>»]{2,3} ?\S|(?:a[-+]{0,2} *){2,5}(?!\S)|(?:t[-+]{0,2} *){2,5}(?!\S)"
    r"|(?:cập nhật )?\d[\d.,]{0,12} (?:(?:lượt )?(?:xem|đọc|truy cập|thích)|views?|bình luận"
    r"|phút đọc|(?:phút|giờ|ngày|tuần|tháng|năm) trước)$"
)
_SET_FIRST = frozenset(">»atc0123456789")  # cheap: few lines begin so
_BUTTONS = re.compile(r"(?:\[[^\[\]\n]{1,25}\]\s*){1,8}")
_SPEAKING = re.compile(
    r" (?:báo cáo (?:tại|trước)"
    r"|phát biểu(?: (?:ý kiến|chỉ đạo|kết luận|khai mạc|bế mạc|chào mừng|đề dẫn|tham luận))*"
    r"|trình bày (?:báo cáo|tham luận)|trao (?:tặng )?(?:bằng khen|giấy khen|cờ|hoa)"
    r"|tặng hoa|chủ trì|điều hành|kết luận|khai mạc|bế mạc|chúc mừng|chụp ảnh)(?: [^,\d]{0,50})?\.?"
)
_SAYING = re.compile(
    r"cho biết|khẳng định|nhấn mạnh|yêu cầu|đề nghị|lưu ý|cho rằng|nêu rõ|đánh giá|nếu |phải "
)
_PERSON = ("đồng chí ", "các đồng chí ", "ông ", "bà ", "đ/c ", "chủ nhiệm ", "trưởng ban ", "phó ")
# "BÁO … ĐIỆN TỬ", "… ONLINE", "….vn": a site's own name, of a few words.
_SITE = re.compile(
    r"\W*+(?:(?:báo|trang|cổng|tạp chí|đài|tin)(?: [^\s.]+){1,6} điện tử|(?:[^\s.]+ ){1,5}online"
    r"|(?:[^\s.]+ ){0,4}(?:[\w-]{1,30}\.){1,3}(?:vn|com|net|org))\W*"
)
# "Báo và phát thanh, truyền hình …", "Truyền hình … - …TV": a station's, of a few words.
_STATION = re.compile(
    r"(?:báo,? (?:và )?)?(?:đài )?(?:phát thanh|truyền hình|tiếng nói)(?:(?: -|,)? (?:và )?"
    r"(?:phát thanh|truyền hình|nhân dân))?(?: tỉnh| thành phố)?(?: [^\s:]+){1,6}"
    r"|(?:[^\s:]+ ){1,5}(?:radio|television|newspaper)(?: [^\s:]+){0,4}"
)
# "BÁO … - Cơ quan ngôn luận của …": a newspaper's name and whose it is.
_ORGAN_OF = re.compile(r"[-–|:,] (?:cơ quan (?:ngôn luận|của đảng|của tỉnh)|tiếng nói của)")
# What each of the three holds: few headlines do.
_SITE_SIGN = re.compile(
    anywhere(
        [
            *("điện tử", "online", ".vn", ".com", ".net", ".org", "phát thanh", "truyền hình"),
            *("tiếng nói", "radio", "television", "newspaper", "cơ quan"),
        ]
    )
)
_NOTE = re.compile(r"[\[(][^\])]{2,300}[\])]")


@cache
def _by_letters(name: str) -> dict[str, tuple[str, ...]]:
    """What lines of a kind open with, by their first letters, one or two: few are held against a
    line.
    """
    opens = load("furniture")[name]
    return {
        first: tuple(word for word in opens if first.startswith(word[:2]))
        for first in {word[:2] for word in opens}
    }


def _opens(folded: str, name: str) -> bool:
    """Does the line open as those of the kind `name` do?"""
    opens = _by_letters(name)
    return folded.startswith(opens.get(folded[:2]) or opens.get(folded[0], ()))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load("furniture")[name])


def role(text: str, start: int, end: int, days: Days, *, links: bool) -> str | None:
    """What the line from `start` to `end` of lower-case `text` is where its own words tell: `site`,
    `menu`, `date`, `related`, `caption`; None for what could be text. `days` are those of the text,
    `links` tells whether it `may_link`.
    """
    length = end - start
    if length > 2 * LONGEST_SHORT:
        return "caption" if length < 400 and text[end - 1] == "|" else None
    folded = text[start:end]
    if folded[-1] == "|" and not _ROW.match(folded):
        return "caption"
    if length <= LONGEST_SHORT:
        if days.may_be_full(start, end) and is_stamp(text, start, end, days):
            return "date"
        if short := _short_role(folded):
            return short
        if _may_be_path(folded) and _is_path(text, start, end, days):
            return "menu"
    if links and is_menu(folded):
        return "menu"
    if is_caption(folded):
        return "caption"
    return None


def _short_role(folded: str) -> str | None:
    """The role of a short line that a site sets, or the program that saved it."""
    kernel = _kernel(folded)
    if not kernel or (folded[0] == "[" and _BUTTONS.fullmatch(folded)):
        return "site"
    if (kernel in _set("related") or _is_related(kernel)) and not _LISTED.match(folded):
        return "related"
    if _opens(folded, "opens") or kernel in _set("whole") or _is_machine(folded):
        return "site"
    if _opens(folded, "imprint") and _is_imprint(folded):
        return "site"
    return "caption" if folded.startswith(_CONVERTED) else None


def _is_imprint(folded: str) -> bool:
    """Is somebody or something named behind the word, and no headline told with it?"""
    return ":" in folded or _DIGIT.search(folded) is not None or len(folded.split()) <= _IMPRINT


def _is_related(kernel: str) -> bool:
    """Is the line the head of other articles: "Các bài viết khác", "Tin hoạt động mới nhất"?"""
    if len(kernel) > _LONGEST_HEAD or not kernel.startswith(_OTHER):
        return False
    return _OTHERS.fullmatch(kernel) is not None


def _kernel(folded: str) -> str:
    """The line from its first letter to its last."""
    kernel = folded.strip(_SIGNS)
    if kernel[:1].isalpha() and kernel[-1].isalpha():
        return kernel
    found = _KERNEL.search(kernel)
    return found[0] if found else ""


def _is_machine(folded: str) -> bool:
    """Did a program set the line: the name of a file, a counter, a link, letters to press?"""
    if " " not in folded or folded[0] == "#":
        return bool(_NAME_OF_FILE.fullmatch(folded))
    return folded[0] in _SET_FIRST and bool(_SET.match(folded))


def is_stamp(folded: str, start: int, end: int, days: Days) -> bool:
    """Is what stands from `start` to `end` the page's date and nothing but what stands beside a
    date?
    """
    own = _beside_date(folded, start, end, days)
    if own is None:
        return False
    if own <= 3 or (own == 4 and ("|" in folded[start:end] or "(" in folded[start:end])):
        return True
    # "Đăng: 10:11, 06/10/2017 — Bởi: …": a label and its date, whoever comes behind them.
    if not _DATE_LABEL.match(folded, start):
        return False
    return _beside_date(folded, start, days.full(start, end)[0].end, days) == 0


def _is_bare(folded: str) -> bool:
    """Is this one date and nothing that a headline could say?"""
    folded = folded.lstrip(" -–|(")
    days = Days(folded)
    full = days.full(0, len(folded))
    if len(full) != 1 or (full[0].year or 0) <= FIRST_PAGES:
        return False
    # Behind "Đăng lúc: …" and its date may come who published it.
    end = full[0].end if _DATE_LABEL.match(folded) else len(folded)
    return _beside_date(folded, 0, end, days) == 0


def before_stamp(folded: str, start: int, end: int, days: Days) -> int:
    """Where the headline from `start` to `end` ends that has the page's date behind it on its line;
    `end` where it has none.
    """
    first = max(start + 12, end - _LONGEST_STAMP)
    if days.may_be(first, end):
        for gap in _BEFORE_STAMP.finditer(folded, first, end):
            if _is_bare(folded[gap.start() : end]):
                return gap.start()
    return end


def is_signed_stamp(text: str, folded: str, line: tuple[int, int], days: Days) -> bool:
    """Is the line its writers' names, a sign and the page's date: "LÊ VÂN - HỒ YẾN • 8/10/2025"?"""
    start, end = line
    if end - start > LONGEST_SHORT or not days.full(start, end):
        return False
    digit = _DIGIT.search(text, start)
    names = text[start : digit.start()].rstrip() if digit else ""
    if not names or names[-1] not in "•|·–—-,":
        return False
    words = _WORDS.findall(names)
    return (
        1 < len(words) <= _NAMES
        and all(word[0].isupper() for word in words)
        and _beside_date(folded, start + len(names), end, days) == 0
    )


def is_sentence(said: str) -> bool:
    """Does a line that opens as a byline does go on as a sentence ("Thực hiện Kết luận số …")?"""
    if ":" in said:
        return False
    small: int = sum(word[0].islower() for word in _WORDS.findall(said)[1:])
    return small >= (_SMALL_ENDED if said.endswith((".", ";")) else _SMALL_OPEN)


def _beside_date(folded: str, start: int, end: int, days: Days) -> int | None:
    """How many words stand beside the dates from `start` to `end` that say something of their own;
    None where there is no date.
    """
    full = days.full(start, end) if end - start <= LONGEST_SHORT else ()
    if not full:
        return None
    rest = folded[start : full[0].start] + " " + folded[full[-1].end : end]
    stamps = _set("stamps")
    return len([word for word in _WORDS.findall(rest) if word not in stamps])


def may_link(folded: str) -> bool:
    """Is there anything that parts links in a row from one another? In most texts there is not."""
    return "|" in folded or ">" in folded or "»" in folded or "›" in folded or "→" in folded


def _may_be_path(folded: str) -> bool:
    """Has the line what parts sections from one another? Few lines have."""
    return " / " in folded or "::" in folded or "•" in folded or "·" in folded or "\\" in folded


def _is_path(text: str, start: int, end: int, days: Days) -> bool:
    """Is the line a row of sections with strokes, dots or colons between ("Chính trị / Xây dựng
    Đảng"), the page's date behind them or not?
    """
    folded = text[start:end]
    if _LISTED.match(folded):
        return False
    steps = [*_STEP.finditer(folded)]
    last = start + steps[-1].end() if steps else end
    if steps and days.may_be_full(last, end) and is_stamp(text, last, end, days):
        folded = text[start : start + steps.pop().start()]
        # "HỒ YẾN • 8/10/2025": who wrote it, not where it stands.
        stroke = text[last - 2 : last].strip() in ("/", "::")
    else:
        stroke = False
    return (bool(steps) or stroke) and _are_sections(_STEP.split(folded))


def _are_sections(parts: list[str]) -> bool:
    return all(_SECTION.fullmatch(part) and len(part.split()) <= _SECTION_WORDS for part in parts)


def is_row(folded: str) -> bool:
    """Is the line the names of three sections or more with dashes between?"""
    parts = _DASHED.split(folded)
    return len(parts) >= _ROW_OF and _are_sections(parts)


def is_menu(folded: str) -> bool:
    """Is the line a row of links or a path of breadcrumbs?"""
    if not may_link(folded) or _ROW.match(folded):
        return False
    parts = [part for part in _SEPARATOR.split(folded) if part]
    if len(parts) == 2 and any(len(part.split()) > 5 for part in parts):
        return False  # a headline and its site's name
    return len(parts) > 1 and all(len(part) <= 45 and not part.endswith(".") for part in parts)


def is_caption(folded: str) -> bool:
    """Is the line what stands below a picture?"""
    if len(folded) > 250 or folded[-1] in ":;":
        return False
    if folded[0] in "[(ảhpt" and _PICTURE.match(folded):
        return True
    taken = _TAKEN.search(folded) if "chụp" in folded or "ảnh " in folded else None
    if taken and _stops(folded[: taken.start()]) == 0:
        return not _LISTED.match(folded)
    credit = _CREDIT.search(folded) if ":" in folded and _may_credit(folded) else None
    if (
        credit
        and len(folded) - max(credit.start() - 1, 0) <= _LONGEST_CREDIT
        and _stops(folded) <= 1
    ):
        return not _LISTED.match(folded)
    if len(folded) > LONGEST_SHORT + 40:
        return False
    shown, person = _opens(folded, "captions"), folded.startswith(_PERSON)
    if not (shown or person) or _stops(folded):
        return False
    if ":" in folded or ";" in folded or '"' in folded or "“" in folded:
        return False
    if shown:
        return not any(char.isdigit() for char in folded[12:]) or len(folded) < 90
    if _SAYING.search(folded):
        return False
    said = _SPEAKING.search(folded)
    return said is not None and said.end() == len(folded)


def _stops(folded: str) -> int:
    """How many sentences end before the line's end."""
    return folded.rstrip(". ").count(". ")


def _may_credit(folded: str) -> bool:
    """Has the line what every credit has in it beside a colon? Most have not."""
    return "ảnh" in folded or "video" in folded or "clip" in folded or "photo" in folded


def is_masthead(folded: str) -> bool:
    """Does the line, standing above the headline, name the site?"""
    if _opens(folded, "mastheads"):
        return True
    return bool(_SITE_SIGN.search(folded)) and bool(
        _SITE.fullmatch(folded) or _STATION.fullmatch(folded) or _ORGAN_OF.search(folded)
    )


def is_slogan(folded: str) -> bool:
    """Does the line hail an occasion, as banners do and few headlines?"""
    return _opens(folded, "slogans")


def is_note(text: str, start: int, end: int) -> bool:
    """Is the line, standing first, an editor's word on what the text is?"""
    return bool(_NOTE.fullmatch(text, start, end))


def is_listed(folded: str) -> bool:
    """Does the line open with a list mark?"""
    return bool(_LISTED.match(folded))
