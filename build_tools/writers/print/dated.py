"""By when the promises of a plan are due, in print: bars for the years that sentences name, and the promises of other
years than the plan's last, each with its page."""

from __future__ import annotations

from ...model.edition import Edition, Plan
from ...model.facts import Target
from ...model.translation import _
from ..words import fact_words, layout, timeline
from ..words.colours import colour as colour_of
from ..words.layout import Say
from .appendix import made_table, page, title, words
from .kinds import Bar, Cell, ChartPanel, Charts, Node
from .runs import plain

NAME = _("分年目标")
HOW = _(
    "目标由程序从正文和专栏识别，未经逐条核对，不是规划的内容。图中只计句中写明年份的目标；表中列出年份不是规划末年的 {n} 个。"
)
COUNTED = _("个")
COLUMNS = (3, 24.5, 8, 2.5)


def dated_targets(edition: Edition, plan: Plan, below: int = 0) -> list[Node]:
    """A section of the appendix; nothing where the plan's sentences name fewer than two years."""
    years = timeline.dated(plan)
    if len(years) < 2:
        return []
    say = layout.say(edition)
    other = [target for target in plan.targets if target.by_year != plan.card.period[1]]
    head = (say(_("年份")), say(_("目标（程序识别）")), say(_("数值")), say(_("页")))
    rows = [row(target, say) for target in sorted(other, key=lambda target: target.by_year)]
    return [
        title(say(NAME), f"{plan.card.id}/dated", below + 1),
        words(say(HOW).format(n=len(other))),
        Charts("added", "", colour_of(edition.plans, plan), [panel(plan, years, say)]),
        *([made_table(head, COLUMNS, rows)] if rows else []),
    ]


def panel(plan: Plan, years: dict[int, int], say: Say) -> ChartPanel:
    """{2027: 3, 2030: 92} → two bars, the longer one whole"""
    most = max(years.values())
    bars = [Bar(str(year), plain(str(n)), round(1000 * n / most)) for year, n in years.items()]
    said = timeline.sentence(timeline.Row(plan.card.short, True, years), say)
    return ChartPanel(plain(say(timeline.TITLE)), plain(say(COUNTED)), bars, said)


def row(target: Target, say: Say) -> tuple[str | Cell, ...]:
    """2035; 泵站（青岚全县；畅通水网；新建）; 每个乡镇 3座; its page"""
    name = target.subject or target.quote
    context = fact_words.shown_context(target)
    told = name + (fact_words.in_brackets(context, say) if context else "")
    return (str(target.by_year), told, fact_words.amount_per(target, say), page(target.address))
