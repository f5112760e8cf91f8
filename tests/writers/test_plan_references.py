"""References inside a plan become links to the place meant."""

from __future__ import annotations

import pytest
from small_plan import write_plan

from build_tools import pipeline

TEXT = """## 第一章 发展基础

### 第一节 主要成就

具体举措见第二章，其中水利见第二章第一节，项目见专栏-1，任务分工见第九章，依据《城乡规划法》第二章执行，全县上下共同努力。

## 第二章 重点任务

### 第一节 水利建设

实施一批重点水利工程，完善防洪体系，提高供水保证率。

专栏-1 水利重点项目

1. 堤防加固：加固堤防二十公里，完善监测设施。
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    root = tmp_path_factory.mktemp("references")
    write_plan(root / "sources", "some", TEXT)
    edition = pipeline.read_edition(root / "sources", root / "curated")
    pipeline.convert([edition], root / "out")
    return (root / "out/pages/zh/some/01.md").read_text(encoding="utf-8")


def test_chapter_and_section_become_links(page: str) -> None:
    """见第二章 leads to the chapter, 见第二章第一节 to its section."""
    assert "见[第二章](02.md#top)" in page
    assert "见[第二章第一节](02.md#s01)" in page


def test_box_becomes_a_link(page: str) -> None:
    """见专栏-1 leads to the box of that number."""
    assert "见[专栏-1](02.md#s01-b1)" in page


def test_what_is_not_in_the_plan_stays_text(page: str) -> None:
    """A chapter that the plan does not have, and a chapter of a law, are no links."""
    assert "见第九章" in page
    assert "法》第二章执行" in page
