"""Exact recall: whatever stands in the text is found by it, and comes first."""

from __future__ import annotations

import random
import re
import unicodedata

import pytest

from build_tools.model.address import Address
from build_tools.model.edition import Edition

SAMPLE = 100
SAME = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "、": ",", "。": ".", "〇": "零"})
LENGTHS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 25)


def passages(edition: Edition) -> list[tuple[str, str]]:
    """(page#anchor, text) of every block that is running text."""
    return [
        (f"{Address(block.address).chapter}#{Address(block.address).anchor}", block.text.string)
        for plan in edition.plans
        for block in plan.blocks
        if block.text.string
    ]


def plain(text: str) -> str:
    """Sameness written down a second time, apart from the search: width, case, white space and kinds of quotes do not
    count."""
    return "".join(unicodedata.normalize("NFKC", text).lower().translate(SAME).split())


def substrings(texts: list[str], seed: int) -> list[str]:
    chance = random.Random(seed)
    out: list[str] = []
    while len(out) < SAMPLE:
        text, length = chance.choice(texts), chance.choice(LENGTHS)
        if len(text) >= length:
            start = chance.randrange(len(text) - length + 1)
            part = text[start : start + length]
            if part == part.strip() and re.search(r"\w", part) and "@" not in part:
                out.append(part)
    return out


@pytest.fixture(params=[("worker", "edition"), ("english_worker", "english")], ids=["Chinese", "English"])
def searched(request):
    """A worker, and the edition that it searches."""
    return [request.getfixturevalue(name) for name in request.param]


def test_every_paragraph_that_holds_a_substring_is_found_and_nothing_ranks_above(searched):
    """For 100 random substrings of the text, of any length, parts of words too; but a word that is explained is never
    taken for a part of others."""
    worker, edition = searched
    known = passages(edition)
    asked = [
        query
        for query in substrings([text for _, text in known], seed=20260)
        if edition.language == "zh" or not worker.call("q => places.words.has(plain(q))", query)
    ]
    assert len(asked) > 90
    folded = {place: plain(text) for place, text in known}
    for query, hits in zip(asked, worker.hits(asked), strict=False):
        first = [place for place, stage in hits if stage == 0]
        assert [stage for _, stage in hits] == sorted(stage for _, stage in hits), query
        assert {place for place, text in known if query in text} <= set(first), query
        assert [place for place in first if place in folded and plain(query) not in folded[place]] == [], query


def test_figures_and_latin_are_found_as_they_stand(worker):
    """Mixed digits, Latin and Chinese, as people type them."""
    for query in ("40亿斤", "5G", "2025年", "PM2.5", "660MW", "G303", "互联网+", "pm2.5", "５Ｇ", "660mw"):
        [hits] = worker.hits([query])
        assert hits, query
        assert hits[0][1] == 0, query
