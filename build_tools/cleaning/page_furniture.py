"""Running heads and page numbers that a scan carried into the text.

    …推进城乡融合发展、均衡发展和美 / — 23 — / 某区“十四五”规划纲要 / 丽乡村建设…   →  the two lines between go

A page number is a line of its own; a running head is a line without sentence end that stands three times or more, and where a
page ends: beside a page number or inside a cut paragraph, or names the plan. A subheading that a plan uses again and again (发展目标) is none.
"""

import re
from dataclasses import replace

from ..chinese.boxes import is_box_title
from ..chinese.numbering import read_marker
from ..chinese.sentences import FULL_LINE, ends_sentence, reads_like_title
from ..chinese.titles import names_a_plan
from ..model.text import Draft, Grid, Line

PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–─·•]\s*(?:\d{1,4}|[IVXivx]{1,5})\s*[-—–─·•]|\d{1,4}(?:\s*/\s*\d{1,4})?|第\s*\d{1,4}\s*页(?:\s*[，,]?\s*共\s*\d{1,4}\s*页)?|[Pp]age\s*\d{1,4})\s*$"
)
TIMES = 3


def take_out(draft: Draft) -> Draft:
    heads = running_heads(draft.lines)
    seen, gone, lines, opened = set(), [], [], False
    for line in draft.lines:
        reason = ""
        if isinstance(line, Line) and PAGE_NUMBER.match(line.string):
            reason = "page-number"
        elif isinstance(line, Line) and key(line) in heads:
            # the chapter's own heading is the first of its running heads, and so is a title above all text: they stay
            if key(line) in seen or opened and not read_marker(line.string):
                reason = "running-head"
            seen.add(key(line))
        if reason:
            gone += line.text.removed(reason)
            line = replace(line, text=line.text[:0], hint=False)
        opened = opened or isinstance(line, Grid) or bool(line.string.strip())
        lines.append(line)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def key(line: Line) -> str:
    """What a running head repeats: its words without white space and page number."""
    return re.sub(r"[\s\d·•\-—–|]", "", line.string)


def running_heads(lines: tuple[Line | Grid, ...]) -> set[str]:
    filled = [line for line in lines if not (isinstance(line, Line) and not line.string.strip())]
    places: dict[str, list[int]] = {}
    for at, line in enumerate(filled):
        if isinstance(line, Line) and may_be_running_head(line):
            places.setdefault(key(line), []).append(at)
    often = {words: found for words, found in places.items() if len(found) >= TIMES}
    return {
        words
        for words, found in often.items()
        if names_a_plan(filled[found[0]].string) or sum(at_page_end(filled, at) for at in found) * 3 >= len(found)
    }


def may_be_running_head(line: Line) -> bool:
    """A title without number or that of a chapter; sections and boxes may have one title in many chapters."""
    marker = read_marker(line.string)
    return (
        len(key(line)) >= 4
        and "\t" not in line.string
        and reads_like_title(line.string)
        and not is_box_title(line.string)
        and (marker is None or marker.kind in ("part", "chapter"))
    )


def at_page_end(filled: list[Line | Grid], at: int) -> bool:
    """Beside a page number, or after a long line that has no end."""
    before = filled[at - 1] if at else None
    after = filled[at + 1] if at + 1 < len(filled) else None
    if any(isinstance(line, Line) and PAGE_NUMBER.match(line.string) for line in (before, after)):
        return True
    return isinstance(before, Line) and len(before.string) >= FULL_LINE and not ends_sentence(before.string)
