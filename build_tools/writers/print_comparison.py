"""The plans side by side in print: indicators that correspond, topics, and links between sections with their pages."""

from __future__ import annotations

from ..model.edition import Edition


def comparison_nodes(edition: Edition) -> list[dict]:
    return []
