"""Charts on paper: drawn from the plan's own numbers only, said in words for those who do not see them, in the plan's
colour."""

from __future__ import annotations

import re

from pypdf import PdfReader

from build_tools.model.edition import Edition, Plan
from build_tools.writers.print.charts import chart_node
from build_tools.writers.print.kinds import as_data

from . import reading_pdf
from .conftest import Volume
from .reading_pdf import bare


def charts_in(volume: Volume) -> list[dict]:
    return [panel for node in volume.model["nodes"] if node["kind"] == "charts" for panel in node["panels"]]


def indicator_panels(volume: Volume) -> list[dict]:
    """Those of the indicator table; the years of promises have a chart of their own."""
    found, under = [], ""
    for node in volume.model["nodes"]:
        under = node["address"] if node["kind"] == "heading" else under
        if node["kind"] == "charts" and not under.endswith("/dated"):
            found += node["panels"]
    return found


def panels_of(edition: Edition, plan: Plan) -> list[dict]:
    """The panels of a plan as the template gets them; none where nothing can be drawn."""
    node = chart_node(edition, plan)
    return as_data(node)["panels"] if node else []


def test_only_rows_with_both_numbers_are_drawn(edition: Edition) -> None:
    """A row whose baseline or target is empty, a word, or a sum of years has no bars; all others have two, the longer
    one full."""
    for plan in edition.plans:
        drawable = [
            i
            for i in plan.indicators
            if re.match(r"-?\d", i.baseline) and re.match(r"-?\d", i.target) and not i.cumulative
        ]
        panels = panels_of(edition, plan)
        assert bool(panels) == bool(drawable)
        assert [[text_of(bar["value"]) for bar in panel["bars"]] for panel in panels] == [
            [i.baseline, i.target] for i in drawable
        ]
        assert all(max(bar["length"] for bar in panel["bars"]) == 1000 for panel in panels)


def test_a_translation_draws_the_same_bars(edition: Edition, english: Edition) -> None:
    """“30左右” is drawn, and so is “about 30”."""
    for plan, other in zip(edition.plans, english.plans, strict=False):
        drawn, again = panels_of(edition, plan), panels_of(english, other)
        assert [[bar["length"] for bar in panel["bars"]] for panel in drawn] == [
            [bar["length"] for bar in panel["bars"]] for panel in again
        ]


def test_bars_are_as_long_as_the_numbers(edition: Edition) -> None:
    """Within a panel, lengths stand to each other as the numbers do."""
    panels = [panel for plan in edition.plans for panel in panels_of(edition, plan)]
    assert panels
    for panel in panels:
        before, after = (float(re.match(r"[\d.]+", text_of(bar["value"]))[0]) for bar in panel["bars"])
        drawn = [bar["length"] for bar in panel["bars"]]
        assert abs(drawn[0] / drawn[1] - before / after) < 0.002


def test_every_chart_is_said_in_words(volume: Volume) -> None:
    """A screen reader hears a sentence with both years and values for each panel."""
    wanted = [panel["said"] for panel in charts_in(volume)]
    heard = [str(element["/Alt"]) for element in reading_pdf.structure(PdfReader(volume.path)) if "/Alt" in element]
    assert [sentence for sentence in heard if sentence in wanted] == wanted
    assert all(
        bar["year"] in panel["said"] and text_of(bar["value"]) in panel["said"]
        for panel in charts_in(volume)
        for bar in panel["bars"]
    )


def text_of(runs: list[dict]) -> str:
    return "".join(run["text"] for run in runs)


def test_indicator_table_tells_where_its_charts_are(volume: Volume) -> None:
    """The margin beside the table names the page of the charts, and they are there."""
    tables = [node for node in volume.model["nodes"] if node["kind"] == "table" and node.get("see")]
    if len(volume.plans) > 1 or not indicator_panels(volume):
        assert not tables
        return
    reader = PdfReader(volume.path)

    def area(page: int) -> tuple[float, float, float, float]:
        return reading_pdf.text_area(volume.style, page)

    title, page = next(
        (title, page) for _, title, page in reading_pdf.outline(reader) if title == tables[0]["see"][0]["name"]
    )
    printed = [
        "".join(bare(word.text) for line in reading_pdf.lines_of(words) for word in line)
        for words in reading_pdf.words_by_page(volume.path)
    ]
    note = bare(volume.model["words"]["see"].format(place=title, page=reader.page_labels[page]))
    margins = [
        "".join(bare(word.text) for word in words if not reading_pdf.within(word, area(number)))
        for number, words in enumerate(reading_pdf.words_by_page(volume.path), 1)
    ]
    assert any(note in text for text in margins[:page])
    assert all(
        bare(word) in printed[page] for panel in indicator_panels(volume) for word in text_of(panel["name"]).split()
    )
