"""Little words that are missing or wrong, where a rule can be quite sure.

打造加工、销售于一体 → 集 is missing; 提出针对性地建议 → 的; 总投资12亿的项目 → 元; “十五五”期间，打造了一批 → 了; 新建建设 → twice
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Passage, Reading, clauses, finding, part

AS_ONE = re.compile(r"于一体")
HELD = re.compile(r"[集融汇寓聚]|结合|融合")
BEFORE_NOUN = re.compile(
    r"(?:性|效|学|理|心)地(?:[改调修完]\w|整治|工作)?(?=[\u4e00-\u9fff]{0,2}(?:建议|意见|方案|措施|办法|对策|举措|计划)(?:[，。；、]|$))"
)
PACE = re.compile(r"(?:建设|发展|改革|转型|开发)步伐(?=[，。；]|$)")
WITH_PACE = re.compile(r"加快|加速|加大|迈|跟|放|调整|推进|推动|提速|紧跟|大步|稳步|步伐加快|赶")
PROBLEM = re.compile(
    r"^(?:着力|大力|积极|加快|重点|持续|稳步)*(?P<verb>推进|加强|加快|提升|完善|促进|推动)(?!解决|化解|处置|整改)[^，。；]*问题$"
)
SOLVES = re.compile(r"解决|化解|整改|整治|治理|处置|处理|研究|破解|排查|消除|纠正|清理|导向|反映")
DONE = re.compile(r"(?:打造|建成|培育|形成|完成|实现|建立|构建|新建|创建)了(?!然|解)")
FUTURE = re.compile(r"[“\"]?十[三四五六七]五[”\"]?(?:时期|期间|期末|末)|[到至]20\d\d年|力争|将|未来五年|确保")
MONEY = re.compile(r"(?:总?投资|资金|产值|收入|税收|融资)(?:约|近|超|达|达到|为)?\d+(?:\.\d+)?[万亿](?=[的，。；、建])")
AND_MORE = re.compile(r"(?<!\d)\d+(?:\.\d+)?(?P<unit>马力|[万亿]?[人元亩吨岁级米户头只])(?P<word>和以上)")
BUILT_TWICE = re.compile(r"(?:新|改|扩|改扩|迁|续)建(?P<word>建)设(?=\s?\d|[，。；、]|$)")
TWICE = re.compile(r"(?P<word>[\u4e00-\u9fff]{2,6})、(?P=word)(?=\d)")
PARTICLE = re.compile(
    r"的(?:对(?![外接策象比口手立话称应标照抗等内岸决冲流])|把(?![握关控手脉])|将(?![来军士领要会]))(?=[\u4e00-\u9fff]{2,6}的)|的(?:领域|方面)内?的"
)
NO_VERB = re.compile(
    r"(?:^|。)(?P<clause>[\u4e00-\u9fff]{4,14}(?:能力|水平|质量|效率))，(?=打造|建设|推动|推进|构建|完善|实现|加快|形成)"
)
RAISES = re.compile(
    r"提升|增强|提高|加强|强化|改善|补齐|推动|推进|形成|具备|优化|夯实|壮大|健全|完善|建设|发挥|扩大|聚焦|围绕|培育|增加|整合|挖掘|依托|按照|坚持|保障(?=能力$)|着眼|结合"
)
WEAK = re.compile(r"^(?:[\u4e00-\u9fff]{0,4})?加强[\u4e00-\u9fff]{2,12}(?:设施|网络|管网|设备|基地|道路)$")
BUILT = re.compile(r"建设|管理|维护|保护|改造|监管|运营|安全|布局|配套|配备|规划|更新")
FIGURE = re.compile(r"[\dX×%]")
SHORT = (  # a sign that must be there, the pattern, how much is quoted before and behind, what is said
    ("、", TWICE, 10, 10, "doubled"),
    ("的", PARTICLE, 8, 8, "particle"),
    ("和以上", AND_MORE, 0, 8, "over-word"),
    ("建建", BUILT_TWICE, 6, 8, "doubled"),
)
LEAST_ITEM = 4
LEAST_MARKS = 3  # of a list that names an item twice


def find(reading: Reading) -> Iterator[Finding]:
    for _, passage in reading.texts:
        yield from without_verb(reading, passage)
    for sentence in reading.sentences:
        reading.saw("wording")
        yield from adverbs(reading, sentence)
        yield from objects(reading, sentence)
        yield from money(reading, sentence)
        yield from repeated_items(reading, sentence)
        yield from as_one(reading, sentence) if "于一体" in sentence.text else ()
        yield from finished(reading, sentence) if "了" in sentence.text else ()
        for sign, pattern, before, behind, code in SHORT:
            for match in pattern.finditer(sentence.text) if sign in sentence.text else ():
                here = part(sentence, sentence.text[max(0, match.start() - before) : match.end() + behind])
                said = match["word"] if "word" in pattern.groupindex else match.group()
                yield finding(reading, "wording", "typo", "sure", code, here, (said,))


def as_one(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """集甲、乙、丙于一体: what stands before 于一体 in the same sentence must hold them together."""
    for match in AS_ONE.finditer(sentence.text):
        before = sentence.text[: match.start()]
        start = max(before.rfind(sign) for sign in "，；。：")
        if (
            not HELD.search(before[start + 1 :])
            and before[-1:] != "等"
            and not HELD.search(before[max(0, start - 20) : start + 1])
        ):
            here = part(sentence, before[start + 1 :] + match.group())
            yield finding(reading, "wording", "missing_content", "sure", "frame", here, (match.group(), "集"))


def adverbs(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    for match in BEFORE_NOUN.finditer(sentence.text) if "地" in sentence.text else ():
        here = part(sentence, sentence.text[max(0, match.start() - 6) : match.end() + 4])
        yield finding(
            reading, "wording", "typo", "sure", "adverb", here, (sentence.text[match.start() - 2 : match.end() + 2],)
        )


def objects(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """谋划项目建设步伐; 推进设施完善问题"""
    if not any(word in sentence.text for word in ("步伐", "加强", "问题")):
        return
    for _, clause in clauses(sentence.text):
        match = PACE.search(clause)
        if match and not WITH_PACE.search(clause):
            here = part(sentence, clause)
            yield finding(reading, "wording", "typo", "ask", "object", here, (clause[-20:], "步伐"))
        if WEAK.match(clause) and not BUILT.search(clause):
            yield finding(reading, "wording", "typo", "ask", "object", part(sentence, clause), ("加强", clause[-4:]))
        problem = PROBLEM.search(clause)
        if problem and not SOLVES.search(clause):
            yield finding(reading, "wording", "typo", "ask", "object", part(sentence, clause), (clause[:20], "问题"))


def without_verb(reading: Reading, passage: Passage) -> Iterator[Finding]:
    """“能源保障储备能力，打造…”: a sentence that begins with what is to be raised, and does not say so"""
    for match in NO_VERB.finditer(passage.text):
        if not RAISES.search(match["clause"][:-2]):
            here = part(passage, passage.text[match.start("clause") : match.end() + 10])
            yield finding(reading, "wording", "typo", "ask", "no-verb", here, (match["clause"],))


def finished(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """“十五五”期间…打造了一批品牌: a task told as done, in a text that does not look back."""
    if reading.looks_back(sentence.unit):
        return
    future = FUTURE.search(sentence.text)
    match = DONE.search(sentence.text, future.end()) if future else None
    if match:
        alone = len(sentence.text) - match.end() < LEAST_ITEM  # 确保任务顺利完成了。
        here = part(sentence, sentence.text[match.start() - 10 * alone : match.end() + 16])
        yield finding(reading, "wording", "typo", "ask", "done", here, (match.group(),))


def money(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    for match in MONEY.finditer(sentence.text) if "万" in sentence.text or "亿" in sentence.text else ():
        here = part(sentence, sentence.text[match.start() : match.end() + 10])
        yield finding(reading, "wording", "typo", "sure", "money-unit", here, (match.group(),))


def repeated_items(reading: Reading, sentence: Passage) -> Iterator[Finding]:
    """甲、乙、丙、乙、丁: an item that stands twice in one list, and a clause that stands twice in one sentence."""
    listed = sentence.text.count("、") >= LEAST_MARKS
    for clause in re.findall(r"[^，。；：]+", sentence.text) if listed else ():
        if clause.count("、") < LEAST_MARKS:
            continue
        items = [item for item in clause.split("、") if len(item) >= LEAST_ITEM and not FIGURE.search(item)]
        for item in dict.fromkeys(items[1:-1]):
            if items.count(item) > 1:
                values = (item, items.count(item))
                yield finding(reading, "wording", "typo", "sure", "repeated-item", part(sentence, clause), values)
    pieces = re.split(r"[，；。]", sentence.text)
    if len(set(pieces)) == len(pieces):
        return
    said = [piece for piece in pieces if len(piece) >= 2 * LEAST_ITEM and not FIGURE.search(piece)]
    for clause in dict.fromkeys(said):
        if said.count(clause) > 1:
            here = part(sentence, f"{clause}，{clause}" if f"{clause}，{clause}" in sentence.text else clause)
            yield finding(reading, "wording", "typo", "sure", "repeated-item", here, (clause, said.count(clause)))
