"""What a page is called that has no number of its own: what stands before the first chapter, an annex, the lines of its
printing."""

from __future__ import annotations

from collections.abc import Callable

from ...chinese.annexes import is_notice_title
from ...model.outline import Unit
from ...model.shown import together
from ...model.translation import _

FOREWORD, NOTICE, PRINTING, BODY = _("前言"), _("印发通知"), _("版记"), _("正文")


def called(unit: Unit, say: Callable[[str], str] = str) -> str:
    """第三章; 附件1 of 附件1：; 名词解释 where an annex has no number; 前言, 印发通知 or 版记"""
    number = unit.number.string.rstrip("：:") if unit.level == "annex" else unit.number.string
    return number or (unit.title.string if unit.level != "front" else "") or say(front_or_end(unit))


def front_or_end(unit: Unit) -> str:
    if unit.level == "annex":
        return PRINTING
    if unit.level == "chapter":
        return BODY
    return NOTICE if is_notice_title(unit.title.string) else FOREWORD


def label(unit: Unit, say: Callable[[str], str] = str) -> str:
    """Name of a unit in lists: 第一章 发展基础和环境; the text before the first chapter may have no title."""
    return together((words for words in (unit.number.string, unit.title.string) if words), " ") or say(
        front_or_end(unit)
    )
