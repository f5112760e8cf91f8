"""Cover lines — title, issuer, date — are not part of the plan's text. A sentence is never cover, nor is a covering
letter.

    某区人民政府 / 2021年6月 / 目录 …   →  nothing
    某县人民政府关于印发…的通知 / 某政发〔2026〕4号 / 各乡镇：/ 现将…。/ 某县人民政府 / 2026年3月2日   →  as it stands

The front is what stands above the printed contents, or above the first numbered heading. Of it go only the lines that
look like a cover, save for the title above a preface: that title names the preface and stays.
"""

import re
from dataclasses import replace

from ..chinese.numbering import UNMISTAKABLE, read_bare_number, read_marker
from ..chinese.sentences import FULL_LINE, ends_sentence, reads_like_title
from ..chinese.signs import narrow
from ..chinese.titles import is_said_at
from ..model.text import Draft, Grid, Line, Removed, line_at

TITLE = re.compile(r"规划|纲要|方案|计划|国民经济和社会发展|远景目标|工作报告")
# …已经县人民代表 is the first line of a sentence, though it names the plan
ENDS = re.compile(r"(?:规划|纲要|方案|计划|发展|报告|文本|年|稿|目标|说明)(?:[（(].{1,16}[)）])?$")
FOREWORD = re.compile(r"前言|序言?|引言|绪论|导言|导语")
ISSUER = re.compile(
    r".{0,30}(?:人民政府|委员会|常委会|代表大会|办公室|[发改]{2}局|改革局|委|局|厅)(?:编制|印制|制定|办公室)?"
)
LABELLED = re.compile(r"(?:组织|承担|主持|参与)?(?:编制|主编|起草)?(?:单位|机关|时间|日期|部门|人)?[:：].{2,40}")
DATE = re.compile(
    r"(?:\d{4}|[〇○0二零一三四五六七八九]{4})年(?:[\d一二三四五六七八九十]{1,3}月)?(?:[\d一二三四五六七八九十]{1,3}日)?"
)
STAGE = re.compile(
    r"[（(【](?!此件).{1,16}[)）】]|(?:征求意见|送审|报批|讨论|修改|审议)稿|草案|内部资料.{0,8}|注意保存|机密.{0,8}|秘密.{0,8}|[★☆●■◆]{1,6}"
)
LETTER = re.compile(
    r"关于.{0,6}(?:印发|公布|发布|批准|下达|征求|公开).*|.*(?:通知|公告|批复|决议|命令)|.*[〔\[（(【]\d{4}[〕\])）】]第?\d{1,4}号.*"
)
LONGEST = 40


def take_out(draft: Draft) -> Draft:
    gone: list[Removed] = []
    lines = list(draft.lines)
    for at in cover_lines(draft):
        line = line_at(lines, at)
        gone += line.text.removed("cover")
        lines[at] = replace(line, text=line.text[:0], hint=False)
    return replace(draft, lines=tuple(lines), removed=draft.removed + tuple(gone))


def cover_lines(draft: Draft) -> list[int]:
    front = [i for i in range(end_of_front(draft)) if line_at(draft.lines, i).string.strip()]
    sentences = [i for n, i in enumerate(front) if in_sentence(draft.lines, front, n)]
    if not sentences:
        return [i for i in front if is_cover(line_at(draft.lines, i))] if draft.contents or opens_below(draft) else []
    letter = [i for i in front if i <= sentences[-1] and is_letter(squeezed(line_at(draft.lines, i)))]
    top = [i for i in front if i < min(letter[:1] + sentences[:1])]
    found = [i for i in top if is_cover(line_at(draft.lines, i))]
    for here, following in zip(sentences, [*sentences[1:], len(draft.lines)], strict=False):
        if (draft.contents and following == len(draft.lines)) or (letter[:1] and letter[0] <= here):
            end = signed(draft.lines, front, here)
            found += [i for i in front if end < i < following and is_cover(line_at(draft.lines, i))]
    if not letter and not draft.contents:
        kept = preface_titles(draft.lines, top)
        found = [i for i in found if i not in kept]
    return found


