"""One page a chapter (and one a part that has text or chapters): headings, paragraphs, boxes and tables with their
addresses.

In a translated edition each text is followed by the original, which has no address of its own: the place of both is the
same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Block, Unit
from ...model.translation import STATES, _, has_han
from ...model.walks import by_chapter, caption_of, chapters_of
from ..words import abstracts, citation, layout, note_links
from ..words.apart import apart
from ..words.layout import STATE_OF_TRANSLATION, Say
from ..words.markdown import attribute, escape, paragraph
from ..words.task_words import TIERS
from ..words.unit_names import front_or_end, label
from . import tables
from .inline import Mark, joined, open_figures, render, target_marks
from .see_also import strips
from .term_marks import term_marks

HEADING = {"section": "##", "subsection": "###"}
FOUND = _("核对")
NOT_ALONE = ("box", "table", "caption")  # blocks that are no paragraph of the page
SHOWN = {"translated": {"unreviewed": "true"}, "fuzzy": {"unreviewed": "true"}, "missing": {"missing": "true"}}


@dataclass(frozen=True)
class PageLink:
    title: str
    target: str
    number: str = ""


@dataclass(frozen=True)
class Writing:
    """What the texts of a plan are written with: marks by address, strips by section; for a translation the originals
    and how far it is."""

    plan: Plan
    say: Say
    marks: Mapping[str, list[Mark]]
    strips: Mapping[str, str]
    states: Mapping[str, str] = field(default_factory=dict)
    original: Writing | None = None

    def blocks(self) -> dict[str, Block]:
        return {block.address: block for block in self.plan.blocks}


def write(edition: Edition) -> dict[str, str]:
    files = {}
    see = strips(edition)
    for place, plan in enumerate(edition.plans):
        chapters = chapters_of(plan)
        parts = by_chapter(plan)
        words = words_of(edition, place, see)
        for at, chapter in enumerate(chapters):
            name = Address(chapter.address).name
            before = link_to(chapters[at - 1], words.say) if at else None
            after = link_to(chapters[at + 1], words.say) if at + 1 < len(chapters) else None
            files[f"{layout.folder(edition)}/{plan.card.id}/{name}.md"] = chapter_page(
                edition, plan, chapter, parts[chapter.address], words, before, after
            )
    return files


def words_of(edition: Edition, place: int, see: Mapping[str, str]) -> Writing:
    plan = edition.plans[place]
    figures = joined(open_figures(plan, layout.say(edition)), target_marks(plan, layout.say(edition)))
    marks = joined(figures, term_marks(plan, edition, figures, "../"))
    original = words_of(edition.original, place, {}) if edition.original else None
    return Writing(plan, layout.say(edition), marks, see, edition.states, original)


def link_to(unit: Unit, say: Say = str) -> PageLink:
    target = Address(unit.address).file
    if unit.level == "front":
        return PageLink(say(front_or_end(unit)), target)
    return PageLink(unit.title.string or say(front_or_end(unit)), target, unit.number.string)


def link_to_section(unit: Unit, page: str = "") -> PageLink:
    """The link to a section: on its own page, or from another page of the plan."""
    return PageLink(unit.title.string, f"{page}#{Address(unit.address).anchor}", unit.number.string)


def chapter_page(
    edition: Edition,
    plan: Plan,
    chapter: Unit,
    parts: list[Unit | Block],
    words: Writing,
    before: PageLink | None,
    after: PageLink | None,
) -> str:
    sections = [part for part in parts if isinstance(part, Unit) and part.level == "section"]
    return layout.page(
        edition,
        "chapter.md.j2",
        **layout.of_plan(edition, plan),
        title=label(chapter, words.say),
        file_name=Address(chapter.address).name,
        short=link_to(chapter, words.say),
        number=chapter.number.string,
        heading=escape(chapter.title.string or words.say(front_or_end(chapter))),
        original=original_heading(chapter, words, "pr-original-title"),
        views=bool(words.original),
        progress=progress(parts, words),
        abstract=abstracts.of_chapter(edition, chapter.address),
        sections=[link_to_section(unit) for unit in sections],
        open_figures=sum(Address(figure.address).chapter == chapter.address for figure in plan.placeholders),
        targets=sum(Address(target.address).chapter == chapter.address for target in plan.targets),
        body="\n\n".join(render_parts(parts, words)),
        before=before,
        after=after,
        cite=citation.source_of(plan, chapter, edition),
        lines=apart(plan.card.id, layout.as_json(lines_of(parts))),
    )


def progress(parts: list[Unit | Block], words: Writing) -> str:
    """How many texts of the chapter a second reader has reviewed, or how far each is; nothing in the language of the
    plan."""
    found = [words.states[part.address] for part in parts if part.address in words.states]
    if set(found) == {"reviewed"}:
        return words.say(_("本章译文 {n} 段，均经第二人校对。")).format(n=len(found))
    told = [
        words.say(_("{state} {n} 段")).format(state=words.say(STATE_OF_TRANSLATION[state]), n=found.count(state))
        for state in reversed(STATES)
        if state in found
    ]
    return words.say(_("本章译文：{states}。")).format(states=words.say(_("，")).join(told)) if told else ""


def render_parts(parts: list[Unit | Block], words: Writing) -> list[str]:
    """Headings and blocks in order; before the next heading what other plans say on the section that ends there."""
    out, in_box, section = [], False, ""
    originals = words.original.blocks() if words.original else {}
    for part in parts:
        inside = isinstance(part, Block) and part.kind in ("box_item", "box_subitem")
        if in_box and not inside:
            out.append("</div>")
            in_box = False
        if isinstance(part, Unit):
            out += [words.strips[section]] if section in words.strips else []
            section = part.address
            out += [render_heading(part), original_heading(part, words, "pr-original-heading")]
        elif part.kind == "box":
            out += [render_box_title(part, words), original_paragraph(originals.get(part.address), words)]
            in_box = True
        elif part.kind == "table":
            out.append(tables.render(part, caption_of(parts, part), words.plan, words.say))
            out.append(original_table(originals, part, words))
        elif part.kind == "caption":
            continue  # set inside its table
        else:
            out += [render_paragraph(part, words), original_paragraph(originals.get(part.address), words)]
    out += (["</div>"] if in_box else []) + ([words.strips[section]] if section in words.strips else [])
    return [text for text in out if text]


def render_heading(unit: Unit) -> str:
    return f"{HEADING[unit.level]} {layout.numbered(link_to_section(unit))} {{: #{Address(unit.address).anchor} }}"


def render_box_title(block: Block, words: Writing) -> str:
    anchor = Address(block.address).anchor
    mark = marker_of(block)
    title = paragraph(
        mark + render(block, words.plan, words.marks, "../") + permalink(anchor, words.say),
        classes="pr-box-title",
        **state_of(block, words),
    )
    name = attribute(f"{block.marker.string or words.say(_('专栏'))} {block.text.string}")
    return f'<div class="pr-box" id="{anchor}" role="group" aria-label="{name}" markdown="1">\n\n{title}'


def render_paragraph(block: Block, words: Writing) -> str:
    anchor = Address(block.address).anchor
    text = marker_of(block) + render(block, words.plan, words.marks, "../")
    text += note_links.back_links(block, words.say) if block.is_footnote else ""
    text += found_here(block, words)
    sheet = words.plan.page_of(block.lines[0])
    file_page = {"page": str(sheet)} if sheet else {}
    return paragraph(
        text + permalink(anchor, words.say) + page_of_file(sheet, words),
        anchor,
        classes_of(block),
        **file_page,
        **state_of(block, words),
    )


def lines_of(parts: list[Unit | Block]) -> dict[str, str]:
    """s01-p1: 195-197, for each paragraph of the page: its lines in the source."""
    return {
        Address(part.address).anchor: "-".join(str(line) for line in dict.fromkeys(part.lines))
        for part in parts
        if isinstance(part, Block) and part.kind not in NOT_ALONE
    }


def found_here(block: Block, words: Writing) -> str:
    """What the checks found in this paragraph and nobody decided, as marks that lead there; only where the plan
    publishes it."""
    if not words.plan.card.publish_findings:
        return ""
    here = [
        one for one in words.plan.findings if one.state == "open" and block.address in (one.address, one.other_address)
    ]
    return "".join(
        f'[{words.say(FOUND)}](findings.md#{one.id}){{: .pr-found title="{attribute(words.say(TIERS[one.tier]))}" }}'
        for one in here
    )


def state_of(block: Block, words: Writing) -> dict[str, str]:
    """How far the text is translated, in words; one that nobody reviewed shows them beside the original, one that is
    not translated everywhere."""
    state = words.states.get(block.address)
    told = {"state": attribute(words.say(STATE_OF_TRANSLATION[state]))} if state else {}
    return told | SHOWN.get(state or "", {})


def classes_of(block: Block) -> str:
    if block.is_footnote:
        return "pr-note pr-footnote"
    return {"paragraph": "pr-p", "item": "pr-p pr-item", "note": "pr-note"}.get(
        block.kind, f"pr-p pr-{block.kind.replace('_', '-')}"
    )


def marker_of(block: Block) -> str:
    """The printed marker; a Latin text keeps a space from it, and so does the text of an article or a footnote: 第一条
    为加快…"""
    apart = block.is_footnote or block.marker.string.startswith("第") or not has_han(block.text.string)
    space = " " if apart and block.text.string else ""
    return f'<span class="pr-marker">{escape(block.marker.string)}</span>{space}' if block.marker.string else ""


def original_paragraph(block: Block | None, words: Writing) -> str:
    """The text as the plan has it, below its translation; nothing where there is no translation yet, for then it stands
    there already."""
    if block is None or words.original is None or words.states.get(block.address, "missing") == "missing":
        return ""
    text = marker_of(block) + render(block, words.original.plan, words.original.marks, "../")
    return f'{text}\n{{: .pr-original .{" .".join(classes_of(block).split())} lang="zh-Hans" }}'


def original_heading(unit: Unit, words: Writing, kind: str) -> str:
    if not words.original or words.states.get(unit.address, "missing") == "missing":
        return ""
    original = next(other for other in words.original.plan.units if other.address == unit.address)
    return f'{layout.numbered(link_to_section(original))}\n{{: .pr-original .{kind} lang="zh-Hans" }}'


def original_table(originals: dict[str, Block], block: Block, words: Writing) -> str:
    if words.original is None or block.address not in originals:
        return ""
    captions = caption_of(list(originals.values()), block)
    table = tables.render(originals[block.address], captions, words.original.plan, words.original.say, own_place=False)
    return f'<div class="pr-original" lang="zh-Hans">\n{table}\n</div>'


def page_of_file(sheet: int | None, words: Writing) -> str:
    """第23页, beside the permalink of a paragraph from a file with pages; a link where the file is published."""
    if not sheet:
        return ""
    said = attribute(words.say(_("原件第{n}页")).format(n=sheet))
    pdf = citation.published_pdf(words.plan)
    if not pdf:
        return f'<span class="pr-file-page" data-said="{said}"></span>'
    return f'[](../{pdf}#page={sheet}){{: .pr-file-page aria-label="{said}" data-said="{said}" }}'


def permalink(anchor: str, say: Say) -> str:
    return (
        f'<a class="pr-link" href="#{anchor}" aria-label="{attribute(say(_("本段地址 {anchor}")).format(anchor=anchor))}"'
        "></a>"
    )
