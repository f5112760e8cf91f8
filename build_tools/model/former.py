"""An earlier edition of a plan, and what became of each of its texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["same", "edited", "moved", "split", "merged", "removed", "new"]


@dataclass(frozen=True, slots=True)
class FormerEdition:
    """What edition.yml says: `folder` below editions/ of the plan; `file` in it, `reader` its format where that is not
    recognised."""

    folder: str
    name: str
    date: str
    file: str
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """A text of the edition `edition` at the address `source`, and where it stands in the next one (`target`).

    `kind`: same; edited — other words; moved — the same words among other neighbours; split, merged — over several
    rows; removed (no target); new (no source). `before`, `after`: the texts, where they differ.
    """

    edition: str
    source: str
    target: str
    kind: Kind
    before: str = ""
    after: str = ""
