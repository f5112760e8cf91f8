"""A text for readers keeps the language of each of its words, whatever is done to it."""

from __future__ import annotations

import copy
import pickle

import pytest

from build_tools.model.shown import (
    CHINESE,
    Shown,
    Stretch,
    each_stretch,
    foreign,
    holds_chinese,
    stretches_of,
    together,
)
from build_tools.model.translation import Words, in_chinese

RICE = in_chinese("水稻")
MIXED = together(("Grow ", RICE, " and maize"))


def test_it_is_the_plain_text() -> None:
    """Who needs plain text has it: equal, found as a key, written as it is."""
    assert RICE == "水稻"
    assert {"水稻": 1}[RICE] == 1
    assert f"{MIXED}" == str(MIXED) == "Grow 水稻 and maize"
    assert type(str(MIXED)) is str


def test_only_what_is_chinese_says_so() -> None:
    """“100” reads the same anywhere."""
    assert stretches_of(RICE) == (Stretch("水稻", CHINESE),)
    assert stretches_of(in_chinese("100")) == (Stretch("100"),)
    assert (holds_chinese(MIXED), holds_chinese("水稻")) == (True, False)
    assert list(foreign(MIXED)) == [(5, 7, CHINESE)]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (MIXED[4:6], [Stretch(" "), Stretch("水", CHINESE)]),
        (MIXED[:5], [Stretch("Grow ")]),
        (MIXED[-9:], [Stretch("and maize")]),
        ("Of " + RICE, [Stretch("Of "), Stretch("水稻", CHINESE)]),
        (RICE + ".", [Stretch("水稻", CHINESE), Stretch(".")]),
        (together((RICE, "maize"), ", "), [Stretch("水稻", CHINESE), Stretch(", "), Stretch("maize")]),
        (Words(", ").join(["maize", RICE]), [Stretch("maize"), Stretch(", "), Stretch("水稻", CHINESE)]),
        (
            Words("{n} {n:ton|tons} of {crop}").format(n=2, crop=RICE),
            [*map(Stretch, ("2", " ", "tons", " of ")), RICE.stretches[0]],
        ),
        (Words("{1}: {0}").format(3, RICE), [RICE.stretches[0], Stretch(": "), Stretch("3")]),
        (each_stretch(in_chinese("水 稻"), lambda words: words.replace(" ", "")), [Stretch("水稻", CHINESE)]),
        (together((" ", in_chinese("水稻。"), " ")).strip().rstrip("。"), [Stretch("水稻", CHINESE)]),
    ],
)
def test_languages_outlast_what_is_done_to_a_text(made: str, expected: list[Stretch]) -> None:
    """Cut, added to, joined, filled into a pattern, stripped."""
    assert list(stretches_of(made)) == expected


def test_languages_outlast_copies() -> None:
    """As other processes and dataclasses.asdict make them."""
    for other in (copy.deepcopy(MIXED), pickle.loads(pickle.dumps(MIXED))):
        assert isinstance(other, Shown)
        assert other.stretches == stretches_of(MIXED)


def test_texts_without_another_language_stay_plain() -> None:
    """Nothing is wrapped that needs no wrapping."""
    assert type(together(("a", "b"), "-")) is str
    assert type(Words("{a}").format(a="b")) is str
    assert type(each_stretch("a", str.upper)) is str
