"""Pages, print and data say the same of every topic, indicator and count, because each is made in one place."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import BadInput, Edition
from build_tools.writers import write_data, write_pages
from build_tools.writers.pages import compare, home, indicators
from build_tools.writers.pages.indicator_comparison import concepts_of, heads_of, row_of
from build_tools.writers.print.colophon import colophon_facts
from build_tools.writers.print.comparison import comparison_nodes, topic_nodes
from build_tools.writers.print.indicators import indicator_nodes
from build_tools.writers.words import layout, topic_sections
from build_tools.writers.words.markdown import cell as escape_cell
from build_tools.writers.words.references import places_of

NUMBERED = """# 第一章 发展目标

## 一、主要指标

| 序号 | 指标 | 2025年 | 2030年 | 属性 |
|---|---|---|---|---|
| 1 | 森林覆盖率（%） | 12 | 15 | 约束性 |
| 2 | 常住人口城镇化率（%） | 40 | 45 | 预期性 |
"""
WITHOUT_NUMBERS = """# 第一章 发展目标

## 一、主要指标

| 类别 | 指标 | 2025年 | 2030年 | 属性 |
|---|---|---|---|---|
| 生态 | 森林覆盖率（%） | 12 | 15 | 约束性 |
| 生态 | 地表水达到或好于Ⅲ类比例（%） | 80 | 85 | 约束性 |
| 民生 | 常住人口城镇化率（%） | 40 | 45 | 预期性 |
"""
TABLE_ROW = re.compile(r"^\|.*\|$")


def rows_of(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].lstrip("\ufeff"))))


@pytest.fixture
def three(tmp_path: Path) -> Edition:
    """Plans whose tables have numbers, none, and none again."""
    for name, text in (("one", NUMBERED), ("two", WITHOUT_NUMBERS), ("three", WITHOUT_NUMBERS)):
        write_plan(tmp_path / "sources", name, text, name=f"{name}县")
    return pipeline.read_edition(tmp_path / "sources", tmp_path / "none")


def test_topics_are_the_same_everywhere(edition: Edition) -> None:
    """For every topic and plan: topics.csv, the page of topics, the home page and the joint volume name the same
    sections, or none."""
    data = {row["id"]: row for row in rows_of(write_data(edition), "topics")}
    pages = {row["topic"].id: row["cells"] for row in compare.topic_rows(edition, places_of(edition))}
    covered = {topic.id: [card.id for card in cards] for topic, cards in home.topics_covered(edition)}
    _title, table = topic_nodes(edition)
    found = topic_sections.topic_sections(edition)
    seen = 0
    for topic, printed in zip(edition.topics, table.body, strict=True):
        for place, plan in enumerate(edition.plans):
            sections = topic_sections.all_on_topic(found, plan.card.id, topic.id)
            shown, more = pages[topic.id][place]
            on_paper = printed[1 + place].places or []
            assert [part for part in data[topic.id][plan.card.id].split(";") if part] == sections
            assert len(shown) + more == len(on_paper) + (printed[1 + place].more or 0) == len(sections)
            assert [entry.address for entry in on_paper] == sections[: len(on_paper)]
            assert (plan.card.id in covered[topic.id]) == bool(sections)
            seen += bool(sections)
    assert seen > len(edition.topics)


def test_indicators_without_numbers_stay_apart(three: Edition) -> None:
    """Where a table has no numbers every row is an indicator of its own, in the counts, the matches, on the page and on
    paper."""
    one, two, other = (next(plan for plan in three.plans if plan.card.id == id) for id in ("one", "two", "three"))
    assert [home.counts(plan)["indicators"] for plan in (one, two, other)] == [2, 3, 3]
    matches = rows_of(write_data(three), "indicator_matches")
    between = [m for m in matches if {m["from_plan"], m["to_plan"]} == {"two", "three"}]
    assert [m["relation"] for m in between] == ["same"] * 3
    assert all(m["from_id"] and m["to_id"] for m in between)
    page = indicators.comparison(three)
    on_paper = str(indicator_nodes(three))
    for name in ("森林覆盖率", "地表水达到或好于Ⅲ类比例", "常住人口城镇化率"):
        assert name in page
        assert name in on_paper
    assert ". 森林" in on_paper
    assert "'. " not in on_paper


def test_what_the_program_inferred_is_not_called_a_judgement(three: Edition, edition: Edition) -> None:
    """Where pairs were computed the joint volume says so; and of three plans, of which not every two need be compared,
    it does not say “only in”."""
    computed, judged = str(comparison_nodes(three)), str(comparison_nodes(edition))
    assert "程序按名称的推断" in computed
    assert "或由程序按名称推断" in computed
    assert "只在" not in computed
    assert all(match.origin == "curated" for match in edition.indicator_matches if match.to_key)
    assert "程序按名称" not in judged


def test_an_indicator_without_a_number_is_named_by_people(tmp_path: Path) -> None:
    """indicators.yml names it by its name; a name that is not there is told with its line."""
    for name in ("one", "two"):
        write_plan(tmp_path / "sources", name, WITHOUT_NUMBERS)
    rulings = tmp_path / "curated/indicators.yml"
    rulings.parent.mkdir()
    rulings.write_text("- relation: none\n  indicators: {one: 森林覆盖率}\n  reason: 口径不同\n", encoding="utf-8")
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
    alone = [match for match in edition.indicator_matches if match.origin == "curated"]
    assert [(match.from_plan, match.to_key, match.remark) for match in alone] == [("one", "", "口径不同")]
    rulings.write_text("- relation: none\n  indicators: {one: 湿地率}\n  reason: 口径不同\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"indicators\.yml:1: the plan “one” has no indicator 湿地率"):
        pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")


def test_ids_outlast_numbers(three: Edition, tmp_path: Path) -> None:
    """The same indicator keeps its id when the table is numbered anew; no two rows of a plan share one."""
    text = NUMBERED.replace("| 1 |", "| 7 |").replace("| 2 |", "| 8 |")
    write_plan(tmp_path / "again", "one", text, name="one县")
    again = pipeline.read_edition(tmp_path / "again", tmp_path / "none").plans[0]
    one = next(plan for plan in three.plans if plan.card.id == "one")
    assert [i.id for i in again.indicators] == [i.id for i in one.indicators]
    for plan in three.plans:
        assert len({i.id for i in plan.indicators}) == len(plan.indicators) > 1


def test_every_heading_stands_apart(three: Edition) -> None:
    """No heading of the page of indicators is a row of the table before it: a blank line stands between them."""
    lines = indicators.comparison(three).splitlines()
    headings = [at for at, line in enumerate(lines) if line.startswith("## ")]
    assert headings
    assert not [lines[at] for at in headings if lines[at - 1]]
    assert not [line for line in lines if TABLE_ROW.match(line) and "##" in line]


def test_figures_of_several_plans_stand_in_columns(three: Edition) -> None:
    """An indicator of three plans is one row: the figures of each plan below the plan's own years, an empty cell said
    to be empty, one that a table has not said to be that."""
    matched, alone = concepts_of(three)
    plans = [plan for plan in three.plans if plan.indicators]
    head = [cell for plan in plans for cell in heads_of(plan, three, str)]
    assert len(head) == 2 * len(plans) == 6
    seen = 0
    for concept in matched:
        cells = row_of(concept, plans, str)
        assert len(cells) == len(head) + 2
        for number, plan in enumerate(plans):
            base, target = cells[1 + 2 * number], cells[2 + 2 * number]
            rows = concept.rows.get(plan.card.id)
            assert (f">{rows[0].baseline}<" in base and f">{rows[0].target}<" in target) if rows else "表中没有" in base
            seen += bool(rows)
    assert seen > 5
    assert not {i.id for c in matched for rows in c.rows.values() for i in rows} & {
        i.id for c in alone for rows in c.rows.values() for i in rows
    }


def test_what_differs_in_a_definition_is_a_click_away(edition: Edition) -> None:
    """Where people said how two indicators differ, the row holds it folded."""
    page = indicators.comparison(edition)
    remarks = [m.remark for m in edition.indicator_matches if m.to_key and m.remark]
    assert len(remarks) > 5
    for remark in remarks:
        assert f"</summary>{escape_cell(remark)}</details>" in page


def test_figures_of_many_plans_stand_below_each_other(tmp_path: Path) -> None:
    """More plans than columns have room for: a row a plan, which names the plan, and can be filtered by the
    indicator."""
    for number in range(5):
        write_plan(tmp_path / "sources", f"plan{'abcde'[number]}", NUMBERED, name=f"第{number}县")
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "none")
    page = indicators.comparison(edition)
    rows = [line for line in page.splitlines() if line.startswith('| <span data-values="森林覆盖率">')]
    assert len(rows) == 5
    assert [f"第{number}县" in row for number, row in enumerate(rows)] == [True] * 5
    assert all("2025 → 2030" in row and row.count("<data value=") == 2 for row in rows)


def test_values_stand_below_their_own_years(tmp_path: Path) -> None:
    """Two tables of one plan with different years: no value stands below the years of the other."""
    second = (
        NUMBERED.partition("## 一、")[2]
        .replace("主要指标", "## 二、分年指标")
        .replace("2025年", "2020年")
        .replace("12", "11")
    )
    write_plan(
        tmp_path / "sources",
        "one",
        NUMBERED + "\n" + second.replace("| 2 | 常住人口城镇化率（%） | 40 | 45 | 预期性 |\n", ""),
    )
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "none")
    (plan,) = edition.plans
    assert {i.baseline_year for i in plan.indicators} == {"2025", "2020"}
    assert {i.baseline_year for i in home.glance(plan.indicators)} == {"2025"}
    page = indicators.page(edition, plan).partition("{: #chart }")[2]
    years = ""
    rows = 0
    for line in page.splitlines():
        years = line if line.startswith("| 指标") else years
        if line.startswith("| 森林覆盖率"):
            rows += 1
            assert ("2020年" in years) == ("| 11 |" in line)
    assert rows == 2


def test_a_column_that_is_not_there_is_not_empty(tmp_path: Path) -> None:
    """A draft's table without a column for values is not said to leave it unfilled, on the page or in a count."""
    text = WITHOUT_NUMBERS.replace("2025年 | 2030年", "单位").replace("|---|---|---|---|---|", "|---|---|---|---|")
    text = re.sub(r"\| (\d+) \| \d+ \|", "| % |", text)
    for name in ("one", "two"):
        write_plan(tmp_path / "sources", name, text)
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "none")
    assert all(len(plan.indicators) == 3 for plan in edition.plans)
    page = indicators.comparison(edition)
    assert "森林覆盖率" in page
    assert "未填" not in page
    assert "填了" not in page
    assert home.counts(edition.plans[0])["empty"] == 0


