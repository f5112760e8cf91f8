"""Loads content/curated/findings.yml: what people decided of findings, and looks whether each of them is still
there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from ..model.findings import STATES, FindingRuling
from ..model.problems import Problem
from ..model.refusals import Refusal, meant
from .keys import Once, check_date, check_keys, check_one_of, check_words, load_entries

KEYS = ("id", "plan", "state", "reason", "date", "who")
NEEDED = ("id", "plan", "state", "reason")
ID = re.compile(r"[0-9a-f]{10}")
NEAR = 0.8


def load_finding_rulings(path: Path) -> tuple[FindingRuling, ...]:
    """A missing file means that nothing was decided."""
    seen = Once(path)
    return tuple(load_ruling(path, entry, line, seen) for line, entry in load_entries(path))


def load_ruling(path: Path, entry: Any, line: int, seen: Once) -> FindingRuling:
    check_keys(path, entry, KEYS, NEEDED, line)
    check_one_of(path, entry, "state", STATES)
    check_words(path, entry, ("who",), 80)
    if not ID.fullmatch(str(entry["id"])):
        raise BadInput("finding-id", entry["id"], place=f"{path}:{entry.lines['id']}")
    if entry.get("date") is not None:
        check_date(path, entry, "date")
    seen.see((entry["plan"], entry["id"]), line, str(entry["id"]))
    state = next(known for known in STATES if known == entry["state"])
    who, plan, date = (str(entry.get(key) or "") for key in ("who", "plan", "date"))
    return FindingRuling(str(entry["id"]), plan, state, str(entry["reason"]), date, who, f"{path}:{line}")


def check_findings(rulings: Iterable[FindingRuling], found: Mapping[str, Collection[str]]) -> list[Problem]:
    """Notes on decisions whose finding is no longer there; `found`: the ids of every plan.

    What was mended is gone, as it should be. Raises BadInput with every id that is one slip of the pen away from a
    finding.
    """
    refused: list[Refusal] = []
    notes: list[Problem] = []
    decided = {ruling.id for ruling in rulings}
    for ruling in rulings:
        ids = found.get(ruling.plan)
        if ids is None or ruling.id in ids:
            continue
        nearest = meant(ruling.id, [known for known in ids if known not in decided], NEAR)
        if nearest.word:
            refused.append(Refusal("finding-unknown", (ruling.id, nearest, ruling.plan), ruling.place))
        elif ruling.state != "mended":
            file, _, line = ruling.place.rpartition(":")
            notes.append(Problem("note", "finding-gone", int(line), (ruling.id,), file))
    if refused:
        raise BadInput.together(dict.fromkeys(refused))
    return notes
