"""No rule is worse than linear: ten times the signs in a line, or ten times the lines in a file, take about ten times
as long.

The least CPU of several runs is compared, so that a busy machine is no failure.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline, plan_reading
from build_tools.analyses import compare_plans, find_aspects, find_partners, find_tasks, match_indicators
from build_tools.model.decisions import Decisions
from build_tools.model.edition import Edition
from build_tools.writers import write_data, write_pages
from build_tools.writers.office.plan_text import plan_text
from build_tools.writers.office.to_decide import to_decide
from build_tools.writers.print.volume import print_models

SHORT, TIMES, MOST, RUNS = 300, 10, 13, 5
FIGURES = 600  # signs of a line of figures: more than are looked at around one of them
READERS = ("ocr_markdown", "word_dump")
SIGNS = (
    "-", "—", "——", ".", "·", "…", "*", "_", "#", "|", "=", "~", "/", "\\", "×", "□", "■", "※", "○",
    " ", "\t", "　", "\u00a0", "\u200b", "\x07", "\x0b", "\x0c", "\x1e", "\x13", "\r", "\ufffd", "\ue000",
    "1", "１", "1 ", "1,", "1.", "1/", ":1", "十", "第", "第一章", "一、", "（", "）", "（一）", "①", "㈠", "Ⅰ", "[1]", "［",
    "“", "”", "《", "》", "(", "，", "、", "。", "：", "$", "\\(", "{", "&", "&amp;", "&#12290;", "<", "<b", "<td>", "<!--",
    "-->", "![", "[bookmark:",
    "(cid:1)", "专栏", "目录", "注：", "附件", "规划", "规划（", "A", "%", "X", "__", "** ", "— 1 — ", "第1页", "2025年", "到", "县", "│",
    "┌─┐", "续表",
)  # fmt: skip
# words with a figure, a sum or a name, as a list goes on with them
PHRASES = (
    "增长5%，", "其中1个", "“1家”", "2026年1座、", "由1亩增加到2亩，", "（1座）", "（1亿元）", "甲乙丙丁项目投资1亿元、", "新建云岭水库，", "甲镇、",
)  # fmt: skip
LINES = ("{}", "建设{}亩。", "第一章 {}", "甲{} 3", "| {} | 1 |", "坚持稳中求进，推动高质量发展，{}改善民生。")
SENTENCE = "到2030年，全县新建高标准农田2万亩，粮食产量达到12亿斤，城镇化率提高到58%，投资3亿元建设园区1个。"


def reading(folder: Path, text: str, reader: str) -> Callable[[], object]:
    """Reads a plan of this text, from its file to its facts."""
    plan = write_plan(folder, "some", text, reader=reader)
    card = pipeline.curation.load_card(plan, pipeline.NAMES)
    return lambda: plan_reading.read_plan(plan, card, Decisions())


def cpu(do: Callable[[], object]) -> float:
    """CPU seconds without Python's collector: what it walks over is what the tests before this one left behind."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        do()
        return time.process_time() - start
    finally:
        gc.enable()


def times_as_long(short: Callable[[], object], long: Callable[[], object]) -> float:
    """Least against least; as soon as it is little enough, nothing more is run."""
    least_short, least_long = cpu(short), cpu(long)
    for _ in range(RUNS - 1):
        if least_long <= MOST * least_short:
            break
        least_short, least_long = min(least_short, cpu(short)), min(least_long, cpu(long))
    return least_long / least_short


def lines_of(sign: str, length: int) -> str:
    """A little plan with a line of every form, in which the sign stands again and again."""
    run = sign * (length // len(sign))
    body = "\n".join(form.format(run) for form in LINES)
    return f"目录\n第一章 总则 {run} 1\n第一章 总则\n一、目标\n{body}\n第二章 保障\n{run}\n加强领导。\n"


def long_lines(tmp_path: Path, sign: str, reader: str, length: int = SHORT) -> float:
    short, long = (
        reading(tmp_path / name, lines_of(sign, signs), reader)
        for name, signs in (("short", length), ("long", length * TIMES))
    )
    return times_as_long(short, long)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_a_long_run_of_one_sign(tmp_path: Path, sign: str, reader: str) -> None:
    """Whatever sign stands ten times as often in a line, the plan is read in at most 13 times the time."""
    assert long_lines(tmp_path, sign, reader) <= MOST


def name(number: int) -> str:
    """A name of five signs, of each number another."""
    return "".join(chr(0x4E00 + number * step % 20_000) for step in (7, 101, 1009, 5003, 9973))


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_line_of_many_figures(tmp_path: Path, phrase: str) -> None:
    """Nor does a list of figures, sums or names that never ends take longer than in proportion."""
    assert long_lines(tmp_path, phrase, READERS[1], FIGURES) <= MOST


def plan(chapters: int) -> str:
    body = (
        "第{0}章 发展基础{0}\n一、主要目标\n" + SENTENCE + "\n（一）指标\n| 指标 | 2025年 | 2030年 |\n|---|---|---|\n"
        "| 粮食产量 | 1 | 2 |\n\n专栏{0} 重点工程\n1. 甲县{1}项目：投资1亿元。\n2. {1}水库工程：投资2亿元。\n二、保障措施\n"
        + SENTENCE
    )
    return "\n".join(body.format(number, name(number)) for number in range(1, chapters + 1))


@pytest.mark.parametrize("reader", READERS)
def test_a_file_ten_times_as_long(tmp_path: Path, reader: str) -> None:
    """A plan with ten times the chapters, paragraphs, boxes, tables, and names, no two alike, is read in at most 13
    times the time."""

    short, long = (reading(tmp_path / name, plan(chapters), reader) for name, chapters in (("short", 8), ("long", 80)))
    assert times_as_long(short, long) <= MOST


def compared(edition: Edition) -> object:
    """What is found between a plan and another of everyday size."""
    decisions, plans = Decisions(topics=edition.topics), edition.plans
    pairs = find_partners(plans, decisions)
    assigned, _ = compare_plans(plans, decisions, pairs)
    find_tasks(plans, match_indicators(plans, (), pairs))
    return find_aspects(plans, edition.topics, assigned)


AFTER_READING: dict[str, Callable[[Edition], object]] = {
    "comparison": compared,
    "data": write_data,
    "pages": write_pages,
    "print": print_models,
    "work lists": to_decide,
    "word file": lambda edition: list(plan_text(edition.plans[0])),
}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """A short plan and one ten times as long, each beside another plan."""
    made = []
    for chapters in (20, 200):
        folder = tmp_path_factory.mktemp("edition")
        write_plan(folder / "sources", "some", plan(chapters), reader=READERS[1])
        write_plan(folder / "sources", "other", plan(20), reader=READERS[1], name="乙县")
        made.append(pipeline.read_edition(folder / "sources", folder / "curated"))
    return made


@pytest.mark.parametrize("stage", AFTER_READING.values(), ids=AFTER_READING)
def test_stages_after_reading(editions: list[Edition], stage: Callable[[Edition], object]) -> None:
    """Nor does any stage behind the reading take longer for it than in proportion: comparison, data, pages, print."""
    short, long = editions
    stage(short)  # what is loaded and compiled once
    assert times_as_long(lambda: stage(short), lambda: stage(long)) <= MOST
