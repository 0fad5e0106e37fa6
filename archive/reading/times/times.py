"""Three times kept apart: when the page was published, when the event was held, which periods
are reviewed and planned. They are read together because each can give the other its year.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from archive.period import YEAR, Period
from archive.reading.page import Page
from archive.reading.page.stamps import find_stamps
from archive.reading.times.border import find_beside, find_border
from archive.reading.times.conference import Naming, find_namings, lead
from archive.reading.times.congress import CONGRESS, find_congress
from archive.reading.times.days import (
    find_event,
    for_days,
    guessed,
    is_published,
    is_term,
    mended,
)
from archive.reading.times.halfway import is_halfway, term_told
from archive.reading.times.held import find_held
from archive.reading.times.neighbours import follows
from archive.reading.times.periods import Mention
from archive.reading.times.plans import (
    ended,
    find_report,
    is_conference,
    opening,
    rest_of_year,
    slip,
    told_before,
    told_next,
    told_outside,
)
from archive.reading.times.regular import Months, by_day, own_month, told_months
from archive.reading.times.told import Told, meant, resolved
from archive.reading.times.years import with_year
from archive.report import Found, Section, Span

SLIP = "planned-year-slip"
_ENOUGH = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """What was read of the times; `kind` as in DOMAIN (`annual`, `half-year`, … `none`).

    `flags` are `planned-year-slip` (the plan was written with the year reviewed, and is read as
    the next) and `event-year-slip` (the day was written with the year before the page's own).
    """

    published: Found[date] | None = None
    event: Found[date] | None = None
    reviewed: Found[Period] | None = None
    planned: Found[Period] | None = None
    kind: Found[str] | None = None
    flags: tuple[str, ...] = ()


def find_times(page: Page, sections: tuple[Section, ...], *, published: date | None) -> Times:
    """Read all times of `page`; `published` is the date that a field of the file gives."""
    stamps = find_stamps(page)
    given = Found(published, Span(0, 0)) if published else stamps.published
    namings = find_namings(page)
    conference = is_conference(page, namings)
    held = [one for one in find_held(page) if one.named or conference]
    tasks = tuple(section for section in sections if section.role == "tasks")
    reviewed, planned = _told(page, namings, tasks) if conference else (None, None)
    flags: list[str] = []

    known = for_days(reviewed.mention if reviewed else None, meant(reviewed, planned))
    event = find_event(held, known, given.value if given else None)
    if given is None and stamps.clock and is_published(stamps.clock.value, held, event):
        given = stamps.clock
        event = event or find_event(held, known, given.value)
    if event is None and conference:
        event = find_event(find_beside(page), known, given.value if given else None)
    if event is None and given is None and conference:
        event = guessed(page, held)
    event = mended(event, known[0], given, flags)
    seen = event.value if event else given.value if given else None
    if planned and reviewed is None and seen and _is_half_over(planned.mention, seen):
        planned = None  # "mục tiêu của năm 2016", told in August
    if seen and (own := _open_month(page, namings, conference=conference)):
        months = by_day(own, seen)
        reviewed, planned = _each(months, 0.7)
    congress = conference and reviewed is None and find_congress(page) is not None
    if conference and reviewed is None and seen and not congress:
        if mention := opening(page, seen):
            reviewed = Told(mention, 0.7)
        elif (mention := ended(page, seen)) and not (
            planned and _is_same(mention, planned.mention)
        ):
            reviewed = Told(mention, 0.6)
    past, coming = resolved(page, reviewed, planned, seen)
    if past is None and coming and seen and coming.value.after <= seen:
        past, coming = coming, None  # "giao ban quý II" in July
    coming = _next(page, past, coming, flags)
    if event is None:
        known = past.value if past else None, coming.value if coming else None
        event = find_event(held, known, None)
    return Times(
        published=given,
        event=event,
        reviewed=past,
        planned=coming,
        kind=_kind(page, namings, reviewed, planned, past) if conference else None,
        flags=tuple(flags),
    )


def _told(
    page: Page, namings: tuple[Naming, ...], tasks: tuple[Section, ...]
) -> tuple[Told | None, Told | None]:
    """The mentions that tell what is reviewed and what is planned."""
    ranked = sorted(namings, key=lambda naming: (naming.document, -naming.strength))
    report = _report(page, namings)
    if report:  # what stands first tells of this conference
        first = all(report.end < naming.start for naming in namings)
        ranked.insert(0 if first else len(ranked), report)
    reviewed = _best([naming.reviewed for naming in ranked])
    planned = _best([naming.planned for naming in ranked if _fits(reviewed, naming.planned)])
    if reviewed and not (planned and planned.known):
        reviewed = with_year(page, reviewed)
    if reviewed and reviewed.term and planned is None and (congress := find_congress(page)):
        planned = congress.planned if congress.reviewed else None
    sure = 0.75 if report else 0.96
    past = Told(reviewed, sure) if reviewed else None
    coming = Told(planned, sure) if planned else None
    if own := own_month(namings):
        return _each(_months(page, namings, own), 0.9)
    if is_halfway(page, namings):
        term = reviewed if reviewed and reviewed.term else term_told(page)
        return Told(term, 0.75) if term else None, coming
    if ranked and all(naming.document or naming.head == CONGRESS for naming in ranked):
        return past, coming
    past = past or _looked_back_on(page, planned)
    coming = coming or _set(page, past, tasks)
    if past is None and coming and (before := next(told_before(page, coming.mention), None)):
        past = Told(before, 0.7)
    return past, coming


def _looked_back_on(page: Page, planned: Mention | None) -> Told | None:
    """What the article looks back on where nothing that names the conference tells it."""
    found = _fit(_unplanned(page, planned), None)
    if found is None and planned:
        found = next(told_before(page, planned), None)
    return Told(found, 0.75) if found else None


def _set(page: Page, past: Told | None, tasks: tuple[Section, ...]) -> Told | None:
    """What the article plans for, behind `past`, where nothing that names the conference tells."""
    ahead = told_outside(page, ahead=True, tasks=tasks)
    if found := _fit(ahead, past.mention if past else None):
        return Told(found, 0.8)
    if past is None:
        return None
    border = find_border(page)
    if border and border.planned and _is_same(past.mention, border.reviewed):
        return Told(border.planned, 0.85)
    if found := rest_of_year(page, past.mention):
        return Told(found, 0.8)
    found = _fit(told_next(page, past.mention), past.mention)
    return Told(found, 0.75) if found else None


def _report(page: Page, namings: tuple[Naming, ...]) -> Naming | None:
    """What tells the conference beside `namings`, where these tell nothing of its periods."""
    if not namings:
        return find_report(page)
    first = min(one.start for one in namings)
    if first >= lead(page)[:2][-1].end and (border := find_border(page)) and border.end < first:
        return border
    if all(not (one.reviewed or one.planned or one.document) for one in namings):
        # "Tại Đại hội, ông A đánh giá tổng kết …": what is summed up there is the congress's term.
        return find_border(page) or find_congress(page)
    return None


def _unplanned(page: Page, planned: Mention | None) -> Iterator[Mention]:
    """The periods that the article looks back on, without the one that is `planned` for."""
    known = planned.known if planned else None
    for mention in told_outside(page, ahead=False):
        if known is None or mention.known != known:
            yield mention


def _months(page: Page, namings: tuple[Naming, ...], own: Mention) -> Months:
    """The months that the meeting of the month `own` looks back on and plans for."""
    for naming in namings:
        if naming.reviewed and naming.planned and follows(naming.reviewed, naming.planned):
            return Months(naming.reviewed, naming.planned)
    told = [one for one in told_outside(page, ahead=False) if one.months == 1]
    back = next((one for one in told if one.first != own.first), None)
    ahead = [naming.planned for naming in namings if naming.planned]
    ahead += [one for one in told_outside(page, ahead=True) if one.months == 1][:1]
    return told_months(own, back, next((one for one in ahead if one.months == 1), None))


def _each(months: Months, sure: float) -> tuple[Told | None, Told | None]:
    return (
        Told(months.reviewed, sure) if months.reviewed else None,
        Told(months.planned, sure) if months.planned else None,
    )


def _is_half_over(mention: Mention, seen: date) -> bool:
    """Is it a year of which half has gone by on the day `seen`?"""
    year = mention.known if mention.months == YEAR else None
    return year is not None and not is_term(year) and seen >= Period.half(year.year, 2).first_day


def _is_same(one: Mention, other: Mention | None) -> bool:
    return other is not None and (one.first, one.months) == (other.first, other.months)


def _open_month(page: Page, namings: tuple[Naming, ...], *, conference: bool) -> Mention | None:
    """The month that a regular meeting is named by, where nothing else on the page tells more."""
    own = own_month(namings) if conference else None
    return own if own and _months(page, namings, own).open else None


def _best(mentions: Iterable[Mention | None]) -> Mention | None:
    """The first mention, with the year that a like one tells where it tells none itself."""
    given = [mention for mention in mentions if mention]
    if not given:
        return None
    first = given[0]
    if first.year is None and first.known is None:
        # "Giao ban quý III", below it "giao ban quý III và 9 tháng năm 2022": one conference.
        wider = (one for one in given[1:] if one.months > first.months and _ends_with(first, one))
        first = next(wider, first)
    if first.shift is not None:
        return next((one for one in given if one.known and one.months == first.months), first)
    if first.year is None and first.term is None:
        for other in given[1:]:
            if (other.first, other.months) == (first.first, first.months) and other.year:
                return first._replace(year=other.year)
    return first


def _ends_with(mention: Mention, other: Mention) -> bool:
    """Is `other`, told in full, a longer part of its year that ends with `mention`?"""
    if other.term or other.known is None or mention.shift is not None or mention.months >= 12:
        return False
    return other.first + other.months == mention.first + mention.months and other.months < 12


def _fit(told: Iterable[Mention], past: Mention | None) -> Mention | None:
    """The first period `told` that can follow `past`, one of its own length before others."""
    fitting: Mention | None = None
    for mention in islice(told, _ENOUGH):
        if mention.vague or (mention.months == 1 and not _is_month_after(past, mention)):
            continue
        if past is None or (_follows(past, mention) and past.months == mention.months):
            return mention
        if fitting is None and _follows(past, mention):
            fitting = mention
    return fitting


def _is_month_after(past: Mention | None, mention: Mention) -> bool:
    """Is a month planned for after another, or right after such a part of its year as has no name
    of its own ("5 tháng đầu năm")?
    """
    if past is None or past.months % 3 == 0:
        return False
    return past.months == 1 or past.first + past.months == mention.first


def _fits(reviewed: Mention | None, planned: Mention | None) -> bool:
    """Can one conference review and plan these? A slip in the year leaves the lengths equal."""
    if reviewed is None or planned is None or reviewed.term or planned.term:
        return True
    return reviewed.months == planned.months or _follows(reviewed, planned)


def _follows(past: Mention, mention: Mention) -> bool:
    """Can `mention` be what is planned after `past`?"""
    if past.term:
        return mention.year is not None and mention.year >= past.term.end // 12
    if mention.shift is not None:
        return mention.shift > 0 and past.months == 12
    if past.months == 12 and mention.months != 12:
        return False
    if past.shift == -1:
        return True  # "năm qua": the year planned for tells which
    year = mention.year or past.year or 2000
    return mention.of(year).start >= past.of(past.year or year).end


def _next(
    page: Page, past: Found[Period] | None, coming: Found[Period] | None, flags: list[str]
) -> Found[Period] | None:
    """The planned period; a slip (the reviewed one again, or one before it) is read as the next."""
    if past is None or is_term(past.value):
        return coming
    if coming is not None and coming.value.months <= 12 and coming.value <= past.value:
        flags.append(SLIP)
        return Found(past.value.successor(), coming.span, 0.7, (coming.value,))
    wrong = slip(page, past.value)
    if wrong:
        flags.append(SLIP)
        if coming is None:
            where = Span(wrong.start, wrong.end)
            return Found(past.value.successor(), where, 0.6, (past.value,))
    return coming


def _kind(
    page: Page,
    namings: tuple[Naming, ...],
    reviewed: Told | None,
    planned: Told | None,
    past: Found[Period] | None,
) -> Found[str] | None:
    """The kind by the reviewed period, else the planned one, else by the conference's word."""
    for told in (reviewed, planned):
        if told:
            kind = past.value.kind if past and told is reviewed else told.mention.kind
            if told.mention.term and not told.mention.named:
                kind = "other"  # "giai đoạn 2008 - 2018": a stage is no term of office
            return Found(kind, Span(told.mention.start, told.mention.end), told.confidence)
    if namings and is_halfway(page, namings):
        return Found("term", Span(namings[0].start, namings[0].end), 0.7)
    report = None if namings else find_report(page)
    named = namings or ((report,) if report else ())
    for naming in named:
        if naming.head == CONGRESS:
            return Found("term", naming.said(page.folded), 0.7)
        if naming.summing and not naming.document:
            return Found("annual", naming.said(page.folded), 0.7)
    if not named:
        return None
    return Found("other", named[0].said(page.folded), 0.5)
