"""Whatever a command says is said in Chinese or in English, as people want it: progress, results, notes, help."""

from __future__ import annotations

import argparse
import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from small_plan import write_plan

from build_tools import settings
from build_tools.__main__ import main, parser
from build_tools.model.output_texts import NAMES, OUTPUT
from build_tools.model.refusals import REFUSALS

CHINESE = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"\b[A-Za-z]+ [a-z]+ [a-z]+\b")  # three words in a row
QUOTED = re.compile(r"“[^”]*”|--\w[^。；，]*")  # what is to be typed stays as it is typed
SPEAKS = {"print", "result", "progress", "say", "note", "told", "words", "said"}
TEXT = """## 第一章 发展基础

### 一、主要成就

经济总量稳步增长，到2030年建设高标准农田20万亩，新建水库2座，提高效益，加强政府投资项目管理，改进作风，提高

## 第二章 总体思路

坚持稳中求进，推动高质量发展，城镇化率达到60%。
"""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted((settings.ROOT / "build_tools").rglob("*.py")):
        if "writers" not in path.parts:
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield getattr(node.func, "attr", getattr(node.func, "id", "")), node


def words_in(node: ast.AST) -> str:
    """The words that stand in a literal, or around what it is filled with."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_no_command_words_its_output_itself() -> None:
    """What is printed comes from the table: no other module holds an English sentence for the console."""
    looked, found = 0, []
    for path, tree in modules():
        for name, call in calls(tree):
            if name in SPEAKS:
                looked += 1
                said = [words_in(given) for given in (*call.args, *(k.value for k in call.keywords if not k.arg))]
                found += [f"{path.name}: {words}" for words in said if re.search(r"[A-Za-z]{2,} [A-Za-z]{2,}", words)]
    assert looked > 80
    assert found == []


def test_every_sentence_is_there_twice_and_used() -> None:
    """Both sentences are filled with the same values; the Chinese one is Chinese; each is said somewhere."""
    literals = {
        node.value
        for _, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    prefixed = {f"reply-{name}" for name in ("new", "waiting")}
    for code, (english, chinese) in OUTPUT.items():
        assert [*sorted(fields(english))] == [*sorted(fields(chinese))], code
        assert CHINESE.search(chinese) or not re.search("[a-z]", re.sub(r"{\w+}", "", english)), code
        assert code in literals | prefixed, code
    assert all(CHINESE.search(chinese) for _, chinese in NAMES.values())


def fields(pattern: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(pattern) if name]


def test_refusals_are_filled_alike() -> None:
    """Sentence and advice of a refusal hold the same values in both languages."""
    for code, (english, chinese, ask, advice) in REFUSALS.items():
        assert set(fields(english + ask)) == set(fields(chinese + advice)), code


def test_help_is_chinese() -> None:
    """Every command, option and argument is explained in Chinese to whoever reads Chinese."""
    seen = list(explained(parser("zh")))
    assert len(seen) > 80
    assert [words for words in seen if not CHINESE.search(words)] == []


def explained(made: argparse.ArgumentParser) -> Iterator[str]:
    yield made.description or ""
    for action in made._actions:
        if action.help:
            yield action.help
        if isinstance(action, argparse._SubParsersAction):
            yield from (choice.help or "" for choice in action._choices_actions)
            for command in action.choices.values():
                yield from explained(command)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two plans that know of each other, and room for a translation."""
    write_plan(tmp_path / "sources", "first", TEXT)
    write_plan(tmp_path / "sources", "second", TEXT, name="乙县")
    (tmp_path / "curated" / "locales").mkdir(parents=True)
    return tmp_path


COMMANDS = {
    "convert": ["convert"],
    "convert --check": ["convert", "--check"],
    "convert --without": ["convert", "--without", "second"],
    "check": ["check"],
    "links": ["links"],
    "links --explain": ["links", "--explain", "first/01/01", "second/01/01"],
    "links not compared": ["links", "--explain", "first/01/01", "second/02"],
    "translate": ["translate"],
    "translate --update": ["translate", "--update"],
    "translate --check": ["translate", "--check"],
    "translate --export": ["translate", "--export", "{root}/en.po"],
    "pdf": ["pdf", "--plan", "first", "--chapter", "2"],
    "add": ["add", "{root}/三县.txt"],
    "new": ["new", "{root}/own"],
    "read-only": ["convert", "--out", "/proc/none"],
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_a_command_speaks_chinese(folder: Path, capsys: pytest.CaptureFixture, arguments: list[str]) -> None:
    """Whoever asks for Chinese reads Chinese, line by line, save for names, paths and what is to be typed."""
    (folder / "三县.txt").write_text(TEXT, encoding="utf-8")
    given = [word.format(root=folder) for word in arguments]
    if given[0] != "new":
        given += ["--sources", str(folder / "sources")] + ([] if "--out" in given else ["--out", str(folder / "out")])
    main(["--language", "zh", *given])
    said = capsys.readouterr()
    lines = [line for line in (said.out + said.err).splitlines() if line.strip()]
    assert lines
    for line in lines:
        assert CHINESE.search(line) or re.fullmatch(r"[\w/-]+( +\d+)+", line), line
        assert not ENGLISH.search(QUOTED.sub("", line.replace(str(folder), ""))), line


def test_a_folder_that_takes_nothing_is_one_line(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """Where nothing can be written, that is said in a line, with the folder, and the end is 2."""
    code = main(["convert", "--sources", str(folder / "sources"), "--out", "/proc/none"])
    said = capsys.readouterr().err
    assert code == 2
    assert said.startswith("/proc/none")
    assert said.count("\n") == 1
    assert "write-protected" in said


def test_a_translation_says_in_chinese_what_it_lacks(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """A figure that a translation has otherwise is told in the language of the messages, not in that of the
    translation."""
    given = ["translate", "--sources", str(folder / "sources"), "--out", str(folder / "out")]
    assert main([*given, "--update"]) == 0
    po = folder / "curated/locales/en.po"
    text = po.read_text(encoding="utf-8")
    at = text.index('msgstr ""', text.index('msgid "坚持稳中求进'))
    po.write_text(text[:at] + 'msgstr "70%"' + text[at + len('msgstr ""') :], encoding="utf-8")
    capsys.readouterr()
    assert main(["--language", "zh", *given, "--check"]) == 1
    said = capsys.readouterr().out
    assert "缺 60" in said
    assert "中文没有 70" in said
    assert "missing" not in said
