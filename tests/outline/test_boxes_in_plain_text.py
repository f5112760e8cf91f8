"""Boxes written as plain lines: where their items end."""

from __future__ import annotations

from small_plan import read

PROSE = "实施人才强县战略，引进急需紧缺人才二百名，完善人才公寓和子女入学政策。"
ITEMS = {
    "no common ending": [
        "面制品。依托小麦基地建设面粉和面制品生产线，培育区域公用品牌。",
        "预制菜。引进中央厨房企业8家，建设冷链仓储12万立方米。",
    ],
    "works of several kinds": [
        "东湖水厂。新建日供水3万吨水厂，铺设输水管线16公里，覆盖两镇。",
        "云岭电站。增效扩容，装机容量提高到6万千瓦，年内开工建设。",
    ],
}


def kinds(text: str) -> list[str]:
    return [block.kind for block in read(text)[2].blocks]


def test_items_with_short_leads_are_told_by_what_stands_outside_boxes() -> None:
    """A lead in each line below the title and in no other paragraph: they are items, and what follows is none."""
    text = "第一章 产业\n" + PROSE + "\n专栏1 重点产业\n" + "\n".join(ITEMS["no common ending"]) + "\n" + PROSE
    text += "\n第二章 保障\n" + PROSE
    assert kinds(text) == ["paragraph", "box", "box_item", "box_item", "paragraph", "paragraph"]


def test_leads_that_name_works_are_items_where_leads_are_common() -> None:
    """水厂, 电站: kinds of works, in a plan whose paragraphs begin with leads, too."""
    own = "综合实力稳步提升。全县地区生产总值达到一百亿元，财政收入持续增长，城乡面貌焕然一新。"
    text = "第一章 基础\n" + own + "\n" + own.replace("综合", "产业") + "\n专栏1 重点工程\n"
    text += "\n".join(ITEMS["works of several kinds"]) + "\n" + own.replace("综合", "民生") + "\n第二章 保障\n" + PROSE
    assert kinds(text) == ["paragraph", "paragraph", "box", "box_item", "box_item", "paragraph", "paragraph"]


def test_items_that_run_together_in_a_cell_are_parted() -> None:
    """OCR programs write the lines of a cell one behind the other; decimals and references part nothing."""
    glued = "1.茶园工程。建设茶园1.2万亩。2.5万亩老茶园逐步改造。2.冷链工程。新建冷库12座。3.水利工程。加固水库9座。"
    text = (
        f"第一章 农业\n\n{PROSE}\n\n<table><tr><td>专栏1 农业工程</td></tr><tr><td>{glued}</td></tr></table>\n\n{PROSE}"
    )
    blocks = read(text)[2].blocks
    items = [block.marker.string + block.text.string for block in blocks if block.kind == "box_item"]
    assert items == [
        "1.茶园工程。建设茶园1.2万亩。2.5万亩老茶园逐步改造。",
        "2.冷链工程。新建冷库12座。",
        "3.水利工程。加固水库9座。",
    ]


def test_a_box_between_blank_lines_ends_with_the_second() -> None:
    """Paragraphs follow one another without blank lines, the box stands between two: all of its lines are its items."""
    lines = ["建成高标准农田3万亩，配套灌排渠系。", "改造低产茶园2万亩，推广绿色防控。", "新建冷库15座，库容3万吨。"]
    text = (
        "第一章 农业\n"
        + PROSE
        + "\n"
        + PROSE
        + "\n\n专栏1 农业工程\n"
        + "\n".join(lines)
        + "\n\n"
        + PROSE
        + "\n"
        + PROSE
    )
    text += "\n第二章 保障\n" + PROSE + "\n" + PROSE
    assert kinds(text)[2:7] == ["box", "box_item", "box_item", "box_item", "paragraph"]
    run_in = text.replace("\n\n", "\n")
    assert kinds(run_in)[2:5] == ["box", "box_item", "paragraph"]  # nothing shows its end
    assert "box-end" in [problem.code for problem in read(run_in)[3]]


def test_a_dash_of_one_sign_is_a_dash() -> None:
    """⸺坚持… reads like ——坚持…, and stays as it is printed."""
    text = "第一章 原则\n⸺坚持生态优先。守住生态底线，推动绿色发展。\n⸺坚持人民至上。增进民生福祉，促进共同富裕。"
    blocks = read(text)[2].blocks
    assert [(block.kind, block.marker.string) for block in blocks] == [("item", "⸺"), ("item", "⸺")]
