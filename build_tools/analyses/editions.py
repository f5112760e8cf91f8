"""Which text of an earlier edition is which of the next: by the same words, else by pairs of signs and by neighbours.

A text is a heading, a paragraph, an item, a box or a table. What has the same words is the same; of the rest the most
alike belong together, and those whose neighbours do; a text whose parts stand in several is split.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ..model.edition import Plan
from ..model.former import Kind, Moved

ALIKE = 0.45  # share of pairs of signs that two versions of one text have in common, at least
NEIGHBOUR = 0.1  # what a neighbour that belongs to its neighbour adds on each side
PART = 0.85  # share of a part's pairs that stand in the whole
LEAST = 8  # signs of a part

Text = tuple[str, str, str]  # address, kind, words
Pairs = dict[int, int]  # place in the earlier edition → place in the next


def moved(edition: str, old: Plan, new: Plan) -> tuple[Moved, ...]:
    """A row a text of either, in the order of the earlier edition; what is new comes last."""
    before, after = texts_of(old), texts_of(new)
    pairs = same_words(before, after)
    same = set(pairs.items())
    grams = [bigrams(words) for _, _, words in before], [bigrams(words) for _, _, words in after]
    pairs |= most_alike(before, after, pairs, *grams)
    parts = split_into(before, after, pairs, *grams)
    wholes = {
        source: target
        for target, sources in split_into(after, before, flipped(pairs), *grams[::-1]).items()
        for source in sources
    }
    out_of_order = misplaced(pairs)
    rows: list[Moved] = []

    def row(source: int | None, target: int | None, kind: Kind) -> None:
        here = before[source] if source is not None else ("", "", "")
        there = after[target] if target is not None else ("", "", "")
        texts = (here[2], there[2]) if here[2] != there[2] else ("", "")
        rows.append(Moved(edition, here[0], there[0], kind, *texts))

    for at in range(len(before)):
        if at in parts:
            for target in parts[at]:
                row(at, target, "split")
        elif at in wholes:
            row(at, wholes[at], "merged")
        elif at in pairs:
            kept: Kind = "moved" if at in out_of_order else "same"
            row(at, pairs[at], kept if (at, pairs[at]) in same else "edited")
        else:
            row(at, None, "removed")
    used = {*pairs.values(), *(target for targets in parts.values() for target in targets), *wholes.values()}
    for target in range(len(after)):
        if target not in used:
            row(None, target, "new")
    return tuple(rows)


def texts_of(plan: Plan) -> list[Text]:
    """Headings and blocks in the order of the text, without blanks."""
    units = [(unit.line, 0, unit.address, unit.level, unit.number.string + unit.title.string) for unit in plan.units]
    blocks = [
        (block.lines[0], number, block.address, block.kind, words)
        for number, block in enumerate(plan.blocks, 1)
        if (words := block.text.string or "\n".join(cell.text.string for row in block.rows for cell in row))
    ]
    return [(address, kind, re.sub(r"\s", "", words)) for _, _, address, kind, words in sorted([*units, *blocks])]


def bigrams(words: str) -> Counter[str]:
    return Counter(words[at : at + 2] for at in range(len(words) - 1))


def flipped(pairs: Pairs) -> Pairs:
    return {target: source for source, target in pairs.items()}


def same_words(before: Sequence[Text], after: Sequence[Text]) -> Pairs:
    """What stands several times is taken in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, (_, _, words) in enumerate(after):
        places[words].append(at)
    found: Pairs = {}
    for at, (_, _, words) in enumerate(before):
        if places.get(words):
            found[at] = places[words].pop(0)
    return found


def most_alike(
    before: Sequence[Text], after: Sequence[Text], pairs: Pairs, old: list[Counter[str]], new: list[Counter[str]]
) -> Pairs:
    """Of the texts without a counterpart those that are most alike, each once; a heading is no paragraph."""
    free = [at for at in range(len(after)) if at not in set(pairs.values())]
    places: dict[str, list[int]] = defaultdict(list)
    for at in free:
        for gram in new[at]:
            places[gram].append(at)
    found: list[tuple[float, int, int]] = []
    for at in (at for at in range(len(before)) if at not in pairs):
        shared = Counter(place for gram in old[at] for place in places.get(gram, ()))
        for place, count in shared.items():
            likeness = 2 * count / (len(old[at]) + len(new[place]))
            beside = (pairs.get(at - 1) == place - 1) + (pairs.get(at + 1) == place + 1)
            if likeness >= ALIKE - NEIGHBOUR * beside and same_kind(before[at][1], after[place][1]):
                found.append((likeness + NEIGHBOUR * beside, -at, place))
    taken: Pairs = {}
    used: set[int] = set()
    for _, at, place in sorted(found, reverse=True):
        if -at not in taken and place not in used:
            taken[-at] = place
            used.add(place)
    return taken


def same_kind(one: str, other: str) -> bool:
    """A heading and a heading, a table and a table, a text and a text."""
    sorts = [next((sort for sort in ("table", "box_") if kind.startswith(sort)), kind) for kind in (one, other)]
    of_text = {"paragraph", "item", "note", "caption", "box_"}
    return sorts[0] == sorts[1] or set(sorts) <= of_text


def split_into(
    before: Sequence[Text], after: Sequence[Text], pairs: Pairs, old: list[Counter[str]], new: list[Counter[str]]
) -> dict[int, list[int]]:
    """Texts whose parts stand in two or more that follow each other, of which at most one was found to be its other
    version."""
    used = set(pairs.values())
    found: dict[int, list[int]] = {}
    for at, (_, kind, words) in enumerate(before):
        first = pairs.get(at)
        if len(words) < 2 * LEAST or (first is not None and after[first][2] == words):
            continue
        near = range(len(after)) if first is None else range(max(0, first - 3), min(len(after), first + 4))
        parts = [
            place
            for place in near
            if (place == first or place not in used)
            and len(after[place][2]) >= LEAST
            and same_kind(kind, after[place][1])
            and is_part(new[place], old[at])
        ]
        if len(parts) > 1 and parts[-1] - parts[0] == len(parts) - 1:
            found[at] = parts
    return found


def is_part(part: Counter[str], whole: Counter[str]) -> bool:
    return sum((part & whole).values()) >= PART * part.total()


def misplaced(pairs: Pairs) -> set[int]:
    """Texts that are not in the longest run of texts whose order stayed."""
    sources = sorted(pairs)
    ends: list[int] = []  # the target at which the best run of each length ends
    runs: list[int] = []
    for source in sources:
        length = bisect_left(ends, pairs[source])
        ends[length : length + 1] = [pairs[source]]
        runs.append(length)
    return set(sources) - set(longest(sources, runs))


def longest(sources: Sequence[int], runs: Sequence[int]) -> Iterator[int]:
    wanted = max(runs, default=-1)
    for source, length in zip(reversed(sources), reversed(runs), strict=True):
        if length == wanted:
            yield source
            wanted -= 1
