"""The words that the search text carries, in each language."""

from __future__ import annotations

from build_tools.model.address import Address
from build_tools.model.translation import has_han
from build_tools.writers.pages import search_words


def test_a_topic_names_the_same_headings_in_every_language(edition, english):
    """Headings are recognised in the language of the plans, so a translator's choice of words changes nothing."""
    named = [[(row["named"], row.get("frame")) for row in search_words.topic_rows(one)] for one in (edition, english)]
    assert named[0] == named[1]
    assert sum(bool(places) for places, _ in named[0]) > 10


def test_named_headings_are_places_of_the_site(edition):
    """Page and anchor, as in the text: the worker compares them with its units."""
    pages = {Address(unit.address).chapter for plan in edition.plans for unit in plan.units}
    places = [place for row in search_words.topic_rows(edition) for place in row["named"]]
    assert {place.split("#")[0] for place in places} <= pages
    assert any(place.endswith("#") for place in places)
    assert any(place.endswith("#s01") for place in places)


def test_a_topic_speaks_the_language_of_the_text(english):
    """In the English text its words are English."""
    for row in search_words.topic_rows(english):
        assert row["words"]
        assert not any(map(has_han, row["words"] + row["headings"]))


def test_what_people_say_leads_to_words_of_the_text(edition, english):
    """Chinese words for the Chinese text, English ones for the English text, whichever language is typed."""
    chinese = {say: words for sayings, words in search_words.rows(edition) for say in sayings}
    assert "堤防" in chinese["堤坝"]
    assert "堤防" in chinese["levee"]
    said = {say: words for sayings, words in search_words.rows(english) for say in sayings}
    assert not any(map(has_han, (word for words in said.values() for word in words)))
    assert "dykes" in said["堤坝"]
    assert "dykes" in said["levee"]


def test_names_in_chinese_lead_to_their_english(english):
    """Places and terms under the name that the plans use; none in the plans' own language."""
    names = dict(search_words.names(english))
    assert names[("拉林河",)] == ("Lalin River",)
    assert search_words.names(english.original) == []
