"""The documents say what there is: every column, key, command, option and folder they name exists, and the reverse.

A line or heading that says *(planned)* is skipped.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from build_tools import __main__ as command_line
from build_tools import settings
from build_tools.curation import (
    abstracts,
    changed_names,
    changes,
    corrections,
    finding_rulings,
    folder,
    glossary,
    indicator_rulings,
    keys,
    places,
    plan_cards,
    project_rulings,
    search_words,
    subjects,
)
from build_tools.model import edition as edition_model
from build_tools.model import outline
from build_tools.model.edition import Edition
from build_tools.writers.data import data_files
from build_tools.writers.data.moved_table import MOVED

DOCS = settings.ROOT / "docs"
CONTRACT = DOCS / "data-contract.md"
PLANNED = "*(planned)*"
NAME = re.compile(r"`([^`]+)`")
SHARED_OPTIONS = {"--help", "--root", "--sources", "--curated", "--out", "--quiet", "--json", "--without"}
CURATED = {
    "site.yml": corrections.SITE_KEYS,
    "corrections.yml": corrections.CORRECTION_KEYS,
    "findings.yml": finding_rulings.KEYS,
    "glossary.yml": glossary.KEYS,
    "places.yml": places.KEYS,
    "projects.yml": project_rulings.KEYS,
    "indicators.yml": indicator_rulings.KEYS,
    "topics.yml": ("topics", "overrules", *subjects.TOPIC_KEYS, *subjects.RULING_KEYS),
    "links.yml": (*subjects.SECTION_KEYS, *subjects.LINK_KEYS, *subjects.NONE_KEYS),
    "phrases.yml": subjects.PHRASE_KEYS,
    "search.yml": (*search_words.KEYS, *search_words.WORD_KEYS),
    "abstracts.yml": ("chapter", *abstracts.KEYS),
    "changes.yml": changes.KEYS,
    "names.yml": changed_names.KEYS,
}
OPTIONAL = {"page", "footnotes", "lead", "rows"}  # keys that a block has only where there is something to say


def words_of(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if line.startswith("#") or PLANNED not in line)


def section(title: str) -> str:
    """The lines below a heading of the contract, to the next heading."""
    found = re.search(rf"^#+ {re.escape(title)}[^\n]*\n(.*?)(?=^#|\Z)", words_of(CONTRACT), re.DOTALL | re.MULTILINE)
    assert found, f"docs/data-contract.md has no heading “{title}”"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Cells of the rows of a Markdown table, without its head."""
    found = [line.strip().strip("|").split(" | ") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in found if set(row[0]) - set("-| ")][1:]


def first_names(title: str) -> list[str]:
    """All names in the first column below a heading."""
    return [name for row in rows(section(title)) for name in NAME.findall(row[0])]


@pytest.fixture(scope="module")
def heads(edition: Edition) -> dict[str, list[str]]:
    """The head of every table as it is written, without the columns that open."""
    written = {path: text for path, text in data_files.write(edition).items() if path.endswith(".csv")}
    opening = set(first_names("Columns that open"))
    found = {}
    for path, text in written.items():
        columns = text.removeprefix("\ufeff").split("\n", 1)[0].split(",")
        end = len(columns)
        while columns[end - 1] in opening:
            end -= 1
        assert not opening & set(columns[:end]), path
        found[Path(path).stem] = columns[:end]
    return found | {"moved": list(MOVED.names)}  # of plans with an earlier edition; the two here have none


def test_columns_are_those_of_the_contract(heads: dict[str, list[str]], edition: Edition) -> None:
    """In the contract stand the columns of every table, in their order; topics.csv has one more a plan."""
    plans = [plan.card.id for plan in edition.plans]
    for name, columns in heads.items():
        assert columns == first_names(f"`{name}.csv`") + (plans if name == "topics" else []), name


def test_no_table_is_only_in_the_contract(heads: dict[str, list[str]]) -> None:
    """Every CSV that has a heading in the contract is published."""
    named = re.findall(r"^### `(\w+)\.csv`(?! \*\(planned)", words_of(CONTRACT), re.MULTILINE)
    assert sorted(named) == sorted(heads)


def test_documents_have_the_keys_of_the_contract(edition: Edition) -> None:
    """document.json and ledger.json of both plans: every key is in the contract, and every key of it is found."""
    for plan in edition.plans:
        document = data_files.document(plan, {})
        assert set(document) == set(first_names("`document.json`"))
        assert {key for unit in document["units"] for key in unit} == set(first_names("`units`"))
        keys = {key for block in document["blocks"] for key in block}
        named = set(first_names("`blocks`"))
        assert keys <= named
        assert named - keys <= OPTIONAL
        assert set(data_files.ledger(plan)) == set(first_names("`ledger.json`"))


