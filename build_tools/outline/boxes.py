"""Boxes (专栏): a title and its items, in table form or as plain lines.

    专栏-4 端牢中国饭碗支撑行动 / (blank) / 1. 农业机械化工程：… / 2. 水利现代化工程：…   →  Box with two items

In table form the box is a grid of one column whose first row is a title. As plain lines its end has to be found: the
numbering goes on, or, where blank lines part the paragraphs of the document, the block of lines goes on. Nothing else
is taken in.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from ..chinese.boxes import is_box_title, read_box_title
from ..chinese.names import BUILT_END
from ..chinese.numbering import UNMISTAKABLE, Marker, read_bare_number, read_marker
from ..chinese.sentences import CLOSING, FULL_LINE, ends_sentence, lead_length, reads_like_title
from ..model.edition import Problem
from ..model.text import Grid, Line, line_at

SUB_ITEMS = ("circled", "arabic-paren")
LONGEST_ITEM_LEAD = 16  # characters
BULLETS = frozenset("◆◇●○■□▲△★☆▪•·❖➢►※✦⧫⬥")
COMMON = 0.15  # of the paragraphs


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is written: whether blank lines part its paragraphs, whether many of them begin with a short lead,
    and whether blank lines set its boxes off from what follows."""

    parted: bool
    leads: bool
    set_off: bool


@dataclass(frozen=True, slots=True)
class Box:
    """Title line and item lines; `subs[i]` are the sub-item lines of item i."""

    title: Line
    items: tuple[Line, ...]
    subs: tuple[tuple[Line, ...], ...]
    last: int


Element = Line | Grid | Box


def find_boxes(lines: tuple[Line | Grid, ...]) -> tuple[list[Element], list[Problem]]:
    """The same elements, with the lines of each box drawn together."""
    manner = Manner(blank_lines_part_paragraphs(lines), leads_are_common(lines), boxes_are_set_off(lines))
    out: list[Element] = []
    problems: list[Problem] = []
    at = 0
    while at < len(lines):
        element = lines[at]
        at += 1
        if isinstance(element, Grid):
            out += boxed(element)
        elif element.string and is_box_title(element.string):
            box, at, doubts = read_box(lines, at - 1, manner)
            out.append(box)
            problems += doubts
        else:
            out.append(element)
    return out, problems


def read_box(lines: tuple[Line | Grid, ...], at: int, manner: Manner) -> tuple[Box, int, list[Problem]]:
    """The box whose title stands at `at`, the position behind it, and what is doubtful."""
    title, at = whole_title(lines, at)
    follower = next_position(lines, at)
    grid = lines[follower] if follower is not None else None
    if (
        isinstance(grid, Grid)
        and follower is not None
        and (inside := lines_of_column(grid))
        and not is_box_title(inside[0].string)
    ):
        return box_of(title, inside, grid.last), follower + 1, []
    items, end = plain_items(lines, at, manner)
    box = box_of(title, items, max([title.end] + [line.end for line in items]))
    after = next_filled(lines, end)
    if not items and not isinstance(after, Grid):
        return box, end, [Problem("warning", "empty-box", title.number, (title.string,))]
    open_end = len(items) == 1 and not manner.parted and isinstance(after, Line) and not opens_unit(after)
    if open_end and read_marker(items[0].string) is None:
        return box, end, [Problem("note", "box-end", title.number, (title.string,))]
    return box, end, []


def boxed(grid: Grid) -> list[Element]:
    """A grid of one column that begins with a title is a box; a title over the whole width stands above its table as a
    box."""
    if box := box_of_grid(grid):
        return [box]
    first = [cell for cell in grid.rows[0] if cell] if grid.rows else []
    wide = len(first) == 1 and bool(grid.rows[0][0]) and len(grid.rows) > 1 and max(map(len, grid.rows)) > 1
    if not wide or len(first[0]) != 1 or not is_box_title(first[0][0].string):
        return [grid]
    title = first[0][0]
    spans = tuple((r - 1, c, h, w) for r, c, h, w in grid.spans if r > 0)
    rest = replace(grid, rows=grid.rows[1:], spans=spans, head=max(grid.head - 1, 0))
    if below := lines_of_column(rest):
        return [box_of(title, below, grid.last)]
    return [Box(title, (), (), title.end), rest]


def lines_of_column(grid: Grid) -> tuple[Line, ...]:
    """The lines of a grid that has one column only; none of any other."""
    rows = [[cell for cell in row if cell] for row in grid.rows]
    spanned = {r for r, _, _, columns in grid.spans if columns > 1}
    narrow = all(
        len(row) == 1 or (r in spanned and len(cells) == 1)
        for r, (row, cells) in enumerate(zip(grid.rows, rows, strict=False))
        if cells
    )
    return rewoven([line for cells in rows for cell in cells for line in cell]) if narrow else ()


def rewoven(lines: list[Line]) -> tuple[Line, ...]:
    """A frame breaks its lines: …提高日交易能 / 力突破150吨。 is one item, where the other items end in 。"""
    out: list[Line] = []
    for line in lines:
        before = out[-1] if out else None
        if before and not (before.whole or line.whole) and goes_over(before.string, line.string):
            out[-1] = replace(before, text=before.text + line.text, last=line.end)
        else:
            out.append(line)
    return tuple(out)


