"""What a visit costs: bytes over the wire after gzip, and the largest paint on a slow machine (make weight).

Serves build/site as a web server does — gzip, scripts and styles kept by the browser — and counts every byte that it
sends, headers included.
Exit 1 when a chapter is over the goals. `python -m tests.weight 3` takes three looks at every paint.
"""

from __future__ import annotations

import gzip
import sys
import threading
from collections import Counter
from functools import cache, partial
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import BROWSER_ARGUMENTS, Quiet, QuietServer, find_chromium
from tests.page_types import PAGE_TYPES, SCREENS

SITE = Path(__file__).parent.parent / "build" / "site"
FIRST_VISIT, LATER_PAGE = 120_000, 40_000  # goals for a chapter
SLOWER = 4  # times: an office computer of ten years ago
PACKED = {".html", ".css", ".js", ".json", ".svg", ".csv", ".xml", ".txt"}
KEPT = "public, max-age=31536000, immutable"
PAINT = """() => new Promise(found => new PerformanceObserver(list => found(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true }))"""

Sent = Counter  # bytes by path


@cache
def packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Weighing(Quiet):
    """Answers as the samples in build_tools/publishing/hosting say, and writes down what it sent."""

    protocol_version = "HTTP/1.1"
    sent: Sent = Sent()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status, path = (200, path) if path.is_file() else (404, SITE / "404.html")
        body = packed(path) if path.suffix in PACKED else path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", KEPT if "?v=" in self.path or ".min." in self.path else "no-cache")
        if path.suffix in PACKED:
            self.send_header("Content-Encoding", "gzip")
        self.sent[self.path] += (
            len(body) + sum(map(len, self._headers_buffer)) + 2
        )  # the headers end with an empty line
        self.end_headers()
        self.wfile.write(body)


def visit(page: Page, address: str) -> Sent:
    """Open the page and wait until nothing more comes; what was sent for it."""
    Weighing.sent.clear()
    page.goto(address, wait_until="networkidle")
    return Sent(Weighing.sent)


def largest_paint(browser: Browser, address: str) -> float:
    """Milliseconds until the largest thing on the screen of a phone is there, with an empty store and a slow
    processor."""
    context = browser.new_context(viewport=SCREENS["phone"])
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="networkidle")
    paint = page.evaluate(PAINT)
    context.close()
    return paint


def chapters() -> list[str]:
    return sorted(f"{path.parent.relative_to(SITE).as_posix()}/" for path in SITE.glob("*/[0-9][0-9]/index.html"))


def weigh_chapters(browser: Browser, root: str) -> bool:
    """Every chapter as the first page of a visit and as a later one. True if all keep to the goals."""
    first, later = {}, {}
    for address in chapters():
        context = browser.new_context()
        page = context.new_page()
        first[address] = visit(page, root + address)
        context.close()
    context = browser.new_context()
    page = context.new_page()
    visit(page, root)
    for address in chapters():
        later[address] = visit(page, root + address)
    context.close()
    for name, visits, goal in (("first visit", first, FIRST_VISIT), ("later page", later, LATER_PAGE)):
        heaviest = max(visits, key=lambda address: visits[address].total())
        totals = [sent.total() for sent in visits.values()]
        print(
            f"{name} to a chapter: {kilobytes(median(totals))} in the middle, {kilobytes(max(totals))} at most "
            f"({heaviest}); goal {kilobytes(goal)}"
        )
        for path, size in visits[heaviest].most_common():
            print(f"    {kilobytes(size)}  {path}")
    return (
        max(sent.total() for sent in first.values()) <= FIRST_VISIT
        and max(sent.total() for sent in later.values()) <= LATER_PAGE
    )


def weigh_types(browser: Browser, root: str, looks: int) -> None:
    print(f"\n{'first visit to':<20} {'sent':>9}  largest paint at 1/{SLOWER} of this machine's speed")
    for kind, address in PAGE_TYPES.items():
        context = browser.new_context()
        sent = visit(context.new_page(), root + address)
        context.close()
        paint = median(largest_paint(browser, root + address) for _ in range(looks))
        print(f"{kind:<20} {kilobytes(sent.total())}  {paint:.0f} ms")


def kilobytes(size: float) -> str:
    return f"{size / 1000:6.1f} KB"


def main(looks: int) -> int:
    server = QuietServer(("127.0.0.1", 0), partial(Weighing, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=find_chromium(), args=list(BROWSER_ARGUMENTS))
        light = weigh_chapters(browser, root)
        weigh_types(browser, root, looks)
        browser.close()
    server.shutdown()
    return 0 if light else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 1))
