"""Charts on paper: drawn from the plan's own numbers only, said in words for those who do not see them, in the plan's colour."""

from __future__ import annotations

import re

from pypdf import PdfReader

from build_tools.model.edition import Edition
from build_tools.writers.print_charts import chart_node

from . import reading_pdf
from .conftest import Volume
from .reading_pdf import bare


def charts_in(volume: Volume) -> list[dict]:
    return [panel for node in volume.model["nodes"] if node["kind"] == "charts" for panel in node["panels"]]


def test_only_rows_with_both_numbers_are_drawn(edition: Edition) -> None:
    """A row whose baseline or target is empty, a word, or a sum of years has no bars; all others have two, the longer one full."""
    for plan in edition.plans:
        drawable = [i for i in plan.indicators if re.match(r"-?\d", i.baseline) and re.match(r"-?\d", i.target) and not i.cumulative]
        node = chart_node(edition, plan)
        assert (node is None) == (not drawable)
        panels = node["panels"] if node else []
        assert [[bar["value"] for bar in panel["bars"]] for panel in panels] == [[i.baseline, i.target] for i in drawable]
        assert all(max(bar["length"] for bar in panel["bars"]) == 1000 for panel in panels)


def test_bars_are_as_long_as_the_numbers(edition: Edition) -> None:
    """Within a panel, lengths stand to each other as the numbers do."""
    panels = [panel for plan in edition.plans if (node := chart_node(edition, plan)) for panel in node["panels"]]
    assert panels
    for panel in panels:
        before, after = (float(re.match(r"[\d.]+", bar["value"])[0]) for bar in panel["bars"])
        drawn = [bar["length"] for bar in panel["bars"]]
        assert abs(drawn[0] / drawn[1] - before / after) < 0.002


def test_every_chart_is_said_in_words(volume: Volume) -> None:
    """A screen reader hears a sentence with both years and values for each panel."""
    structure = PdfReader(volume.path).trailer["/Root"]["/StructTreeRoot"]
    said = [text for text in alternatives(structure) if "：" in text and "年" in text]
    assert said == [panel["said"] for panel in charts_in(volume)]


def alternatives(element: object) -> list[str]:
    """Alternative texts in reading order, without those of pictures that are not charts."""
    found, waiting = [], [element]
    while waiting:
        at = waiting.pop()
        at = at.get_object() if hasattr(at, "get_object") else at
        if isinstance(at, list):
            waiting.extend(reversed(at))
        elif isinstance(at, dict):
            if "/Alt" in at:
                found.append(str(at["/Alt"]))
            if "/K" in at:
                waiting.append(at["/K"])
    return found


def test_indicator_table_tells_where_its_charts_are(volume: Volume) -> None:
    """The margin beside the table names the page of the charts, and they are there."""
    tables = [node for node in volume.model["nodes"] if node["kind"] == "table" and node.get("see")]
    if volume.name == "all-plans" or not charts_in(volume):
        assert not tables
        return
    reader = PdfReader(volume.path)
    title, page = next((title, page) for _, title, page in reading_pdf.outline(reader) if title == tables[0]["see"][0]["name"])
    printed = ["".join(bare(word.text) for line in reading_pdf.lines_of(words) for word in line) for words in reading_pdf.words_by_page(volume.path)]
    assert any(f"{title}{reader.page_labels[page]}页" in text.replace("参见", "") for text in printed)
    assert all(bare(panel["name"]) in printed[page] for panel in charts_in(volume))
