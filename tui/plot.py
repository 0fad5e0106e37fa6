"""Values over time as lines of text, for both faces: results joined by a line, targets as points.

plotext draws; what it returns is stripped of all that a terminal would obey, and where signs are
ASCII its axes are too.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock

from archive.period import Period

Point = tuple[Period, float]

LEAST = (24, 6)
"""Cells across and down below which there is no plot."""

_DRAWING = Lock()  # plotext has one figure for the whole program
_AXES = str.maketrans("┌┐└┘─│├┤┬┴┼", "++++-|+++++")
_TICKS = 4


@dataclass(frozen=True, slots=True)
class Look:
    """How a plot is drawn: the signs of results and targets, and whether all is ASCII."""

    result: str
    target: str
    ascii_only: bool


def plot(
    results: Sequence[Point],
    targets: Sequence[Point],
    size: tuple[int, int],
    look: Look,
    number: Callable[[float], str],
) -> list[str]:
    """The lines of a plot in at most `size` cells; none where there is less room than LEAST or
    fewer than two points. `number` writes a value on the axis.
    """
    width, height = size
    every = [*results, *targets]
    if width < LEAST[0] or height < LEAST[1] or len(every) < 2:
        return []
    periods = sorted({period for period, _ in every})
    ticks = nice_ticks([value for _, value in every])
    with _DRAWING:
        import plotext

        plotext.clear_figure()
        plotext.limit_size(False, False)  # noqa: FBT003 - plotext takes them by place
        plotext.plot_size(width, height)
        plotext.theme("clear")
        plotext.xlim(periods[0].start - 1, max(periods[-1].start, periods[0].start + 1) + 1)
        plotext.ylim(ticks[0], ticks[-1])
        for points, sign in ((targets, look.target), (results, look.result)):
            if points:
                xs, ys = [p.start for p, _ in points], [value for _, value in points]
                if points is results and len(points) > 1:
                    plotext.plot(xs, ys, marker="." if look.ascii_only else "braille")
                plotext.scatter(xs, ys, marker=sign)
        shown = thinned(periods, width - 12)
        plotext.xticks([period.start for period in shown], [str(period) for period in shown])
        plotext.yticks(ticks, [number(tick) for tick in ticks])
        drawn: str = plotext.uncolorize(plotext.build())
    plain = "".join(char if char.isprintable() or char == "\n" else "" for char in drawn)
    lines = [line.rstrip() for line in plain.rstrip("\n").split("\n")]
    return [line.translate(_AXES) for line in lines] if look.ascii_only else lines


def thinned(periods: Sequence[Period], width: int) -> list[Period]:
    """Those of `periods` whose names find room in `width` cells, the first and every so-manieth."""
    room = max(len(str(period)) for period in periods) + 2
    step = max(1, math.ceil(len(periods) * room / max(width, 1)))
    return list(periods[::step])


def nice_ticks(values: Sequence[float]) -> list[float]:
    """Round numbers in equal steps, from below the least value to above the largest."""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - max(abs(low) / 10, 1), high + max(abs(high) / 10, 1)
    raw = (high - low) / (_TICKS - 1)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw)
    first = math.floor(low / step)
    last = math.ceil(high / step)
    return [round(place * step, 6) for place in range(first, last + 1)]
