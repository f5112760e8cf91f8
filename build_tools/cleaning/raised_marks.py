"""Note marks that a program took down to plain digits: they are read as raised ones, and the notes of a page leave the
run of lines.

    …比例为90.4%。1 / 1 数据来自市统计部门…  →  …比例为90.4%。¹ / ¹ 数据来自市统计部门…
     数据来自市统计部门…初步核 /  1 / 算数。  →  the note ¹数据来自市统计部门…初步核算数。

A digit is a note's mark only if both are there: the note, which explains something, and before it a digit where no
figure can stand.
"""

import re
from bisect import bisect_right
from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import FULL_LINE, ends_sentence
from ..model.text import NOTHING, Change, Draft, Grid, Line, Removed, Text, fold, line_at

RAISED = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))
NUMBER = re.compile(r"[1-9]\d?")
BEGINS = re.compile(
    r"(?P<n>[1-9]\d?)(?=[ \u3000]?[\u4e00-\u9fff《“])(?![ \u3000]?[年月日个家户座条处所项人亩吨元公平立台套辆张名万亿千百号级类届])"
)
EXPLAINS = re.compile(
    r"[是系]?指[^标]|按.{1,12}[计统算]|数据|来源|来自|口径|包括|不含|简称|下同|参见|详见|为准|统计|计算|，即|已纳入|额度"
)
PLAIN = {sign: digit for digit, sign in RAISED.items()}
NOTE = re.compile(
    r"(?P<n>[1-9]\d?)(?=[ \u3000][\u4e00-\u9fff《“])|[\[［〔](?P<b>[1-9]\d?)[\]］〕]|(?P<s>[⁰¹²³⁴-⁹]{1,2})"
)
LONGEST = 4  # lines of a note
NEAR = 60  # lines or paragraphs between a mark and its note


def take_out(draft: Draft) -> Draft:
    """A number alone on a line, and the lines of the note around it, at the foot of a page; a note between the halves
    of a sentence."""
    lines, gone, notes, folded = list(draft.lines), list[Removed](), list[Line](), list[Change]()
    ends = page_ends(draft)
    for at, line in enumerate(draft.lines):
        if isinstance(line, Grid) or not line.string.strip():
            continue
        if NUMBER.fullmatch(line.string.strip()):
            places = note_around(draft.lines, at, ends)
            if places:
                notes.append(gathered(lines, at, places, gone))
            elif parts_a_sentence(draft.lines, at):
                sew_reference(lines, at, gone, folded)
        elif match := is_note_in_cut(lines, at):
            note = gathered(lines, at, [], gone)
            notes.append(raised(note, [match.span("n")], folded) if match["n"] else note)
    return replace(
        draft,
        lines=tuple(lines),
        removed=draft.removed + tuple(gone),
        notes=draft.notes + tuple(notes),
        folded=draft.folded + tuple(folded),
    )


def parts_a_sentence(lines: tuple[Line | Grid, ...], at: int) -> bool:
    """…全部机组投产 / 2 / 。实施石门峡…: the number is a raised mark that fell out of its line"""
    before, after = lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None
    if not isinstance(before, Line) or not isinstance(after, Line) or not before.string.strip():
        return False
    return not ends_sentence(before.string) and after.string.strip()[:1] in tuple("。，；、：")


def sew_reference(lines: list[Line | Grid], at: int, gone: list[Removed], folded: list[Change]) -> None:
    """The three lines as one, the number raised."""
    texts: list[Text] = []
    for i in (at - 1, at, at + 1):
        line = line_at(lines, i)
        inner = line.string.strip() if i != at - 1 else line.string.rstrip()
        start = line.string.index(inner)
        gone += line.text[:start].removed("white-space") + line.text[start + len(inner) :].removed("white-space")
        part = replace(line, text=line.text[start : start + len(inner)])
        texts.append((raised(part, [(0, len(inner))], folded) if i == at else part).text)
        lines[i] = replace(line, text=NOTHING)
    first, last = line_at(lines, at - 1), line_at(lines, at + 1)
    lines[at - 1] = replace(first, text=texts[0] + texts[1] + texts[2], last=last.end)


def is_note_in_cut(lines: list[Line | Grid], at: int) -> re.Match[str] | None:
    """A note between a line without end and one that goes on, whose mark stands in the text above."""
    words = line_at(lines, at).string.strip()
    match = NOTE.match(words)
    if not match or not words.endswith("。") or not EXPLAINS.search(words):
        return None
    before = next((line for line in reversed(lines[max(0, at - 8) : at]) if has_words(line)), None)
    after = next((line for line in lines[at + 1 : at + 9] if has_words(line)), None)
    if not isinstance(before, Line) or not isinstance(after, Line) or read_marker(after.string.strip()):
        return None
    if ends_sentence(before.string) or len(before.string.strip()) < FULL_LINE:
        return None
    number = match["n"] or match["b"] or "".join(PLAIN[sign] for sign in match["s"])
    sign = "".join(RAISED[digit] for digit in number)
    marks = (f"[{number}]", f"［{number}］", f"〔{number}〕", sign)
    above = [line.string.strip() for line in lines[max(0, at - NEAR) : at] if isinstance(line, Line)]
    return match if any(mark in line[1:] for line in above for mark in marks) else None


