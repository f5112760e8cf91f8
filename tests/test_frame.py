"""The frame of every page, in a real browser."""

import pytest


def test_single_letters_do_nothing(site_address, browser):
    """A slip on the keyboard neither leaves the page nor opens anything (WCAG 2.1.4)."""
    page = browser.new_page()
    page.goto(f"{site_address}shuangcheng/03/")
    page.locator("body").press("n")
    page.locator("body").press("p")
    page.locator("body").press("f")
    page.wait_for_timeout(300)
    assert page.url.endswith("shuangcheng/03/")
    assert page.evaluate("document.activeElement.tagName") == "BODY"
    page.close()


@pytest.mark.parametrize(("width", "folded"), [(390, True), (1280, False)])
def test_chapters_on_the_home_page_fold_on_a_phone_alone(browser, site_address, width, folded):
    """A phone shows both plans and then the topics within two screens; where there is room every chapter is in sight,
    with script or without."""
    for script in (True, False):
        context = browser.new_context(viewport={"width": width, "height": 844}, java_script_enabled=script)
        page = context.new_page()
        page.goto(site_address)
        chapters = page.locator(".pr-chapters li a")
        assert chapters.count() > 20
        assert chapters.first.is_visible() is not (folded and script)
        if folded and script:
            assert page.locator("#topics").bounding_box()["y"] < 2 * 844
            page.locator(".pr-chapters summary").first.click()
            assert chapters.first.is_visible()
        context.close()


def test_on_a_phone_the_main_pages_are_within_the_thumbs_reach(browser, site_address):
    """Compare, indicators, downloads and search stand at the lower edge of a phone, on every page, and cover no end of
    it; on a desk they are not there."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site_address}shuangliao/03/")
    bar = page.locator(".pr-thumb")
    assert bar.bounding_box()["y"] + bar.bounding_box()["height"] == 844
    assert bar.locator("a").evaluate_all("links => links.map(link => new URL(link.href).pathname)") == [
        "/",
        "/compare/",
        "/indicators/",
        "/downloads/",
    ]
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".pr-foot a").last.bounding_box()
    assert last["y"] + last["height"] <= bar.bounding_box()["y"]
    bar.locator("button").click()
    assert page.evaluate("document.activeElement.name") == "query"
    page.set_viewport_size({"width": 1280, "height": 800})
    assert not bar.is_visible()
    page.close()


def test_the_notice_of_a_draft_is_read_in_full_once_a_visit(browser, site_address):
    """On a phone the second page of a visit says it in a line that begins with what is particular to the page; a touch
    opens it."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{site_address}shuangliao/03/")
    notice = page.locator(".pr-status").first
    full = notice.bounding_box()["height"]
    page.goto(f"{site_address}shuangliao/04/")
    assert notice.bounding_box()["height"] < full / 2
    assert notice.locator("a").is_visible()
    notice.click(position={"x": 300, "y": 10})
    assert notice.bounding_box()["height"] > full / 2
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_notice_of_a_draft_is_whole_sentences(browser, site_address, width):
    """Whether read for the first or the second time, on a phone or a desk: no sentence ends in another's full stop."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    for chapter in ("01", "02"):
        page.goto(f"{site_address}shuangliao/{chapter}/")
        words = page.locator(".pr-status[role=note]").inner_text()
        sentences = [words.strip() for words in words.split("。")]
        assert "" not in sentences[:-1], words
        assert sentences[-1] == "", words
        assert any(sentence.startswith("本章待填数字") for sentence in sentences), words
    context.close()


def test_a_touched_paragraph_shows_its_address(browser, site_address):
    """Where nothing hovers ¶ and 引 take no room until the paragraph is touched; then they can be."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{site_address}shuangliao/03/")
    paragraph = page.locator(".pr-p").nth(1)
    link, cite = paragraph.locator(".pr-link"), paragraph.locator(".pr-cite")
    assert link.evaluate("link => getComputedStyle(link).opacity") == "0"
    paragraph.tap(position={"x": 40, "y": 10})
    page.wait_for_function("getComputedStyle(document.querySelector('.pr-touched .pr-link')).opacity === '1'")
    assert min(link.bounding_box()["width"], cite.bounding_box()["height"]) >= 24
    cite.tap()
    assert page.locator(".pr-cite-dialog").is_visible()
    page.keyboard.press("Escape")
    page.locator(".pr-p").nth(2).tap(position={"x": 40, "y": 10})
    page.wait_for_function(
        "document.querySelectorAll('.pr-touched').length === 1 && "
        "!document.querySelectorAll('.pr-p')[1].matches('.pr-touched')"
    )
    context.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_from_home_everything_is_a_click_away(browser, site_address, language):
    """Indicators, targets, projects and places of every plan, the glossary, and for every topic its comparison."""
    page = browser.new_page()
    page.goto(site_address + language)
    led = set(page.locator(".pr-page a").evaluate_all("links => links.map(link => link.pathname + link.search)"))
    for plan in ("shuangcheng", "shuangliao"):
        assert {f"/{language}{plan}/{name}/" for name in ("indicators", "targets", "projects", "places")} <= led
    assert f"/{language}glossary/" in led
    topics = page.locator(".pr-topics a").evaluate_all("links => links.map(link => link.pathname + link.search)")
    assert len(topics) > 20
    assert all(address.startswith(f"/{language}compare/?topic=") for address in topics)
    page.close()


SEEN = """element => {
    for (let here = element; here; here = here.parentElement) {
        const style = getComputedStyle(here)
        if (style.opacity !== "1" || style.display === "none" || style.visibility !== "visible") return here.className
    }
    return "seen"
}"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("path", ["", "shuangliao/03/", "shuangcheng/targets/", "en/indicators/", "404.html"])
def test_the_words_of_a_page_are_seen(browser, site_address, path, media):
    """Nothing around the text hides it, on the screen or on paper."""
    page = browser.new_page()
    page.goto(site_address + path)
    page.emulate_media(media=media)
    assert page.locator(".md-content h1").evaluate(SEEN) == "seen"
    page.close()
