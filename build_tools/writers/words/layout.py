"""Templates are layout only: they get finished text and lists, and decide where things stand. Here too: how pages speak
of a plan."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from ...model.edition import Edition, Plan, PlanCard
from ...model.shown import each_stretch, together
from ...model.translation import Words, _, has_han
from ...model.walks import states_of
from . import markdown
from .apart import apart, told
from .colours import colour

Say = Callable[[str], str]  # a string of the program → the same in the language of the edition

NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
GENERATED = _("本页由 build_tools 生成，请勿手工修改：下次转换会覆盖它。")
STATUS = {
    "adopted": _("已印发"),
    "draft": _("草案，尚未通过"),
}
DRAFT = _("草案：本规划尚未审议通过，内容和数字可能修改。")
CONVERTED = {  # medium, as the plan's card says it; how a text was read tells nothing of where it comes from
    "scan": _("文字由扫描件识别转换而成，以印发原件为准。"),
    "word": _("文字由 Word 文稿转换而成，以正式文本为准。"),
    "web": _("文字取自网页，以正式文本为准。"),
    "pdf": _("文字由 PDF 文件转换而成，以正式文本为准。"),
    "": _("文字由收到的电子文本转换而成，以正式文本为准。"),
}
ATTRIBUTES = {
    _("约束性"): "binding",
    _("预期性"): "anticipatory",
}
PERIOD = _("{first}—{last}年")
ONE_YEAR = _("{year}年")
UNOFFICIAL = _("非官方译文，仅供参考；以中文文本为准。")
EMPTY = _("规划未填")
DOUBTFUL = _("空格，原件可能与上一行合用一格")
STATE_OF_TRANSLATION = {
    "reviewed": _("已校对"),
    "translated": _("已翻译，未校对"),
    "fuzzy": _("按原文的旧版翻译"),
    "missing": _("尚未翻译"),
}
NOT_TRANSLATED = _("本规划尚未翻译，以下为中文原文。")


@cache
def templates() -> Environment:
    """Jinja environment for Markdown. Whatever a template prints is text and is escaped, unless one of the functions
    below made it.

    `| safe` marks what a writer made with markdown.py beforehand. Missing values are errors.
    """
    environment = Environment(
        loader=PackageLoader("build_tools.writers"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        finalize=text_or_made,
    )
    environment.filters |= {
        "md": made(markdown.escape),
        "inside": made(markdown.escape_inside),
        "cell": made(markdown.cell),
        "attr": made(markdown.attribute),
        "to": made(markdown.target),
        "id": made(markdown.identifier),
        "comment": made(markdown.comment),
        "quoted": made(quoted),
        "json": made(as_json),
        "together": together,
        "numbered": made(numbered),
        "badge": badge_here,
    }
    environment.globals |= {"fill": made(markdown.filled), "apart": made(apart), "told": made(told)}
    return environment


def text_or_made(value: object) -> object:
    """Before the engine prints a value: a text is escaped for Markdown; what is marked as made, and figures, stay as
    they are.

    The value may stand in an attribute, which can hold no element to keep a turning sign in: there it goes.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return Markup(markdown.escape(each_stretch(value, lambda words: markdown.DIRECTIONS.sub("", words))))


def made(write: Callable[..., str]) -> Callable[..., Markup]:
    """The function, with its result marked as Markdown."""
    return lambda *values, **named: Markup(write(*values, **named))


def say(edition: Edition) -> Say:
    """The words of the pages in the language of the edition; a string without a translation stays as it is."""
    return lambda text: edition.interface.get(text) or Words(text)


def page(edition: Edition, template: str, **values: object) -> str:
    words = say(edition)
    return (
        templates()
        .get_template(template)
        .render(
            _=words,
            generated=words(GENERATED),
            unofficial=words(UNOFFICIAL) if edition.original else "",
            data=data_folder(edition),
            **values,
        )
    )


def folder(edition: Edition) -> str:
    """Where the pages of an edition stand."""
    return f"pages/{edition.language}"


