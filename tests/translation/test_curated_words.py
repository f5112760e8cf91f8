"""The glossary and the English abstracts say only what the plans hold."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from build_tools import settings
from build_tools.curation import load_yaml
from build_tools.languages.en.agreement import added
from build_tools.languages.en.figures import figures_in
from build_tools.model.address import Address
from build_tools.translation import catalogue

ABSTRACTS = load_yaml(settings.CURATED / "abstracts.yml")
GLOSSARY = load_yaml(settings.CURATED / "glossary.yml")


@pytest.fixture(scope="session")
def texts(edition):
    """Address → Chinese text, boxes and tables included by the address of the whole."""
    return {message.context: message.text for message in catalogue(edition)} | {
        block.address: block.text.string for plan in edition.plans for block in plan.blocks
    }


def test_every_numbered_chapter_has_an_abstract_of_120_to_200_words(edition):
    """No chapter is left out, none stands twice, and none is too short to help or too long to be read."""
    chapters = [
        unit.address for plan in edition.plans for unit in plan.units if unit.level == "chapter" and unit.number.string
    ]
    assert [entry["chapter"] for entry in ABSTRACTS] == chapters
    lengths = {entry["chapter"]: sum(len(part["sentence"].split()) for part in entry["en"]) for entry in ABSTRACTS}
    assert all(120 <= length <= 200 for length in lengths.values()), lengths


@pytest.mark.parametrize("entry", ABSTRACTS, ids=lambda entry: entry["chapter"])
def test_every_sentence_of_an_abstract_rests_on_paragraphs_of_its_chapter(entry, texts):
    """Each sentence names paragraphs that are there, in its own chapter, and every figure in it stands in one of
    them."""
    for part in entry["en"]:
        assert part["of"], part
        assert all(address in texts and Address(address).chapter == entry["chapter"] for address in part["of"]), part
        said = "。".join(
            text
            for address, text in texts.items()
            if any(address == a or address.startswith((a + ".", a + ":")) for a in part["of"])
        )
        assert list(added(said, list(figures_in(part["sentence"])))) == [], part["sentence"]


def test_an_abstract_that_rests_on_one_of_two_figures_says_so(edition):
    """Where both places of a contradiction in figures lie under one sentence, the sentence names the second, too."""
    pairs = {
        frozenset((finding.address, finding.other_address))
        for plan in edition.plans
        for finding in plan.findings
        if finding.kind == "contradiction" and finding.check == "values-apart" and finding.other_address
    }
    assert pairs
    for entry in ABSTRACTS:
        for part in entry["en"]:
            if any(pair <= set(part["of"]) for pair in pairs):
                assert re.search("another place|elsewhere|another chapter", part["sentence"]), part["sentence"]


def test_every_term_is_used_by_a_plan_and_said_in_one_way(texts):
    """A term stands once, in both languages with an explanation, and in some plan, or says why it is here."""
    assert [zh for zh, times in Counter(term["zh"] for term in GLOSSARY).items() if times > 1] == []
    for term in GLOSSARY:
        assert set(term) - {"reason", "plan"} == {"zh", "en", "explanation_zh", "explanation_en", "source"}
        assert all(term.values())
        assert term["source"] in ("text", "general")
        assert "reason" in term or any(term["zh"] in text for text in texts.values()), term["zh"]
