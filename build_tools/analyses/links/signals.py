"""How near two sections are: six signals, each from 0 to 1, and what they add up to.

The weights are round numbers from the middle of a plateau, measured from either plan on the editors' links and on a
second reading.
"""

from __future__ import annotations

from typing import NamedTuple

from .profiles import Profile
from .words import likeness

TOPIC_POWER = 0.7
OTHER_FRAME = 0.6  # a section that looks back or sets targets answers one that acts only in part
SAME_FRAME = 0.06


class Signals(NamedTuple):
    """Likeness of the whole text, the headings, the lead sentences, the aspects of topics, the topics, and of the two
    nearest passages."""

    text: float
    heading: float
    leads: float
    aspects: float
    topics: float
    passage: float


WEIGHTS = Signals(text=1.0, heading=0.4, leads=0.3, aspects=0.2, topics=0.15, passage=0.3)
WHOLE = sum(WEIGHTS)
SHARES = Signals(*(weight / WHOLE for weight in WEIGHTS))
VECTORS = ("text", "heading", "leads", "aspects")  # signals that are plain cosines of vectors


def signals(one: Profile, other: Profile, passage: float) -> Signals:
    """Every signal by itself, for people; `passage`: likeness of the two nearest passages."""
    return Signals(
        text=likeness(one.text, other.text),
        heading=likeness(one.heading, other.heading),
        leads=likeness(one.leads, other.leads),
        aspects=likeness(one.aspects, other.aspects),
        topics=likeness(one.topics, other.topics) ** TOPIC_POWER,
        passage=passage,
    )


def framed(total: float, one: Profile, other: Profile) -> float:
    """The score: what looks back or sets the course is further from what acts than their words, and nearer to what has
    the same frame."""
    if bool(one.frame) != bool(other.frame):
        return total * OTHER_FRAME
    return total + SAME_FRAME if one.frame and one.frame == other.frame else total