def is_letter(words: str) -> bool:
    """关于印发…的通知, 某政发〔2026〕4号; no sentence that speaks of one"""
    return (
        len(words) <= 2 * LONGEST and LETTER.search(words) is not None and not any(mark in words for mark in "，。；")
    )


def end_of_front(draft: Draft) -> int:
    """Position of the first entry of the contents; else of the first table or numbered heading; else of the first
    sentence."""
    if draft.contents:
        first = draft.contents[0].number
        grid = next((i for i, line in enumerate(draft.lines) if isinstance(line, Grid)), len(draft.lines))
        return min(grid, next((i for i, line in enumerate(draft.lines) if line.number >= first), len(draft.lines)))
    for at, line in enumerate(draft.lines):
        if isinstance(line, Grid) or opens_text(line):
            return at
    return next((i + 1 for i in range(len(draft.lines)) if ends_sentence(line_at(draft.lines, i).string)), 0)


def opens_below(draft: Draft) -> bool:
    return any(isinstance(line, Line) and opens_text(line) for line in draft.lines)


def squeezed(line: Line) -> str:
    return "".join(narrow(line.string).split())


def in_sentence(lines: tuple[Line | Grid, ...], front: list[int], n: int) -> bool:
    """A line with sentence marks, or a full one that goes on in the next line: 《…纲要》已经县第十八届人民代表大会 / 第五次会议批准。"""
    line = line_at(lines, front[n])
    words = squeezed(line)
    if any(mark in words for mark in "。；！？，") or (words.endswith(("：", ":")) and not is_cover(line)):
        return True
    goes_on = n + 1 < len(front) and front[n + 1] == front[n] + 1 and len(words) >= FULL_LINE
    return goes_on and not is_cover(line) and in_sentence(lines, front, n + 1)


def signed(lines: tuple[Line | Grid, ...], front: list[int], last: int) -> int:
    """The letter's last line: the date below its issuer, right below its last sentence; else that sentence."""
    below = [i for i in front if i > last][:8]
    for n, i in enumerate(below):
        words = squeezed(line_at(lines, i))
        if words.startswith("附件"):
            continue
        if DATE.fullmatch(words) and n:
            return next((j for j in below[n + 1 : n + 2] if "此件" in squeezed(line_at(lines, j))), i)
        if not ISSUER.fullmatch(words) and not STAGE.fullmatch(words):
            break
    return last


def is_cover(line: Line) -> bool:
    """Title, issuer, date or stage of the plan, and nothing else."""
    words = squeezed(line)
    if not words or len(words) > LONGEST or LETTER.fullmatch(words) or FOREWORD.fullmatch(words):
        return False
    if is_said_at(words):
        return False  # …在某县第十八届人民代表大会 / 第五次会议上
    if any(pattern.fullmatch(words) for pattern in (ISSUER, LABELLED, DATE, STAGE)):
        return True
    return bool(TITLE.search(words) and ENDS.search(words)) and reads_like_title(words) and "，" not in words


def preface_titles(lines: tuple[Line | Grid, ...], top: list[int]) -> list[int]:
    """The lines above a preface that name it: 前言 where it stands there, else the title of the plan."""
    forewords = [i for i in top if FOREWORD.fullmatch(squeezed(line_at(lines, i)))]
    return forewords or [i for i in top if is_title(line_at(lines, i))]


def opens_text(line: Line) -> bool:
    marker = read_marker(line.string.strip()) or read_bare_number(line.string.strip())
    return (marker is not None and (marker.kind in UNMISTAKABLE or marker.number == 1)) or "\t" in line.string.strip(
        "\n"
    ).rstrip()


def is_title(line: Line) -> bool:
    words = squeezed(line)
    return bool(TITLE.search(words)) and not any(p.fullmatch(words) for p in (ISSUER, LABELLED, DATE, STAGE))
