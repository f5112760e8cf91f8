"""A translator's work survives every way out of the project and back."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from build_tools import pipeline, settings
from build_tools.model.edition import BadInput
from build_tools.model.translation import Message
from build_tools.translation import merge, new_po, overlay, po_text, read_po, translations
from build_tools.translation.xliff import from_xliff, to_xliff

WORDS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=40)
XML_WORDS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from('\t\n\r"\\<&>'), min_size=1, max_size=40
)
ODD = [
    '“引号”与"直引号"',
    "反斜线\\n 不是换行",
    "真\n换行",
    "制表\t符",
    "  前后空格  ",
    "\u2028行分隔",
    "\x85NEL",
    "\\",
    '"',
    "％s %(x)s {0}",
    "# 不是注释",
    'msgid "x"',
    "😀𠮷",
]


def filled(texts: list[str], said: list[str]):
    """A PO of messages with these texts and translations."""
    messages = tuple(Message(f"plan/01#{n}", text, (("plan/plan.txt", n),)) for n, text in enumerate(texts, 1))
    po = merge(new_po("en"), messages)
    for entry, text in zip(po, said, strict=False):
        entry.msgstr = text
    return messages, po


def through_a_file(po):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.po"
        path.write_bytes(po_text(po).encode("utf-8"))
        return read_po(path)


@examples(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, max_size=5))
def test_po_to_file_to_po_loses_nothing(texts, said):
    """Whatever characters a text or a translation holds, reading the printed PO gives it back, and merging it prints the same bytes."""
    messages, po = filled(texts, said)
    again = through_a_file(po)
    assert [(e.msgctxt, e.msgid, e.msgstr) for e in again] == [(e.msgctxt, e.msgid, e.msgstr) for e in po]
    assert po_text(merge(overlay(po, again), messages)) == po_text(po)


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_survive_po_and_xliff(odd):
    """Quotes, backslashes, line ends and what looks like PO syntax survive both formats."""
    _, po = filled([odd], [odd])
    assert [(e.msgid, e.msgstr) for e in through_a_file(po)] == [(odd, odd)]
    if "\x85" not in odd:
        assert [(e.msgid, e.msgstr) for e in from_xliff(to_xliff(po, "en"), "en", "x.xlf")] == [(odd, odd)]


@examples(deadline=None)
@given(st.lists(XML_WORDS, min_size=1, max_size=4))
def test_xliff_carries_text_state_and_notes(texts):
    """PO → XLIFF → PO keeps address, text, translation, the fuzzy mark and the translator's notes."""
    messages, po = filled(texts, texts)
    po[0].flags, po[-1].tcomment = ["fuzzy"], "reviewed\nask the bureau"
    expected = po_text(po)
    back = from_xliff(to_xliff(po, "en"), "en", "x.xlf")
    assert po_text(merge(overlay(merge(new_po("en"), messages), back), messages)) == expected


def test_a_control_character_is_refused_not_dropped():
    """XLIFF cannot hold U+0007: the export says so instead of losing it."""
    _, po = filled(["钟\x07"], [])
    with pytest.raises(BadInput, match="plan/01#1"):
        to_xliff(po, "en")


def test_a_broken_file_is_bad_input(tmp_path):
    """A file that is no PO or XLIFF ends in one sentence with the file's name."""
    for name, data in (("a.po", b'msgid "open\nmsgx'), ("b.po", b"\xff\xfe\x00"), ("c.xlf", b"<xliff"), ("d.xlf", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(BadInput, match=name):
            pipeline.read_translated(tmp_path / name, "en")
    with pytest.raises(BadInput, match="gone.po"):
        pipeline.read_translated(tmp_path / "gone.po", "en")


@pytest.mark.parametrize("ending", ["po", "xlf"])
def test_export_and_import_give_the_same_file(edition, tmp_path, ending):
    """The project's own translation, exported and taken back into nothing, is the same translation again."""
    here, target, there = settings.CURATED / "locales" / "en.po", tmp_path / f"out.{ending}", tmp_path / "new.po"
    pipeline.export_translations(edition, here, "en", target)
    pipeline.update_translations(edition, there, "en", pipeline.read_translated(target, "en"))
    assert translations(read_po(there)) == translations(pipeline.translations_of(edition, here, "en"))


def test_the_file_is_up_to_date(edition):
    """Every text of the plans and templates has its entry in the committed PO: “translate --update” would change no text."""
    path = settings.CURATED / "locales" / "en.po"
    said = {(e.msgctxt, e.msgid) for e in read_po(path) if not e.obsolete}
    assert said == {(e.msgctxt, e.msgid) for e in pipeline.translations_of(edition, path, "en") if not e.obsolete}
