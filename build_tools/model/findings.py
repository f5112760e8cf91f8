"""What a plan says against itself, or leaves open: findings for its editors. A finding quotes, computes and asks; it never mends.

Classes are those of the published table (data contract); tiers: `sure` — any editor would change it, `ask` — the authors should say.
States are decided by people in content/curated/findings.yml: `open` — nobody decided, or the authors have been asked; `right-as-printed`
— the text is right, the finding never comes back; `mended` — the authors' file is mended, the finding goes with the next edition.
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
    "marks": ("“{0}” has no counterpart in this text.", "本段“{0}”不成对。"),
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
    "residue-office": ("A body has no name yet: “{0}”.", "单位名称未填：“{0}”。"),
    "repeat": ("{0} characters stand word for word in two places.", "两处有{0}字逐字相同。"),
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
    "table-empty": (
        "The text says {0}; the cell of “{1}” for {2} is empty.",
        "正文已写明{0}，指标表“{1}”{2}年一格为空。",
    ),
    "other-value": ("“{0}”: here {1}, there {2}.", "“{0}”：此处{1}，彼处{2}。"),
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
        """Stable over builds and over edits elsewhere: what is said and the quotes are hashed, not places, nor which is quoted first."""
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
    """What one check looked at: how many statements it is about, and how many of them it could read. Recall is honest only so."""

    check: str
    statements: int
    recognised: int


@dataclass(frozen=True, slots=True)
class FindingRuling:
    """A person's word on one finding of `plan`. `date` as 2026-11-29, `who` decided: both may be empty. `place`: file and line."""

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
