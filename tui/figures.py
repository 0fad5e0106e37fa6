"""A body's figures over time, for both faces: asked for, put into words, drawn."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from archive.report import Figure
from tui.catalogue import Catalogue
from tui.library import Library
from tui.plot import Look, plot
from tui.widgets.signs import sign

if TYPE_CHECKING:
    from archive.comparing.indicators import Indicator, Step


def indicators_of(library: Library, body: str) -> "tuple[Indicator, ...]":
    """The indicators of `body` (see `following.body_named`) through its reports."""
    from archive.comparing.indicators import indicators
    from tui.library.following import reports_of

    return indicators(reports_of(library, body))


def number_told(value: float, words: Catalogue) -> str:
    """A number as the language writes it: thousands grouped, at most two decimals."""
    whole = f"{value:,.2f}".rstrip("0").rstrip(".")
    point, comma = words("screen.common.point"), words("screen.common.thousands")
    return whole.replace(",", "\0").replace(".", point).replace("\0", comma)


def value_told(figure: Figure, words: Catalogue, *, percent: bool) -> str:
    """A figure as a cell shows it: "1.462", "24/25", "23,6%"."""
    value = number_told(figure.value, words)
    if percent:
        return f"{value}%"
    return value if figure.of is None else f"{value}/{number_told(figure.of, words)}"


def signed(value: float, words: Catalogue) -> str:
    """A difference with its sign; nought has none."""
    sign_ = "+" if value > 0 else "-" if value < 0 else ""
    return f"{sign_}{number_told(abs(value), words)}"


def step_told(step: "Step", words: Catalogue, *, percent: bool) -> str:
    """How far it is from one point to the next: "+44 (+3,1%)", "-1,4" in points."""
    difference = signed(step.difference, words)
    if percent:
        return words("figures.points", value=difference)
    if step.share is None:
        return difference
    share = round(100 * step.share, 1)
    return f"{difference} ({signed(share, words)}%)" if step.difference else difference


def title_of(indicator: "Indicator", words: Catalogue) -> str:
    """What is counted, and over how long: "Kết nạp đảng viên · 6 tháng"."""
    months = indicator.months
    known = {12: "year", 6: "half", 3: "quarter", 9: "nine", 60: "term"}
    length = words(f"figures.{known.get(months, 'months')}", count=months)
    return f"{indicator.name}{' (%)' if indicator.percent else ''} · {length}"


def plot_of(
    indicator: "Indicator", size: tuple[int, int], words: Catalogue, *, ascii_only: bool
) -> Sequence[str]:
    """The plot of an indicator in `size` cells, no lines where there is nothing to draw."""
    look = Look(
        sign("stated", ascii_only=ascii_only), sign("aimed", ascii_only=ascii_only), ascii_only
    )
    results, targets = (
        [(point.period, point.value) for point in points]
        for points in (indicator.results, indicator.targets)
    )
    return plot(results, targets, size, look, lambda value: number_told(value, words))
