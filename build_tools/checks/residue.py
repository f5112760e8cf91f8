"""What the drafting left behind: asides to colleagues, open revisions, bodies and names not yet filled in.

（里程请市交通运输局再核） → sure; XX局、某某公司 → sure
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model.findings import Finding
from .passages import Reading, finding, part

ASIDE = re.compile(r"[（(【\[][^（）()【】\[\]]{2,60}[）)】\]]")
TO_COLLEAGUES = re.compile(
    r"此处|此数|此项?待|待(?:定|核|补|填|查|商|确认|提供|统计|更新|明确)|待.{1,10}(?:确认|核[实定准]|提供|补充|明确|批复后)|待.{1,14}后再?[更补填定改确明调]|再核"
    r"|请.{0,12}(?:核|补|提供|确认|填|定|改|更新|替换)"
    r"|核定后|替换|存疑|有疑问|拟删|建议(?:删|改|补)|修改意见|修订稿?意见|注意核|数据(?:来源)?待|下同改|再[商议对补改]|一下"
    r"|征求.{0,8}意见后|[？?]|另议|商定|核实|复核|查证|落实后|报后|是否(?:保留|删除|准确)"
)
NAMELESS = re.compile(r"(?:[XＸ×xX]{2,4}|某某)(?:局|委|办|部门|公司|集团|镇|乡|村|街道|项目|企业|学校|医院)")
UNSURE = re.compile(r"^(?:待定|另行确定|修订中|略)$")


def find(reading: Reading) -> Iterator[Finding]:
    yield from highlighted(reading)
    yield from revised(reading)
    for sentence in reading.sentences:
        for match in ASIDE.finditer(sentence.text):
            reading.saw("residue")
            if TO_COLLEAGUES.search(match.group()) or UNSURE.match(match.group()[1:-1]):
                yield finding(reading, "residue", "draft_residue", "sure", "residue", part(sentence, match.group()))
        for match in NAMELESS.finditer(sentence.text):
            here = part(sentence, sentence.text[max(0, match.start() - 12) : match.end() + 8])
            yield finding(reading, "residue", "draft_residue", "sure", "residue-office", here, (match.group(),))


def highlighted(reading: Reading) -> Iterator[Finding]:
    """Words that the authors marked in yellow, as the reading told: what is marked so is not settled."""
    for problem in reading.plan.problems:
        if problem.code != "highlighted":
            continue
        words = str(problem.values[0]).rstrip("…")
        place = next((passage for _, passage in reading.texts if words in passage.text), None)
        reading.saw("residue", place is not None)
        if place is not None and words:
            yield finding(reading, "residue", "draft_residue", "ask", "residue-marked", part(place, words), (words,))


def revised(reading: Reading) -> Iterator[Finding]:
    """Paragraphs of a Word file in which somebody's revisions are neither accepted nor rejected."""
    for problem in reading.plan.problems:
        if problem.code == "revised-here":
            inserted, deleted = str(problem.values[0]), problem.values[1]
            lines = ((block.lines, passage) for block, passage in reading.texts)
            place = next((passage for (first, last), passage in lines if first <= problem.line <= last), None)
            reading.saw("residue", place is not None)
            if place is not None:
                here = part(place, inserted if inserted and inserted in place.text else place.text[:40])
                code = "residue-revised" if inserted else "residue-deleted"
                values = (inserted, str(deleted)) if inserted else (str(deleted),)
                yield finding(reading, "residue", "draft_residue", "sure", code, here, values)
