"""Automatic numbers. A paragraph belongs to a level of a list; the list counts; the level says how the number is
written.

Lists (w:num) that share their pattern (w:abstractNum) count on together, unless one starts anew. A level starts anew
when a higher one advances; “第%1章%2” takes the numbers of both levels, each in its own format unless the level says
isLgl.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from .names import COMPATIBILITY, is_on, value_of, w, whole_number
from .number_formats import written

PLACE = re.compile(r"%([1-9])")
DASHES = re.compile(r"[—－–\-─]{1,3}$")  # a bullet that is printed text: ——


@dataclass(frozen=True, slots=True)
class Level:
    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    after: str = "tab"
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """`pattern`: id of the w:abstractNum whose numbers it shares; `starts`: levels that begin anew with this list."""

    pattern: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass
class Numbering:
    """All lists of a document, and how far each has counted."""

    lists: dict[str, List] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def level_of(self, key: str, level: int | None, style: str) -> int:
        """The level a paragraph stands on: its own word, or the level that is tied to its style."""
        if level is not None:
            return level
        levels = self.lists[key].levels if key in self.lists else {}
        return next((at for at, found in levels.items() if style and found.style == style), 0)

    def next(self, key: str | None, level: int) -> str:
        """The number printed before the next paragraph on this level of this list, with the space after it."""
        found = self.lists.get(key or "")
        if found is None or level not in found.levels:
            return ""
        counts = self.counted.setdefault(found.pattern, {})
        if level in found.starts and (key, level) not in self.begun:
            counts[level] = found.starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else found.levels[level].start
        self.begun.add((key or "", level))
        for below, rule in found.levels.items():
            if below > level and (rule.restart is None or (rule.restart and level < rule.restart)):
                counts.pop(below, None)
        return self.shown(found, level, counts)

    def shown(self, found: List, level: int, counts: dict[int, int]) -> str:
        rule = found.levels[level]
        if rule.form == "bullet":
            return rule.pattern if DASHES.match(rule.pattern) else ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            other = found.levels.get(at, Level())
            return written(
                counts.get(at, other.start), "decimal" if rule.legal and other.form != "none" else other.form
            )

        text = PLACE.sub(number, rule.pattern)
        return text + {"tab": " ", "space": " "}.get(rule.after, "") if text else ""


def read_numbering(root: Any, style_lists: dict[str, str | None]) -> Numbering:
    """`style_lists`: style id → its list, for patterns that only refer to a style (numStyleLink)."""
    patterns = {p.get(w("abstractNumId")): p for p in root.iter(w("abstractNum"))}
    nums = {n.get(w("numId")): n for n in root.iter(w("num"))}
    lists = {}
    for key, num in nums.items():
        pattern = linked(value_of(num, "abstractNumId") or "", patterns, nums, style_lists)
        levels = {
            at: read_level(level)
            for level in levels_in(patterns.get(pattern))
            if (at := level_number(level)) is not None
        }
        starts = {}
        for override in num.iter(w("lvlOverride")):
            at = level_number(override)
            if at is None:
                continue
            for level in override.iter(w("lvl")):
                levels[at] = read_level(level)
            start = whole_number(value_of(override, "startOverride"))
            if start is not None:
                starts[at] = start
        lists[key] = List(pattern, levels, starts)
    return Numbering(lists)


def linked(pattern: str, patterns: dict[str, Any], nums: dict[str, Any], style_lists: dict[str, str | None]) -> str:
    """A pattern without levels names a style; the list of that style has the pattern that is meant."""
    style = value_of(patterns.get(pattern), "numStyleLink")
    num = nums.get(style_lists.get(style or "") or "")
    return value_of(num, "abstractNumId") or pattern if style and num is not None else pattern


def levels_in(pattern: Any) -> list[Any]:
    return [] if pattern is None else list(pattern.iter(w("lvl")))


def level_number(element: Any) -> int | None:
    return whole_number(element.get(w("ilvl")))


def read_level(level: Any) -> Level:
    form = level.find(w("numFmt"))
    if form is None:  # a format of newer versions, with one for older programs beside it
        form = level.find(f"{COMPATIBILITY}AlternateContent/{COMPATIBILITY}Fallback/{w('numFmt')}")
    start = whole_number(value_of(level, "start"))
    return Level(
        start=1 if start is None else start,
        form=form.get(w("val"), "decimal") if form is not None else "decimal",
        pattern=(value_of(level, "lvlText") or "") if level.find(w("lvlText")) is not None else "",
        after=value_of(level, "suff") or "tab",
        restart=whole_number(value_of(level, "lvlRestart")),
        legal=bool(is_on(value_of(level, "isLgl"))),
        style=value_of(level, "pStyle") or "",
    )
