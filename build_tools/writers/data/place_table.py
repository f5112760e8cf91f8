"""The published table of places: every passage that names one."""

from __future__ import annotations

from ...chinese.words import bare
from ...model.curated import Toponym
from ...model.edition import Edition
from ...model.facts import Occurrence
from ...model.translation import _
from ...model.walks import in_reading_order
from .published import Row, Table

PLACES = Table(
    "places",
    _("规划提到的地名，一行一处（名单由编者整理，程序查找）"),
    (
        ("plan", "string", _("规划")),
        ("place", "string", _("地名")),
        ("kind", "string", _("种类：乡镇街道、河流、道路等")),
        ("address", "string", _("段落地址")),
        ("line", "integer", _("原文本行号")),
        ("quote", "string", _("前后文")),
    ),
)


def place_table(edition: Edition) -> tuple[Table, list[Row]]:
    """In a translation a place is called as there: Xiqin Township."""
    mentions = [mention for plan in edition.plans for mention in in_reading_order(plan, plan.places)]
    said = {(place.plan, own_name(place)): place for place in edition.places}

    def name(mention: Occurrence) -> str:
        place = said.get((mention.plan, mention.name))
        return bare(place.name) if place and place.original else mention.name

    def kind(mention: Occurrence) -> str:
        place = said.get((mention.plan, mention.name))
        return place.kind if place and place.original else mention.kind

    return PLACES, PLACES.rows(mentions, {"place": name, "kind": kind})


def own_name(place: Toponym) -> str:
    """As the plan writes it, in every language."""
    return bare(place.original or place.name)
