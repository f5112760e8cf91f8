"""Decisions written into people's YAML, and taken out of it: every other byte stays as people wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.curation import edit
from build_tools.curation.yaml_files import load_yaml

FIRST, SECOND = "1a2b3c4d5e", "0f0f0f0f0f"
CARD = """# What people know.
name: "某县"   # as on the cover
period: [2026, 2030]  # guessed, perhaps 2025
headings: {chapter: [12, 2026年 重点工作], text: [ 340 , ] } # looked at
numbering_as_printed:  # by hand
- 12
-  40  # this one, too

status: draft # guessed

# the end
"""
LINKS = """# Links.
- from: a/01  # the heading
  links:
  - {accept: b/01, as: same, reason: "x"}  # why
- from: a/02

  none:
  - {plan: b, reason: y}
"""
PATHS = [("numbering_as_printed",), ("headings", "text"), ("headings", "chapter"), ("headings", "section")]

comments = st.sampled_from(["", "", "# eine Notiz", "# 说明：见 [1]", "#", "   ", "# name: x"])
words = st.sampled_from(
    ["某县", '"a: b"', "'it''s'", "2026-02-30", "[1, 2]", ">-\n  折行\n  文字", "|\n  两行\n  文字", "{a: 1}"]
)
lists = st.sampled_from(["[]", "[12]", "[ 12, 40 ]", "[12,\n  40]", "\n- 12\n- 40  # x", "\n  - 12\n  # y\n  - 40"])
rulings = st.sampled_from(
    [
        "{}",
        "{text: [1]}",
        "{chapter: [1], text: [2, 3] }",
        "\n  text: [1]",
        "\n    chapter:\n    - 1\n    - 二\n    text: [4]  # x",
    ]
)


@st.composite
def cards(draw: st.DrawFn) -> str:
    """A card as people may lay it out: any order, comments anywhere, any form of list, with or without a last line
    end."""
    pairs = [f"{key}: {draw(words)}" for key in draw(st.lists(st.sampled_from("abcde"), min_size=1, unique=True))]
    if draw(st.booleans()):
        pairs.append(f"numbering_as_printed: {draw(lists)}")
    if draw(st.booleans()):
        pairs.append(f"headings: {draw(rulings)}")
    lines = []
    for pair in draw(st.permutations(pairs)):
        lines += [comment for comment in [draw(comments)] if comment]
        lines += [pair + (f"  {draw(comments)}" if "\n" not in pair and "#" not in pair else "")]
    text = "\n".join([*lines, *(c for c in [draw(comments)] if c)]) + draw(
        st.sampled_from(["", "\n", "\n\n", "\n...\n"])
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@settings(max_examples=40)
@given(
    text=cards(), path=st.sampled_from(PATHS), lines=st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True)
)
def test_numbers_put_in_and_taken_out(text: str, path: tuple[str, ...], lines: list[int]) -> None:
    """Whatever the card looks like, what is taken out leaves it byte for byte as it was; a second decision in between
    changes nothing."""
    try:
        once = edit.add_numbers(text, path, lines, FIRST, "核对：“印发本”如此 # 1")
    except edit.ByHand:
        return
    assert edit.take_numbers(once, FIRST) == text
    twice = edit.add_numbers(once, path, [101], SECOND, "x")
    assert edit.take_numbers(edit.take_numbers(twice, SECOND) or "", FIRST) == text
    if ": []" not in text and "{}" not in text:
        assert edit.take_numbers(edit.take_numbers(twice, FIRST) or "", SECOND) == text


@settings(max_examples=40)
@given(
    text=cards(), path=st.sampled_from(PATHS), lines=st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True)
)
def test_nothing_else_is_said_than_before(
    tmp_path_factory: pytest.TempPathFactory, text: str, path: tuple[str, ...], lines: list[int]
) -> None:
    """The card says the same as before, and at the end of that list the new numbers."""
    file = tmp_path_factory.mktemp("card") / "plan.yml"
    if text.startswith("...") or "|" in text.rstrip("\r\n").splitlines()[-1]:
        return
    file.write_bytes(text.encode("utf-8"))
    before = load_yaml(file)
    try:
        file.write_bytes(edit.add_numbers(text, path, lines, FIRST, "x").encode("utf-8"))
    except edit.ByHand:
        return
    after = load_yaml(file)
    expected = dict(before)
    if len(path) == 1:
        expected[path[0]] = [*(before.get(path[0]) or []), *lines]
    else:
        said = before.get(path[0]) or {}
        expected[path[0]] = {**said, path[1]: [*said.get(path[1], []), *lines]}
    last = list(before)[-1]
    if isinstance(before[last], str) and not text.endswith(("\n", "\r")):
        expected[last] = after[last]  # words in a block end with the line end that the last line lacked
    assert after == expected


@pytest.mark.parametrize("path", PATHS)
def test_comments_order_and_quotes_stay(path: tuple[str, ...]) -> None:
    """Only the line of the list changes, or one line is new; the mark stands above."""
    after = edit.add_numbers(CARD, path, [7], FIRST, "印发本如此").splitlines()
    assert len([line for line in after if line not in CARD.splitlines()]) <= 2
    assert [line for line in after if line.startswith(f"# accepted {FIRST}: ")]


def test_a_value_that_was_guessed(tmp_path: Path) -> None:
    """Confirmed, or mended: the mark “guessed” goes, and comes back with the former value."""
    kept = edit.confirm(CARD, "status", FIRST, "封面 # 如此")
    assert f"status: draft # checked({FIRST} “封面 ＃ 如此”)\n" in kept
    mended = edit.confirm(kept, "period", FIRST, "x", "[2021, 2025]")
    assert f"period: [2021, 2025]  # checked({FIRST} was [2026, 2030] “x”), perhaps 2025\n" in mended
    assert edit.unconfirm(mended, FIRST) == CARD
    assert edit.unconfirm(CARD, FIRST) is None


@pytest.mark.parametrize("section", ["a/01", "a/02", "a/03"])
def test_a_link_is_ruled_where_its_section_stands(section: str) -> None:
    """Under the entry of its section, or in a new one; taking out the first of two leaves the second."""
    once = edit.add_link(LINKS, section, {"reject": "b/02", "reason": "只是同名, 不同事"}, FIRST)
    assert "  - {reject: b/02, reason: '只是同名, 不同事'}\n" in once
    assert edit.take_entry(once, FIRST) == LINKS
    twice = edit.add_link(once, section, {"reject": "b/03", "reason": "x"}, SECOND)
    assert edit.take_entry(edit.take_entry(twice, FIRST) or "", SECOND) == LINKS


entries = st.sampled_from(
    [
        "",
        "# only a comment\n",
        "# no end",
        "- {id: x}\n",
        "- id: x\n  reason: |\n    words\n\n# end\n",
        "  - id: x\n",
        "---\n- id: x\n...\n",
    ]
)


@given(text=entries, reason=st.text(min_size=1, max_size=40))
def test_an_entry_put_in_and_taken_out(text: str, reason: str) -> None:
    """Of any file that is a list of entries, or only comments; whatever signs the reason has."""
    if not edit.on_one_line(reason):
        return
    once = edit.add_entry(text, {"id": FIRST, "plan": "p", "reason": edit.on_one_line(reason)}, FIRST)
    assert edit.take_entry(once, FIRST) == text


@pytest.mark.parametrize("text", ["{name: x}", "- a\n", "", "headings: 12\n", "headings: text\n"])
def test_what_only_a_person_can_change(text: str) -> None:
    """A card in brackets, or with something else where the list should be, is not touched."""
    with pytest.raises(edit.ByHand):
        edit.add_numbers(text, ("headings", "text"), [1], FIRST, "x")
