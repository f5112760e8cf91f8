"""Why two sections are linked, for people: the words both use and the paragraph meant."""

from __future__ import annotations

from ..sections import Passage, Section
from .profiles import TITLES, Profile
from .wording import shared_wording, weight_of

MOST = 6  # shared words shown
MOST_WORDING = 3
FURTHER = 0.5  # of the best word's weight
CARRIES = 0.05  # of the likeness of two texts: wording that carries less is what every section says


def shared_words(one: Profile, other: Profile, passages: tuple[str, str]) -> tuple[str, ...]:
    """Topic words that both sections use, first what both use most and others do not; then longer wording that their
    headings or their two nearest passages share. Empty where nothing explains why they are near."""
    shared = {word: min(weight, other.words[word]) for word, weight in one.words.items() if word in other.words}
    words = sorted(shared, key=lambda word: (-shared[word], word))
    words = [word for word in words if shared[word] >= FURTHER * shared[words[0]]]
    wording = telling_wording(one, other, passages)[:MOST_WORDING]
    kept: list[str] = []
    for word in [*words[: MOST - MOST_WORDING], *wording, *words[MOST - MOST_WORDING :]]:
        if len(kept) < MOST and not any(word in k or k in word for k in kept):
            kept.append(word)
    return tuple(kept)


def telling_wording(one: Profile, other: Profile, passages: tuple[str, str]) -> list[str]:
    """What carries a good part of the likeness, the heaviest first: 教师队伍, not 充分发挥."""
    whole = sum(weight * other.text[pair] for pair, weight in one.text.items() if pair in other.text)
    found = dict.fromkeys(
        [
            *shared_wording(one.section.heading, other.section.heading),
            *shared_wording(text_of(one.section, passages[0]), text_of(other.section, passages[1])),
        ]
    )
    weights = {wording: weight_of(wording, one.text, other.text) for wording in found}
    return sorted((w for w in found if weights[w] > CARRIES * whole), key=lambda w: (-weights[w], w))


def text_of(section: Section, address: str) -> str:
    return next((passage.text for passage in section.passages if passage.address == address), "")


def paragraph_meant(source: Profile, target: Profile, nearest: str) -> Passage | None:
    """The passage of the target nearest to the source; else the one with most of the shared topic words."""
    passages = [passage for passage in target.section.passages if passage.kind not in TITLES]
    found = next((passage for passage in passages if passage.address == nearest), None)
    if found:
        return found
    shared = sorted(word for word in source.words if word in target.words)
    return max(passages, key=lambda p: sum(p.text.count(word) * source.words[word] for word in shared), default=None)
