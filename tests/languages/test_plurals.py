"""One day, two days: in the words of the pages and beside the figures of facts."""

from __future__ import annotations

import re

import polib
import pytest

from build_tools.languages import rules_of
from build_tools.languages.en.plurals import of_one
from build_tools.model.edition import Edition
from build_tools.model.translation import INTERFACE, Message, Words
from build_tools.translation import merge, new_po
from build_tools.translation.placeholders import wrong_fields
from build_tools.writers import write_pages


@pytest.mark.parametrize(
    ("many", "one"),
    [
        (" days", " day"),
        (" square kilometres", " square kilometre"),
        (" years of age", " year of age"),
        (" households or businesses", " household or business"),
        (" percentage points", " percentage point"),
        (" boxes", " box"),
        (" person-times", " person-time"),
        (" people", " person"),
        (" categories", " category"),
        (" series", " series"),
        (" classes", " class"),
        (" km", " km"),
        (" mu", " mu"),
        (" head", " head"),
        (" m³/day", " m³/day"),
        ("%", "%"),
        (" × 10,000 people", " × 10,000 people"),
        (" or more items", " or more items"),
    ],
)
def test_a_unit_of_one(many: str, one: str) -> None:
    """What is counted stands in the singular; signs, scales and words that are the same for one and many stay."""
    assert of_one(many) == one
    assert of_one(one) == one


def test_every_unit_of_the_translation_has_one(english: Edition) -> None:
    """No unit that a translator gave loses or gains a word."""
    for target in english.plans[0].targets + english.plans[1].targets:
        one = of_one(target.unit)
        assert len(one.split()) == len(target.unit.split()), target.unit
        assert of_one(one) == one


def test_no_page_says_one_days(english: Edition) -> None:
    """No page of the English site has “1” before a plural, in text, search or tables."""
    files = write_pages(english)
    counted = "days|years|hours|kilometres|chapters|sections|paragraphs|boxes|indicators|places|projects|mentions|cells"
    assert len(files) > 40
    for path, text in files.items():
        found = re.search(rf"(?<![\d.,–—-])1 (?:{counted})\b", text)
        assert not found, (path, found)


def test_a_string_of_the_program_has_a_form_for_one() -> None:
    """The translator gives the forms, the rules of the language say which goes with a figure."""
    words = Words("{n} {n:chapter|chapters} in {m} {m:plan|plans}")
    assert words.format(n=1, m=2) == "1 chapter in 2 plans"
    assert words.format(n="1", m=1001) == "1 chapter in 1001 plans"
    assert Words("{n:,} {n:day|days}").format(n=1000) == "1,000 days"
    assert Words("{n} {n:日|days}", rules_of("zh_Hant").form).format(n=5) == "5 日"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [("{n} {n:day|days}", False), ("{n:day|days}", True), ("{n} {m:day|days}", True), ("{n} days", False)],
)
def test_a_form_is_no_figure(said: str, wrong: bool) -> None:
    """A translation that gives forms still shows the figure, and goes by no figure that the string has not."""
    po: polib.POFile = merge(new_po("en"), (Message(INTERFACE, "{n}天", (("a.j2", 7),)),))
    po[0].msgstr = said
    assert bool(list(wrong_fields(po))) == wrong


def test_the_english_of_the_pages_has_both_forms(english: Edition) -> None:
    """The counts of the home page, of one and of many."""
    assert english.interface["{n} 章"].format(n=1) == "1 chapter"
    assert english.interface["{n} 个专栏"].format(n=3) == "3 boxes"
