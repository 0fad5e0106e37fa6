"""Tasks told in plain sentences, where the article has no list of them.

A sentence sets a task where a directive verb governs it and somebody with authority, or the body
itself, says it of what is to come: "Trưởng Ban đề nghị các vụ tập trung …", "ngành cần …", "Hội
nghị xác định nhiệm vụ trọng tâm năm 2021 là …". After such a sentence those that open with a
directive verb go on with it. What delegates and guests propose, what was said elsewhere before,
what is already done, and general maxims set nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.reading.floor import Floor, hear, open_floor, words
from archive.reading.layout import Layout
from archive.reading.openers import opens_task, starts_with_verb
from archive.reading.roles import heading_role, told_count
from archive.reading.sentences import sentences
from archive.report import Span

_QUOTES = "“\"”‘'«( "
_MODAL = re.compile(r"(?<!\w)(?:cần phải|cần|phải|sẽ|được giao)(?!\w)")
_OPENING_MODAL = re.compile(r"(?:cần phải|cần|phải)(?!\w)")
_ESPECIALLY = re.compile(r"(?:đặc biệt|trước hết|trước mắt|trọng tâm|cuối cùng)(?: là)?,? ")
_FIRST_PERSON = re.compile(r"(?<!\w)(?:chúng ta|chúng tôi|tôi)(?!\w)")
_FOR_REASON = re.compile(r"(?:vì vậy|vì thế|do|nên|nếu|khi)(?!\w)")
_LACKS = re.compile(r"(?<!\w)(?:chưa|lúng túng|còn hạn chế|còn chậm|bất cập)(?!\w)")
_WORK = re.compile(r"(?:^|[,;:] |rằng )(?:việc|công tác)(?!\w)[^;:]*$")
_DONE = re.compile(r"(?<!\w)(?:đã|vừa qua|vừa rồi|đang|từng)(?!\w)")
_SETTLED = re.compile(r"(?<!\w)đã (?:xác định|đề ra|thông qua|thống nhất|đặt ra|nhấn mạnh)")
_UNSURE = re.compile(r"(?:nếu|khi|vì sao|tại sao|liệu|giả sử|dù|mặc dù)(?!\w)")
_ASKED_GUESTS = re.compile(r"(?:các |quý )?(?:đại biểu|vị đại biểu|bạn đọc)(?!\w)")
_NO_REQUEST = re.compile(
    r"(?:theo|sự|được|các|những|ý kiến|lãnh đạo,|đáp ứng|vì|nội dung|công tác) $"
)
_NOT_ASKED = (
    "của ",
    "đối với công tác",
    "đặt ra",
    "đề ra",
    "nhiệm vụ chính trị",
    "hội nghị",
    "tại ",
    "buổi ",
)
_BEFORE_SUBJECT = re.compile(
    r"(?:(?:ngoài ra|ngoài nhiệm vụ [^,]{1,20}|đồng thời|bên cạnh đó|cùng với đó|đặc biệt|theo đó"
    r"|cùng đó|tiếp đó|từ đó|sau đó|do đó|trong đó|còn|rằng|các|những|mỗi|từng|mọi|toàn thể"
    r"|tập thể|là|cũng|và),? )+"
)
_RELATIVE = re.compile(r"(?<!\w)(?:mà|những việc|nội dung)(?!\w)")
_CLAUSE = r"(?:^|, |: |rằng |cho biết |cho hay |nhấn mạnh |nêu rõ )(?:trong |từ )?"
_CLAUSE_START = re.compile(rf"{_CLAUSE}$")
_DATED = re.compile(
    rf"{_CLAUSE}"
    r"(?:năm (?P<year>\d{4})|(?:quý|tháng) (?:[ivx]+|\d{1,2})(?:[/-]\d{4}| năm \d{4})?),"
)
_PEOPLE = re.compile(r"(?<!\w)(?:cán bộ|đảng viên|người|mỗi|mọi|tất cả|ai|đại biểu)(?!\w)")
_TOPIC = re.compile(
    r"(?:về|trong|đối với|để|muốn|bên cạnh|ngoài ra|đồng thời|cùng với|tiếp tục|thời gian tới"
    r"|trước mắt)(?!\w)"
)


@dataclass(slots=True)
class _Told:
    """Who has the floor, and what the last sentence did: set a task (`open`), list its tasks after
    a colon (`listed`).
    """

    floor: Floor
    open: bool = False
    listed: bool = False


def prose_tasks(layout: Layout, skipped: Sequence[Span], planned: str | None) -> list[Span]:
    """The sentences, or clauses parted by `;`, of `parts` that set tasks, in text order.

    Where a sentence announces the tasks and lists them after its colon, these alone.
    `skipped` are stretches that set none (results, awards, attendance); `planned` is the year
    planned for, as written.
    """
    told = _Told(open_floor(layout.low[:2500]))
    found: list[Span] = []
    listed: list[Span] = []
    skips = iter(skipped)
    skip = next(skips, None)
    for place, part in enumerate(layout.parts):
        if part.caption:
            continue
        while skip and skip.end <= part.start:
            skip = next(skips, None)
        role = heading_role(layout.low[part.start : part.end])
        if role is not None and layout.low[part.end - 1] != ":":
            told.open = role == "tasks"
        elif skip and skip.start <= part.start:
            told.open = False
        else:
            for sentence in sentences(layout.text, part.start, part.end):
                spans = list(_read(layout, sentence, told, planned, lead=place == 0))
                found += spans
                listed += spans if told.listed and len(spans) > 1 else []
    return listed or _without_leads(layout, found)


def _read(
    layout: Layout, sentence: Span, told: _Told, planned: str | None, *, lead: bool
) -> Iterator[Span]:
    """The tasks that `sentence` sets; `told` is brought up to date."""
    piece = layout.text[sentence.start : sentence.end]
    low = layout.low[sentence.start : sentence.end]
    hear(piece, low, told.floor)
    announced = _announced(low, planned)
    sets = announced is not None or _sets(low, told, planned, lead=lead)
    if not sets or not told.floor.may or low.endswith("?") or _FIRST_PERSON.search(low):
        told.open = told.floor.may and not lead and _only_announces(low, planned)
        return
    told.open = True
    told.listed = announced is not None and low[announced - 1] == ":"
    yield from _clauses(layout, sentence, announced)


def _announced(low: str, planned: str | None) -> int | None:
    """Where the tasks begin in a sentence that announces and tells them ("nhiệm vụ … là: …")."""
    naming = words("setting", "naming").search(low)
    if not naming or (_DONE.search(low, 0, naming.start()) and not _SETTLED.search(low)):
        return None
    for joint in re.finditer(
        r"(?:(?<!\w)(?:là|gồm|như sau|sau đây|sau|như)(?: là)?)? ?:|(?<!\w)là(?!\w)", low
    ):
        if joint.start() < naming.start():
            continue
        if opens_task(low[joint.end() : joint.end() + 160].lstrip()) and _to_come(
            low[: joint.start()], planned
        ):
            return joint.end()
        return None
    return None


def _only_announces(low: str, planned: str | None) -> bool:
    """Does the sentence say that tasks were set, without telling them?"""
    if low.startswith(("nhằm", "để")) or (_DONE.search(low) and not _SETTLED.search(low)):
        return False
    naming = words("setting", "naming").search(low)
    return bool(naming and words("setting", "announcing").search(low) and _to_come(low, planned))


def _to_come(low: str, planned: str | None) -> bool:
    return (
        bool(words("planned").search(low))
        or bool(planned and f"năm {planned}" in low)
        or ("phương hướng" in low or "trọng tâm" in low)
    )


def _sets(low: str, told: _Told, planned: str | None, *, lead: bool) -> bool:
    """Does the folded sentence set a task by what governs it?"""
    quoted = low[0] in "“\"”‘'"
    begun = low.lstrip(_QUOTES)
    if _UNSURE.match(begun):
        return False
    especially = _ESPECIALLY.match(begun)
    if especially and starts_with_verb(begun[especially.end() :]):
        return not lead
    modal = _OPENING_MODAL.match(begun)
    if modal:
        return not lead and starts_with_verb(begun[modal.end() :], also=("có",))
    if quoted:
        return told.open and starts_with_verb(begun)
    if low.startswith("tuy nhiên"):
        return False
    if told.open and not _LACKS.search(low) and (opens_task(begun) or _also(begun)):
        return True
    return _asked(low) or _must(low, told, planned) or _timely(low, planned)


def _also(low: str) -> bool:
    """Does a body go on with its tasks ("Toàn ngành cũng tham mưu …", "Ban tiếp tục …")?"""
    who = _subject(low)
    if who is None or _DONE.search(low, 0, 120):
        return False
    said = low[who:].split()[:10]
    return any(starts_with_verb(" ".join(said[at : at + 3]), long=True) for at in range(len(said)))


def _subject(clause: str) -> int | None:
    """Where the words of a body or work end that `clause` begins with; None without."""
    begin = _BEFORE_SUBJECT.match(clause)
    found = words("doing").match(clause, begin.end() if begin else 0)
    return found.end() if found else None


def _asked(low: str) -> bool:
    """Does somebody ask others to do something ("đề nghị các vụ tập trung …")?"""
    for verb in words("setting", "asking").finditer(low):
        after = low[verb.end() : verb.end() + 200].lstrip(" ,:")
        if not _has_asker(low, verb.start()) or _NO_REQUEST.search(
            low, max(verb.start() - 12, 0), verb.start()
        ):
            continue
        if after.startswith(_NOT_ASKED) or _ASKED_GUESTS.match(after):
            continue
        committee = low.endswith("ban ", 0, verb.start())
        if verb.group() == "chỉ đạo" and (committee or starts_with_verb(after)):
            continue
        if _directive_within(after, 150):
            return True
    if "nhấn mạnh việc " in low:
        return starts_with_verb(low[low.index("nhấn mạnh việc ") + 15 :])
    return False


def _has_asker(low: str, verb: int) -> bool:
    """Is the verb at `verb` said of a person or body that opens a clause before it?"""
    for table in ("titles", "bodies"):
        for found in words(table).finditer(low, 0, verb):
            before = low[max(found.start() - 12, 0) : found.start()].rstrip()
            if (
                before
                and before[-1] not in ',;:.–-“"'
                and not before.endswith(("theo đó", "tân", "các"))
            ):
                continue
            if not _DONE.search(low, found.end(), max(verb - 5, found.end())):
                return True
    return False


def _directive_within(low: str, length: int) -> bool:
    """Does a clause within the first `length` characters open with a directive verb?"""
    said = low[:length].split()
    return any(
        starts_with_verb(" ".join(said[place : place + 3]), long=True) for place in range(len(said))
    )


def _must(low: str, told: _Told, planned: str | None) -> bool:
    """Must a body, or a work, be or do something ("ngành cần …", "việc đánh giá phải …")?"""
    for modal in _MODAL.finditer(low):
        if not starts_with_verb(low[modal.end() : modal.end() + 80].lstrip(), also=("có",)):
            continue
        if modal.group() == "sẽ" and not (told.open or _is_named(low, planned)):
            continue
        begin = max(low.rfind(mark, 0, modal.start()) for mark in (",", ";", ":", "–", "“")) + 1
        clause = low[begin : modal.start()].strip()
        if _DONE.search(clause) or _FOR_REASON.match(clause):
            continue
        if not clause and _TOPIC.match(low) and begin < 160:
            return True
        if modal.group() != "sẽ" and _TOPIC.match(clause) and len(clause.split()) < 9:
            return True
        said = _said(clause)
        if said == len(clause) and clause:
            return True
        clause = clause[said:].strip()
        if _RELATIVE.search(clause):
            continue
        if told.open and clause and len(clause.split()) < 9 and not _PEOPLE.search(clause):
            return True
        if _subject(clause) is not None or _WORK.search(low[:begin] + clause):
            return True
    return False


def _said(clause: str) -> int:
    """Where the words about a speaker end in `clause`; 0 where nobody speaks."""
    if not words("titles").search(clause):
        return 0
    ends = [found.end() for found in words("setting", "saying").finditer(clause)]
    ends += [found.end() for found in words("setting", "asking").finditer(clause)]
    return max(ends, default=0)


def _is_named(low: str, planned: str | None) -> bool:
    """Does the sentence name a time to come?"""
    return bool(words("planned").search(low)) or bool(planned and f"năm {planned}" in low)


def _timely(low: str, planned: str | None) -> bool:
    """Does a clause open with a time to come and go on with what is to be done?"""
    for when in words("planned").finditer(low, 0, 220):
        if not _CLAUSE_START.search(low, 0, when.start()):
            continue
        comma = low.find(",", when.end(), when.end() + 12)
        modal = _MODAL.match(low, when.end() + 1)
        if (modal and starts_with_verb(low[modal.end() : modal.end() + 60])) or (
            comma >= 0 and _goes_on(low, comma + 1)
        ):
            return True
    for when in _DATED.finditer(low, 0, 220):
        if (when["year"] is None or when["year"] == planned) and _goes_on(low, when.end()):
            return True
    return False


def _goes_on(low: str, position: int) -> bool:
    """Is something to be done told from `position` on, and not as done already?"""
    rest = low[position : position + 160].lstrip()
    if _DONE.search(rest[:90]):
        return False
    if starts_with_verb(rest):
        return True
    return (_subject(rest) is not None or rest.startswith("ngoài ")) and _directive_within(
        rest, 130
    )


def _clauses(layout: Layout, sentence: Span, announced: int | None) -> Iterator[Span]:
    """The tasks of one sentence: parted by `;` where the second clause opens as a task does.

    What follows a task's own colon stays in it; what follows an announcement's colon is the tasks.
    """
    text, low = layout.text, layout.low[sentence.start : sentence.end]
    begin = sentence.start + (announced or 0)
    count = told_count(low[:announced]) if announced else None
    told = count is not None and text.count(";", begin, sentence.end) == count - 1
    colon = low.find(":", announced or 0)
    limit = sentence.start + colon if colon >= 0 else sentence.end
    stop = text.find(";", begin, limit)
    while stop >= 0:
        if told or opens_task(layout.low[stop + 1 : stop + 160].lstrip()):
            yield _trim(text, begin, stop + 1)
            begin = stop + 1
        stop = text.find(";", stop + 1, limit)
    yield _trim(text, begin, sentence.end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _without_leads(layout: Layout, found: list[Span]) -> list[Span]:
    """`found` without what the article's lead says beforehand of a later task."""
    if not found:
        return found
    limit = layout.parts[0].end
    later = [set(layout.low[s.start : s.end].split()) for s in found if s.start >= limit]
    kept: list[Span] = []
    for span in found:
        own = set(layout.low[span.start : span.end].split())
        if span.start < limit and any(len(own & other) >= 0.6 * len(own) for other in later):
            continue
        kept.append(span)
    return kept
