"""Pages of figures: every fact is there once, leads to its paragraph, and no empty cell is filled."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from build_tools.model.curated import Toponym
from build_tools.model.facts import Indicator
from build_tools.writers.pages import indicators, projects, record, targets
from build_tools.writers.words import charts, project_places
from build_tools.writers.words.fact_words import amount, paragraph

MOST = 300_000  # bytes of HTML a page
IN_CHINESE = re.compile(r'<span lang="zh-Hans">.*?</span>')
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def rows_of(page: str) -> list[str]:
    """Rows of the sheet, without its head."""
    sheet = page[page.index("pr-sheet") :]
    return [line for line in sheet.splitlines() if line.startswith("| ")][1:]


def test_every_target_is_a_row_with_its_figure_and_the_way_to_its_paragraph(edition, plan):
    page = targets.write(edition)[f"pages/zh/{plan.card.id}/targets.md"]
    rows = rows_of(page)
    assert len(rows) == len(plan.targets)
    for row, target in zip(rows, plan.targets, strict=False):
        assert f"]({paragraph(target.address)})" in row
        assert str(target.by_year) in row


def test_every_project_stands_once_and_every_mention_is_linked(edition, plan):
    page = projects.write(edition)[f"pages/zh/{plan.card.id}/projects.md"]
    rows = rows_of(page)
    assert len(rows) == len({project.project_group for project in plan.projects})
    assert sum(len(re.findall(r"\[\d+\]\(", row)) for row in rows) == len(plan.projects)


def test_no_sum_of_groups_that_were_computed(edition):
    """What is one project under two names cannot be told for certain, so the page adds nothing up and says why."""
    pages = [projects.write(edition)[f"pages/zh/{plan.card.id}/projects.md"] for plan in edition.plans]
    assert len(pages) == len(edition.plans)
    for page in pages:
        assert "不作合计" in page
        assert "合计 " not in page
        assert "相加" not in page


def test_a_sum_in_two_wordings_stands_once(edition):
    """8000万元 and 8千万元 are one sum, its other wording in the title; unlike sums are both there."""
    mention = next(project for plan in edition.plans for project in plan.projects)
    same = [
        replace(mention, investment=words, investment_yuan="80000000", part_of="") for words in ("8000万元", "8千万元")
    ]
    unlike = replace(same[0], investment="9000万元", investment_yuan="90000000")
    said = projects.investment(projects.Entry(tuple(same)), str)
    assert ">8000万元<" in said
    assert 'title="8000万元、8千万元"' in said
    assert ">8000万元 / 9000万元<" in projects.investment(projects.Entry((same[0], unlike)), str)


def test_a_place_is_filtered_by_its_town(edition):
    """Other names, villages of a town and several towns lead to the listed names; what is not listed stays as the plan
    puts it."""
    listed = [
        Toponym(name, "乡镇街道", "plan", (alias,), "", "places.yml:1")
        for name, alias in (("甲镇", "甲"), ("乙乡", "乙乡人民政府"))
    ]
    names = project_places.names_of(listed)
    assert project_places.names_in("某市甲镇五一村", names) == ["甲镇"]
    assert project_places.names_in("乙乡；甲", names) == ["乙乡", "甲镇"]
    assert project_places.place_cell("乙乡；甲镇", ["乙乡", "甲镇"]).startswith('<span data-values="乙乡&#124;甲镇">')
    assert project_places.place_cell("甲镇", ["甲镇"]) == project_places.place_cell("甲镇", []) == "甲镇"


def test_a_target_is_said_as_people_say_it(edition):
    """以上, 以内, 超过 and 左右 stand where Chinese puts them."""
    said = {target.comparator: amount(target) for plan in edition.plans for target in plan.targets}
    assert said[">="].endswith("以上")
    assert said["<="].endswith("以内")
    assert said[">"].startswith("超过")
    assert said["≈"].endswith("左右")


def test_the_comparison_names_every_indicator_of_both_plans_and_fills_no_gap(edition):
    page = indicators.write(edition)["pages/zh/indicators.md"]
    for plan in edition.plans:
        for no in {indicator.no for indicator in plan.indicators}:
            assert (
                sum(
                    (match.from_plan == plan.card.id and match.from_no == no)
                    or (match.to_plan == plan.card.id and match.to_no == no)
                    for match in edition.indicator_matches
                )
                == 1
            )
    empty = sum(
        not value
        for plan in edition.plans
        for i in {i.no: i for i in plan.indicators}.values()
        for value in (i.baseline, i.target)
    )
    assert page.count("未填") >= empty - 2  # 城镇 and 农村 share a line


@pytest.mark.parametrize(
    "pages",
    [indicators, projects, record, targets],
    ids=lambda pages: pages.__name__.split(".")[-1],
)
def test_english_pages_of_figures_are_in_english(english, pages):
    """Words, punctuation and units; what the program took from the Chinese is marked as such."""
    for path, page in pages.write(english).items():
        left = [line for line in page.splitlines() if CHINESE.search(IN_CHINESE.sub("", line))]
        assert left == [], path


def test_english_pages_say_the_same_facts(edition, english):
    """Each row leads to the same paragraph and sorts by the same figure."""
    keys = re.compile(r"\]\(([^)]*)\)|<data value=\"([^\"]*)\"")
    for pages in (projects, targets, indicators):
        here, there = (
            [keys.findall("\n".join(rows_of(page))) for page in pages.write(each).values() if "pr-sheet" in page]
            for each in (edition, english)
        )
        assert here == there
    for plan, other in zip(edition.plans, english.plans, strict=False):
        assert [charts.amounts(panel) for panel in charts.panels(plan.indicators)] == [
            charts.amounts(panel) for panel in charts.panels(other.indicators)
        ]


def indicator(baseline: str, target: str) -> Indicator:
    return Indicator(
        "plan",
        "1",
        "经济",
        "产值 <A&B>",
        "亿元",
        "",
        "2020",
        baseline,
        "2025",
        target,
        "",
        "预期性",
        False,
        1,
        "plan/01@1",
    )


@pytest.mark.parametrize(
    ("baseline", "target", "drawn"),
    [
        ("14", "18以上", True),
        ("30", "[150]", False),
        ("-6.8", "5", True),
        ("", "1.5", False),
        ("2", "完成市下达指标", False),
        ("18", "about 30", True),
        ("1,000", "1,030 or more", True),
        ("2", "target set by the municipality", False),
    ],
)
def test_only_rows_with_two_numbers_are_drawn(baseline, target, drawn):
    assert bool(charts.panels((indicator(baseline, target),))) is drawn


def test_a_chart_is_well_formed_says_itself_in_words_and_never_changes():
    found = charts.panels((indicator("14", "18以上"), indicator("6.3", "8.3")))
    drawn = charts.draw(found, indicators.DESCRIBE, indicators.WITHOUT_UNIT)
    roots = [ElementTree.fromstring(svg) for svg in drawn.splitlines()]
    assert [[child.tag.split("}")[1] for child in root][:2] for root in roots] == [["title", "desc"]] * 2
    assert "2020年14，2025年18以上" in roots[0][1].text
    assert drawn == charts.draw(found, indicators.DESCRIBE, indicators.WITHOUT_UNIT)


@pytest.mark.parametrize(
    "name",
    [
        "耕地保有量",
        "亿元生产总值生产安全事故死亡率和其他很长的指标名称",
        "Coverage of basic old-age insurance among those entitled by law",
    ],
)
def test_a_chart_shows_its_whole_name(name):
    """A long name takes several lines, none wider than the drawing, and the bars move down."""
    panel = charts.Panel(name, "kilometres per square kilometre", "14", "18 or more", ("2020", "2025"))
    lines = [
        element.text or ""
        for element in ElementTree.fromstring(charts.draw([panel], "{name}", "{name}"))
        if element.get("class") == "pr-chart-name"
    ]
    assert "".join(lines).replace(" ", "") == name.replace(" ", "")
    assert all(charts.width(line) <= charts.WIDTH for line in lines)


def test_every_chart_has_the_same_figures_in_a_table(edition, plan):
    page = indicators.write(edition)[f"pages/zh/{plan.card.id}/indicators.md"]
    found = charts.panels(plan.indicators)
    assert ("<svg" in page) == bool(found)
    for panel in found:
        assert sum(panel.name.split("(")[0] in line for line in page.splitlines() if line.startswith("| ")) >= 1


def test_pages_of_figures_stay_light(site):
    for path in [
        site / "indicators",
        *(
            folder / name
            for folder in (site / "shuangcheng", site / "shuangliao")
            for name in ("targets", "projects", "indicators")
        ),
    ]:
        assert (path / "index.html").stat().st_size < MOST


def test_projects_of_one_table_keep_their_own_places(edition):
    """Rows of a table lie at one address and have no place in a text: each still shows the place in its own row."""
    whole = next(plan for plan in edition.plans if plan.projects)
    mention = replace(whole.projects[0], part_of="", span=None)
    rows = [replace(mention, name=f"{place}园区", project_group=place, place=place) for place in ("白音镇", "沅溪乡")]
    plan = replace(whole, projects=tuple(rows))
    page = projects.write(replace(edition, plans=(plan,)))[f"pages/zh/{plan.card.id}/projects.md"]
    for row in rows:
        (line,) = [line for line in rows_of(page) if row.name in line]
        assert row.place in line.replace(row.name, "")
