"""A quantity with the words around it: what every rule about targets looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from ...chinese.amounts import Amount, find_quantities
from ...chinese.measures import family
from ...chinese.several import run_of
from ...chinese.wording import FARTHEST, before_brackets, farthest_before, last_mark
from ...model.outline import Block

SENTENCE_MARKS = ("。", "！", "？", "!", "?", "\n")
CLAUSE_MARKS = (*SENTENCE_MARKS, "，", "；", "：", ";", "——")
SENTENCE_END = re.compile(r"[。！？!?\n]")
CLAUSE_END = re.compile(r"[，。；：！？!?;\n]|——")
PART_END = re.compile(r"[。；！？\n]")
OPENING, CLOSING = "（(", "）)"


@dataclass(frozen=True)
class Place:
    """Where a block stands: in a section that tells of today or not, the years of its plan, and the year its titles
    name (0: none)."""

    of_today: bool
    period: tuple[int, int]
    year: int = 0


@dataclass(frozen=True)
class Mention:
    """`amount` in `block`, the `index`-th of `amounts`, all quantities of the block."""

    block: Block
    place: Place
    amounts: tuple[Amount, ...]
    index: int

    @property
    def amount(self) -> Amount:
        return self.amounts[self.index]

    @property
    def text(self) -> str:
        return self.block.text.string

    @property
    def family(self) -> str:
        return family(self.amount.unit)

    @cached_property
    def in_parentheses(self) -> bool:
        opened, closed = (self.last_before(signs) for signs in (OPENING, CLOSING))
        return opened > closed

    def last_before(self, signs: str) -> int:
        """Where the last of these signs stands before the amount; −1 where none does."""
        here = self.amount.start
        return max(self.text.rfind(sign, farthest_before(here), here) for sign in signs)

    @cached_property
    def sentence_end(self) -> int:
        """No farther from the amount than the words of a figure stand."""
        end = SENTENCE_END.search(self.text, self.amount.end, self.amount.end + FARTHEST)
        return end.start() if end else min(len(self.text), self.amount.end + FARTHEST)

    @cached_property
    def sentence_start(self) -> int:
        return last_mark(SENTENCE_MARKS, self.text, self.amount.start)

    @cached_property
    def sentence(self) -> str:
        return self.text[self.sentence_start : self.sentence_end]

    @cached_property
    def part(self) -> str:
        """The part of the sentence between semicolons."""
        start = max(self.sentence_start, self.text.rfind("；", self.sentence_start, self.amount.start) + 1)
        end = PART_END.search(self.text, self.amount.end, self.amount.end + FARTHEST)
        return self.text[start : end.start() if end else min(len(self.text), self.amount.end + FARTHEST)]

    @cached_property
    def clause_start(self) -> int:
        start = last_mark(CLAUSE_MARKS, self.text, self.amount.start)
        if self.in_parentheses:
            return max(start, self.last_before(OPENING) + 1)
        return before_brackets(self.text, start, self.amount.start)

    @cached_property
    def before(self) -> str:
        """The clause up to the amount."""
        return self.text[self.clause_start : self.amount.start]

    @cached_property
    def stem(self) -> str:
        """The clause up to the first of the figures that follow each other: “比2025年分别减少|10%和8%|” → 比2025年分别减少"""
        return self.text[self.clause_start : self.amounts[run_of(self.text, self.amounts, self.index)[0]].start]

    @cached_property
    def after(self) -> str:
        """From the amount to the end of its clause."""
        return self.clause_from(self.amount.end)

    @cached_property
    def after_all(self) -> str:
        """From the last of the figures that follow each other to the end of the clause: “|85%|和90%以上” → 以上"""
        return self.clause_from(self.amounts[run_of(self.text, self.amounts, self.index)[1]].end)

    def clause_from(self, at: int) -> str:
        end = CLAUSE_END.search(self.text, at, at + FARTHEST)
        return self.text[at : end.start() if end else min(len(self.text), at + FARTHEST)]

    @cached_property
    def lead(self) -> str:
        """The clause from the amount before this one (or its start) up to the amount: 其中存栏超过30万头、|出栏超过|60万头"""
        start = max([self.clause_start, *(amount.end for amount in self.amounts[max(0, self.index - 1) : self.index])])
        return self.text[start : self.amount.start]

    def clauses_before(self) -> list[str]:
        """Clauses of the sentence before this one, nearest first."""
        return [
            words for words in reversed(CLAUSE_END.split(self.text[self.sentence_start : self.clause_start])) if words
        ]


def mentions(block: Block, place: Place) -> list[Mention]:
    amounts = find_quantities(block.text.string)
    return [Mention(block, place, amounts, index) for index in range(len(amounts))]
