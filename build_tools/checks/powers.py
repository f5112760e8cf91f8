"""What a county cannot do, and what no plan should name: making regulations; a brand and its model.

增强法规规章制定的及时性, in a county's plan; 购置某某H9型号 → ask
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Finding
from .levels import is_prefecture
from .passages import Reading, finding, part

MAKES_LAW = re.compile(
    r"(?:增强|提高|加强|推进|完善|健全|开展|加快)[^，。；]{0,8}(?:法规规章|地方性法规|政府规章|地方立法)[^，。；]{0,4}(?:制定|立法|出台|工作)?|制定(?:出台)?(?:地方性法规|政府规章)"
)
LAW = re.compile(r"法规|规章|立法")
A_MODEL = re.compile(r"[A-Z]\d")
OF_OTHERS = re.compile(r"配合|贯彻|执行|落实|遵守|依据|按照|上级|省|国家")
BRAND = re.compile(r"[\u4e00-\u9fff]{2}[A-Z]{1,3}\d{1,4}[A-Z]?(?:型号?|款)")
NO_BRAND = re.compile(r"(?:国道|省道|县道|公路|高速|机组|战机|飞机|疫苗|流感|新冠|血型|空气)[A-Z]")


def find(reading: Reading) -> Iterator[Finding]:
    county = not is_prefecture(reading)
    for sentence in reading.sentences:
        for match in MAKES_LAW.finditer(sentence.text) if LAW.search(sentence.text) else ():
            reading.saw("powers")
            if county and not OF_OTHERS.search(sentence.text[: match.end()][-24:]):
                here = part(sentence, sentence.text[match.start() : match.end() + 8])
                yield finding(reading, "powers", "policy", "ask", "power", here, ("制定法规规章",))
        for match in BRAND.finditer(sentence.text) if A_MODEL.search(sentence.text) else ():
            reading.saw("powers")
            if not NO_BRAND.match(match.group()):
                here = part(sentence, sentence.text[max(0, match.start() - 10) : match.end() + 6])
                yield finding(reading, "powers", "policy", "ask", "brand", here, (match.group(),))
