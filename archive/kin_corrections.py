"""Corrections of what a report belongs with: it is no reprint, or not on the conference of another.

They are kept in the report's own file, the other one by its id; `kinship` heeds them both ways.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from archive.errors import WrongCorrection

NOT_REPRINT, APART = "not_reprint", "apart_from"
KIN_FIELDS = (NOT_REPRINT, APART)
KIN_CORRECTS = {NOT_REPRINT: "reprint", APART: "event"}
"""What of the report is corrected."""


class Said(NamedTuple):
    """What a person said of a report: it is an article of its own, and on another conference than
    each of these reports.
    """

    own: bool = False
    apart: frozenset[str] = frozenset()


NOTHING = Said()


def enter_kin(
    report_id: str | None, corrections: dict[str, object], field: str, said: Iterable[str]
) -> None:
    """Put what is `said` of a field of KIN_FIELDS into `corrections`: of APART the ids of reports.

    Raises WrongCorrection (`apart-itself`).
    """
    if field == NOT_REPRINT:
        corrections[field] = True
        return
    others = list(dict.fromkeys([*_ids(corrections.get(field)), *said]))
    if report_id in others:
        raise WrongCorrection("apart-itself", id=report_id)
    corrections[field] = others


def is_kin(field: str, said: object) -> bool:
    """Does what is kept for a field of KIN_FIELDS say anything?"""
    return said is True if field == NOT_REPRINT else bool(_ids(said)) and isinstance(said, list)


def kin_said(corrections: Mapping[str, object]) -> Said:
    """What `corrections` say of the report's kin; nonsense says nothing."""
    return Said(
        is_kin(NOT_REPRINT, corrections.get(NOT_REPRINT)),
        frozenset(_ids(corrections.get(APART))),
    )


def _ids(kept: object) -> list[str]:
    return [one for one in kept if isinstance(one, str)] if isinstance(kept, list) else []
