"""Rows whose cells are wrapped over different numbers of lines and stand in the middle of their row: the cheapest way
to cut the lines into rows.

                 总库容 3150 万立方                        every cell's lines lie evenly about the middle of the row;
     鹰嘴岩水库      米，年供水量 2400    172000             two figures below one another are two rows
                   万立方米
"""

from __future__ import annotations

import re

from ..chinese.table_words import kind_of
from .column_places import Placed, Segment
from .column_places import width as width_of
from .label_rows import labels_in
from .table_cells import is_group

Block = tuple[int, int]
COUNT = re.compile(r"\d+[\u3400-\u9fff]{1,2}", re.ASCII)  # 4个
NO_BEGINNING = ("，", "。", "、", "；", "）", "”", "》", "：")
RAGGED = 4  # places by which a full line may be shorter than the longest: two characters
HIGHEST = 16  # lines of a row
FIRM = ("figure", "serial", "unit", "attribute", "nature", "dash")
OWN, LACKING, LEFT_OVER = 0.7, 0.15, 3.0  # cost of a row, of an empty cell, of a line that is in no row
TWICE, BEGINS_AMISS, SHORT = 6.0, 2.0, 0.9
HOPELESS = 14.0  # two columns with two figures each, and more
MOST = 2.5  # cost a row on the average up to which the lines are taken to fit


def centred(
    lines: list[int], mains: list[int], placed: list[Placed], width: int, category: int | None
) -> list[list[Block]]:
    """The cheapest rows, beginning at the first main line or above it; none where they are no good."""
    longest = longest_of(lines, placed)
    first = lines.index(mains[0])
    best: dict[int, tuple[float, int]] = {}  # by number of lines: cost, and where the last row begins
    for end in range(first + 1, len(lines) + 1):
        for start in range(end - 1, max(0, end - HIGHEST) - 1, -1):
            own = cost([placed[i] for i in lines[start:end]], width, category, longest)
            if own > HOPELESS:
                break  # with more lines it only grows
            if start > first and start not in best:
                continue
            total = own + (best[start][0] if start > first else 0.0)
            if end not in best or total < best[end][0]:
                best[end] = (total, start)
    if not best:
        return []
    end = min(best, key=lambda end: best[end][0] + LEFT_OVER * (len(lines) - end))
    price, blocks = best[end][0], []
    while end > first:
        start = best[end][1]
        blocks.append((lines[start], lines[end - 1] + 1))
        end = start
    return [blocks[::-1]] if price <= MOST * len(blocks) else []


def longest_of(lines: list[int], placed: list[Placed]) -> dict[int, int]:
    """The length of the longest line in every column."""
    out: dict[int, int] = {}
    for i in lines:
        for c, parts in placed[i].items():
            out[c] = max([out.get(c, 0), *(width_of(part.words) for part in parts)])
    return out


def cost(rows: list[Placed], width: int, category: int | None, longest: dict[int, int]) -> float:
    """How badly these lines make one row."""
    cells: dict[int, list[tuple[int, str]]] = {}
    for n, line in enumerate(rows):
        for c, parts in line.items():
            if c != category:
                cells.setdefault(c, []).extend((n, part.words) for part in parts)
    middle = (len(rows) - 1) / 2
    total = OWN + LACKING * (width - (category is not None) - len(cells))
    for c, lines in cells.items():
        total += abs(sum(n for n, _ in lines) / len(lines) - middle)
        total += TWICE * (sum(kind_of(words) in FIRM for _, words in lines) > 1)
        total += BEGINS_AMISS * lines[0][1].startswith(NO_BEGINNING)
        total += SHORT * sum(width_of(words) < longest[c] - RAGGED for _, words in lines[:-1])
    return total + TWICE * sum(is_label_line(rows, n) and goes_beside(line, rows) for n, line in enumerate(rows))


def goes_beside(label: Placed, rows: list[Placed]) -> bool:
    """Holds another line of the row anything but the rest of the label's words?"""
    return any(c != min(label) for line in rows if line is not label for c in line)


def is_label_line(rows: list[Placed], n: int) -> bool:
    """合计 or 一、能源类 with its figures in the same line is a row of its own, and so is 一、能源类 without any."""
    parts = parts_in(rows[n])
    return bool(labels_in(parts)) and (len(parts) > 1 or names_group(rows, n))


def parts_in(line: Placed) -> list[Segment]:
    return sorted((part for some in line.values() for part in some), key=lambda part: part.start)


def names_group(rows: list[Placed], n: int) -> bool:
    """一、水利类 alone in its line, and no sums of it in the next: 一、水利 / 2项   8.6 / 类"""
    parts = parts_in(rows[n])
    if len(parts) != 1 or not is_group(parts[0].words):
        return False
    below = next((parts_in(line) for line in rows[n + 1 :] if line), [])
    sums = [kind_of(part.words) in ("figure", "serial", "dash") or COUNT.fullmatch(part.words) for part in below]
    return not below or not all(sums)
