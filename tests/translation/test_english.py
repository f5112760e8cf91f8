"""What every English entry keeps to."""

from __future__ import annotations

import re
from collections import Counter

import polib
import pytest

from build_tools import settings
from build_tools.curation import load_yaml
from build_tools.model.translation import INTERFACE, has_han
from build_tools.translation import catalogue, read_po

PLACEHOLDER = re.compile(r"\{(\w*)(?::,)?\}|%\((\w+)\)s")  # {n:,} writes 50,444


@pytest.fixture(scope="module")
def entries() -> list[polib.POEntry]:
    return [entry for entry in read_po(settings.CURATED / "locales" / "en.po") if entry.msgstr and not entry.obsolete]


def test_no_chinese_is_left_in_the_english(entries):
    """A translation holds no Han character and no Chinese punctuation."""
    assert [
        entry.msgctxt
        for entry in entries
        if has_han(entry.msgstr) or re.search("[，。；：、（）《》「」]", entry.msgstr)
    ] == []


def test_placeholders_of_the_interface_are_kept(entries):
    """{n} and %(n)s stand in the translation as often as in the Chinese."""
    found = [
        entry.msgid
        for entry in entries
        if entry.msgctxt == INTERFACE
        and Counter(PLACEHOLDER.findall(entry.msgid)) != Counter(PLACEHOLDER.findall(entry.msgstr))
    ]
    assert found == []


def test_same_words_are_said_the_same_way(entries):
    """A short text of a plan that stands in several places – a heading, a table cell – has one English wording."""
    wordings: dict[str, set[str]] = {}
    for entry in entries:
        if "/" in entry.msgctxt and len(entry.msgid) <= 12:
            wordings.setdefault(entry.msgid, set()).add(entry.msgstr)
    assert {text: said for text, said in wordings.items() if len(said) > 1} == {}


def test_all_that_people_wrote_about_the_plans_is_said_in_english(edition, entries):
    """Site, topics, terms, places, remarks, corrections, units, subjects and projects: none lacks its English, none has
    one of an earlier wording."""
    said = {(entry.msgctxt, entry.msgid) for entry in entries if not entry.fuzzy}
    plans = tuple(plan.card.id for plan in edition.plans)
    about = [message for message in catalogue(edition) if not message.context.startswith(plans)]
    assert {message.context.partition(":")[0] for message in about} >= {
        "site",
        "topic",
        "term",
        "place",
        "unit",
        "project",
    }
    assert [(message.context, message.text) for message in about if (message.context, message.text) not in said] == []


def test_every_word_of_the_pages_is_said_in_english():
    """No string of a template or of the program lacks its English."""
    entries = read_po(settings.CURATED / "locales" / "en.po")
    assert [
        entry.msgid
        for entry in entries
        if entry.msgctxt == INTERFACE and not entry.obsolete and (entry.fuzzy or not entry.msgstr)
    ] == []


def test_sentences_that_follow_each_other_have_a_space_between(entries):
    """The stop alone, and the comma alone, bring the space with them that Chinese does not have."""
    said = {entry.msgid: entry.msgstr for entry in entries if entry.msgctxt == INTERFACE}
    assert [sign for sign in "，、；：。" if sign in said and not said[sign].endswith(" ")] == []


def test_terms_and_topics_have_one_english_name(entries):
    """The term list and the list of topics say the same as the translations of them."""
    said = {(entry.msgctxt, entry.msgid): entry.msgstr for entry in entries}
    for term in load_yaml(settings.CURATED / "glossary.yml"):
        context = f"term:{term['zh']}"
        assert said[context, term["explanation_zh"]] == term["explanation_en"]
        assert not has_han(term["zh"]) or said[context, term["zh"]] == term["en"]
    for topic in load_yaml(settings.CURATED / "topics.yml")["topics"]:
        assert said[f"topic:{topic['id']}", topic["zh"]] == topic["en"]


def test_another_language_needs_no_code(edition, tmp_path):
    """A PO of any name is made, filled with every text of the plans, and merged like the English one."""
    from build_tools import pipeline

    path = tmp_path / "zh_Hant.po"
    assert pipeline.update_translations(edition, path, "zh_Hant")
    po = read_po(path)
    assert po.metadata["Language"] == "zh_Hant"
    assert len(po) > 1000
    assert not pipeline.update_translations(edition, path, "zh_Hant")
