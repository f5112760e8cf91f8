"""The letter of a plan in its card: every part is read, and a slip is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.curation.letters import LETTER_KEYS
from build_tools.curation.plan_cards import load_card
from build_tools.model.edition import BadInput

CARD = """\
name: 某区
title: 某区规划
period: [2026, 2030]
status: adopted
file: plan.txt
revision: 第二稿
letter:
  mark: 某区人民政府文件
  number: 某政发〔2026〕1号
  title: 关于印发规划的通知
  to: 各乡镇人民政府
  text: [现印发给你们。, 请执行。]
  signed: 某区人民政府
  date: 2026年3月1日
  copies: 区委办公室
"""


def card(folder: Path, text: str) -> Path:
    (folder / "some").mkdir()
    (folder / "some/plan.yml").write_text(text, encoding="utf-8")
    return folder / "some"


def test_a_letter_is_read(tmp_path: Path) -> None:
    """Words are words, lists are paragraphs and attachments, what is left out is empty."""
    letter = load_card(card(tmp_path, CARD), ()).letter
    assert letter is not None
    assert (letter.number, letter.text, letter.attachments) == ("某政发〔2026〕1号", ("现印发给你们。", "请执行。"), ())
    assert (letter.copies, letter.secrecy) == ("区委办公室", "")
    assert set(LETTER_KEYS) == set(letter.__dataclass_fields__)


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("  to: 各乡镇人民政府\n", "", 8),
        ("  copies:", "  copy:", 15),
        ("[现印发给你们。, 请执行。]", "现印发给你们。", 12),
        ("  date: 2026年3月1日", "  date: [1]", 14),
    ],
)
def test_a_slip_in_a_letter_is_told(tmp_path: Path, before: str, after: str, line: int) -> None:
    """A part that is missing, misspelt or of another kind: one sentence with the line."""
    with pytest.raises(BadInput) as raised:
        load_card(card(tmp_path, CARD.replace(before, after)), ())
    assert f"plan.yml:{line}" in str(raised.value)
