"""YAML files of people, read fast and with the line of every entry, so that an error can name its place.

PyYAML's C parser reads the decisions of two plans in 20 ms; a pure Python parser took over a second. Words are what is
written: 2026-02-30, 1.50 and 010 stay as they stand; only whole numbers, true, false and null are more than words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..model.edition import BadInput
from ..model.tongues import Bilingual

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MOST_BYTES, MOST_NODES, DEEPEST = 5_000_000, 300_000, 30
WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,14})")
CONSTANTS: dict[str, bool | None] = {
    word: value
    for words, value in ((("true", "True", "TRUE"), True), (("false", "False", "FALSE"), False), (("null", "Null",
    "NULL", "~", ""), None))
    for word in words
}  # fmt: skip
# “name：某县” or “name:某县” is one word for YAML: the colon must be an ASCII one with a blank behind it
WIDE_COLON = re.compile(r"\s*(?:-\s+)*[\"']?([A-Za-z_][A-Za-z0-9_-]*)[\"']?\s*：")
TIGHT_COLON = re.compile(r"\s*(?:-\s+)*([A-Za-z_][A-Za-z0-9_-]*):(?=[^\s/:]|[\u00a0\u2000-\u200b\u3000])")
LIST_MARK = re.compile(r"\s*([－–—−‐•●·*]|-(?=\S))\s*(?:[A-Za-z_][A-Za-z0-9_-]*\s*[:：]|\{)")  # “－ id: a”, “-id: a”
TAGS = "tag:yaml.org,2002:"
PLAIN_TAGS = ("str", "int", "float", "bool", "null", "timestamp", "seq", "map", "value", "merge")  # not written by hand
OPEN_QUOTE = "while scanning a quoted scalar"
NEXT_KEY = re.compile(r"\s*(?:-\s|[A-Za-z_][A-Za-z0-9_-]*:(?:\s|$))")
MERGE = ("<<<<<<< ", ">>>>>>> ")  # what a merge of two versions leaves where they do not agree
ASCII = {"，": ",", "：": ": ", "［": "[", "］": "]", "｛": "{", "｝": "}", "【": "[", "】": "]"}
WIDE_IN_FLOW = re.compile(r"[\[{［｛【][^\"'\n]*?([，：［］｛｝【】])|([［｛])")
OBJECTIONS = {  # beginnings of what libyaml says
    "mapping values are not allowed": "此处不应有冒号（一行里多了一个“: ”，或文字含冒号而未加引号）",
    "could not find expected ':'": "缺冒号",
    "did not find expected ',' or ']'": "缺逗号或“]”",
    "did not find expected ',' or '}'": "缺逗号或“}”",
    "did not find expected key": "缩进不对，或缺键",
    "did not find expected '-' indicator": "列表的缩进不对，或缺“- ”",
    "block sequence entries are not allowed": "此处不应有“- ”",
    "found unexpected end of stream": "引号或括号没有闭合",
    "found character that cannot start any token": "此处不应有这个符号（如 @、`、% 或制表符），请加引号",
    "found unexpected document indicator": "文件中间有“---”或“...”",
    "but found another document": "文件中间有“---”，一个文件只能有一份内容",
    "found undefined alias": "“*”开头的词须加引号",
    "did not find expected alphabetic or numeric character": "“*”或“&”开头的词须加引号",
    "found unknown escape character": "双引号里的“\\”须写成“\\\\”，或改用单引号",
    "found duplicate anchor": "“&”名称重复",
    "found unexpected ':'": "此处不应有冒号",
    "found a tab character": "此处有制表符，请改用空格",
}
ODD_BLANK = re.compile(r"^[ \t]*(?:\t|[\u00a0\u3000])")


class Entry(dict[Any, Any]):
    """A mapping that knows its line, and the line of each of its keys (1-based)."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[Any, int] = {}


