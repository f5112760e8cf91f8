"""The tables of facts in a browser: find, filter and sort, by mouse and by keyboard, from a server and from a disk;
readable without script."""

from __future__ import annotations

import pytest

PHONE = {"width": 390, "height": 844}
SHOWN = "[...document.querySelectorAll('.pr-sheet tbody tr')].filter(row => !row.hidden)"


@pytest.fixture(params=["http", "file"])
def targets(request, browser, site, site_address):
    """The page of targets, from a server and from a disk, on a phone."""
    page = browser.new_page(viewport=PHONE)
    heard = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto(
        f"{site_address}shuangliao/targets/"
        if request.param == "http"
        else (site / "shuangliao/targets/index.html").as_uri()
    )
    yield page
    page.close()
    assert heard == []


def test_a_word_and_a_year_narrow_the_table_and_the_count_says_so(targets):
    all_rows = targets.evaluate(f"{SHOWN}.length")
    targets.get_by_role("combobox", name="年份").select_option("2035")
    late = targets.evaluate(f"{SHOWN}.length")
    assert 0 < late < all_rows
    assert targets.evaluate(f"{SHOWN}.every(row => row.cells[3].innerText.includes('2035'))")
    targets.get_by_label("在表中查找").fill("天然气")
    assert 0 < targets.evaluate(f"{SHOWN}.length") < late
    assert f"共 {all_rows}" in targets.inner_text(".pr-sheet-count")


def test_amounts_sort_by_value_not_by_their_signs(targets):
    button = targets.locator(".pr-sheet th button").nth(1)
    button.focus()
    targets.keyboard.press("Enter")
    values = (
        f"{SHOWN}.map(row => row.cells[1].querySelector('data')).filter(Boolean).map(data => "
        "Number(data.value)).filter(value => !isNaN(value))"
    )
    rising = targets.evaluate(values)
    assert rising == sorted(rising)
    assert len(rising) > 100
    assert targets.locator(".pr-sheet th").nth(1).get_attribute("aria-sort") == "ascending"
    targets.keyboard.press("Enter")
    falling = targets.evaluate(values)
    assert falling == sorted(falling, reverse=True)


def test_the_page_is_no_wider_than_the_phone(targets):
    assert targets.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_row_leads_to_the_paragraph_with_the_figure(browser, site_address):
    """The link's paragraph holds the sentence that the row quotes. (From a disk the offline bundle has its own links
    and its own test.)"""
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site_address}shuangliao/targets/")
    row = page.locator(".pr-sheet tbody tr").nth(5)
    quote = row.locator("details").first.text_content().removeprefix("原句")
    row.locator("a").first.click()
    anchor = page.url.split("#")[1]
    assert quote[:10] in page.locator(f"[id='{anchor}']").inner_text()
    page.close()


def test_without_script_the_table_is_whole(browser, site_address, edition):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_address}shuangliao/targets/")
    plan = next(plan for plan in edition.plans if plan.card.id == "shuangliao")
    assert page.locator(".pr-sheet tbody tr").count() == len(plan.targets)
    assert page.locator(".pr-sheet-bar").count() == 0
    context.close()


def test_targets_are_marked_in_the_text_when_the_reader_asks_and_the_choice_stays(browser, site_address):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_address}shuangcheng/03/")
    button = page.get_by_role("button", name="标出数量目标")
    assert button.get_attribute("aria-pressed") == "false"
    plain = page.locator(".pr-target").first.evaluate("element => getComputedStyle(element).borderBottomStyle")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".pr-target").first.evaluate("element => getComputedStyle(element).borderBottomStyle") != plain
    page.goto(f"{site_address}shuangcheng/05/")
    assert page.get_by_role("button", name="标出数量目标").get_attribute("aria-pressed") == "true"
    context.close()


def test_targets_are_marked_in_english_too(browser, site_address):
    """The reader of a translation marks the figures in its text; those of the Chinese beside it are not counted
    twice."""
    page = browser.new_page()
    page.goto(f"{site_address}en/shuangcheng/03/")
    button, own = (
        page.get_by_role("button", name="Mark quantitative targets"),
        page.locator(".pr-target:not(.pr-original *)"),
    )
    assert button.inner_text() == f"Mark quantitative targets {own.count()}"
    plain = own.first.evaluate("element => getComputedStyle(element).borderBottomStyle")
    button.click()
    assert own.first.evaluate("element => getComputedStyle(element).borderBottomStyle") != plain
    page.close()


def test_a_row_with_several_places_is_found_under_each(browser, site_address):
    """A project in two towns is offered and found under either, and one in a village under its town."""
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site_address}shuangliao/projects/")
    choice = page.get_by_label("地点")
    offered = choice.evaluate("select => [...select.options].map(option => option.value)")
    assert not [value for value in offered if "；" in value or "|" in value]
    found = {}
    for town in ("茂林镇", "双山镇", "柳条乡"):
        choice.select_option(town)
        found[town] = page.evaluate(f"{SHOWN}.map(row => row.cells[3].innerText)")
        assert found[town]
        assert all(town in place for place in found[town])
    assert set(found["茂林镇"]) & set(found["双山镇"])
    page.close()


@pytest.mark.parametrize("clicks", [1, 2], ids=["rising", "falling"])
def test_sums_still_open_stay_behind_the_figures(browser, site_address, clicks):
    """X亿元 is no figure: whichever way the sums are sorted, it follows them, and empty cells come last."""
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site_address}shuangliao/projects/")
    for _ in range(clicks):
        page.locator(".pr-sheet th button").nth(1).click()
    kinds = page.evaluate(
        f"{SHOWN}.map(row => row.cells[1].querySelector('data') ? 0 : row.cells[1].innerText.trim() ? 1 : 2)"
    )
    assert set(kinds) == {0, 1, 2}
    assert kinds == sorted(kinds)
    page.close()


def test_a_place_is_found_by_its_name(browser, site_address):
    """The find box leaves the entry of the place, open, and hides the headings of kinds without one; emptied, all are
    back."""
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site_address}shuangliao/places/")
    entries, shown = page.locator(".pr-place"), page.locator(".pr-place:visible")
    find = page.get_by_label("查找地名")
    find.fill("红旗街道")
    assert shown.count() == 1
    assert "红旗街道" in shown.inner_text()
    assert shown.get_attribute("open") is not None
    assert page.locator(".pr-find-list h2:visible").count() == 1
    find.fill("")
    assert shown.count() == entries.count() > 20
    page.close()


@pytest.mark.parametrize(
    "path", ["shuangliao/targets/", "shuangliao/projects/", "en/shuangliao/projects/", "en/shuangliao/targets/"]
)
def test_a_laptop_shows_all_columns(browser, site_address, path):
    """At 1280 pixels no column of the large tables is cut off."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(site_address + path)
    assert page.evaluate("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.pr-sheet'))") <= 0
    page.close()
