"""How quantities are said in languages that group figures by three."""

from __future__ import annotations

import pytest

from build_tools.model.quantities import (
    BILLION_YUAN,
    IN_BILLIONS,
    IN_MILLIONS,
    MILLION_YUAN,
    YUAN,
    beside_figure,
    grouped,
    in_large_unit,
    in_millions,
)


@pytest.mark.parametrize(
    ("number", "said"),
    [("2800000", "2,800,000"), ("0.35", "0.35"), ("53537.7", "53,537.7"), ("-6.8", "-6.8"), ("X", "X")],
)
def test_figures_are_grouped_by_three(number, said):
    assert grouped(number) == said


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        (("1450000000",), (["1.45"], BILLION_YUAN)),
        (("700000000", "1000000000"), (["700", "1,000"], MILLION_YUAN)),
        (("1391470000",), (["1,391.47"], MILLION_YUAN)),
        (("3872000000",), (["3.872"], BILLION_YUAN)),
        (("111391466200",), (["111.3914662"], BILLION_YUAN)),
        (("111369670000",), (["111.36967"], BILLION_YUAN)),
        (("750000",), (["750,000"], YUAN)),
        (("90000000", "300000000"), (["90", "300"], MILLION_YUAN)),
        (("750000", "3000000"), (["750,000", "3,000,000"], YUAN)),
    ],
)
def test_sums_of_a_million_and_more_are_said_in_large_unit(sums, said):
    """Nothing is rounded, and a range has one unit."""
    assert in_large_unit(*sums) == said


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (("2800000",), (["2.8"], IN_MILLIONS)),
        (("5000000000",), (["5"], IN_BILLIONS)),
        (("1109000",), (["1.109"], IN_MILLIONS)),
        (("280000",), (["280,000"], "")),
        (("1234567",), (["1,234,567"], "")),
        (("1450000000", "1500000000"), (["1.45", "1.5"], IN_BILLIONS)),
        (("900000", "1200000"), (["900,000", "1,200,000"], "")),
    ],
)
def test_figures_of_a_million_and_more_follow_the_same_rule(numbers, said):
    """What a person says in millions is said so, and nothing is rounded."""
    assert in_millions(*numbers) == said


@pytest.mark.parametrize(
    ("unit", "beside"), [("mu", " mu"), ("×100 million yuan", " ×100 million yuan"), ("%", "%"), ("亩", "亩"), ("", "")]
)
def test_a_word_keeps_a_space_from_its_figure(unit, beside):
    assert beside_figure(unit) == beside
