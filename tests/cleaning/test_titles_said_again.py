"""What a plan says again on purpose is no fault: the title of an annex above its table, how its headings end."""

from __future__ import annotations

import pytest
from small_plan import read

HEAD = "第一章 目标\n坚持稳中求进，推动高质量发展取得新成效，各项任务落到实处。\n\n"
TITLE = "青山县“十五五”时期重点工程项目表"


@pytest.mark.parametrize("annex", [f"附件2 {TITLE}", f"附件2：{TITLE}", f"附件2\n\n{TITLE}"])
def test_a_table_called_like_its_annex(annex):
    """The title stands twice, once as the annex's, once as the table's."""
    _, draft, outline, _ = read(f"{HEAD}{annex}\n\n{TITLE}\n\n序号\t名称\t总投资\n1\t环湖公路\t3\n", "")
    assert draft.problems == ()
    assert outline.units[-1].title.string == TITLE


def test_a_paragraph_said_twice_is_told():
    """A sentence below itself is no title."""
    sentence = "大力发展油茶产业，建设精深加工园区，带动农民增收。"
    assert [p.code for p in read(f"{HEAD}{sentence}\n\n{sentence}\n", "")[1].problems] == ["said-twice"]


def test_headings_that_end_like_sentences_all_over_a_plan_are_one_note():
    """Three chapters whose （一）（二） end in 。: one note with the lines of all."""
    part = "{}、{}\n（一）夯实发展基础。\n稳步推进各项工作，取得积极进展。\n（二）完善配套政策。\n健全工作机制，强化要素保障。\n"
    text = "".join(part.format(*one) for one in (("一", "做强产业"), ("二", "改善民生"), ("三", "保护生态")))
    _, _, outline, problems = read(text, "")
    assert len(outline.units) == 9
    assert [(p.code, p.values[1]) for p in problems] == [("heading-sentence", "2, 4, 7, 9, 12, 14")]


def test_a_title_below_a_full_line():
    """An unnumbered title between two indented paragraphs of wrapped text is not the end of the first."""
    full = "　　统筹历史文化街区保护利用，稳步提升农产品冷链物流能力，\n持续建好基层医疗卫生机构，不断扩大就业规模，推动工作见成效。\n"
    text = "".join(
        f"{title}\n{full}（一）{title}重点\n{full}{full}" for title in ("发展基础", "总体要求", "产业体系", "生态保护")
    )
    units = [unit.title.string for unit in read(text, "")[2].units]
    assert [title for title in units if not title.endswith("重点")] == ["发展基础", "总体要求", "产业体系", "生态保护"]
