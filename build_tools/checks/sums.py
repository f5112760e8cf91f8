"""Sums that do not come out: parts against their total in a sentence, parts against the whole behind 其中, columns
against 合计.

康养基地4个、飞行营地2个、研学基地6个，共15个 → 4+2+6=12; 新建泊位7个，其中2000吨级5个、1000吨级3个 → 8 > 7
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ..chinese.numbering import read_marker
from ..chinese.signs import narrow
from ..chinese.table_words import is_group_number
from ..model.findings import Finding
from ..model.outline import Block, TableCell, expand
from .passages import Passage, Reading, finding, part
from .values import Value, as_decimal, shown, shown_like

TOTAL = re.compile(r"(?:共计?|合计|总计|累计共|共有)(?:约|近|达到?|建成|新建|为|突破|超过?)?$|累计(?:约|近)?$")
AT_LEAST = ("突破", "超过", "超")  # 合计超过1100 is right where the parts make 1150
MADE_IN_ALL = re.compile(
    r"[，、；（](?:合计|总计|共计?)(?:建设|建成|新建|打造|培育|形成|实施|完成|发展|创建|引进|布局)(?:各类|各级|各种)?[\u4e00-\u9fff]{0,8}$"
)
BY_THEN = re.compile(r"20\d\d年")  # 新建10个，到2030年累计…: what was there before is counted in
OVERALL = re.compile(r"总(?P<noun>[\u4e00-\u9fff]{2,4}?)(?:达到?|为)?(?:约|近)?$")  # 新能源总装机达到
WHOLE_NUMBER = re.compile(r"[，；]?\s*其中[，：]?")
LIST_SIGNS = re.compile(r"[、，和及与以及]")
TOGETHER_SAID = "分别"  # before the first part: 分别达到320亿元、260亿元
ANOTHER = re.compile(r"[每均]|各(?![类级种])|年均|比重|占比|以上的|至少|不少于|分别|[。；！？]")
NOT_COUNTED = ("倍", "%", "个百分点", "‰", "年", "小时", "分钟", "天", "日", "岁", "")
SECTORS = re.compile(r"产业(?:增加值)?(?:结构)?(?:比例?|之比|占比)?[^，。；\d]{0,8}\d[^，。；]*")
STRUCTURE = re.compile(
    r"(?<![:：∶\d.])(?P<one>\d+(?:\.\d+)?)[:：∶](?P<two>\d+(?:\.\d+)?)[:：∶](?P<three>\d+(?:\.\d+)?)(?![:：∶\d.])"
)
SHARES = re.compile(
    r"(?P<of>[^，。；：%]{4,40}?)(?:占比|比重|比例|构成)(?:将|力争|预计)?分别(?:达到?|为|调整为|优化为|控制在)?"
    r"(?P<shares>\d+(?:\.\d+)?%(?:[、，和及]+\d+(?:\.\d+)?%)+)"
)
NEAR_ALL = 15  # points; shares that make much more or less are not those of one whole
ROW = re.compile(r"^(?:合\s*计|总\s*计|小\s*计)$")
CELL = re.compile(r"-?\d+(?:\.\d+)?")
WITHOUT = re.compile(r"不含|不包括|除外")


def find(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.sentences:
        values = reading.values(sentence)
        yield from totals(reading, sentence, values)
        yield from wholes(reading, sentence, values)
        yield from structures(reading, sentence)
        yield from shares(reading, sentence) if "%" in sentence.text else ()
    for block in reading.plan.blocks:
        if block.kind == "table":
            yield from columns(reading, block)


def totals(reading: Reading, sentence: Passage, values: Sequence[Value]) -> Iterator[Finding]:
    """A、B、C，共N: all of one unit, parted by nothing but list signs and names."""
    text = sentence.text
    for at, total in enumerate(values):
        overall = OVERALL.search(text[: total.start][-9:])
        said_so = TOTAL.search(text[: total.start][-6:]) or MADE_IN_ALL.search(text[: total.start][-20:])
        if total.unit in NOT_COUNTED or not (overall or said_so):
            continue
        parts: list[Value] = []
        for value in reversed(values[:at]):
            if value.unit != total.unit or ANOTHER.search(text[value.end : (parts[-1] if parts else total).start]):
                break
            parts.append(value)
        parts.reverse()
        if overall and not said_so and not all_named(text, parts, overall["noun"]):
            continue
        if parts and BY_THEN.search(text[parts[-1].end : total.start]):
            continue
        reading.saw("sums", len(parts) > 1)
        before = text[start_of(text, parts[0]) : parts[0].start] if parts else ""
        if len(parts) < 2 or ANOTHER.search(before.replace(TOGETHER_SAID, "")):
            continue
        added, step = sum((p.number for p in parts), Decimal(0)), sum((p.step for p in parts), Decimal(0))
        if text[: total.start].endswith(AT_LEAST) and added >= total.number:
            continue
        if (
            all(p.number < total.number for p in parts)
            and not total.may_be(added, step)
            and not is_part_sum(parts, total)
        ):
            formula = f"{'+'.join(p.printed for p in parts)}≠{total.printed}"
            words = text[start_of(text, parts[0]) : total.end]
            said = ("+".join(p.printed for p in parts), shown_like(added, total), total.printed)
            yield finding(reading, "sums", "arithmetic", "sure", "sum", part(sentence, words), said, computed=formula)


def all_named(text: str, parts: Sequence[Value], noun: str) -> bool:
    """风电装机120万千瓦、光伏装机90万千瓦，新能源总装机…: every part is called what the total is"""
    starts = [start_of(text, parts[0]), *(one.end for one in parts)] if parts else []
    if parts and TOGETHER_SAID in text[starts[0] : parts[0].start] and noun in text[starts[0] : parts[0].start]:
        return True
    return bool(parts) and all(noun in text[start : one.start] for start, one in zip(starts, parts, strict=False))


def is_part_sum(parts: Sequence[Value], total: Value) -> bool:
    """The first of the parts may be the whole of the others already named: 4.5万亩，其中1.8万亩、2.7万亩，共…"""
    return any(total.may_be(sum((p.number for p in parts[i:]), Decimal(0))) for i in range(1, len(parts) - 1))


def wholes(reading: Reading, sentence: Passage, values: Sequence[Value]) -> Iterator[Finding]:
    """N，其中A、B: the parts may be less than the whole where not all are named, never more."""
    text = sentence.text
    for at, (nearest, first) in enumerate(itertools.pairwise(values)):
        between = text[nearest.end : first.start]
        whole = nearest
        if nearest.unit != first.unit and at and same_clauses(text, values[at - 1], nearest):
            whole = values[at - 1]  # 实施项目420项，总投资1850亿元，其中产业类210项…
        if not WHOLE_NUMBER.match(between) or whole.unit != first.unit or whole.unit in NOT_COUNTED:
            continue
        parts = [first]
        for value in values[at + 2 :]:
            if (
                value.unit != whole.unit
                or ANOTHER.search(text[parts[-1].end : value.start])
                or "，" in text[parts[-1].end : value.start]
            ):
                break
            parts.append(value)
        added, step = sum((p.number for p in parts), Decimal(0)), sum((p.step for p in parts), Decimal(0))
        if len(parts) >= 2 and added - step > whole.number + whole.step:
            said = ("+".join(p.printed for p in parts), shown_like(added, whole), whole.printed)
            formula = f"{'+'.join(p.printed for p in parts)}>{whole.printed}"
            words = text[start_of(text, whole) : parts[-1].end]
            yield finding(reading, "sums", "arithmetic", "sure", "parts", part(sentence, words), said, computed=formula)


def same_clauses(text: str, one: Value, other: Value) -> bool:
    """Two figures of one thing: nothing but one comma and 总投资, or the like, stands between them."""
    return bool(re.fullmatch(r"[，、]?总?(?:投资|面积|长度?|规模)(?:约|达到?|为)?", text[one.end : other.start]))


def ratios_of_sectors(text: str) -> Iterator[re.Match[str]]:
    """三次产业结构由21:36:43调整为17:39:45: both"""
    for clause in SECTORS.finditer(text) if "产业" in text else ():
        yield from STRUCTURE.finditer(text, clause.start(), clause.end())


def structures(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """三次产业结构调整为26∶41∶34: shares of one whole make 100 (or 10), but for what rounding does"""
    for match in ratios_of_sectors(sentence.text):
        shares = [Decimal(match[name]) for name in ("one", "two", "three")]
        added = sum(shares, Decimal(0))
        reading.saw("sums")
        if added != 10 and abs(added - 100) > Decimal("0.2"):
            values = ("∶".join(map(str, shares)), shown(added))
            formula = f"{'+'.join(map(str, shares))}={shown(added)}"
            first = max(sentence.text.rfind(sign, 0, match.start()) for sign in "，；。") + 1
            here = part(sentence, sentence.text[first : match.end()])
            yield finding(reading, "sums", "arithmetic", "sure", "structure-sum", here, values, computed=formula)


def shares(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """风电、光伏、水电占比分别为48%、41%和16%: as many shares as there are parts, and near to the whole"""
    for match in SHARES.finditer(sentence.text):
        parts = [Decimal(words) for words in re.findall(r"\d+(?:\.\d+)?", match["shares"])]
        added = sum(parts, Decimal(0))
        step = sum((Decimal(5).scaleb(-len(str(number).partition(".")[2]) - 1) for number in parts), Decimal(0))
        reading.saw("sums")
        near = abs(added - 100) <= NEAR_ALL and len(parts) > 2 and not BY_THEN.search(match["of"])
        if near and abs(added - 100) > step and match["of"].count("、") + 1 in (len(parts), len(parts) - 1):
            values = (match["of"], f"{shown(added)}%")
            formula = f"{'+'.join(map(str, parts))}={shown(added)}"
            here = part(sentence, match.group())
            yield finding(reading, "sums", "arithmetic", "ask", "structure-sum", here, values, computed=formula)


def start_of(text: str, value: Value) -> int:
    """Where the clause of a quantity begins."""
    return max((text.rfind(sign, 0, value.start) for sign in "，；。："), default=-1) + 1


# -- columns of tables


def columns(reading: Reading, block: Block) -> Iterator[Finding]:
    """The row 合计 against the figures above it, column by column; a note that leaves something out silences the
    check."""
    matrix = expand(block.rows)
    if len({len(row) for row in matrix}) > 1:
        return  # nobody knows which figures stand below one another
    heads = [cell.text.string if cell else "" for cell in matrix[0]]
    start = 1
    for r, row in enumerate(matrix):
        name = next((cell.text.string.strip() for cell in row if cell and cell.text.string.strip()), "")
        if not ROW.match(name):
            continue
        for c in range(len(row)):
            yield from column(reading, block, matrix, heads, (start, r, c))
        start = r + 1


def names_group(row: list[TableCell | None]) -> bool:
    """一、能源类 with its own sum: a part of the total that its rows make up once more"""
    first = next((cell.text.string.strip() for cell in row if cell and cell.text.string.strip()), "")
    marker = read_marker(first)
    return is_group_number(first) or (marker is not None and marker.kind in ("han", "han-paren"))


def column(
    reading: Reading, block: Block, matrix: list[list[TableCell | None]], heads: list[str], place: tuple[int, int, int]
) -> Iterator[Finding]:
    start, r, c = place
    cell = matrix[r][c]
    total = number_in(cell.text.string) if cell else None
    if (
        cell is None
        or total is None
        or cell is matrix[r][c - 1]
        or re.search(r"序号|年|%|比|率", heads[c] if c < len(heads) else "")
    ):
        return
    rows = [row for row in matrix[start:r] if not names_group(row)]
    cells = [row[c] if c < len(row) else None for row in rows]
    above = [one.text.string if one else "" for one in cells]
    numbers = [number_in(words) for words in above]
    filled = [number for number in numbers if number is not None]
    if len(filled) < 2 or any(
        number is None and re.search(r"\d", words) for number, words in zip(numbers, above, strict=True)
    ):
        return
    added = sum(filled, Decimal(0))
    left_out = {total + number for number in filled}  # a total that leaves one row out may say so in a note
    of_groups = [number_in(one.text.string) for row in matrix[start:r] if names_group(row) and (one := row[c])]
    if added == total or (added in left_out and has_exception(reading, block)) or sum(filter(None, of_groups)) == total:
        return
    words = "".join(one.text.string for one in dict.fromkeys(one for one in matrix[r] if one))
    here = Passage(block.address, block.unit, "table", block.lines[1], words)
    values = (heads[c], shown(added), cell.text.string)
    yield finding(
        reading, "sums", "arithmetic", "sure", "column", here, values, computed=f"{'+'.join(map(str, filled))}≠{total}"
    )


def number_in(words: str) -> Decimal | None:
    match = CELL.fullmatch(narrow(words).strip().replace(",", ""))
    return as_decimal(match.group()) if match else None


def has_exception(reading: Reading, block: Block) -> bool:
    """A note of the table, or a text of its unit, that says 不含 …"""
    notes = [b.text.string for b in reading.plan.blocks if b.unit == block.unit]
    return any(WITHOUT.search(note) for note in notes)
