"""The last look at a built page before people get it: what could run in it, or be fetched by it, that is not the
site's own.

Writers escape what comes from outside; this finds the place where one did not. It names the page, and where the text
came from.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser
from pathlib import Path

from ..model.edition import BadInput
from ..model.refusals import Refusal
from ..model.tongues import Bilingual

TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
# a tag that is looked at closely: by its name, for an event, or for an address that begins with a scheme or leads to
# another host
LOOK = re.compile(
    r"""^<(?:script|iframe|object|embed|applet|frame|base|meta|portal)\b|[\s/"']on[a-z]|srcdoc"""
    r"""|=\s*["']?[^"'>/?#]*[:&]|=\s*["']?\s*[\\/]{2}""",
    re.IGNORECASE,
)
FRAMES = ("iframe", "object", "embed", "applet", "frame", "frameset", "base", "portal")
ADDRESSES = ("href", "xlink:href", "action", "formaction", "ping", "cite")
LOADING = ("src", "srcset", "poster", "data", "background")
LOADED = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
BLANKS = re.compile(r"[\x00-\x20]+")
LINKS = ("http", "https", "mailto")
DATA = ("application/json", "application/ld+json")
FRAME = Bilingual("the frame (overrides/), or a text that it shows", "页面框架（overrides/）或其中显示的文字")
SHOWN = 60  # characters of what was found


class OneTag(HTMLParser):
    """Name and attributes of a start tag as a browser reads them, entities resolved."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.name = ""
        self.attributes: dict[str, str] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name, self.attributes = tag, {name: value or "" for name, value in reversed(attrs)}


def check(folder: Path, own: Collection[str], pages: Path | None = None) -> None:
    """Every page of `folder`. `own`: the scripts that may stand in a page; `pages`: the Markdown that the pages were
    made of."""
    found = [
        Refusal(what, (shown, origin(path.relative_to(folder), shown, pages)), path.relative_to(folder).as_posix())
        for path in sorted(folder.rglob("*.html"))
        for what, shown in foreign(path.read_text(encoding="utf-8"), own)
    ]
    if found:
        raise BadInput.together(found)


def foreign(page: str, own: Collection[str]) -> Iterator[tuple[str, str]]:
    """(code of the refusal, its first characters) of all that is not the site's own."""
    for match in TAG.finditer(page):
        if LOOK.search(match.group()):
            tag = OneTag(match.group())
            if tag.name == "script" and (script := foreign_script(tag, body_after(page, match.end()), own)):
                yield "page-script", script[:SHOWN]
            for what in complaints(tag):
                yield what, match.group()[:SHOWN]


def body_after(page: str, start: int) -> str:
    """What stands between <script> and </script>."""
    end = page.lower().find("</script", start) if "</SCRIPT" in page else page.find("</script", start)
    return page[start : end if end >= 0 else len(page)]


def foreign_script(tag: OneTag, body: str, own: Collection[str]) -> str:
    """Nothing for data, for a file (whose address is looked at like every other) and for a script that the site has."""
    if "src" in tag.attributes or tag.attributes.get("type", "").strip().lower() in DATA or body in own:
        return ""
    return body or "<script>"


def complaints(tag: OneTag) -> Iterator[str]:
    """What is wrong with a tag, whatever its name: codes of refusals."""
    attributes = tag.attributes
    if tag.name in FRAMES or "srcdoc" in attributes:
        yield "page-frame"
    if attributes.get("http-equiv", "").lower() == "refresh":
        yield "page-leads-away"
    if any(name.startswith("on") for name in attributes):
        yield "page-event"
    if any(scheme_of(attributes[name]) not in ("", *LINKS) for name in ADDRESSES if name in attributes):
        yield "page-address"
    loading = [name for name in LOADING if name in attributes]
    if tag.name == "link" and LOADED & set(attributes.get("rel", "").lower().split()):
        loading.append("href")
    if any(leads_away(attributes[name]) for name in loading):
        yield "page-fetches"


def scheme_of(address: str) -> str:
    """“ java\\nscript:alert(1)” → javascript, as a browser reads it; “../a.html#x:y” → nothing"""
    match = SCHEME.match(BLANKS.sub("", address))
    return match.group(1).lower() if match else ""


def leads_away(address: str) -> bool:
    """Anything but a path of this site."""
    return bool(scheme_of(address)) or BLANKS.sub("", address).replace("\\", "/").startswith("//")


def origin(page: Path, shown: str, pages: Path | None) -> str | Bilingual:
    """plan/01/index.html → content/pages/zh/plan/01.md:12, the line that holds it; the frame where none does."""
    stem = page.parent if page.name == "index.html" else page.with_suffix("")
    for folder in sorted(path for path in pages.iterdir() if path.is_dir()) if pages and pages.is_dir() else ():
        inside = stem.relative_to(folder.name) if stem.parts[:1] == (folder.name,) else stem
        for source in (folder / inside / "index.md", folder / f"{inside}.md"):
            for number, line in enumerate(lines_of(source), 1):
                if shown[:20] in line:
                    return f"{source}:{number}"
    return FRAME


def lines_of(source: Path) -> list[str]:
    return source.read_text(encoding="utf-8").split("\n") if source.is_file() else []
