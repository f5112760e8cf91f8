"""Rules of the house that no tool knows: length in characters, and a reason beside every exception."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from build_tools import settings

LONGEST = 120  # characters; a Chinese one counts once
IGNORED = re.compile(r"#\s*(?:type: ignore|noqa)(?P<code>\[[\w, -]+\]|: [A-Z]+\d+)?(?P<reason>.*)")
CODE = ("build_tools/*.py", "tests/*.py", "docs/*.md", "CONTRIBUTING.md")


def files_of(*patterns: str) -> list[Path]:
    """Of those that belong to the project."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", *patterns], cwd=settings.ROOT, capture_output=True, text=True, check=False
    )
    names = [name for name in listed.stdout.split("\0") if name]
    found = [settings.ROOT / name for name in names] or [
        path for pattern in patterns for path in settings.ROOT.glob(pattern.replace("/*", "/**/*"))
    ]
    return sorted(path for path in found if path.is_file())


def test_no_line_is_too_long() -> None:
    """Code, tests and documents: at most 120 characters a line; a row of a Markdown table cannot be broken."""
    found = [
        f"{path.relative_to(settings.ROOT)}:{number}: {len(line)}"
        for path in files_of(*CODE)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST and not (path.suffix == ".md" and line.startswith("|"))
    ]
    assert found == []


def test_every_exception_has_its_code_and_its_reason() -> None:
    """“# type: ignore” names what it ignores and says why; so does “# noqa”."""
    found = []
    for path in files_of("build_tools/*.py", "tests/*.py"):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = IGNORED.search(line)
            if match and path != Path(__file__) and (not match["code"] or len(match["reason"].strip("# ")) < 8):
                found.append(f"{path.relative_to(settings.ROOT)}:{number}: {line.strip()}")
    assert found == []


@pytest.mark.parametrize("rule", ["RUF001", "RUF002", "RUF003", "E501"])
def test_rules_left_out_are_the_four_with_a_reason(rule: str) -> None:
    """Whoever leaves out another rule of ruff says it here, too, beside the reason in pyproject.toml."""
    tools = tomllib.loads((settings.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    assert rule in tools["ruff"]["lint"]["ignore"]
    assert len(tools["ruff"]["lint"]["ignore"]) == 4
    assert tools["mypy"]["strict"] is True
    assert all(set(one) == {"module", "ignore_missing_imports"} for one in tools["mypy"]["overrides"])


def test_make_test_begins_with_the_gate() -> None:
    """“make test” checks rules, form and types before it runs a test, and CI runs “make test”."""
    made = (settings.ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^test: gate$", made, re.MULTILINE)
    gate = re.search(r"^gate:.*\n((?:\t.*\n)+)", made, re.MULTILINE)
    assert gate
    assert [tool for tool in ("ruff check", "ruff format --check", "mypy") if tool not in gate[1]] == []
    assert "make test" in (settings.ROOT / ".ci/run").read_text(encoding="utf-8")


LONGEST_FUNCTION = 40
LONG_FOR_A_REASON = {
    "plan_reading.py:read_plan": "the stages of a plan, in their order",
    "pipeline.py:read_edition": "the stages of an edition, in their order",
    "curation/plan_cards.py:load_card": "the keys of a card, one below the other",
    "chinese/subjects.py:subject_of": "rules in the order in which they are tried",
    "writers/pages/compare.py:write": "the pages of one folder, one below the other",
    "analyses/indicators.py:read_row": "the fields of one record",
    "publishing/work_lists.py:workbook": "one sheet from its head to its foot",
}


def test_long_functions_have_a_reason() -> None:
    """A function fits a screen: forty lines. Those that are longer stand here with the reason, and no other does."""
    functions = (
        (f"{path.relative_to(settings.PACKAGE).as_posix()}:{node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for path in files_of("build_tools/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = {name for name, lines in functions if lines > LONGEST_FUNCTION}
    assert long == set(LONG_FOR_A_REASON)


def test_scripts_have_one_dialect() -> None:
    """ES2020 throughout: no “var” in a script of ours; what is not ours says so."""
    found = []
    for path in files_of("overrides/assets/*.js"):
        text = path.read_text(encoding="utf-8")
        if "MIT licence" not in text and re.search(r"^\s*var |\bfor \(var ", text, re.MULTILINE):
            found.append(path.name)
    assert found == []
