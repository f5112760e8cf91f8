"""Taking a clause apart: dates, openings and verbs off, so that the words that name something remain."""

from __future__ import annotations

import re

from .word_lists import any_of

CLAUSE_END = re.compile(r"[，。；：！？\n]|——")
FARTHEST = 2_000  # signs; a sentence has 200. A line of figures without an end is not read anew for each of them
CLAUSE_MARKS = ("，", "。", "；", "：", "！", "？", "\n", "——")
DATES = re.compile(
    r"^(?:至|到|截至|在|于)?(?:20\d\d年末?底?|“?十[一二三四五六七八]五”?(?:规划)?(?:末期|期末|末|期间|时期)|未来五年|\d年内|远期|近期)"
)
WHOLE = re.compile(r"^(?:全区|全市|全县|全旗|我区|我市|我县|[\u4e00-\u9fff]{2,4}[市县区旗]将)")
OPENING = re.compile(
    r"^(?:其中|同时|其[一二三]|[一二三]是|以及|并|及|和|与|、|此外|此后|其后|之后|还将|还|也|将|计划|预计|规划(?=[新建改])|力争|努力|确保|保证|争取|积极|加快|逐步|稳步|持续|"
    r"适度(?=提高|扩大)|大力|目标(?=到)"
    r"|(?:重点|基本|全面|主要)(?=推动|推进|打造|建设|围绕|引进|谋划|培育|发展|实现|完成|建成|消除|形成|布局)|推动|推进|带动|实现|累计(?=实现)|达到|完成|提高(?!至|到)|分\d年|通过)"
)
ENDING = re.compile(
    r"(?:分别|各|(?<![人平户年])均|都|共|共计|总计|合计|约为|约|接近|近|将|可|力争|预计|计划|超过|突破|超|逾|达到|达|实现|完成|发展到|发展至|增加到|增加至|增至|提高到|提升到|"
    r"提升至|提高至|跃升至|扩大到|扩大至"
    r"|下降至|下降到|降至|降低到|缩小至|缩短至|压缩至|调整为|优化至|稳定在|保持在|保持|控制在|维持在|不低于|不少于|不超过|至少建有|至少|建有|为|至|到|是|有|在|建成|由|从|了|年产|缩短到|"
    r"延长到|延长至|压减到|基本|每年|(?<=..)年均|等|的|“|（|、|，|(?:比|较)(?:20\d\d年|上年|“[^”]+”[末期]+))$"
)
VERBS = any_of("clause_verbs")
VERB_ONLY = re.compile(rf"(?:{VERBS}|\W)*")


def clause_start(text: str, limit: int) -> int:
    return before_brackets(text, last_mark(CLAUSE_MARKS, text, limit), limit)


def before_brackets(text: str, start: int, limit: int) -> int:
    """“压捆机（大捆为主，小捆为辅）增加|500台|”: the comma in the brackets ends no clause, it starts at 压捆机"""
    closing = text.find("）", start, limit)
    opening = text.rfind("（", farthest_before(start), start)
    if (
        closing < 0
        or "（" in text[start:closing]
        or opening < 0
        or "）" in text[opening:start]
        or "。" in text[opening:start]
    ):
        return start
    return clause_start(text, opening)


def last_mark(marks: tuple[str, ...], text: str, limit: int) -> int:
    """The position behind the last of these marks before `limit`; where none stands within FARTHEST, that far back."""
    far = farthest_before(limit)
    return max(at + len(mark) if (at := text.rfind(mark, far, limit)) >= 0 else far for mark in marks)


def farthest_before(limit: int) -> int:
    """How far back from here the words of a figure are looked for: 5000 → 3000"""
    return max(0, limit - FARTHEST)


def bare_words(clause: str) -> str:
    """“到2025年全区燃气管网总长度达” → 燃气管网总长度; “新建至少” → "" (nothing but verbs)"""
    words = trim(clause)
    while True:
        shorter = words
        for pattern in (DATES, WHOLE, OPENING, ENDING):
            shorter = trim(pattern.sub("", shorter, count=1))
        if shorter == words:
            break
        words = shorter
    return "" if len(words) < 2 or VERB_ONLY.fullmatch(words) else words


def trim(words: str) -> str:
    """Spaces, dashes and marks without their partner go: “建设“ → 建设; “两品一标”总数 keeps its quotes"""
    words = (
        words.strip(" \u3000—-，、”）)")
        if words.count("“") != words.count("”") or words.count("（") != words.count("）")
        else words.strip(" \u3000—-，、")
    )
    for opening, closing in ("“”", "（）"):
        if words.count(opening) > words.count(closing) and words.startswith(opening):
            words = words[1:]
        if words.count(opening) < words.count(closing) and words.endswith(closing):
            words = words[:-1]
        if words.count(opening) > words.count(closing) and (words + " ").find(closing) < 0:
            words = words + closing
    return words
