"""The search of the English edition, asked as foreign readers, citizens and people in a hurry ask."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

QUERIES = (
    Path(__file__).parent / "data" / "english_queries.csv"
)  # query, its kind, sections (plan/chapter/section) where a reader would want to land
LEAST = {"word": 0.9, "subject": 0.85, "spelling": 0.85, "question": 0.8, "typo": 0.85, "figure": 0.85, "name": 0.85}


def rank(found: list[str], wanted: list[str]) -> int:
    """Place of the first section wanted, among the sections in the order in which they are found; 0 if none is."""
    sections = list(dict.fromkeys(section(place) for place in found))
    return next((at for at, place in enumerate(sections, 1) if place in wanted), 0)


def section(place: str) -> str:
    """plan/03#s02-01 → plan/03/02"""
    page, _, anchor = place.partition("#")
    return f"{page}/{anchor[1:3]}" if anchor else page


def test_readers_land_where_they_want_to(english_worker):
    """Mean reciprocal rank of the first section wanted, for each kind of query."""
    ranks = defaultdict(list)
    with QUERIES.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ranks[row["kind"]].append(
                (row["query"], rank(english_worker.sections(row["query"]), row["sections"].split()))
            )
    means = {kind: sum(1 / place for _, place in found if place) / len(found) for kind, found in ranks.items()}
    assert set(means) == set(LEAST)
    assert {
        kind: [query for query in ranks[kind] if query[1] != 1] for kind, mean in means.items() if mean < LEAST[kind]
    } == {}


def test_whole_words_come_before_parts_of_words(english_worker):
    """“rice” stands in prices, too: found, but after every page on rice."""
    hits = english_worker.call(
        "q => find(readQuery(q, places.plans), places).map(r => r.hits.some(p => standsIn('rice', p.folded)))", "rice"
    )
    assert True in hits
    assert False in hits
    assert hits == sorted(hits, reverse=True)


def test_an_explained_word_is_not_looked_for_inside_others_first(english_worker):
    """“SME” means small enterprises; that it stands in “assessment” may be found last."""
    stages = english_worker.call(
        "q => find(readQuery(q, places.plans), places).map(r => [r.stage, r.unit.title])", "SME"
    )
    assert stages
    assert stages[0][0] == 2
    assert [stage for stage, _ in stages] == sorted(stage for stage, _ in stages)


@pytest.mark.parametrize(("typed", "words"), [("养老院", "elderly"), ("拉林河", "Lalin River"), ("污水", "sewage")])
def test_chinese_finds_its_english(english_worker, typed, words):
    """Names of places, terms and everyday words in Chinese lead to the English text that speaks of them."""
    texts = english_worker.call(
        "q => find(readQuery(q, places.plans), places).slice(0, 1).map(r => r.unit.passages.map(p => "
        "p.text).join(' '))",
        typed,
    )
    assert texts
    assert words in texts[0]


def test_the_chinese_name_of_a_plan_confines_the_search(english_worker, edition):
    """@ and the name, in either language."""
    card = edition.plans[0].card
    for name in (card.short, card.id):
        assert {place.split("/")[0] for place in english_worker.sections(f"@{name} water")} == {card.id}


def test_an_excerpt_cuts_no_word(english_worker):
    """Long sentences are cut between words, and the hit is marked."""
    text = "Improve " + "the quality of life " * 30 + "and sewage treatment " + "for everyone in town " * 30
    shown = english_worker.call("text => excerpt(text, markRanges(text, [plain('sewage treatment')]))", text)
    assert "<mark data-md-highlight>sewage treatment</mark>" in shown
    known = set(text.split())
    assert set(shown.replace("…", " ").replace("<mark data-md-highlight>", "").replace("</mark>", "").split()) <= known


def test_a_word_is_marked_in_the_form_in_which_it_stands(english_worker):
    """Who types “levee” sees dykes marked to the end of the word."""
    assert (
        english_worker.call("text => withMarks(text, markRanges(text, [plain('dyke')]))", "New dykes.")
        == "New <mark data-md-highlight>dykes</mark>."
    )


def test_a_heading_with_all_words_comes_first(english_worker):
    """In whatever order the heading has them: who types “waste sorting” looks for “the sorting of household waste”."""
    first = english_worker.call("q => find(readQuery(q, places.plans), places)[0].unit.title", "waste sorting")
    assert {"waste", "sorting"} <= set(first.lower().split())


def test_a_last_letter_may_be_missing(english_worker):
    """Of a short word only that: “glas” is glass."""
    assert english_worker.call("q => respelt([q], places)", "glas") == ["glass"]
