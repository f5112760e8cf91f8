"""A title goes on on the next line, but not in the caption of a table."""

import pytest
from small_plan import read

TABLE = "| 项目 | 总投资 |\n|---|---|\n| 集中供热改造 | 8600 |\n| 散煤治理 | 2400 |\n"


@pytest.mark.parametrize("caption", ["表3-1 重点工程项目", "附表1 重点工程", "表3-1重点工程项目", "图2 空间格局"])
@pytest.mark.parametrize("unit", ["", "单位：万元\n"])
def test_a_caption_is_no_second_line_of_a_title(caption: str, unit: str) -> None:
    """第三章 重点工程 / 表3-1 重点工程项目 / 单位：万元: the title ends with its line."""
    text = f"第一章 总则\n全县高质量发展。\n第二章 重点工程\n{caption}\n{unit}{TABLE}\n第三章 保障\n加强领导。\n"
    assert [unit.title.string for unit in read(text, "ocr_markdown")[2].units] == ["总则", "重点工程", "保障"]


@pytest.mark.parametrize("unit", ["", "单位：万元\n"])
def test_a_title_above_the_line_of_the_unit_is_a_caption(unit: str) -> None:
    """表3-1 重点工程项目 / 单位：万元 / the table: both lines belong to the table, none is a paragraph."""
    text = f"第一章 总则\n全县高质量发展。\n第二章 重点工程\n工程如下。\n表3-1 重点工程项目\n{unit}{TABLE}\n"
    kinds = [block.kind for block in read(text, "ocr_markdown")[2].blocks]
    assert kinds == ["paragraph", "paragraph", "caption", *["caption"] * bool(unit), "table"]
