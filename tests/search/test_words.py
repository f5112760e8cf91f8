"""content/curated/search.yml: what is in it is used, and what is wrong in it is said with file and line."""

from __future__ import annotations

import pytest

from build_tools import settings
from build_tools.curation import load, load_search_words
from build_tools.model.edition import BadInput


def test_every_entry_leads_somewhere(edition):
    """Each entry names at least one word that some plan uses: an entry that can find nothing has no place here."""
    text = "\n".join(
        [block.text.string for plan in edition.plans for block in plan.blocks]
        + [unit.title.string for plan in edition.plans for unit in plan.units]
    )
    text += "\n".join(
        cell.text.string for plan in edition.plans for block in plan.blocks for row in block.rows for cell in row
    )
    useless = [
        word.say
        for word in load_search_words(settings.CURATED / "search.yml").words
        if not any(other.lower() in text.lower() for other in word.plan)
    ]
    assert useless == []


def test_every_translated_entry_leads_somewhere(english_worker, edition):
    """Of the English words of each entry at least one stands in the English text, in some form."""
    entries = [list(word.translated["en"]) for word in edition.search.words if "en" in word.translated]
    assert len(entries) > 100
    assert (
        english_worker.call(
            "entries => entries.filter(words => !words.some(word => standsIn(plain(word), places.all)))", entries
        )
        == []
    )


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("words:\n- {say: [老人], plan: [养老]}\n", "search.yml:2: “reason” is missing. Add a line “reason: …”."),
        (
            "words:\n- {say: [老人], plan: [养老], reason: x, as: y}\n",
            "search.yml:2: unknown key “as”. Known keys: say, plan, reason, en.",
        ),
        (
            "words:\n- {say: 老人, plan: [养老], reason: x}\n",
            "search.yml:2: “say” must be a list of words. Write it as [词, 词].",
        ),
        ("words: []\nwrods: []\n", "search.yml:2: unknown key “wrods”. Did you mean “words”? Known keys: idle, words."),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, yaml, message):
    """File, line, what is wrong and what to do."""
    (tmp_path / "search.yml").write_text(yaml, encoding="utf-8")
    with pytest.raises(BadInput, match=r"search\.yml") as fault:
        load(tmp_path)
    assert str(fault.value).endswith(message)


def test_words_of_a_translation_are_read_by_language(tmp_path):
    """A language may stand as a key once there is a translation into it; before, it is an unknown key. English is
    always known, for the words that come with the program have it."""
    (tmp_path / "search.yml").write_text(
        "words:\n- {say: [levee], plan: [堤防], fr: [dyke, bank protection], reason: x}\n", encoding="utf-8"
    )
    with pytest.raises(BadInput, match="unknown key “fr”"):
        load(tmp_path)
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "fr.po").write_text("", encoding="utf-8")
    assert load(tmp_path).search.words[0].translated == {"fr": ("dyke", "bank protection")}


def test_one_word_is_explained_once(tmp_path):
    """Two entries for one everyday word would hide each other."""
    (tmp_path / "search.yml").write_text(
        "words:\n- {say: [老人], plan: [养老], reason: x}\n- {say: [老人], plan: [老龄], reason: y}\n", encoding="utf-8"
    )
    with pytest.raises(BadInput, match="“老人” already stands on line 2"):
        load(tmp_path)


def test_without_the_file_the_search_knows_the_text_only(tmp_path):
    """No decisions are no error."""
    assert load(tmp_path).search.words == ()


def test_the_glossarys_english_finds_its_term(tmp_path):
    """Less what stands in brackets; a word that search.yml explains stays as explained there."""
    (tmp_path / "glossary.yml").write_text(
        '- {zh: 标准煤, en: "standard coal (tce)", explanation_zh: 煤, explanation_en: x, source: general}\n'
        "- {zh: 耕地, en: farmland, explanation_zh: 地, explanation_en: x, source: general}\n",
        encoding="utf-8",
    )
    (tmp_path / "search.yml").write_text("words:\n- {say: [farmland], plan: [农田], reason: x}\n", encoding="utf-8")
    words = load(tmp_path).search.words
    assert [(word.say, word.plan) for word in words] == [(("farmland",), ("农田",)), (("standard coal",), ("标准煤",))]


def test_the_projects_own_words_load():
    """The file in the project is sound."""
    assert load(settings.CURATED).search.words
