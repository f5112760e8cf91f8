"""An edition in another language says the same things at the same places."""

from __future__ import annotations

from dataclasses import replace

import polib
import pytest

from build_tools.languages import rules_of
from build_tools.model.edition import Edition
from build_tools.model.shown import CHINESE, Stretch, stretches_of
from build_tools.model.translation import has_han, in_chinese
from build_tools.translation import translated
from build_tools.translation.aligned import aligned_sentence
from build_tools.translation.numbering import translated_number


def in_english(text: str) -> str:
    """What does not say that it is in Chinese."""
    return "".join(run.text for run in stretches_of(text) if not run.language)


def texts(edition: Edition):
    for plan in edition.plans:
        for unit in plan.units:
            yield unit.address, unit.title.string
        for block in plan.blocks:
            yield block.address, block.text.string
            for row in block.rows:
                for cell in row:
                    yield block.address, cell.text.string


def test_every_address_is_that_of_the_original(edition, english):
    """Units, blocks, tables and facts stand in the same order at the same addresses."""
    for before, after in zip(edition.plans, english.plans, strict=True):
        assert [unit.address for unit in before.units] == [unit.address for unit in after.units]
        assert [(block.address, block.kind, len(block.rows)) for block in before.blocks] == [
            (block.address, block.kind, len(block.rows)) for block in after.blocks
        ]
        for facts in ("indicators", "targets", "projects", "placeholders", "terms", "places"):
            assert [fact.address for fact in getattr(before, facts)] == [fact.address for fact in getattr(after, facts)]


def test_no_chinese_without_its_mark(english):
    """Every text of the English edition is free of Han characters, or says that it is in Chinese."""
    assert [(address, text) for address, text in texts(english) if has_han(in_english(text))] == []
    for topic in english.topics:
        assert not has_han(in_english(topic.name + topic.definition))
    for term in english.glossary:
        assert not has_han(in_english(term.name + term.explanation))
        assert term.original
    for plan in english.plans:
        assert [
            fact
            for fact in plan.indicators
            if has_han(
                in_english(fact.name + fact.unit + fact.category + fact.target + fact.annual_growth + fact.breakdown)
            )
        ] == []


def test_an_indicator_has_its_name_without_number_and_unit(english):
    """“17. Forest coverage (%)” → “Forest coverage” and “%”; a count has no unit."""
    names = [indicator.name for plan in english.plans for indicator in plan.indicators]
    assert names
    assert [name for name in names if name[0].isdigit() or name.endswith((")%", "(%)"))] == []
    assert {
        indicator.unit for plan in english.plans for indicator in plan.indicators if indicator.name == "Forest coverage"
    } == {"%"}


def test_open_figures_are_marked_in_the_translation(edition, english):
    """Where a paragraph has as many X in English as in Chinese, each is marked at its place; nothing else is."""
    placed = 0
    for plan in english.plans:
        blocks = {block.address: block.text.string for block in plan.blocks}
        for figure in plan.placeholders:
            if figure.span:
                assert set(figure.span.of(blocks[figure.address])) == {"X"}
                placed += 1
    assert placed > 150


def test_without_a_translation_the_chinese_stands_marked(edition):
    """An empty PO makes an edition whose every text is the Chinese one, marked, with the state “missing”; nothing is
    lost."""
    empty = translated(edition, polib.POFile(), "fr")
    for (address, before), (_, after) in zip(texts(edition), texts(empty), strict=True):
        assert stretches_of(after) == (Stretch(before, CHINESE if has_han(before) else ""),), address
    assert {
        empty.states[block.address] for plan in empty.plans for block in plan.blocks if has_han(block.text.string)
    } == {"missing"}


def test_a_translation_counts_only_for_its_text(edition):
    """A paragraph that was changed after it was translated is shown in Chinese, not in the old English."""
    plan = next(plan for plan in edition.plans if plan.blocks)
    block = next(block for block in plan.blocks if has_han(block.text.string))
    po = polib.POFile()
    po.append(polib.POEntry(msgctxt=block.address, msgid="另一段文字。", msgstr="Another text."))
    other = translated(replace(edition, plans=(plan,)), po, "en")
    assert next(b for b in other.plans[0].blocks if b.address == block.address).text.string == in_chinese(
        block.text.string
    )


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("第三章", "Chapter 3"),
        ("第十二节", "Section 12"),
        ("一、", "1."),
        ("（十一）", "(11)"),
        ("1、", "1."),
        ("2.", "2."),
        ("专栏-4", "Box 4"),
        ("专栏：", "Box:"),
        ("①", "①"),
        ("——", "——"),
        ("", ""),
    ],
)
def test_numbers_of_headings(english, printed, said):
    """Printed numbers follow the patterns of the language; what no pattern fits stays."""
    assert translated_number(printed, lambda text: english.interface.get(text, text)) == said


def test_a_sentence_finds_its_translation():
    """The n-th sentence to the n-th where both have as many; otherwise none rather than a wrong one."""
    chinese, other = "甲增加3个。乙达到5%。", "A grows by 3. B reaches 5%."
    assert aligned_sentence(chinese, other, 0, rules_of("en")) == "A grows by 3."
    assert aligned_sentence(chinese, other, 8, rules_of("en")) == "B reaches 5%."
    assert aligned_sentence(chinese, "A grows by 3, B reaches 5%.", 8, rules_of("en")) == ""
