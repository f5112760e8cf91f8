"""The README says what is there."""

import re
from pathlib import Path

import pytest

from build_tools import curation, settings
from build_tools.commands import COMMANDS

README = (settings.ROOT / "README.md").read_text(encoding="utf-8")
WHERE = (settings.ROOT / "docs" / "where.md").read_text(encoding="utf-8")
TOP_LEVEL = {"mkdocs.yml", "content", "build_tools", "overrides", "tests", "docs", "README.md", "CONTRIBUTING.md"}


@pytest.mark.parametrize("text", [README, WHERE], ids=["README.md", "docs/where.md"])
def test_every_file_that_is_named_is_there(text: str):
    """“To change X, open Y” names files and folders that exist."""
    named = re.findall(r"`((?:[a-z_]+/)+[a-z_*]*(?:\.[a-z0-9]+)?)`", text)
    assert named
    roots = (settings.ROOT, settings.ROOT / "build_tools")
    missing = [
        name
        for name in named
        if not name.startswith("build/") and not any(list(root.glob(name.rstrip("/"))) for root in roots)
    ]
    assert not missing


def test_every_command_is_in_the_readme():
    """No command is left for the reader to find out."""
    assert [name for name in COMMANDS if not re.search(rf"build_tools [a-z |\[\]-]*\b{name}\b", README)] == []


def test_needed_lines_of_plan_yml_are_in_the_readme():
    """Who brings a third plan finds every needed line of plan.yml."""
    assert [key for key in curation.NEEDED if not re.search(rf"^ +{key}: ", README, re.MULTILINE)] == []


def test_top_level_is_what_the_architecture_says():
    """A newcomer finds the eight known names and the usual project files, nothing else."""
    usual = {
        "Makefile",
        "pyproject.toml",
        "hatch_build.py",
        "CHANGELOG.md",
        "LICENSE",
        "NOTICE.md",
        ".ci",
        ".github",
        ".gitignore",
        ".gitattributes",
        ".pre-commit-config.yaml",
        ".coverage",
        ".git",
        ".venv",
        "build",
        ".hypothesis",
        ".ruff_cache",
        ".mypy_cache",
    }
    usual |= {path.name for path in settings.ROOT.glob("requirements*")}
    here = {path.name for path in Path(settings.ROOT).iterdir()}
    assert here >= TOP_LEVEL
    assert here - TOP_LEVEL - usual - {name for name in here if name.startswith("__pycache__")} == set()
