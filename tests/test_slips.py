"""Slips of people in their files: each is one line with file, line, what and remedy, in English or Chinese; none is a
traceback or goes unseen."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline, settings
from build_tools.__main__ import main, tongue_of
from build_tools.curation.plan_cards import RESERVED
from build_tools.model.problems import TEXTS
from build_tools.model.refusals import REFUSALS

TEXT = """## 第一章 发展基础

### 一、主要成就

经济总量稳步增长，全县上下团结一心，各项事业取得新的进步。

## 第二章 总体思路

坚持稳中求进，推动高质量发展，提高提高效益。
"""
CORRECTION = "- id: c\n  plan: first\n  context: 推动高质量发展，提高提高效益\n  wrong: 提高提高\n  right: {}\n  times: 1\n  reason: r\n"
TERM = "- zh: 词\n  en: word\n  explanation_zh: 解释\n  explanation_en: explained\n  source: general\n"
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{there}: &{there} [{', '.join([f'*{here}'] * 9)}]\n" for here, there in zip("abcdefg", "bcdefgh", strict=True)
)
# file, its content, the line, and words of the sentence
SLIPS = {
    "abstracts as mapping": ("curated/abstracts.yml", "chapter: first/01\n", 1, "list of entries"),
    "abstracts as words": ("curated/abstracts.yml", "- first/01\n- first/02\n", 1, "“key: value”"),
    "abstract of nothing": ("curated/abstracts.yml", "- chapter: first/01\n  en:\n", 2, "“en” says nothing"),
    "abstract of an unknown chapter": (
        "curated/abstracts.yml", "- chapter: first/09\n  en:\n  - {sentence: s, of: [first/01]}\n", 1, "“first/09”"),
    "full-width colon in a card": ("sources/first/plan.yml", 
        "name: 甲县\ntitle：规划\nperiod: [2026, 2030]\nstatus: "
        "draft\n", 2, "“：”"),
    "full-width colon in the first line": ("sources/first/plan.yml", "name：甲县\ntitle: 规划\n", 1, "“：”"),
    "full-width colon in the last line": ("curated/corrections.yml", CORRECTION.format("好").replace("reason: r",
    "reason：理由"), 7, "“：”"),
    "full-width colon in a flow": ("curated/indicators.yml", 
        "- relation: none\n  indicators: {first：1}\n  reason: "
        "r\n", 2, "“：”"),
    "no blank behind the colon": ("sources/first/plan.yml", 
        "name: 甲县\ntitle:规划\nperiod: [2026, 2030]\nstatus: "
        "draft\n", 2, "blank is missing"),
    "order that is none": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\norder: "
        "甲\n", 5, "whole number"),
    "lines that are no list": (
        "sources/first/plan.yml", 
            "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nnumbering_as_printed: "
            "120\n", 5, "list of line numbers"),
    "name that is a list": ("sources/first/plan.yml", 
        "name: [a]\ntitle: 乙\nperiod: [2026, 2030]\nstatus: "
        "draft\n", 1, "must be words"),
    "key that is a list": ("sources/first/plan.yml", "? [a, b]\n: c\n", 1, "a key must be a word"),
    "recursive anchor": ("sources/first/plan.yml", "name: &a [*a]\n", 1, "alias"),
    "alias bomb": ("curated/site.yml", BOMB, 1, "alias"),
    "deep nesting": ("curated/site.yml", "title: " + "[" * 5000 + "]" * 5000 + "\n", 1, "nested"),
    "day that is none": ("curated/changes.yml", "- date: 2026-02-30\n  what: w\n  reason: r\n", 1, "not a date"),
    "month that is none": ("curated/changes.yml", "- date: 2026-13-45\n  what: w\n  reason: r\n", 1, "not a date"),
    "place of a misspelt plan": ("curated/places.yml", "- {name: 某镇, kind: 乡镇, plan: frist}\n", 1, "“first”"),
    "place of an unknown kind": ("curated/places.yml", "- {name: 某镇, kind: 乡镇街到, plan: first}\n", 1, "乡镇街道"),
    "term of a misspelt plan": ("curated/glossary.yml", TERM + "  plan: firsst\n", 1, "“first”"),
    "the same term twice": ("curated/glossary.yml", TERM + TERM, 6, "line 1"),
    "misspelt file": ("curated/glosary.yml", TERM, 0, "“glossary.yml”"),
    "copy of a translation": ("curated/locales/en copy.po", 'msgid ""\nmsgstr ""\n', 0, "en.po"),
    "msgstr without quotes": ("curated/locales/en.po", 'msgid ""\nmsgstr ""\n\nmsgid "词"\nmsgstr word\n', 5, "quotes"),
    "entry twice in a translation": ("curated/locales/en.po", 
        'msgid "词"\nmsgstr "a"\n\nmsgid "词"\nmsgstr '
        '"b"\n', 4, "twice"),
    "reserved id": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nid: "
        "compare\n", 5, "“compare”"),
    "name that Windows keeps": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nid: "
        "con\n", 5, "“con”"),
    "id that is too long": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nid: "
        "a" + "b" * 60 + "\n", 5, "61"),
    "file elsewhere": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nfile: "
        "../second/plan.txt\n", 5, "folder of its plan"),
    "absolute file": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nfile: "
        "/etc/hostname\n", 5, "folder of its plan"),
    "day of issue that is none": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nissued: "
        "2026-02-30\n", 5, "not a date"),
    "blank name": ("sources/first/plan.yml", 
        'name: " "\ntitle: 乙\nperiod: [2026, 2030]\nstatus: '
        'draft\n', 1, "one line"),
    "title of two lines": ("sources/first/plan.yml", 
        'name: 甲\ntitle: "乙\\n丙"\nperiod: [2026, 2030]\nstatus: '
        'draft\n', 2, "one line"),
    "the card as the text": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nfile: "
        "plan.yml\n", 5, "card itself"),
    "control sign in a correction": ("curated/corrections.yml", CORRECTION.format('"甲\\n乙"'), 5, "one line"),
    "a correction of nothing": ("curated/corrections.yml", CORRECTION.format("提高提高"), 5, "corrects nothing"),
    "a line that is not there": (
        "sources/first/plan.yml", "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\n"
        "numbering_as_printed: [1, 99999]\n", 5, "99999"),
    "control sign in a translation": (
        "curated/locales/en.po", 'msgid ""\nmsgstr ""\n\nmsgid "词"\nmsgstr "a\x00b"\n', 4, "U+0000"),
    "misspelt text file": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nfile: "
        "plann.txt\n", 5, "“plan.txt”"),
    "a key of the site without a word": ("curated/site.yml", "title: 读本\nmotto:\n", 2, "“motto” says nothing"),
    "full-width comma in a flow": (
        "curated/links.yml", "- from: first/01/01\n  links:\n  - {add: second/02，as: same, reason: r}\n", 3, "“，”"),
    "two versions not merged": (
        "curated/glossary.yml", "- zh: 词\n<<<<<<< HEAD\n  en: a\n=======\n  en: b\n>>>>>>> x\n", 2, "not merged"),
    "two versions of a translation not merged": (
        "curated/locales/en.po", 'msgid ""\nmsgstr ""\n\n<<<<<<< HEAD\nmsgid "词"\nmsgstr "a"\n', 4, "not merged"),
    "a link within one plan": (
        "curated/links.yml", "- from: first/01/01\n  links:\n  - {add: first/02, as: same, reason: r}\n", 3,
        "one plan"),
    "a language that is none": (
        "curated/abstracts.yml", "- chapter: first/01\n  english:\n  - {sentence: s, of: [first/01]}\n", 2, "“en”"),
    "an ending that nobody sees": ("curated/corrections.yml.txt", "[]\n", 0, "“corrections.yml”"),
    "a plan beside the folders": ("sources/规划.docx", "PK", 0, "Bring it in"),
    "a card beside the folders": ("sources/plan.yml", "name: 甲\n", 0, "folder of its plan"),
    "a heading on a line that is not there": (
        "sources/first/plan.yml", "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nheadings:\n"
        "  text: [3]\n  chapter: [999]\n", 7, "999"),
    "translation in another encoding": ("curated/locales/en.po", 
        'msgid ""\nmsgstr ""\n\nmsgid "词"\n'.encode("gbk"), 4, "UTF-8"),
    "a keyword out of place": (
        "curated/locales/en.po", 'msgid ""\nmsgstr ""\n\nmsgstr "word"\n', 4, "cannot stand"),
    "a page of the site as id": ("sources/first/plan.yml", 
        "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\nid: "
        "cite\n", 5, "“cite”"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans and a folder of decisions, to be spoilt."""
    write_plan(tmp_path / "sources", "first", TEXT)
    write_plan(tmp_path / "sources", "second", TEXT, name="乙县")
    (tmp_path / "curated" / "locales").mkdir(parents=True)
    return tmp_path


