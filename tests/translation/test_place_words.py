"""The index of places quotes the translation where the translation names the place."""

from __future__ import annotations

import pytest

from build_tools.languages.en import names_of
from build_tools.model.translation import has_han
from build_tools.translation.place_words import cut


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Shuangshan Town", ["Shuangshan Town", "Shuangshan"]),
        ("Changchun", ["Changchun"]),
        ("Chemical park", ["Chemical park"]),
        ("Liaohe Road (Dalu)", ["Liaohe Road", "Liaohe"]),
        ("G203", ["G203"]),
    ],
)
def test_what_a_place_may_be_called(name, expected):
    """A town may stand without its kind; a common word alone is no name."""
    assert names_of(name) == expected


def test_whole_words_are_quoted():
    """No word is cut at either end, and what is near the ends of a text is quoted up to them."""
    text = "word " * 30 + "Fuyu" + " word" * 30
    quote = cut(text, 150, 154)
    assert set(quote.split()) == {"word", "Fuyu"}
    assert len(quote) < 130
    assert cut("To Fuyu.", 3, 7) == "To Fuyu."


def test_the_index_of_places_is_mostly_english(edition, english):
    """Most passages are quoted from the translation; the others are the plan's own words, marked as Chinese."""
    for plan, translated in zip(edition.plans, english.plans, strict=False):
        assert len(translated.places) == len(plan.places)
        shown = [(here.quote, there.quote) for here, there in zip(plan.places, translated.places, strict=False)]
        assert all(there == here for here, there in shown if has_han(there))
        assert sum(not has_han(there) for _, there in shown) > 0.75 * len(shown)