def data_folder(edition: Edition) -> str:
    """Where its tables stand: data/, those of a translation in data/en/."""
    return f"data/{edition.language.lower().replace('_', '-')}/" if edition.original else "data/"


def quoted(text: str) -> str:
    """A string as YAML and JSON write it, Chinese left readable."""
    return as_json(str(text))


def as_json(value: object) -> str:
    """A value on one line, as YAML, JSON and a script all read it; signs that YAML does not allow are written by
    number."""
    words = markdown.DIRECTIONS.sub("", json.dumps(value, ensure_ascii=False))
    return NOT_IN_YAML.sub(lambda match: f"\\u{ord(match.group()):04x}", words)


class Numbered(Protocol):
    @property
    def number(self) -> str: ...
    @property
    def title(self) -> str: ...


def numbered(entry: Numbered) -> str:
    """第一章 + 标题 → a quiet number, a space, the title; a number that ends in its own stop (一、 （一）) needs no space before
    Chinese."""
    number, title = entry.number, markdown.escape(entry.title)
    return (
        f'<span class="pr-number">{markdown.escape(number)}</span>{gap(number, entry.title)}{title}'
        if number
        else title
    )


def gap(number: str, title: str) -> str:
    """What stands between a number and its title: “一、”“发展” → nothing; “第一章”“发展” and “1.”“Development” → a space"""
    return "" if number[-1:] in "、）).．,：" and has_han(title) else " "


@pass_context
def badge_here(context: Context, attribute: str) -> Markup:
    return Markup(badge(attribute, context["_"]))


def badge(attribute: str, words: Say) -> str:
    """约束性 filled, 预期性 in outline; any other word as it is printed."""
    kind = attribute_kind(attribute, words)
    return f'<span class="pr-badge pr-{kind}">{markdown.escape(attribute)}</span>' if kind else markdown.cell(attribute)


def attribute_kind(attribute: str, words: Say) -> str:
    """约束性 or Binding → binding; 预期性 or Anticipatory → anticipatory; another word → nothing"""
    kinds = {known.casefold(): kind for word, kind in ATTRIBUTES.items() for known in (word, words(word))}
    return kinds.get(attribute.casefold(), "")


def of_plan(edition: Edition, plan: Plan) -> dict[str, object]:
    """What every page of a plan says of it."""
    words = say(edition)
    return {
        "plan": plan,
        "card": plan.card,
        "colour": colour(edition.plans, plan),
        "untranslated": is_untranslated(edition, plan),
        "period": period(plan.card, words),
        "badge": status_badge(plan.card, words),
        "status": status_sentence(plan.card, words),
    }


def period(card: PlanCard, words: Say = str) -> str:
    """2026—2030年; of one year 2026年"""
    first, last = card.period
    return words(ONE_YEAR).format(year=first) if first == last else words(PERIOD).format(first=first, last=last)


def periods_differ(plans: Sequence[Plan]) -> bool:
    """Then their targets belong to different years, and pages say so."""
    return len({plan.card.period for plan in plans}) > 1


def status_sentence(card: PlanCard, words: Say = str) -> str:
    """What a reader must know before trusting the words on the page."""
    sentences = [words(DRAFT)] if card.status == "draft" else []
    return sentence_joint(words).join([*sentences, words(CONVERTED[card.medium])])


def sentence_joint(words: Say) -> str:
    """Nothing between Chinese sentences, a space between others."""
    return "" if has_han(words(DRAFT)) else " "


def status_badge(card: PlanCard, words: Say = str) -> str:
    return words(STATUS[card.status])


def is_untranslated(edition: Edition, plan: Plan) -> bool:
    """In a translated edition: whether no text of the plan is translated, so that nobody calls it a translation."""
    return edition.original is not None and all(state == "missing" for state in states_of(edition, plan))


def notice(edition: Edition, plans: Sequence[Plan]) -> str:
    """What a translated edition says of the worth of its text: unofficial, or, where there is none, not translated."""
    if edition.original is None:
        return ""
    return say(edition)(NOT_TRANSLATED if all(is_untranslated(edition, plan) for plan in plans) else UNOFFICIAL)
