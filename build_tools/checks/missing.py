"""What is announced and does not follow, and what an adopted plan still leaves open.

近期重点推进以下三项行动： + another heading → nothing follows; 新增高标准农田XX万亩 in an adopted plan → open
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..chinese.numerals import to_number
from ..model.address import Address
from ..model.facts import Indicator
from ..model.findings import Finding
from ..model.outline import Block
from .passages import Passage, Reading, finding, part

ANNOUNCES = re.compile(r"(?:以下|下列|如下|下面)[^。；]{0,14}[：:]$|主要(?:有|包括)[：:]$")
COUNTED = re.compile(
    r"(?:以下|下列|实施|推进|抓好|做好|落实|重点)(?P<n>[二两三四五六七八九十]|十[一二三四五六])(?:大|个|项|方面)[^。；，、]{0,10}[：:]$"
)
BRACKETS = re.compile(r"[（(【\[][^）)】\]]*[）)】\]]")
CHANGE = re.compile(r"增长|增速|降低|下降|提高|减少|完成|达到|同步|国家|省|市下达|\[")
ITEMS = ("item", "box_item")
FIRST_OF = re.compile(r"^[一二三四五六七八九十]是|^第?[一二三四五六七八九十]、|^[（(]?[一1１][）)、.．]|^——|^首先")
IN_WORDS = re.compile(r"(?:^|[。；：])(?:首先|其次|再次|最后|十?[一二三四五六七八九十]是)(?=[\u4e00-\u9fff，])")
ANNOUNCED = re.compile(
    r"(?P<n>[二两三四五六七八九十])(?:个|大|项|条|方面|种)(?!月|年|县|市|区|镇|乡|村)(?P<noun>[^。；，、：]{0,10})[：:，](?=一是)"
)
TITLED = re.compile(r"[^，。；：]{4,20}。.")
INDICATORS = re.compile(
    r"(?P<kind>约束性|预期性)指标(?P<n>\d+|[一二三四五六七八九十]{1,3})[项个]|(?P<m>\d+|[一二三四五六七八九十]{1,3})[项个](?P<kind2>约束性|预期性)指标"
)


def find(reading: Reading) -> Iterator[Finding]:
    blocks = reading.plan.blocks
    for at, block in enumerate(blocks):
        if block.kind in ("paragraph", "item"):
            yield from lead_ins(reading, block, blocks[at + 1 : at + 30])
    yield from counts_in_words(reading)
    if reading.plan.card.status == "adopted":
        yield from open_figures(reading)
    yield from counts_of_indicators(reading)
    yield from empty_cells(reading)


def empty_cells(reading: Reading) -> Iterator[Finding]:
    """Of the table of indicators: neither binding nor expected; a base that all others have."""
    told = {problem.values[0] for problem in reading.plan.problems if problem.code == "empty-attribute"}
    rows = reading.plan.indicators
    filled = sum(bool(row.baseline) for row in rows)
    for row in rows:
        here = Passage(row.address, row.address, "table", row.source_line, row_words(row))
        name = BRACKETS.sub("", row.name)
        reading.saw("missing")
        if row.no in told and not row.attribute:
            yield finding(reading, "missing", "missing_content", "sure", "empty-attribute", here, (name,))
        level = row.target and not row.cumulative and not CHANGE.search(row.name + row.target)
        if not row.baseline and level and "baseline" not in row.doubtful and filled * 3 >= 2 * len(rows):
            yield finding(reading, "missing", "missing_content", "ask", "empty-base", here, (name, row.baseline_year))


def row_words(row: Indicator) -> str:
    return " ".join(cell for cell in (row.name, row.unit, row.baseline, row.target, row.attribute) if cell)


def lead_ins(reading: Reading, block: Block, following: Sequence[Block]) -> Iterator[Finding]:
    text = block.text.string.strip()
    last = re.split(r"[。；！？]", text)[-1]
    here = Passage(block.address, block.unit, block.kind, block.lines[1], last)
    if not last.endswith(("：", ":")):
        return
    own = [one for one in following if Address(one.unit).is_in(block.unit)]
    items = 0
    for one in own:
        if one.kind not in ITEMS and not FIRST_OF.match(one.text.string) and one.kind not in ("table", "box"):
            break
        items += one.kind in ITEMS or one.kind == "paragraph"
    items = items or with_lead(own)
    below = any(one.unit != block.unit for one in own)
    tables = bool(own) and own[0].kind in ("table", "box", "caption")
    counted = COUNTED.search(last)
    in_words = len(IN_WORDS.findall(own[0].text.string)) if items == 1 and own and not tables else 0
    items = in_words or items  # 一是…。二是…。三是…: in one paragraph
    if ANNOUNCES.search(last) and not items and not below and not tables:
        yield finding(reading, "missing", "missing_content", "sure", "lead-in", here, (last[-20:],))
    elif counted and items and not tables:
        announced = to_number(counted["n"])
        if items != announced and items > 1:
            yield finding(reading, "missing", "missing_content", "ask", "count", here, (announced, items))


def counts_in_words(reading: Reading) -> Iterator[Finding]:
    """落实四项机制：一是…；二是…；三是…: in one paragraph"""
    for _, passage in reading.texts:
        for match in ANNOUNCED.finditer(passage.text) if "一是" in passage.text else ():
            following = passage.text[match.end() - 1 :]
            following = following[:second] if (second := following.find("一是", 3)) > 0 else following
            said, named = to_number(match["n"]), len(IN_WORDS.findall(following))
            reading.saw("missing")
            if named > 1 and said != named:
                here = part(passage, passage.text[max(0, match.start() - 8) : match.end() + 12])
                yield finding(reading, "missing", "missing_content", "ask", "count", here, (said, named))


def with_lead(blocks: Sequence[Block]) -> int:
    """经济总量再上台阶。… 创新驱动成为主引擎。…: paragraphs that begin with a sentence like a title are what was announced"""
    titled = [bool(TITLED.match(block.text.string)) for block in blocks if block.kind == "paragraph"]
    run = next((at for at, one in enumerate(titled) if not one), len(titled))
    return run if run > 1 else 0


def open_figures(reading: Reading) -> Iterator[Finding]:
    for row in reading.plan.placeholders:
        here = Passage(row.address, row.address, "", row.line, row.quote)
        yield finding(reading, "missing", "missing_content", "sure", "unfilled", here)


def counts_of_indicators(reading: Reading) -> Iterator[Finding]:
    """约束性指标9项, against the rows of the table."""
    rows = reading.plan.indicators
    if not rows:
        return
    if any(problem.code == "empty-attribute" for problem in reading.plan.problems):
        return  # which kind a row is cannot be counted
    for sentence in reading.sentences:
        for match in INDICATORS.finditer(sentence.text):
            kind = match["kind"] or match["kind2"]
            groups = {row.key or row.name for row in rows if row.attribute == kind}
            said = to_number(match["n"] or match["m"])
            if groups and len(groups) != said:
                here = part(sentence, match.group())
                yield finding(reading, "missing", "contradiction", "ask", "indicators", here, (said, kind, len(groups)))
