"""check --accept and --undo: a word of a person on one doubt, written where it belongs, and taken back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from build_tools.__main__ import main
from build_tools.publishing import people_files

TEXT = """青岚县国民经济和社会发展第十五个五年规划纲要

第一章 发展基础

“十四五”时期，全县经济总量稳步增长，社会事业全面进步，人民生活持续改善。

一、经济实力增强

地区生产总值年均增长5.5%，粮食总产量达到20万吨。

三、民生保障有力

城乡居民收入稳步提高，公共服务体系不断健全，发□基础更加牢固。

第二章 发展目标

到2030年，地区生产总值达到200亿元。

（一）优化产业结构。

推动传统产业转型升级，培育新兴产业。

（二）提升创新能力。

加大研发投入，建设创新平台，到2032年建成创新中心3个。

（三）加强生态保护。

持续改善环境质量，守护绿水青山
"""
CARD = """# Notes of the editor.
name: 青岚县
title: "青岚县国民经济和社会发展第十五个五年规划纲要"  # cover
period: [2026, 2030]

status: adopted  # guessed
medium: word  # guessed
"""
NUMBER, SIGN, HEADING, GUESS = "number-missing", "unreadable-sign", "heading-sentence", "card-guessed"


class Desk:
    """A publication with one plan, and what `check` says of it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.card = folder / "sources/qinglan/plan.yml"
        self.curated = folder / "curated"
        self.card.parent.mkdir(parents=True)
        self.curated.mkdir()
        self.card.write_text(CARD, encoding="utf-8")
        (self.card.parent / "plan.txt").write_text(TEXT, encoding="utf-8")

    def run(self, *arguments: str) -> int:
        folders = (
            "--sources",
            str(self.folder / "sources"),
            "--curated",
            str(self.curated),
            "--out",
            str(self.folder / "out"),
        )
        return main(["check", *folders, *arguments])

    def problems(self) -> dict[str, dict[str, str]]:
        self.capsys.readouterr()
        self.run("--json")
        return {problem["code"]: problem for problem in json.loads(self.capsys.readouterr().out)}

    def id_of(self, code: str) -> str:
        return self.problems()[code]["id"]

    def files(self) -> dict[str, bytes]:
        paths = [*self.folder.glob("sources/**/*"), *self.curated.rglob("*")]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in paths if path.is_file()}


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


@pytest.mark.parametrize(
    ("code", "value", "file", "words"),
    [
        (NUMBER, (), "sources/qinglan/plan.yml", "numbering_as_printed: [11]"),
        (NUMBER, ("--as", "right-as-printed"), "curated/findings.yml", "state: right-as-printed"),
        (HEADING, (), "sources/qinglan/plan.yml", "headings: {section: [19, 23, 27]}"),
        (HEADING, ("--as", "text"), "sources/qinglan/plan.yml", "headings: {text: [19, 23, 27]}"),
        (HEADING, ("--as", "mended"), "curated/findings.yml", "state: mended"),
        (SIGN, ("--as", "不断健全，发展基础更加牢固"), "curated/corrections.yml", "wrong: □\n  right: 展"),
        (SIGN, (), "curated/findings.yml", "state: right-as-printed"),
        (GUESS, (), "sources/qinglan/plan.yml", "medium: word  # checked("),
        (GUESS, ("--as", "status=draft"), "sources/qinglan/plan.yml", "status: draft  # checked("),
    ],
)
def test_a_doubt_is_settled_and_taken_back(
    desk: Desk, code: str, value: tuple[str, ...], file: str, words: str
) -> None:
    """What the decision says stands in its file, the doubt is gone, and after --undo every file is byte for byte as it
    was."""
    before = desk.files()
    doubt = desk.id_of(code)
    assert desk.run("--accept", doubt, *value, "--reason", "与印发本核对：如此") == 0
    assert words in (desk.folder / file).read_text(encoding="utf-8")
    assert doubt not in {problem["id"] for problem in desk.problems().values()}
    assert desk.run("--undo", doubt) == 0
    assert desk.files() == before
    assert desk.id_of(code) == doubt


def test_every_doubt_that_can_be_settled_says_how(desk: Desk) -> None:
    """The remedy names the command with the id, so that it can be copied; it works as it stands there."""
    for code, problem in desk.problems().items():
        assert f"--accept {problem['id']}" in problem["settle"], code
        arguments = problem["settle"].partition("build_tools check ")[2].replace("WHY", "x").split()
        plain = [word for word in arguments if not word.startswith("[") and not word.endswith("]")]
        assert desk.run(*[word for word in plain if word != "[--as"]) == 0, problem