def test_levels_and_kinds_are_those_of_the_contract() -> None:
    """What a unit and a block can be is listed in full."""
    said = {name for row in rows(section("`units`")) if "`level`" in row[0] for name in NAME.findall(row[1])}
    assert said == set(outline.LEVELS)
    said = {name for row in rows(section("`blocks`")) if "`kind`" in row[0] for name in NAME.findall(row[1])}
    assert said == set(outline.KINDS)


def test_cards_have_the_keys_of_the_contract() -> None:
    """plan.yml: every key that the loader knows, and the levels of `headings`."""
    assert sorted(first_names("`plan.yml`")) == sorted(plan_cards.CARD_KEYS)
    (said,) = [row[1] for row in rows(section("`plan.yml`")) if "`headings`" in row[0]]
    assert NAME.findall(said) == list(edition_model.HEADING_LEVELS)


def test_curated_files_have_the_keys_of_the_contract() -> None:
    """Every file that is read, and every key in it."""
    said = {NAME.findall(row[0])[0]: NAME.findall(row[1]) for row in rows(section("`content/curated/`"))}
    assert set(said) == {*CURATED, "locales/"}
    assert set(CURATED) == set(folder.FILES)
    for name, expected in CURATED.items():
        assert set(said[name]) == set(expected), name
    assert keys.INTERNAL in section("`content/curated/`")


def test_commands_and_options_are_those_of_the_contract() -> None:
    """Every command with the options it has of its own; those of all commands stand above the table."""
    parsed = next(a for a in command_line.parser()._actions if isinstance(a, argparse._SubParsersAction)).choices
    said = {NAME.findall(row[0])[0]: set(NAME.findall(row[2])) for row in rows(section("Commands")) if "`" in row[0]}
    assert set(said) == set(parsed)
    for name, command in parsed.items():
        options = {option for action in command._actions for option in action.option_strings if option[1] == "-"}
        shared = SHARED_OPTIONS if name in command_line.OWN_LANGUAGE else {*SHARED_OPTIONS, "--language"}
        assert options - shared == said[name], name


def test_exit_codes_are_three() -> None:
    """0, 1 and 2, as the command line's own description says."""
    assert [row[0] for row in rows(section("Commands")) if row[0].isdecimal()] == ["0", "1", "2"]
    assert re.findall(r"(?<=\s)([012])\s(?:fine|done|the\sinput)", command_line.__doc__ or "") == ["0", "1", "2"]


@pytest.mark.parametrize(
    "path", [*sorted(DOCS.glob("*.md")), settings.ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name
)
def test_what_documents_name_is_there(path: Path) -> None:
    """Every path of the repository that stands between backticks exists."""
    package = settings.ROOT / "build_tools"
    roots = (settings.ROOT, package, package / "writers", settings.CURATED)
    shaped = re.compile(r"(?:[\w.-]+/)+[\w.-]*|[\w-]+\.(?:py|toml|md)")
    named = {name for name in NAME.findall(words_of(path)) if shaped.fullmatch(name)}
    ours = {name for name in named if not name.startswith(("build/", "some/", "plans/"))}
    assert ours
    assert [name for name in sorted(ours) if not any((root / name).exists() for root in roots)] == []


def test_every_room_is_in_the_architecture() -> None:
    """Every folder and every module directly in build_tools has its place there."""
    words = words_of(DOCS / "architecture.md")
    package = settings.ROOT / "build_tools"
    rooms = [f"`{path.name}/`" for path in package.iterdir() if (path / "__init__.py").is_file()]
    rooms += [f"`{path.name}/`" for path in (package / "writers").iterdir() if (path / "__init__.py").is_file()]
    modules = [f"`{path.name}`" for path in package.glob("*.py") if path.name != "__init__.py"]
    assert [name for name in sorted([*rooms, *modules]) if name not in words] == []


def test_words_are_used_where_the_list_says() -> None:
    """Each of the project's own words stands in the module beside it, and no word is listed twice."""
    listed = rows((DOCS / "words.md").read_text(encoding="utf-8"))
    words = [row[0] for row in listed]
    assert len(words) == len(set(words)) >= 25
    for word, chinese, _, where in listed:
        module = settings.ROOT / "build_tools" / where.strip("` |")
        assert re.search(rf"{word}", module.read_text(encoding="utf-8"), re.IGNORECASE), word
        assert re.search(r"[\u4e00-\u9fff]", chinese), word
