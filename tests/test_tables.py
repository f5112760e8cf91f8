"""The tables of facts in a browser: find, filter and sort, by mouse and by keyboard, from a server and from a disk;
readable without script."""

from __future__ import annotations

import csv

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
    targets.get_by_role("button", name="筛选、排序").click()
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
    page.get_by_role("button", name="筛选、排序").click()
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
    page = browser.new_page()
    page.goto(f"{site_address}shuangliao/projects/")
    for _ in range(clicks):
        page.locator(".pr-sheet th button").nth(1).click()
    kinds = page.evaluate(
        f"{SHOWN}.map(row => row.cells[1].querySelector('data') ? 0 : row.cells[1].innerText.trim() ? 1 : 2)"
    )
    assert set(kinds) == {0, 1, 2}
    assert kinds == sorted(kinds)
    page.close()


def test_the_choice_is_in_the_address_and_back_leads_to_the_one_before(targets):
    """Filter, order and words stand in the address: another reader sees the same rows, and Back takes a step back."""
    targets.get_by_role("button", name="筛选、排序").click()
    targets.get_by_role("combobox", name="年份").select_option("2035")
    targets.get_by_role("combobox", name="排序").select_option("-value")
    targets.get_by_label("在表中查找").fill("天然气")
    rows = targets.evaluate(f"{SHOWN}.map(row => row.cells[0].innerText)")
    assert rows
    assert {"year=2035", "sort=-value"} <= set(targets.url.split("?")[1].split("&"))
    again = targets.context.browser.new_page()
    again.goto(targets.url)
    assert again.evaluate(f"{SHOWN}.map(row => row.cells[0].innerText)") == rows
    again.close()
    targets.go_back()
    assert "sort" not in targets.url
    assert targets.get_by_role("combobox", name="年份").input_value() == "2035"
    targets.go_back()
    assert targets.evaluate(f"{SHOWN}.length") == targets.locator(".pr-sheet tbody tr").count()


def test_what_is_not_given_can_be_asked_for(browser, site_address):
    """Projects without a place, and targets whose sentence has no year, are found as “not given”."""
    page = browser.new_page()
    page.goto(f"{site_address}shuangliao/projects/?place=-")
    assert 0 < page.evaluate(f"{SHOWN}.length") < page.locator(".pr-sheet tbody tr").count()
    assert page.evaluate(f"{SHOWN}.every(row => !row.cells[3].innerText.trim())")
    page.goto(f"{site_address}shuangliao/targets/")
    page.get_by_role("combobox", name="年份").select_option(label="未写明")
    assert page.evaluate(f"{SHOWN}.length") > 0
    assert page.evaluate(f"{SHOWN}.every(row => row.cells[3].innerText.includes('未写明'))")
    page.close()


def test_the_rows_that_are_shown_are_saved_with_their_addresses(browser, site_address):
    """The file has a line a row that is shown, each with its address; nothing in it runs in a spreadsheet."""
    page = browser.new_page()
    page.goto(f"{site_address}shuangliao/projects/?find=水库")
    with page.expect_download() as saved:
        page.get_by_role("button", name="CSV").click()
    lines = list(csv.reader(saved.value.path().read_text(encoding="utf-8-sig").splitlines()))
    assert len(lines) == 1 + page.evaluate(f"{SHOWN}.length") > 1
    assert all(line[-1].startswith(f"{site_address}shuangliao/projects/#x") for line in lines[1:])
    page.close()


@pytest.mark.parametrize(
    "path", ["shuangliao/targets/", "shuangcheng/indicators/", "shuangcheng/01/#s06-b1", "compare/topics/"]
)
def test_the_page_scrolls_and_the_head_stays(browser, site_address, path):
    """No table has a scroll box for its height; its head stays below that of the site while the page moves."""
    page = browser.new_page(viewport={"width": 1280, "height": 500})
    page.goto(site_address + path)
    box = page.locator(".pr-sheet, .pr-table").first
    assert box.evaluate(
        "box => box.scrollHeight <= box.clientHeight + 1 || getComputedStyle(box).overflowY === 'visible'"
    )
    end = box.evaluate("box => box.getBoundingClientRect().bottom + window.scrollY - 250")
    page.evaluate(f"window.scrollTo(0, {end})")
    head = box.locator("thead th").first.bounding_box()
    below = page.locator(".md-header").evaluate("header => header.getBoundingClientRect().bottom")
    assert abs(head["y"] - below) <= 2
    page.close()


def test_a_wide_table_keeps_its_head_too(browser, site_address):
    """A table that is wider than its column scrolls sideways only, and its head follows the page."""
    page = browser.new_page(viewport={"width": 760, "height": 500})
    page.goto(f"{site_address}shuangcheng/indicators/")
    box = page.locator(".pr-table").first
    box.evaluate("box => { box.style.width = '300px'; window.dispatchEvent(new Event('resize')); }")
    assert "pr-wide" in box.get_attribute("class")
    assert box.get_attribute("tabindex") == "0"
    page.evaluate(f"window.scrollTo(0, {box.evaluate('box => box.getBoundingClientRect().bottom + scrollY - 250')})")
    page.wait_for_timeout(100)
    head, below = box.locator("thead th").nth(1).bounding_box(), page.locator(".md-header").bounding_box()
    assert abs(head["y"] - below["y"] - below["height"]) <= 2
    page.close()


def test_on_a_phone_a_row_shows_its_figures(browser, site_address):
    """Every figure of the indicator table is on the screen of a phone, below what its head says, without scrolling
    sideways; the order of the print stays."""
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{site_address}shuangcheng/indicators/")
    cells = page.locator(".pr-table tbody td")
    assert cells.count() > 60
    assert page.evaluate(
        f"[...document.querySelectorAll('.pr-table tbody :is(td, th)')].every(cell => "
        f"cell.getBoundingClientRect().right <= {PHONE['width']})"
    )
    assert page.locator(".pr-table").first.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert cells.first.get_attribute("data-head") == "2020年"
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
