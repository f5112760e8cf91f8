"""Latin words: what the forgiving stages take for the same word, and what they do not."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("industries", "industry"),
        ("treat sewage", "treated sewage"),
        ("conserving", "conservation"),
        ("labor", "labour"),
        ("neighborhoods", "neighbourhood"),
        ("centers", "centre"),
        ("modernization", "modernise"),
        ("organized", "organisations"),
        ("analyzing", "analyse"),
        ("defense", "defence"),
        ("programs", "programme"),
        ("traveled", "travelling"),
        ("aging", "ageing"),
        ("high standard", "high-standard"),
        ("peoples homes", "people's homes"),
        ("farmers incomes", "farmers' incomes"),
        ("town country", "town–country"),
        ("Nestle", "Nestlé"),
    ],
)
def test_forms_and_spellings_of_a_word_are_one(worker, typed, written):
    """Number, tense, British and American spelling, hyphens, possessives and accents make no difference."""
    one, other = worker.call("words => words.map(word => plain(word))", [typed, written])
    assert one == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("policy", "police"),
        ("parking", "park"),
        ("training", "train"),
        ("organic", "organ"),
        ("importance", "import"),
        ("plants", "planting"),
        ("general", "generate"),
        ("goods", "good"),
    ],
)
def test_words_of_other_meaning_stay_apart(worker, one, other):
    """Letters in common make no kinship: a car park is no park."""
    assert worker.call("words => words.map(word => plain(word))", [one, other]).count(worker.call("plain", one)) == 1


@pytest.mark.parametrize(
    ("word", "text", "places"),
    [
        ("rice", "prices of rice", [10]),
        ("rice", "rice,maize", [0]),
        ("5g", "5g网络", [0]),
        ("mw", "660mw", [3]),
        ("养老", "居家养老服务", [2]),
    ],
)
def test_a_latin_word_is_no_part_of_a_longer_one(worker, word, text, places):
    """Rice does not stand in prices; a unit may follow its figure; Chinese knows no such border."""
    assert worker.call("([word, text]) => wordPlaces(word, text)", [word, text]) == places


def test_roots_with_places_are_the_same_roots(english_worker):
    """Marks are set by places among the roots, so both ways of reducing must give one text, and a place for every sign
    of it and its end."""
    different = english_worker.call(
        """() => places.passages.map(passage => passage.folded).filter(folded => {
            const { text, at } = rootedWithPlaces(folded)
            return text !== rooted(folded) || at.length !== text.length + 1
                || at.some((place, i) => place > folded.length || (i && place < at[i - 1]))
        })"""
    )
    assert different == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (["wastesorting"], ["waste sorting"]),
        (["live", "stock"], ["livestock"]),
        (["660mw"], ["660 mw"]),
        (["enviroment"], ["environment"]),
        (["sewage", "treatment"], ["sewage", "treatment"]),
        (["zzyzx"], ["zzyzx"]),
    ],
)
def test_words_are_read_as_the_text_spells_them(english_worker, typed, read):
    """Together or apart, or with one letter wrong; what is known stays as it is, and so does what resembles nothing."""
    assert english_worker.call("words => respelt(words, places).map(plain)", typed) == english_worker.call(
        "words => words.map(plain)", read
    )
