"""OCR'd Markdown of a scanned booklet: `#` and `**` are the scanner's guesses, HTML tags its leftovers.

Each rule finds what it takes off a line; RULES lists them in order. The guesses survive as `Line.hint`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ..chinese.blanks import STARS
from ..model.problems import Problem
from ..model.text import Draft, Line, strike

Ranges = Iterator[tuple[int, int]]

TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|span|div|p|br|font|center|html|body)\b[^<>]*>", re.IGNORECASE)
IMAGE = re.compile(r"!\[[^\]]{0,300}\]\([^)]{0,1000}\)")
HASHES = re.compile(r"\s*(#{1,6}[ \t]*)(?=\S)")
BOLD = re.compile(r"\*\*")
UNDERLINED = re.compile(r"(?<![\w_])(__)[^\s_](?:[^_\n]{0,200}[^\s_])?(__)(?![\w_])")
BULLET = re.compile(
    r"\s*([-*•][ \t]+)(?=\S)(?!(?:\d{1,4}|[IVXivx]{1,5})[ \t]*(?:/[ \t]*\d{1,4}[ \t]*)?[-–—])"
)  # not the page number “- 12 -” or “- II -”
RULE = re.compile(r"\s*(?:([-*])(?:[ \t]*\1){2,}|_{10,})\s*$")  # ____ alone is a figure to be filled in


def html_tags(line: str) -> Ranges:
    """<b>四、发展目标</b> → 四、发展目标; in 120<br>165 the mark stays: without it two figures would be one"""
    return (m.span() for m in TAG.finditer(line) if not parts_figures(line, *m.span()))


def parts_figures(line: str, start: int, end: int) -> bool:
    return (
        line[start : start + 3].lower() == "<br"
        and line[max(0, start - 1) : start].isdigit()
        and line[end : end + 1].isdigit()
    )


def comments(line: str) -> Ranges:
    """<!-- page 12 -->第三章 → 第三章"""
    start = line.find("<!--")
    while start >= 0 and (end := line.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = line.find("<!--", end + 3)


def images(line: str) -> Ranges:
    """![](images/stamp.jpg) → nothing"""
    return (m.span() for m in IMAGE.finditer(line))


def rules(line: str) -> Ranges:
    """A line of --- or *** between pages → nothing"""
    return (m.span() for m in [RULE.match(line)] if m)


def heading_marks(line: str) -> Ranges:
    """#### （四）农业转型实现重大突破 → （四）农业转型实现重大突破"""
    return (m.span(1) for m in [HASHES.match(line)] if m)


def bold_marks(line: str) -> Ranges:
    """**五、实施质量兴农行动** → 五、实施质量兴农行动; but 新建____万亩 and 产量达到**亿斤 have figures to be filled in."""
    blanks = [m.start() for m in STARS.finditer(line)]
    stars = [m.span() for m in BOLD.finditer(line)]
    lines = [m.span(n) for m in UNDERLINED.finditer(line) for n in (1, 2)]
    if (len(stars) - len(blanks)) % 2:  # the stars that are left over must pair: then 增加**人口** is bold
        blanks = []
    return iter(sorted(lines + [(a, b) for a, b in stars if a not in blanks]))


def bullets(line: str) -> Ranges:
    """- “十四五”期间，全区… → “十四五”期间，全区…"""
    return (m.span(1) for m in [BULLET.match(line)] if m)


RULES = (
    ("html-tag", html_tags),
    ("comment", comments),
    ("image", images),
    ("rule", rules),
    ("heading-mark", heading_marks),
    ("bold-mark", bold_marks),
    ("bullet", bullets),
)


def unmark(lines: tuple[Line, ...]) -> Draft:
    """A line marked as heading, or bold from end to end, keeps that as a hint."""
    out, removed, problems = [], [], []
    for line in lines:
        whole_bold = line.string.strip().startswith("**") and line.string.strip().endswith("**")
        for reason, rule in RULES:
            line, gone = strike(line, rule(line.string), reason)
            if (reason == "heading-mark" and gone) or (reason == "bold-mark" and gone and whole_bold):
                line = replace(line, hint=True)
            if reason == "image" and gone:
                problems.append(Problem("warning", "image", line.number))
            removed += gone
        out.append(line)
    return Draft(tuple(out), tuple(removed), problems=tuple(problems))


MARKS = re.compile(r"^#{1,6} |^!\[|\*\*[^*\n]+\*\*|^\$\$|<(?:table|td|sup|br)\b|^\|(?:[^|\n]*\|){2,}\s*$", re.MULTILINE)
FEW = 3  # one mark may be a stray sign of the text


def looks_like_it(text: str) -> bool:
    """Does the text carry the marks of Markdown (# …, **…**, ![](…), $$, HTML tables), and more than once or twice?"""
    return sum(1 for _ in zip(MARKS.finditer(text), range(FEW), strict=False)) >= FEW
