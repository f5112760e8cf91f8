"""Running heads and page numbers that a scan carried into the text.

    …推进城乡融合发展、均衡发展和美 / — 23 — / 双城区“十四五”规划纲要 / 丽乡村建设…   →  the two lines between go

A page number is a line of its own; a running head is a line without sentence end that stands three times or more.
"""

import re
from collections import Counter
from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import reads_like_title
from ..model.text import Draft, Grid, Line

PAGE_NUMBER = re.compile(r"\s*(?:[-—–─·•]\s*\d{1,4}\s*[-—–─·•]|\d{1,4}(?:\s*/\s*\d{1,4})?|第\s*\d{1,4}\s*页(?:\s*[，,]?\s*共\s*\d{1,4}\s*页)?|[Pp]age\s*\d{1,4})\s*$")
TIMES = 3


def take_out(draft: Draft) -> Draft:
    heads = running_heads(draft.lines)
    seen, gone, lines = set(), [], []
    for line in draft.lines:
        reason = ""
        if isinstance(line, Line) and PAGE_NUMBER.match(line.string):
            reason = "page-number"
        elif isinstance(line, Line) and key(line) in heads:
            # the chapter's own heading is the first of its running heads, and stays
            if not read_marker(line.string) or key(line) in seen:
                reason = "running-head"
            seen.add(key(line))
        if reason:
            gone += line.text.removed(reason)
            line = replace(line, text=line.text[:0], hint=False)
        lines.append(line)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def key(line: Line) -> str:
    """What a running head repeats: its words without white space and page number."""
    return re.sub(r"[\s\d·•\-—–|]", "", line.string)


def running_heads(lines: tuple[Line | Grid, ...]) -> set[str]:
    counts = Counter(key(line) for line in lines if isinstance(line, Line) and key(line) and reads_like_title(line.string) and "\t" not in line.string)
    return {words for words, count in counts.items() if count >= TIMES and len(words) >= 4}
