"""Every page type can be read and worked by everyone: WCAG 2.2 AA as far as a program can tell, in both schemes, on a
desk and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from page_types import PAGE_TYPES, SCHEMES, SCREENS

NARROW = {"width": 320, "height": 700}
LOOKS = (("desktop", "light"), ("phone", "light"), ("desktop", "dark"))  # a phone has the same colours as a desk
THEME_NAMES = {"light": "default", "dark": "slate"}
WIDEST_LINE = 40  # characters


@pytest.fixture
def open_page(browser, site_address):
    """A function that opens an address of the site; what it opened is closed after the test."""
    contexts = []

    def visit(address: str, **options):
        contexts.append(browser.new_context(reduced_motion="reduce", **options))
        page = contexts[-1].new_page()
        page.goto(site_address + address)
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def open_look(browser, site_address):
    """A function that opens an address in a look; each look keeps one page for the whole module, because opening one
    takes longer than looking."""
    pages = {}

    def visit(address: str, look: tuple[str, str]):
        if look not in pages:
            screen, scheme = look
            pages[look] = browser.new_page(
                viewport=SCREENS[screen], color_scheme=scheme, has_touch=screen == "phone", reduced_motion="reduce"
            )
        pages[look].goto("about:blank")
        pages[look].goto(site_address + address)
        return pages[look]

    yield visit
    for page in pages.values():
        page.close()


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_axe_finds_nothing(open_look, kind, look):
    """axe has nothing to object to on any page type."""
    assert objections(open_look(PAGE_TYPES[kind], look), look[1]) == []


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_axe_finds_nothing_in_english(open_look, kind):
    """The English page of every type is as accessible as the Chinese one."""
    assert objections(open_look("en/" + PAGE_TYPES[kind], ("desktop", "light")), "light") == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_with_both_languages(open_page, scheme):
    """A chapter with the Chinese below the English is as accessible as each alone."""
    page = open_page("en/" + PAGE_TYPES["chapter-draft"], viewport=SCREENS["phone"], color_scheme=scheme)
    page.click('[data-pr-view="both"]')
    assert objections(page, scheme) == []


@pytest.mark.parametrize("look", LOOKS, ids="-".join)
def test_axe_finds_nothing_in_the_open_search(open_page, look):
    """The search with results in it is as accessible as the pages."""
    screen, scheme = look
    page = open_page("", viewport=SCREENS[screen], color_scheme=scheme)
    page.click(".pr-search-field")
    page.keyboard.type("黑土地")
    page.wait_for_selector(".md-search-result__item")
    assert objections(page, scheme) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_the_open_menu(open_page, scheme):
    """The menu of small screens is as accessible as the pages."""
    page = open_page(PAGE_TYPES["chapter-draft"], viewport=SCREENS["phone"], color_scheme=scheme)
    page.click(".pr-menu")
    assert objections(page, scheme) == []


def objections(page, scheme: str) -> list[str]:
    """What axe objects to: rule, element, advice. Dark pages differ from light ones in their colours only, so contrast
    is all that is looked at again."""
    assert page.get_attribute("body", "data-md-color-scheme") == THEME_NAMES[scheme]
    only = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
    found = Axe().run(page, options={"resultTypes": ["violations"], **only}).response["violations"]
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("language", ["", "en/"], ids=["chinese", "english"])
@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_nothing_is_wider_than_a_small_phone(open_page, kind, language):
    """At 320 pixels (a desk at 400 % zoom) no page scrolls sideways."""
    page = open_page(language + PAGE_TYPES[kind], viewport=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_pages_keep_to_themselves(browser, site_address, kind):
    """A page asks no other machine for anything and logs no error."""
    page = browser.new_page()
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site_address + PAGE_TYPES[kind], wait_until="networkidle")
    page.close()
    assert [address for address in asked if not address.startswith((site_address, "data:"))] == []
    assert complaints == []


def test_the_language_is_declared(open_page):
    """Screen readers and line breaking know that this is simplified Chinese."""
    assert open_page("").evaluate("document.documentElement.lang") == "zh-Hans"


def test_lines_are_not_too_long(open_page):
    """On a wide screen a paragraph has at most forty characters in a line."""
    page = open_page(PAGE_TYPES["chapter-adopted"], viewport={"width": 1920, "height": 1000})
    width, size = page.evaluate(
        "(() => { const p = document.querySelector('.pr-p'); return [p.clientWidth, "
        "parseFloat(getComputedStyle(p).fontSize)] })()"
    )
    assert width / size <= WIDEST_LINE


def test_menu_works_with_the_keyboard_alone(open_page):
    """On a small screen the menu opens with Enter, takes the focus, and gives it back on Escape."""
    page = open_page(PAGE_TYPES["chapter-draft"], viewport=SCREENS["phone"])
    page.focus(".pr-menu")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('.pr-nav')")
    assert page.get_attribute(".pr-menu", "aria-expanded") == "true"
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.pr-menu')")
    assert page.get_attribute(".pr-menu", "aria-expanded") == "false"


def test_closed_menu_takes_no_focus(open_page):
    """Tab never goes to links that nobody can see."""
    page = open_page(PAGE_TYPES["chapter-draft"], viewport=SCREENS["phone"])
    assert page.evaluate("getComputedStyle(document.querySelector('.md-sidebar--primary')).visibility") == "hidden"


def test_every_paragraph_address_is_reached_by_the_keyboard(open_page):
    """The permalink of a paragraph shows itself when it has the focus."""
    page = open_page(PAGE_TYPES["chapter-draft"], viewport=SCREENS["desktop"])
    link = page.locator(".pr-p .pr-link").first
    assert link.evaluate("e => getComputedStyle(e).opacity") == "0"
    link.focus()
    page.wait_for_function("getComputedStyle(document.activeElement).opacity === '1'")


def test_scheme_is_switched_and_kept(open_page):
    """The button turns light into dark, and the next page stays dark."""
    page = open_page("", color_scheme="light", viewport=SCREENS["desktop"])
    page.click("[data-pr-scheme]")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.click(".pr-links a:has-text('下载')")
    page.wait_for_selector("h1:has-text('下载')")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"


def test_side_bar_holds_one_plan_only(open_page):
    """A page of a plan does not grow with the number of plans: its side bar links to no chapter of another."""
    page = open_page(PAGE_TYPES["chapter-draft"])
    links = page.eval_on_selector_all(".pr-nav a", "links => links.map(link => link.pathname)")
    assert PAGE_TYPES["chapter-draft"] in "".join(links)
    assert [link for link in links if PAGE_TYPES["plan-adopted"] in link] == []


def test_status_is_on_paper(open_page):
    """A printed page of a draft still says that it is one."""
    page = open_page(PAGE_TYPES["chapter-draft"], viewport=SCREENS["desktop"])
    page.emulate_media(media="print")
    assert page.is_visible(".pr-status:has-text('草案')")
    assert not page.is_visible(".pr-nav")
    assert not page.is_visible(".md-header")
