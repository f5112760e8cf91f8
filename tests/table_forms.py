"""Invented tables, written in every form in which offices send them, and what each of them must become.

A table is rows of words (None: the place belongs to the merged cell above or to the left) and its merged cells (row,
column, rows, columns).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from build_tools.cleaning import clean
from build_tools.model.text import Draft, Grid
from build_tools.outline.tables import build_table
from build_tools.readers import read_file

Rows = list[list[str | None]]
Spans = list[tuple[int, int, int, int]]

TABLES: dict[str, tuple[Rows, Spans]] = {
    "three years": (
        [
            ["类别", "指标名称", "单位", "2020年", "2025年", "2030年", "年均增速（%）", "属性"],
            ["经济发展", "地区生产总值", "亿元", "88.2", "120", "165", "6.5", "预期性"],
            [None, "规模以上工业增加值", "亿元", "20.1", "31", "45", "7.7", "预期性"],
            ["民生福祉", "城镇新增就业", "人", "[5200]", "[6000]", "[6500]", "—", "预期性"],
            [None, "每千名老年人拥有养老床位", "张", "28", "35", "42", "3.7", "预期性"],
            ["资源环境", "森林覆盖率", "%", "31.2", "32", "32.5", "[0.5]", "约束性"],
        ],
        [(1, 0, 2, 1), (3, 0, 2, 1)],
    ),
    "no number": (
        [
            ["指标", "单位", "现状值", "目标值", "属性"],
            ["耕地保有量", "万亩", "58.2", "58.2", "约束性"],
            ["用水总量", "亿立方米", "1.35", "1.4以内", "约束性"],
            ["城镇调查失业率", "%", "5.3", "5.5以内", "预期性"],
        ],
        [],
    ),
    "two heads": (
        [
            ["序号", "指标", "单位", "2025年", "“十五五”目标", None, "属性"],
            [None, None, None, None, "2027年", "2030年", None],
            ["1", "粮食综合生产能力", "万吨", "30", "31", "32", "约束性"],
            ["2", "常住人口城镇化率", "%", "51.2", "54", "57", "预期性"],
            ["3", "人均预期寿命", "岁", "78.5", "79", "80", "预期性"],
        ],
        [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 2, 1), (0, 3, 2, 1), (0, 4, 1, 2), (0, 6, 2, 1)],
    ),
    "areas": (
        [
            ["类别", "指标", "单位", "全县", None, "县城", None, "属性"],
            [None, None, None, "2025年", "2030年", "2025年", "2030年", None],
            ["经济", "社会消费品零售总额", "亿元", "50", "70", "31", "45", "预期性"],
            [None, "固定资产投资增速", "%", "6", "7", "—", "—", "预期性"],
            ["民生", "居民人均可支配收入", "元", "26000", "36000", "31000", "42000", "预期性"],
            [None, "学前教育毛入园率", "%", "92", "96", "95", "98", "预期性"],
        ],
        [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 2, 1), (0, 3, 1, 2), (0, 5, 1, 2), (0, 7, 2, 1), (2, 0, 2, 1), (4, 0, 2,
        1)],
    ),
    "works": (
        [
            ["领域", "序号", "重点任务", "牵头单位", "完成时限"],
            ["产业", "1", "培育链主企业5家", "县工信局", "2028年"],
            [None, "2", "建设物流园区1个", "县商务局", "2027年"],
            ["生态", "3", "治理水土流失30平方公里", "县水利局", "2030年"],
            [None, "4", "创建绿色矿山3座", "县自然资源局", "2029年"],
        ],
        [(1, 0, 2, 1), (3, 0, 2, 1)],
    ),
    "towns": (
        [
            ["乡镇", "人口（万人）", "面积（平方公里）", "主导产业"],
            ["东岭镇", "3.2", "120", "茶叶"],
            ["西河镇", "2.8", "98", "水果"],
            ["南坪乡", "1.1", "143", "畜牧"],
        ],
        [],
    ),
    "groups across": (
        [
            ["序号", "指标", "单位", "2025年", "2030年", "属性"],
            ["一、综合经济", None, None, None, None, None],
            ["1", "地区生产总值", "亿元", "66", "90", "预期性"],
            ["2", "一般公共预算收入", "亿元", "4.1", "5.2", "预期性"],
            ["二、社会民生", None, None, None, None, None],
            ["3", "城镇登记失业率", "%", "3.2", "4.5以内", "预期性"],
            ["4", "每万人口医师数", "人", "24", "30", "约束性"],
        ],
        [(1, 0, 1, 6), (4, 0, 1, 6)],
    ),
    "long cells": (
        [
            ["序号", "重点任务", "主要内容", "责任单位", "完成时限"],
            ["1", "实施现代种业提升工程", "建设良种繁育基地3个，选育推广新品种12个，良种覆盖率达到98%以上。", "县农业农村局", "2028年12月"],
            ["2", "推进县域商业体系建设", "改造提升乡镇商贸中心6个，建成村级便民商店80家。", "县商务局", "2027年6月"],
            ["3", "建设全域旅游示范区", "打造精品线路5条，培育等级民宿20家。", "县文化和旅游局", "2030年12月"],
        ],
        [],
    ),
}  # fmt: skip


def covered(name: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Covered places with the place of the cell that covers each."""
    return {
        (i, j): (r, c)
        for r, c, down, across in TABLES[name][1]
        for i in range(r, r + down)
        for j in range(c, c + across)
        if (i, j) != (r, c)
    }


