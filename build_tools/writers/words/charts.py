"""Small multiples of an indicator table, baseline → target, as SVG that is the same on every machine.

Only rows with a number in both columns are drawn; every panel has its own scale, so panels must not be compared by
length.
The drawing takes its colours from the page; `<title>` and `<desc>` say in words what it shows.
"""

from __future__ import annotations

import re
from html import escape
from typing import NamedTuple

from ...model.facts import Indicator
from ...model.shown import holds_chinese
from ...model.translation import _
from .layout import Say

NUMBER = re.compile(r"^(?:[A-Za-z ]+ )?(-?\d+(?:,\d{3})*(?:\.\d+)?)")  # 30左右, about 1,030
PIECE = re.compile(r"[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+")  # what a line may end with: a Chinese sign, a word
WIDTH, HEIGHT, LINE = 240, 84, 15
LEFT, RIGHT = 8, 150  # where bars begin and how long the longest is
FULL, HALF = 12.0, 6.6  # how wide a Chinese sign and a Latin letter are
DESCRIBE = _("{name}（{unit}）：{from_year}年{before}，{to_year}年{after}。")
WITHOUT_UNIT = _("{name}：{from_year}年{before}，{to_year}年{after}。")


class Panel(NamedTuple):
    name: str
    unit: str
    baseline: str
    target: str
    years: tuple[str, str]


def panels(indicators: tuple[Indicator, ...], say: Say = str) -> list[Panel]:
    """Rows with a number in both columns: “18” → “30左右”; not 完成市下达指标, and not “[150]”: a sum of years is no level to
    set beside one year."""
    return [
        Panel(
            say(_("，")).join(filter(None, (i.name, i.breakdown))),
            i.unit,
            i.baseline,
            i.target,
            (i.baseline_year, i.target_year),
        )
        for i in indicators
        if NUMBER.match(i.baseline) and NUMBER.match(i.target) and not i.cumulative
    ]


def draw(found: list[Panel], describe: str, without_unit: str) -> str:
    """A drawing for each panel; `describe` is a sentence with {name} {unit} {before} {from_year} {after} {to_year}, the
    other one has no {unit}."""
    return "\n".join(
        draw_panel(panel, number, sentence(panel, describe if panel.unit else without_unit))
        for number, panel in enumerate(found, 1)
    )


def amounts(panel: Panel) -> list[float]:
    """Lengths of the two bars: “30左右” → 30.0; “about 1,030” → 1030.0"""
    found = [NUMBER.match(value) for value in (panel.baseline, panel.target)]
    return [float(match[1].replace(",", "")) for match in found if match]


def sentence(panel: Panel, describe: str) -> str:
    return describe.format(
        name=panel.name,
        unit=panel.unit,
        before=panel.baseline,
        after=panel.target,
        from_year=panel.years[0],
        to_year=panel.years[1],
    )


def draw_panel(panel: Panel, number: int, said: str) -> str:
    """A name in the language of the plan says so."""
    language = ' lang="zh-Hans"' if holds_chinese(panel.name) else ""
    lines = heading(panel)
    down = (len(lines) - 1) * LINE
    return "".join(
        (
            f'<svg class="pr-chart" role="img"{language} aria-labelledby="chart-{number}-title '
            f'chart-{number}-desc" viewBox="0 0 {WIDTH} {HEIGHT + down}" xmlns="http://www.w3.org/2000/svg">',
            f'<title id="chart-{number}-title">{plain(panel.name)}</title><desc '
            f'id="chart-{number}-desc">{plain(said)}</desc>',
            *(
                f'<text class="pr-chart-name" x="{LEFT}" y="{18 + LINE * at}">{line}</text>'
                for at, line in enumerate(lines)
            ),
            *bars(panel, down),
            "</svg>",
        )
    )


def heading(panel: Panel) -> list[str]:
    """The name in as many lines as it needs, then its unit, beside it if there is room."""
    room = WIDTH - LEFT
    lines = wrapped(panel.name, room)
    unit = f'<tspan class="pr-chart-unit"> {plain(panel.unit)}</tspan>' if panel.unit else ""
    if not unit or width(lines[-1]) + width(f" {panel.unit}") <= room:
        return [*map(escape, lines[:-1]), escape(lines[-1]) + unit]
    return [*map(escape, lines), unit]


def wrapped(words: str, room: float) -> list[str]:
    lines = [""]
    for piece in PIECE.findall(words):
        if lines[-1] and width(lines[-1] + piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def width(words: str) -> float:
    """About how wide the words stand in a chart."""
    return sum(FULL if sign >= "\u2e80" else HALF for sign in words)


def bars(panel: Panel, down: int) -> list[str]:
    """Baseline and target; the longer bar leaves room for the figure beside it."""
    values = amounts(panel)
    most = max(map(abs, values)) or 1
    figures = list(zip((panel.baseline, panel.target), panel.years, strict=False))
    longest = min(RIGHT, WIDTH - LEFT - 6 - max(width(f"{words} {label}") for words, label in figures))
    return [
        bar(place, down, abs(value) / most * longest, words, label)
        for place, (value, (words, label)) in enumerate(zip(values, figures, strict=False))
    ]


def bar(place: int, down: int, size: float, words: str, label: str) -> str:
    top = 30 + down + place * 24
    length = f"{max(1.0, size):.1f}".rstrip("0").rstrip(".")
    kind = ("pr-chart-before", "pr-chart-after")[place]
    return (
        f'<rect class="{kind}" x="{LEFT}" y="{top}" width="{length}" height="16"/>'
        f'<text class="pr-chart-value" x="{float(length) + LEFT + 4:.1f}" y="{top + 12}">{plain(words)}<tspan '
        f'class="pr-chart-unit"> {plain(label)}</tspan></text>'
    )


def plain(words: str) -> str:
    return escape(words)
