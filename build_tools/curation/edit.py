"""Writes people's decisions into their YAML files, and takes them out again: text → text, nothing is written to disk
here.

ruamel.yaml says where everything stands and how a value is written; what a decision adds is then put in at that place,
so that every other byte — comments, quotes, order, line ends — stays as people wrote it. (ruamel's own round trip keeps
comments, but sets lines anew that nobody asked to change.) What was put in carries a mark with the id of what it
settles:

    # accepted 1a2b3c4d5e: +numbering_as_printed [340]: 印发本如此     above the key of a card; “+”: the key was not there
    before # accepted 1a2b3c4d5e                                             above an entry of corrections.yml,
    findings.yml or links.yml
    name: 某县  # checked(1a2b3c4d5e “封面如此”)                         where “guessed” stood

and is taken out by that mark alone, so that adding and taking out leaves the file as it was.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from .card_text import GUESSED
from .yaml_places import (
    append_lines,
    behind_line,
    block_of,
    changed,
    composed,
    flow_of,
    flow_pair,
    is_mapping,
    is_null,
    is_sequence,
    last_sign,
    line_end,
    line_of,
    line_start,
    lines_around,
    newline,
    pair_of,
    value_of,
    without,
)

ID = r"[0-9a-f]{10}"
LIST_MARK = re.compile(
    rf"^ *# accepted (?P<id>{ID}): (?P<path>[+a-z_.]+) (?P<values>\[[\d, ]*\]): (?P<reason>.*?)\r?$", re.MULTILINE
)
ENTRY_MARK = re.compile(rf"^ *# accepted (?P<id>{ID})\r?$", re.MULTILINE)
CHECKED = re.compile(rf"checked\((?P<id>{ID})(?: was (?P<was>.*))? “[^”]*”\)")


class ByHand(Exception):
    """The file is laid out in a way that only a person can change well. `line`: where."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class ListMark:
    """Numbers put into a list of a card. `path`: keys down to the list; `made`: how many of them, from the last one up,
    were not there."""

    id: str
    path: tuple[str, ...]
    values: tuple[int, ...]
    reason: str
    made: tuple[str, ...] = ()

    def __str__(self) -> str:
        parts = [("+" if ".".join(self.path[: at + 1]) in self.made else "") + key for at, key in enumerate(self.path)]
        return f"# accepted {self.id}: {'.'.join(parts)} {json.dumps(list(self.values))}: {on_one_line(self.reason)}"


def read_mark(match: re.Match[str]) -> ListMark:
    parts = match["path"].split(".")
    path = tuple(part.lstrip("+") for part in parts)
    made = tuple(".".join(path[: at + 1]) for at, part in enumerate(parts) if part.startswith("+"))
    return ListMark(match["id"], path, tuple(json.loads(match["values"])), match["reason"], made)


def on_one_line(words: str) -> str:
    """A reason fits into a comment: no line ends, no control signs, and no sign that the mark itself uses."""
    plain = "".join(sign if sign.isprintable() else " " for sign in words)
    return " ".join(plain.replace("“", "'").replace("”", "'").split())


# ---------------------------------------------------------------- numbers in the lists of a card


def add_numbers(text: str, path: Sequence[str], values: Sequence[int], identity: str, reason: str) -> str:
    """numbering_as_printed: [12] → numbering_as_printed: [12, 340], with a mark above. Raises ByHand."""
    mark = ListMark(identity, tuple(path), tuple(values), reason)
    root = composed(text)
    if not is_mapping(root) or root.flow_style or not root.value:
        raise ByHand(1)
    indent = " " * root.start_mark.column
    top = pair_of(root, path[0])
    if top is None:
        mark = replace(mark, made=prefixes(path))
        return append_lines(text, [indent + str(mark), indent + in_flow(path, values)])
    node = top[1]
    changes: list[tuple[int, int, str]] = []
    if len(path) == 2:
        if not is_mapping(node) or not node.value:
            raise ByHand(line_of(top[0]))
        below = pair_of(node, path[1])
        if below is None:
            mark = replace(mark, made=(".".join(path),))
            changes.append(new_pair(text, node, in_flow(path[1:], values)))
            node = None
        else:
            node = below[1]
    if node is not None:
        if not is_sequence(node):
            raise ByHand(line_of(top[0]))
        changes.append(new_items(text, node, values))
    start = line_start(text, top[0].start_mark.index)
    changes.append((start, start, indent + str(mark) + newline(text)))
    return changed(text, changes)


