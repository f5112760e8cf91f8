"""A page a plan with what its authors still have to fill in, mend or confirm: by chapter and kind, with what stands
elsewhere about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...model.edition import Edition, Plan
from ...model.tasks import KINDS
from ..words import fact_words, layout
from ..words.markdown import cell
from ..words.references import Places, places_of
from ..words.source_lines import link_to_line, parts_of
from ..words.task_words import KINDS as KIND_WORDS
from ..words.task_words import Row, as_printed, chapters_by_name, rows_of


def write(edition: Edition) -> dict[str, str]:
    places, say = places_of(edition), layout.say(edition)
    found = {plan.card.id: list(rows_of(edition, plan, places, say)) for plan in edition.plans}
    return {
        f"{layout.folder(edition)}/{plan.card.id}/tasks.md": page(edition, plan, found[plan.card.id], places)
        for plan in edition.plans
        if found[plan.card.id]
    }


def page(edition: Edition, plan: Plan, rows: Sequence[Row], places: Places) -> str:
    say, parts = layout.say(edition), parts_of(plan)
    counted = Counter((row.chapter, row.task.kind) for row in rows)
    kinds = [kind for kind in KINDS if any(kind == row.task.kind for row in rows)]
    return layout.page(
        edition,
        "tasks.md.j2",
        **layout.of_plan(edition, plan),
        kinds=[say(KIND_WORDS[kind]) for kind in kinds],
        tally=[
            (chapter, [counted[chapter, kind] for kind in kinds], sum(counted[chapter, kind] for kind in kinds))
            for chapter in dict.fromkeys(row.chapter for row in rows)
        ],
        without=[name for name in chapters_by_name(plan, say).values() if name not in {row.chapter for row in rows}],
        totals=[sum(row.task.kind == kind for row in rows) for kind in kinds],
        count=len(rows),
        cells=len(fact_words.value_cells(plan)),
        empty=fact_words.empty_cells(plan),
        rows=[cells(row, edition, link_to_line(plan, parts, row.task.line)) for row in rows],
    )


def cells(row: Row, edition: Edition, line: str) -> tuple[str, ...]:
    """Cells of a Markdown table: what is missing and where, sentence, what stands elsewhere, kind, chapter, line."""
    task = row.task
    elsewhere = "<br>".join(cell(words) for words in (row.own, row.other) if words)
    return (
        f"**{cell(row.missing)}**<br>{fact_words.link(row.place, task.address)}",
        cell(as_printed(task.sentence, edition)),
        elsewhere or " ",
        cell(row.kind),
        cell(row.chapter),
        line,
    )
