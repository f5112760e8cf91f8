"""Pictures of every page type, desktop and phone, light and dark: build/site → build/shots (make shots); and a contact
sheet of each PDF design.

A script for people who look, not a test. `python -m tests.shots chapter-draft phone` makes only the pictures whose
names hold all these words; `pdf` alone makes the contact sheets.
"""

from __future__ import annotations

import sys
import threading
from functools import partial
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import BROWSER_ARGUMENTS, Quiet, QuietServer, find_chromium
from tests.contact_sheets import contact_sheets
from tests.page_types import PAGE_TYPES, SCHEMES, SCREENS

BUILD = Path(__file__).parent.parent / "build"
TALLEST = 3600  # pixels: what one can look at in one piece


def main(words: list[str]) -> None:
    shots = BUILD / "shots"
    shots.mkdir(parents=True, exist_ok=True)
    server = QuietServer(("127.0.0.1", 0), partial(Quiet, directory=str(BUILD / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as engine:
        browser = engine.chromium.launch(executable_path=find_chromium(), args=list(BROWSER_ARGUMENTS))
        for kind, screen, scheme in product(PAGE_TYPES, SCREENS, SCHEMES):
            name = f"{kind}-{screen}-{scheme}"
            if all(word in name for word in words):
                picture(
                    browser,
                    f"http://127.0.0.1:{server.server_port}/{PAGE_TYPES[kind]}",
                    screen,
                    scheme,
                    shots / f"{name}.png",
                )
                print(f"build/shots/{name}.png")
        if words in ([], ["pdf"]):
            for sheet in contact_sheets(browser, shots):
                print(f"build/shots/{sheet.name}")
        browser.close()
    server.shutdown()


def picture(browser: Browser, address: str, screen: str, scheme: str, target: Path) -> None:
    phone = screen == "phone"
    context = browser.new_context(
        viewport=SCREENS[screen], color_scheme=scheme, has_touch=phone, is_mobile=phone, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address)
    if "#" in address:  # one place on a long page: what the screen shows there
        page.screenshot(path=target)
    else:
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        page.screenshot(
            path=target, full_page=True, clip={"x": 0, "y": 0, "width": SCREENS[screen]["width"], "height": height}
        )
    context.close()


if __name__ == "__main__":
    main(sys.argv[1:])
