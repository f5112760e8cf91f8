"""Addresses are what readers quote: unique, made of the plan's own numbers, and the same after text is added later."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from small_plan import read

from build_tools.chinese.numerals import to_numeral
from build_tools.model.address import Address
from build_tools.model.edition import Plan

TITLES = st.sampled_from(["发展基础", "总体要求", "现代农业", "产业园区", "生态环境", "民生保障"])
BODY = st.lists(
    st.sampled_from(
        [
            "全县经济总量稳步增长。",
            "1. 建设园区。",
            "——坚持改革。",
            "专栏1 重点工程",
            "| 甲 | 乙 |\n| 丙 | 丁 |",
            "坚持稳中求进，推动高质量发展。",
        ]
    ),
    min_size=1,
    max_size=4,
)
SECTIONS = st.lists(st.tuples(TITLES, BODY), min_size=1, max_size=3)
CHAPTERS = st.lists(st.tuples(TITLES, BODY, SECTIONS), min_size=1, max_size=4)
Chapters = list[tuple[str, list[str], list[tuple[str, list[str]]]]]


def written(chapters: Chapters) -> str:
    parts = []
    for number, (title, body, sections) in enumerate(chapters, 1):
        parts += [f"第{to_numeral(number)}章 {title}", *body]
        for place, (heading, text) in enumerate(sections, 1):
            parts += [f"{to_numeral(place)}、{heading}", *text]
    return "\n\n".join(parts) + "\n"


def addresses(text: str) -> dict[str, str]:
    """Address → text, of headings and blocks."""
    _, _, outline, _ = read(text)
    entries = [(unit.address, unit.title.string) for unit in outline.units] + [
        (block.address, block.text.string) for block in outline.blocks
    ]
    assert len(dict(entries)) == len(entries), "an address stands twice"
    return dict(entries)


def test_unique_in_the_plans(plan: Plan) -> None:
    """No two headings or blocks share an address, and no two on one page share an anchor."""
    found = [unit.address for unit in plan.units] + [block.address for block in plan.blocks]
    assert len(set(found)) == len(found)
    anchors = [(Address(address).chapter, Address(address).anchor) for address in found]
    assert len(set(anchors)) == len(anchors)


def test_addresses_are_ascii(plan: Plan) -> None:
    """They can be typed and quoted anywhere."""
    assert all(
        address.isascii()
        for address in [unit.address for unit in plan.units] + [block.address for block in plan.blocks]
    )


@settings(max_examples=150, deadline=None)
@given(CHAPTERS, CHAPTERS)
def test_later_chapters_move_nothing(chapters: Chapters, more: Chapters) -> None:
    """Chapters added at the end leave every address with its text."""
    before, after = addresses(written(chapters)), addresses(written(chapters + more))
    assert {address: after[address] for address in before} == before


@settings(max_examples=150, deadline=None)
@given(CHAPTERS, SECTIONS)
def test_later_sections_move_nothing(chapters: Chapters, more: list[tuple[str, list[str]]]) -> None:
    """Sections added at the end of a chapter leave every address with its text."""
    title, body, sections = chapters[0]
    before, after = addresses(written(chapters)), addresses(written([(title, body, sections + more), *chapters[1:]]))
    assert {address: after[address] for address in before} == before


@settings(max_examples=150, deadline=None)
@given(
    CHAPTERS,
    st.lists(st.sampled_from(["深化改革开放，优化营商环境。", "加强组织领导，压实工作责任。"]), min_size=1, max_size=3),
)
def test_later_paragraphs_move_nothing(chapters: Chapters, more: list[str]) -> None:
    """Paragraphs added at the end of a section leave every address with its text."""
    title, body, sections = chapters[0]
    longer = [(title, body, [*sections[:-1], (sections[-1][0], [*sections[-1][1], *more])]), *chapters[1:]]
    before, after = addresses(written(chapters)), addresses(written(longer))
    assert {address: after[address] for address in before} == before


def test_titles_do_not_matter() -> None:
    """A title may be mended without breaking a link."""
    text = written([("发展基础", ["全县经济总量稳步增长。"], [("主要成就", ["各项事业取得新的进步。"])])])
    assert list(addresses(text)) == list(addresses(text.replace("发展基础", "现状").replace("主要成就", "成绩")))


def test_a_number_that_stands_twice_gets_a_letter() -> None:
    """Both stay reachable: 03, then 03b, then 03c."""
    text = "第一章 总则\n\n一、目标\n\n甲。\n\n一、任务\n\n乙。\n\n一、保障\n\n丙。\n"
    assert [address for address in addresses(text) if "#" not in address] == [
        "some/01",
        "some/01/01",
        "some/01/01b",
        "some/01/01c",
    ]


def test_a_number_may_occur_any_number_of_times() -> None:
    """Thirty chapters of one number have thirty addresses, in their order: 01, 01b … 01z, 01aa."""
    _, _, outline, _ = read("".join(f"## 第一章 发展{number}\n\n推动高质量发展。\n\n" for number in range(60)))
    addresses = [unit.address for unit in outline.units]
    assert len(addresses) == len(set(addresses)) == 60
    assert addresses[:2] + addresses[25:27] == ["some/01", "some/01b", "some/01z", "some/01aa"]
