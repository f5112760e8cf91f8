"""What a plan says against itself, or leaves open: findings for its editors. A finding quotes, computes and asks; it
never mends.

Classes are those of the published table (data contract); tiers: `sure` — any editor would change it, `ask` — the
authors should say.
States are decided by people in content/curated/findings.yml: `open` — nobody decided, or the authors have been asked;
`right-as-printed` — the text is right, the finding never comes back; `mended` — the authors' file is mended, the
finding goes with the next edition.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

Tier = Literal["sure", "ask"]
State = Literal["open", "right-as-printed", "mended"]
TIERS: tuple[Tier, ...] = ("sure", "ask")
STATES: tuple[State, ...] = ("open", "right-as-printed", "mended")

TEXTS = {
    "marks": ("“{0}” has no counterpart in this text.", "本段的 {0} 不成对。"),
    "period-after": (
        "The plan runs from {1} to {2}; this target is set for {0}.",
        "规划期为{1}—{2}年，此处目标年为{0}年，超出规划期。",
    ),
    "period-before": (
        "The plan runs from {1} to {2}; this target is set for {0}, before it begins.",
        "规划期为{1}—{2}年，此处目标年为{0}年，早于规划期。",
    ),
    "period-name": (
        "What is to be done is said of “{0}”; the plan is that of “{1}”.",
        "此处部署的任务写作“{0}”，本规划为“{1}”规划。",
    ),
    "residue": ("A note of the drafting was left in the text.", "起草过程中的提示语留在正文里。"),
    "residue-marked": ("“{0}” is still marked in yellow.", "“{0}”仍以黄色突出显示，是否已定稿。"),
    "residue-revised": (
        "A revision is still open here: “{0}” inserted, {1} characters deleted.",
        "此处有未处理的修订：插入“{0}”，删除{1}字。",
    ),
    "residue-deleted": (
        "A revision is still open here: {0} characters deleted.",
        "此处有未处理的修订：删除{0}字。",
    ),
    "structure-sum": ("The shares of “{0}” make {1}, not 100.", "“{0}”各项之和为{1}，不是100。"),
    "residue-office": ("A body has no name yet: “{0}”.", "单位名称未填：“{0}”。"),
    "repeat": ("{0} characters stand word for word in two places.", "两处有{0}字逐字相同。"),
    "repeats": (
        "This box says again in {0} places what its chapter said; the longest text has {1} characters.",
        "此专栏有{0}处与本章前文逐字相同，最长一处{1}字。",
    ),
    "numbering-gap": ("“{0}” follows “{1}”: a number is missing.", "“{1}”之后为“{0}”，序号有缺。"),
    "numbering-twice": ("“{0}” stands twice.", "序号“{0}”重复。"),
    "numbering-back": ("“{0}” follows “{1}”.", "“{1}”之后为“{0}”，序号倒退。"),
    "sum": ("{0} make {1}, not {2}.", "{0}＝{1}，与所列{2}不符。"),
    "parts": ("The parts ({0}) make {1}, more than the whole of {2}.", "分项{0}＝{1}，超过总数{2}。"),
    "column": ("The column “{0}” makes {1}; the row of the total says {2}.", "“{0}”一栏各行之和为{1}，合计行为{2}。"),
    "growth": ("From {0} to {1} is {2} %, not {3} %.", "由{0}到{1}为{2}%，不是{3}%。"),
    "yearly": ("{0} a year over {1} years make {2}, not {3}.", "每年{0}，{1}年为{2}，与{3}不符。"),
    "rate": (
        "From {0} to {1} in {2} years is {3} % a year, not {4} %.",
        "由{0}到{1}，{2}年年均{3}%，不是{4}%。",
    ),
    "unit": ("“{0}” is not measured in {1}.", "“{0}”不以“{1}”为单位。"),
    "unit-spelling": ("There is no unit “{0}”.", "没有“{0}”这样的单位。"),
    "scale-lost": ("{0} is too little for a county: 万 may be missing.", "{0}过小，疑漏写“万”。"),
    "unit-missing-time": (
        "A capacity of treatment is said per day or year; here it has none.",
        "处理能力应写明每日或每年，此处未写。",
    ),
    "too-large": ("{0} {1} is more than a county has.", "{0}{1}超出县域可能的规模。"),
    "share": ("“{0}” cannot be more than 100 %.", "“{0}”不应超过100%。"),
    "table-text": (
        "The text says {0}, the table of indicators {1} (“{2}”, {3}).",
        "正文为{0}，指标表“{2}”{3}年为{1}。",
    ),
    "table-growth": (
        "The text says {0} a year, the table of indicators {1} (“{2}”).",
        "正文年均{0}，指标表“{2}”年均{1}。",
    ),
    "table-empty": (
        "The text says {0}; the cell of “{1}” for {2} is empty.",
        "正文已写明{0}，指标表“{1}”{2}年一格为空。",
    ),
    "other-value": ("“{0}”: here {1}, there {2}.", "“{0}”：此处{1}，彼处{2}。"),
    "not-their-sum": (
        "“{0}”: {1} new and {2} renewed make {3}; elsewhere {4} are said.",
        "“{0}”：新建{1}、改造{2}，合计{3}，另一处为{4}。",
    ),
    "same-figure": (
        "{0} is said of “{1}” and of “{2}”.",
        "同为{0}，一处为“{1}”，一处为“{2}”。",
    ),
    "open-beside": (
        "“{0}” is still open here; elsewhere the plan says {1}.",
        "“{0}”此处未填，另一处已写明{1}。",
    ),
    "unit-apart": (
        "“{0}” is measured in {1} here and in {2} there.",
        "“{0}”此处以“{1}”计，彼处以“{2}”计。",
    ),
    "unit-price": (
        "“{0}”: {1} come to {2} yuan a unit, {3} times what its neighbours cost.",
        "“{0}”：{1}，折合每单位{2}元，为同类项目的{3}倍。",
    ),
    "unit-time": (
        "What “{0}” holds is not said per day.",
        "“{0}”是容积，不应以“{1}”计。",
    ),
    "part-over-whole": (
        "“{0}” alone is {1}; the whole, “{2}”, is {3}.",
        "仅“{0}”一项即为{1}，超过“{2}”的{3}。",
    ),
    "project-over-whole": (
        "One project yields {0} of “{1}”; the plan's own target for all is {2}.",
        "单个项目“{1}”{0}，超过全域目标{2}。",
    ),
    "countryside-over-whole": (
        "“{0}” is {1} in the countryside and {2} for the whole.",
        "“{0}”：农村为{1}，高于全域的{2}。",
    ),
    "more-than-product": (
        "{0} of “{1}” are more than the whole product of {2}.",
        "“{1}”{0}，超过地区生产总值{2}。",
    ),
    "sum-over-investment": (
        "The named projects of this list alone cost {0}; all investment is set at {1}.",
        "仅本段所列项目投资合计{0}，超过固定资产投资目标{1}。",
    ),
    "total-growth": (
        "{0} % a year over {1} years are {2} %, not {3} %.",
        "年均{0}%，{1}年累计约{2}%，与{3}%不符。",
    ),
    "list-sum": (
        "What is listed makes {0}; {1} are said in all.",
        "所列各项合计{0}，与所称{1}不符。",
    ),
    "listed": ("{0} “{1}” are announced, {2} are named.", "称“{1}”{0}，实列{2}个。"),
    "frame": ("“{0}” lacks “{1}” before it.", "“{0}”之前缺“{1}”。"),
    "adverb": ("“{0}”: 的 stands before a noun.", "“{0}”：修饰名词应用“的”。"),
    "object": ("“{0}” lacks the verb that goes with “{1}”.", "“{0}”：“{1}”缺少与之搭配的动词。"),
    "particle": ("“{0}” has a word too many.", "“{0}”多字或搭配不当。"),
    "no-verb": ("“{0}” lacks the verb that says what becomes of it.", "“{0}”缺谓语。"),
    "stable": (
        "“{0}” is to stay at {1}; today it is {2}.",
        "“{0}”现状为{2}，目标写作“稳定在{1}”，应为提高。",
    ),
    "item-over-total": ("The whole of “{0}” costs {1}, a part of it {2}.", "“{0}”总投资{1}，其中一项即为{2}。"),
    "missing-mark": (
        "“{0}” and “{1}” stand apart elsewhere; here the sign between them is missing.",
        "“{0}”与“{1}”他处分列，此处缺顿号。",
    ),
    "done": ("“{0}” is set for the future and told as done.", "“{0}”是规划期内的任务，不应用表示完成的“了”。"),
    "money-unit": ("“{0}” has no unit of money.", "“{0}”缺“元”。"),
    "over-word": ("“{0}”: “and more” is written 及以上.", "“{0}”应为“及以上”。"),
    "repeated-item": ("“{0}” stands {1} times in one list.", "“{0}”在同一列举中出现{1}次。"),
    "item-number": ("This item has no number; those around it have.", "此项没有序号，同级各项均有序号。"),
    "structure-number": ("“{0}” lacks a number before “{1}”.", "“{0}”中“{1}”之前缺数字。"),
    "structures": (
        "The “{0}” is “{1}” here and “{2}” there.",
        "同为“{0}”，此处作“{1}”，彼处作“{2}”。",
    ),
    "slogan": (
        "“{0}” and “{1}” are one phrase with words left out.",
        "“{0}”与“{1}”应为同一提法，此处有缺字。",
    ),
    "sound": (
        "“{0}” reads like “{1}”, which stands elsewhere before the same words.",
        "“{0}”与他处“{1}”音同字异，其余文字相同。",
    ),
    "misspelt": (
        "“{0}” stands here alone; “{1}” stands {2} times in the plan, at the same words.",
        "“{0}”仅此一见，疑为“{1}”（本规划中出现{2}次，前后文字相同）。",
    ),
    "wrong-word": ("“{0}” is written “{1}”.", "“{0}”应为“{1}”。"),
    "near-words": (
        "“{0}” and “{1}” seem to name one thing.",
        "“{0}”与“{1}”似为同一名称。",
    ),
    "level": (
        "First {0} here, first {1} there, for the same: “{2}”.",
        "同为“{2}”，此处为{0}率先，彼处为{1}率先。",
    ),
    "body-level": ("“{0}” is said of cities of a higher level.", "“{0}”用于地级市，本规划为县级。"),
    "grade": ("“{0}” is {1} here and {2} there.", "“{0}”此处为{1}，彼处为{2}。"),
    "finished-before": (
        "Finished in {0}, before the plan begins ({1}).",
        "{0}年已建成，早于规划期（{1}年起）。",
    ),
    "empty-attribute": ("“{0}” is neither binding nor expected: the cell is empty.", "“{0}”的“属性”一格为空。"),
    "empty-base": ("“{0}”: the base of {1} is missing.", "“{0}”缺{1}年基数。"),
    "contents": ("The contents print “{0}”, the heading is “{1}”.", "目录为“{0}”，正文标题为“{1}”。"),
    "contents-pages": (
        "The page numbers of the contents go back: {0} after {1}.",
        "目录页码倒序：{1}之后为{0}。",
    ),
    "reached": ("“{0}”: {1} was reached already; the target is {2}.", "“{0}”上一时期已达{1}，目标反为{2}。"),
    "scale": (
        "“{0}” is {1} today, its target {2}: one of the two seems to lack 万.",
        "“{0}”现为{1}，目标为{2}，相差悬殊，疑有一处漏写“万”。",
    ),
    "power": ("A county has no power to {0}.", "县级没有{0}的权限。"),
    "brand": ("A brand and its model are named: “{0}”.", "点名具体品牌型号“{0}”。"),
    "other-year": ("“{0}” is finished in {1} here, in {2} there.", "“{0}”：此处{1}年完成，彼处建设年限到{2}年。"),
    "other-sum": ("“{0}” costs {1} here, {2} there.", "“{0}”：此处投资{1}，彼处{2}。"),
    "near-name": (
        "“{0}” and “{1}” differ in one sign and sound alike.",
        "“{0}”与“{1}”一字之差、读音相同，疑为同一名称。",
    ),
    "other-place": ("The plan is that of {1}; here its own task is said of “{0}”.", "本规划属{1}，此处写作“{0}”。"),
    "lead-in": ("“{0}” announces what does not follow.", "“{0}”之后没有所说的内容。"),
    "count": ("{0} are announced, {1} follow.", "前称{0}项，实列{1}项。"),
    "unfilled": ("A figure is still open in an adopted plan.", "规划已印发，此处数字仍未填。"),
    "empty-cell": ("“{0}”: the cell “{1}” is empty.", "“{0}”的“{1}”一格为空。"),
    "doubled": ("“{0}” stands twice in a row.", "“{0}”重复。"),
    "indicators": ("{0} {1} indicators are announced, the table has {2}.", "称{1}指标{0}项，指标表为{2}项。"),
    "misplaced": (
        "This speaks of {0}; it stands under “{1}”. The plan has “{2}” for it.",
        "此处谈{0}，却在“{1}”之下；本规划另有“{2}”。",
    ),
    "misplaced-alone": (
        "This speaks of {0}; it stands under “{1}”.",
        "此处谈{0}，却在“{1}”之下。",
    ),
    "outdated": ("“{0}” is now called “{1}” ({2}).", "“{0}”现称“{1}”（{2}）。"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `kind` is the class of the published table, `code` a key of TEXTS, `values` fill its sentence.

    `computed`: the formula behind it, empty where nothing was computed.
    """

    plan: str
    check: str
    kind: str
    tier: Tier
    code: str
    values: tuple[str, ...]
    address: str
    line: int
    quote: str
    other_address: str = ""
    other_line: int = 0
    other_quote: str = ""
    computed: str = ""
    state: State = "open"
    reason: str = ""
    date: str = ""
    who: str = ""

    @property
    def id(self) -> str:
        """Stable over builds and over edits elsewhere: what is said and the quotes are hashed, not places, nor which is
        quoted first."""
        quotes = sorted(("".join(self.quote.split()), "".join(self.other_quote.split())))
        return sha256("\n".join((self.code, *quotes)).encode("utf-8", "surrogatepass")).hexdigest()[:10]

    def explanation(self, language: str) -> str:
        return self.explanation_of(language, self.values)

    def explanation_of(self, language: str, values: tuple[str, ...]) -> str:
        """The sentence with these values, which may be marked as Chinese."""
        english, chinese = TEXTS[self.code]
        return (chinese if language.startswith("zh") else english).format(*values)


@dataclass(frozen=True, slots=True)
class Checked:
    """What one check looked at: how many statements it is about, and how many of them it could read. Recall is honest
    only so."""

    check: str
    statements: int
    recognised: int


@dataclass(frozen=True, slots=True)
class FindingRuling:
    """A person's word on one finding of `plan`. `date` as 2026-11-29, `who` decided: both may be empty. `place`: file
    and line."""

    id: str
    plan: str
    state: State
    reason: str
    date: str
    who: str
    place: str


def decided(findings: Iterable[Finding], rulings: Iterable[FindingRuling]) -> tuple[Finding, ...]:
    """The findings of one plan, each with what people decided of it."""
    said = {(ruling.plan, ruling.id): ruling for ruling in rulings}
    return tuple(
        replace(one, state=ruling.state, reason=ruling.reason, date=ruling.date, who=ruling.who)
        if (ruling := said.get((one.plan, one.id)))
        else one
        for one in findings
    )
