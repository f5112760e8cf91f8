"""Which rows of the published tables have an address of their own, and the tables with all their addresses."""

from __future__ import annotations

from ...chinese.words import bare
from ...model.edition import Edition
from ...model.walks import in_reading_order
from ..words.markdown import identifier
from ..words.row_places import place_name, project_place, row_web, row_webs, target_places
from .published import Row, Table
from .web_columns import with_addresses, with_rows


def opening(table: Table, rows: list[Row], edition: Edition) -> tuple[Table, list[Row]]:
    """A table with the addresses on the site of what its rows tell, and of the rows themselves."""
    table, rows = with_addresses(table, rows, edition.plans)
    places = row_places(table, rows, edition.original or edition)
    return with_rows(table, rows, places) if places else (table, rows)


def row_places(table: Table, rows: list[Row], edition: Edition) -> list[str]:
    """Where on the site each row of a table is read, in its order; none for a table that has no page of rows."""
    if table.name == "indicators":
        return [webs[i.id] for plan in edition.plans for webs in [row_webs(plan)] for i in plan.indicators]
    if table.name == "targets":
        return [
            row_web(plan.card.id, "targets", place) for plan in edition.plans for place in target_places(plan.targets)
        ]
    if table.name == "projects":
        return [row_web(p.plan, "projects", project_place(p)) for plan in edition.plans for p in plan.projects]
    if table.name == "places":
        names = {(place.plan, bare(place.name)): place_name(place) for place in edition.places}
        return [
            row_web(m.plan, "places", names[m.plan, m.name]) if (m.plan, m.name) in names else ""
            for plan in edition.plans
            for m in in_reading_order(plan, plan.places)
        ]
    if table.name == "glossary":
        return [f"glossary/#{row[0]}" for row in rows]
    if table.name == "topics" and len(edition.plans) > 1:
        return [f"compare/topics/#{identifier(topic.id)}" for topic in edition.topics]
    return []
