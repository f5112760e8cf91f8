"""What is used of the theme and of MkDocs beyond what they promise is still there: when a test here fails after an
upgrade, its message names the file of ours to look at (build_tools/publishing/site/theme.py)."""

from __future__ import annotations

import hashlib
import importlib
import inspect
import json
import logging
import re
from pathlib import Path

import pytest
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from build_tools import settings
from build_tools.publishing.site import theme
from build_tools.publishing.site.theme import THEME


def text_of(name: str) -> str:
    return (THEME / name).read_text(encoding="utf-8")


def script() -> str:
    return next(THEME.glob("assets/javascripts/bundle.*.min.js")).read_text(encoding="utf-8")


@pytest.mark.parametrize(("ours", "theirs", "block", "digest"), theme.COPIED)
def test_what_was_copied_is_as_it_was(ours: str, theirs: str, block: str, digest: str) -> None:
    """Copy it anew, make the one change that our file names, and put the new hash into the list."""
    text = text_of(theirs)
    if block:
        text = re.search(rf"    {{% block {block} %}}.*?    {{% endblock %}}\n", text, re.S).group()
    assert (settings.OVERRIDES / ours).is_file()
    assert hashlib.sha256(text.encode()).hexdigest() == digest


def test_every_template_that_takes_the_place_of_one_is_listed() -> None:
    """Ours with a name that the theme has, too; and the theme still asks for it where the list says."""
    ours = {path.relative_to(settings.OVERRIDES).as_posix() for path in settings.OVERRIDES.rglob("*.html")}
    same = {name for name in ours if (THEME / name).is_file()} - {"main.html", "404.html"}
    assert same == set(theme.REPLACED)
    for name, where in theme.REPLACED.items():
        assert re.search(rf'(include|import) "{name}"', text_of(where)), name


def test_the_blocks_that_are_filled_exist() -> None:
    """A block that the theme no longer has would be left out without a word."""
    filled = re.findall(r"{% block (\w+) %}", (settings.OVERRIDES / "main.html").read_text(encoding="utf-8"))
    assert sorted(filled) == sorted(theme.BLOCKS)
    for block in theme.BLOCKS:
        assert f"{{% block {block} %}}" in text_of("base.html")


@pytest.mark.parametrize("name", theme.OF_THE_SCRIPT)
def test_the_script_still_knows_the_name(name: str) -> None:
    """data-md-x is written dataset.mdX or [data-md-x] in a script."""
    assert name in script() or name.removeprefix("data-md-") in script()


@pytest.mark.parametrize("name", theme.OF_THE_TEMPLATES)
def test_the_templates_still_give_the_name(name: str) -> None:
    """In any template of the page around the text."""
    assert any(name in path.read_text(encoding="utf-8") for path in THEME.rglob("*.html"))


def test_the_search_still_speaks_in_these_numbers() -> None:
    """The theme's own source, which comes with its script, numbers the messages in this order."""
    beside = next(THEME.glob("assets/javascripts/bundle.*.min.js.map"))
    sources = json.loads(beside.read_text(encoding="utf-8"))["sourcesContent"]
    declared = next(text for text in sources if "enum SearchMessageType" in text)
    numbered = re.search(r"enum SearchMessageType \{(.*?)\}", declared, re.S).group(1)
    assert tuple(re.findall(r"^\s*([A-Z]+)", numbered, re.M)) == theme.MESSAGES
    worker = (settings.OVERRIDES / "assets/search/worker.js").read_text(encoding="utf-8")
    assert f"const {', '.join(f'{name} = {i}' for i, name in enumerate(theme.MESSAGES))}\n" in worker


@pytest.mark.parametrize(("module", "name", "parameters"), theme.OF_MKDOCS)
def test_mkdocs_still_has_it(module: str, name: str, parameters: tuple[str, ...]) -> None:
    """With the parameters we give, by the names we give them."""
    found = importlib.import_module(module)
    for part in name.split("."):
        found = getattr(found, part)
    named = list(inspect.signature(inspect.unwrap(found)).parameters)
    missing = [parameter for parameter in parameters if parameter not in named and parameter != "self"]
    assert missing == []


def test_the_pages_outlive_the_theme(content: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A plain MkDocs theme without any of our hooks builds them all, and every link between them holds; only data and
    print, which are put beside the pages later, are not found."""
    pages = content / "pages" / settings.LANGUAGE
    ours = yaml_load((settings.ROOT / settings.MKDOCS).open(encoding="utf-8"))
    said = {"site_name": "x", "theme": {"name": "mkdocs"}, "plugins": [], "nav": None, "docs_dir": str(pages)}
    said |= {"site_dir": str(tmp_path / "site"), "markdown_extensions": ours["markdown_extensions"]}
    said |= {"validation": ours["validation"] | {"nav": {"omitted_files": "ignore"}}}
    (tmp_path / "mkdocs.yml").write_text(json.dumps(said), encoding="utf-8")
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        mkdocs_build.build(load_config(str(tmp_path / "mkdocs.yml")))
    assert len(list((tmp_path / "site").rglob("index.html"))) == len(list(pages.rglob("*.md"))) > 40
    assert caplog.messages  # what lies beside the pages is missed, so somebody looked
    broken = [words for words in caplog.messages if not re.search(r"link '(\.\./)*(data|pdf)/", words)]
    assert broken == []
