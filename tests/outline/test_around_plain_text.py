"""Items of a box in plain lines that begin with a bullet, and what stands around contents and tables."""

import pytest
from small_plan import read

from build_tools.model.text import Grid

START = "第一章 总则\n全县推动高质量发展，改善民生福祉。\n"


@pytest.mark.parametrize("bullet", "◆●▲")
def test_lines_with_the_same_bullet_are_items_of_the_box(bullet: str) -> None:
    """The box ends with the first line that has none."""
    items = "".join(f"{bullet}{name}。建设标准机架2000架。\n" for name in ("绿色算力", "草原修复", "供水保障"))
    text = f"{START}专栏1：重点工程\n{items}健全规划实施机制，组织中期评估。\n第二章 保障\n加强领导。\n"
    blocks = read(text, "word_dump")[2].blocks
    assert [block.kind for block in blocks if block.unit == "some/01"] == [
        "paragraph",
        "box",
        *["box_item"] * 3,
        "paragraph",
    ]


def test_a_preface_that_begins_with_its_name_is_no_entry_of_the_contents() -> None:
    """目录 / … / 序言：本纲要…。 is the first sentence of the plan."""
    contents = "目录\n第一章 总则\n第二章 任务\n第三章 保障\n附件：重大项目表\n"
    text = f"{contents}序言：本纲要由旗人民政府编制，是行动纲领。\n{START}第二章 任务\n做好工作。\n第三章 保障\n加强领导。\n"
    draft = read(text, "word_dump")[1]
    assert any(line.string.startswith("序言：") for line in draft.lines if not isinstance(line, Grid))
    assert [line.string for line in draft.contents][:3] == ["第一章 总则", "第二章 任务", "第三章 保障"]


@pytest.mark.parametrize("gap", ["  ", "　　", "     "])
def test_a_caption_with_a_gap_stands_above_its_table(gap: str) -> None:
    """表1  主要指标 above rows with tabs is no row."""
    rows = "序号\t指标\t2025年\t2030年\n1\t粮食产量\t36\t40\n2\t城镇化率\t54\t58\n"
    draft = read(f"{START}表1{gap}“十五五”主要指标\n{rows}第二章 保障\n加强领导。\n", "word_dump")[1]
    assert [len(line.rows) for line in draft.lines if isinstance(line, Grid)] == [3]


def test_a_note_that_says_where_a_figure_comes_from_is_a_footnote() -> None:
    """…27.3亿元①… / ① 2020年数为普查修订数。"""
    text = f"{START}全旗生产总值增加27.3亿元①，收入6亿元。\n① 2020年数为普查修订数。\n第二章 保障\n加强领导。\n"
    assert [block.text.string for block in read(text, "word_dump")[2].blocks if block.kind == "note"] == [
        "2020年数为普查修订数。"
    ]


def test_contents_that_list_the_annexes_are_no_doubt() -> None:
    """附件：1.重大项目表 / 2.名词解释 in the contents; the annexes are printed as 附件1 and 附件2."""
    contents = "目录\n第一章 总则\n第二章 任务\n第三章 保障\n附件：1.项目表\n2.名词解释\n"
    annexes = "附件1\n项目表\n建设水库1座，投资3亿元。\n附件2\n名词解释\n1.以水四定：以水定绿、以水定地。\n"
    text = f"{contents}{START}第二章 任务\n做好工作。\n第三章 保障\n加强领导。\n{annexes}"
    _, _, outline, problems = read(text, "word_dump")
    assert [unit.title.string for unit in outline.units if unit.level == "annex"] == ["项目表", "名词解释"]
    assert [problem.code for problem in problems if problem.code == "contents-only"] == []


@pytest.mark.parametrize("sign", "：:．")
def test_the_sign_between_annex_and_title_is_part_of_the_number(sign: str) -> None:
    """附件1：重点项目 is printed with its colon, as 一、 is with its 、."""
    text = f"{START}第二章 保障\n加强领导。\n附件1{sign}民生实事清单\n新建学校五所。\n"
    annex = next(unit for unit in read(text, "word_dump")[2].units if unit.level == "annex")
    assert (annex.number.string, annex.title.string) == (f"附件1{sign}", "民生实事清单")


@pytest.mark.parametrize(("before", "after"), [("（", "）"), ("……（", "）"), ("……第", "页"), ("……-", "-")])
def test_pages_of_the_contents_in_brackets_are_pages(before: str, after: str) -> None:
    """第二章 任务（3） is an entry of the contents, and agrees with the heading 第二章 任务."""
    titles = ("第一章 总则", "第二章 任务", "第三章 保障")
    contents = "目录\n" + "".join(f"{title}{before}{n}{after}\n" for n, title in enumerate(titles, 1))
    text = f"{contents}{START}第二章 任务\n做好工作。\n第三章 保障\n加强领导。\n"
    _source, draft, outline, problems = read(text, "word_dump")[:4]
    assert len(draft.contents) == 3
    assert [unit.title.string for unit in outline.units] == ["总则", "任务", "保障"]
    assert not [problem.code for problem in problems if problem.code.startswith("contents")]
