"""Text set at any width comes back as its paragraphs."""

from __future__ import annotations

import unicodedata

import pytest
from small_plan import read

from build_tools.cleaning import clean
from build_tools.model.text import Line
from build_tools.readers import read_file

PARAGRAPHS = (
    "全面贯彻新发展理念，坚持稳中求进工作总基调，推动高质量发展，统筹发展和安全，努力实现经济行稳致远、社会安定和谐。到2030年，全县地区生产总值达到186.4亿元，年均增长6.5%左右。",
    "做强特色产业。新建标准化茶园12.5万亩，改造低产茶园3.2万亩，带动农户8600户增收，茶叶综合产值突破30亿元，建成“云上茶谷”产业融合示范园，年接待游客80万人次以上。",
    "1.完善基础设施。实施农村公路提质改造260公里，新建县城第二水源，供水保证率达到95%以上，农村自来水普及率提高到98%，城乡供水一体化基本实现，新增停车位2000个。",
    "——坚持以人民为中心。健全基本公共服务体系，扎实推进共同富裕，让现代化建设成果更多更公平惠及全县人民，不断增强人民群众获得感幸福感安全感。",
    "落实《中华人民共和国城乡规划法》第三章关于城乡规划实施的要求，沿江布局产业带和生态带，城区建成区面积控制在32平方公里以内。",
)
INDENTS = ("　　", "    ", "  ")
WIDTHS = range(48, 84, 3)
NOT_FIRST = "，。；、：）》”%"


def columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in words)


def wrapped(words: str, width: int, indent: str) -> list[str]:
    """Lines of that many columns; a mark that must not begin a line hangs over the end."""
    lines, line = [], indent
    for sign in words:
        if columns(line + sign) > width and sign not in NOT_FIRST:
            lines.append(line)
            line = ""
        line += sign
    return [*lines, line]


def paragraphs_of(text: str) -> list[str]:
    draft = clean(read_file(text.encode("utf-8"), "plan.txt", "word_dump")[1].draft)
    lines = [line.string for line in draft.lines if isinstance(line, Line) and line.string]
    return [line for line in lines if not line.startswith("第一章")]


@pytest.mark.parametrize("indent", INDENTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_indented_paragraphs_come_back_whole(width: int, indent: str) -> None:
    """Whatever the width, also where a sentence ends with the line, a figure is torn, or a line begins with 第三章."""
    lines = [line for words in PARAGRAPHS for line in wrapped(words, width, indent)]
    assert paragraphs_of("第一章 主要任务\n" + "\n".join(lines)) == list(PARAGRAPHS)


@pytest.mark.parametrize("width", WIDTHS)
def test_paragraphs_parted_by_blank_lines_come_back_whole(width: int) -> None:
    """Without an indent the blank line is the sign."""
    lines = "\n\n".join("\n".join(wrapped(words, width, "")) for words in PARAGRAPHS[:4])
    assert paragraphs_of("第一章 主要任务\n\n" + lines) == list(PARAGRAPHS[:4])


def test_lines_of_their_own_length_are_paragraphs() -> None:
    """A paragraph a line: nothing is joined, however the lines end."""
    text = "\n".join(words.rstrip("。") for words in PARAGRAPHS)
    assert len(paragraphs_of("第一章 主要任务\n" + text.replace("\n", "。\n"))) == len(PARAGRAPHS)


@pytest.mark.parametrize("signs", [30, 36, 45])
def test_text_cut_after_so_many_signs_comes_back_whole(signs: int) -> None:
    """A program that counts signs, not columns: lines with many digits are shorter in print and as full as the
    others."""
    texts = ["　　" + words for words in PARAGRAPHS[:4]]
    lines = [words[at : at + signs] for words in texts for at in range(0, len(words), signs)]
    assert paragraphs_of("第一章 主要任务\n" + "\n".join(lines)) == list(PARAGRAPHS[:4])


def test_a_quotation_below_a_heading_begins_a_paragraph() -> None:
    """一、总则 / 　　“十五五”时期…: two lines of their own, though both would fit into one."""
    lines = [line for words in PARAGRAPHS for line in wrapped(words, 72, "　　")]
    text = "第一章 主要任务\n一、总则\n　　“十五五”时期是关键五年。\n" + "\n".join(lines)
    assert paragraphs_of(text)[:2] == ["一、总则", "“十五五”时期是关键五年。"]


def test_lines_cut_after_so_many_signs_by_the_rules_of_print():
    """A mark may hang over the end, a number that does not fit goes to the next line: still one width."""
    words = [
        "支持职业教育产教融合，加快中小企业数字化改造，到2030年开办专业达到32.5%，引导农村客运站点布设，完善城乡供水一体化。",
        "完善县域商业网点改造提升，鼓励公共文化场馆免费开放，到2028年覆盖率达到86.3%以上。推进重点流域水生态修复取得成效。",
        "统筹历史文化街区保护利用，农产品冷链物流能力达到12.5万吨，建成基层医疗卫生机构36个，带动就业1200人。",
    ]
    text = "第一章 目标\n"
    for paragraph in words:
        rest = "　　" + paragraph
        while rest:
            end = min(26, len(rest))
            end += end < len(rest) and rest[end] in "，。"
            while end < len(rest) and rest[end] in "0123456789.%" and rest[end - 1] in "0123456789.":
                end -= 1
            text += rest[:end] + "\n"
            rest = rest[end:]
    _, _, outline, problems = read(text, "")
    assert [block.text.string for block in outline.blocks] == words
    assert problems == []
