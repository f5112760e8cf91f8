"""One picture a design that shows its typical pages side by side: cover, contents, chapter, box, indicator table, charts, lists, colophon.

For people who look. Prints the volumes anew into a temporary folder, so that what is shown is what the templates give now.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader

from build_tools.publishing.pdf import STYLES
from tests.publishing import reading_pdf

RESOLUTION = "64"  # dots an inch: text can just be read
PAGE = '<figure><img src="{source}"><figcaption>{caption}</figcaption></figure>'
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 20px; background: #8a8d91; display: grid; grid-template-columns: repeat(5, max-content); gap: 22px 20px; width: max-content; }}
figure {{ margin: 0; }} img {{ display: block; box-shadow: 0 1px 6px #0008; }} figcaption {{ font: 13px sans-serif; color: #fff; padding-top: 6px; }}
</style>{pages}"""


@dataclass(frozen=True)
class Sheet:
    """A page of a volume: its number, all its text, and the bookmarks that lead to it."""

    volume: Path
    number: int
    text: str
    titles: tuple[str, ...]


def titled(*words: str) -> Callable[[Sheet], bool]:
    return lambda sheet: sheet.titles[:1] in [(word,) for word in words]


KINDS: tuple[tuple[str, Callable[[Sheet], bool]], ...] = (  # what is shown, and what such a page has; the first that fits is taken
    ("contents", lambda sheet: sheet.text.startswith(("目录", "Contents"))),
    ("chapter", lambda sheet: any(title.startswith(("第一章", "Chapter 1")) for title in sheet.titles)),
    ("text", lambda sheet: len(sheet.text) > 900 and not sheet.titles),
    ("box", lambda sheet: sheet.text.count("专栏") == 1 and len(sheet.text) > 400),
    ("indicators", lambda sheet: sheet.text.count("预期性") > 8),
    ("charts", titled("指标图示")),
    ("open figures", titled("待填的数字")),
    ("corrections", titled("文字改正")),
    ("side by side", lambda sheet: "指标对照" in sheet.titles),
    ("topics", lambda sheet: "主题覆盖" in sheet.titles),
    ("links", lambda sheet: any(title.startswith("从") and title.endswith("找对应") for title in sheet.titles)),
    ("colophon", titled("版本说明")),
)


def contact_sheets(browser: Browser, target: Path) -> Iterator[Path]:
    for style in STYLES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            subprocess.run([sys.executable, "-m", "build_tools", "pdf", "--quiet", "--style", style, "--out", name], check=True)
            shown = typical_pages([sheet for path in sorted((folder / "build" / "pdf").glob("*.pdf")) for sheet in sheets_of(path)])
            pages = [PAGE.format(source=picture(sheet, folder), caption=escape(f"{kind} · {sheet.volume.stem}, page {sheet.number} of the file")) for kind, sheet in shown]
            (folder / "sheet.html").write_text(SHEET.format(pages="".join(pages)), encoding="utf-8")
            page = browser.new_page(viewport={"width": 3000, "height": 800})
            page.goto((folder / "sheet.html").as_uri())
            page.locator("body").screenshot(path=target / f"pdf-{style}.png")
            page.close()
        yield target / f"pdf-{style}.png"


def sheets_of(path: Path) -> list[Sheet]:
    bookmarks = reading_pdf.outline(PdfReader(path))
    pages = [reading_pdf.page_text(words) for words in reading_pdf.words_by_page(path)]
    return [Sheet(path, index + 1, text, tuple(title for _, title, page in bookmarks if page == index)) for index, text in enumerate(pages)]


def typical_pages(sheets: list[Sheet]) -> list[tuple[str, Sheet]]:
    """Every cover, then the first page of each kind."""
    covers = [("cover", sheet) for sheet in sheets if sheet.number == 1]
    return covers + [(kind, found) for kind, fits in KINDS if (found := next(filter(fits, sheets), None))]


def picture(sheet: Sheet, folder: Path) -> str:
    name = f"{sheet.volume.stem}-{sheet.number}"
    number = str(sheet.number)
    subprocess.run(["pdftoppm", "-r", RESOLUTION, "-png", "-singlefile", "-f", number, "-l", number, str(sheet.volume), str(folder / name)], check=True)
    return f"{name}.png"
