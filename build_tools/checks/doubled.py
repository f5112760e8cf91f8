"""Signs and little words that stand twice: 。。, ，。, 的的, 了了."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Reading, finding, part

TWICE = re.compile(
    r"([，。；：、])[，。；：、]|的的|了了|和和|在在(?!位)|与与|及及(?!时)|建设建设|发展发展|推进推进|项目项目|达到达到|%%"
)


def find(reading: Reading) -> Iterator[Finding]:
    for _, passage in reading.texts:
        reading.saw("doubled")
        for match in TWICE.finditer(passage.text):
            words = passage.text[max(0, match.start() - 10) : match.end() + 10]
            yield finding(reading, "doubled", "typo", "sure", "doubled", part(passage, words), (match.group(),))
