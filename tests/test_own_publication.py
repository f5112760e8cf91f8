"""A publication of one's own: made in an empty folder, with every command in it,
and nothing of the plans that are published here."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from test_deciding import TEXT

from build_tools import settings
from build_tools.__main__ import main
from build_tools.curation.folder import FILES


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new publication, in a folder with a space and Chinese signs in its path; the tests stand in it."""
    folder = tmp_path / "我的 规划" / "读本"
    assert (
        main(["new", str(folder), "--title", "测试：读本", "--operator", "某局", "--address", "https://x.example/"])
        == 0
    )
    monkeypatch.chdir(folder)
    return folder


def test_a_plan_becomes_a_site(own: Path, tmp_path: Path) -> None:
    """add, check, convert and site, without an option; no page, table or link knows another county."""
    (tmp_path / "青岚县规划.txt").write_text(TEXT, encoding="utf-8")
    assert main(["add", str(tmp_path / "青岚县规划.txt")]) == 0
    assert main(["check", "--quiet"]) == 0
    assert main(["convert", "--quiet"]) == 0
    assert main(["site", "--quiet"]) == 0
    home = (own / "build/site/index.html").read_text(encoding="utf-8")
    assert "测试：读本" in home
    assert (own / "build/site/qinglan/01/index.html").is_file()
    cards = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in settings.SOURCES.glob("*/plan.yml")]
    others = {str(card["short"]) for card in cards} | {path.parent.name for path in settings.SOURCES.glob("*/plan.yml")}
    assert len(others) == 4
    made = [path for path in own.rglob("*") if path.suffix in (".md", ".html", ".csv", ".json", ".yml", ".js")]
    assert [(path.name, word) for path in made for word in others if word in path.read_text(encoding="utf-8")] == []


def test_every_file_of_decisions_is_there_and_explains_itself(own: Path) -> None:
    """Each that the program reads, with comments only; site.yml says title, operator and address."""
    curated = own / "content/curated"
    assert {path.name for path in curated.glob("*.yml")} == set(FILES) - {"names.yml"}
    for path in curated.glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert path.name == "site.yml" or yaml.safe_load(text) is None
    site = yaml.safe_load((curated / "site.yml").read_text(encoding="utf-8"))
    assert site == {"title": "测试：读本", "operator": "某局", "address": "https://x.example/"}


def test_a_folder_with_something_in_it_is_left_alone(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """new refuses, says what lies there, and changes nothing; a file is no folder."""
    before = {path: path.stat().st_mtime_ns for path in own.rglob("*")}
    assert main(["new", str(own)]) == 2
    assert "the folder is not empty: .gitignore, README.md, content." in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in own.rglob("*")} == before
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main(["new", str(tmp_path / "file")]) == 2
    assert "this is a file" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["check", "convert", "site", "all", "serve", "add x.txt", "translate --status"])
def test_elsewhere_people_are_told_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """In a folder that is no publication every command says what is missing and what makes one;
    nothing is laid there."""
    monkeypatch.chdir(tmp_path)
    assert main(command.split()) == 2
    assert "this is no publication" in (said := capsys.readouterr().err)
    assert "new DIR" in said
    assert list(tmp_path.iterdir()) == []


def test_an_empty_publication_says_what_comes_next(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the first plan: bring one in with add."""
    assert main(["check"]) == 2
    assert "the folder holds no plan. Bring one in with" in capsys.readouterr().err


def test_root_names_a_publication_elsewhere(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--root works from any folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--root", str(own)]) == 2
    assert "the folder holds no plan" in capsys.readouterr().err
