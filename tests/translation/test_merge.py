"""What becomes of a translation when the plan changes."""

from __future__ import annotations

import polib

from build_tools.model.translation import Message, Translation
from build_tools.translation import count_states, merge, new_po, overlay, po_text, translations


def message(context: str, text: str, line: int = 1) -> Message:
    return Message(context, text, (("p/plan.txt", line),))


def translated(*triples: tuple[str, str, str]) -> polib.POFile:
    po = merge(new_po("en"), [message(context, text) for context, text, _ in triples])
    for entry, (_, _, said) in zip(po, triples, strict=True):
        entry.msgstr = said
    return po


OLD = (("p/01#1", "粮食。", "Grain."), ("p/01#2", "土地。", "Land."))


def test_a_changed_text_is_fuzzy_and_says_what_was_translated():
    """A new wording keeps the old translation, marked fuzzy, with the old wording beside it."""
    po = merge(translated(*OLD), [message("p/01#1", "粮食安全。"), message("p/01#2", "土地。")])
    assert (po[0].msgid, po[0].msgstr, po[0].previous_msgid, po[0].fuzzy) == ("粮食安全。", "Grain.", "粮食。", True)
    assert not po[1].fuzzy
    assert '#| msgid "粮食。"' in po_text(po)


def test_a_text_changed_twice_names_the_wording_that_was_translated():
    """The previous text is the one the translation fits, not one in between; back at it, the entry is whole again."""
    once = merge(translated(*OLD[:1]), [message("p/01#1", "粮食一。")])
    twice = merge(once, [message("p/01#1", "粮食二。")])
    assert twice[0].previous_msgid == "粮食。"
    back = merge(twice, [message("p/01#1", "粮食。")])
    assert (back[0].fuzzy, back[0].previous_msgid, back[0].msgstr) == (False, None, "Grain.")


def test_a_paragraph_put_in_moves_the_translations_after_it():
    """Texts that only changed their address keep their translation and stay certain."""
    po = merge(translated(*OLD), [message("p/01#1", "新。"), message("p/01#2", "粮食。"), message("p/01#3", "土地。")])
    assert [(e.msgid, e.msgstr, e.fuzzy) for e in po] == [
        ("新。", "", False),
        ("粮食。", "Grain.", False),
        ("土地。", "Land.", False),
    ]


def test_a_removed_text_is_obsolete_and_comes_back():
    """What is no longer in the plan stays at the end of the file and serves again when the text returns."""
    gone = merge(translated(*OLD), [message("p/01#1", "粮食。")])
    assert [(e.msgid, e.obsolete) for e in gone] == [("粮食。", False), ("土地。", True)]
    again = merge(gone, [message("p/01#1", "粮食。"), message("p/07#4", "土地。")])
    assert [(e.msgctxt, e.msgstr, e.obsolete) for e in again] == [
        ("p/01#1", "Grain.", False),
        ("p/07#4", "Land.", False),
    ]


def test_interface_strings_never_inherit_from_each_other():
    """All interface strings share one context, so a new string must not take the translation of one that went."""
    po = merge(translated(("interface", "首页", "Home")), [message("interface", "下载")])
    assert [(e.msgid, e.msgstr, e.obsolete) for e in po] == [("下载", "", False), ("首页", "Home", True)]


def test_texts_of_one_kind_never_inherit_from_each_other():
    """Names of projects share one context: a new name does not take the translation of another that went."""
    old = translated(("project", "东河桥", "Donghe Bridge"), ("project", "西山路", "Xishan Road"))
    po = merge(old, [message("project", "西山路"), message("project", "县医院")])
    assert [(e.msgid, e.msgstr, e.obsolete) for e in po] == [
        ("西山路", "Xishan Road", False),
        ("县医院", "", False),
        ("东河桥", "Donghe Bridge", True),
    ]


def test_no_translation_is_lost_by_any_merge():
    """Every msgstr of the old file is still somewhere in the new one."""
    po = merge(
        translated(*OLD, ("p/02", "章", "Chapter"), ("p/03", "章", "Section")),
        [message("p/02#1", "章"), message("p/01#1", "改。"), message("p/03", "改")],
    )
    assert {e.msgstr for e in po} >= {"Grain.", "Land.", "Chapter", "Section"}


def test_bytes_do_not_depend_on_the_order_of_the_old_file():
    """Same texts and translations, same bytes: the order is that of the plan."""
    messages = [message(context, text) for context, text, _ in OLD]
    turned = new_po("en")
    turned.extend(reversed(translated(*OLD)))
    assert (
        po_text(merge(turned, messages))
        == po_text(merge(translated(*OLD), messages))
        == po_text(merge(merge(turned, messages), messages))
    )


def test_words_of_a_translator_replace_and_empty_ones_do_not():
    """Taking a file back never empties an entry, and never touches one it does not name."""
    back = translated(("p/01#1", "粮食。", "Cereals."), ("p/01#2", "土地。", ""))
    assert [e.msgstr for e in overlay(translated(*OLD), back)] == ["Cereals.", "Land."]


def test_a_file_from_before_a_change_comes_back_fuzzy():
    """A translation made for yesterday's wording is kept, but not taken for one of today's."""
    messages = [message("p/01#1", "粮食安全。")]
    now = merge(new_po("en"), messages)
    po = merge(overlay(now, translated(*OLD[:1])), messages)
    assert (po[0].msgid, po[0].msgstr, po[0].fuzzy) == ("粮食安全。", "Grain.", True)


def test_review_ends_with_the_text_it_was_given_to():
    """“reviewed” goes when the Chinese or the translation changes; other notes stay."""
    po = translated(*OLD[:1])
    po[0].tcomment = "reviewed\nask the bureau"
    assert translations(po) == {("p/01#1", "粮食。"): Translation("Grain.", "reviewed")}
    assert merge(po, [message("p/01#1", "粮。")])[0].tcomment == "ask the bureau"
    back = translated(("p/01#1", "粮食。", "Cereals."))
    back[0].tcomment = "reviewed\nask the bureau"
    assert overlay(po, back)[0].tcomment == "ask the bureau"


def test_states_are_counted_by_chapter():
    """Every live entry counts once, in its chapter, in one of four states; obsolete ones do not count."""
    po = translated(
        ("p:title", "规划", "Plan"),
        ("p/01", "章", ""),
        ("p/01/02@1.3", "项", "Item"),
        ("p/01@1:r2c3", "格", "Cell"),
        ("interface", "首页", "Home"),
    )
    po[2].flags, po[3].tcomment, po[4].obsolete = ["fuzzy"], "reviewed", True
    assert count_states(po) == {
        "p": {"missing": 0, "fuzzy": 0, "translated": 1, "reviewed": 0},
        "p/01": {"missing": 1, "fuzzy": 1, "translated": 0, "reviewed": 1},
    }
