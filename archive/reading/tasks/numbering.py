"""Which mark comes next in a list: the very next number, or what people write in its place."""

from archive.reading.tasks.marks import BULLETS, LAST, Mark

_MAX_SKIP = 2
# Forms that a writer may change between within one list.
COUNTERS = frozenset({"n.", "n)", "(n)", "n/", "n:", "n-", "n–", "n", "la", "thu", "noun", "○n"})


def number_next(kind: str, last: int, mark: Mark, fit: int, *, inside: bool) -> int | None:
    """The number that `mark` has as the item after number `last` of a list under marks of the form
    `kind`, if it is that; `inside` tells that the list stands within a paragraph.

    `fit` says how well it must fit: 0 is the very next number in the same form, 1 lets numbers be
    left out or the form change, 2 lets a number be said twice, or come early or late as in a list
    that was laid out in two columns.
    """
    for form, number in mark.readings:
        if form == LAST:
            worded = kind in ("la", "thu") and inside == mark.inside
            return last + 1 if worded else None
        step = number - last
        if form == kind:
            if form in BULLETS:
                return 0 if fit == 0 and inside == mark.inside else None
            if 0 < step <= (_MAX_SKIP + 1 if fit else 1):
                return number
            if fit == 2 and number > 1 and (step == 0 or not mark.inside):
                return number
        alike = {form, kind} <= COUNTERS and mark.inside == inside
        if fit and alike and step == 1 < number:
            return number
    return None
