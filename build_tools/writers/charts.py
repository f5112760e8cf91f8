"""Small multiples of an indicator table, baseline → target, as SVG that is the same on every machine.

Only rows with a number in both columns are drawn; every panel has its own scale, so panels must not be compared by length.
The drawing takes its colours from the page; `<title>` and `<desc>` say in words what it shows.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from ..model.facts import Indicator

NUMBER = re.compile(r"^(-?\d+(?:\.\d+)?)")
WIDTH, HEIGHT = 240, 84
LEFT, RIGHT = 8, 150  # where bars begin and how long the longest is


class Panel(NamedTuple):
    name: str
    unit: str
    baseline: str
    target: str
    years: tuple[str, str]


def panels(indicators: tuple[Indicator, ...]) -> list[Panel]:
    """Rows with a number in both columns: “18” → “30左右”; not 完成市下达指标, and not “[150]”: a sum of years is no level to set beside one year."""
    return [
        Panel("，".join(filter(None, (i.name, i.breakdown))), i.unit, i.baseline, i.target, (i.baseline_year, i.target_year))
        for i in indicators
        if NUMBER.match(i.baseline) and NUMBER.match(i.target) and not i.cumulative
    ]


def draw(found: list[Panel], describe: str) -> str:
    """A drawing for each panel; `describe` is a sentence with {name} {unit} {before} {from_year} {after} {to_year}."""
    return "\n".join(draw_panel(panel, number, describe) for number, panel in enumerate(found, 1))


def amounts(panel: Panel) -> list[float]:
    """Lengths of the two bars: “30左右” → 30.0"""
    return [float(NUMBER.match(value)[1]) for value in (panel.baseline, panel.target)]


def sentence(panel: Panel, describe: str) -> str:
    return describe.format(name=panel.name, unit=panel.unit, before=panel.baseline, after=panel.target, from_year=panel.years[0], to_year=panel.years[1])


def draw_panel(panel: Panel, number: int, describe: str) -> str:
    values = amounts(panel)
    most = max(map(abs, values)) or 1
    said = sentence(panel, describe)
    name = panel.name if len(panel.name) <= 16 else panel.name[:15] + "…"
    return "".join(
        (
            f'<svg class="pr-chart" role="img" aria-labelledby="chart-{number}-title chart-{number}-desc" viewBox="0 0 {WIDTH} {HEIGHT}" xmlns="http://www.w3.org/2000/svg">',
            f'<title id="chart-{number}-title">{escape(panel.name)}</title><desc id="chart-{number}-desc">{escape(said)}</desc>',
            f'<text class="pr-chart-name" x="{LEFT}" y="18">{escape(name)}<tspan class="pr-chart-unit"> {escape(panel.unit)}</tspan></text>',
            *(bar(n, value, words, label, most) for n, (value, words, label) in enumerate(zip(values, (panel.baseline, panel.target), panel.years))),
            "</svg>",
        )
    )


def bar(place: int, value: float, words: str, label: str, most: float) -> str:
    top = 30 + place * 24
    length = f"{max(1.0, abs(value) / most * RIGHT):.1f}".rstrip("0").rstrip(".")
    kind = ("pr-chart-before", "pr-chart-after")[place]
    return (
        f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{length}" height="16"/>'
        f'<text class="pr-chart-value" x="{float(length) + LEFT + 4:.1f}" y="{top + 12}">{escape(words)}<tspan class="pr-chart-unit"> {escape(label)}</tspan></text>'
    )
