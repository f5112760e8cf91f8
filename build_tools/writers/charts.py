"""Small multiples of an indicator table, baseline → target, as SVG that is the same on every machine.

Only rows with a number in both columns are drawn; every panel has its own scale, so panels must not be compared by length.
The drawing takes its colours from the page; `<title>` and `<desc>` say in words what it shows.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from ..model.facts import Indicator

NUMBER = re.compile(r"^\[?(-?\d+(?:\.\d+)?)\]?")
WIDTH, HEIGHT, COLUMNS = 240, 92, 2
LEFT, RIGHT = 8, 150  # where bars begin and how long the longest is


class Panel(NamedTuple):
    name: str
    unit: str
    baseline: str
    target: str
    years: tuple[str, str]


def panels(indicators: tuple[Indicator, ...]) -> list[Panel]:
    """Rows with a number in both columns: “18” → “30左右”, “30” → “[150]”; text such as 完成市下达指标 is no number."""
    return [
        Panel("，".join(filter(None, (i.name, i.breakdown))), i.unit, i.baseline, i.target, (i.baseline_year, i.target_year))
        for i in indicators
        if NUMBER.match(i.baseline) and NUMBER.match(i.target)
    ]


def draw(found: list[Panel], title: str, describe: str) -> str:
    """One SVG with all panels; `describe` is a sentence for each with {name} {unit} {before} {from_year} {after} {to_year}."""
    rows = -(-len(found) // COLUMNS)
    said = " ".join(
        describe.format(name=p.name, unit=p.unit, before=p.baseline, after=p.target, from_year=p.years[0], to_year=p.years[1]) for p in found
    )
    lines = [
        f'<svg class="pr-chart" role="img" aria-labelledby="chart-title chart-desc" viewBox="0 0 {WIDTH * COLUMNS} {HEIGHT * rows}" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="chart-title">{escape(title)}</title>',
        f'<desc id="chart-desc">{escape(said)}</desc>',
        *(draw_panel(panel, WIDTH * (n % COLUMNS), HEIGHT * (n // COLUMNS)) for n, panel in enumerate(found)),
        "</svg>",
    ]
    return "\n".join(lines)


def draw_panel(panel: Panel, x: int, y: int) -> str:
    values = [float(NUMBER.match(value)[1]) for value in (panel.baseline, panel.target)]
    most = max(map(abs, values)) or 1
    bars = [bar(n, value, words, label, most) for n, (value, words, label) in enumerate(zip(values, (panel.baseline, panel.target), panel.years))]
    name = panel.name if len(panel.name) <= 16 else panel.name[:15] + "…"
    return f'<g transform="translate({x} {y})"><text class="pr-chart-name" x="{LEFT}" y="18">{escape(name)}<tspan class="pr-chart-unit"> {escape(panel.unit)}</tspan></text>{"".join(bars)}</g>'


def bar(place: int, value: float, words: str, label: str, most: float) -> str:
    top = 30 + place * 24
    length = f"{max(1.0, abs(value) / most * RIGHT):.1f}".rstrip("0").rstrip(".")
    kind = ("pr-chart-before", "pr-chart-after")[place]
    return (
        f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{length}" height="16"/>'
        f'<text class="pr-chart-value" x="{float(length) + LEFT + 4:.1f}" y="{top + 12}">{escape(words)}<tspan class="pr-chart-unit"> {escape(label)}</tspan></text>'
    )
