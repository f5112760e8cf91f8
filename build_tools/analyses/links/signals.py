"""How near two sections are: six signals, each from 0 to 1, and what they add up to.

The weights are round numbers from the middle of a plateau: chosen on half of the chapters of two plans, measured on the other half.
"""

from __future__ import annotations

from typing import NamedTuple

from .profiles import Profile
from .words import likeness

TOPIC_POWER = 0.7
OTHER_FRAME = 0.6  # a section that looks back or sets targets answers one that acts only in part
SAME_FRAME = 0.06


class Signals(NamedTuple):
    """Likeness of the whole text, the headings, the lead sentences, the topics, their aspects, and of the two nearest passages."""

    text: float
    heading: float
    leads: float
    topics: float
    aspects: float
    passage: float


NOTHING = Signals(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
WEIGHTS = Signals(text=1.0, heading=0.4, leads=0.3, topics=0.15, aspects=0.2, passage=0.3)
WHOLE = sum(WEIGHTS)


def signals(one: Profile, other: Profile, text: float, leads: float, passage: float) -> Signals:
    return Signals(
        text,
        likeness(one.heading, other.heading),
        leads,
        likeness(one.topics, other.topics) ** TOPIC_POWER,
        likeness(one.aspects, other.aspects),
        passage,
    )


def score(found: Signals, one: Profile, other: Profile) -> float:
    """The signals as one figure from 0 to 1; sections of different frames are further apart than their words."""
    total = sum([weight * value for weight, value in zip(WEIGHTS, found)]) / WHOLE
    if one.frame != other.frame:
        return total * OTHER_FRAME
    return total + SAME_FRAME if one.frame else total
