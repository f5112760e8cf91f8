"""A page as a tree of elements and texts, as a browser would see it: without scripts, styles, comments and what is
hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ...model.edition import BadInput
from ..limits import DEEPEST_PAGE, MOST_ELEMENTS, MOST_OPEN

SILENT = {
    "script", "style", "noscript", "template", "head", "iframe", "frame", "object", "embed", "applet", "select",
    "option",
    "textarea", "button", "svg", "math", "video", "audio", "canvas", "map", "datalist", "xml", "title", "meta", "link",
    "input",
}  # fmt: skip
BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead",
    "tbody",
    "tfoot", "tr", "td", "th", "section", "article", "main", "header", "footer", "nav", "aside", "center", "blockquote",
    "pre",
    "form", "fieldset", "legend", "address", "figure", "figcaption", "hr", "body", "html", "details", "summary",
    "ucapcontent",
    "ucaptitle", "founder-content",
}  # fmt: skip
TABLES = ("table", "thead", "tbody", "tfoot", "tr", "td", "th")
OPENING = re.compile(
    r"<(/?)(?:a|b|big|center|code|div|em|font|i|nobr|s|section|small|span|strike|strong|table|tt|u)\b", re.IGNORECASE
)
MOST_ATTRIBUTES = 5_000
LONG_TAG = re.compile(r"<[a-z][^<>]{10000,}", re.IGNORECASE)
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    @property
    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))

    def each(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    @property
    def text(self) -> str:
        out: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                out.append(part)
            else:
                waiting += reversed(part.children)
        return "".join(out)


def read_tree(text: str, file: str) -> tuple[Element, int]:
    """(body of the page, characters of hidden text that were left out)"""
    from selectolax.lexbor import LexborHTMLParser

    if left_open(text) > MOST_OPEN:
        raise BadInput("page-open-tags", MOST_OPEN, place=f"{file}:1")
    if crowded(text):
        raise BadInput("page-attributes", MOST_ATTRIBUTES, place=f"{file}:1")
    page = LexborHTMLParser(text)
    root = Element("body", {})
    hidden = count = 0
    top = page.body or page.root
    waiting = [(top.child, root, 0)] if top is not None else []
    while waiting:
        node, parent, depth = waiting.pop()
        if node is None:
            continue
        waiting.append((node.next, parent, depth))
        count += 1
        if count > MOST_ELEMENTS:
            raise BadInput("page-elements", MOST_ELEMENTS, place=f"{file}:1")
        if node.is_text_node:
            parent.children.append(node.text_content or "")
        elif node.is_element_node and node.tag not in SILENT:
            attributes = {name: value or "" for name, value in node.attributes.items()}
            if is_hidden(attributes):
                hidden += len("".join((node.text() or "").split()))
                continue
            deep = depth >= DEEPEST_PAGE and node.tag in TABLES
            element = Element("div" if deep or node.tag is None else node.tag, attributes)
            parent.children.append(element)
            waiting.append((node.child, element if depth < DEEPEST_PAGE else parent, depth + 1))
    return root, hidden


def crowded(text: str) -> bool:
    """Has a tag so many attributes that to compare each with the others takes minutes? Words in quotes are none."""
    return any(len(QUOTED.sub("", tag.group()).split()) > MOST_ATTRIBUTES for tag in LONG_TAG.finditer(text))


def left_open(text: str) -> int:
    """How many elements stand open at once at most; those that close by themselves (p, li, td, br …) do not count."""
    depth = deepest = 0
    for tag in OPENING.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or bool(HIDDEN.search(attributes.get("style", "")))
