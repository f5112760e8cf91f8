"""Random inputs, always the same for a seed: passages of the plans and of the small cases, cut, doubled, spliced and
strewn with odd signs.

Each ends in a publication, a problem or a refusal of one line. `make fuzz` runs ten thousand: python tests/fuzzing.py
COUNT [FIRST].
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from ledger import characters_not_kept_once  # noqa: E402 # the paths come first
from small_plan import write_plan  # noqa: E402 # the paths come first

from build_tools import pipeline  # noqa: E402 # the paths come first
from build_tools.model.edition import BadInput  # noqa: E402 # the paths come first
from build_tools.model.text import Removed  # noqa: E402 # the paths come first
from build_tools.writers import write_data, write_downloads, write_pages  # noqa: E402 # the paths come first

LONGEST = 1500  # characters of a passage
SLOW = 20  # seconds of processor time that no input of this size may take
SIGNS = (
    "\n", "\n\n", "\t", "  ", "\u3000", "|", "| a | b |\n|---|---|\n", "<table><tr><td rowspan=99>",
    "</td></tr></table>", "<br>", "&lt;", "&#0;", "#",
    "## ", "### 第一章 ", "第十章 ", "（一）", "一、", "1.", "①", "专栏3 ", "$^{\\circ}$", "\\mathrm{", "{{", "}}", "{% raw %}",
    "<script>alert(1)</script>",
    "[a](javascript:alert(1))", "\u202e", "\u200b", "\ufdd0", "\ufeff", "\x07", "\x0b", "\x0c", "\x1e", "\u2f00", "𠀀",
    "👪", "\u0301", "￼", "\x00", "___",
    "……3", "- 12 -", "2025年", "10％", "1,000亿元", "附件1", "[^1]", "[1]", "目  录", "\\", "`", "*", "_", '"', "'", "=1+1",
    "－", "\u2028", "\r", "\x85",
)  # fmt: skip
MARKS = ("cell-mark", "white-space", "line-end", "table-rule", "soft-break", "control-sign")
TAG = re.compile(r"<[^<>]*>?|&?#?\w+;")
DECISIONS = ("corrections.yml", "glossary.yml", "places.yml", "changes.yml", "topics.yml", "projects.yml", "site.yml")


class Input(NamedTuple):
    texts: tuple[str | bytes, ...]  # of one plan or two
    card: dict[str, str]
    curated: dict[str, str]


@cache
def passages() -> tuple[str, ...]:
    """The texts that the inputs are made of."""
    places = [*ROOT.glob("content/sources/*/plan.txt"), *ROOT.glob("tests/cases/*/*.txt")]
    return tuple(path.read_text(encoding="utf-8") for path in sorted(places) if path.name != "expected.txt")


@cache
def decisions(name: str) -> str:
    return (ROOT / "content/curated" / name).read_text(encoding="utf-8")


def passage(chance: random.Random) -> str:
    text = chance.choice(passages())
    start = chance.randrange(max(1, len(text) - LONGEST // 2)) if chance.random() < 0.7 else 0
    return text[start : start + chance.randint(50, LONGEST)]


def damaged(text: str, chance: random.Random) -> str:
    """One slip: cut out, doubled, exchanged with another passage, an odd sign, lines in disorder, another line end."""
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.choice((0, 1, 5, 40, 300)))
    kind = chance.randrange(7)
    if kind == 0:
        return text[:start] + text[end:]
    if kind == 1:
        return text[:end] + text[start:end] * chance.choice((1, 1, 2, 30)) + text[end:]
    if kind == 2:
        return text[:start] + passage(chance)[:400] + text[end:]
    if kind == 3:
        lines = text.split("\n")
        chance.shuffle(lines)
        return "\n".join(lines)
    if kind == 4:
        return text.replace(chance.choice(text or " "), chance.choice(SIGNS), chance.choice((1, 3, 10)))
    return text[:start] + chance.choice(SIGNS) * chance.choice((1, 1, 1, 3, 200)) + text[start:]


def input_of(number: int) -> Input:
    chance = random.Random(number)
    texts: list[str | bytes] = []
    for _ in range(chance.choice((1, 1, 1, 2))):
        text = passage(chance)
        for _ in range(chance.choice((0, 1, 2, 4, 8))):
            text = damaged(text, chance)
        encoding = chance.choice(("utf-8",) * 6 + ("utf-16", "gb18030", "utf-8-sig"))
        texts.append(text.encode(encoding, "replace"))
    card = {"reader": chance.choice(("ocr_markdown", "word_dump"))}
    if chance.random() < 0.1:
        card["name"] = '"' + chance.choice(SIGNS).encode("unicode_escape").decode().replace('"', "") + '县"'
    curated = {}
    for name in chance.sample(DECISIONS, chance.choice((0, 0, 0, 1))):
        words = decisions(name)[: chance.randint(200, 2000)].rpartition("\n- ")[0]
        curated[name] = damaged(words, chance) if chance.random() < 0.5 else words
    return Input(tuple(texts), card, curated)


def outcome(number: int) -> tuple[str, str]:
    """(published, refused, breach, traceback, untold or slow; what to look at)"""
    given, started = input_of(number), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        sources, curated = Path(folder) / "sources", Path(folder) / "curated"
        for name, text in zip(("first", "second"), given.texts, strict=False):
            write_plan(sources, name, text, **given.card)
        curated.mkdir()
        for name, text in given.curated.items():
            (curated / name).write_text(text, encoding="utf-8")
        try:
            result = published(sources, curated)
        except BadInput as error:
            said = [sentence for language in ("en", "zh") for sentence in refused_badly(error, folder, language)]
            result = ("untold", "; ".join(said)) if said else ("refused", str(error).replace(folder, ""))
        except Exception as error:
            result = ("traceback", "".join(traceback.format_exception(error)))
    return ("slow", "") if time.process_time() - started > SLOW else result


def published(sources: Path, curated: Path) -> tuple[str, str]:
    edition = pipeline.read_edition(sources, curated)
    for plan in edition.plans:
        if lost := characters_not_kept_once(plan):
            return "breach", f"{plan.card.id}: {dict(list(lost.items())[:5])}"
        if words := [plan.source[entry.start : entry.end] for entry in plan.removed if takes_words(plan.source, entry)]:
            return "breach", f"{plan.card.id}: words taken for marks: {words[:3]}"
    for language in ("en", "zh"):
        if any("\n" in problem.sentence(plan.file, language) for plan in edition.plans for problem in plan.problems):
            return "untold", "a problem of more than one line"
    pages = write_pages(edition) | write_downloads(edition, write_data(edition))
    return ("published", "") if pages else ("untold", "no pages")


def takes_words(source: str, entry: Removed) -> bool:
    """Does an entry that says it is of blanks or marks hold words?"""
    words = TAG.sub("", source[entry.start : entry.end])
    return entry.reason in MARKS and any(sign.isalnum() for sign in words)


def refused_badly(error: BadInput, folder: str, language: str) -> Iterator[str]:
    """Refusals that are not one line with a place and, in Chinese, in Chinese."""
    for refusal in error.refusals:
        said = refusal.sentence(language)
        if "\n" in said or folder not in said or (language == "zh" and "。" not in said):
            yield said


def main(count: int, first: int = 0) -> int:
    found: Counter[str] = Counter()
    with ProcessPoolExecutor() as pool:
        numbers = range(first, first + count)
        for number, (kind, words) in zip(numbers, pool.map(outcome, numbers, chunksize=20), strict=True):
            found[kind] += 1
            if kind not in ("published", "refused"):
                print(f"{number}: {kind}: {words}", flush=True)
    print(", ".join(f"{amount} {kind}" for kind, amount in found.most_common()))
    return int(set(found) - {"published", "refused"} != set() or found["published"] * 3 < count)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["10000"])))
