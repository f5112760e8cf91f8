"""One picture a design and language that shows its typical pages: cover, contents, chapter, box, indicator table,
charts, lists, colophon.

For people who look. Prints the volumes anew into a temporary folder, so that what is shown is what the templates give
now.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from playwright.sync_api import Browser
from pypdf import PdfReader

from build_tools import pipeline, settings
from build_tools.publishing import pdf
from build_tools.writers.print.volume import print_models
from tests.publishing import reading_pdf
from tests.publishing.reading_pdf import bare

RESOLUTION = "64"  # dots an inch: text can just be read
PAGE = '<figure><img src="{source}"><figcaption>{caption}</figcaption></figure>'
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 20px; background: #8a8d91; display: grid; grid-template-columns: repeat(5, max-content);
  gap: 22px 20px; width: max-content; }}
figure {{ margin: 0; }} img {{ display: block; box-shadow: 0 1px 6px #0008; }}
figcaption {{ font: 13px sans-serif; color: #fff; padding-top: 6px; }}
</style>{pages}"""


@dataclass(frozen=True)
class Sheet:
    """A page of a volume: its number, all its text, and the bookmarks that lead to it."""

    volume: Path
    model: dict
    number: int
    text: str
    titles: tuple[str, ...]

    def opens(self, kind: str, ending: str) -> bool:
        """Whether a heading of that role, whose address ends so, begins here."""
        nodes = [
            node
            for node in self.model["nodes"]
            if node["kind"] == "heading" and node["role"] == kind and node["address"].endswith(ending)
        ]
        return any(f"{node['number']} {node['title']}".strip() in self.titles for node in nodes)

    def has(self, kind: str, role: str) -> bool:
        """Whether a box or table of that role stands here, as far as the words of its title or head tell."""
        nodes = [node for node in self.model["nodes"] if (node["kind"], node["role"]) == (kind, role)]
        return any(
            all(
                bare(word) in self.text
                for run in (
                    node["title"] if kind == "box" else [run for cell in node["head"][0] for run in cell["runs"]]
                )
                for word in run["text"].split()
            )
            for node in nodes
        )


KINDS: tuple[tuple[str, Callable[[Sheet], bool]], ...] = (  # the first page that fits is shown
    ("contents", lambda sheet: sheet.text.startswith(bare(sheet.model["words"]["contents"]))),
    ("chapter", lambda sheet: sheet.opens("chapter", "/01")),
    ("text", lambda sheet: len(sheet.text) > 900 and not sheet.titles and sheet.text.count(".") < 90),
    ("box", lambda sheet: sheet.has("box", "box") and len(sheet.text) > 400),
    ("indicators", lambda sheet: sheet.has("table", "printed")),
    ("charts", lambda sheet: sheet.opens("added", "/charts")),
    ("open figures", lambda sheet: sheet.opens("added", "/open")),
    ("corrections", lambda sheet: sheet.opens("added", "/corrections")),
    ("side by side", lambda sheet: sheet.opens("added", "comparison/indicators")),
    ("topics", lambda sheet: sheet.opens("added", "comparison/topics")),
    (
        "links",
        lambda sheet: any(
            sheet.opens("added", f"comparison/{node['address']}")
            for node in sheet.model["nodes"]
            if node["role"] == "plan"
        ),
    ),
    ("colophon", lambda sheet: sheet.model["words"]["colophon"] in sheet.titles),
)


def contact_sheets(browser: Browser, target: Path) -> Iterator[Path]:
    edition = pipeline.read_edition(settings.SOURCES, settings.CURATED)
    for printed in pipeline.editions_of(edition, settings.CURATED):
        models = print_models(printed)
        for style in pdf.STYLES:
            if not printed.original or style not in settings.CHINESE_ONLY:
                yield contact_sheet(browser, models, style, target / f"pdf-{style}-{printed.language}.png")


def contact_sheet(browser: Browser, models: dict[str, dict], style: str, target: Path) -> Path:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made, _ = pdf.typeset(models, style, folder)
        shown = typical_pages(
            [
                sheet
                for file, model in zip(made, models.values(), strict=False)
                for sheet in sheets_of(Path(file.file), model)
            ]
        )
        pages = [
            PAGE.format(
                source=picture(sheet, folder),
                caption=escape(f"{kind} · {sheet.volume.stem}, page {sheet.number} of the file"),
            )
            for kind, sheet in shown
        ]
        (folder / "sheet.html").write_text(SHEET.format(pages="".join(pages)), encoding="utf-8")
        page = browser.new_page(viewport={"width": 3000, "height": 800})
        page.goto((folder / "sheet.html").as_uri())
        page.locator("body").screenshot(path=target)
        page.close()
    return target


def sheets_of(path: Path, model: dict) -> list[Sheet]:
    bookmarks = reading_pdf.outline(PdfReader(path))
    pages = [reading_pdf.page_text(words) for words in reading_pdf.words_by_page(path)]
    return [
        Sheet(path, model, index + 1, text, tuple(title for _, title, page in bookmarks if page == index))
        for index, text in enumerate(pages)
    ]


def typical_pages(sheets: list[Sheet]) -> list[tuple[str, Sheet]]:
    """Every cover, then the first page of each kind."""
    covers = [("cover", sheet) for sheet in sheets if sheet.number == 1]
    return covers + [(kind, found) for kind, fits in KINDS if (found := next(filter(fits, sheets), None))]


def picture(sheet: Sheet, folder: Path) -> str:
    name = f"{sheet.volume.stem}-{sheet.number}"
    number = str(sheet.number)
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            RESOLUTION,
            "-png",
            "-singlefile",
            "-f",
            number,
            "-l",
            number,
            str(sheet.volume),
            str(folder / name),
        ],
        check=True,
    )
    return f"{name}.png"
