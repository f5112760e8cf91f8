"""Line breaks inside a paragraph (Word's soft break, <br>): does the text go on behind them, or does something new
begin?"""

from __future__ import annotations

from ..chinese.numbering import HEADING_KINDS, read_marker
from ..chinese.sentences import FULL_LINE, ends_sentence, reads_like_title
from ..model.text import Line
from .taken_text import TakenText

SOFT = "\v"  # how readers hand over a break inside a paragraph


def take_paragraph(taken: TakenText, string: str, hint: bool = False) -> list[Line]:
    """A paragraph with its soft breaks (SOFT) → its lines: one, or several where a break parts what belongs apart.

    第三章(break)做强茶产业 → one line over two source lines; …四项任务：(break)1.改造… → two lines
    """
    pieces = [piece for piece in string.split(SOFT) if piece.strip()] or [""]
    lines: list[Line] = []
    parted = len(pieces) > 1
    for piece in pieces:
        before = lines[-1] if lines else None
        line = taken.line(piece, hint, whole=not parted or piece[:1].isspace())
        if before is not None and goes_on(before.string, piece):
            lines[-1] = joined(before, line)
        else:
            lines.append(line)
    if len(lines) == 1 and parted:
        lines = [Line(lines[0].number, lines[0].text, lines[0].last, hint, whole=True)]
    return lines


def goes_on(before: str, after: str) -> bool:
    """Does a paragraph go on over a soft break? After a bare number, inside a title, after a full line without a
    sentence mark."""
    marker = read_marker(before.strip())
    if marker and not before.strip()[marker.rest :].strip():
        return True
    opens = after[:1].isspace() or read_marker(after.strip()) is not None
    if marker and marker.kind in HEADING_KINDS and not opens:
        return reads_like_title(before.strip()[marker.rest :] + after.strip())  # 一、发展回(break)顾和发展环境
    return not opens and len(before.strip()) >= FULL_LINE and not ends_sentence(before)


def joined(before: Line, after: Line) -> Line:
    return Line(before.number, before.text + after.text, after.end, before.hint, before.whole)
