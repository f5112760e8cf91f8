"""The frame of every page, in a real browser."""


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
