"""The sentence of a translation that says what a place in the Chinese says: a right one or none."""

from __future__ import annotations

import pytest

from build_tools.chinese.amounts import find_amounts
from build_tools.languages import rules_of
from build_tools.model.translation import OPEN
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
            if OPEN not in target.quote:
                quoted += 1
                assert target.quote in texts[target.address]
    assert quoted >= 0.95 * sum(len(plan.targets) for plan in english.plans)
