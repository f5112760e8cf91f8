"""A plan that lacks what others have – a table of indicators, targets, projects, a counterpart – becomes a site without
a broken link."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline, publish

PLAIN = "# 第一章 总则\n\n## 一、指导思想\n\n坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。\n"
TARGETS = "# 第一章 农业\n\n## 一、粮食生产\n\n到2030年，粮食产量达到40亿斤以上，高标准农田面积达到280万亩。\n"
TABLE = """# 第一章 发展目标

## 一、主要指标

| 序号 | 指标 | 2025年 | 2030年 | 属性 |
|---|---|---|---|---|
| 1 | 森林覆盖率（%） | 12 | 15 | 约束性 |
| 2 | 常住人口城镇化率（%） | 40 | 45 | 预期性 |
"""
PROJECTS = "# 第一章 项目\n\n## 一、重大工程\n\n实施甲县水库除险加固工程，总投资3亿元，2027年建成。\n"


@pytest.mark.parametrize(
    "texts",
    [[PLAIN], [TARGETS], [TABLE], [PROJECTS], [PLAIN, TARGETS, TABLE, PROJECTS, TARGETS, TABLE]],
    ids=["nothing but text", "targets alone", "a table alone", "projects alone", "six plans"],
)
def test_any_plan_becomes_a_site(texts: list[str], tmp_path: Path) -> None:
    """The strict build, which stops at a link to nowhere, goes through; every plan has its home page."""
    for number, text in enumerate(texts, 1):
        write_plan(tmp_path / "sources", f"plan{number}", text, name=f"第{number}县", title=f"第{number}县规划")
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "none", stop=False)
    pipeline.convert(pipeline.editions_of(edition, tmp_path / "none"), tmp_path / "content")
    publish.build_site(tmp_path / "content", tmp_path / "site")
    assert all((tmp_path / "site" / f"plan{number}" / "index.html").is_file() for number in range(1, len(texts) + 1))
