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
from typing import NamedTuple

from archive.reading.page.sentences import sentences
from archive.reading.tasks.ahead import Ahead, looks_back, named
from archive.reading.tasks.announcements import (
    announced_at,
    counts_points,
    exemplifies,
    is_plan,
    only_announces,
    only_counts,
)
from archive.reading.tasks.charges import assigns, takes_up
from archive.reading.tasks.demands import QUOTES, demands
from archive.reading.tasks.floor import Floor, open_floor
from archive.reading.tasks.hearing import hear
from archive.reading.tasks.layout import Layout
from archive.reading.tasks.openers import opens_clause
from archive.reading.tasks.plans import announces_plan, plans_ahead
from archive.reading.tasks.roles import told_count
from archive.reading.tasks.turns import we_will
from archive.reading.tasks.vocabulary import words
from archive.report import Span

_SUBHEAD = 90
_STOPS = '.!?…”"'
# What governs a sentence stands within so many characters of it.
LONGEST = 1500
_FIRST_PERSON = re.compile(
    r"(?:c(?<!\wc)húng t(?:a|ôi)|t(?<!\wt)ôi(?! (?:giao|yêu cầu|phân công)(?!\w)))(?!\w)"
)
# "giao Ban chủ trì" is no "giao ban": only the capital letter tells.
_GIVEN = re.compile(r"giao(?= Ban )(?<!\wgiao)")
# "Đặc biệt đối với người nghèo.", "Đây là vấn đề lớn.": a few words between two demands.
_FRAGMENT = re.compile(r"(?:đặc biệt|nhất là|đây là|đó là|bởi|vì)(?!\w)[^.;:?]{0,90}\W*")
_TELLS_EVENT = re.compile(r"(?<!\w)(?:hội nghị|giao ban|buổi họp|cuộc họp)(?!\w)")


@dataclass(slots=True)
class _Told:
    """Who has the floor, and what the last sentence did: set a task (`open`), list its tasks after
    a colon (`listed`); `announced` tells that one before in its paragraph said that tasks follow,
    `lasting` that tasks are being told, over asides too.
    """

    floor: Floor
    open: bool = False
    announced: bool = False
    listed: bool = False
    lasting: bool = False


def prose_tasks(
    layout: Layout, skipped: Sequence[Span], ahead: Ahead, rank: str | None = None
) -> list[Span]:
    """The sentences, or clauses parted by `;`, of `parts` that set tasks, in text order.

    Where a sentence announces the tasks and lists them after its colon, these alone.
    `skipped` are stretches that set none (results, awards, attendance); `ahead` is the time
    planned for; `rank` the level of the body whose work is reviewed.
    """
    told = _Told(open_floor(layout.low[:2500], rank))
    found: list[Span] = []
    listed: list[Span] = []
    skips = iter(skipped)
    skip = next(skips, None)
    for place, part in enumerate(layout.parts):
        if part.caption:
            continue
        while skip and skip.end <= part.start:
            skip = next(skips, None)
        told.announced = told.floor.quoting = False
        if _is_answer(layout, place):
            break  # what follows is an interview
        role = layout.headings[place]
        if role is None and _is_subhead(layout, place):
            told.open = False
        elif role is not None and layout.low[part.end - 1] != ":":
            told.open = role == "tasks"
        elif skip and skip.start <= part.start:
            told.open = False
        else:
            listing = False
            for sentence in sentences(layout.text, part.start, part.end):
                spans = list(_read(layout, sentence, told, ahead, lead=place == 0))
                found += spans
                # "…: A; B. C. D": a list of clauses goes on with whole sentences.
                listing = (told.listed and len(spans) > 1) or (listing and bool(spans))
                listed += spans if listing else []
    return listed or _without_leads(layout, found)


def _read(
    layout: Layout, sentence: Span, told: _Told, ahead: Ahead, *, lead: bool
) -> Iterator[Span]:
    """The tasks that `sentence` sets; `told` is brought up to date."""
    start, past = sentence
    piece, low = layout.text[start:past][:LONGEST], layout.low[start:past][:LONGEST]
    for found in _GIVEN.finditer(piece) if "giao Ban " in piece else ():
        low = f"{low[: found.end()]}\u2060{low[found.end() + 1 :]}"  # which no rule reads
    speaks = hear(piece, low, told.floor)
    names_it = named(low, ahead)
    if not names_it and looks_back(low, ahead):
        told.open = told.announced = told.lasting = False
        return
    plans = plans_ahead(low, ahead, told.floor.opening)
    announced_ahead = names_it and announces_plan(low, ahead)
    if announced_ahead and not plans:
        told.floor.may = told.floor.heard = True
        told.open = told.announced = not lead
    told.floor.may = told.floor.may or plans
    if not told.floor.may or layout.text[past - 1] == "?":
        told.open = told.lasting = False
        return
    setting = _setting(low, ahead, told, names_it=names_it, plans=plans, lead=lead)
    if setting.sets and only_counts(low):
        told.open = told.announced = True
    elif setting.sets and not _is_personal(low):
        listed = _lists(low, setting.announced, told)
        # What is quoted may be no more than a part of what is said.
        told.listed = listed and low[setting.announced or 0 :].lstrip()[:1] not in QUOTES
        told.open, told.lasting = True, not lead
        yield from _clauses(layout, sentence, setting.announced if listed else None)
    else:
        announces = setting.announces or announced_ahead
        announces = announces or (told.floor.heard and counts_points(low))
        turns = speaks and told.floor.heard and (assigns(low) or _turns_ahead(low, names_it))
        _pass(low, told, announces=not lead and announces, turns=turns, speaks=speaks)


