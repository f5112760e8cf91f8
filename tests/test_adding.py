"""`add`: a file as received becomes a folder with a proposed card; a new edition moves the former away; a failure
changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from word_files import p, word_file

from build_tools.__main__ import main

TITLE = "清溪县国民经济和社会发展第十五个五年规划纲要（草案）"
BODY = "".join(
    p(text)
    for text in (
        TITLE,
        "第一章 发展基础",
        "五年来，全县经济总量迈上新台阶，城乡面貌发生深刻变化。",
        "第二章 主要目标",
        "到2030年，全县地区生产总值达到155亿元。",
    )
)


@pytest.fixture
def received(tmp_path: Path) -> Path:
    file = tmp_path / "清溪县规划.docx"
    file.write_bytes(word_file(BODY))
    return file


def options(tmp_path: Path) -> list[str]:
    return ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]


def everything(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_a_file_becomes_a_plan(received: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """The bytes are copied, the card proposed, the next command named; the plan can be published at once."""
    assert main(["add", str(received), *options(tmp_path)]) == 0
    said = capsys.readouterr().out
    folder = tmp_path / "sources/qingxi"
    assert (folder / received.name).read_bytes() == received.read_bytes()
    card = yaml.safe_load((folder / "plan.yml").read_text(encoding="utf-8"))
    assert (card["title"], card["period"], card["status"], card["medium"]) == (TITLE, [2026, 2030], "draft", "word")
    assert "2 chapter" in said
    assert "Next:" in said
    assert str(folder / "plan.yml") in said
    assert main(["convert", "--quiet", *options(tmp_path)]) == 0


def test_what_is_guessed_is_a_doubt_until_a_person_looked(
    received: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    """“# guessed” in a card is a warning of `check`; it goes with the mark."""
    received.write_bytes(word_file(BODY.replace(TITLE, "前言")))
    assert main(["add", str(received), "--json", *options(tmp_path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {"title", "period"} <= set(told["guessed"])
    assert told["problems"][0]["code"] == "card-guessed"
    card = tmp_path / "sources/qingxi/plan.yml"
    card.write_text(card.read_text(encoding="utf-8").replace("# guessed", ""), encoding="utf-8")
    assert main(["check", "--json", *options(tmp_path)]) == 0
    assert "card-guessed" not in capsys.readouterr().out


def test_several_files_are_one_plan(received: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """With --together: all are copied, named in order by the card, and read as one text."""
    annex = tmp_path / "annex" / received.name
    annex.parent.mkdir()
    annex.write_bytes(word_file(p("附件1") + p("重点项目清单") + p("本清单所列项目由各部门按照职责分工组织实施。")))
    assert main(["add", "--together", str(received), str(annex), *options(tmp_path)]) == 0
    folder = tmp_path / "sources/qingxi"
    card = yaml.safe_load((folder / "plan.yml").read_text(encoding="utf-8"))
    assert card["files"] == [received.name, f"2-{received.name}"]
    assert "file" not in card
    assert [(folder / name).read_bytes() for name in card["files"]] == [received.read_bytes(), annex.read_bytes()]
    assert main(["check", *options(tmp_path)]) == 0
    capsys.readouterr()


def test_a_new_edition_keeps_the_former(received: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """--replace moves the former file to editions/ with its record; the card names the new one and keeps people's
    comments."""
    assert main(["add", str(received), *options(tmp_path)]) == 0
    folder = tmp_path / "sources/qingxi"
    card = folder / "plan.yml"
    card.write_text(card.read_text(encoding="utf-8") + "order: 3 # 第三位\n", encoding="utf-8")
    second = tmp_path / "第二稿.docx"
    second.write_bytes(word_file(BODY + p("第三章 保障措施") + p("各部门按照职责分工抓好落实。")))
    assert main(["add", "--replace", "qingxi", "--name", "第一稿", str(second), *options(tmp_path)]) == 0
    files = everything(folder)
    assert files["editions/01/清溪县规划.docx"] == received.read_bytes()
    assert files["第二稿.docx"] == second.read_bytes()
    assert set(files) == {"plan.yml", "第二稿.docx", "editions/01/清溪县规划.docx", "editions/01/edition.yml"}
    record = yaml.safe_load(files["editions/01/edition.yml"])
    assert (record["name"], record["file"]) == ("第一稿", "清溪县规划.docx")
    assert "order: 3 # 第三位" in card.read_text(encoding="utf-8")
    assert "file: 第二稿.docx" in card.read_text(encoding="utf-8")
    assert "3 chapter" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        ["no.docx"],
        ["broken.docx"],
        ["two\nlines.docx"],
        ["--replace", "nobody", "good.docx"],
        ["--replace", "a", "good.docx", "good.docx"],
    ],
)
def test_what_cannot_be_brought_in_changes_nothing(
    arguments: list[str], received: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    """A missing or damaged file, or a plan that is not there: one line, exit 2, no folder, no trace."""
    received.rename(tmp_path / "good.docx")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 and nothing else")
    (tmp_path / "two\nlines.docx").write_bytes((tmp_path / "good.docx").read_bytes())
    (tmp_path / "sources").mkdir()
    given = [str(tmp_path / word) if word.endswith(".docx") else word for word in arguments]
    assert main(["add", *given, *options(tmp_path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert everything(tmp_path / "sources") == {}
