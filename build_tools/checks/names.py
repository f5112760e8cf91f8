"""Names that cannot be right: the plan's own tasks said of another county, and two names that sound alike and differ in
one sign.

把碧川县建成…, in the plan of 青岚县 → sure; 大源水库 ↔ 大原水库 → ask
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from ..chinese.sounds import sounds
from ..model.findings import Finding
from .known_words import known_words
from .passages import Passage, Reading, finding, part

KIND = "县市区旗"
OTHER = re.compile(
    rf"(?:把|将|推动|支持|建设|奋力谱写|努力把|推进|全面建设(?:社会主义)?现代化|现代化|美丽|幸福|平安|健康|法治|数字|由)"
    rf"(?P<name>[\u4e00-\u9fff]{{2,3}}[{KIND}])(?=建成|打造成|打造为|建设成|人民医院|中医院|中医医院|人民政府|第[一二三]|妇幼保健|各族|经济社会|篇章)"
)
BODY = re.compile(
    rf"(?<![\u4e00-\u9fff省市])(?P<name>[\u4e00-\u9fff]{{2}}[{KIND}])(?:人民医院|中医院|人民政府|妇幼保健院|第一中学)"
)
AIDED = re.compile(  # 支持乙县加快建设…: in the plan of a county, which has no other county to see to
    r"(?:支持|推动|推进|引导|指导|鼓励)(?P<name>[\u4e00-\u9fff]{2}[县旗])(?=加快|创建|建设|打造|争创|开展|做[大强优]|发展|申报|实施|完善|提升)"
)
FRAMED = re.compile(  # 平安江陵建设: what is built everywhere, with a name between
    r"(?:平安|数字|美丽|健康|法治|幸福|智慧|文明|信用|活力|现代化)(?P<name>[\u4e00-\u9fff]{2})(?=建设|新篇章|篇章|品牌)"
)
OWNER = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2}[市县旗])(?![级域场政民属直本内外区乡镇城委人舰])(?=[\u4e00-\u9fff]{4})"
)
NOT_NAMES = re.compile(rf"[全我本各该县市省区外多大小老新跨]|城[{KIND}]|地[{KIND}]")
KIND_OF_PLACE = re.compile(
    r"(?:水库|水电站|电站|大桥|特大桥|隧道|港区|景区|度假区|产业园|工业园|开发区|湿地公园|森林公园|灌区|机场|铁路|高速公路|街道|镇|乡|公司|集团"
    r"|湖|河|山)"
)
VERBS = {
    "建设",
    "实施",
    "支持",
    "推进",
    "加快",
    "完善",
    "改造",
    "新建",
    "扩建",
    "提升",
    "推动",
    "启动",
    "续建",
    "迁建",
    "改建",
    "组建",
    "打造",
    "加强",
    "发挥",
    "依托",
    "利用",
    "深化",
    "创建",
    "建成",
    "建好",
    "完成",
    "启用",
    "投用",
}
APART = set("东西南北中上下前后左右内外大小新老高低一二三四五六七八九十甲乙丙丁春夏秋冬")
HAN_AT_END = re.compile(r"[\u4e00-\u9fff]{0,6}\Z")
LONGEST = 7  # signs of a name
LEAST = 3  # signs of a name that is compared
MOST_OF_OTHERS = 3  # times that a plan names another county; a name that stands more often is its own


def find(reading: Reading) -> Iterator[Finding]:
    yield from other_places(reading)
    yield from framed_names(reading)
    yield from near_names(reading)
    yield from others_targets(reading)


def others_targets(reading: Reading) -> Iterator[Finding]:
    """实现乙市农产品线上销售额X亿元, in the plan of 甲市: a target of this plan whose subject is another county."""
    card = reading.plan.card
    own = card.name + card.title + card.region + card.issuer + card.short
    for row in reading.plan.targets:
        match = OWNER.match(row.subject)
        if (
            match
            and match["name"][:2] not in own
            and not NOT_NAMES.search(match["name"][:-1])
            and match["name"][:2] not in VERBS
        ):
            here = Passage(row.address, row.address, "", row.line, row.quote)
            yield finding(reading, "names", "wrong_name", "sure", "other-place", here, (match["name"], card.name))


def other_places(reading: Reading) -> Iterator[Finding]:
    card = reading.plan.card
    own = card.name + card.title + card.region + card.issuer
    patterns = (OTHER, BODY, *([AIDED] if card.name.endswith(("县", "区", "旗")) else []))
    for sentence in reading.sentences:
        for match in (found for pattern in patterns for found in pattern.finditer(sentence.text)):
            name = match["name"]
            if (
                name in own
                or name[:2] in VERBS
                or name.endswith("城区")
                or NOT_NAMES.search(name[:-1])
                or name[:2] in own
            ):
                continue
            words = sentence.text[max(0, match.start() - 2) : match.end() + 14]
            yield finding(
                reading, "names", "wrong_name", "sure", "other-place", part(sentence, words), (name, card.name)
            )
            break


def framed_names(reading: Reading) -> Iterator[Finding]:
    """平安江陵建设, in the plan of 沙洲市: a name that is no word, where the plan's own belongs"""
    card = reading.plan.card
    own = card.name + card.title + card.region + card.issuer + card.short
    for sentence in reading.sentences:
        for match in FRAMED.finditer(sentence.text):
            name = match["name"]
            if (
                name in own
                or name in known_words()
                or any(two in known_words() for two in overlapping(sentence.text, match))
            ):
                continue
            if reading.plan.source.count(name) <= MOST_OF_OTHERS:
                here = part(sentence, sentence.text[max(0, match.start() - 4) : match.end() + 6])
                yield finding(reading, "names", "wrong_name", "ask", "other-place", here, (name, card.name))


