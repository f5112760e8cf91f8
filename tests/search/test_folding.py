"""What the search takes for the same text."""

from __future__ import annotations

import random

import pytest


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Ｇ３０３", "g303"),
        ("４０亿斤", "40亿斤"),
        ("5G 网络", "5g网络"),
        ("　全角　空格　", "全角空格"),
        ("Work  Safety", "work safety"),
        ("１００ＭＷ", "100mw"),
        ("PM2．5", "pm2.5"),
        ("“一网通办”", '"一网通办"'),
        ("「一网通办」", '"一网通办"'),
        ("增长5％以上", "增长5%以上"),
        ("甲\t乙\n丙", "甲\n乙\n丙"),
    ],
)
def test_width_case_quotes_and_spaces_do_not_count(worker, typed, folded):
    """Ｇ３０３ is g303, and a space counts only between Latin words."""
    assert worker.call("fold", typed) == folded


def test_folding_with_places_is_the_same_folding(worker, edition):
    """Marks are set by places in the folded text, so both ways of folding must give one text, and a place for every
    sign of it."""
    texts = [block.text.string for plan in edition.plans for block in plan.blocks]
    noise = random.Random(5)
    texts += ["".join(noise.choice(" 　\t\nＡａ1２中“”。，㎡℃ﬁ") for _ in range(30)) for _ in range(200)]
    different = worker.call(
        """texts => texts.filter(text => {
            const { text: folded, at } = foldWithPlaces(text)
            return folded !== fold(text) || at.length !== folded.length
                || at.some((place, i) => place >= text.length || (i && place < at[i - 1]))
        })""",
        texts,
    )
    assert different == []
