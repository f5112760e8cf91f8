"""Lists that help to read: glossary, places, changes. What is wrong in them is named by file and line; what they find
is the longest word."""

from __future__ import annotations

import pytest

from build_tools import settings
from build_tools.chinese.words import bare, find_words
from build_tools.curation import load
from build_tools.curation.changes import load_changes
from build_tools.curation.glossary import load_glossary
from build_tools.curation.places import load_places
from build_tools.model.edition import BadInput

TERM = "- zh: 放管服\n  en: reform\n  explanation_zh: 改革\n  explanation_en: a reform\n  source: general\n"
PLACE = "- name: 甲河\n  kind: 河流\n  plan: some\n"
CHANGE = "- date: 2026-11-22\n  what: 新增\n  reason: 读者需要\n"


@pytest.mark.parametrize(
    ("load", "text", "message"),
    [
        (load_glossary, TERM + "  note: x\n", ":6: unknown key “note”"),
        (load_glossary, TERM.replace("  explanation_zh: 改革\n", ""), ":1: “explanation_zh” is missing"),
        (load_glossary, TERM.replace("general", "guess"), ":5: source “guess” is not known"),
        (load_glossary, TERM + TERM, ":6: “放管服” already stands on line 1"),
        (load_places, PLACE + "  river: yes\n", ":4: unknown key “river”"),
        (load_places, PLACE.replace("  kind: 河流\n", ""), ":1: “kind” is missing"),
        (load_places, PLACE + "  aliases: 乙河\n", ":4: “aliases” must be a list"),
        (
            load_places,
            PLACE + PLACE.replace("甲河", "乙河") + "  aliases: [甲河]\n",
            ":4: “甲河” already stands on line 1",
        ),
        (load_changes, CHANGE.replace("  reason: 读者需要\n", ""), ":1: “reason” is missing"),
        (load_changes, CHANGE.replace("2026-11-22", "soon"), ":1: “soon” is not a date"),
    ],
)
def test_a_fault_is_named_with_file_and_line(tmp_path, load, text, message):
    """Whoever wrote the list learns where the fault is and what to do."""
    path = tmp_path / "list.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert message in str(caught.value)


@pytest.mark.parametrize("load", [load_glossary, load_places, load_changes])
def test_a_list_may_be_missing(tmp_path, load):
    assert load(tmp_path / "none.yml") == ()


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in find_words(text, words)]


def test_the_longest_word_is_found():
    """A wetland named after a river is no mention of the river."""
    assert found("加强拉林河口湿地保护，治理拉林河。", "拉林河", "拉林河口湿地") == ["拉林河口湿地", "拉林河"]


def test_no_number_is_found_inside_a_longer_one():
    assert found("G25、G2516、XG25和G25高速", "G25") == ["G25", "G25"]


def test_a_word_in_brackets_needs_its_neighbours():
    """Everyday words are places only where the list says so."""
    assert found("团结一心，经团结、水泉到农丰", "经[团结]、") == ["团结"]
    assert found("公正司法，由公正和五家组成", "[公正]和五家") == ["公正"]


def test_every_place_and_every_alias_is_in_its_plan(edition):
    """A place that no plan names is a slip of the editor."""
    places = load_places(settings.CURATED / "places.yml")
    named = {(plan.card.id, mention.name) for plan in edition.plans for mention in plan.places}
    texts = {
        plan.card.id: "\n".join(item.title.string for item in plan.units)
        + "\n".join(block.text.string for block in plan.blocks)
        for plan in edition.plans
    }
    assert [place.place for place in places if (place.plan, bare(place.name)) not in named] == []
    assert [
        (place.place, alias)
        for place in places
        for alias in place.aliases
        if not find_words(texts[place.plan], (alias,))
    ] == []


def test_mentions_stand_where_they_say(edition):
    """The index leads to the words themselves: block or heading, and line of the source."""
    for plan in edition.plans:
        texts = {unit.address: [unit.title.string] for unit in plan.units} | {
            block.address: [block.text.string, *(cell.text.string for row in block.rows for cell in row)]
            for block in plan.blocks
        }
        lines = plan.source.split("\n")
        for mention in plan.places + plan.terms:
            words = {mention.span.of(text) for text in texts[mention.address]}
            assert any(word and word in mention.quote for word in words), mention
            assert 1 <= mention.line <= len(lines)


def test_any_name_of_a_place_finds_its_others(tmp_path):
    """Who knows a road by its number finds it by its name; a name that holds the other needs no help, one in brackets
    is no query."""
    (tmp_path / "places.yml").write_text(
        "- {name: G303, kind: 道路, plan: some, aliases: [集阿公路]}\n- {name: 双山镇, kind: 乡镇街道, plan: some, aliases: "
        '[双山, "、[双]、"]}\n',
        encoding="utf-8",
    )
    assert [(word.say, word.plan) for word in load(tmp_path).search.words] == [
        (("G303",), ("集阿公路",)),
        (("集阿公路",), ("G303",)),
    ]
