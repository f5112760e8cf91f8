"""The stroke above the notes at the foot of a page is no text: ________, ＿＿＿＿＿＿ or ────── on a line of its own, right
above a note.

    …综合产值达到 48 亿元 1 / ________ / 1 按当年价格计算。   →   the line of strokes goes; ____ elsewhere is left open
"""

from __future__ import annotations

import re
from dataclasses import replace

from ..model.text import Draft, Grid, Line, Removed

STROKE = re.compile(r"\s*(?:[_＿]{6,}|[─━—－-]{8,}|[‾¯￣]{6,})\s*$")
NOTE = re.compile(
    r"\s*(?:[\[［〔【(（]\d{1,2}[\]］〕】)）]|[①-⑳¹²³⁰⁴-⁹*＊※]|\$?\^|注\s*[\d:：]|\d{1,2}(?:\s*$|[ \u3000]+[^\s\d.]))"
)


def take_out(draft: Draft) -> Draft:
    gone: list[Removed] = []
    lines: list[Line | Grid] = []
    for at, line in enumerate(draft.lines):
        if isinstance(line, Line) and STROKE.match(line.string) and stands_above_note(draft.lines, at):
            gone += line.text.removed("rule")
            line = replace(line, text=line.text[:0], hint=False)
        lines.append(line)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def stands_above_note(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """Is the next line with anything in it a note?"""
    below = next((line for line in lines[at + 1 :] if isinstance(line, Grid) or line.string.strip()), None)
    return isinstance(below, Line) and NOTE.match(below.string) is not None