def has_words(line: Line | Grid) -> bool:
    return isinstance(line, Grid) or bool(line.string.strip())


def page_ends(draft: Draft) -> set[int]:
    """Numbers of the lines with which a page ends or begins: page numbers that went, and the first lines of pages."""
    numbers = sorted(r.start for r in draft.removed if r.reason == "page-number")
    ends = set(draft.page_starts[1:])
    filled = [line for line in draft.lines if isinstance(line, Line) and line.text.offsets]
    starts = [line.text.offsets[0] for line in filled]
    for place in numbers:
        at = bisect_right(starts, place)
        ends.add(filled[at].number if at < len(filled) else draft.lines[-1].number + 1)
    return ends


def note_around(lines: tuple[Line | Grid, ...], at: int, ends: set[int]) -> list[int]:
    """Positions of the note's lines; none where the page does not end below, or the lines explain nothing."""
    below, end = [], False
    for i in range(at + 1, min(at + 1 + 3 * LONGEST, len(lines))):
        line = lines[i]
        if isinstance(line, Grid) or line.number in ends or NUMBER.fullmatch(line.string.strip()):
            end = isinstance(line, Line)
            break
        if line.string.strip():
            below.append(i)
    before = lines[at - 1] if at else None
    cut = isinstance(before, Line) and before.string.strip() and not ends_sentence(before.string)
    above = [at - 1] if cut else []
    parts = [line_at(lines, i).string.strip() for i in above + below]
    words, first = "".join(parts), parts[0] if parts else ""
    sound = (
        0 < len(below) <= LONGEST
        and words.endswith(("。", "）", "；"))
        and EXPLAINS.search(words)
        and not read_marker(first)
    )
    return above + below if end and sound else []


def gathered(lines: list[Line | Grid], at: int, places: list[int], gone: list[Removed]) -> Line:
    """The note as one line, its mark first; its lines are empty afterwards."""
    note = NOTHING
    for i in (at, *places):
        line = line_at(lines, i)
        inner = line.string.strip()
        start = line.string.index(inner)
        gone += line.text[:start].removed("white-space") + line.text[start + len(inner) :].removed("white-space")
        note += line.text[start : start + len(inner)]
        lines[i] = replace(line, text=NOTHING)
    first, last = min([at, *places]), max([at, *places])
    return Line(lines[first].number, note, lines[last].number, whole=True)


def fold_marks(draft: Draft) -> Draft:
    """The mark in the text and the mark of its note, where both are plain digits or the text's alone is raised."""
    lines, folded = list(draft.lines), list[Change]()
    notes = list(draft.notes)
    for at, line in enumerate(draft.lines):
        if isinstance(line, Grid) or not EXPLAINS.search(line.string):
            continue
        if (match := BEGINS.match(line.string)) and raise_reference(lines, at, match["n"], folded):
            lines[at] = raised(line, [match.span()], folded)
    for n, line in enumerate(notes):
        match = NUMBER.match(line.string)
        if match and line.string[match.end() :] and match.group() == str(int(match.group())):
            at = next((i for i, other in enumerate(lines) if other.number > line.end), len(lines))
            if raise_reference(lines, at, match.group(), folded):
                notes[n] = raised(line, [match.span()], folded)
    return replace(draft, lines=tuple(lines), notes=tuple(notes), folded=draft.folded + tuple(folded))


def raise_reference(lines: list[Line | Grid], at: int, number: str, folded: list[Change]) -> bool:
    """Is there a raised mark of that number above, or a plain one that can be raised?"""
    sign = "".join(RAISED[digit] for digit in number)
    plain = re.compile(
        rf"(?<=[\u4e00-\u9fff”）)%])[ ]?({number})(?=[。，；、：])|(?<=[。；！？”）])[ ]?({number})(?=$|[ ]?[\u4e00-\u9fff“《])"
    )
    for i in range(at - 1, max(-1, at - NEAR), -1):
        line = lines[i]
        if isinstance(line, Grid) or not line.string:
            continue
        if sign in line.string:
            return True
        matches = [
            m for m in plain.finditer(line.string) if not LABEL.search(line.string[max(0, m.start() - 4) : m.start()])
        ]
        if matches:
            match = matches[-1]
            lines[i] = raised(line, [match.span(1) if match[1] else match.span(2)], folded)
            return True
    return False


LABEL = re.compile(r"(?:附件|附表|附图|专栏|表|图|第|之|专题)[ ]?$")


def raised(line: Line, spans: list[tuple[int, int]], folded: list[Change]) -> Line:
    edits = [(i, i + 1, RAISED[line.string[i]]) for start, end in spans for i in range(start, end)]
    line, changes = fold(line, edits, "note-mark")
    folded += changes
    return line
