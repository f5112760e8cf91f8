"""What the page of a web site puts around a text that was copied from it: navigation, source line, size switch, share
buttons, footer.

    您现在所在的位置：首页 > 规划计划 / 索引号：… / 字体：[大 中 小] / (the text) / 打印　关闭 / 版权所有：…   →  only the text

It goes from the head and the foot of the file, where every line is of one of these kinds. Further in it stays, with a
problem.
"""

import re
from dataclasses import replace

from ..chinese.numbering import read_marker
from ..chinese.sentences import ends_sentence
from ..chinese.signs import narrow
from ..model.problems import Problem
from ..model.text import Draft, Grid, Line

FIELDS = (
    "索引号|信息索引|标题|信息名称|名称|发布机构|发布单位|发文机关|发文单位|制发机关|公开主体|成文日期|生成日期|发布日期|发布时间|发文日期|公开日期|更新时间|信息来源|文章来源|来源"
    "|主题分类|主题词|关键词|公文种类|体裁分类|组配分类|服务对象|文号|发文字号|文件编号|有效性|效力状态|责任编辑|编辑|作者|审核|浏览次数|浏览量|点击数|点击率|点击|阅读次数|阅读|访问量"
    "|字号|字体|公开方式|公开范围|公开类别|公开形式|公开时限|日期|时间"
)
SITE = re.compile(
    r"(?:网站)?首页|政务公开|信息公开|政府信息公开(?:指南|制度|年报|目录|专栏)?|政务服务|办事服务|互动交流|政民互动|公众参与|走进.{2,5}|专题专栏|新闻中心|要闻动态|政务动态"
    r"|法定主动公开内容|依申请公开|解读回应|政策解读|数据开放|政府数据|机构概况|领导之窗|通知公告|规划计划|魅力.{2,4}|无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老化"
    r"|繁體|繁体|简体|登录|注册|搜索|智能问答|微信公众号|相关(?:链接|文章|附件|新闻|解读|信息|阅读)|友情链接"
)
TOOL = re.compile(
    r"(?:打印(?:本页|此页|文章|正文)?|关闭(?:窗口|本页|页面)?|分享(?:到|至)?|收藏(?:本页)?|返回(?:顶部|首页|上一页|列表)?|复制链接|语音播报|朗读|纠错|放大|缩小|下载"
    r"|新浪微博|微信|微博|QQ空间|QQ|字号|字体|默认|特大|[大中小]|doZoom)+"
)
PARTS = re.compile(r"[\s|｜·>›»/／:：、（）()\[\]【】+×✕]+")
# Patterns of a whole line without its blanks
LINES = [
    re.compile(pattern)
    for pattern in (
        r"(?:您|你)?(?:现在|当前)?(?:所在)?(?:的)?位置[:：].*|首页[>》›»→/-].*|.{2,16}(?:门户网站|政府网站?|信息网)(?:首页[>》›»→].*)?",
        rf"(?:{FIELDS})[:：].{{0,100}}",
        r"扫[一码].{0,24}|.{0,4}(?:上一[篇条]|下一[篇条])[:：].{0,60}",
        r".*(?:版权所有|ICP备|公网安备|网站标识码|网站地图|站长统计|技术支持[:：]|技术维护|Copyright|copyright|©).*",
        r"(?:主办|承办|协办|主管|运维)(?:单位)?[:：].{2,60}|(?:地址|邮编|邮政编码|传真|邮箱|电话)[:：].{0,60}",
        r"(?:联系|办公|投诉|举报)(?:我们|电话|方式|邮箱)?[:：]?[\d\-—转、]*",
    )
]
ONLY_WEB = re.compile(
    r".*(?:ICP备|公网安备|网站标识码|打印本页|关闭窗口|扫一扫在手机).*|分享到[:：]?|(?:【|\[)?字[号体][:：/]*\[?大/?中/?小\]?】?"
)
LONGEST = 120
FOOT = 25  # lines
SHORT = 12  # characters


def take_out(draft: Draft) -> Draft:
    head, foot = end_of_head(draft.lines), start_of_foot(draft.lines)
    gone, lines, problems = [], list(draft.lines), []
    for at, line in enumerate(draft.lines):
        if isinstance(line, Grid) or not line.string.strip():
            continue
        if (at < head or at >= foot) and is_furniture(line.string) and not line.whole:
            gone += line.text.removed("web-furniture")
            lines[at] = replace(line, text=line.text[:0], hint=False)
        elif ONLY_WEB.fullmatch(squeezed(line.string)) and len(line.string) <= LONGEST:
            problems.append(Problem("warning", "furniture-like", line.number, (line.string.strip()[:30],)))
    return replace(
        draft, lines=tuple(lines), removed=draft.removed + tuple(gone), problems=draft.problems + tuple(problems)
    )


def squeezed(string: str) -> str:
    return "".join(narrow(string).split())


def is_furniture(string: str) -> bool:
    words = squeezed(string)
    if not words or len(words) > LONGEST or "。" in words:
        return False
    parts = [part for part in PARTS.split(narrow(string)) if part] or ["?"]
    return (
        any(pattern.fullmatch(words) for pattern in LINES)
        or all(TOOL.fullmatch(part) for part in parts)
        or all(SITE.fullmatch(part) for part in parts)
    )


def end_of_head(lines: tuple[Line | Grid, ...]) -> int:
    """Position of the first sentence, table or numbered line."""
    for at, line in enumerate(lines):
        if isinstance(line, Grid) or (ends_sentence(line.string) and not is_furniture(line.string)):
            return at
        if read_marker(line.string.strip()) and not is_furniture(line.string):
            return at
    return 0


def start_of_foot(lines: tuple[Line | Grid, ...]) -> int:
    """Position behind the last line that is neither blank nor of these kinds."""
    filled = [at for at, line in enumerate(lines) if isinstance(line, Grid) or line.string.strip()][-FOOT:]
    start, odd = len(lines), 0
    for at in reversed(filled):
        line = lines[at]
        if isinstance(line, Grid) or not is_furniture(line.string):
            odd += 1
            if odd > 1 or isinstance(line, Grid) or len(line.string.strip()) > SHORT or start == len(lines):
                break
            continue  # one short line of an unknown kind among them
        start, odd = at, 0
    return start
