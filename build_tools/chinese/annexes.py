"""What stands around a plan: annexes (附件, 附表, 附录), lists of terms, the notice that brings it, the lines of its
printing."""

import re
from typing import NamedTuple

from .numbering import read_marker
from .sentences import reads_like_title

ANNEX = re.compile(
    r"附[ \u3000]?(?:[件表录图](?:[ \u3000]?(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])(?![\d年月、]))?|(?=[：:]))"
    r"(?P<gap>[ \t\u3000]*[：:、.．]?[ \t\u3000]*)"
)
REFERS = re.compile(r"[-—–所中内里的为是和及与、]|规定|明确|列|表[明示]|要求|执行|项目由")
LONGEST_GLUED = 25
TERMS = re.compile(
    r"(?:(?:主要|有关|相关|重要|部分|专业|专有|规划)?(?:名词|术语|词语|词汇|名词术语|专业术语)(?:解释|注释|释义|说明|解读|表)|名词解释及说明)"
)
NOTICE = re.compile(r"关于.*的(?:通知|批复|决定|公告|通告|函|决议|报告|请示)$")
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[（(]\d{4}[〕\]）)]\d{1,4}号$")
DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?$"
)
PRINTING = re.compile(
    r"(?:抄送|抄报|主送|分送)[ \u3000]*[：:]|共印[ \u3000]?\d+[ \u3000]?份|[（(]?此件[\u4e00-\u9fff]{0,8}公开"
)
PRINTED = re.compile(r".{0,40}印发$|.{0,40}\d{4}年\d{1,2}月\d{1,2}日[ \u3000]*印[发制]?$")


class AnnexTitle(NamedTuple):
    """`printed` is the number as it stands (附件1), `rest` where the title begins; `number` 0 where there is none."""

    printed: str
    number: int
    rest: int
    title: str


def read_annex(string: str) -> AnnexTitle | None:
    """“附件1：重点项目” → AnnexTitle("附件1", 1, 4, "重点项目"); “附件1所列项目由各部门落实。” → None; 名词解释 alone → number 0"""
    match = ANNEX.match(string)
    if not match:
        whole = string.strip().strip("：:")
        return AnnexTitle("", 0, 0, string) if TERMS.fullmatch(whole) else None
    title = string[match.end() :]
    if title and (not reads_like_title(title) or read_marker(title) or (not match["gap"] and not glued(match, title))):
        return None
    printed = string[: match.start("gap")]
    return AnnexTitle(printed, annex_number(match["n"]), match.end(), title)


def glued(match: re.Match[str], title: str) -> bool:
    """附件1重点项目 (a program lost the blank) → True; 附件1所列项目, 附件材料 → False"""
    return bool(match["n"]) and len(title) <= LONGEST_GLUED and not REFERS.match(title) and "，" not in title


def annex_number(numeral: str | None) -> int:
    """“2” → 2, “二” → 2, “B” → 2, None → 0"""
    if not numeral:
        return 0
    if numeral.isdecimal():
        return int(numeral)
    if "A" <= numeral <= "Z":
        return ord(numeral) - ord("A") + 1
    marker = read_marker(numeral + "、")
    return marker.number if marker else 0


def names_terms(title: str) -> bool:
    """“名词解释” → True, “主要术语注释” → True"""
    return TERMS.search("".join(title.split())) is not None


def is_notice_title(string: str) -> bool:
    """“某市人民政府关于印发《…规划纲要》的通知” → True"""
    return NOTICE.search("".join(string.split())) is not None


def is_letter_line(string: str) -> bool:
    """A document number (某政发〔2026〕4号) or the addressees (各镇人民政府，市政府各部门：)."""
    words = "".join(string.split())
    addressed = words.endswith(("：", ":")) and words.startswith(("各", "市", "县", "区")) and "。" not in words
    return DOCUMENT_NUMBER.match(words) is not None or addressed


def is_date(string: str) -> bool:
    return DATE.match("".join(string.split())) is not None


def is_printing_line(string: str) -> bool:
    """“抄送：市委各部门，…” → True; “某市人民政府办公室　2026年3月18日印发” → True"""
    return PRINTING.match(string) is not None or PRINTED.match(string) is not None
