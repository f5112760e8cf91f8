"""A translated text keeps the place of its original, and says that its own signs have none."""

from __future__ import annotations

import pytest

from build_tools.model.edition import Edition
from build_tools.model.text import Text, Translated


def test_nothing_is_cut_out_of_a_translation() -> None:
    """The signs of “Hello world” did not come from places 5 and 6: a part of it would claim a place that it has not."""
    said = Translated("Hello world", (5, 6))
    for cut in (lambda: said[3:5], lambda: said + Text.at("!", 0), lambda: said.without([(0, 2)])):
        with pytest.raises(TypeError, match="no places of their own"):
            cut()
    assert Text.at("一二三", 5)[1:] == Text("二三", (6, 7))


def test_every_text_keeps_its_promise(edition: Edition, english: Edition) -> None:
    """One source offset a sign, in every text of both editions that does not say that it is a translation."""
    translated = 0
    for one in (edition, english):
        for plan in one.plans:
            texts = [unit.title for unit in plan.units] + [block.text for block in plan.blocks]
            texts += [cell.text for block in plan.blocks for row in block.rows for cell in row]
            for text in texts:
                if isinstance(text, Translated):
                    translated += 1
                else:
                    assert len(text.offsets) == len(text.string), text.string
    assert translated > 800
