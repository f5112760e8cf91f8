"""How facts are said to readers: 280万亩以上, 2030年（未写明）, 增速; and the way from a fact to its paragraph."""

from __future__ import annotations

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.facts import Target
from ...model.outline import opens_page
from ...model.quantities import RANGE
from ...model.shown import holds_chinese
from ...model.translation import _
from ...model.walks import value_columns
from .layout import Say
from .markdown import cell
from .unit_names import called

COMPARED = {">=": _("{n}以上"), "<=": _("{n}以内"), ">": _("超过{n}"), "<": _("低于{n}"), "≈": _("{n}左右"), "=": "{n}"}
KINDS = {"level": _("水平"), "growth_rate": _("增速"), "increment": _("增减"), "share": _("比率"), "count": _("个数")}
BASES = {"explicit_year": "", "period_phrase": _("规划期内"), "implied": _("未写明")}
FOR_EACH = _("{per} {n}")
IN_BRACKETS = _("（{words}）")


def amount(target: Target, say: Say = str) -> str:
    """>= 280 万亩 → 280万亩以上; 3 to 5 个 → 3—5个; X 户 → X户"""
    number = span(target.value, target.value_high, say)
    unit = "" if target.unit == "比例" else target.unit
    return say(COMPARED[target.comparator]).format(n=number + unit)


def amount_per(target: Target, say: Say = str) -> str:
    """每万名常住人口 18名以上: a figure for each of something never stands without saying so"""
    words = amount(target, say)
    return say(FOR_EACH).format(per=target.per, n=words) if target.per else words


def shown_context(target: Target) -> str:
    """Whose and what, in one line; nothing where a translation has it in Chinese only."""
    return "" if holds_chinese(target.context) else target.context


def span(low: str, high: str, say: Say) -> str:
    """3 and 5 → 3—5; one of them alone, or none, as it is"""
    return say(RANGE).format(low=low, high=high) if low and high else low or high


def in_brackets(words: str, say: Say) -> str:
    return say(IN_BRACKETS).format(words=words) if words else ""


def sortable(words: str, value: str | int) -> str:
    """Words with the number that a table sorts them by."""
    return f'<data value="{value}">{cell(words)}</data>' if value != "" else cell(words)


def year(target: Target, say: Say = str) -> str:
    basis = say(BASES[target.by_basis]) if BASES[target.by_basis] else ""
    return sortable(str(target.by_year), target.by_year) + (f" <small>{cell(basis)}</small>" if basis else "")


def paragraph(address: str, page: str = "") -> str:
    """plan/03/01#2 → 03.md#s01-p2, from a page of the same plan; `page` stands before it from elsewhere."""
    return page + Address(address).href


def link(words: str, address: str, page: str = "") -> str:
    return f"[{cell(words)}]({paragraph(address, page)})"


def topics_of(edition: Edition) -> dict[str, str]:
    """The first topic of every section that has one."""
    names = {topic.id: topic.name for topic in edition.topics}
    found: dict[str, str] = {}
    for assigned in edition.assigned:
        found.setdefault(assigned.section, names.get(assigned.topics[0][0], "") if assigned.topics else "")
    return found


def topic_of(address: str, topics: dict[str, str]) -> str:
    """The topic of the nearest unit above a paragraph."""
    return next((topics[unit] for unit in Address(address).upwards if unit in topics), "")


def value_cells(plan: Plan) -> list[str]:
    """The cells for values of the official indicator tables, as printed; an empty one is empty in the plan."""
    columns = value_columns(plan.indicators)
    return [getattr(i, name) for i in plan.indicators for name in columns[i.address]]


def empty_cells(plan: Plan) -> int:
    """How many of them a draft still leaves empty. In a plan that is adopted an empty cell is left so for good."""
    return value_cells(plan).count("") if plan.card.status == "draft" else 0


def chapter_names(plan: Plan, say: Say = str) -> dict[str, str]:
    """plan/03 → 第三章"""
    return {unit.address: called(unit, say) for unit in plan.units if opens_page(unit)}
