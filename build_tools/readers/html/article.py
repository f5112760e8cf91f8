"""Where on a page the text of the plan stands: the innermost element that holds next to all of its sentences.

Menus, letterheads and feet of a site have words but no sentences. An element is only entered if what is left outside of
it has no chapters and no tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...chinese.numbering import UNMISTAKABLE, read_marker
from .tree import BLOCKS, Element

SHARE = 0.9  # of the sentences of an element that the one inside it must hold
PARTS = {
    "p",
    "li",
    "tr",
    "tbody",
    "thead",
    "tfoot",
    "ol",
    "ul",
    "blockquote",
    "table",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
}
SENTENCE = re.compile(r"[。；]")
LEAST_ROWS = 3
LONGEST_FRAME = 1500  # characters, white space included
NAMES = re.compile(
    r"(?:^|[\s_-])(?:foot(?:er)?|copyright|nav|menu|crumbs?|breadcrumb|share|bdsharebuttonbox|sidebar|toolbar|"
    r"banner|pagination"
    r"|related|qrcode|ewm|aside|dyb|tools?)(?=$|[\s_\-\d])",
    re.IGNORECASE,
)


def find_article(body: Element) -> Element:
    """From the body inwards, as long as one child holds nearly everything that is said."""
    weights = weigh(body)
    here = place = body
    while True:
        inner = next((e for e in here.elements if weights[e] >= SHARE * weights[here] > 0), None)
        if inner is None or any(holds_plan(other) for other in here.elements if other is not inner):
            return place
        here = inner
        if (inner.tag in BLOCKS and inner.tag not in PARTS) or is_column(inner):
            place = inner


def is_column(table: Element) -> bool:
    """A table that sets paragraphs one below the other, a row each."""
    rows = [
        row for part in table.elements for row in ([part] if part.tag == "tr" else part.elements) if row.tag == "tr"
    ]
    return table.tag == "table" and len(rows) > LEAST_ROWS and all(len(list(row.elements)) <= 1 for row in rows)


def is_frame(element: Element) -> bool:
    """A part of the site by its name (footer, nav, share …) that says next to nothing and has no chapters and
    tables."""
    names = f"{element.tag} {element.get('class')} {element.get('id')}"
    if not NAMES.search(names) or len(element.text) > LONGEST_FRAME:
        return False
    return element.text.count("。") <= 1 and not holds_plan(element)


def weigh(body: Element) -> dict[Element, int]:
    """Characters of sentences in each element, those of the elements inside it included."""
    weights: dict[Element, int] = {}
    waiting: list[tuple[Element, bool]] = [(body, False)]
    while waiting:
        element, seen = waiting.pop()
        if not seen:
            waiting.append((element, True))
            waiting += [(child, False) for child in element.elements]
            continue
        inner = sum(weights[child] for child in element.elements)
        said = own_text(element) if element.tag in BLOCKS else ""
        weights[element] = inner + (len(said) if SENTENCE.search(said) else 0)
    return weights


def own_text(block: Element) -> str:
    """Text of a block without that of the blocks inside it and of links that lead elsewhere."""
    return "".join(pieces(block))


def pieces(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.tag not in BLOCKS and not (child.tag == "a" and leads_away(child)):
            yield from pieces(child)


def leads_away(link: Element) -> bool:
    """A link to another page; one to a note or heading of this page is text like any other."""
    target = link.get("href").strip()
    return bool(target) and (not target.startswith("#") or target == "#")


def holds_plan(element: Element) -> bool:
    """Are there chapters or a table of data in it?"""
    heads = rows = 0
    for part in element.each():
        if part.tag == "tr":
            cells = [cell for cell in part.elements if cell.tag in ("td", "th")]
            linked = any(link.tag == "a" and leads_away(link) for link in part.each())
            rows += not linked and sum(bool(cell.text.strip()) for cell in cells) >= LEAST_ROWS
        elif part.tag in BLOCKS:
            marker = read_marker("".join(own_text(part).split()))
            heads += marker is not None and marker.kind in UNMISTAKABLE
    return heads > 0 or rows >= LEAST_ROWS
