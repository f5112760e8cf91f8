"""One page a chapter (and one a part that has text or chapters): headings, paragraphs, boxes and tables with their addresses."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.edition import Edition, Plan
from ..model.outline import Block, Unit, anchor_of, chapter_of
from . import citation, layout, tables
from .inline import Mark, joined, open_figures, render, target_marks
from .markdown import attribute, escape, paragraph
from .see_also import strips
from .term_marks import term_marks

HEADING = {"section": "##", "subsection": "###"}


@dataclass(frozen=True)
class Link:
    title: str
    target: str
    number: str = ""


def write(edition: Edition) -> dict[str, str]:
    files = {}
    see = strips(edition)
    for place, plan in enumerate(edition.plans):
        chapters = chapters_of(plan)
        blocks = by_chapter(plan)
        figures = joined(open_figures(plan), target_marks(plan))
        figures = joined(figures, term_marks(plan, edition, figures, "../"))
        for at, chapter in enumerate(chapters):
            name = chapter.address.split("/")[1]
            before = link_to(chapters[at - 1]) if at else None
            after = link_to(chapters[at + 1]) if at + 1 < len(chapters) else None
            files[f"pages/zh/{plan.card.id}/{name}.md"] = chapter_page(plan, place, chapter, blocks[chapter.address], figures, see, before, after, citation.source_of(plan, chapter, edition))
    return files


def chapters_of(plan: Plan) -> list[Unit]:
    """Units with a page of their own: chapters, and parts."""
    return [unit for unit in plan.units if unit.level in ("chapter", "part")]


def by_chapter(plan: Plan) -> dict[str, list[Unit | Block]]:
    """Units below a chapter and all its blocks, in document order."""
    pages: dict[str, list[Unit | Block]] = {chapter.address: [] for chapter in chapters_of(plan)}
    blocks: dict[str, list[Block]] = {}
    for block in plan.blocks:
        blocks.setdefault(block.unit, []).append(block)
    for unit in plan.units:
        page = pages[chapter_of(unit.address)]
        if unit.address not in pages:
            page.append(unit)
        page += blocks.get(unit.address, [])
    return pages


def label(unit: Unit) -> str:
    """Name of a unit in lists: 第一章 发展基础和环境; the text before the first chapter may have no title."""
    return " ".join(words for words in (unit.number.string, unit.title.string) if words) or "前言"


def link_to(unit: Unit) -> Link:
    target = unit.address.split("/")[1] + ".md"
    return Link("前言", target) if unit.address.endswith("/00") else Link(unit.title.string, target, unit.number.string)


def link_to_section(unit: Unit, page: str = "") -> Link:
    """The link to a section: on its own page, or from another page of the plan."""
    return Link(unit.title.string, f"{page}#{anchor_of(unit.address)}", unit.number.string)


def chapter_page(plan: Plan, place: int, chapter: Unit, parts: list[Unit | Block], figures: dict[str, list[Mark]], see: dict[str, str], before: Link | None, after: Link | None, cite: dict[str, str]) -> str:
    card = plan.card
    sections = [part for part in parts if isinstance(part, Unit) and part.level == "section"]
    return layout.page(
        "chapter.md.j2",
        card=card,
        colour=layout.colour(card, place),
        period=layout.period(card),
        badge=layout.status_badge(card),
        status=layout.status_sentence(card),
        title=label(chapter),
        short=link_to(chapter),
        number=chapter.number.string,
        heading=escape(chapter.title.string or "前言"),
        sections=[link_to_section(unit) for unit in sections],
        open_figures=sum(chapter_of(figure.address) == chapter.address for figure in plan.placeholders),
        targets=sum(chapter_of(target.address) == chapter.address for target in plan.targets),
        body="\n\n".join(render_parts(parts, plan, figures, see)),
        before=before,
        after=after,
        cite=cite,
    )


def render_parts(parts: list[Unit | Block], plan: Plan, figures: dict[str, list[Mark]], see: dict[str, str]) -> list[str]:
    """Headings and blocks in order; before the next heading what other plans say on the section that ends there."""
    out, in_box, section = [], False, ""
    for part in parts:
        inside = isinstance(part, Block) and part.kind in ("box_item", "box_subitem")
        if in_box and not inside:
            out.append("</div>")
            in_box = False
        if isinstance(part, Unit):
            out += [see[section]] if section in see else []
            section = part.address
            out.append(render_heading(part))
        elif part.kind == "box":
            out.append(render_box_title(part, plan, figures))
            in_box = True
        elif part.kind == "table":
            out.append(tables.render(part, caption_of(parts, part), plan))
        elif part.kind == "caption":
            continue  # set inside its table
        else:
            out.append(render_paragraph(part, plan, figures))
    return out + (["</div>"] if in_box else []) + ([see[section]] if section in see else [])


def caption_of(parts: list[Unit | Block], table: Block) -> list[Block]:
    return [part for part in parts if isinstance(part, Block) and part.kind == "caption" and part.address.startswith(table.address + ".")]


def render_heading(unit: Unit) -> str:
    return f"{HEADING[unit.level]} {layout.numbered(link_to_section(unit))} {{: #{anchor_of(unit.address)} }}"


def render_box_title(block: Block, plan: Plan, figures: dict[str, list[Mark]]) -> str:
    anchor = anchor_of(block.address)
    mark = f'<span class="pr-marker">{escape(block.marker.string)}</span>' if block.marker.string else ""
    title = paragraph(mark + render(block, plan, figures, "../") + permalink(anchor), classes="pr-box-title")
    name = attribute(f"{block.marker.string or '专栏'} {block.text.string}")
    return f'<div class="pr-box" id="{anchor}" role="group" aria-label="{name}" markdown="1">\n\n{title}'


def render_paragraph(block: Block, plan: Plan, figures: dict[str, list[Mark]]) -> str:
    anchor = anchor_of(block.address)
    classes = {"paragraph": "pr-p", "item": "pr-p pr-item", "note": "pr-note"}.get(block.kind, f"pr-p pr-{block.kind.replace('_', '-')}")
    mark = f'<span class="pr-marker">{escape(block.marker.string)}</span>' if block.marker.string else ""
    text = mark + render(block, plan, figures, "../")
    lines = "-".join(str(line) for line in dict.fromkeys(block.lines))
    return paragraph(text + permalink(anchor), anchor, classes, lines=lines)


def permalink(anchor: str) -> str:
    return f'<a class="pr-link" href="#{anchor}" aria-label="本段地址 {anchor}"></a>'
