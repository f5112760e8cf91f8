"""How well a plan was read, in figures a person can use: what share of headings, cuts, tables and figures is free of
doubt, what speaks against the reading as a whole, and which problem concerns how much of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from ..chinese.sentences import FULL_LINE, ends_sentence
from ..model.address import Address
from ..model.edition import Problem
from ..model.outline import Block, Unit
from ..model.reading import WHOLE, Share
from ..model.text import Line

HEADING_DOUBTS = ("number-", "heading-", "contents-only", "contents-wording", "titles-")
SHORT = 1500  # characters; of a shorter text nothing is concluded from the share of its parts
LARGE_FRONT = 0.25
LONG_CHAPTER = 5000  # characters in a plan of one chapter
MATCHED = 0.5
FEW_ENTRIES = 5
SENTENCES = 3  # a text with as many sentences is one, even without a heading
DIGITS = re.compile(r"\d+(?:[.．]\d+)?")
SEVERITIES = ("error", "warning", "note")


def check_reading(
    units: tuple[Unit, ...], blocks: tuple[Block, ...], contents: tuple[Line, ...], problems: Iterable[Problem]
) -> list[Problem]:
    """What speaks against the reading as a whole."""
    total = sum(map(length, blocks))
    numbered = [unit for unit in units if unit.level not in ("front", "annex") and Address(unit.address).name != "00"]
    if not numbered:
        return [Problem("warning", "no-heading", 1)] if is_prose(blocks) else []
    found: list[Problem] = []
    chapters = sum(unit.level == "chapter" for unit in numbered)
    if chapters < 2 and total >= LONG_CHAPTER:
        found.append(Problem("warning", "few-chapters", numbered[0].line, (chapters,)))
    front = sum(length(b) for b in blocks if Address(b.unit).chapter.is_before_chapters)
    if total >= SHORT and front > LARGE_FRONT * total:
        found.append(Problem("warning", "front-large", 1, (round(100 * front / total),)))
    missing = sum(problem.code == "contents-only" for problem in problems)
    if len(contents) >= FEW_ENTRIES and missing > (1 - MATCHED) * len(contents):
        found.append(Problem("warning", "contents-unmatched", contents[0].number, (missing, len(contents))))
    return found


def is_prose(blocks: tuple[Block, ...]) -> bool:
    """Sentences enough to be a text that can be published without any heading."""
    return sum(len(b.text) >= FULL_LINE and ends_sentence(b.text.string) for b in blocks) >= SENTENCES


def length(block: Block) -> int:
    return len(block.text) + sum(len(cell.text) for row in block.rows for cell in row)


def shares(units: tuple[Unit, ...], blocks: tuple[Block, ...], problems: tuple[Problem, ...]) -> tuple[Share, ...]:
    """Of headings, joined cuts, tables and figures: how many there are, and how many no doubt concerns."""
    warned = sorted({p.line for p in problems if p.severity != "note"})
    odd = {p.line for p in problems if p.code.startswith(HEADING_DOUBTS) and p.severity != "note"}
    headings = [unit for unit in units if unit.level != "front"]
    joined = sum(b.lines[0] != b.lines[1] for b in blocks if b.kind in ("paragraph", "item"))
    tables = [b for b in blocks if b.kind == "table"]
    figures = Counter[bool]()
    for block in blocks:
        figures[doubted(block, warned)] += len(DIGITS.findall(words(block)))
    return (
        Share("headings", sum(unit.line not in odd for unit in headings), len(headings)),
        Share("cuts", joined, joined + sum(p.code == "open-end" for p in problems)),
        Share("tables", sum(not doubted(b, warned) for b in tables), len(tables)),
        Share("figures", figures[False], figures.total()),
    )


def words(block: Block) -> str:
    return " ".join([block.text.string, *(cell.text.string for row in block.rows for cell in row)])


def doubted(block: Block, warned: list[int]) -> bool:
    """Does a warning stand at one of the block's lines?"""
    at = bisect_left(warned, block.lines[0])
    return at < len(warned) and warned[at] <= block.lines[1]


def by_weight(units: tuple[Unit, ...], blocks: tuple[Block, ...], problems: tuple[Problem, ...]) -> list[Problem]:
    """Errors, warnings, notes; of each those first that concern most text, and of two the one that stands first."""
    total = sum(map(length, blocks))
    below = Counter[str]()
    for block in blocks:
        for unit in Address(block.unit).upwards:
            below[unit] += length(block)
    of_unit = {unit.line: below[unit.address] for unit in units}
    of_line: dict[int, int] = {}
    for block in blocks:
        for line in block.lines:
            of_line.setdefault(line, length(block))

    def weight(problem: Problem) -> int:
        return total if problem.code in WHOLE else of_unit.get(problem.line, of_line.get(problem.line, 0))

    return sorted(problems, key=lambda p: (SEVERITIES.index(p.severity), -weight(p), p.line))
