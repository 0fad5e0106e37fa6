"""Bodies told by their sector or its work alone: whose commission a conference on that work is."""

import re
from functools import cache
from typing import Any

from archive.reading.levels import committee_levels
from archive.reading.organ import Organ
from archive.reading.times.conference import Naming
from archive.reading.weighing import Seen
from archive.reading.wordlist import anywhere
from archive.registry import load

_SURE = 9.0
_ENOUGH = 3.2
_CENTRE = "Trung ương"
_NATIONAL = re.compile(r"toàn quốc|cả nước")


def of_the_place(folded: str, seen: list[Seen]) -> list[Seen]:
    """`seen`, where nobody of the centre is named and nothing says that the whole country met, with
    a sector named without its place as the commission of the committee whose people are.
    """
    if not any(one.organ.sector and one.organ.level == "central" for one in seen):
        return seen
    own = _own_committee(seen)
    centre = any(one.organ.level == "central" and not one.organ.sector for one in seen)
    if own in (None, _CENTRE) or centre or _NATIONAL.search(folded):
        return seen
    found = []
    for one in seen:
        organ = one.organ
        if organ.sector and organ.level == "central" and organ.commission:
            stem, level = f"{organ.commission} {own}", committee_levels()[str(own)]
            organ = organ._replace(stem=stem, level=level, sector=False)
        found.append(one._replace(organ=organ))
    return found


def told_by_work(folded: str, namings: tuple[Naming, ...], seen: list[Seen]) -> list[Seen]:
    """Bodies told by the work alone: "hội nghị toàn quốc tổng kết công tác dân vận"."""
    found: list[Seen] = []
    for naming in namings:
        clause = _clause(folded, naming)
        said = naming.said(folded)
        where = said.start, said.end
        everywhere = _NATIONAL.search(clause) is not None
        if everywhere and (board := _whose_country(clause)):
            found.append(Seen(Organ(*where, board, "central", commission=board), _SURE))
            continue
        row = _whose_work(clause)
        if row is None:
            continue
        whole = everywhere or any(
            one.chair and one.organ.level == "central" and one.organ.commission == row["name"]
            for one in seen
        )
        own = _CENTRE if whole else _first_of(row["name"], seen) or _own_committee(seen)
        if own == _CENTRE:
            sector = row.get("national")
            stem = sector or f"{row['name']} {_CENTRE}"
            organ = Organ(*where, stem, "central", commission=row["name"], sector=bool(sector))
            found.append(Seen(organ, _SURE if whole else _ENOUGH))
        elif own:
            stem = f"{row['name']} {own}"
            organ = Organ(*where, stem, committee_levels()[own], commission=row["name"])
            found.append(Seen(organ, _ENOUGH))
    return list({one.organ.stem: one for one in reversed(found)}.values())


def is_national(folded: str, naming: Naming) -> bool:
    """Does the conference's name say that the whole country met?"""
    return _NATIONAL.search(_clause(folded, naming)) is not None


def _clause(folded: str, naming: Naming) -> str:
    clause = folded[max(0, naming.start - 60) : min(naming.end, naming.start + 160)]
    return clause.rsplit("\n", 1)[-1] if clause.find("\n") < 60 else clause


def _whose_country(clause: str) -> str | None:
    """Whose work a conference of the whole country reviews, beside the commissions."""
    rows = load("bodies")["national"]
    return next((row["name"] for row in rows if any(work in clause for work in row["work"])), None)


def _whose_work(clause: str) -> dict[str, Any] | None:
    """The commission whose work `clause` names."""
    if _work().search(clause) is None:
        return None
    rows: list[dict[str, Any]] = load("bodies")["commission"]
    return next(row for row in rows if any(work in clause for work in row["work"]))


@cache
def _work() -> re.Pattern[str]:
    """The work of any commission."""
    return re.compile(
        anywhere(work for row in load("bodies")["commission"] for work in row["work"])
    )


def _first_of(commission: str, seen: list[Seen]) -> str | None:
    """The kind of committee whose `commission` the page names first: people of others come, too."""
    first = next((one.organ for one in seen if one.organ.commission == commission), None)
    rank = first.stem.removeprefix(f"{commission} ") if first else None
    return rank if rank in committee_levels() else None


def _own_committee(seen: list[Seen]) -> str | None:
    """The kind of committee that the page's people belong to."""
    ranks = committee_levels()
    votes: dict[str, int] = {}
    for one in seen:
        rank = " ".join(one.organ.stem.rsplit(maxsplit=2)[-2:])
        if rank in ranks:
            # People of the centre visit everywhere: it is theirs only where nobody else is named.
            votes[rank] = votes.get(rank, 0) + (1 if rank == _CENTRE else 100)
    return max(votes, key=votes.__getitem__, default=None)
