"""Nothing is lost: the ledger and the plan together hold every source character exactly once."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from ledger import characters_not_kept_once

from build_tools.model.edition import Plan
from build_tools.writers.pages.record import REASONS


def test_every_character_once(plan: Plan) -> None:
    """Every source character is in exactly one heading or block, or removed exactly once."""
    assert characters_not_kept_once(plan) == {}


def test_kept_characters_are_the_source_s_own(plan: Plan) -> None:
    """What the reader sees is, character by character, what stands at its place in the source, save where an editor
    mended it."""
    mended = {position for change in plan.changes + plan.folded for position in range(change.start, change.end)}
    for block in plan.blocks:
        for text in (block.marker, block.text, *(cell.text for row in block.rows for cell in row)):
            for sign, offset in zip(text.string, text.offsets, strict=True):
                assert offset in mended or plan.source[offset] == sign, (block.address, offset)
            assert list(text.offsets) == sorted(text.offsets), block.address


def test_document_order_is_source_order(plan: Plan) -> None:
    """Headings and blocks follow each other as in the source."""
    starts = [text.offsets[0] for block in plan.blocks for text in (block.text,) if text.offsets]
    assert starts == sorted(starts)


def test_published_ledger_agrees(plan: Plan, content: Path) -> None:
    """ledger.json says the same: the ranges, the corrections with the words they replace, and the sums."""
    ledger = json.loads((content / "data/plans" / plan.card.id / "ledger.json").read_text(encoding="utf-8"))
    assert ledger["characters"] == len(plan.source)
    assert [(e["start"], e["end"], e["reason"]) for e in ledger["removed"]] == [
        (e.start, e.end, e.reason) for e in plan.removed
    ]
    assert [(e["start"], e["end"], e["after"]) for e in ledger["changed"]] == [
        (c.start, c.end, c.after) for c in sorted(plan.changes + plan.folded, key=lambda change: change.start)
    ]
    assert all(plan.source[e["start"] : e["end"]] == e["before"] for e in ledger["changed"])
    totals: Counter = Counter()
    for entry in ledger["removed"]:
        totals[entry["reason"]] += entry["end"] - entry["start"]
    assert ledger["totals"] == dict(totals)


def test_every_reason_has_a_chinese_name(plan: Plan) -> None:
    """The record page names every reason in Chinese; none shows as an internal code."""
    assert {entry.reason for entry in plan.removed} <= set(REASONS)


def test_removed_characters_carry_no_words(plan: Plan) -> None:
    """Apart from cover, contents, running heads and page numbers, nothing with a Chinese sign in it is taken out."""
    with_words = {
        "cover",
        "contents",
        "running-head",
        "page-number",
        "web-furniture",
        "bookmark",
        "field-code",
        "html-tag",
        "comment",
        "image",
    }
    for entry in plan.removed:
        if entry.reason not in with_words:
            assert not any("\u4e00" <= sign <= "\u9fff" for sign in plan.source[entry.start : entry.end]), entry
