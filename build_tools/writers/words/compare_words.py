"""What the compare page says: the words of its script, why two sections are linked, and how much by when."""

from __future__ import annotations

from ...model.facts import Indicator, Target
from ...model.outline import Block
from ...model.shown import holds_chinese, together
from ...model.subjects import Link
from ...model.translation import _, has_han
from . import layout
from .fact_words import FOR_EACH
from .layout import Say
from .references import first_words

SCRIPT = {
    "section": _("选一节"),
    "topic": _("或选主题"),
    "left": _("左栏"),
    "right": _("右栏"),
    "side": _("看哪一份"),
    "figures": _("指标与目标 {n} 项"),
    "counterparts": _("对应的节"),
    "further": _("另有 {n} 处"),
    "no_section": _("未找到对应的节。"),
    "no_topic": _("未找到讲这个主题的节。"),
    "not_compared": _("这两份规划没有逐节比对，可以按主题并读。"),
    "page": _("到原页"),
    "loading": _("正在载入……"),
    "failed": _("文字没有载入，请到原页阅读。"),
    "and": _("、"),
    "terms": _("共同用语：{words}"),
    "why_and_terms": _("{reason}。共同用语：{words}"),
    "two_sections": _("左栏：{left}。右栏：{right}。"),
    "two_plans": _("{topic}：{left} {n} 节，{right} {m} 节。"),
}
CITE = {
    "open": _("引用本段"),
    "close": _("关闭"),
    "copy": _("复制"),
    "copied": _("已复制"),
    "marked": _("已选中，请按 Ctrl+C 复制"),
    "paragraph": _("第{n}段"),
    "box": _("专栏或表格{n}"),
    "item": _("第{n}项"),
    "edition": _("原文本版本"),
}
KINDS = {"same": _("同一主题"), "overlap": _("大部重合"), "related": _("相关")}
COMPARATORS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "≈": "≈", "=": ""}
BY_YEAR = _("{year}年 {amount}")
AMOUNT_BY = _("{amount}（{year}年）")
LONG = 100  # signs of a sentence in letters that stands for a target


def for_script(say: Say) -> dict[str, object]:
    return {key: say(words) for key, words in SCRIPT.items()} | {
        "cite": {key: say(words) for key, words in CITE.items()}
    }


def why(link: Link, topics: dict[str, str], terms: tuple[str, ...], say: Say) -> str:
    """“粮食与耕地：都提高粮食产能”: an editor's reason says more than how near, and that more than the words both use."""
    topic = topics.get(link.topic, "")
    said = link.reason or (say(KINDS[link.kind]) if link.kind else say(_("、")).join(terms))
    return say(_("{topic}：{reason}")).format(topic=topic, reason=said) if topic and said else topic or said


def indicator_line(indicator: Indicator, say: Say) -> str:
    """指标：耕地保有量，2025年 23.3万公顷"""
    name = (
        say(_("{name}（{part}）")).format(name=indicator.name, part=indicator.breakdown)
        if indicator.breakdown
        else indicator.name
    )
    if indicator.target:
        value = say(BY_YEAR).format(year=indicator.target_year, amount=amount(indicator.target, indicator.unit))
    else:
        value = (
            say(_("年均 {amount}")).format(amount=indicator.annual_growth)
            if indicator.annual_growth
            else say(layout.DOUBTFUL if indicator.doubtful else layout.EMPTY)
        )
    return say(_("指标：{name}，{value}")).format(name=name, value=value)


def target_amount(target: Target, say: Say = str) -> str:
    """≥300万亩, 3～5个, 3:3:4, 每万人 ≥18名"""
    number = together((target.value, target.value_high), "～") if target.value_high else target.value
    words = COMPARATORS.get(target.comparator, "") + amount(number, "" if ":" in number else target.unit)
    return say(FOR_EACH).format(per=target.per, n=words) if target.per else words


def target_subject(target: Target, block: Block | None) -> str:
    """What is promised. In a translation the sentence tells it, or how its paragraph begins, for the subject is a word
    of the plan."""
    if not holds_chinese(target.subject):
        return target.subject
    if not has_han(target.quote):
        return shortened(target.quote)
    begins = first_words(block)
    return shortened(begins[: begins.find(". ")] if ". " in begins else begins)


def shortened(sentence: str) -> str:
    """Cut between two words where it gets long."""
    return sentence if len(sentence) <= LONG else sentence[:LONG].rpartition(" ")[0] + " …"


def amount(number: str, unit: str) -> str:
    """23.3 万公顷 → 23.3万公顷, 5 % → 5%, 280 mu → 280 mu, 23.3 10,000 hectares → 23.3 × 10,000 hectares"""
    if unit[:1].isdigit():
        return together((number, unit), " × ")
    return together((number, unit), " ") if unit[:1].isalpha() and not has_han(unit) else number + unit
