"""Figures that a draft leaves open: X, XX, [X], ××, N, ____, （   ）, □□ or ※ before a measure word; blanks for words;
cells of tables.

地区生产总值完成X亿元 → unit 亿元, stands for 地区生产总值;  road X602, 绿电+N, 1+N, IPv6, X光 → none
"""

from __future__ import annotations

import re
from bisect import bisect_right

from ..chinese.amounts import OPEN_UNIT, Amount, find_amounts, open_places
from ..chinese.blanks import blanks_to_fill_in
from ..chinese.several import Unpaired
from ..chinese.subjects import subject_of
from ..chinese.wording import bare_words, clause_start
from ..model.facts import Placeholder
from ..model.outline import Block, expand
from ..model.span import Span

AROUND = 12
CELL = re.compile(r"\[?[XＸx×]{1,3}\]?[%％]?|_{2,}|＿+|[（(][ \u3000_]+[）)]|□{1,4}|※{1,3}|〇{2,4}|\*{2,4}|N")
PURPOSE = re.compile(r"[^，。；]*，(?P<what>[^，。；]{2,20})")
NEXT_WORDS = re.compile(r"[\u4e00-\u9fff]{2,12}")


def find_placeholders(plan: str, blocks: tuple[Block, ...], line_starts: list[int]) -> tuple[Placeholder, ...]:
    found: list[Placeholder] = []
    for block in blocks:
        found += in_table(plan, block, line_starts) if block.rows else in_text(plan, block, line_starts)
    return tuple(found)


def in_text(plan: str, block: Block, line_starts: list[int]) -> list[Placeholder]:
    """Figures, and blanks for words, in the order of the text."""
    string = block.text.string
    places = [(*place, "figure") for place in open_places(string)]
    taken = {at for start, end, _ in places for at in range(start, end)}
    places += [(*place, "blank") for place in blanks_to_fill_in(string) if taken.isdisjoint(range(*place))]
    if not places:
        return []
    amounts = find_amounts(string)
    out = []
    for start, end, kind in sorted(places):
        unit = OPEN_UNIT.match(string, end)
        out.append(
            Placeholder(
                plan=plan,
                address=block.address,
                line=bisect_right(line_starts, block.text.offsets[start]),
                quote=string[max(0, start - AROUND) : end + AROUND],
                unit=unit.group() if unit and kind == "figure" else "",
                stands_for=stands_for(string, amounts, start, end),
                span=Span(start, end),
                kind=kind,
            )
        )
    return out


def in_table(plan: str, block: Block, line_starts: list[int]) -> list[Placeholder]:
    """Cells that hold nothing but an open figure: 居民人均可支配收入 | 元 | 29370 | XX"""
    out, seen = [], set()
    rows = expand(block.rows)
    for row in rows[1:]:
        for column, cell in enumerate(row):
            if cell is None or id(cell) in seen or not CELL.fullmatch(cell.text.string.strip()):
                continue
            seen.add(id(cell))
            words = [other.text.string for other in row if other and NEXT_WORDS.search(other.text.string)]
            top = rows[0][column] if column < len(rows[0]) else None
            head = top.text.string if top else ""
            name = max(words, key=len, default="")
            out.append(
                Placeholder(
                    plan=plan,
                    address=block.address,
                    line=bisect_right(line_starts, cell.text.offsets[0]),
                    quote=f"{name} {cell.text.string}".strip(),
                    unit="",
                    stands_for="：".join(part for part in (name, head) if part),
                    span=None,
                    kind="cell",
                )
            )
    return out


def stands_for(text: str, amounts: tuple[Amount, ...], start: int, end: int) -> str:
    """“工业产值实现|X|亿元” → 工业产值; “推进|X|商场升级改造” (no unit) → 商场升级改造"""
    index = next((n for n, amount in enumerate(amounts) if amount.start == start), None)
    if index is not None:
        try:
            words = subject_of(text, amounts, index)
        except Unpaired as error:
            return str(error)
        return with_its_purpose(words, text, end) if words.endswith("投资") else words
    match = NEXT_WORDS.match(text, end)
    return match.group() if match else bare_words(text[clause_start(text, start) : start])


def with_its_purpose(words: str, text: str, at: int) -> str:
    """“计划投资|X|万元，整合核心商圈” → 投资：整合核心商圈"""
    purpose = PURPOSE.match(text, at)
    return f"{words}：{purpose['what']}" if purpose else words
