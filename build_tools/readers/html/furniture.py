"""Lines of a site around the text in its container: date and source, size of the letters, share, print, next article.

Only above the first and below the last sentence, heading or table of the text; inside of it nothing is taken for
furniture.
"""

from __future__ import annotations

import re

from ...chinese.numbering import read_marker
from ...model.text import Grid, Line

LONGEST = 120  # characters of a line of furniture
ABOVE = (
    r"当前位置",
    r"您(?:现在)?(?:的|所在)位置",
    r"首页\s*[>＞»›\-]",
    r"发布(?:时间|日期|机构)\s*[:：]",
    r"来源\s*[:：]",
    r"作者\s*[:：]",
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]",
    r"字(?:号|体)\s*[:：【\[]",
    r"大\s*[】\]]?\s*[【\[]?\s*中\s*[】\]]?\s*[【\[]?\s*小",
    r"索\s*引\s*号\s*[:：]",
    r"主题分类\s*[:：]",
)
BELOW = (
    r"打印(?:本页|此页|本文)?(?:$|[\s|｜】\]])",
    r"关闭(?:窗口|本页|页面|$)",
    r"分享(?:到|$|[:：])",
    r"扫一扫",
    r"收藏(?:本页|本站)",
    r"[上下]一[篇条][:：]",
    r"相关(?:链接|阅读|文档|解读|稿件|文章|附件|信息)(?:$|[:：])",
    r"(?:责任)?编辑\s*[:：]",
    r"(?:主办|承办|技术支持)(?:单位)?\s*[:：]",
    r"版权所有",
    r"网站标识码",
    r"ICP备",
    r"公网安备",
    r"联系电话\s*[:：]",
    r"网站地图",
    r"返回(?:顶部|首页|列表)",
    r"手机(?:版|浏览|打开)",
    r"纠错",
    r"设为首页",
    r"加入收藏",
)
WORDS = re.compile("|".join((*ABOVE, *BELOW)))
FOOT = re.compile(r"主办(?:单位)?\s*[:：]|承办(?:单位)?\s*[:：]|网站标识码|ICP备|公网安备|版权所有")
CATALOGUE = (
    "索引号",
    "发布机构",
    "发文机关",
    "主题分类",
    "发布日期",
    "发文日期",
    "成文日期",
    "公开方式",
    "信息名称",
    "有效性",
)


def around(elements: list[Line | Grid], linked: set[int]) -> list[Line | Grid]:
    """Those of the elements that are furniture. `linked`: numbers of lines that are links to other pages."""
    foot = foot_of_site(elements)
    inner = elements[:foot]
    text = [at for at, element in enumerate(inner) if is_text(element) and not is_furniture(element, linked)]
    first, last = (text[0], text[-1]) if text else (len(inner), len(inner) - 1)
    outside = [*inner[:first], *inner[last + 1 :]]
    return [element for element in outside if is_furniture(element, linked)] + elements[foot:]


def foot_of_site(elements: list[Line | Grid]) -> int:
    """Position from which only the foot of the site follows: short lines that begin with its host or its
    registration."""
    start = len(elements)
    for at in range(len(elements) - 1, -1, -1):
        element = elements[at]
        if isinstance(element, Grid) or len(element.string) > LONGEST or read_marker(element.string.strip()):
            break
        if FOOT.search(element.string) and "。" not in element.string:
            start = at
    return start


def is_text(element: Line | Grid) -> bool:
    """Something of the plan: a table, a sentence, a numbered line."""
    if isinstance(element, Grid):
        return not is_catalogue(element)
    words = element.string.strip()
    return read_marker(words) is not None or words.endswith(("。", "；", "：")) or len(words) > LONGEST


def is_furniture(element: Line | Grid, linked: set[int]) -> bool:
    if isinstance(element, Grid):
        return is_catalogue(element)
    words = element.string.strip()
    if not words or words.startswith("附件"):
        return False
    return element.number in linked or (len(words) <= LONGEST and "。" not in words and bool(WORDS.search(words)))


def is_catalogue(grid: Grid) -> bool:
    """The head of an entry in the catalogue of public information: 索引号 | … | 发布机构 | …"""
    cells = ["".join(line.string for line in cell) for row in grid.rows for cell in row]
    return sum("".join(cell.split()).startswith(CATALOGUE) for cell in cells) >= 2
