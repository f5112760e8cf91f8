"""The numbered source text: every line of the source once, at its number; what the pages call a line leads there."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

from build_tools.model.edition import Plan
from build_tools.writers.data import source_text
from build_tools.writers.words import source_lines

LINE = re.compile(r'<p id="L(\d+)"><a href="#L\d+">\d+</a>(?:<b>[^<]*</b>)?(.*?)</p>', re.DOTALL)


def test_every_line_stands_at_its_number(plan: Plan) -> None:
    """Put together again, the lines of the pages are the source."""
    found = [line for page in source_text.source_pages(plan).values() for line in LINE.findall(page)]
    assert [int(number) for number, _ in found] == list(range(1, plan.source.count("\n") + 2))
    assert "\n".join(unescape(words) for _, words in found) == plan.source


def test_a_long_text_is_parted_and_its_lines_are_found(plan: Plan) -> None:
    """A text ten times as long has several pages below 300 KB, and each line's address names the page that holds it."""
    long = replace(plan, source="\n".join([plan.source] * 10))
    pages = source_text.source_pages(long)
    assert len(pages) > 3
    assert max(len(page.encode("utf-8")) for page in pages.values()) < 400_000
    parts = source_lines.parts_of(long)
    for line in (1, 700, long.source.count("\n")):
        path, anchor = source_lines.address_of_line(long, parts, line).split("#")
        assert f'id="{anchor}"' in pages[path]


def test_source_is_text(plan: Plan) -> None:
    """Marks in a source are shown, not obeyed."""
    hostile = replace(plan, source="<script>alert(1)</script>\n&amp;")
    (page,) = source_text.source_pages(hostile).values()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&amp;amp;" in page


def test_lines_in_the_record_lead_to_the_text(content: Path, plan: Plan) -> None:
    """Every line number of the record is a link to a line that is there."""
    record = (content / "pages" / "zh" / plan.card.id / "record.md").read_text(encoding="utf-8")
    links = re.findall(rf"\.\./data/plans/{plan.card.id}/(source[-\d]*\.html)#L(\d+)", record)
    assert links
    for name, line in links:
        page = (content / "data" / "plans" / plan.card.id / name).read_text(encoding="utf-8")
        assert f'id="L{line}"' in page
