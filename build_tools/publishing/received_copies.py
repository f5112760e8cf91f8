"""The file as received, to be published with a plan whose card says `publish_source: true`.

A PDF, a page, a text is published as it is, byte by byte; of a Word or Excel file a copy without comments, deletions,
hidden text, macros and the names of those who wrote it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..model.edition import Plan
from .office_zip import same_bytes

ZIP = b"PK\x03\x04"


def copies_of(plans: Sequence[Plan], cleaned: Callable[[bytes, str], bytes]) -> dict[str, bytes]:
    """data/plans/some/received.pdf and its bytes, of every plan whose card says so; of several files received-2.xlsx,
    too. `cleaned`: what may be published of a file, with its name."""
    return {
        f"data/{path}": one_day(cleaned(place.read_bytes(), place.name))
        for plan in plans
        if plan.card.publish_source
        for path, place in zip(plan.card.published_files, received(plan), strict=True)
    }


def checksums(copies: Mapping[str, bytes]) -> list[str]:
    """What the data, which tell size and checksum of these files, depend on."""
    return [f"{path} {hashlib.sha256(data).hexdigest()}" for path, data in copies.items()]


def received(plan: Plan) -> list[Path]:
    """The card was checked: all of them lie in its folder."""
    folder = Path(plan.file).parent
    first = Path(plan.file)
    return [folder / name for name in plan.card.files] or [first]


def one_day(data: bytes) -> bytes:
    """A package that was written anew gives the same bytes on any day."""
    return same_bytes(data) if data.startswith(ZIP) else data
