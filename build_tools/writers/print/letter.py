"""The letter with which a plan was issued, for the official layout."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ...model.edition import Plan


def letter_data(plan: Plan) -> dict[str, Any] | None:
    """As the card tells it; where it names no attachment, the plan is the attachment. None for a plan without one."""
    letter = plan.card.letter
    if letter is None:
        return None
    return asdict(letter) | {"attachments": list(letter.attachments or (plan.card.title,)), "text": list(letter.text)}
