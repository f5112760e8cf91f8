"""What the checks find in a draft is the editors' own: it is in their data folder, and published only where the plan
says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.publishing.site.marks import shared_files

TEXT = "第一章 目标\n牧业产值由40亿元增加到50亿元，增长30%。\n第二章 保障\n加强领导，狠抓落实。"


@pytest.mark.parametrize(("said", "public"), [("true", True), ("false", False), (None, False)])
def test_findings_are_published_only_where_the_plan_says_so(tmp_path: Path, said: str | None, public: bool) -> None:
    """The table is always written for the editors; the site and the package have it with publish_findings: true
    alone."""
    write_plan(tmp_path / "sources", "some", TEXT, reader="word_dump", publish_findings=said)
    (tmp_path / "curated").mkdir()
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
    pipeline.convert([edition], tmp_path / "content")
    data = tmp_path / "content" / "data"
    assert "增长30%" in (data / "findings.csv").read_text(encoding="utf-8-sig")
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    shared = [address for address, _ in shared_files(tmp_path / "content" / "pages" / "zh", tmp_path / "build")]
    for table in ("findings.csv", "checks.csv"):
        assert (data / table).is_file()
        assert (table in [resource["path"] for resource in package["resources"]]) is public
        assert (f"data/{table}" in shared) is public
    assert "data/indicators.csv" in shared