def test_a_cell_that_print_may_have_merged(edition: Edition) -> None:
    """An empty cell below a filled one of the same indicator is never said to be left empty by the plan: page, table
    and check tell the doubt."""
    doubtful = [(plan, i) for plan in edition.plans for i in plan.indicators if i.doubtful]
    assert doubtful
    for plan, indicator in doubtful:
        files = write_pages(edition)
        chapter = files[f"pages/zh/{'/'.join(indicator.address.split('/')[:2])}.md"]
        assert layout.DOUBTFUL in chapter
        assert layout.DOUBTFUL in files["pages/zh/indicators.md"]
        assert [p for p in plan.problems if p.code == "cell-perhaps-merged" and p.line == indicator.source_line]


@pytest.mark.parametrize("site", [{}, {"title": "", "motto": None}])
def test_a_site_without_words(edition: Edition, site: dict) -> None:
    """Where people wrote nothing about the site no mark of ours is printed in its place, and it has a title."""
    page = home.home(Edition(edition.plans, site))
    assert "# 规划读本 {: #top" in page
    assert "None" not in page
    assert not re.search(r"(^|\n)\n\{:", page.replace("\n\n{: .pr-small }", "").replace("\n\n{: .pr-counts }", ""))


def test_counts_are_those_of_the_data(edition: Edition) -> None:
    """What a plan's home page, its other pages and the colophon count is the number of rows in the published tables."""
    files = write_data(edition)
    pages = write_pages(edition)
    for plan in edition.plans:
        rows = {
            name: [row for row in rows_of(files, name) if row["plan"] == plan.card.id]
            for name in ("indicators", "targets", "projects", "placeholders", "places")
        }
        home = pages[f"pages/zh/{plan.card.id}/index.md"]
        said = {
            "indicators.md": (len({row["group"] for row in rows["indicators"]}), "项"),
            "targets.md": (len(rows["targets"]), "个"),
            "projects.md": (len({row["project_group"] for row in rows["projects"]}), "个"),
            "places.md": (len({row["place"] for row in rows["places"]}), "个"),
            "tasks.md": (sum(task.plan == plan.card.id for task in edition.tasks), "处"),
        }
        for target, (count, counted) in said.items():
            assert not count or f"[{count} {counted}]({target})" in home, (plan.card.id, target)
        colophon = {name[0]["text"]: value[0]["text"] for name, value in colophon_facts(edition, plan)}
        assert colophon["待填的数字"] == f"{len(rows['placeholders'])} 处"
        assert any(count for count, _counted in said.values())


def test_matches_are_the_same_everywhere(edition: Edition) -> None:
    """Every pair of indicators in the data stands on the page and on paper, and every indicator that stands alone on
    both, too."""
    rows = rows_of(write_data(edition), "indicator_matches")
    names = {i.key: i.name for plan in edition.plans for i in plan.indicators}
    _title, _how, *nodes = indicator_nodes(edition)
    page, on_paper = indicators.comparison(edition), str(nodes)
    pairs = [row for row in rows if row["to_id"]]
    assert sum(len(node.body) for node in nodes if node.kind == "table") == 2 * len(pairs) > 0
    for row in rows:
        name = names[row["from_id"]]
        assert f"[{escape_cell(name)}](" in page, name
        assert name in on_paper, name
