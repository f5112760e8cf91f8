"""Spaces that the scanner put between Han characters and digits or Latin letters go.

    到 2025 年，增长 5% 以上 → 到2025年，增长5%以上;  5.9191 万平方米 → 5.9191万平方米;  5 000 万元 → 5000万元

Only in a text that has them in many such places; in others somebody typed them. Between two Latin words the space
stays. Between two Han characters it goes in sentences and table cells, and stays in titles, where it parts the two
halves (推进新型城镇化高质量发展 塑造城乡融合新面貌). It stays where a figure is to be filled in, （   ）座 or 投资 亿元, and two figures never
become one: 18 19 20, 20   22.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..chinese.blanks import EMPTY
from ..chinese.boxes import is_box_title
from ..chinese.numbering import read_bare_number, read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import Draft, Grid, Line, Removed, strike

WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003134f\u3001-\u303f\uff00-\uffef“”‘’—…·Ⅰ-Ⅻ①-⑳㎡]"
# “表1 主要指标”, “附件 1 重点项目”: the space parts label and words
LABEL = re.compile(r"(?:[表图]|附[件表录图])( ?)\d{1,3}(?:[-—.]\d{1,3})? +")
NARROW = r"[A-Za-z0-9¹²³⁰⁴-⁹%‰+\-<>=±/\[\](){}.,:;&]"
MIXED = re.compile(rf"(?<={WIDE}) +(?={NARROW})|(?<={NARROW}) +(?={WIDE})")
HAN = re.compile(rf"(?<={WIDE}) +(?={WIDE})")
DIGITS = re.compile(r"(?!)")  # stands for gaps_in_numbers, which need more than a pattern
GROUPS = re.compile(r"(?<![\d.,])\d+(?: \d+)+(?![\d.,])|(?<!\d)\d+(?: \.\d+|\. \d+)|\d(?= [%‰])")
SEAM = re.compile(rf"(?<={WIDE})( *)(?=[\dA-Za-z])|(?<=[\dA-Za-z%])( *)(?={WIDE})")
WIDE_GAP = re.compile(r"(?<=[。；！？])\u3000+(?=\S)")
SHARE, LEAST = 0.2, 2  # of the seams between Han and figures must have a space, and so many


def close(draft: Draft) -> Draft:
    gone: list[Removed] = []
    draft = replace(
        draft, lines=tuple(line if isinstance(line, Grid) else close_wide(line, gone) for line in draft.lines)
    )
    if not has_spaces(draft):
        return replace(draft, removed=draft.removed + tuple(gone))
    lines = tuple(close_grid(line, gone) if isinstance(line, Grid) else close_line(line, gone) for line in draft.lines)
    return replace(draft, lines=lines, removed=draft.removed + tuple(gone))


def close_wide(line: Line, gone: list[Removed]) -> Line:
    """…缺龙头企业。　人才外流。 → …缺龙头企业。人才外流。: the mark has its own space"""
    line, removed = strike(line, [m.span() for m in WIDE_GAP.finditer(line.string)], "ocr-space")
    gone += removed
    return line


def has_spaces(draft: Draft) -> bool:
    """Is there a space at many of the seams between Han characters and figures?"""
    spaced = seams = 0
    for words in running_words(draft):
        for match in SEAM.finditer(words):
            seams += 1
            spaced += bool(match[1] or match[2])
    return spaced >= LEAST and spaced >= SHARE * seams


def running_words(draft: Draft) -> Iterator[str]:
    """Lines and cells, but no titles of boxes: the space in 专栏 2 is the printer's."""
    for line in draft.lines:
        if isinstance(line, Grid):
            yield from (part.string for row in line.rows for cell in row for part in cell)
        elif not is_box_title(line.string):
            yield line.string


def close_line(line: Line, gone: list[Removed]) -> Line:
    """The space after a marker (“1. 农业…”, “专栏-4 端牢…”) parts marker and words; the outline takes it off."""
    marker = read_marker(line.string) or read_bare_number(line.string)
    label = LABEL.match(line.string)
    start = marker.rest if marker else label.end() if label else 0
    words = line.string[start:]
    title = reads_like_title(words) or words.startswith("专栏")
    inner = {label.span(1)} if label and label[1] and not marker else set()
    return strike_from(line, start, (MIXED,) if title else (MIXED, HAN, DIGITS), gone, inner)


def close_grid(grid: Grid, gone: list[Removed]) -> Grid:
    def close_cell(line: Line) -> Line:
        marker = read_marker(line.string)
        return strike_from(line, marker.rest if marker else 0, (MIXED, HAN), gone)

    return replace(grid, rows=tuple(tuple(tuple(map(close_cell, cell)) for cell in row) for row in grid.rows))


def strike_from(
    line: Line,
    start: int,
    patterns: tuple[re.Pattern[str], ...],
    gone: list[Removed],
    more: Iterable[tuple[int, int]] = (),
) -> Line:
    """`more`: gaps before `start` that go, too."""
    spans = {m.span() for pattern in patterns for m in pattern.finditer(line.string, start) if m.start() >= start}
    spans |= set(more)
    spans -= {(1, end) for _, end in spans if line.string[:1] in ("=", "+")}  # a sign that opens the line
    spans -= {m.span() for m in EMPTY.finditer(line.string)}
    if DIGITS in patterns:
        spans |= {span for span in gaps_in_numbers(line.string) if span[0] >= start}
    line, removed = strike(line, sorted(spans), "ocr-space")
    gone += removed
    return line


def gaps_in_numbers(string: str) -> list[tuple[int, int]]:
    """“56 0亿元”, “2. 1”, “5 %” → the gap; three figures in a row, 18 19 20, are a list."""
    found = []
    for match in GROUPS.finditer(string):
        if match.group().count(" ") <= 1:
            at = match.end() if match.group().isdigit() else string.index(" ", match.start())
            found.append((at, at + 1))
    return found
