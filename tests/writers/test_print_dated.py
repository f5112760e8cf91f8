"""Promises by year on paper: as many bars as years that sentences name, and every promise of another year than the
plan's last in the table, whole, with its page."""

from __future__ import annotations

from build_tools.model.edition import Edition
from build_tools.writers.print.dated import dated_targets
from build_tools.writers.print.kinds import as_data
from build_tools.writers.words import fact_words, timeline
from build_tools.writers.words.layout import say


def text_of(cell: dict) -> str:
    return "".join(run["text"] for run in cell.get("runs", []))


def test_each_year_has_its_bar_and_each_other_promise_its_row(edition: Edition) -> None:
    """A plan whose sentences name one year only has no such section."""
    found = {plan.card.id: as_data(dated_targets(edition, plan)) for plan in edition.plans}
    assert any(found.values())
    for plan in edition.plans:
        years = timeline.dated(plan)
        nodes = found[plan.card.id]
        assert bool(nodes) == (len(years) > 1)
        if not nodes:
            continue
        bars = next(node for node in nodes if node["kind"] == "charts")["panels"][0]["bars"]
        assert [(bar["year"], text_of({"runs": bar["value"]})) for bar in bars] == [
            (str(year), str(n)) for year, n in years.items()
        ]
        others = sorted(
            (target for target in plan.targets if target.by_year != plan.card.period[1]),
            key=lambda target: target.by_year,
        )
        rows = next((node for node in nodes if node["kind"] == "table"), {"body": []})["body"]
        assert [row[3]["page_of"] for row in rows] == [target.address for target in others]
        for row, target in zip(rows, others, strict=True):
            assert fact_words.shown_context(target) in text_of(row[1])
            assert text_of(row[2]) == fact_words.amount_per(target, say(edition))
