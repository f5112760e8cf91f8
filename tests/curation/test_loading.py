"""People's decisions are loaded once: every file by one function, into one value."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from build_tools import curation, pipeline, settings
from build_tools.curation import yaml_files
from build_tools.model.decisions import Decisions


def test_an_empty_folder_decides_nothing(tmp_path: Path) -> None:
    """No file, or files with comments only, are the same: no decisions, and no error."""
    nothing = curation.load(tmp_path)
    assert nothing == Decisions()
    for name in curation.folder.FILES:
        (tmp_path / name).write_text("# What this file is for.\n", encoding="utf-8")
    assert curation.load(tmp_path) == nothing


def test_every_kind_of_decision_is_loaded() -> None:
    """The files of this publication fill every field, save those in which nobody decided anything yet."""
    decisions = curation.load(settings.CURATED)
    empty = {field.name for field in fields(Decisions) if not getattr(decisions, field.name)}
    assert empty <= {"projects", "findings", "rulings"}


def test_what_holds_for_any_plan_comes_from_the_project(tmp_path: Path) -> None:
    """Topics, phrases and everyday words; what is said of single plans stays where it was said."""
    (tmp_path / "topics.yml").write_text("# none of our own\n", encoding="utf-8")
    own, project = curation.load(tmp_path, settings.CURATED), curation.load(settings.CURATED)
    assert (own.topics, own.phrases) == (project.topics, project.phrases)
    assert own.search.words
    assert own.rulings == own.links == own.corrections == ()


def test_no_file_is_read_twice_by_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """One run reads each file of decisions once; the stages get what it holds as an argument."""
    read: list[Path] = []
    parse = yaml_files.build

    def counted(building: yaml_files.Building, node: object) -> object:
        if not building.above:
            read.append(building.path)
        return parse(building, node)

    monkeypatch.setattr(yaml_files, "build", counted)
    pipeline.load_decisions(settings.CURATED)
    assert len(read) == len(set(read)) > 8
