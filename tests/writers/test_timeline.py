"""The picture of dated promises: a row a plan, a circle a year, areas that compare, and its words for who cannot see
it."""

from __future__ import annotations

import re

from build_tools.writers.pages import targets
from build_tools.writers.words import timeline
from build_tools.writers.words.fact_words import amount_per
from build_tools.writers.words.timeline import Row, draw, radius, rows_of


def test_every_dated_promise_of_every_plan_is_in_the_picture_and_no_other(edition):
    """What is due at the plan's end only because its sentence says nothing of when is left out."""
    for plan in edition.plans:
        rows = rows_of(edition.plans, plan)
        assert [row.name for row in rows if row.own] == [plan.card.short]
        assert sum(next(row for row in rows if row.own).years.values()) == sum(
            target.by_basis == "explicit_year" for target in plan.targets
        )


def test_the_picture_says_in_words_what_it_draws():
    said = draw([Row("甲县", True, {2027: 3, 2030: 12}), Row("乙县", False, {2025: 4})], str)
    assert "甲县：2027年 3 个、2030年 12 个。 乙县：2025年 4 个。" in said
    assert said.count("<circle") == 3


def test_areas_compare():
    """Four times as many promises: twice the radius; one alone stays visible."""
    assert radius(400, 400) == 2 * radius(100, 400)
    assert radius(1, 10_000) == timeline.SMALLEST


def test_one_year_alone_is_no_picture():
    assert draw([Row("甲县", True, {2030: 12})], str) == ""


def test_a_figure_for_each_of_something_says_so_on_the_page(edition):
    """Subject with whose and what in one line, the figure with its per, the sentence on demand."""
    pages = targets.write(edition)
    for plan in edition.plans:
        page = pages[f"pages/zh/{plan.card.id}/targets.md"]
        per = next(target for target in plan.targets if target.per and target.status == "figure")
        assert amount_per(per).startswith(per.per + " ")
        assert amount_per(per).split(" ", 1)[1].replace(".", "&#46;") in page
        assert len(re.findall("<details>", page)) == len(plan.targets)