class _Setting(NamedTuple):
    """Does a sentence set tasks, where do those begin that it announces and lists (`announced`),
    and does it say that there are tasks without telling them (`announces`)?
    """

    sets: bool
    announced: int | None
    announces: bool


def _setting(
    low: str, ahead: Ahead, told: _Told, *, names_it: bool, plans: bool, lead: bool
) -> _Setting:
    to_come = names_it or "phương hướng" in low or "trọng tâm" in low
    announced = announced_at(low, ahead) if to_come else None
    announces = to_come and only_announces(low)
    # Behind a task, that one told the time which these are for.
    goes_on = told.open and not to_come and "trong đó" in low and exemplifies(low, counted=True)
    sets = (
        announced is not None
        or (announces and exemplifies(low, counted=False))
        or (goes_on and only_announces(low))
        or plans
        or demands(low, ahead, going_on=told.open, heard=told.floor.heard, lead=lead)
        or (told.lasting and takes_up(low))
        or (told.announced and is_plan(low))
    )
    return _Setting(sets, announced, announces)


def _pass(low: str, told: _Told, *, announces: bool, turns: bool, speaks: bool) -> None:
    """Bring `told` past a sentence that sets no task: it may announce some, or be an aside."""
    aside = told.open and (low[0] in QUOTES or bool(_FRAGMENT.fullmatch(low)))
    told.announced = told.announced or announces
    told.open = aside or announces
    over = speaks or words("governing", "done").search(low) or words("past").match(low)
    told.lasting = announces or turns or (told.lasting and not over)


def _lists(low: str, announced: int | None, told: _Told) -> bool:
    """Are the tasks behind the colon at `announced` all there are? Among other demands "ba việc: …"
    is one demand more.
    """
    if announced is None or low[announced - 1] != ":":
        return False
    return not told.open or words("setting", "naming").search(low, 0, announced) is not None


def _turns_ahead(low: str, names_it: bool) -> bool:
    """Does who speaks turn to what is to come, or have the last word?"""
    if words("governing", "done").search(low):
        return False
    return names_it or words("closing").match(low) is not None


def _is_personal(low: str) -> bool:
    """Does somebody speak of "us", other than to say what the body will do?"""
    us = "chúng t" in low or "tôi" in low
    return us and bool(_FIRST_PERSON.search(low)) and not we_will(low)


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
        if told or opens_clause(layout.low[stop + 1 : stop + 160].lstrip()):
            yield _trim(text, begin, stop + 1)
            begin = stop + 1
        stop = text.find(";", stop + 1, limit)
    yield _trim(text, begin, sentence.end)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end)


def _is_answer(layout: Layout, place: int) -> bool:
    """Does the paragraph at `place` answer the question before it, as in an interview?

    A list may stand behind a question, too; and an article may tell there who asks for what.
    """
    if not place or not _has_dash(layout, place):
        return False
    if layout.text[layout.parts[place - 1].end - 1] != "?" or _has_dash(layout, place + 1):
        return False
    part = layout.parts[place]
    return not words("titles").match(layout.low[part.start : part.end].lstrip("-– "))


def _has_dash(layout: Layout, place: int) -> bool:
    return place < len(layout.parts) and layout.text[layout.parts[place].start] in "-–"


def _is_subhead(layout: Layout, place: int) -> bool:
    """Is the paragraph a few words without a stop between whole ones, as papers head a passage?"""
    start, end, _ = layout.parts[place]
    if end - start > _SUBHEAD or not 0 < place < len(layout.parts) - 1:
        return False
    before, after = layout.parts[place - 1], layout.parts[place + 1]
    stops = (layout.text[before.end - 1], layout.text[after.end - 1])
    last = layout.text[start:end].rstrip('”"')[-1:]  # "Không bổ nhiệm kiểu “quyết toán”"
    return last.isalnum() and stops[0] in _STOPS and stops[1] in _STOPS


def _is_teaser(layout: Layout) -> bool:
    """Does the first paragraph only say beforehand what the article tells, as papers put it?

    Not where it tells of the conference itself, or where the next sentence goes on from it.
    """
    first = layout.parts[0]
    after = layout.low[first.end : first.end + 40].lstrip()
    return not (
        _TELLS_EVENT.search(layout.low, first.start, first.end)
        or after.startswith(("đây là", "đó là", "nội dung này", "yêu cầu này", "chỉ đạo này"))
    )


def _without_leads(layout: Layout, found: list[Span]) -> list[Span]:
    """`found` without what the article's lead says beforehand of a later task."""
    limit = layout.parts[0].end if found else 0
    if not found or found[0].start >= limit:
        return found
    if found[-1].start >= limit and _is_teaser(layout):
        return [span for span in found if span.start >= limit]
    later = [set(layout.low[s.start : s.end].split()) for s in found if s.start >= limit]
    kept: list[Span] = []
    for span in found:
        own = set(layout.low[span.start : span.end].split())
        if span.start < limit and any(len(own & other) >= 0.6 * len(own) for other in later):
            continue
        kept.append(span)
    return kept
