"""What one plan says of an aspect and another does not, for pages, print and data alike."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.edition import Edition, Plan
from ...model.subjects import AspectSaid
from ...model.translation import _

WAYS = {"figure": _("写明数字"), "words": _("只提到"), "not-found": _("未找到")}


@dataclass(frozen=True)
class Gap:
    """What `plan` has and `other` does not seem to have, with figures first within a topic."""

    plan: Plan
    other: Plan
    rows: tuple[AspectSaid, ...]

    @property
    def anchor(self) -> str:
        return f"{self.plan.card.id}-{self.other.card.id}"


def aspect_gaps(edition: Edition) -> list[Gap]:
    """Both ways of every pair of plans that is compared."""
    plans = {plan.card.id: plan for plan in edition.plans}
    ways = {(said.plan, said.topic, said.number): said.way for said in edition.aspects}
    return [
        Gap(
            plans[here],
            plans[there],
            tuple(
                said
                for said in edition.aspects
                if said.plan == here and said.way != "not-found" and ways[there, said.topic, said.number] == "not-found"
            ),
        )
        for pair in edition.partners
        for here, there in (pair, pair[::-1])
        if edition.aspects
    ]
