"""The strip at a section that leads to other plans: section, subject, and the first words of the paragraph meant."""

from __future__ import annotations

from collections import defaultdict

from ...model.address import Address
from ...model.edition import Edition
from ...model.subjects import Link
from ...model.translation import _
from ..words import layout
from ..words.layout import Say
from ..words.markdown import attribute, escape
from ..words.references import Places, first_words, name_of, places_of, way_to

MOST = 3  # links to one plan
MOST_PLANS = 3  # plans, those with the nearest link


def strips(edition: Edition) -> dict[str, str]:
    """Section address → its strip as Markdown. A section without links has none."""
    places = places_of(edition)
    topics = {topic.id: topic.name for topic in edition.topics}
    by_source: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in edition.links:
        by_source[link.source][Address(link.target).plan].append(link)
    out = {}
    for source, by_plan in by_source.items():
        nearest = sorted(by_plan, key=lambda plan: -by_plan[plan][0].score)[:MOST_PLANS]
        out[source] = "\n\n".join(
            strip(source, plan, to_show(by_plan[plan]), places, topics, layout.say(edition))
            for plan in sorted(nearest, key=lambda plan: places.plans[plan][0])
        )
    return out


def to_show(links: list[Link]) -> list[Link]:
    """The best links, one for a section and its subsections together."""
    shown, families = [], set()
    for link in links:
        family = Address(link.target).section
        if family not in families:
            families.add(family)
            shown.append(link)
    return shown[:MOST]


def strip(source: str, plan_id: str, links: list[Link], places: Places, topics: dict[str, str], say: Say) -> str:
    _place, plan = places.plans[plan_id]
    title = say(_("另见{plan}规划")).format(plan=plan.card.short)
    label = say(_("另见{plan}规划：{section}")).format(plan=plan.card.short, section=name_of(source, places))
    lines = "\n".join(entry(link, places, topics) for link in links)
    return (
        f'<nav class="pr-see pr-{places.colours[plan_id]}" aria-label="{attribute(label)}" '
        f'markdown="1">\n\n{escape(title)} · [{escape(say(_("并排对照")))}](../compare/index.md?section={source}&right='
        f"{plan_id})\n{{: .pr-see-title }}\n\n{lines}\n\n</nav>"
    )


def entry(link: Link, places: Places, topics: dict[str, str]) -> str:
    """“- [第三章第一节 增强粮食安全保障能力](…) 粮食与耕地 提升粮食综合生产能力。”"""
    name = escape(name_of(link.target, places))
    words = [f"[{name}]({way_to(link.paragraph or link.target, '../', places)}){{: .pr-see-link }}"]
    if topics.get(link.topic):
        words.append(f'<span class="pr-see-topic">{escape(topics[link.topic])}</span>')
    if preview := first_words(places.blocks.get(link.paragraph)):
        words.append(f'<span class="pr-see-preview">{escape(preview)}</span>')
    return "- " + " ".join(words)