def test_a_finding_is_decided(desk: Desk) -> None:
    """A year outside the period: right as printed, in findings.yml; it does not come back as open."""
    from build_tools import pipeline

    def findings() -> dict[str, str]:
        edition = pipeline.read_edition(desk.folder / "sources", desk.curated, stop=False)
        return {one.id: one.state for plan in edition.plans for one in plan.findings}

    identity = next(iter(findings()))
    assert desk.run("--accept", identity, "--reason", "远景目标", "--who", "规划科") == 0
    text = (desk.curated / "findings.yml").read_text(encoding="utf-8")
    assert f"- id: {identity}\n  plan: qinglan\n  state: right-as-printed\n  reason: 远景目标\n" in text
    assert "  who: 规划科\n" in text
    assert findings()[identity] == "right-as-printed"
    assert desk.run("--undo", identity) == 0
    assert findings()[identity] == "open"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--accept", "ID"), "a decision needs a reason"),
        (("--accept", "ID", "--reason", " \n"), "a decision needs a reason"),
        (("--accept", "ffffffffff", "--reason", "x"), "there is no doubt, finding or link with the id “ffffffffff”"),
        (("--accept", "NEAR", "--reason", "x"), "Did you mean “ID”?"),
        (("--accept", "ID", "--as", "sektion", "--reason", "x"), "Did you mean “section”?"),
        (("--accept", "ID", "--as", "part", "--reason", "x"), "It may be: chapter, section, subsection, text"),
        (("--undo", "ID"), "nothing was written by --accept under “ID”"),
    ],
)
def test_what_cannot_be_done_is_said(
    desk: Desk, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    """Exit 2, one line that says why, and nothing is changed."""
    doubt = desk.id_of(HEADING)
    near = doubt[:-1] + ("0" if doubt[-1] != "0" else "1")
    before = desk.files()
    assert desk.run(*(word.replace("ID", doubt).replace("NEAR", near) for word in arguments)) == 2
    assert said.replace("ID", doubt) in capsys.readouterr().err
    assert desk.files() == before


def test_a_decision_that_does_not_fit_is_not_left_behind(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A status that no card may have is refused in the words of the card's own check, and the card is as it was."""
    before, doubt = desk.files(), desk.id_of(GUESS)
    assert desk.run("--accept", doubt, "--as", "status=adpoted", "--reason", "x") == 2
    said = capsys.readouterr().err
    assert "Did you mean “adopted”?" in said
    assert desk.files() == before


def test_what_was_decided_says_so(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A second --accept names the file of the first, instead of writing twice."""
    doubt = desk.id_of(NUMBER)
    assert desk.run("--accept", doubt, "--reason", "x") == 0
    once = desk.files()
    assert desk.run("--accept", doubt, "--reason", "x") == 2
    assert f"{desk.card}: “{doubt}” is decided already" in capsys.readouterr().err
    assert desk.files() == once


def test_a_file_that_changed_meanwhile_is_left_alone(
    desk: Desk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves the card while the plan is read: their text stays, and the person is told."""
    doubt, seen = desk.id_of(NUMBER), people_files.seen

    def while_reading(paths: dict[Path, None]) -> dict[Path, bytes | None]:
        found = seen(paths)
        desk.card.write_text(CARD + "# a new thought\n", encoding="utf-8")
        return found

    monkeypatch.setattr(people_files, "seen", while_reading)
    assert desk.run("--accept", doubt, "--reason", "x") == 2
    assert "somebody changed this file meanwhile" in capsys.readouterr().err
    assert desk.card.read_text(encoding="utf-8") == CARD + "# a new thought\n"


def test_an_id_of_two_plans_asks_which(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """The same doubt in two plans is decided for the one that is named."""
    shutil.copytree(desk.card.parent, desk.folder / "sources/second")
    doubt = desk.id_of(NUMBER)
    assert desk.run("--accept", doubt, "--reason", "x") == 2
    assert (
        "stands in more than one place: qinglan, second. Say which plan is meant with --plan ID."
        in capsys.readouterr().err
    )
    assert desk.run("--accept", doubt, "--reason", "x", "--plan", "second") == 0
    assert "numbering_as_printed" not in desk.card.read_text(encoding="utf-8")
    assert "numbering_as_printed: [11]" in (desk.folder / "sources/second/plan.yml").read_text(encoding="utf-8")


def test_an_error_in_the_file_is_not_settled_by_a_word(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A chapter number that is missing stops publication until a person says that it is printed so; any other word does
    not lift it."""
    (desk.card.parent / "plan.txt").write_text(TEXT.replace("第二章", "第三章"), encoding="utf-8")
    doubt = next(p["id"] for p in json.loads(listed(desk)) if p["severity"] == "error")
    assert desk.run("--accept", doubt, "--as", "right-as-printed", "--reason", "x") == 2
    assert "It may be: printed." in capsys.readouterr().err
    assert desk.run("--accept", doubt, "--reason", "x") == 0
    assert not [p for p in json.loads(listed(desk)) if p["severity"] == "error"]


def listed(desk: Desk) -> str:
    desk.capsys.readouterr()
    desk.run("--json")
    return desk.capsys.readouterr().out


def test_links_are_ruled_by_their_two_sections(desk: Desk) -> None:
    """Two addresses instead of an id: the ruling stands under the first; --undo takes the id that is printed."""
    other = desk.folder / "sources/second"
    shutil.copytree(desk.card.parent, other)
    assert desk.run("--accept", "qinglan/01/01 second/01/03", "--as", "related", "--reason", "都讲民生") == 0
    text = (desk.curated / "links.yml").read_text(encoding="utf-8")
    assert "\n- from: qinglan/01/01\n  links:\n  # accepted " in text
    assert "second/01/03, as: related, reason: 都讲民生}" in text
    identity = text.partition("# accepted ")[2][:10]
    assert desk.run("--undo", identity) == 0
    assert not (desk.curated / "links.yml").exists()
