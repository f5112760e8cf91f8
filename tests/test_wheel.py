"""The wheel, installed where the project's folder is not: it brings all it needs, and gives the command plan-reader."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest
import yaml
from test_deciding import TEXT

from build_tools import settings
from build_tools.model.translation import INTERFACE
from build_tools.translation.po import read_po

PROJECT = tomllib.loads((settings.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
BIN = "Scripts" if os.name == "nt" else "bin"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel in it; the libraries it depends on are those of the tests, nothing is
    fetched."""
    work = tmp_path_factory.mktemp("wheel")
    build = [*PIP, "wheel", str(settings.ROOT), "--no-deps", "--no-build-isolation", "--wheel-dir", str(work)]
    subprocess.run(build, check=True, capture_output=True)
    home = work / "环 境"
    venv.create(home, with_pip=False)
    python = home / BIN / "python"
    ask = [str(python), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    packages = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    wheel = next(work.glob("*.whl"))
    put = [*PIP, "--python", str(python), "install", "--no-deps", "--no-index", "--ignore-installed", str(wheel)]
    subprocess.run(put, check=True, capture_output=True)
    return home / BIN / "plan-reader"


def run(command: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    return subprocess.run([str(command), *arguments], cwd=folder, env=environment, capture_output=True, text=True)


def test_dependencies_are_those_of_the_lists() -> None:
    """pyproject.toml and requirements.in name the same packages, in the same bounds."""
    lines = (settings.ROOT / "requirements.in").read_text(encoding="utf-8").splitlines()
    listed = [re.sub(r"\s*#.*", "", line).strip() for line in lines]
    assert PROJECT["dependencies"] == [line for line in listed if line]


@pytest.mark.slow
def test_a_publication_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """new, add, check, convert, site, in a folder with blanks and Chinese signs; nothing of the two counties comes
    with it, and a translation begins with the program's own words translated."""
    shelf = tmp_path / "规划 读本"
    shelf.mkdir()
    (shelf / "青岚县 规划.txt").write_text(TEXT, encoding="utf-8")
    assert run(installed, shelf, "new", "我的 站", "--title", "我的读本").returncode == 0
    own = shelf / "我的 站"
    translate = ["translate", "--language", "en", "--update"]
    for arguments in (["add", "../青岚县 规划.txt"], ["check"], ["convert"], translate, ["site"]):
        done = run(installed, own, *arguments)
        assert done.returncode == 0, done.stderr
        assert "python -m build_tools" not in done.stdout + done.stderr
    assert "我的读本" in (own / "build/site/index.html").read_text(encoding="utf-8")
    assert (own / "build/site/assets/styles/paper.css").is_file() or list(
        (own / "build/site/assets").rglob("paper*.css")
    )
    names = {path.parent.name for path in settings.SOURCES.glob("*/plan.yml")}
    names |= {yaml.safe_load(p.read_text(encoding="utf-8"))["short"] for p in settings.SOURCES.glob("*/plan.yml")}
    made = [path for path in own.rglob("*") if path.suffix in (".md", ".html", ".csv", ".json", ".js", ".yml", ".po")]
    assert made
    assert [(path.name, name) for path in made for name in names if name in path.read_text(encoding="utf-8")] == []
    empty = [entry.msgid for entry in read_po(own / "content/curated/locales/en.po") if not entry.msgstr]
    assert empty
    assert [words for words in empty if words in own_words()] == []


def own_words() -> set[str]:
    """What the program itself says to readers, as far as it is translated here."""
    return {e.msgid for e in read_po(settings.CURATED / "locales/en.po") if e.msgctxt == INTERFACE and e.msgstr}


@pytest.mark.slow
def test_the_command_speaks_of_itself(installed: Path, tmp_path: Path) -> None:
    """Where it is installed, advice names plan-reader; outside a publication it says how to make one."""
    done = run(installed, tmp_path, "--language", "en", "check")
    assert done.returncode == 2
    assert "Make one with “plan-reader new DIR”" in done.stderr
    assert list(tmp_path.iterdir()) == []
