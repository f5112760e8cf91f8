"""A sentence or clause that runs on without a mark is published as it stands, but not compared; that is said.

The marks may have been lost in the scan, or it is a table or a list that was read as text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ..chinese.sentences import CLAUSE, LONGEST_CLAUSE, LONGEST_SENTENCE, SENTENCE
from ..model.edition import Problem
from ..model.outline import Block

SHOWN = 20  # characters of its beginning that the message quotes


def find_long_sentences(blocks: tuple[Block, ...], line_starts: list[int]) -> list[Problem]:
    return [
        Problem("warning", code, bisect_right(line_starts, block.text.offsets[at]), (words[:SHOWN], len(words)))
        for block in blocks
        if block.kind not in ("table", "box")
        for code, at, words in running_on(block.text.string)
    ]


def running_on(text: str) -> Iterator[tuple[str, int, str]]:
    """A thousand signs without 。 → sentence-long; else five hundred without any mark → clause-long"""
    for sentence in SENTENCE.finditer(text):
        if len(sentence.group()) > LONGEST_SENTENCE:
            yield "sentence-long", sentence.start(), sentence.group()
            continue
        for clause in CLAUSE.finditer(text, *sentence.span()):
            if len(clause.group()) > LONGEST_CLAUSE:
                yield "clause-long", clause.start(), clause.group()
