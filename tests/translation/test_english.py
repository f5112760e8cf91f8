"""What every English entry keeps to."""

from __future__ import annotations

import re
from collections import Counter

import polib
import pytest
from build_tools import settings
from build_tools.translation import read_po
from build_tools.model.translation import INTERFACE, has_han

PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)s")


@pytest.fixture(scope="module")
def entries() -> list[polib.POEntry]:
    return [entry for entry in read_po(settings.CURATED / "locales" / "en.po") if entry.msgstr and not entry.obsolete]


def test_no_chinese_is_left_in_the_english(entries):
    """A translation holds no Han character and no Chinese punctuation."""
    assert [entry.msgctxt for entry in entries if has_han(entry.msgstr) or re.search("[，。；：、（）《》「」]", entry.msgstr)] == []


def test_placeholders_of_the_interface_are_kept(entries):
    """{n} and %(n)s stand in the translation as often as in the Chinese."""
    found = [entry.msgid for entry in entries if entry.msgctxt == INTERFACE and Counter(PLACEHOLDER.findall(entry.msgid)) != Counter(PLACEHOLDER.findall(entry.msgstr))]
    assert found == []


def test_same_words_are_said_the_same_way(entries):
    """A short text of a plan that stands in several places – a heading, a table cell – has one English wording."""
    wordings: dict[str, set[str]] = {}
    for entry in entries:
        if "/" in entry.msgctxt and len(entry.msgid) <= 12:
            wordings.setdefault(entry.msgid, set()).add(entry.msgstr)
    assert {text: said for text, said in wordings.items() if len(said) > 1} == {}


def test_another_language_needs_no_code(edition, tmp_path):
    """A PO of any name is made, filled with every text of the plans, and merged like the English one."""
    from build_tools import pipeline

    path = tmp_path / "zh_Hant.po"
    assert pipeline.update_translations(edition, path, "zh_Hant")
    po = read_po(path)
    assert po.metadata["Language"] == "zh_Hant" and len(po) > 1000
    assert not pipeline.update_translations(edition, path, "zh_Hant")
