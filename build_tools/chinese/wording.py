"""Taking a clause apart: dates, openings and verbs off, so that the words that name something remain."""

from __future__ import annotations

import re

from .word_lists import any_of

CLAUSE_END = re.compile(r"[，。；：！？\n]|——")
FARTHEST = (
    450  # signs; the longest sentence met had 400. A line without an end is not read anew for each of its figures
)
LONGEST = 200  # signs of the words of a clause
CLAUSE_MARKS = ("，", "。", "；", "：", "！", "？", "\n", "——")
DATES = re.compile(
    r"^(?:至|到|截至|在|于)?(?:20\d\d年末?底?|“?十[一二三四五六七八]五”?(?:规划)?(?:末期|期末|末|期间|时期)|未来五年|\d年内|远期|近期)"
)
WHOLE = re.compile(r"^(?:全区|全市|全县|全旗|我区|我市|我县|[\u4e00-\u9fff]{2,4}[市县区旗]将)")
# The words in the lists; here what depends on its neighbours.
OPENING = re.compile(
    rf"^(?:{any_of('clause_openings')}|其[一二三]|[一二三]是|规划(?=[新建改])|适度(?=提高|扩大)|目标(?=到)|累计(?=实现)"
    r"|提高(?!至|到)|分\d年"
    r"|(?:重点|基本|全面|主要)(?=推动|推进|打造|建设|围绕|引进|谋划|培育|发展|实现|完成|建成|消除|形成|布局))"
)
ENDING = re.compile(
    rf"(?:{any_of('before_a_figure')}|(?<![签预节集履特契公合])约|(?<=[于到过达])每[^，。；、每]{{1,6}}"
    rf"|(?<=..)按照?每[^，。；、每]{{1,8}}|(?<=..)以(?:每年)?|(?<![人平户年])均|(?<=..)年均|[“（、，]"
    r"|(?:比|较)(?:20\d\d年|上年|“[^”]+”[末期]+))$"
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


def end_of_clause(text: str, at: int) -> int:
    """Where the clause ends in which `at` stands; no farther than FARTHEST."""
    match = CLAUSE_END.search(text, at, at + FARTHEST)
    return match.start() if match else min(len(text), at + FARTHEST)


def farthest_before(limit: int) -> int:
    """How far back from here the words of a figure are looked for: 5000 → 4550"""
    return max(0, limit - FARTHEST)


def bare_words(clause: str) -> str:
    """“到2025年全区燃气管网总长度达” → 燃气管网总长度; “新建至少” → "" (nothing but verbs)"""
    words = trim(clause)
    while len(words) <= LONGEST:  # a list of signs that goes on longer names nothing
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
