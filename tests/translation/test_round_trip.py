"""A translator's work survives every way out of the project and back."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from build_tools import pipeline, settings
from build_tools.languages import rules_of
from build_tools.model.edition import BadInput
from build_tools.model.translation import INTERFACE, Message, Words
from build_tools.translation import check_po, merge, new_po, overlay, po_text, read_po, translated, translations
from build_tools.translation.po import state as po_state
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
    """Whatever characters a text or a translation holds, reading the printed PO gives it back, and merging it prints
    the same bytes."""
    messages, po = filled(texts, said)
    again = through_a_file(po)
    assert [(e.msgctxt, e.msgid, e.msgstr) for e in again] == [(e.msgctxt, e.msgid, e.msgstr) for e in po]
    assert po_text(merge(overlay(po, again), messages)) == po_text(po)


@pytest.mark.parametrize("odd", ODD)
def test_odd_texts_survive_po_and_xliff(odd):
    """Quotes, backslashes, line ends and what looks like PO syntax survive both formats."""
    _, po = filled([odd], [odd])
    assert [(e.msgid, e.msgstr) for e in through_a_file(po)] == [(odd, odd)]
    for version in pipeline.XLIFF.values():
        assert [(e.msgid, e.msgstr) for e in from_xliff(to_xliff(po, "en", version), "en", "x.xlf")] == [(odd, odd)]


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
    with pytest.raises(BadInput, match=r"gone\.po"):
        pipeline.read_translated(tmp_path / "gone.po", "en")


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("a.po", 'msgid ""\nmsgstr ""\n\nmsgctxt "interface"\nmsgid "第{n}段"\nmsgstr "{m}"\n', 4),
        (
            "a.xlf",
            '<xliff version="1.2"><file><body>\n<trans-unit id="interface|第{n}段">'
            "<source>第{n}段</source><target>{m}</target></trans-unit></body></file></xliff>",
            2,
        ),
    ],
)
def test_a_lost_placeholder_is_refused_when_it_comes_back(name: str, data: str, line: int, tmp_path) -> None:
    """Not taken into the PO, where the next conversion would stop at it; the line is that of the translator's file."""
    (tmp_path / name).write_text(data, encoding="utf-8")
    with pytest.raises(BadInput, match=rf"{name}:{line}: .*“{{n}}” is missing"):
        pipeline.read_translated(tmp_path / name, "en")


LOSSES = {  # what tools leave out of a file that they give back
    "nothing": [],
    "approved": [(r' approved="[a-z]*"', "")],
    "state": [(r' state="[a-z-]*"', "")],
    "notes": [(r"<note[^s].*?</note>", "")],
    "all of it": [(r' approved="[a-z]*"', ""), (r' state="[a-z-]*"', ""), (r"<note[^s].*?</note>", "")],
}


@pytest.mark.parametrize("ending", ["xlf", "xliff"])
@pytest.mark.parametrize("loss", LOSSES)
def test_the_same_words_come_back_and_nothing_changes(tmp_path, ending, loss):
    """A file with the same words leaves every state and note as it was, whatever else a tool left out of it."""
    messages, po = filled([f"第{n}段|文字" for n in range(8)], [f"Paragraph {n}" for n in range(6)])
    for entry in po[0:2]:
        entry.tcomment = "reviewed\nask the bureau"
    po[2].flags, po[2].previous_msgid = ["fuzzy"], "第二段"
    before = po_text(po)
    data = to_xliff(po, "en", pipeline.XLIFF[f".{ending}"]).decode("utf-8")
    for pattern, other in LOSSES[loss]:
        assert re.search(pattern, data, re.DOTALL) or pattern == LOSSES["approved"][0][0]
        data = re.sub(pattern, other, data, flags=re.DOTALL)
    back = from_xliff(data.encode("utf-8"), "en", "x.xlf")
    assert len(back) == 6
    assert po_text(merge(overlay(po, back), messages)) == before


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("new", "fuzzy"), ("needs-translation", "fuzzy"), ("needs-review-translation", "fuzzy"), ("initial", "fuzzy"),
        ("translated", "translated"), ("signed-off", "translated"), ("final", "translated"), ("", "translated"),
    ],
)  # fmt: skip
def test_states_of_other_tools(state, expected):
    """A state that is said counts; a word “approved” that is not there says nothing."""
    said = f' state="{state}"' if state else ""
    for unit in (
        f'<trans-unit id="plan/01#1"><source>一</source><target{said}>One</target></trans-unit>',
        f'<unit id="u1" name="plan/01#1"><segment{said}><source>一</source><target>One</target></segment></unit>',
    ):
        back = from_xliff(f'<xliff version="1.2"><file>{unit}</file></xliff>'.encode(), "en", "x.xlf")
        assert [(e.msgctxt, e.msgid, e.msgstr) for e in back] == [("plan/01#1", "一", "One")]
        assert [po_state(e) for e in overlay(new_po("en"), back)] == [expected]


