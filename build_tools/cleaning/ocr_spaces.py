"""Spaces that the scanner put between Han characters and digits or Latin letters go.

    到 2025 年，增长 5% 以上 → 到2025年，增长5%以上;  5.9191 万平方米 → 5.9191万平方米

Between two Latin words the space stays. Between two Han characters it goes in sentences and table cells, and stays in titles,
where it parts the two halves (推进新型城镇化高质量发展 塑造城乡融合新面貌).
"""

import re
from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import Draft, Grid, Line, Removed, strike

WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003134f\u3001-\u303f\uff00-\uffef“”‘’—…·Ⅰ-Ⅻ①-⑳㎡]"
LABEL = re.compile(r"[表图] ?\d{1,3}(?:[-—.]\d{1,3})? +")  # “表1 主要指标”: the space parts label and words
NARROW = r"[A-Za-z0-9%‰+\-<>=±/\[\](){}.,:;&]"
MIXED = re.compile(rf"(?<={WIDE}) +(?={NARROW})|(?<={NARROW}) +(?={WIDE})")
HAN = re.compile(rf"(?<={WIDE}) +(?={WIDE})")
DIGITS = re.compile(r"(?<=\d) +(?=\d)|(?<=\d) +(?=[.%‰])|(?<=\d\.) +(?=\d)")


def close(draft: Draft) -> Draft:
    gone: list[Removed] = []
    lines = tuple(close_grid(line, gone) if isinstance(line, Grid) else close_line(line, gone) for line in draft.lines)
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone))


def close_line(line: Line, gone: list[Removed]) -> Line:
    """The space after a marker (“1. 农业…”, “专栏-4 端牢…”) parts marker and words; the outline takes it off."""
    marker = read_marker(line.string)
    label = LABEL.match(line.string)
    start = marker.rest if marker else label.end() if label else 0
    words = line.string[start:]
    title = reads_like_title(words) or words.startswith("专栏")
    return strike_from(line, start, (MIXED,) if title else (MIXED, HAN, DIGITS), gone)


def close_grid(grid: Grid, gone: list[Removed]) -> Grid:
    def close_cell(line: Line) -> Line:
        marker = read_marker(line.string)
        return strike_from(line, marker.rest if marker else 0, (MIXED, HAN), gone)

    return replace(grid, rows=tuple(tuple(tuple(map(close_cell, cell)) for cell in row) for row in grid.rows))


def strike_from(line: Line, start: int, patterns: tuple[re.Pattern, ...], gone: list[Removed]) -> Line:
    spans = sorted(m.span() for pattern in patterns for m in pattern.finditer(line.string, start) if m.start() >= start)
    line, removed = strike(line, spans, "ocr-space")
    gone += removed
    return line
