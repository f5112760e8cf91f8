"""Indicators of two plans side by side: people's word first, then names; nothing is matched twice, nothing left out."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from build_tools.analyses import match_indicators
from build_tools.curation.indicator_rulings import load_indicator_rulings
from build_tools.model.edition import BadInput
from build_tools.model.facts import Indicator, IndicatorRuling


def plan(name: str, *indicators: tuple[str, str, str]):
    """A plan with (number, name, unit) of each indicator."""
    rows = tuple(
        Indicator(name, no, "", title, unit, "", "", "", "", "", "", "", False, 1, f"{name}/01@1")
        for no, title, unit in indicators
    )
    return SimpleNamespace(card=SimpleNamespace(id=name), indicators=rows)


FIRST = plan("one", ("1", "森林覆盖率", "%"), ("2", "工业增加值占GDP比重", "%"), ("3", "城镇新增就业人数", "万人"))
SECOND = plan(
    "two", ("1", "数字经济增加值占地区生产总值比重", "%"), ("2", "森林覆盖率", "%"), ("3", "城镇新增就业", "人")
)


def told(matches):
    return [(m.from_plan, m.from_no, m.to_no, m.relation.split("-")[0], m.origin) for m in matches]


def test_the_same_name_and_unit_is_proposed_as_the_same_and_shares_of_one_whole_are_not():
    assert told(match_indicators((FIRST, SECOND), ())) == [
        ("one", "1", "2", "same", "computed"),
        ("one", "2", "", "none", "computed"),
        ("one", "3", "3", "same", "computed"),
        ("two", "1", "", "none", "computed"),
    ]


def test_the_same_name_in_another_unit_shares_only_the_concept():
    assert match_indicators((FIRST, SECOND), ())[2].relation == "same-concept-different-unit-or-scope"


def test_what_people_decided_comes_before_the_programs_proposal():
    rulings = (
        IndicatorRuling("none", (("one", "1"),), "范围不同", "file:1"),
        IndicatorRuling("same", (("one", "2"), ("two", "1")), "同义", "file:5"),
    )
    found = told(match_indicators((FIRST, SECOND), rulings))
    assert ("one", "1", "", "none", "curated") in found
    assert ("one", "2", "1", "same", "curated") in found
    assert ("two", "2", "", "none", "computed") in found


def test_every_indicator_stands_once(edition):
    for first in edition.plans:
        mine = [
            m
            for m in edition.indicator_matches
            if m.from_plan == first.card.id or (m.to_plan == first.card.id and m.to_no)
        ]
        numbers = [m.from_no if m.from_plan == first.card.id else m.to_no for m in mine]
        assert sorted(numbers, key=int) == sorted({i.no for i in first.indicators}, key=int)


def test_a_number_that_is_not_in_the_table_is_told_with_its_place():
    with pytest.raises(BadInput, match="file:1: the plan “one” has no indicator 9"):
        match_indicators((FIRST, SECOND), (IndicatorRuling("none", (("one", "9"),), "理由", "file:1"),))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "- relation: equal\n  indicators: {one: 1, two: 2}\n  reason: 理由\n",
            r":1: relation “equal” is not known",
        ),
        ("- relation: same\n  indicators: {one: 1}\n  reason: 理由\n", r":2: “indicators” must name two plans"),
        ("- relation: same\n  indicators: {one: 1, two: 2}\n", r"“reason” is missing"),
        ("- relation: none\n  indicators: {one: 1}\n  reason: 理由\n  why: x\n", r":4: unknown key “why”"),
    ],
)
def test_a_faulty_decision_is_refused_with_its_line(tmp_path, text, message):
    path = tmp_path / "indicators.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match=message):
        load_indicator_rulings(path)