def expected(name: str) -> list[list[tuple[str, int, int]]]:
    rows, spans = TABLES[name]
    large = {(r, c): (down, across) for r, c, down, across in spans}
    hidden = covered(name)
    return [
        [
            ("".join((words or "").split()), *large.get((r, c), (1, 1)))
            for c, words in enumerate(row)
            if (r, c) not in hidden
        ]
        for r, row in enumerate(rows)
    ]


def visible(name: str) -> list[list[str]]:
    """The cells that a program writes that knows nothing of covered places."""
    hidden = covered(name)
    return [
        [words or "" for c, words in enumerate(row) if (r, c) not in hidden] for r, row in enumerate(TABLES[name][0])
    ]


def tabs(name: str) -> str:
    return "\n".join("\t".join(words or "" for words in row) for row in TABLES[name][0])


def tabs_trimmed(name: str) -> str:
    return "\n".join(line.rstrip("\t") for line in tabs(name).split("\n"))


def tabs_wide_cells_once(name: str) -> str:
    """Places covered from the left are left out, those covered from above are empty."""
    hidden = covered(name)
    return "\n".join(
        "\t".join(
            words or "" for c, words in enumerate(row) if hidden.get((r, c), (r, c + 1))[0] != r or (r, c) not in hidden
        )
        for r, row in enumerate(TABLES[name][0])
    )