def goes_over(before: str, after: str) -> bool:
    """Does a sentence of `before` end in `after`, which opens nothing of its own?"""
    if len(before) < FULL_LINE or is_box_title(before) or read_marker(after) or is_box_title(after):
        return False
    open_sentence = not before.rstrip().rstrip(CLOSING).endswith(("。", "！", "？"))
    return open_sentence and not lead_of(after) and after.rstrip().rstrip(CLOSING).endswith("。")


def box_of_grid(grid: Grid) -> Box | None:
    """A grid of one column that begins with a title. One row will do if that title says 专栏."""
    title, *lines = lines_of_column(grid) or (None,)
    if title is None or not lines:
        return None
    says_box = is_box_title(title.string)
    own_row = len(grid.rows[0][0]) == 1 and not grid.doubtful
    if not (says_box or (own_row and reads_like_title(title.string))):
        return None
    return box_of(title, tuple(lines), grid.last)


def box_of(title: Line, lines: tuple[Line, ...], last: int) -> Box:
    """①②③ below a numbered item are its sub-items; a line without number is an item of its own."""
    items: list[Line] = []
    subs: list[list[Line]] = []
    first = next((marker.kind for line in lines if (marker := read_marker(line.string))), "")
    for line in [item for one in lines for item in items_in(one)]:
        marker = read_marker(line.string)
        if items and marker and marker.kind in SUB_ITEMS and marker.kind != first:
            subs[-1].append(line)
        else:
            items.append(line)
            subs.append([])
    return Box(title, tuple(items), tuple(map(tuple, subs)), last)


def items_in(line: Line) -> list[Line]:
    """OCR programs run the lines of a cell together: 1.茶园。建设茶园2万亩。2.冷链。新建冷库12座。 → two items"""
    marker = read_marker(line.string)
    if marker is None or marker.number != 1 or marker.kind == "circled":
        return [line]
    cuts, count = [0], 1
    for end in (at + 1 for at, sign in enumerate(line.string) if sign == "。"):
        following = read_marker(line.string[end:])
        if following and following.kind == marker.kind and following.number == count + 1:
            cuts.append(end)
            count += 1
    return [replace(line, text=line.text[a:b]) for a, b in itertools.pairwise([*cuts, len(line.string)])]


def whole_title(lines: tuple[Line | Grid, ...], at: int) -> tuple[Line, int]:
    """A bare “专栏3” takes the next line as its title. Returns the title line and the position after it."""
    line = line_at(lines, at)
    title = read_box_title(line.string)
    if title is not None and not title.title:
        follower = next_position(lines, at + 1)
        words = lines[follower] if follower is not None else None
        if follower is None or not isinstance(words, Line):
            return line, at + 1
        if reads_like_title(words.string) and read_marker(words.string) is None:
            return replace(line, text=line.text + words.text, last=words.end), follower + 1
    return line, at + 1


def plain_items(lines: tuple[Line | Grid, ...], at: int, manner: Manner) -> tuple[tuple[Line, ...], int]:
    """The item lines from `at` on, and the position after the last of them."""
    items: list[Line] = []
    position = next_position(lines, at)
    while position is not None:
        line, blank = lines[position], position > at and bool(items)
        if isinstance(line, Grid) or opens_unit(line):
            break
        block = not blank and (manner.parted or manner.set_off or not items)
        follower = next_filled(lines, position + 1)
        ways = (
            goes_on(items, line),
            of_one_bullet(items, line),
            of_one_form(items, line, manner),
            introduced(items, line, follower),
        )
        if not (block or any(ways) or interrupts(items, line, follower)):
            break
        items.append(line)
        at = position + 1
        position = next_position(lines, at)
    return tuple(items), at


def item_marker(string: str) -> Marker | None:
    """In a box a bare number counts, too: 01　新一代人工智能"""
    return read_marker(string) or read_bare_number(string)


def goes_on(items: list[Line], line: Line) -> bool:
    """Is `line` the next number after the items so far, the same number again, a sub-item, or number one after an
    introduction?"""
    marker = item_marker(line.string)
    numbers = [m for item in items if (m := item_marker(item.string))]
    if not marker:
        return False
    if not numbers:
        return len(items) == 1 and (marker.number == 1 or marker.kind == "dash")
    if marker.kind == "dash":
        return numbers[0].kind == "dash"
    same = [m.number for m in numbers if m.kind == marker.kind]
    expected = same[-1] + 1 if same else 1
    sub = marker.kind in SUB_ITEMS and marker.kind != numbers[0].kind
    return marker.number in (expected, expected - 1 or 1, 1 if sub else expected)


def of_one_bullet(items: list[Line], line: Line) -> bool:
    """◆绿色算力。… / ◆草原修复。… — all begin with the same sign"""
    bullet = line.string[:1]
    return bullet in BULLETS and any(item.string[:1] == bullet for item in items)