def test_what_other_tools_put_into_a_unit():
    """Proposals of a memory are not the translation; marks around words and cut segments are read as the text they
    hold."""
    one = """<trans-unit id="a"><source>甲<g id="1">乙</g></source><seg-source><mrk>甲乙</mrk></seg-source>
        <alt-trans><target>wrong</target></alt-trans><target>A<mrk mtype="seg">B</mrk></target></trans-unit>"""
    two = """<unit id="u1" name="b"><segment state="final"><source>甲。</source><target>A.</target></segment>
        <ignorable><source> </source></ignorable><segment
        state="translated"><source>乙。</source><target>B.</target></segment></unit>"""
    for unit, read in ((one, ("a", "甲乙", "AB")), (two, ("b", "甲。 乙。", "A. B."))):
        back = from_xliff(f'<xliff xmlns="urn:x"><file><body>{unit}</body></file></xliff>'.encode(), "en", "x.xlf")
        assert [(e.msgctxt, e.msgid, e.msgstr) for e in back] == [read]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE xliff [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:1/x.dtd">',
    ],
)
def test_a_file_with_a_document_type_is_refused(head):
    """Nothing that a file names is opened, no entity is multiplied: it is refused in one line."""
    unit = '<trans-unit id="a"><source>x</source><target>&a;</target></trans-unit>'
    data = f'<?xml version="1.0"?>{head}<xliff><file>{unit}</file></xliff>'
    with pytest.raises(BadInput, match=r"x\.xlf:1: "):
        from_xliff(data.encode(), "en", "x.xlf")


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"<xliff", b"\xff\xfe\x00", b"<xliff>&nbsp;</xliff>", b"plain words"]
)
def test_what_is_no_xliff_is_refused(data):
    """Another file under the name of an XLIFF ends in one line with its name and the place."""
    with pytest.raises(BadInput, match=r"^x\.xlf:\d+: .*Ask for|^x\.xlf:\d+: .*ask the translator"):
        from_xliff(data, "en", "x.xlf")


def test_changed_placeholders_are_reported_and_refused(edition, tmp_path):
    """A translation that loses, renames or adds a {n}, or cannot be filled, is told by “--check”, and stops a
    conversion with file, line and entry."""
    shown = {
        "第{n}段": ("Paragraph", "Paragraph {0}", "Paragraph {m}", "Paragraph {n", "{n.real}"),
        "找到 # 节": ("found",),
    }
    for text, wrong in shown.items():
        for said in wrong:
            po = merge(new_po("en"), (Message(INTERFACE, text, (("a.j2", 7),)), Message(INTERFACE, "首页", ())))
            po[0].msgstr, po[1].msgstr = said, "{: .x } <b> {0}"
            (tmp_path / "en.po").write_text(po_text(po), encoding="utf-8")
            read = read_po(tmp_path / "en.po")
            assert [(place, text in address) for place, address, _ in check_po(read, rules_of("en"))] == [
                ("a.j2:7", True)
            ], said
            with pytest.raises(BadInput, match=rf"en\.po:\d+: the translation of “{text}”"):
                translated(edition, read, "en")
    po[0].msgstr = "# found"
    assert check_po(po, rules_of("en")) == []
    assert Words("{n:,} of {a}").format(n="12", a=3) == "12 of 3"
    assert Words("{n:,}").format(n=12345) == "12,345"


@pytest.mark.parametrize("ending", ["po", "xlf", "xliff"])
def test_export_and_import_give_the_same_file(edition, tmp_path, ending):
    """The project's own translation, exported and taken back into nothing, is the same translation again."""
    here, target, there = settings.CURATED / "locales" / "en.po", tmp_path / f"out.{ending}", tmp_path / "new.po"
    pipeline.export_translations(edition, here, "en", target)
    pipeline.update_translations(edition, there, "en", pipeline.read_translated(target, "en"))
    assert translations(read_po(there)) == translations(pipeline.translations_of(edition, here, "en"))


def test_the_file_is_up_to_date(edition):
    """Every text of the plans and templates has its entry in the committed PO: “translate --update” would change no
    text."""
    path = settings.CURATED / "locales" / "en.po"
    said = {(e.msgctxt, e.msgid) for e in read_po(path) if not e.obsolete}
    assert said == {(e.msgctxt, e.msgid) for e in pipeline.translations_of(edition, path, "en") if not e.obsolete}
