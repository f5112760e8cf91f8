"""What the project stands on: licences that allow what ours promises, actions that nobody can exchange, pages that
were tested."""

from __future__ import annotations

import importlib.metadata
import re

import pytest
import yaml

from build_tools import settings

WORKFLOWS = sorted((settings.ROOT / ".github/workflows").glob("*.yml"))
LINES = [
    line
    for line in (settings.ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]
FORBIDDEN = re.compile(r"\b(?:A|L)?GPL|General Public", re.IGNORECASE)


@pytest.mark.parametrize("line", LINES)
def test_every_direct_dependency_earns_its_place(line: str) -> None:
    """Each has a sentence that says what it is for, and a licence under which our code may stay MIT."""
    name, _, why = line.partition("#")
    assert re.search(r"\w.*\.$", why.strip()), f"{name}: say in a sentence what it is for"
    about = importlib.metadata.metadata(re.split(r"[=<>\[ ]", name.strip())[0])
    classes = [entry for entry in about.get_all("Classifier") or [] if entry.startswith("License")]
    said = about.get("License-Expression") or (classes and " ".join(classes)) or (about.get("License") or "")[:200]
    assert said, said
    assert not FORBIDDEN.search(said), said


def test_actions_are_named_by_commit() -> None:
    """A tag can be moved to other code, a commit cannot."""
    used = [name for path in WORKFLOWS for name in re.findall(r"uses:\s*(\S+)", path.read_text(encoding="utf-8"))]
    assert used
    assert [name for name in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)] == []


def test_pages_are_published_after_the_tests() -> None:
    """The job that publishes waits for the one that runs “make test”, and has rights of its own."""
    (workflow,) = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in WORKFLOWS if path.name == "pages.yml"]
    publish = workflow["jobs"]["publish"]
    tests = workflow["jobs"][publish["needs"]]
    assert any(step.get("run") == "make test" for step in tests["steps"])
    assert workflow["permissions"] == {"contents": "read"}
    assert "permissions" not in tests
    assert "pull_request" in publish["if"]


def test_the_licence_is_there() -> None:
    """MIT for the code, CC BY for what people wrote and for the data; plan texts and fonts are named as what they
    are."""
    words = (settings.ROOT / "LICENSE").read_text(encoding="utf-8")
    assert words.startswith("MIT License")
    assert all(part in words for part in ("content/curated/", "CC BY 4.0", "content/sources/", "FONTS.md"))
