"""The text of every page as plain Markdown beside it (…/index.md), and a list of all pages (llms.txt), for programs
that read: what our pages add for the eye is taken out, addresses of paragraphs stay.

Texts from outside hold none of the signs that are looked for here: the writers escaped them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

NAME, LIST = "index.md", "llms.txt"
HEAD = re.compile(r"\A---[ \t]*\n.*?\n---[ \t]*\n", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FOR_THE_EYE = re.compile(r"<(script|button|svg)\b.*?</\1>", re.DOTALL)
EMPTY_LINK = re.compile(r"<a\b[^>]*></a>")
HIDDEN = re.compile(r"<(\w+)\b[^<>]*aria-hidden=\"true\"[^<>]*>[^<>]*</\1>")
UNSEEN = (HEAD, COMMENT, FOR_THE_EYE, EMPTY_LINK, HIDDEN)
TERM = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)\{ \.pr-term [^{}]*\}")
OWN_LINE = re.compile(r"\n\{: ([^{}]*)\}[ \t]*(?=\n|\Z)")
IN_LINE = re.compile(r"[ \t]?\{:? (?!:)([^{}\n]*)\}")
ANCHOR = re.compile(r"(?:^|\s)(#[\w-]+)")
STRONG = re.compile(r"</?(?:strong|b)\b[^>]*>")
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b([^<>]*)>")
KEPT = (
    "table",
    "thead",
    "tbody",
    "tr",
    "td",
    "th",
    "caption",
    "br",
    "sup",
    "sub",
)  # a table with merged cells stays HTML
APART = ("details", "summary", "dt", "dd", "small")  # what stands in them is no part of the word before
POINT = re.compile(r"(?<=\d)&#46;(?=\d)")  # 0.27: no figure of a list, which the writers keep it from being
SPAN = re.compile(r"\b(?:col|row)span=\"\d+\"")
LINK = re.compile(r"\]\(([^()\s]+)\)")
BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")
NO_TOP = "#top"


def plain_page(source: str, way: Callable[[str], str]) -> str:
    """A page's Markdown as it stands in content/pages → the same without our signs. `way`: an address as written → as
    it is on the site."""
    text = source
    for unseen in UNSEEN:
        text = unseen.sub("", text)
    text = TERM.sub(r"\1", text)
    text = OWN_LINE.sub(lambda match: with_anchor(match[1]), text)
    text = IN_LINE.sub(lambda match: with_anchor(match[1]), text)
    text = TAG.sub(plain_tag, STRONG.sub("**", text))
    text = LINK.sub(lambda match: f"]({way(match[1])})", text)
    text = POINT.sub(".", text)
    return BLANK_LINES.sub("\n\n", text).strip() + "\n"


def with_anchor(attributes: str) -> str:
    """#s01-p1 .pr-p data-page="24" → {#s01-p1}"""
    anchor = ANCHOR.search(attributes)
    return f" {{{anchor[1]}}}" if anchor and anchor[1] != NO_TOP else ""


def plain_tag(match: re.Match[str]) -> str:
    """Of HTML what a table needs; a box keeps the address that stands in its tag."""
    closing, name, attributes = match.groups()
    if name not in KEPT:
        return " " if name in APART else ""
    return f"<{closing}{' '.join([name, *SPAN.findall(attributes)])}>"


def way_from(page: str, written: str) -> str:
    """On some/03.md: ../glossary.md#t1 → ../../glossary/index.md#t1, as seen from some/03/index.md"""
    scheme, host, path, query, anchor = urlsplit(written)
    if scheme or host or not path:
        return written
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    if target.endswith(".md"):
        target = copy_of(target)
    return urlunsplit(("", "", posixpath.relpath(target, posixpath.dirname(copy_of(page)) or "."), query, anchor))


def copy_of(page: str) -> str:
    """some/03.md → some/03/index.md; some/index.md stays"""
    return page if posixpath.basename(page) == NAME else page.removesuffix(".md") + "/" + NAME


def write_copy(site: Path, page: str, source: str) -> None:
    file = site / copy_of(page)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(plain_page(source, lambda written: way_from(page, written)), encoding="utf-8", newline="\n")


def list_of_pages(title: str, about: list[str], nav: Navigation, root: str) -> str:
    """As llmstxt.org has it: title, a summary, what to know, and the pages by section, each with what it holds."""
    lines = [f"# {title}", f"> {about[0]}", *about[1:], *sections(nav, root)]
    return "\n\n".join(lines) + "\n"


def sections(nav: Navigation, root: str) -> Iterator[str]:
    """A heading and a list for each plan; pages that stand alone are together at the end."""
    alone = [item for item in nav.items if isinstance(item, Page)]
    for item in nav.items:
        if isinstance(item, Section):
            yield f"## {item.title}"
            yield list_of([page for page in item.children if isinstance(page, Page)], root)
    yield "## Optional"
    yield list_of(alone, root)


def list_of(pages: list[Page], root: str) -> str:
    return "\n".join(
        f"- [{page.title}]({root}{copy_of(page.file.src_uri)})" + (f": {said}" if (said := about_page(page)) else "")
        for page in pages
    )


def about_page(page: Page) -> str:
    return " ".join(str(page.meta.get("description") or "").split())