def take_numbers(text: str, identity: str) -> str | None:
    """The card without what was put in under this id; None where no mark has it."""
    match = next((m for m in LIST_MARK.finditer(text) if m["id"] == identity), None)
    if match is None:
        return None
    mark = read_mark(match)
    root = composed(text)
    top = pair_of(root, mark.path[0])
    below = pair_of(top[1], mark.path[1]) if top and len(mark.path) == 2 and is_mapping(top[1]) else top
    if top is None or below is None or not is_sequence(below[1]):
        raise ByHand(text.count("\n", 0, match.start()) + 1)
    items = items_to_take(below[1], mark.values)
    cuts = [lines_around(text, match.start(), match.start())]
    gone: set[str] = set()
    whole = ".".join(mark.path)
    if len(items) < len(below[1].value) or whole not in mark.made:
        cuts += cuts_of_items(text, below[1], items)
    elif len(mark.path) == 2 and (len(top[1].value) > 1 or mark.path[0] not in mark.made):
        gone.add(whole)
        cuts.append(cut_of_pair(text, top[1], below))
    else:
        gone.update(mark.made)
        cuts.append(lines_around(text, top[0].start_mark.index, last_sign(text, top[1], top[0])))
    return handed_on(without(text, cuts), mark, set(mark.made) - gone)


def handed_on(text: str, mark: ListMark, left: set[str]) -> str:
    """What this mark made and others still use is theirs from now on: the last of them takes it away."""
    for made in sorted(left):
        heir = next(
            (
                m
                for m in LIST_MARK.finditer(text)
                if made in prefixes(read_mark(m).path) and made not in read_mark(m).made
            ),
            None,
        )
        if heir:
            other = read_mark(heir)
            words = heir.group().replace(heir.group().strip(), str(replace(other, made=(*other.made, made))))
            text = text[: heir.start()] + words + text[heir.end() :]
    return text


def items_to_take(node: Any, values: Sequence[int]) -> list[int]:
    """Places of the values in a list, each the last that is not taken yet."""
    taken: list[int] = []
    for value in reversed(values):
        places = [at for at, item in enumerate(node.value) if item.value == str(value) and at not in taken]
        taken += places[-1:]
    return sorted(taken)


