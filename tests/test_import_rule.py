"""The import rule of the package: what keeps a stage readable without the others. Held by reading the source, not by
importing it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
import yaml

from build_tools import settings

PACKAGE = settings.ROOT / "build_tools"
MODULES = sorted(PACKAGE.rglob("*.py"))
FOUNDATIONS = ("model", "chinese", "languages")
ABOVE = {"languages": {"chinese", "model"}}  # what is said of a language rests on how Chinese figures are read
STAGES = ("readers", "cleaning", "outline", "analyses", "translation", "writers", "checks", "publishing")
LOADERS = ("curation", "settings")  # content/curated → model; they know no stage
MAY_IMPORT = (
    {foundation: {foundation} | ABOVE.get(foundation, set()) for foundation in FOUNDATIONS}
    | {stage: {*FOUNDATIONS, stage} for stage in STAGES}
    | {"publishing": {*FOUNDATIONS, "publishing", "settings"}}
    | {loader: {*FOUNDATIONS, *LOADERS} for loader in LOADERS}
    | {
        "pipeline": {*FOUNDATIONS, *STAGES, *LOADERS, "plan_reading"},
        "plan_reading": {*FOUNDATIONS, *STAGES, *LOADERS, "processes"},
        "processes": set(),
        "report": {"model"},
        "options": {"model"},
        "starting": {*FOUNDATIONS, "publishing", "report", "settings"},
        "deciding": {*FOUNDATIONS, "curation", "publishing", "report"},
        "inputs": {*FOUNDATIONS, "pipeline", "publish", "report"},
        "translating": {*FOUNDATIONS, "inputs", "pipeline", "report"},
        "desk": {*FOUNDATIONS, *STAGES, *LOADERS, "pipeline", "plan_reading"},
        "desk_serving": {*FOUNDATIONS, "deciding", "inputs", "publish", "report"},
        "desk_commands": {*FOUNDATIONS, "desk", "pipeline", "publish", "report"},
        "adding": {*FOUNDATIONS, "curation", "pipeline", "plan_reading", "publishing", "readers"},
        "publish": {*FOUNDATIONS, "publishing", "settings"},
        "commands": {
            *FOUNDATIONS,
            "adding",
            "deciding",
            "starting",
            "desk_commands",
            "desk_serving",
            "inputs",
            "translating",
            "pipeline",
            "publish",
            "report",
        },
        "__main__": {*FOUNDATIONS, "commands", "options", "report", "settings"},
        "__init__": set(),
    }
)
ROOMS = {  # of the writers: what pages, data and print share lies in words
    "words": {"words"},
    "data": {"data", "words"},
    "pages": {"pages", "data", "words"},
    "print": {"print", "words"},
    "office": {"office", "words"},
}
ONLY_IN = {
    "mkdocs": "publishing/site/",
    "material": "publishing/site/",
    "typst": "publishing/pdf.py",
    "lxml": ("readers/", "translation/xliff.py"),
}
WRITING = {
    "write_text",
    "write_bytes",
    "mkdir",
    "rename",
    "unlink",
    "rmdir",
    "touch",
    "rmtree",
    "copytree",
    "copyfile",
    "copy2",
    "move",
    "symlink_to",
}


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def part_of(module: Path) -> str:
    """build_tools/outline/tables.py → outline; build_tools/pipeline.py → pipeline"""
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    """Dotted names of everything a module imports, ours as build_tools.…"""
    place = ("build_tools", *module.relative_to(PACKAGE).parts[:-1])
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join([*place[: len(place) - node.level + 1], *([node.module] if node.module else [])])
                if node.level
                else node.module
            )
            names.update(f"{base}.{alias.name}" for alias in node.names)
    return names


def ours(module: Path) -> set[str]:
    """Parts of the package that a module imports from."""
    return {name.split(".")[1] for name in imported(module) if name.startswith("build_tools.")}


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_imports(module: Path) -> None:
    """A module imports only what its part of the package may; only pipeline.py knows the stages."""
    assert part_of(module) in MAY_IMPORT, "a new part of the package: say here what it may import"
    assert ours(module) <= MAY_IMPORT[part_of(module)]


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_of_the_writers(room: str) -> None:
    """A room of the writers imports only from those that the list names; no writer lies outside a room."""
    folder = PACKAGE / "writers"
    assert {path.name for path in folder.glob("*.py")} == {"__init__.py"}
    assert {path.parent.name for path in folder.rglob("*.py")} == {"writers", *ROOMS}
    for module in (folder / room).glob("*.py"):
        known = {name.split(".")[2] for name in imported(module) if name.startswith("build_tools.writers.")}
        assert known <= ROOMS[room], name_of(module)


def test_rules_of_a_language_are_asked_for() -> None:
    """Nobody but the room of languages takes the rules of English: others ask for those of the language at hand."""
    english = {
        name_of(module)
        for module in MODULES
        if part_of(module) != "languages"
        and any(name.startswith("build_tools.languages.en") for name in imported(module))
    }
    assert english == set()


@pytest.mark.parametrize("library", ONLY_IN)
def test_frameworks_are_a_thin_rim(library: str) -> None:
    """Only publishing/site knows MkDocs, only publishing/pdf.py the typesetter."""
    knowing = {name_of(module) for module in MODULES if any(name.split(".")[0] == library for name in imported(module))}
    assert {name for name in knowing if not name.startswith(ONLY_IN[library])} == set()


@pytest.mark.parametrize("module", [module for module in MODULES if part_of(module) != "publishing"], ids=name_of)
def test_only_publishing_writes_files(module: Path) -> None:
    """No other module makes, changes, moves or removes a file or folder."""
    calls = [
        node.func for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    ]
    attributes = {call.attr for call in calls if isinstance(call, ast.Attribute)}
    assert attributes & WRITING == set()
    assert "open" not in {call.id for call in calls if isinstance(call, ast.Name)}


@pytest.mark.parametrize("stage", ["readers", "cleaning", "outline", "analyses", "checks", "chinese", "model"])
def test_stages_before_the_writers_touch_no_file(stage: str) -> None:
    """They get text and give data: none of them reads a file, a folder, the clock, the network or the environment."""
    banned = {
        "os",
        "pathlib",
        "shutil",
        "subprocess",
        "socket",
        "urllib",
        "requests",
        "time",
        "datetime",
        "random",
        "tempfile",
    }
    found = {name_of(module): imported(module) for module in MODULES if part_of(module) == stage}
    assert {name: names & banned for name, names in found.items() if {n.split(".")[0] for n in names} & banned} == {}


def test_no_module_names_a_county() -> None:
    """Knowledge about one plan lives in content: neither its id nor a name of it occurs in code, templates or
    styles."""
    cards = [
        yaml.safe_load(path.read_text(encoding="utf-8")) | {"id": path.parent.name}
        for path in settings.SOURCES.glob("*/plan.yml")
    ]
    words = {
        str(card[key]).casefold()
        for card in cards
        for key in ("id", "name", "short", "name_en", "title", "region")
        if card.get(key)
    }
    words |= {
        word.removesuffix(end) for word in words for end in ("市", "县", "区", " city", " county") if word.endswith(end)
    }
    assert len(words) > 6
    files = [
        path
        for folder in (PACKAGE, settings.ROOT / "overrides")
        for path in folder.rglob("*")
        if path.suffix in {".py", ".j2", ".html", ".css", ".js", ".typ"}
    ]
    assert files
    assert [
        (path.name, word) for path in files for word in words if word in path.read_text(encoding="utf-8").casefold()
    ] == []


def test_no_module_is_too_long_to_read() -> None:
    """A module can be read in one go."""
    assert {
        name_of(module): length
        for module in MODULES
        if (length := len(module.read_text(encoding="utf-8").splitlines())) > 400
    } == {}


CUTTING = {"split", "rsplit", "partition", "rpartition"}
SIGNS_OF_ADDRESSES = {"/", "#", "@"}
CUT_PATHS = (
    "readers/",
    "publishing/",
    "chinese/",
    "curation/card_text.py",
)  # files, web pages, units per unit, comments


def test_only_one_module_cuts_addresses() -> None:
    """Nobody but model/address.py looks for the signs in an address: ask Address for the part, or make it from the one
    above."""
    cut = [
        f"{name_of(module)}:{call.lineno}"
        for module in MODULES
        if name_of(module) != "model/address.py" and not name_of(module).startswith(CUT_PATHS)
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in CUTTING
        if any(isinstance(sign, ast.Constant) and sign.value in SIGNS_OF_ADDRESSES for sign in call.args)
    ]
    assert cut == []


def test_one_module_knows_where_build_lies() -> None:
    """The folder for everything that is made has its name in one place; others ask for it."""
    knowing = {
        name_of(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        if isinstance(node.right, ast.Constant) and node.right.value == "build"
    }
    assert knowing == {"publishing/build_folder.py"}


def test_a_class_of_the_model_has_one_meaning() -> None:
    """What the model calls a target, a link or a place is called so everywhere, and nothing else is."""
    defined: dict[str, set[str]] = {}
    for module in MODULES:
        for node in ast.parse(module.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                defined.setdefault(node.name, set()).add(name_of(module))
    twice = {
        name: sorted(modules)
        for name, modules in defined.items()
        if len(modules) > 1 and any(module.startswith("model/") for module in modules)
    }
    assert twice == {}
