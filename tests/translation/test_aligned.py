"""The sentence of a translation that says what a place in the Chinese says: a right one or none."""

from __future__ import annotations

import pytest

from build_tools.chinese.amounts import find_amounts
from build_tools.languages import rules_of
from build_tools.model.address import Address
from build_tools.model.shown import holds_chinese
from build_tools.translation.aligned import aligned_sentence, part_with_figure

EN = rules_of("en")
CHINESE = "建设三项工程。玉米面积稳定在280万亩左右；水稻面积稳定在22万亩左右。"
ENGLISH = (
    "Carry out three projects for Harbin Co., Ltd. now. The maize area will hold at about 2.8 million mu (about "
    "187,000 hectares); the rice area at about 220,000 mu (about 14,700 hectares)."
)


def test_semicolons_narrow_a_sentence_where_both_have_as_many():
    """The part between semicolons, not the whole sentence; a company’s “Co., Ltd.” ends none."""
    assert aligned_sentence(CHINESE, ENGLISH, 0, EN).startswith("Carry out three projects for Harbin Co., Ltd. now.")
    assert aligned_sentence(CHINESE, ENGLISH, CHINESE.index("280"), EN).startswith("The maize area")
    assert aligned_sentence(CHINESE, ENGLISH, CHINESE.index("22万"), EN).startswith("the rice area")
    assert aligned_sentence(CHINESE, ENGLISH.replace(";", " and"), CHINESE.index("22万"), EN).startswith(
        "The maize area"
    )


@pytest.mark.parametrize(
    ("printed", "start"), [("280万亩", "The maize"), ("22万亩", "the rice"), ("2.8万亩", ""), ("280万吨", "")]
)
def test_a_figure_finds_the_part_that_holds_it(printed, start):
    """Value and unit both: 280 万亩 is 2.8 million mu, never 2.8 million tonnes."""
    part = part_with_figure(ENGLISH, find_amounts(printed)[0], EN)
    assert part.startswith(start)
    assert bool(part) == bool(start)


def test_a_figure_in_two_parts_finds_none():
    assert part_with_figure("A has 5 km of road; B has 5 km of road.", find_amounts("5公里")[0], EN) == ""


def test_targets_of_translated_paragraphs_are_quoted_in_the_translation(edition, english):
    """Nearly every target has its English sentence, and each such sentence stands in its paragraph."""
    quoted = 0
    for plan in english.plans:
        texts = {block.address: block.text.string for block in plan.blocks}
        for target in plan.targets:
            if not holds_chinese(target.quote):
                quoted += 1
                assert target.quote in texts[target.address]
    assert quoted >= 0.95 * sum(len(plan.targets) for plan in english.plans)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("280万亩", "2.8 million mu"),
        ("3项", "three"),
        ("280万吨", ""),
        ("5家", ""),
        ("22万亩", "220,000 mu"),
        ("3—5家", ""),
    ],
)
def test_a_figure_has_its_place_in_the_translation(printed, said):
    """Number and unit as the translation says them; nothing where it does not, or would have to be guessed."""
    span = EN.span_of(ENGLISH, find_amounts(printed)[0])
    assert (span.of(ENGLISH) if span else "") == said


def test_a_figure_said_twice_has_no_place():
    """Which of the two is meant nobody knows; a range is one place."""
    assert EN.span_of("A has 5 km of road, B has 5 km.", find_amounts("5公里")[0]) is None
    assert EN.span_of("3 to 5 new brands", find_amounts("3-5个")[0]) == (0, 6)


def test_targets_are_marked_in_english_where_their_figure_stands(edition, english):
    """More than half of each plan's targets have a place in their English paragraph; there stands their figure, and no
    other target's."""
    marked = []
    for plan, original in zip(english.plans, edition.plans, strict=True):
        texts = {block.address: block.text.string for block in plan.blocks}
        for target, printed in zip(plan.targets, original.targets, strict=True):
            if target.span:
                words = target.span.of(texts[target.address])
                (amount,) = find_amounts(f"{printed.value}{printed.unit}")[:1]
                assert EN.holds(words + " " + texts[target.address][target.span.end :][:60], amount)
                marked.append((target.address, target.span))
        targets = len(plan.targets)
        assert sum(Address(address).plan == plan.card.id for address, _ in marked) >= 0.55 * targets
    assert len(set(marked)) == len(marked)
