"""By when the promises of the plans are due, as one picture: a row a plan, a circle a year, its area the number of
promises that name this year.

An SVG that is the same on every machine; the years keep their distances, and `<desc>` says in words what is drawn.
"""

from __future__ import annotations

from collections import Counter
from html import escape
from math import sqrt
from typing import NamedTuple

from ...model.edition import Plan
from ...model.shown import CHINESE, holds_chinese
from ...model.translation import _
from .layout import Say

WIDTH, ROW, TOP, FOOT = 440, 76, 34, 26
LEFT, RIGHT = 36, 36  # where the first year stands, and how much room is left behind the last
LARGEST, SMALLEST = 22.0, 3.0  # radius of the circle with most promises, and of the least that the eye still finds
MOST_PLANS = 4  # with more plans, a page shows its own only
TITLE = _("句中写明年份的目标，按年")
ROW_SAID = _("{plan}：{years}。")
YEAR_SAID = _("{year}年 {n} 个")


class Row(NamedTuple):
    """A plan's short name, and how many promises name each year; `own`: the plan of the page."""

    name: str
    own: bool
    years: dict[int, int]


def rows_of(plans: tuple[Plan, ...], own: Plan) -> list[Row]:
    """The page's plan and the others; a plan without a dated promise has no row."""
    shown = [plan for plan in plans if plan is own or len(plans) <= MOST_PLANS]
    rows = [Row(plan.card.short, plan is own, dated(plan)) for plan in shown]
    return [row for row in rows if row.years]


def dated(plan: Plan) -> dict[int, int]:
    """Year → promises whose sentence names it; what is due at the plan's end because nothing else is said is left
    out."""
    counts = Counter(target.by_year for target in plan.targets if target.by_basis == "explicit_year")
    return dict(sorted(counts.items()))


def draw(rows: list[Row], say: Say) -> str:
    """The picture; empty where fewer than two years are named in all."""
    years = sorted({year for row in rows for year in row.years})
    if len(years) < 2:
        return ""
    most = max(n for row in rows for n in row.years.values())
    height = TOP + ROW * len(rows) + FOOT
    said = " ".join(sentence(row, say) for row in rows)
    return "".join(
        (
            f'<svg class="pr-time" role="img" aria-labelledby="time-title time-desc" viewBox="0 0 {WIDTH} {height}" ',
            'xmlns="http://www.w3.org/2000/svg">',
            f'<title id="time-title">{plain(say(TITLE))}</title><desc id="time-desc">{plain(said)}</desc>',
            *(row_drawn(row, at, years, most) for at, row in enumerate(rows)),
            *(year_named(year, years, height) for year in named(years)),
            "</svg>",
        )
    )


def row_drawn(row: Row, at: int, years: list[int], most: int) -> str:
    middle = TOP + ROW * at + ROW // 2
    circles = "".join(
        f'<circle cx="{place(year, years):.1f}" cy="{middle}" r="{radius(n, most):.1f}"/>'
        f'<text class="pr-time-number" x="{place(year, years):.1f}" y="{middle + radius(n, most) + 15:.1f}">{n}</text>'
        for year, n in row.years.items()
    )
    kind = "pr-time-own" if row.own else "pr-time-other"
    language = f' lang="{CHINESE}"' if holds_chinese(row.name) else ""
    return (
        f'<g class="{kind}"><text class="pr-time-name"{language} x="4" y="{middle - 24}">{plain(row.name)}</text>'
        f'<line x1="{LEFT - 16}" y1="{middle}" x2="{WIDTH - 8}" y2="{middle}"/>{circles}</g>'
    )


def year_named(year: int, years: list[int], height: int) -> str:
    return f'<text class="pr-time-year" x="{place(year, years):.1f}" y="{height - 8}">{year}</text>'


def named(years: list[int]) -> list[int]:
    """Years with room for their number: the last is always said, and none nearer than 38 units to the one after it."""
    out = [years[-1]]
    for year in reversed(years[:-1]):
        if place(out[-1], years) - place(year, years) >= 38:
            out.append(year)
    return out[::-1]


def place(year: int, years: list[int]) -> float:
    return LEFT + (year - years[0]) / (years[-1] - years[0]) * (WIDTH - LEFT - RIGHT)


def radius(n: int, most: int) -> float:
    """Areas compare: four times as many promises have twice the radius."""
    return max(SMALLEST, LARGEST * sqrt(n / most))


def sentence(row: Row, say: Say) -> str:
    """甲县：2027年 3 个、2030年 92 个。"""
    years = say(_("、")).join(say(YEAR_SAID).format(year=year, n=n) for year, n in row.years.items())
    return say(ROW_SAID).format(plan=row.name, years=years)


def plain(words: str) -> str:
    return escape(words)
