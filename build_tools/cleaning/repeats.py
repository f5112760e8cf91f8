"""A vision model may write a passage again and again. Nothing is deleted: a person has to look in the scan.

推进良种繁育基地建设。推进良种繁育基地建设。推进良种繁育基地建设。  →  as it stands, with a problem
…扩大优质粮油种植面积，推动 / 支持合作社发展订单农业，…，推动  →  two paragraphs, with a problem: they are not one cut in two
"""

import itertools
import re
from dataclasses import replace

from ..chinese.annexes import read_annex
from ..chinese.sentences import ends_sentence
from ..model.problems import Problem
from ..model.text import Draft, Grid, Line

SHORTEST = 12  # characters of a passage that is no formula of speech
IN_A_ROW = 3  # a short sentence may be said twice
SHOWN = 24
SENTENCES = re.compile(r"[^。！？；]+[。！？；]?")


def report(draft: Draft) -> Draft:
    problems = []
    before: Line | None = None
    annex = ""  # the line above, with the number of an annex that stands above it
    for line in draft.lines:
        if isinstance(line, Grid):
            before, annex = None, ""
            continue
        words = line.string.strip()
        if not words:
            continue
        said = in_itself(words) or (again(before.string, words) if before and not names_table(annex, words) else "")
        if said:
            problems.append(Problem("warning", "said-twice", line.number, (said[:SHOWN],)))
        annex = f"{annex} {words}" if is_bare_annex(annex) else words
        before = line
    return replace(draft, problems=draft.problems + tuple(problems))


def names_table(above: str, words: str) -> bool:
    """附件2 重点工程项目表 / 重点工程项目表: an annex is called like the table in it"""
    annex = read_annex(above)
    return annex is not None and bool(annex.printed) and not ends_sentence(words)


def is_bare_annex(words: str) -> bool:
    """附件2 in a line of its own, its title below"""
    annex = read_annex(words)
    return annex is not None and bool(annex.printed) and not annex.title


def in_itself(words: str) -> str:
    """The sentence that stands three times in a row, or twice if it is long."""
    sentences: list[str] = SENTENCES.findall(words)
    run = 1
    for here, after in itertools.pairwise(sentences):
        run = run + 1 if here == after and len(here) >= 4 else 1
        if run >= IN_A_ROW or (run == 2 and len(here) >= SHORTEST):
            return here
    return ""


def again(before: str, words: str) -> str:
    """The start of `words` that `before` has already; “” where it has not."""
    start = words[: max(SHORTEST, min(len(words), 20))]
    return start if len(words) >= SHORTEST and start in before else ""
