"""The same words in two blocks: a sentence that stands twice, or a long run of signs.

A whole sentence of 25 signs or more, or 40 signs in a row; what is quoted from a title or a name is shorter than that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.address import Address
from ..model.findings import Finding
from .passages import Passage, Reading, finding, part

FIGURES = re.compile(r"\d+(?:\.\d+)?|X")
SENTENCE_SIGNS, RUN_SIGNS, STEP = 25, 40, 20


def find(reading: Reading) -> Iterator[Finding]:
    """A text that stands in three places is told once, with the first two; a box that says again what was said is told
    once, with the longest of these texts.
    """
    groups: dict[tuple[str, str], list[tuple[Passage, Passage, str]]] = {}
    for here, there, words in texts_twice(reading):
        box = Address(there.address).box
        same_box = Address(here.address).box
        key = (str(box), Address(here.address).chapter) if box and box != same_box else (there.address, here.address)
        groups.setdefault(key, []).append((here, there, words))
    for found in sorted(groups.values(), key=lambda found: -max(len(words) for _, _, words in found)):
        here, there, words = max(found, key=lambda one: len(one[2]))
        yield repeat(reading, here, there, words, len(found))


def texts_twice(reading: Reading) -> Iterator[tuple[Passage, Passage, str]]:
    reading.saw("repeats", times=len(reading.texts))
    told: set[tuple[str, str]] = set()
    texts: list[str] = []
    for here, there, words in sorted(same_sentences(reading), key=lambda one: -len(one[2])):
        told.add((here.address, there.address))
        texts.append(words)
        if not is_of_figures(words):
            yield here, there, words
    for here, there, words in same_runs(reading):
        middle = words[len(words) // 2 - STEP // 2 :][:STEP]
        if (here.address, there.address) not in told and not any(middle in text for text in texts):
            told.add((here.address, there.address))
            texts.append(words)
            if not is_of_figures(words):
                yield here, there, words


def is_of_figures(words: str) -> bool:
    """The main targets, or a project with its sum, said once more in figures: that is what a summary does."""
    return len(FIGURES.findall(words)) * 15 > len(words)


def repeat(reading: Reading, here: Passage, there: Passage, words: str, times: int) -> Finding:
    signs = len(re.sub(r"\W", "", words))
    code = "repeat" if times == 1 else "repeats"
    values = (signs,) if times == 1 else (times, signs)
    return finding(reading, "repeats", "duplicate_text", "ask", code, part(here, words), values, part(there, words))


def same_sentences(reading: Reading) -> Iterator[tuple[Passage, Passage, str]]:
    """Sentences that stand in two blocks, word for word; neighbours that do so are one finding."""
    seen: dict[str, Passage] = {}
    pairs: dict[tuple[str, str], tuple[Passage, Passage, list[str]]] = {}
    for sentence in reading.sentences:
        bare = re.sub(r"\s", "", sentence.text)
        if len(re.sub(r"\W", "", bare)) < SENTENCE_SIGNS:
            continue
        first = seen.setdefault(bare, sentence)
        if first.address != sentence.address:
            pairs.setdefault((first.address, sentence.address), (first, sentence, []))[2].append(sentence.text)
    for first, second, words in pairs.values():
        yield first, second, "".join(words)


def same_runs(reading: Reading) -> Iterator[tuple[Passage, Passage, str]]:
    """Runs of at least 40 signs: marks every twentieth sign of a text, looks for them in the others, and widens what is
    found."""
    marks: dict[str, tuple[Passage, int]] = {}
    for _, passage in reading.texts:
        text, done = passage.text, 0
        for at in [at for at in range(len(text) - STEP + 1) if text[at : at + STEP] in marks]:
            there, place = marks[text[at : at + STEP]]
            if at < done or there.address == passage.address:
                continue
            start, end = widened(there.text, place, text, at)
            if end - start >= RUN_SIGNS:
                yield there, passage, text[start:end]
                done = end
        for at in range(0, len(text) - STEP + 1, STEP):
            marks.setdefault(text[at : at + STEP], (passage, at))


def widened(one: str, at: int, other: str, there: int) -> tuple[int, int]:
    """The run around two equal places, as positions in `other`."""
    back = 0
    while at - back > 0 and there - back > 0 and one[at - back - 1] == other[there - back - 1]:
        back += 1
    ahead = STEP
    while at + ahead < len(one) and there + ahead < len(other) and one[at + ahead] == other[there + ahead]:
        ahead += 1
    return there - back, there + ahead