class Items(list[Any]):
    """A list that knows its line and those of its items."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


@dataclass
class Building:
    """One file on its way from nodes to values. An alias may stand for a part, but not for one that holds it, nor for
    ever more of it."""

    path: Path
    text: list[str]
    left: int = MOST_NODES
    above: list[int] = field(default_factory=list)


def load_yaml(path: Path) -> Any:
    """Lists, Entries and plain values. Raises BadInput for what is no UTF-8, no YAML, says a key twice, or has no
    bounds."""
    try:
        data = path.read_bytes()
        if len(data) > MOST_BYTES:
            raise BadInput("file-too-large", MOST_BYTES // 1_000_000, place=f"{path}:1")
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput("not-utf-8", place=f"{path}:{line}") from None
    lines = text.splitlines()
    too_deep(path, text)
    try:
        loader = LOADER(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        raise refusal_of(path, lines, error) from None
    except RecursionError:
        raise BadInput("yaml-too-deep", DEEPEST, place=f"{path}:1") from None
    return None if node is None else build(Building(path, lines), node)


def too_deep(path: Path, text: str) -> None:
    """The parser itself would fall over thousands of brackets."""
    depth = 0
    for match in re.finditer(r"[\[\]{}]|\n", text):
        sign = match.group()
        depth = 0 if sign == "\n" and depth < 0 else depth + (sign in "[{") - (sign in "]}")
        if depth > 10 * DEEPEST:
            raise BadInput("yaml-too-deep", DEEPEST, place=f"{path}:{text.count(chr(10), 0, match.start()) + 1}")


def refusal_of(path: Path, lines: list[str], error: yaml.YAMLError) -> BadInput:
    """The line that is wrong, not the one on which the parser noticed it, where a colon or a blank is the reason."""
    merge = next((number for number, line in enumerate(lines, 1) if line.startswith(MERGE)), 0)
    if merge:
        raise BadInput("merge-marks", lines[merge - 1], place=f"{path}:{merge}")
    mark = getattr(error, "problem_mark", None)
    if mark is None:  # signs that YAML does not allow
        position, sign = getattr(error, "position", 0), getattr(error, "character", 0)
        number = "\n".join(lines).count("\n", 0, position if isinstance(position, int) else 0) + 1
        found = next(
            (i for i, line in enumerate(lines, 1) if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line)), number
        )
        code = sign if isinstance(sign, int) else ord(str(sign)[:1] or "\0")
        return BadInput("yaml-sign", f"U+{code:04X}", place=f"{path}:{found}")
    if str(getattr(error, "context", "")) == OPEN_QUOTE and isinstance(error, yaml.MarkedYAMLError):
        opened = error.context_mark.line + 1 if error.context_mark else mark.line + 1
        return BadInput("yaml-open-quote", place=f"{path}:{opened}")
    line = mark.line + 1
    for number in range(min(line, len(lines)), max(0, line - 4), -1):
        if colon := wrong_colon(path, lines, number):
            return colon
    near = next((n for n in range(min(line, len(lines)), max(0, line - 2), -1) if ODD_BLANK.match(lines[n - 1])), 0)
    if near:
        return BadInput("yaml-indent", place=f"{path}:{near}")
    for number in range(min(line, len(lines)), max(0, line - 2), -1):
        if wide := WIDE_IN_FLOW.search(lines[number - 1]):
            return BadInput("yaml-wide-sign", wide[1], ASCII[wide[1]], place=f"{path}:{number}")
    line = opened_at(lines, error) or line
    return BadInput("yaml-broken", said_of(str(getattr(error, "problem", None) or "")), place=f"{path}:{line}")


def opened_at(lines: list[str], error: yaml.YAMLError) -> int:
    """The line of a bracket that is not closed where the parser met the next key, entry or the end of the file."""
    opened, met = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if opened is None or met is None or not str(getattr(error, "context", "")).startswith("while parsing a flow"):
        return 0
    rest = lines[met.line] if met.line < len(lines) else ""
    return int(opened.line) + 1 if met.line > opened.line and (not rest.strip() or NEXT_KEY.match(rest)) else 0


def said_of(problem: str) -> Bilingual:
    """What the parser objects to, in both languages where it is one of the usual things."""
    return Bilingual(problem, next((zh for words, zh in OBJECTIONS.items() if problem.startswith(words)), problem))


def wrong_colon(path: Path, lines: list[str], number: int) -> BadInput | None:
    """The refusal for a line such as “name：某县”, “name:某县” or “－ name: 某县”."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    if match := WIDE_COLON.match(line):
        return BadInput("yaml-wide-colon", match[1], place=f"{path}:{number}")
    if match := TIGHT_COLON.match(line):
        return BadInput("yaml-tight-colon", match[1], place=f"{path}:{number}")
    if match := LIST_MARK.match(line):
        return BadInput("yaml-list-mark", match[1], place=f"{path}:{number}")
    return None


def build(building: Building, node: yaml.Node) -> Any:
    building.left -= 1
    line = node.start_mark.line + 1
    if building.left < 0 or id(node) in building.above:
        raise BadInput("yaml-alias", place=f"{building.path}:{line}")
    if len(building.above) >= DEEPEST:
        raise BadInput("yaml-too-deep", DEEPEST, place=f"{building.path}:{line}")
    tag = str(node.tag).removeprefix(TAGS)
    if tag not in PLAIN_TAGS:
        raise BadInput("yaml-tag", tag if tag.startswith("!") else f"!!{tag}", place=f"{building.path}:{line}")
    if isinstance(node, yaml.ScalarNode):
        return scalar(building, node)
    building.above.append(id(node))
    value: Items | Entry
    if isinstance(node, yaml.SequenceNode):
        value = Items(line)
        for item in node.value:
            value.append(build(building, item))
            value.lines.append(item.start_mark.line + 1)
    else:
        value = mapping(building, node)
    building.above.pop()
    return value


def mapping(building: Building, node: yaml.MappingNode) -> Entry:
    entry = Entry(node.start_mark.line + 1)
    for key_node, value in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise BadInput("yaml-key", place=f"{building.path}:{line}")
        key = scalar(building, key_node)
        if isinstance(key, str) and not key_node.style and "：" in key and WIDE_COLON.match(key):
            raise BadInput("yaml-wide-colon", key.partition("：")[0], place=f"{building.path}:{line}")
        if key in entry:
            raise BadInput("yaml-key-twice", key, entry.lines[key], place=f"{building.path}:{line}")
        entry.lines[key] = line
        entry[key] = build(building, value)
    return entry


def scalar(building: Building, node: yaml.ScalarNode) -> Any:
    """“no” and “on” are words, as in YAML 1.2."""
    if node.style:
        return node.value
    first, last = node.start_mark.line + 1, node.end_mark.line + 1
    for number in range(first + 1, last + 1):  # a line that YAML took for the rest of the words above it
        text = building.text[number - 1] if number <= len(building.text) else ""
        if number < last or text[: node.end_mark.column].strip():
            found = wrong_colon(building.path, building.text, number)
            if found:
                raise found
    if node.value in CONSTANTS:
        return CONSTANTS[node.value]
    return int(node.value) if WHOLE.fullmatch(node.value) else node.value
