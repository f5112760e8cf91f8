"""What people decided of a finding holds in the next edition, where its sentence was edited and still says so.

A finding is known by the words it quotes. Where these were not touched, the decision holds by itself; where they were,
the editions tell which text it is now.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ..model.findings import Finding

NOTE = "（沿用上一稿的判断 {id}）"


def carried(
    findings: Iterable[Finding], former: Iterable[Finding], now: Mapping[str, Collection[str]]
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """The findings, undecided ones with what was decided of the same finding in the former edition, and the ids of
    those. `now`: address → addresses of the text in this edition.

    What was said to be mended and is found again was not mended: it stays open.
    """
    found = list(findings)
    ids = {one.id for one in found}
    taken: list[str] = []
    for old in former:
        if old.state != "right-as-printed" or old.id in ids:
            continue
        same = [at for at, one in enumerate(found) if one.state == "open" and not one.reason and is_same(old, one, now)]
        if len(same) == 1:
            reason = old.reason + NOTE.format(id=old.id)
            found[same[0]] = replace(found[same[0]], state=old.state, reason=reason, date=old.date, who=old.who)
            taken.append(old.id)
    return tuple(found), tuple(taken)


def is_same(old: Finding, new: Finding, now: Mapping[str, Collection[str]]) -> bool:
    """The same is said, with the same figures and names, of the texts that these now are."""
    said = (old.code, old.check, old.values) == (new.code, new.check, new.values)
    places = [(old.address, new.address), (old.other_address, new.other_address)]
    return said and all(there in now.get(here, ()) if here else not there for here, there in places)
