"""The comparison of two revisions misses nothing, and names what differs."""

from __future__ import annotations

from pathlib import Path

from same import differing, outputs


def test_what_differs_is_named() -> None:
    """New, gone, and with other bytes; what is the same is not told."""
    before = {"a": b"1", "b": b"1", "c": b"1"}
    assert differing(before, {"a": b"1", "b": b"2", "d": b"1"}) == ["~ b", "- c", "+ d"]
    assert differing(before, dict(before)) == []


def test_outputs_are_all_files_but_what_only_saves_time(tmp_path: Path) -> None:
    """Pages, data, site and volumes count; what the build keeps for the next one does not."""
    for name in ("pages/zh/a.md", "data/a.csv", "build/site/a.html", "build/pdf/a.pdf", "build/rendered/zh.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert sorted(outputs(tmp_path)) == ["build/pdf/a.pdf", "build/site/a.html", "data/a.csv", "pages/zh/a.md"]