def run(folder: Path, command: str, *more: str) -> int:
    return main([command, "--sources", str(folder / "sources"), "--out", str(folder / "out"), *more])


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("file", "content", "line", "words"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture, file: str, content: str | bytes, line: int, words: str, language: str
) -> None:
    """File, line, what and what to do, exit 2, from `check` as from `convert`; in Chinese every word of ours is
    Chinese."""
    (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    said = []
    for command in ("convert", "check"):
        assert run(folder, command, "--language", language) == 2
        said.append(capsys.readouterr().err)
    assert said[0] == said[1]
    assert said[0].count("\n") == 1
    assert said[0].startswith(f"{folder / file}:{line}: " if line else f"{folder / file}: ")
    assert words in said[0] if language == "en" else "。" in said[0]
    assert not (folder / "out").exists()


def test_a_link_out_of_the_folder_is_refused(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """A link to a file elsewhere is not read, however it is called."""
    (folder / "secret.txt").write_text(TEXT, encoding="utf-8")
    (folder / "sources/first/plan.txt").unlink()
    (folder / "sources/first/plan.txt").symlink_to(folder / "secret.txt")
    assert run(folder, "convert") == 2
    assert "folder of its plan" in capsys.readouterr().err


def test_a_linked_folder_is_refused(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """Nor is a folder that only seems to lie among the sources."""
    (folder / "sources/first").rename(folder / "elsewhere")
    (folder / "sources/first").symlink_to(folder / "elsewhere")
    assert run(folder, "convert") == 2
    assert "folder of its plan" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["glossary.yml", "locales/en.po", "locales"])
def test_a_link_out_of_the_decisions_is_refused(folder: Path, capsys: pytest.CaptureFixture, name: str) -> None:
    """Nor is a file of decisions, a translation or the folder of all of them that lies elsewhere."""
    there = folder / "curated" / name
    elsewhere = folder / "elsewhere"
    if name == "locales":
        there.rmdir()
        elsewhere.mkdir()
    else:
        elsewhere.write_text("", encoding="utf-8")
    there.symlink_to(elsewhere)
    assert run(folder, "convert") == 2
    assert capsys.readouterr().err.startswith(f"{there}: this is a link")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_export_makes_no_folder(folder: Path, capsys: pytest.CaptureFixture, language: str) -> None:
    """A misspelt folder is said, not made."""
    target = folder / "none" / "en.xlf"
    given = ["--language", language, "translate", "--sources", str(folder / "sources"), "--export", str(target)]
    assert main(given) == 2
    assert capsys.readouterr().err.startswith(f"{target.parent}: ")
    assert not target.parent.exists()


def test_a_plan_that_is_not_here_is_a_note(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """Decisions about plans of another publication stop nothing; `check` says how many there are."""
    places = "- {name: 某镇, kind: 乡镇, plan: shanghe}\n- {name: 甲镇, kind: 乡镇, plan: shanghe}\n"
    (folder / "curated/places.yml").write_text(places, encoding="utf-8")
    assert run(folder, "check", "--json") == 0
    notes = [entry for entry in json.loads(capsys.readouterr().out) if entry["code"] == "plan-not-here"]
    assert [(note["file"], note["line"]) for note in notes] == [(str(folder / "curated/places.yml"), 1)]


def test_a_project_that_nobody_names_is_a_note(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """A name in projects.yml that is no project of its plan does nothing, and `check` says so, with the nearest one."""
    text = TEXT + "\n推进云岭水库工程，总投资3亿元。\n"
    (folder / "sources/first/plan.txt").write_text(text, encoding="utf-8")
    rulings = "- plan: first\n  same: [云岭水库工程, 云岭水厂工程]\n  reason: r\n"
    (folder / "curated/projects.yml").write_text(rulings, encoding="utf-8")
    assert run(folder, "check", "--json") == 0
    notes = [entry for entry in json.loads(capsys.readouterr().out) if entry["code"] == "project-gone"]
    assert [(note["line"], "云岭水厂工程" in note["what"], "云岭水库" in note["what"]) for note in notes] == [
        (1, True, True)
    ]


def test_words_may_be_struck_or_be_figures(folder: Path) -> None:
    """`right: ""` takes words out; a wrong word that is a number is the number as written."""
    (folder / "curated/corrections.yml").write_text(CORRECTION.format('""'), encoding="utf-8")
    edition = pipeline.read_edition(folder / "sources", folder / "curated")
    assert edition.plans[0].blocks[-1].text.string.endswith("推动高质量发展，效益。")


def test_others_are_published_without_a_plan(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """The way out that a refusal names works: the others are there, the plan left out is on no page, the output says
    so."""
    (folder / "sources/second/plan.txt").write_text("", encoding="utf-8")
    assert run(folder, "convert") == 2
    assert "--without second" in capsys.readouterr().err
    assert run(folder, "convert", "--without", "second") == 0
    assert "without second" in capsys.readouterr().err
    pages = [path.read_text(encoding="utf-8") for path in (folder / "out").rglob("*.md")]
    assert pages
    assert not any("乙县" in page for page in pages)
    assert run(folder, "convert", "--without", "secnd") == 2
    assert "“second”" in capsys.readouterr().err


def test_problems_keep_their_id(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """Lines above a problem change its line, not its id; the id is in the table, too."""

    def ids() -> dict[str, int]:
        run(folder, "check", "--json")
        return {entry["id"]: entry["line"] for entry in json.loads(capsys.readouterr().out)}

    text = TEXT.replace("提高提高效益。", "加强政府投资项目管理，改进作风，提高")
    (folder / "sources/first/plan.txt").write_text(text, encoding="utf-8")
    before = ids()
    (folder / "sources/first/plan.txt").write_text("\n\n" + text, encoding="utf-8")
    after = ids()
    assert before
    assert before.keys() == after.keys()
    assert before != after
    assert run(folder, "convert") == 0
    table = (folder / "out/data/problems.csv").read_text(encoding="utf-8")
    assert all(name in table for name in after)


def test_an_unexpected_error_is_one_line(folder: Path, monkeypatch, capsys: pytest.CaptureFixture) -> None:
    """What nobody foresaw is said in a line; the trace lies in a file below build/."""

    def fail(*_: object, **__: object) -> None:
        raise ValueError("nobody foresaw this")

    monkeypatch.setattr(pipeline, "read_edition", fail)
    assert run(folder, "check") == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "nobody foresaw this" in said
    assert "Traceback" in (folder / "out/build/last-error.txt").read_text(encoding="utf-8")


ARGUMENTS = {
    "no folder of fonts": (["pdf", "--fonts", "/none"], "/none: there is no such folder of fonts"),
    "a folder to be added": (["add", "{folder}"], "{folder}: this is a folder"),
    "every plan left out": (["convert", "--without", "first", "--without", "second"], "--without leaves no plan"),
    "a file as output": (["convert", "--out", "{folder}/sources/first/plan.txt"], "plan.txt: this is a file"),
}


@pytest.mark.parametrize(("arguments", "words"), ARGUMENTS.values(), ids=ARGUMENTS)
def test_a_slip_in_the_command_is_one_line(
    folder: Path, capsys: pytest.CaptureFixture, arguments: list[str], words: str
) -> None:
    """What was typed wrongly is said with what was typed; nothing is made of it."""
    given = [word.format(folder=folder) for word in arguments]
    assert main([given[0], "--sources", str(folder / "sources"), "--out", str(folder / "out"), *given[1:]]) == 2
    said = capsys.readouterr().err.splitlines()
    assert words.format(folder=folder) in said[-1]
    assert not (folder / "out").exists()


def test_every_page_of_the_site_is_a_reserved_id(folder: Path) -> None:
    """No plan takes the place of a page: whatever lies at the root of pages and data cannot be an id."""
    assert run(folder, "convert") == 0
    names = {path.stem for place in ("pages/zh", "data") for path in (folder / "out" / place).iterdir()}
    own = {"first", "second"}
    assert len(names) > 20
    assert names - own - RESERVED <= {path.stem for path in (folder / "out/data").glob("*.*")}


@pytest.mark.parametrize("package", ["yaml", "polib", "jinja2"])
def test_a_missing_package_is_one_line(package: str) -> None:
    """Whoever forgot to install is told what to run."""
    program = (
        f"import sys; sys.modules[{package!r}] = None; from build_tools.__main__ import main; sys.exit(main(['check']))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=settings.ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"the package “{package}” is missing. Run “pip install")


def test_a_console_without_chinese(folder: Path) -> None:
    """Where the console cannot show a sign, its number is shown; nothing dies."""
    (folder / "sources/first/plan.txt").write_text("全县各项事业", encoding="utf-8")
    command = [sys.executable, "-m", "build_tools", "check", "--sources", str(folder / "sources"), "--language", "zh"]
    done = subprocess.run(
        command, cwd=settings.ROOT, capture_output=True, env={"PYTHONIOENCODING": "latin-1", "PATH": ""}
    )
    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr
    assert b"\\u" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "tongue"),
    [
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        (["check", "--language", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--language=zh", "pdf", "--language", "en"], {"LANG": "C"}, "zh"),
        (["pdf", "--language", "zh"], {"LANG": "C"}, "en"),
    ],
)
def test_the_language_of_messages(arguments: list[str], environment: dict[str, str], tongue: str) -> None:
    """--language rules; the locale is asked where it says nothing; that of pdf is the language of the print."""
    assert tongue_of(arguments, environment) == tongue


def test_every_message_is_in_both_languages() -> None:
    """Each refusal and each problem has a sentence and an advice in English and Chinese, with the same values."""
    tables = TEXTS | REFUSALS
    assert len(tables) > 100
    for code, (english, chinese, ask, advice) in tables.items():
        assert any("\u4e00" <= sign <= "\u9fff" for sign in chinese + advice), code
        for sentences in ((english, ask), (chinese, advice)):
            assert all(sentences), code


def test_no_refusal_is_worded_elsewhere() -> None:
    """Whoever refuses names a code of the tables, so that each refusal has its Chinese sentence."""
    given = [
        (path, call.args[0])
        for path in sorted((settings.ROOT / "build_tools").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "BadInput"
    ]
    assert len(given) > 100
    written = [(path, code) for path, code in given if not isinstance(code, ast.Name | ast.Attribute)]
    either = [(path, way) for path, code in written for way in ways(code)]
    odd = [(path.name, ast.unparse(code)) for path, code in either if getattr(code, "value", None) not in REFUSALS]
    assert odd == []


def ways(code: ast.expr) -> list[ast.expr]:
    """“a” if … else “b” → both"""
    return [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
