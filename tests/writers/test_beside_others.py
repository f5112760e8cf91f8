"""What a newcomer does to the plans beside it: colours, order, names, and what is said of where its text comes from."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from small_plan import read_folder, write_plan

from build_tools import pipeline
from build_tools.model.edition import Edition, Plan
from build_tools.model.shown import CHINESE, Stretch, stretches_of
from build_tools.translation import translated
from build_tools.writers.print.volume import print_models
from build_tools.writers.words import layout
from build_tools.writers.words.colours import PALETTE, colours

TEXT = "# 第一章 总则\n\n## 一、指导思想\n\n坚持稳中求进工作总基调。\n"


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return read_folder(write_plan(tmp_path, "one", TEXT))


def with_cards(plan: Plan, *cards: dict) -> tuple[Plan, ...]:
    return tuple(replace(plan, card=replace(plan.card, id=f"plan{n}", **card)) for n, card in enumerate(cards))


def english_of(plans: tuple[Plan, ...]) -> Edition:
    """An edition in English in which nothing is translated."""
    return translated(Edition(plans, {"title": "规划读本"}), polib.POFile(), "en")


def test_no_colour_twice(plan: Plan) -> None:
    """Two cards that ask for one colour do not share it, and nobody is given what another card asks for."""
    asked = [{"colour": "teal"}, {"colour": "teal"}, {}, {"colour": "brick"}]
    found = colours(with_cards(plan, *asked))
    assert (found["plan0"], found["plan3"]) == ("teal", "brick")
    assert len(set(found.values())) == 4
    assert len(set(colours(with_cards(plan, *[{}] * len(PALETTE))).values())) == len(PALETTE)
    assert len(colours(with_cards(plan, *[{}] * (len(PALETTE) + 3)))) == len(PALETTE) + 3


def test_every_colour_is_known_to_pages_and_print() -> None:
    """A colour that a style sheet does not know would leave a plan grey, and stop the typesetter."""
    root = Path(__file__).parents[2]
    styles = (root / "overrides/assets/styles/paper.css").read_text(encoding="utf-8")
    print_ = (root / "build_tools/publishing/typst/common.typ").read_text(encoding="utf-8")
    for name in PALETTE:
        assert len(re.findall(rf"--{name}: var\(--light, #\w+\) var\(--dark, #\w+\);", styles)) == 1
        assert f".pr-{name} {{" in styles
        assert f"  {name}: rgb(" in print_


def test_plans_keep_their_order(tmp_path: Path) -> None:
    """A newcomer whose card gives no order stands behind those that have one, whatever its name."""
    for name, order in (("zeta", "1"), ("beta", "2"), ("alpha", None)):
        write_plan(tmp_path / "sources", name, TEXT, order=order)
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "none")
    assert [plan.card.id for plan in edition.plans] == ["zeta", "beta", "alpha"]


def test_a_period_of_one_year(plan: Plan) -> None:
    """A report on one year is of that year, not of the span from it to itself."""
    assert layout.period(replace(plan.card, period=(2026, 2026))) == "2026年"
    assert layout.period(replace(plan.card, period=(2026, 2030))) == "2026—2030年"


@pytest.mark.parametrize("reader", ["ocr_markdown", "word_dump"])
def test_the_card_says_where_a_text_comes_from(plan: Plan, reader: str) -> None:
    """How a text was read says nothing of what was received: Word and scan are named only where the card names them."""
    said = layout.status_sentence(replace(plan.card, reader=reader, status="adopted"))
    assert "Word" not in said
    assert "扫描" not in said
    assert said
    assert "网页" in layout.status_sentence(replace(plan.card, reader=reader, medium="web"))


def test_an_untranslated_plan_is_called_so(plan: Plan) -> None:
    """In English it goes by the English name of its card; it is not called a translation, on its pages and in print."""
    given, nameless = english_of(
        with_cards(plan, {"name_en": "Qinglan County", "title_en": "Plan of Qinglan County"}, {})
    ).plans
    edition = english_of((plan,))
    assert (given.card.name, given.card.short, given.card.title) == (
        "Qinglan County",
        "Qinglan County",
        "Plan of Qinglan County",
    )
    assert stretches_of(nameless.card.name) == (Stretch(plan.card.name, CHINESE),)
    assert layout.notice(edition, edition.plans) == layout.NOT_TRANSLATED
    assert layout.of_plan(edition, edition.plans[0])["untranslated"]
    assert print_models(edition)["one-en"]["unofficial"] == layout.NOT_TRANSLATED
