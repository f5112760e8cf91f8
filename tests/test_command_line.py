"""The commands as people and scripts use them: output, exit codes, and what stays when something fails."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import settings
from build_tools.__main__ import main

TEXT = "## 第一章 发展基础\n\n### 一、主要成就\n\n经济总量稳步增长。\n\n### 三、存在问题\n\n产业链条短，人才不足。\n\n## 第二章 总体思路\n\n坚持稳中求进，推动高质量发展。\n"


@pytest.fixture
def arguments(tmp_path: Path) -> list[str]:
    """Options for one small plan with one doubt in it."""
    write_plan(tmp_path / "sources", "small", TEXT)
    return ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_convert_says_what_came_of_it(arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """One line: how many plans, files and doubts; the second time nothing is left to write."""
    assert main(["convert", *arguments]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("1 plan(s), ")
    assert said.out.endswith(" written, 1 doubt(s) to look at (python -m build_tools check).\n")
    assert main(["convert", *arguments]) == 0
    assert (
        capsys.readouterr().out
        == "1 plan(s), 0 file(s) written, 1 doubt(s) to look at (python -m build_tools check).\n"
    )


def test_quiet_and_json(arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """--quiet says nothing, --json gives figures for a script."""
    assert main(["convert", "--quiet", *arguments]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["convert", "--json", *arguments]) == 0
    assert json.loads(capsys.readouterr().out) == {"plans": 1, "changed": [], "doubts": 1, "badly_read": []}


def test_convert_check_writes_nothing(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """--check exits 1 and names the files that differ, and leaves them as they are; 0 where all is as it should be."""
    assert main(["convert", "--check", *arguments]) == 1
    assert not (tmp_path / "out").exists()
    assert main(["convert", *arguments]) == 0
    assert main(["convert", "--check", *arguments]) == 0
    page = tmp_path / "out/pages/zh/small/01.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n手工改动\n", encoding="utf-8")
    (tmp_path / "out/data/left-over.csv").write_text("a\n", encoding="utf-8")
    before = contents(tmp_path / "out")
    capsys.readouterr()
    assert main(["convert", "--check", "--json", *arguments]) == 1
    assert json.loads(capsys.readouterr().out)["changed"] == ["data/left-over.csv", "pages/zh/small/01.md"]
    assert contents(tmp_path / "out") == before


def test_convert_removes_what_it_no_longer_makes_and_keeps_what_people_wrote(
    arguments: list[str], tmp_path: Path
) -> None:
    """Pages of a plan that is gone go; a page that people wrote stays, byte for byte."""
    write_plan(tmp_path / "sources", "other", TEXT)
    assert main(["convert", "--quiet", *arguments]) == 0
    own = tmp_path / "out/pages/zh/own.md"
    own.write_bytes("# 自己写的\r\n".encode())
    for path in (tmp_path / "sources/other").iterdir():
        path.unlink()
    (tmp_path / "sources/other").rmdir()
    assert main(["convert", "--quiet", *arguments]) == 0
    files = contents(tmp_path / "out")
    assert not any("other" in path for path in files)
    assert files["pages/zh/own.md"] == "# 自己写的\r\n".encode()


def test_a_failure_while_writing_leaves_all_as_it_was(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """A full disk in the middle of writing leaves the old pages and data whole, and is told in a line."""
    assert main(["convert", "--quiet", *arguments]) == 0
    before = contents(tmp_path / "out")
    write_plan(tmp_path / "sources", "small", TEXT.replace("经济", "社会"))
    written = []

    def full(path: Path, data: bytes) -> int:
        written.append(path)
        if len(written) > 5:
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return original(path, data)

    original = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["convert", "--quiet", *arguments]) == 2
    monkeypatch.undo()
    assert capsys.readouterr().err.endswith(
        ": no space left on the disk. What stood there before is still there; look whether the disk is full or the "
        "folder write-protected.\n"
    )
    assert {path: data for path, data in contents(tmp_path / "out").items() if not path.startswith(".")} == before
    assert main(["convert", "--quiet", *arguments]) == 0
    assert not [path for path in (tmp_path / "out").iterdir() if path.name.startswith(".")]


def test_check_lists_doubts(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """check names file, line, what is odd and what to do, and how many findings wait; doubts alone do not make it
    fail."""
    assert main(["check", *arguments]) == 0
    text = tmp_path / "sources/small/plan.txt"
    assert capsys.readouterr().out == (
        f"warning {text}:7: “三、” comes after number 1: number 2 is missing. Compare with the issued plan: mend "
        "damage in corrections.yml, "
        "or, if it is printed so, add this line to numbering_as_printed in plan.yml. "
        f"To settle it: python -m build_tools check --sources {tmp_path / 'sources'} --accept e0074cb9aa "
        "[--as printed|right-as-printed|mended|open] --reason WHY\n"
        "某县: checked against itself; not decided yet: 1 (1 to mend, 0 to ask about). "
        "To see them: python -m build_tools desk\n"
    )
    write_plan(tmp_path / "sources", "small", TEXT.replace("第二章", "第五章"))
    assert main(["check", "--json", *arguments]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(entry["severity"], entry["line"], entry["code"]) for entry in found] == [
        ("error", 11, "number-jump"),
        ("warning", 7, "number-missing"),
    ]


def test_site_from_a_small_plan(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """A plan dropped into a folder becomes a site, strictly checked, without a line of Python."""
    assert main(["convert", "--quiet", *arguments]) == 0
    assert main(["site", *arguments]) == 0
    said = capsys.readouterr()
    assert "building the site in" in said.err
    assert "through a web server" in said.out
    page = (tmp_path / "out/build/site/small/01/index.html").read_text(encoding="utf-8")
    assert "经济总量稳步增长。" in page
    assert 'id="s01-p1"' in page


def test_a_broken_link_stops_the_site(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """A page that people wrote with a link to nowhere: exit 2, the page and link are named, and the old site stays."""
    assert main(["convert", "--quiet", *arguments]) == 0
    assert main(["site", "--quiet", *arguments]) == 0
    before = contents(tmp_path / "out/build")
    page = tmp_path / "out/pages/zh/about.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n[缺](nowhere.md)\n\n[锚](index.md#nothing)\n", encoding="utf-8"
    )
    capsys.readouterr()
    assert main(["site", "--quiet", *arguments]) == 2
    said = capsys.readouterr().err
    assert "about.md" in said
    assert "nowhere.md" in said
    assert "#nothing" in said
    assert contents(tmp_path / "out/build") == before


@pytest.mark.parametrize("words", [[], ["konvert"], ["convert", "--nothing"]])
def test_wrong_use(words: list[str], capsys: pytest.CaptureFixture) -> None:
    """A wrong command or option is one line that says what is wrong and where the usage is, and exit 2."""
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("python -m build_tools")
    assert said.endswith("--help\n")
    assert said.count("\n") == 1


def test_out_that_is_a_file(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """A file where the out folder should be is told in a line, and stays."""
    (tmp_path / "out").write_text("kept", encoding="utf-8")
    assert main(["convert", "--quiet", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (tmp_path / "out").read_text(encoding="utf-8") == "kept"


def test_a_site_takes_no_other_folder(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """--to a folder that holds something else, such as the sources: one line, exit 2, and all that lies there stays."""
    assert main(["convert", "--quiet", *arguments]) == 0
    capsys.readouterr()
    before = contents(tmp_path / "sources")
    for target in (tmp_path / "sources", tmp_path / "out", tmp_path / "sources/small/plan.yml", Path("/")):
        assert main(["site", "--quiet", *arguments, "--to", str(target)]) == 2
        assert capsys.readouterr().err.startswith(f"{target}: this is not a folder that a site was built in")
    assert before
    assert contents(tmp_path / "sources") == before
    for _ in range(2):  # a former site may be replaced
        assert main(["site", "--quiet", *arguments, "--to", str(tmp_path / "web")]) == 0


@pytest.mark.parametrize("language", ["../../fr", "zh", "en copy", ""])
def test_a_translation_is_called_like_a_language(arguments: list[str], language: str, tmp_path: Path) -> None:
    """translate writes no file elsewhere, and none that the next command would refuse."""
    before = sorted(tmp_path.rglob("*.po"))
    known = [word for word in arguments if word != str(tmp_path / "out") and word != "--out"]
    assert main(["translate", *known, "--language", language, "--update"]) == 2
    assert sorted(tmp_path.rglob("*.po")) == before


def test_a_port_that_is_none(arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """Out of range: said by the option, before anything is built."""
    with pytest.raises(SystemExit) as stop:
        main(["serve", *arguments, "--port", "99999"])
    assert stop.value.code == 2
    assert "--port" in capsys.readouterr().err


def test_a_run_stopped_by_hand_is_one_line(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """Ctrl-C gives a sentence, no traceback."""

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("build_tools.pipeline.read_edition", stopped)
    assert main(["check", *arguments]) == 2
    assert capsys.readouterr().err.startswith("stopped before the end.")


def test_who_reads_may_stop_reading(arguments: list[str]) -> None:
    """check | head says nothing of a full disk."""
    command = [sys.executable, "-m", "build_tools", "check", *arguments]
    done = subprocess.Popen(command, cwd=settings.ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    done.stdout.close()
    said = done.stderr.read()
    done.stderr.close()
    assert done.wait() == 1
    assert b"disk" not in said
    assert b"Traceback" not in said
