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
