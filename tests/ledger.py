"""The proof that nothing is lost: where every source character went."""

from __future__ import annotations

from collections import Counter

from build_tools.model.edition import Plan
from build_tools.model.outline import Outline
from build_tools.model.text import Change, Removed


def characters_not_kept_once(plan: Plan) -> dict[int, int]:
    """Positions that are in no heading or block and not removed (0), or in more than one place (2, 3 …); none in a
    sound plan."""
    return count_places(
        len(plan.source), Outline(plan.units, plan.blocks, ()), plan.removed, plan.changes + plan.folded
    )


def count_places(
    length: int, outline: Outline, removed: tuple[Removed, ...], changes: tuple[Change, ...] = ()
) -> dict[int, int]:
    places = Counter(kept(outline, changes))
    places.update(position for entry in removed for position in range(entry.start, entry.end))
    return {position: places[position] for position in set(range(length)) | set(places) if places[position] != 1}


def kept(outline: Outline, changes: tuple[Change, ...]) -> list[int]:
    """Source position of every character in a heading or block; a mended passage counts as the characters it
    replaces."""
    texts = [text for unit in outline.units for text in (unit.number, unit.title)]
    texts += [
        text
        for block in outline.blocks
        for text in (block.marker, block.text, *(cell.text for row in block.rows for cell in row))
    ]
    mended = {position for change in changes for position in range(change.start, change.end)}
    return [offset for text in texts for offset in text.offsets if offset not in mended] + sorted(mended)