def overlapping(text: str, match: re.Match[str]) -> tuple[str, str]:
    """美丽|乡镇|建设: the words that the first or the last sign of the name may belong to"""
    start, end = match.span("name")
    return text[start - 1 : start + 1], text[end - 1 : end + 1]


def near_names(reading: Reading) -> Iterator[Finding]:
    """Names of one length and ending, one sign apart, read alike; the rarer one is shown first."""
    counts: Counter[str] = Counter()
    places: dict[str, Passage] = {}
    for sentence in reading.sentences:
        for name in names_in(sentence.text):
            counts[name] += 1
            places.setdefault(name, sentence)
    reading.saw("names", times=len(counts))
    by_shape: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in counts:
        for at in range(len(name) - 1):
            by_shape[name[:at], name[at + 1 :]].append(name)
    told: list[tuple[str, str]] = []
    for names in sorted(by_shape.values(), key=lambda found: len(found[0])):
        for one, other in combinations(sorted(names), 2):
            known = any(one.endswith(a) and other.endswith(b) for a, b in told)  # 施龙坛水库, where 龙坛水库 is told
            if one[0] == other[0] and not known and sound_alike(one, other):
                told.append((one, other))
                rare, usual = sorted((one, other), key=lambda n: (counts[n], n))
                here, there = around(places[rare], rare), around(places[usual], usual)
                yield finding(reading, "names", "wrong_name", "ask", "near-name", here, (rare, usual), there)


def names_in(text: str) -> Iterator[str]:
    """Every ending with the two to six signs before it that may be its name: what is compared is the end of the
    name."""
    done = 0
    for match in KIND_OF_PLACE.finditer(text):
        first = max(done, match.start() - 6)
        signs = HAN_AT_END.search(text, first, match.start())
        if signs and match.start() - signs.start() >= 2:
            done = match.end()
            for length in range(LEAST, min(done - signs.start(), LONGEST) + 1):
                yield text[done - length : done]


def around(sentence: Passage, name: str) -> Passage:
    at = sentence.text.find(name)
    return part(sentence, sentence.text[max(0, at - 8) : at + len(name) + 10])


def sound_alike(one: str, other: str) -> bool:
    differ = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differ) == 1 and not set(differ[0]) <= APART and bool(sounds(differ[0][0]) & sounds(differ[0][1]))
