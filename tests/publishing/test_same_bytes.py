"""The same sources give the same bytes: pages, data and site."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from build_tools import pipeline, publish, settings


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))


def test_convert_twice(content: Path, tmp_path: Path) -> None:
    """Pages, data and all else that convert writes, made anew by other processes with other hash seeds, are the same
    byte for byte."""
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "build_tools", "convert", "--quiet", "--out", str(tmp_path / seed)]
        subprocess.run(command, cwd=settings.ROOT, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
    assert differing(contents(tmp_path / "1"), contents(tmp_path / "2")) == []
    for folder in ("pages", "data"):
        assert differing(contents(content / folder), contents(tmp_path / "1" / folder)) == []


@pytest.mark.usefixtures("alone_at_content")
def test_convert_again_changes_nothing(editions, content: Path) -> None:
    """A second run over its own result writes nothing, not even the same bytes again."""
    before = {path: path.stat().st_mtime_ns for path in sorted(content.rglob("*")) if path.is_file()}
    assert pipeline.convert(editions, content) == []
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_committed_pages_and_data_are_those_of_the_sources(editions) -> None:
    """What is committed under content/ is what sources and decisions give: nobody edited a generated file, nobody
    forgot to convert."""
    assert pipeline.convert(editions, settings.CONTENT, check=True) == []


@pytest.mark.usefixtures("site", "alone_at_content")
def test_site_twice(content: Path, site: Path, tmp_path: Path) -> None:
    """Another build of the site, later and in another folder, is the same byte for byte, sitemap and search index
    included."""
    time.sleep(1.1)  # a time of day in seconds would differ
    publish.build_site(content, tmp_path / "again")
    assert differing(contents(site), contents(tmp_path / "again")) == []


def test_no_date_of_the_build(site: Path) -> None:
    """No file says when it was built: such a date would differ from day to day."""
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>" in sitemap
    assert "<lastmod>" not in sitemap
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode("utf-8") == sitemap
    assert (site / "sitemap.xml.gz").read_bytes()[4:8] == b"\0\0\0\0"