def with_bars(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def bars(name: str) -> str:
    return with_bars([[words or "" for words in row] for row in TABLES[name][0]])


def bars_written_out(name: str) -> str:
    """Merged cells are repeated in all places that they cover."""
    rows, hidden = TABLES[name][0], covered(name)
    places = [[hidden.get((r, c), (r, c)) for c in range(len(row))] for r, row in enumerate(rows)]
    return with_bars([[rows[r][c] or "" for r, c in row] for row in places])


def html(name: str) -> str:
    rows, spans = TABLES[name]
    large = {(r, c): (down, across) for r, c, down, across in spans}
    hidden = covered(name)
    out = ["<table>"]
    for r, row in enumerate(rows):
        cells = ""
        for c, words in enumerate(row):
            if (r, c) not in hidden:
                down, across = large.get((r, c), (1, 1))
                cells += f'<td rowspan="{down}" colspan={across}>{words or ""}</td>'
        out.append(f"<tr>{cells}</tr>")
    return "".join([*out, "</table>"])


def html_on_lines(name: str) -> str:
    return html(name).replace("<tr>", "\n<tr>\n").replace("</td>", "</td>\n").replace("</table>", "\n</table>")


def cells(name: str) -> str:
    return "\n".join(words for row in visible(name) for words in row if words)


def cells_rows_parted(name: str) -> str:
    return "\n\n".join("\n".join(words for words in row if words) for row in visible(name))


def cells_all_parted(name: str) -> str:
    return cells(name).replace("\n", "\n\n")


def cells_behind_tabs(name: str) -> str:
    return "\n\n".join("\n".join("\t" + (words or "") for words in row) for row in TABLES[name][0]) + "\n"


def wide(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in words)


def wrapped(words: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """Lines no wider than `width`; a figure is not cut."""
    out = [""]
    for sign in words:
        if measure(out[-1] + sign) > width and not (sign.isdigit() or sign in ".%]，。）"):
            out.append("")
        out[-1] += sign
    return out


def two_blanks(name: str) -> str:
    return "\n".join("  ".join(words for words in row if words) for row in visible(name))


def ascii_frame(name: str) -> str:
    rows = [[words or "" for words in row] for row in TABLES[name][0]]
    widths = [max(wide(row[c]) for row in rows) + 2 for c in range(len(rows[0]))]
    rule = "+" + "+".join("-" * width for width in widths) + "+"
    out = [rule]
    for row in rows:
        out += [
            "|" + "|".join(f" {words}" + " " * (widths[c] - wide(words) - 1) for c, words in enumerate(row)) + "|",
            rule,
        ]
    return "\n".join(out)


CORNER = {
    (0, 1, 0, 1): "┌", (1, 0, 0, 1): "┐", (0, 1, 1, 0): "└", (1, 0, 1, 0): "┘", (1, 1, 0, 1): "┬", (1, 1, 1, 0): "┴",
    (0, 1, 1, 1): "├", (1, 0, 1, 1): "┤", (1, 1, 1, 1): "┼", (1, 1, 0, 0): "─", (0, 0, 1, 1): "│",
}  # fmt: skip


def frame(name: str) -> str:
    """Strokes two wide, no stroke inside a merged cell, words wrapped at sixteen places."""
    rows, spans = TABLES[name]
    hidden = covered(name)
    one = {(r, c) for r, c, _, across in spans if across > 1}
    count = len(rows[0])
    widths = []
    for c in range(count):
        lengths = [wide(row[c]) for r, row in enumerate(rows) if row[c] and (r, c) not in one]
        widths.append(min(max([*lengths, 4]), 16) // 2 * 2 + 2)

    def owner(r: int, c: int) -> tuple[int, int] | None:
        return hidden.get((r, c), (r, c)) if 0 <= r < len(rows) and 0 <= c < count else None

    def rule(r: int) -> str:
        line = ""
        for c in range(count + 1):
            left, right = owner(r - 1, c - 1) != owner(r, c - 1), owner(r - 1, c) != owner(r, c)
            above, below = owner(r - 1, c - 1) != owner(r - 1, c), owner(r, c - 1) != owner(r, c)
            line += CORNER.get((left, right, above, below), "　")
            line += ("─" if right else "　") * (widths[c] // 2) if c < count else ""
        return line

    def band(r: int) -> list[str]:
        parts: list[tuple[int, list[str]]] = []
        for c in range(count):
            if c and owner(r, c) == owner(r, c - 1):
                parts[-1] = (parts[-1][0] + widths[c] + 2, parts[-1][1])
            else:
                parts.append((widths[c], [rows[r][c] or ""] if owner(r, c) == (r, c) else [""]))
        cut = [(width, wrapped(words[0], width - 2, wide)) for width, words in parts]
        return [
            "│" + "│".join((lines[k] if k < len(lines) else "") + " " * (width - wide(lines[k] if k < len(lines)
            else "")) for width, lines in cut) + "│"
            for k in range(max(len(lines) for _, lines in cut))
        ]  # fmt: skip

    return "\n".join([*(line for r in range(len(rows)) for line in (rule(r), *band(r))), rule(len(rows))])


def layout(
    name: str,
    measure: Callable[[str], int] = len,
    width: int = 10,
    centred: bool = True,
    top: bool = False,
    step: int = 1,
) -> str:
    """As `pdftotext -layout` prints it: by position, cells wrapped, merged cells in the middle of what they cover."""
    rows, spans = TABLES[name]
    large = {(r, c): (down, across) for r, c, down, across in spans}
    texts = {
        (r, c): wrapped(words, width, measure)
        for r, row in enumerate(rows)
        for c, words in enumerate(row)
        if words and (r, c) not in covered(name)
    }
    widths = [
        max([measure(line) for (r, c), lines in texts.items() if c == column and large.get((r, c), (1,
        1))[1] == 1 for line in lines] or [4])
        for column in range(len(rows[0]))
    ]  # fmt: skip
    lefts = [2]
    for size in widths:
        lefts.append(lefts[-1] + size + 3)
    heights = [
        max([len(lines) for (r, _), lines in texts.items() if r == row and large.get((r, _), (1, 1))[0] == 1] or [1])
        for row in range(len(rows))
    ]
    tops = [0.0]
    for height in heights:
        tops.append(tops[-1] + height + 0.6)
    places = []
    for (r, c), lines in texts.items():
        down, across = large.get((r, c), (1, 1))
        room = lefts[c + across] - 3 - lefts[c]
        for k, line in enumerate(lines):
            middle = (tops[r] + tops[r + down] - len(lines)) / 2 + k + 0.5
            y = tops[r] + 0.8 + k if top and down == 1 else middle
            places.append((y, lefts[c] + ((room - measure(line)) // 2 if centred else 0), line))
    printed: list[tuple[float, list[tuple[int, str]]]] = []
    for y, x, line in sorted(places):
        if printed and abs(printed[-1][0] - y) < 0.35:
            printed[-1][1].append((x, line))
        else:
            printed.append((y, [(x, line)]))
    out = []
    for _, parts in printed:
        whole = ""
        for x, line in sorted(parts):
            whole += " " * max(2 if whole else 0, x - measure(whole)) + line
        out.append(whole)
    return ("\n" * step).join(out)


FORMS: dict[str, Callable[[str], str]] = {
    "tabs": tabs,
    "tabs, trimmed": tabs_trimmed,
    "tabs, wide cells once": tabs_wide_cells_once,
    "bars": bars,
    "bars, written out": bars_written_out,
    "html": html,
    "html on lines": html_on_lines,
    "cells": cells,
    "cells, rows parted": cells_rows_parted,
    "cells, all parted": cells_all_parted,
    "cells behind tabs": cells_behind_tabs,
    "two blanks": two_blanks,
    "ascii frame": ascii_frame,
    "frame": frame,
    "layout": layout,
    "layout, Han two wide": lambda name: layout(name, wide, 20),
    "layout, to the left": lambda name: layout(name, centred=False),
    "layout, wrapped downwards": lambda name: layout(name, centred=False, top=True),
    "layout, not wrapped": lambda name: layout(name, width=60),
    "layout, blank lines between": lambda name: layout(name, wide, 80, step=2),
}

ABOVE = "第一章 发展目标\n\n本县主要指标和重点项目安排如下，各乡镇各部门要认真落实，确保完成。\n\n表1 主要情况\n"
BELOW = "\n\n注：数据来自统计部门。\n\n第二章 保障措施\n\n加强组织领导，落实工作责任，健全考核机制，确保各项任务落到实处。\n"


def cleaned(table: str) -> tuple[list[Grid], Draft]:
    """The grids of a plan with this table in it, and the clean draft."""
    form, (_, draft) = read_file((ABOVE + table + BELOW).encode("utf-8"), "plan.txt", "")
    draft = clean(draft, form)
    return [line for line in draft.lines if isinstance(line, Grid)], draft


def cells_of(grid: Grid) -> list[list[tuple[str, int, int]]]:
    rows, _ = build_table(grid)
    return [[("".join(cell.text.string.split()), cell.rowspan, cell.colspan) for cell in row] for row in rows]
