"""What the compare page's script reads, in scripts of its own: an index, one a plan, one a chapter.

A reader loads the index, the two plans that are side by side, and the chapters that are open: with fifty plans a visit costs what it costs
with two. Scripts and not JSON, because a page opened from a folder may not fetch. Browsers keep them: who loads one knows the version in
its address beforehand — the page that of the index, the index those of the plans, a plan those of its chapters.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter, defaultdict

from ..model.edition import Edition, Plan
from ..model.outline import Block, Unit, anchor_of, chapter_of
from ..model.subjects import Topic
from ..model.translation import CLOSE, OPEN, _, without_signs
from . import layout
from .compare_words import for_script, indicator_line, target_line, why_with_terms
from .layout import Say
from .references import Places, joined, name_of, places_of
from .shared_terms import shared_terms

VARIABLE = "planReaderCompare"
FOLDER = "texts"  # beside the page
INDEX = f"{FOLDER}/index.js"


def scripts(edition: Edition) -> dict[str, str]:
    """{path below the page's folder: script}, the index last."""
    places, links = places_of(edition), links_by_source(edition)
    files: dict[str, str] = {}
    for plan in edition.plans:
        for chapter, units in blocks_by_chapter(plan).items():
            files[f"{FOLDER}/{chapter}.js"] = assign(f"read[{as_json(chapter)}]", units)
        files[f"{FOLDER}/{plan.card.id}.js"] = assign(f"read[{as_json(plan.card.id)}]", plan_data(edition, plan, places, links, files))
    return files | {INDEX: f"var {VARIABLE} = {as_json(index(edition, links, files))};\n"}


def assign(name: str, value: object) -> str:
    return f"{VARIABLE}.{name} = {as_json(value)};\n"


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def version(script: str) -> str:
    """Eight characters that change with what the script holds."""
    return hashlib.sha256(script.encode("utf-8")).hexdigest()[:8]


def index(edition: Edition, links: dict[str, list], files: dict[str, str]) -> dict:
    """Plans and topics, the page's words; `read` is where the other scripts put theirs."""
    say = layout.say(edition)
    return {
        "plans": [plan_entry(plan, place, say) | {"beside": beside(plan, links), "version": version(files[f"{FOLDER}/{plan.card.id}.js"])} for place, plan in enumerate(edition.plans)],
        "topics": [[topic.id, without_signs(topic.name)] for topic in edition.topics],
        "words": for_script(say),
        "read": {},
    }


def plan_entry(plan: Plan, place: int, say: Say) -> dict:
    card = plan.card
    return {"id": card.id, "short": without_signs(card.short), "colour": layout.colour(card, place), "period": layout.period(card, say), "badge": layout.status_badge(card, say)}


def beside(plan: Plan, links: dict[str, list]) -> list[str]:
    """The plans that this one was compared with section by section, those with the most links first."""
    counted = Counter(link[0].split("/")[0] for source, found in links.items() if source.startswith(plan.card.id + "/") for link in found)
    return sorted(counted, key=lambda other: -counted[other])


def plan_data(edition: Edition, plan: Plan, places: Places, links: dict[str, list], files: dict[str, str]) -> dict:
    topics = {entry.section: list(dict(entry.topics)) for entry in edition.assigned}
    mine = [unit.address for unit in plan.units]
    original = next(other for other in (edition.original or edition).plans if other.card.id == plan.card.id)
    say = layout.say(edition)
    return {
        "versions": {chapter: version(files[f"{FOLDER}/{chapter}.js"]) for chapter in dict.fromkeys(map(chapter_of, mine)) if f"{FOLDER}/{chapter}.js" in files},
        "units": {unit.address: unit_entry(unit, places, topics) for unit in plan.units},
        "links": {address: links[address] for address in mine if address in links},
        "indicators": [[topic_of(known.name, edition.topics), pieces(indicator_line(i, say))] for i, known in zip(plan.indicators, original.indicators) if i.name],
        "targets": targets_by_unit(plan, places, say),
    }


def unit_entry(unit: Unit, places: Places, topics: dict[str, list[str]]) -> list:
    """[level, numbers of the units above, its own number and title], and its topics if it is a section: 第三章 + 第一节 增强粮食安全保障能力"""
    own = without_signs(joined(unit.number.string, unit.title.string))
    entry = [unit.level, without_signs(name_of(unit.address, places.units)).removesuffix(own), own]
    return entry + [topics[unit.address]] if unit.address in topics else entry


def links_by_source(edition: Edition) -> dict[str, list]:
    """Section → [target, anchor of the paragraph meant, words both use, why]"""
    topics = {topic.id: topic.name for topic in edition.topics}
    shared, say = shared_terms(edition), layout.say(edition)
    out: dict[str, list] = defaultdict(list)
    for link in edition.links:
        terms = shared[link.source, link.target]
        out[link.source].append([link.target, anchor_of(link.paragraph) if link.paragraph else "", list(terms), without_signs(why_with_terms(link, topics, terms, say))])
    return out


def blocks_by_chapter(plan: Plan) -> dict[str, dict[str, list]]:
    """Chapter → unit → [kind, anchor, marker, text or rows of cells]"""
    out: dict[str, dict[str, list]] = {}
    for block in plan.blocks:
        chapter = out.setdefault(chapter_of(block.unit), {})
        chapter.setdefault(block.unit, []).append([block.kind, anchor_of(block.address), without_signs(block.marker.string), content(block)])
    return out


def content(block: Block) -> str | list:
    return [[pieces(cell.text.string) for cell in row] for row in block.rows] if block.kind == "table" else pieces(block.text.string)


def pieces(text: str) -> str | list[str]:
    """A text, or where a part of it is still in the language of the plans: [text, part, text, part, text]"""
    return re.split(f"[{OPEN}{CLOSE}]", text) if OPEN in text else text


def targets_by_unit(plan: Plan, places: Places, say: Say) -> dict[str, list]:
    """Unit → [anchor, what, how much by when]; one entry where the same is said of several amounts"""
    out: dict[str, dict[tuple[str, str], list[str]]] = {}
    for target in plan.targets:
        what, much = target_line(target, places.blocks.get(target.address), say)
        unit = target.address.partition("#")[0].partition("@")[0]
        out.setdefault(unit, {}).setdefault((anchor_of(target.address), what), []).append(much)
    return {unit: [[anchor, pieces(what), pieces(say(_("；")).join(dict.fromkeys(much)))] for (anchor, what), much in rows.items()] for unit, rows in out.items()}


def topic_of(indicator: str, topics: tuple[Topic, ...]) -> str:
    """The topic with the longest of its words in an indicator's name."""
    named = [(max((len(word) for word in (*topic.keywords, *topic.synonyms) if word in indicator), default=0), -number, topic.id) for number, topic in enumerate(topics) if not topic.frame]
    longest = max(named, default=(0, 0, ""))
    return longest[2] if longest[0] else ""