def cuts_of_items(text: str, node: Any, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    items = node.value
    for at in places:
        start, end = items[at].start_mark.index, items[at].end_mark.index
        if not node.flow_style:
            yield lines_around(text, start, end)
        elif at > 0:
            yield items[at - 1].end_mark.index, end
        else:
            rest = [i for i in range(1, len(items)) if i not in places]
            yield start, items[rest[0]].start_mark.index if rest else end


def cut_of_pair(text: str, mapping: Any, pair: Any) -> tuple[int, int]:
    """A key that was put behind the last one goes, with the comma before it."""
    key, value = pair
    at = next(i for i, (other, _) in enumerate(mapping.value) if other is key)
    if not mapping.flow_style:
        return lines_around(text, key.start_mark.index, last_sign(text, value, key))
    if at > 0:
        return mapping.value[at - 1][1].end_mark.index, value.end_mark.index
    following = mapping.value[1][0].start_mark.index if len(mapping.value) > 1 else value.end_mark.index
    return key.start_mark.index, following


def new_items(text: str, node: Any, values: Sequence[int]) -> tuple[int, int, str]:
    if node.flow_style:
        if not node.value:
            return (at := node.start_mark.index + 1), at, ", ".join(map(str, values))
        at = node.value[-1].end_mark.index
        return at, at, "".join(f", {value}" for value in values)
    indent = " " * node.start_mark.column
    return behind_line(text, last_sign(text, node), [f"{indent}- {value}" for value in values])


def new_pair(text: str, mapping: Any, words: str) -> tuple[int, int, str]:
    key, value = mapping.value[-1]
    if mapping.flow_style:
        at = value.end_mark.index
        if is_null(value):
            raise ByHand(line_of(key))
        return at, at, f", {words}"
    return behind_line(text, last_sign(text, value, key), [" " * mapping.start_mark.column + words])


def prefixes(path: Sequence[str]) -> tuple[str, ...]:
    """(headings, text) → headings, headings.text"""
    return tuple(".".join(path[: at + 1]) for at in range(len(path)))


def in_flow(path: Sequence[str], values: Sequence[int]) -> str:
    """headings: {text: [340]}"""
    said = f"[{', '.join(map(str, values))}]"
    for at, key in enumerate(reversed(path)):
        said = f"{key}: {said}" if at == len(path) - 1 else f"{{{key}: {said}}}"
    return said


# ---------------------------------------------------------------- entries of a list of decisions


def add_entry(text: str, entry: Mapping[str, object], identity: str) -> str:
    """A file that is a list of entries, with one more at its end. Raises ByHand where it is a list in brackets, or no
    list."""
    root = composed(text)
    indent = ""
    if root is not None and not is_null(root):
        if not is_sequence(root) or root.flow_style:
            raise ByHand(line_of(root))
        indent = " " * root.start_mark.column
    elif root is not None and root.value:
        raise ByHand(line_of(root))
    return append_lines(text, [indent + line for line in (f"# accepted {identity}", *block_of(entry))])


def add_link(text: str, source: str, ruling: Mapping[str, object], identity: str) -> str:
    """links.yml with one more ruling below the section `source`. Raises ByHand where its entry stands in brackets."""
    root = composed(text)
    mark = f"# accepted {identity}"
    said = "- " + flow_of(ruling)
    entry = next((e for e in root.value if value_of(e, "from") == source), None) if is_sequence(root) else None
    if entry is None:
        head, column = f"- {flow_pair('from', source)}", root.start_mark.column if is_sequence(root) else 0
        if (is_sequence(root) and root.flow_style) or not (is_sequence(root) or root is None or is_null(root)):
            raise ByHand(line_of(root))
        return append_lines(text, [" " * column + line for line in (head, "  links:", f"  {mark}", f"  {said}")])
    if entry.flow_style:
        raise ByHand(line_of(entry))
    indent = " " * entry.start_mark.column
    links = pair_of(entry, "links")
    if links is None:
        key, value = pair_of(entry, "from") or entry.value[0]
        lines = [f"{indent}links:", f"{indent}{mark}", f"{indent}{said}"]
        return changed(text, [behind_line(text, last_sign(text, value, key), lines)])
    if not is_sequence(links[1]) or links[1].flow_style:
        raise ByHand(line_of(links[0]))
    column = " " * links[1].start_mark.column
    return changed(text, [behind_line(text, last_sign(text, links[1]), [column + mark, column + said])])


def take_entry(text: str, identity: str) -> str | None:
    """The file without the entry below this mark, and without what was made around it; None where no mark has the
    id."""
    match = next((m for m in ENTRY_MARK.finditer(text) if m["id"] == identity), None)
    if match is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    holders = [(holder, item) for holder, item in entries_in(composed(text)) if line_of(item) == line + 1]
    if not holders:
        raise ByHand(line)
    above, item = holders[0]
    start, end = match.start(), last_sign(text, item)
    for node in above:  # the list is empty now: its key goes, and the entry that held nothing else
        if len(node.value) > 1 or line_of(node.key) != text.count("\n", 0, line_start(text, start)):
            break
        start = node.key.start_mark.index
    return without(text, [lines_around(text, start, end)])


@dataclass(frozen=True)
class Above:
    """What holds an entry: the values in it, and the key (or first key) that would be left alone without them."""

    value: Sequence[Any]
    key: Any


def entries_in(root: Any) -> Iterator[tuple[list[Above], Any]]:
    """Every entry, and every ruling below `links`, with what holds it, the innermost first."""
    for entry in root.value if is_sequence(root) else ():
        yield [], entry
        links = pair_of(entry, "links") if is_mapping(entry) else None
        if links and is_sequence(links[1]):
            others = [pair for pair in entry.value if pair[0] is not links[0]]
            for ruling in links[1].value:
                yield [Above(links[1].value, links[0]), Above(others, others[0][0] if others else links[0])], ruling


# ---------------------------------------------------------------- guesses


def confirm(text: str, key: str, identity: str, reason: str, value: str | None = None) -> str:
    """name: 某县 # guessed → name: 某县 # checked(…); with `value`, that value stands there and the mark keeps the former
    one."""
    root = composed(text)
    pair = pair_of(root, key) if is_mapping(root) and not root.flow_style else None
    if pair is None:
        raise ByHand(1)
    start, end = pair[1].start_mark.index, pair[1].end_mark.index
    stop = line_end(text, end)
    found = re.compile(rf"(?<=#)(\s*){GUESSED}").search(text, end, stop)
    if found is None or "\n" in text[start:end]:
        raise ByHand(line_of(pair[0]))
    was = f" was {text[start:end]}" if value is not None else ""
    said = f"checked({identity}{was} “{on_one_line(reason).replace('#', '＃')}”)"
    changes = [(found.end() - len(GUESSED), found.end(), said)]
    if value is not None:
        changes.append((start, end, value))
    return changed(text, changes)


def unconfirm(text: str, identity: str) -> str | None:
    """Every mark of this id reads “guessed” again, with the value it had; None where there is none."""
    matches = [match for match in CHECKED.finditer(text) if match["id"] == identity]
    changes: list[tuple[int, int, str]] = []
    root = composed(text) if matches else None
    for match in matches:
        changes.append((match.start(), match.end(), GUESSED))
        if match["was"] is not None:
            line = text.count("\n", 0, match.start()) + 1
            value = next((v for _, v in root.value if line_of(v) == line), None) if root else None
            if value is None:
                raise ByHand(line)
            changes.append((value.start_mark.index, value.end_mark.index, match["was"]))
    return changed(text, changes) if matches else None
