"""Existing PO + today's messages → PO in today's order. No translation is ever dropped.

same address, same text      → kept as it is
same text, another address   → moved with its translation (a paragraph was put in before it)
same address, another text   → fuzzy, with the earlier text as previous msgid
no longer in any plan        → obsolete, at the end
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import polib

from ..model.translation import INTERFACE, Message
from .po import KEEP_NOTES, KEEP_STATE, new_po, without_review

Key = tuple[str, str]


def merge(old: polib.POFile, messages: Iterable[Message], language: str = "en") -> polib.POFile:
    """Every message once, in order, with what `old` knows of it."""
    messages = tuple(messages)
    pool = Pool(old, shared_contexts(messages))
    found = claim_all(messages, pool)
    po = new_po(language)
    po.header = old.header.strip() or po.header
    po.metadata |= {key: value for key, value in old.metadata.items() if value}
    po.extend(renewed(message, found.get(key(message))) for message in messages)
    po.extend(
        sorted(
            (retired(entry) for entry in pool.left() if not is_empty(entry)),
            key=lambda e: (e.msgctxt or "", e.msgid, e.msgstr),
        )
    )
    return po


class Pool:
    """The entries of a PO that no message has claimed yet; live ones are offered before obsolete ones, filled before
    empty ones."""

    def __init__(self, po: polib.POFile, shared: set[str]) -> None:
        self.shared = shared
        self.entries = sorted(po, key=lambda entry: (entry.obsolete, not entry.msgstr))
        self.taken: set[int] = set()
        self.by_both: dict[Key, list[polib.POEntry]] = {}
        self.by_text: dict[str, list[polib.POEntry]] = {}
        self.by_address: dict[str, list[polib.POEntry]] = {}
        for entry in self.entries:
            self.by_both.setdefault((entry.msgctxt, entry.msgid), []).append(entry)
            if entry.msgstr:
                self.by_text.setdefault(entry.msgid, []).append(entry)
                self.by_address.setdefault(entry.msgctxt, []).append(entry)

    def same(self, message: Message) -> polib.POEntry | None:
        return self.claim(self.by_both.get(key(message), []))

    def moved(self, message: Message) -> polib.POEntry | None:
        return self.claim(self.by_text.get(message.text, []))

    def reworded(self, message: Message) -> polib.POEntry | None:
        """Not for strings of the interface, names of projects and others that share one context: it is no address."""
        return None if message.context in self.shared else self.claim(self.by_address.get(message.context, []))

    def claim(self, offered: list[polib.POEntry]) -> polib.POEntry | None:
        entry = next((entry for entry in offered if id(entry) not in self.taken), None)
        if entry is not None:
            self.taken.add(id(entry))
        return entry

    def left(self) -> list[polib.POEntry]:
        return [entry for entry in self.entries if id(entry) not in self.taken]


def shared_contexts(messages: Iterable[Message]) -> set[str]:
    """Contexts of more than one text, such as “project”; that of the interface always."""
    counted = Counter(message.context for message in messages)
    return {INTERFACE, *(context for context, count in counted.items() if count > 1)}


def claim_all(messages: tuple[Message, ...], pool: Pool) -> dict[Key, polib.POEntry]:
    """Which entry serves which message: the surest reason first, for all messages, before the next is tried."""
    found: dict[Key, polib.POEntry] = {}
    for claim in (pool.same, pool.moved, pool.reworded):
        for message in messages:
            if key(message) not in found or is_empty(found[key(message)]):
                entry = claim(message)
                if entry is not None:
                    found[key(message)] = entry
    return found


def is_empty(entry: polib.POEntry) -> bool:
    return not (entry.msgstr or entry.tcomment)


def key(message: Message) -> Key:
    return message.context, message.text


def renewed(message: Message, entry: polib.POEntry | None) -> polib.POEntry:
    """The message as a PO entry, with what the old entry says of it."""
    fresh = polib.POEntry(
        msgctxt=message.context, msgid=message.text, occurrences=[(file, str(line)) for file, line in message.places]
    )
    if entry is None:
        return fresh
    fresh.msgstr, fresh.comment, fresh.tcomment = entry.msgstr, entry.comment, entry.tcomment
    fresh.flags = sorted(set(entry.flags))
    if entry.msgid == message.text:
        fresh.previous_msgid = entry.previous_msgid
    elif entry.previous_msgid == message.text:  # the text is back to what was translated
        unmark(fresh)
    else:
        fresh.previous_msgid = entry.previous_msgid or entry.msgid
        fresh.tcomment = without_review(fresh.tcomment)
        fresh.flags = sorted({*fresh.flags, "fuzzy"})
    return fresh


def unmark(entry: polib.POEntry) -> None:
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]


def retired(entry: polib.POEntry) -> polib.POEntry:
    """Obsolete: what it said stays, where it stood goes."""
    return polib.POEntry(
        msgctxt=entry.msgctxt,
        msgid=entry.msgid,
        msgstr=entry.msgstr,
        tcomment=entry.tcomment,
        flags=sorted(set(entry.flags)),
        previous_msgid=entry.previous_msgid,
        obsolete=True,
    )


def overlay(old: polib.POFile, new: polib.POFile) -> polib.POFile:
    """`old` with what came back from a translator: a translation in `new` replaces the one of the same address and
    text.

    An empty one replaces nothing. A changed translation loses the mark “reviewed” that stood at the earlier one.
    """
    back = {(entry.msgctxt, entry.msgid): entry for entry in new if entry.msgstr}
    both = polib.POFile(wrapwidth=0)
    both.header, both.metadata = old.header, dict(old.metadata)
    for entry in old:
        got = back.pop((entry.msgctxt, entry.msgid), None)
        both.append(entry if got is None else laid_over(entry, got))
    both.extend(laid_over(polib.POEntry(), got) for got in back.values())
    return both


def laid_over(entry: polib.POEntry, got: polib.POEntry) -> polib.POEntry:
    """What came back. The same words keep the state and the notes of the entry where the file says none; changed
    words lose “reviewed”."""
    same = got.msgstr == entry.msgstr
    if same and KEEP_NOTES in got.flags:
        got.tcomment = entry.tcomment
    if not same and got.tcomment == entry.tcomment:
        got.tcomment = without_review(got.tcomment)
    said = [flag for flag in got.flags if flag not in (KEEP_STATE, KEEP_NOTES)]
    got.flags = list(entry.flags) if same and KEEP_STATE in got.flags else said
    if same:
        got.comment, got.previous_msgid = entry.comment, entry.previous_msgid if "fuzzy" in got.flags else None
    return got