def of_one_form(items: list[Line], line: Line, manner: Manner) -> bool:
    """智能纺纱工程。新建… / 绿色印染工程。建设… — all begin with a short lead that ends in the same word or in a kind of works,
    or leads are rare outside boxes."""
    leads = [lead_of(item.string) for item in (*items, line)]
    if len(leads) > 2 and not leads[0]:
        leads = leads[1:]  # the first is an introduction
    if not items or not all(leads):
        return False
    if len({lead[-2:] for lead in leads}) == 1 or all(BUILT_END.search(lead) for lead in leads):
        return True
    return not manner.leads


def introduced(items: list[Line], line: Line, follower: Line | Grid | None) -> bool:
    """围绕种业、装备实施以下工程。 / 种业振兴工程。… / 农机装备工程。… — the first line is an introduction, two items follow"""
    if len(items) != 1 or lead_of(items[0].string) or not isinstance(follower, Line):
        return False
    first, second = lead_of(line.string), lead_of(follower.string)
    return bool(first and second) and first[-2:] == second[-2:]


def interrupts(items: list[Line], line: Line, follower: Line | Grid | None) -> bool:
    """2. … / a line without number / 3. …: the numbering goes on right behind it, so the box does, too.

    01　新一代人工智能 / its text / 02　量子信息 / its text: the last text belongs to the box as those before it do.
    """
    numbers = [m for item in items if (m := item_marker(item.string))]
    own = item_marker(line.string)
    if not numbers or (own and own.kind in {marker.kind for marker in numbers}):
        return False
    titled = [is_titled(item) for item in items]
    if titled[-1] and any(a and item_marker(b.string) is None for a, b in zip(titled, items[1:], strict=False)):
        return True
    marker = item_marker(follower.string) if isinstance(follower, Line) else None
    next_one = marker is not None and marker[:2] == (numbers[-1].kind, numbers[-1].number + 1)
    return next_one and (len(numbers) > 1 or titled[-1])


def is_titled(item: Line) -> bool:
    """A number and a title without text behind it."""
    marker = item_marker(item.string)
    return marker is not None and reads_like_title(item.string[marker.rest :])


def lead_of(string: str) -> str:
    """“智能纺纱工程。新建…” → 智能纺纱工程; nothing where there is a number, or no short lead"""
    length = lead_length(string, True) if read_marker(string) is None else 0
    words = string[: max(length - 1, 0)]
    return words if len(words) <= LONGEST_ITEM_LEAD and "，" not in words else ""


def leads_are_common(lines: tuple[Line | Grid, ...]) -> bool:
    """Do paragraphs of this document begin with short leads, so that such a lead does not tell an item of a box? What
    follows the title of a box does not count."""
    below_title, leads, count = False, 0, 0
    for line in lines:
        if not isinstance(line, Line) or not line.string:
            continue
        lead = bool(lead_of(line.string))
        below_title = is_box_title(line.string) or (below_title and lead)
        if not below_title and len(line.string) > 2 * LONGEST_ITEM_LEAD and read_marker(line.string) is None:
            leads, count = leads + lead, count + 1
    return leads > COMMON * count


def boxes_are_set_off(lines: tuple[Line | Grid, ...]) -> bool:
    """Does a blank line stand above every box and none below its title, and, behind one of several lines, a paragraph
    below a blank line, where paragraphs have none between them?"""
    titles = [i for i, line in enumerate(lines) if isinstance(line, Line) and line.string and is_box_title(line.string)]
    ends = [end_of_block(lines, i) for i in titles]
    framed = all(i and is_empty(lines[i - 1]) and end > i + 1 for i, end in zip(titles, ends, strict=True))
    followed = [next_filled(lines, end) for i, end in zip(titles, ends, strict=True) if end > i + 2]
    return framed and any(isinstance(line, Line) and not opens_unit(line) for line in followed)


def end_of_block(lines: tuple[Line | Grid, ...], at: int) -> int:
    """The position of the next blank line or table."""
    return next((i for i in range(at, len(lines)) if isinstance(lines[i], Grid) or is_empty(lines[i])), len(lines))


def is_empty(line: Line | Grid) -> bool:
    return isinstance(line, Line) and not line.string


def opens_unit(line: Line) -> bool:
    """第X章, 第X节, 一、标题, （一）标题 or another box"""
    marker = read_marker(line.string)
    if marker is None:
        return is_box_title(line.string)
    heading = marker.kind in UNMISTAKABLE or marker.kind in ("han", "han-paren")
    return heading and reads_like_title(line.string[marker.rest :]) and not ends_sentence(line.string)


def next_position(lines: tuple[Line | Grid, ...], at: int) -> int | None:
    for i in range(at, len(lines)):
        line = lines[i]
        if isinstance(line, Grid) or line.string:
            return i
    return None


def next_filled(lines: tuple[Line | Grid, ...], at: int) -> Line | Grid | None:
    position = next_position(lines, at)
    return None if position is None else lines[position]


def blank_lines_part_paragraphs(lines: tuple[Line | Grid, ...]) -> bool:
    """Do most lines of this document stand after a blank one?"""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if isinstance(a, Line) and isinstance(b, Line) and b.string]
    return sum(not a.string for a, _ in pairs) * 2 > len(pairs)
