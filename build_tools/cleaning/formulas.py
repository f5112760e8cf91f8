"""Numbers, units and marks that an OCR program wrote as formulas are read as plain text.

    年均增长$6.5 \\%$ → 年均增长6.5%;  $\\textcircled{1}$ → ①;  1.2 \\mathrm{km}^2 → 1.2km²;  PM$_{2.5}$ → PM2.5;  90.4%。$^{1}$
    → 90.4%。¹

A formula of anything else stays as it stands, with a problem.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..model.problems import Problem
from ..model.text import NOTHING, Draft, Line, Removed, fold, line_at, strike
from .over_lines import Outcome, over_lines

SPAN = re.compile(r"\$\$([^$\n]{1,200})\$\$|(?<!\$)\$([^$\n]{1,200})\$|\\\((.{1,200}?)\\\)")
OUTSIDE = re.compile(
    r"\\[%#&_$*]|\\(?:textperthousand|geq?|leq?|times|sim|approx|pm|bigstar)(?![a-z])"
    r"|\\textcircled\{[^{}]{1,20}\}|\\(?:mathrm|text|rm)\s?\{[^{}]{1,20}\}(?:\s?\^\{?\d\}?)?"
)
SIGNS = {
    "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "times": "×", "div": "÷", "pm": "±",
    "sim": "～", "approx": "≈", "cdot": "·", "mu": "μ", "textperthousand": "‰", "permil": "‰", "rightarrow": "→",
    "to": "→", "bigstar": "★", "star": "★", "triangle": "△", "square": "□", "Box": "□", "bigcirc": "○", "circ": "°",
    "ldots": "…", "cdots": "…", "dots": "…", "alpha": "α", "beta": "β", "Omega": "Ω", "degree": "°", "prime": "′",
    "neq": "≠", "colon": "∶",
}  # fmt: skip
RAISED = dict(zip("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
CIRCLED = {str(n): chr(0x2460 + n - 1) for n in range(1, 21)}

# What may stand in a formula, in this order; what fits none of these makes the formula unreadable.
TOKEN = re.compile(
    r"(?P<circled>\\textcircled\{(?:\\[a-z]+ ?)?\s*(?P<n>\d{1,2})\s*\})"
    r"|(?P<font>\\(?:mathrm|mathbf|mathsf|mathit|text|textbf|textrm|rm|bf|operatorname|left|right|displaystyle|"
    r"scriptstyle)(?![a-zA-Z])\s*)"
    r"|(?P<space>\\(?:quad|qquad|[ ,;:!])|[ \t]+)"
    r"|(?P<degree>\^\{?\\circ\}?)"
    r"|(?P<mark>\^\{\s*[\[［〔(（]\s*\d{1,2}\s*[\]］〕)）]\s*\})"
    r"|(?P<raised>\^(?:\{\s*(?P<many>[0-9+\-n]{1,3})\s*\}|(?P<one>[0-9n])))"
    r"|(?P<low>_)"
    r"|(?P<escaped>\\[%#&_$])"
    r"|(?P<named>\\(?P<name>[A-Za-z]+) ?)"
    r"|(?P<brace>[{}])"
    r"|(?P<plain>[0-9A-Za-z.,%‰+\-=<>/()\[\]:°μ·×≥≤～~—–…①-⑳Ⅰ-Ⅻ*']|[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])"
)


LONGEST = 6  # lines between two $$


class Edit(NamedTuple):
    """Signs `start`..`end` become `sign`; nothing where `sign` is empty."""

    start: int
    end: int
    sign: str


def fold_formulas(draft: Draft) -> Draft:
    return over_lines(unfenced(draft), folded_line)


def unfenced(draft: Draft) -> Draft:
    """$$ / \\bigstar / $$ on lines of their own → $\\bigstar$: the fences go where all between them can be read."""
    lines, gone = list(draft.lines), list[Removed]()
    fences = [i for i, line in enumerate(lines) if isinstance(line, Line) and line.string.strip() == "$$"]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        inner = [line for line in lines[first + 1 : last] if isinstance(line, Line)]
        if last - first > LONGEST or len(inner) != last - first - 1:
            break
        if all(readable(line) for line in inner):
            for at in (first, last):
                fence = line_at(lines, at)
                gone += fence.text.removed("formula-mark")
                lines[at] = replace(fence, text=NOTHING)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def readable(line: Line) -> bool:
    return not line.string.strip() or read_formula(line.string, 0, len(line.string)) is not None


def folded_line(line: Line) -> Outcome:
    if "$" not in line.string and "\\" not in line.string:
        return Outcome(line)
    edits: list[Edit] = []
    problems, at = [], 0
    for match in SPAN.finditer(line.string):
        inner = match.lastindex or 1
        read = read_formula(line.string, *match.span(inner))
        if read is not None:
            edits += outside(line.string, at, match.start())
            edits += [Edit(match.start(), match.start(inner), ""), *read, Edit(match.end(inner), match.end(), "")]
            at = match.end()
        elif "\\" in match[inner] or "^" in match[inner]:
            problems.append(Problem("warning", "formula", line.number, (match.group(),)))
            at = match.end()
    edits += outside(line.string, at, len(line.string))
    line, folded = fold(line, (edit for edit in edits if edit.sign), "formula")
    line, removed = strike(line, shifted(edits), "formula-mark")
    return Outcome(line, removed, folded, problems)


def shifted(edits: list[Edit]) -> Iterator[tuple[int, int]]:
    """Places of what goes, once every other edit has become one sign."""
    less = 0
    for start, end, sign in edits:
        if sign:
            less += end - start - 1
        elif end > start:
            yield start - less, end - less


def outside(string: str, start: int, end: int) -> list[Edit]:
    """13.5\\% → 13.5%, 40\\textperthousand → 40‰, 3\\mathrm{km}^2 → 3km², where no formula is opened."""
    found: list[Edit] = []
    for match in OUTSIDE.finditer(string, start, end):
        found += read_formula(string, *match.span()) or []
    return found


def read_formula(string: str, start: int, end: int) -> list[Edit] | None:
    """Edits that make plain text of a formula; None where it is none of a number, unit or mark, or has no sign of
    one."""
    words = string[start:end]
    if not any(mark in words for mark in "\\^_") and (
        re.search(r"[\u3000-\uffef]", words) or not re.search(r"\d", words)
    ):
        return None  # 金额$100，编号$200: two signs of money, no formula
    edits: list[Edit] = []
    at = start
    while at < end:
        match = TOKEN.match(string, at, end)
        if not match or (match["named"] and match["name"] not in SIGNS):
            return None
        edits += edits_of(match)
        at = match.end()
    return edits


def edits_of(match: re.Match[str]) -> list[Edit]:
    start, end = match.span()
    if match["circled"]:
        return [Edit(start, end, CIRCLED[str(int(match["n"]))])] if str(int(match["n"])) in CIRCLED else []
    if match["mark"]:  # ^{[1]} → [1]
        return mark_edits(match)
    if match["raised"]:
        group = "many" if match["many"] else "one"
        first, last = match.span(group)
        raised = [Edit(i, i + 1, RAISED[match.string[i]]) for i in range(first, last)]
        return [Edit(start, first, ""), *raised, Edit(last, end, "")]
    if match["named"]:
        return [Edit(start, end, SIGNS[match["name"]])]
    if match["degree"]:
        return [Edit(start, end, "°")]
    if match["escaped"]:
        return [Edit(start, start + 1, "")]
    if match["space"] and parts_figures(match.string, start, end):
        return []
    return [] if match["plain"] else [Edit(start, end, "")]


def mark_edits(match: re.Match[str]) -> list[Edit]:
    """What makes a note's mark of “^{[1]}”: all but brackets and figures goes."""
    start, end = match.span()
    return [Edit(i, i + 1, "") for i in range(start, end) if match.string[i] in "^{} \t"]


def parts_figures(string: str, start: int, end: int) -> bool:
    """The blank in “20 22” → True: two figures never become one; in “2 3 . 5” → False"""
    return (string[start - 2 : start].isdigit() and string[end].isdigit()) or (
        string[start - 1].isdigit()
        and string[end : end + 2].isdigit()
        and string[end : end + 2].strip() == string[end : end + 2]
        and end + 1 < len(string)
    )
