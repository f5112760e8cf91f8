"""What is said where input cannot be used: for each code the sentence and the advice, in English and Chinese.

{0}, {1} … are the values of the refusal. A refusal names the code and its place; no other module words it. A refusal whose code is
no key of this table is said as it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from .problems import TEXTS, filled

SAVE_UTF_8 = ("Save the file as UTF-8 text and try again.", "请另存为 UTF-8 文本后重试。")
COPY_AGAIN = ("Copy it again from its origin.", "请从原处重新复制。")

REFUSALS = {
    "file-empty": (
        "the file is empty.",
        "文件是空的。",
        "Put the text of the plan into it.",
        "请放入规划文本。",
    ),
    "file-binary": (
        "this is not a text file (it holds binary data).",
        "这不是文本文件（含二进制数据）。",
        "Export the document as text and put that in its place.",
        "请把文档导出为文本，替换此文件。",
    ),
    "file-cut-off": (
        "the file breaks off in the middle of a character ({0}).",
        "文件在一个字的中间断开（{0}）。",
        *COPY_AGAIN,
    ),
    "file-not-as-marked": (
        "byte {0} is not {1}, as the mark at the start of the file says.",
        "第 {0} 个字节不是文件开头标记所说的 {1}。",
        *SAVE_UTF_8,
    ),
    "bytes-odd": (
        "the bytes {0} are not {1}, as the rest of the file is.",
        "字节 {0} 不是 {1}，而文件其余部分是。",
        "Put the missing sign there and save the file as UTF-8.",
        "请在该处补上缺的字，并另存为 UTF-8。",
    ),
    "encoding-unknown": (
        "the encoding is not one of UTF-8, UTF-16, UTF-32 or GB18030.",
        "编码不是 UTF-8、UTF-16、UTF-32 或 GB18030。",
        *SAVE_UTF_8,
    ),
    "file-too-large": (
        "the file is larger than {0} MB.",
        "文件超过 {0} MB。",
        "Take out what is no text, or split it into several files.",
        "请去掉不是文字的内容，或分成几个文件。",
    ),
    "file-missing": (
        "the text file “{0}” is not there.{1}",
        "找不到文本文件“{0}”。{1}",
        "Put it beside plan.yml or mend the name.",
        "请把它放在 plan.yml 旁边，或改正文件名。",
    ),
    "file-outside": (
        "the file “{0}” does not lie in the folder of its plan.",
        "文件“{0}”不在规划自己的文件夹里。",
        "Put the file itself (no link) beside plan.yml.",
        "请把文件本身（不是链接）放在 plan.yml 旁边。",
    ),
    "file-not-the-one": (
        "the text is not the one that plan.yml describes (its SHA-256 is {0}).",
        "文本不是 plan.yml 所说的那一份（其 SHA-256 为 {0}）。",
        "Put the text as received back, or, for a new edition, write the new checksum into plan.yml.",
        "请放回收到时的文本；如是新版本，请把新的校验值写入 plan.yml。",
    ),
    "which-file": (
        "the folder holds {0} files beside plan.yml.",
        "文件夹里除 plan.yml 外有 {0} 个文件。",
        "Say which is the text: “file: …”.",
        "请写明哪个是规划文本：“file: …”。",
    ),
    "no-sources": (
        "there is no such folder.",
        "没有这个文件夹。",
        "Give the folder that holds one folder a plan.",
        "请给出存放各规划文件夹的文件夹。",
    ),
    "no-plan": (
        "the folder holds no plan.",
        "文件夹里没有规划。",
        "Add a folder with the plan's text and a plan.yml.",
        "请加一个文件夹，放入规划文本和 plan.yml。",
    ),
    "no-card": (
        "there is no such file.",
        "没有这个文件。",
        "Add one with {0} (see README.md, “A third plan”).",
        "请新建一个，写上 {0}（见 README.md）。",
    ),
    "id-odd": (
        "“{0}” cannot be an address.",
        "“{0}”不能用作网址。",
        "Use small Latin letters, digits and hyphens, beginning with a letter.",
        "请用小写拉丁字母、数字和连字符，以字母开头。",
    ),
    "id-reserved": (
        "the id “{0}” is the name of a page, a folder or a language of the site, or one that Windows keeps for itself.",
        "编号“{0}”是本站页面、文件夹或语言的名称，或为 Windows 保留。",
        "Choose another: “id: …” in plan.yml.",
        "请另选一个：在 plan.yml 中写“id: …”。",
    ),
    "id-too-long": (
        "the id “{0}” has {1} letters; {2} are the most.",
        "编号“{0}”有 {1} 个字母，最多 {2} 个。",
        "Choose a shorter one: “id: …” in plan.yml.",
        "请用短一些的：在 plan.yml 中写“id: …”。",
    ),
    "id-taken": (
        "the id “{0}” is already taken by {1}.",
        "编号“{0}”已用于 {1}。",
        "Give one of the two another id.",
        "请给其中一个换编号。",
    ),
    "id-no-address": (
        "the id “{0}” cannot be an address.",
        "编号“{0}”不能用作网址。",
        "Use letters, digits and hyphens.",
        "请用字母、数字和连字符。",
    ),
    "reader-unknown": (
        "no reader “{0}”.{1}",
        "没有读法“{0}”。{1}",
        "Use one of: {2}, or take the line out.",
        "请用其中之一：{2}，或删去此行。",
    ),
    "value-unknown": (
        "{0} “{1}” is not known.{2}",
        "不认识的 {0}：“{1}”。{2}",
        "Use one of: {3}.",
        "请用其中之一：{3}。",
    ),
    "sha256-odd": (
        "sha256 must be the 64 hexadecimal digits of the text file's checksum, in quotes if they are all figures.",
        "sha256 应为文本文件校验值的 64 位十六进制数字，全是数字时加引号。",
        "Mend it or take the line out.",
        "请改正，或删去此行。",
    ),
    "period-odd": (
        "the period must be two years.",
        "规划期应为两个年份。",
        "Write it as [2021, 2025].",
        "请写成 [2021, 2025]。",
    ),
    "not-line-numbers": (
        "this must be a list of line numbers.",
        "这里应为行号的列表。",
        "Write it as [120, 340].",
        "请写成 [120, 340]。",
    ),
    "headings-odd": (
        "headings must say lists by level.",
        "headings 应按级别列出各行。",
        "Write it as {{chapter: [12], text: [340]}}.",
        "请写成 {{chapter: [12], text: [340]}}。",
    ),
    "heading-lines-odd": (
        "“{0}” must be a list of line numbers or of the lines' words.",
        "“{0}”应为行号或该行文字的列表。",
        "Write it as [12, 2026年重点工作].",
        "请写成 [12, 2026年重点工作]。",
    ),
    "not-utf-8": ("this file is not UTF-8.", "文件不是 UTF-8。", "Save it as UTF-8.", "请另存为 UTF-8。"),
    "yaml-broken": (
        "this is not valid YAML: {0}.",
        "YAML 格式有误：{0}。",
        "Look for a missing colon, quote or indent.",
        "请看是否缺冒号、引号或缩进。",
    ),
    "yaml-wide-colon": (
        "behind “{0}” stands a full-width colon “：”.",
        "“{0}”之后是全角冒号“：”。",
        "Write “{0}: ” with an ASCII colon and a blank.",
        "请写成“{0}: ”，用半角冒号并加一个空格。",
    ),
    "yaml-tight-colon": (
        "behind the colon of “{0}:” a blank is missing.",
        "“{0}:”的冒号之后缺一个空格。",
        "Write “{0}: ”.",
        "请写成“{0}: ”。",
    ),
    "yaml-indent": (
        "this line is indented with a tab or a wide blank.",
        "本行用制表符或全角空格缩进。",
        "Indent it with ordinary blanks.",
        "请改用半角空格缩进。",
    ),
    "yaml-sign": (
        "the sign {0} cannot stand in a YAML file.",
        "YAML 文件中不能有字符 {0}。",
        "Take it out.",
        "请删去。",
    ),
    "yaml-key": (
        "a key must be a word, not a list or a mapping.",
        "键应是一个词，不能是列表或映射。",
        "Write it as “name: …”.",
        "请写成“name: …”。",
    ),
    "yaml-key-twice": (
        "the key “{0}” stands twice.",
        "键“{0}”出现两次（另见第{1}行）。",
        "Keep one of the two.",
        "请只留一个。",
    ),
    "yaml-alias": (
        "an alias (*name) stands for a part that holds it, or for too much.",
        "别名（*name）指向包含它自己的部分，或展开过多。",
        "Write the words out.",
        "请直接写出内容。",
    ),
    "yaml-too-deep": (
        "lists and mappings are nested more than {0} deep.",
        "列表和映射嵌套超过 {0} 层。",
        "Look for a bracket that is not closed.",
        "请看是否有括号没有闭合。",
    ),
    "not-a-mapping": (
        "this should be a list of “key: value” lines.",
        "这里应为“键: 值”的若干行。",
        "Known keys: {0}.",
        "可用的键：{0}。",
    ),
    "not-a-list": (
        "this should be a list of entries.",
        "这里应为条目的列表。",
        "Begin every entry with “- ”.",
        "请以“- ”开头写每一条。",
    ),
    "key-unknown": (
        "unknown key “{0}”.{1}",
        "不认识的键“{0}”。{1}",
        "Known keys: {2}.",
        "可用的键：{2}。",
    ),
    "key-missing": (
        "“{0}” is missing.",
        "缺“{0}”。",
        "Add a line “{0}: …”.",
        "请加一行“{0}: …”。",
    ),
    "not-words": (
        "“{0}” must be words, not a list, a mapping, or true or false.",
        "“{0}”应是文字，不能是列表、映射或真假值。",
        "Write it as “{0}: …”, in quotes if need be.",
        "请写成“{0}: …”，必要时加引号。",
    ),
    "not-true-or-false": (
        "“{0}” is true or false.",
        "“{0}”只能是 true 或 false。",
        "Write {0}: true.",
        "请写成 {0}: true。",
    ),
    "not-a-list-of-words": (
        "“{0}” must be a list of words.",
        "“{0}”应为词语的列表。",
        "Write it as {1}.",
        "请写成 {1}。",
    ),
    "not-a-number": (
        "{0} “{1}” is not a whole number that can stand here.",
        "{0} 的“{1}”不是可用的整数。",
        "Write it as “{0}: 1”.",
        "请写成“{0}: 1”。",
    ),
    "not-a-year": (
        "“{0}” must be the last year of a plan period.",
        "“{0}”应为规划期的最后一年。",
        "Write it as “{0}: 2025”.",
        "请写成“{0}: 2025”。",
    ),
    "not-a-date": (
        "“{0}” is not a date.",
        "“{0}”不是日期。",
        "Write it as 2026-11-21.",
        "请写成 2026-11-21。",
    ),
    "no-web-address": (
        "“{0}” is no address of the web.",
        "“{0}”不是网址。",
        "Write it as https://example.org/.",
        "请写成 https://example.org/。",
    ),
    "entry-twice": (
        "“{0}” already stands on line {1}.",
        "“{0}”已见于第{1}行。",
        "Keep one of the two.",
        "请只留一处。",
    ),
    "nothing-said": (
        "“{0}” says nothing.",
        "“{0}”没有内容。",
        "Add entries, or take the line out.",
        "请加上条目，或删去此行。",
    ),
    "correction-context": (
        "“{0}” must stand exactly once in the context “{1}”.",
        "“{0}”在上下文“{1}”中应恰好出现一次。",
        "Choose a context that fits.",
        "请另选合适的上下文。",
    ),
    "correction-unused": (
        "the correction “{0}” should match {1} time(s), but its context “{2}” stands {3} time(s) in the plan “{4}”.",
        "改正“{0}”应匹配 {1} 处，而上下文“{2}”在规划“{4}”中出现 {3} 处。",
        "Adapt context or times to the source, or take the entry out.",
        "请按原文改上下文或次数，或删去此条。",
    ),
    "ruling-indicators": (
        "“indicators” must name two plans with an indicator each, or one for the relation none.",
        "“indicators”应写出两个规划各一项指标；关系为 none 时写一个。",
        "Write it as {{plan: 1, other: 2}}.",
        "请写成 {{plan: 1, other: 2}}。",
    ),
    "indicator-unknown": (
        "the plan “{0}” has no indicator {1}.",
        "规划“{0}”没有指标 {1}。",
        "Mend the number or take the entry out.",
        "请改正序号，或删去此条。",
    ),
    "topic-words": (
        "“{0}” must hold lists of words of two signs or more.",
        "“{0}”应为两个字以上词语的列表。",
        "Write it as [词语, 词语].",
        "请写成 [词语, 词语]。",
    ),
    "topic-unknown": (
        "there is no topic “{0}”.{1}",
        "没有主题“{0}”。{1}",
        "Use an id of topics.yml.",
        "请用 topics.yml 中的编号。",
    ),
    "link-says-nothing": (
        "this entry says nothing.",
        "此条没有内容。",
        "Add “links: …” or “none: …”.",
        "请加“links: …”或“none: …”。",
    ),
    "link-decisions": (
        "a link needs exactly one of {0}.",
        "一条链接应恰好有 {0} 之一。",
        "Write it with the address the link leads to.",
        "请写上它指向的地址。",
    ),
    "link-kind": (
        "“as” must say how near the two are, not “{0}”.{1}",
        "“as”应写明两者有多近，不能是“{0}”。{1}",
        "Use one of: {2}.",
        "请用其中之一：{2}。",
    ),
    "link-contradicts": (
        "“{0}” has no counterpart here, but a link above or below.",
        "此处说“{0}”没有对应，上下却有链接。",
        "Take one of the two out.",
        "请删去其一。",
    ),
    "link-twice": (
        "the link from “{0}” to “{1}” stands twice.",
        "从“{0}”到“{1}”的链接出现两次。",
        "Take one out.",
        "请删去一条。",
    ),
    "link-not-found": (
        "the program does not find this link, so there is nothing to reject.",
        "程序没有找到这条链接，无可否定。",
        "Take the entry out.",
        "请删去此条。",
    ),
    "link-one-plan": (
        "“{0}” and “{1}” belong to one plan.",
        "“{0}”和“{1}”属于同一规划。",
        "Give two sections of different plans.",
        "请给出不同规划的两节。",
    ),
    "no-section": (
        "“{0}” is no section.{1}",
        "“{0}”不是一节。{1}",
        "Give an address such as {2}.",
        "请给出如 {2} 的地址。",
    ),
    "no-address": (
        "“{0}” is no address.",
        "“{0}”不是地址。",
        "Write it as plan/03/01, with #2 for its second paragraph.",
        "请写成 plan/03/01，第二段加 #2。",
    ),
    "address-unknown": (
        "there is no section or paragraph “{0}”.{1}",
        "没有“{0}”这一节或段。{1}",
        "Mend the address or take the entry out.",
        "请改正地址，或删去此条。",
    ),
    "plan-misspelt": (
        "there is no plan “{0}”.{1}",
        "没有规划“{0}”。{1}",
        "Mend the name or take the entry out.",
        "请改正名称，或删去此条。",
    ),
    "plan-unknown": (
        "there is no plan “{0}”.{1}",
        "没有规划“{0}”。{1}",
        "Plans: {2}.",
        "现有规划：{2}。",
    ),
    "chapter-unknown": (
        "{0} has no chapter {1}.",
        "{0} 没有第 {1} 章。",
        "Chapters: {2}.",
        "现有各章：{2}。",
    ),
    "way-out": (
        "Or publish the others only:",
        "也可以只发布其他规划：",
        "--without {0}.",
        "--without {0}。",
    ),
    "curated-missing": (
        "there is no such folder.{0}",
        "没有这个文件夹。{0}",
        "Mend the name, or leave --curated out.",
        "请改正名称，或不写 --curated。",
    ),
    "curated-no-folder": (
        "this is not a folder.",
        "这不是文件夹。",
        "Give the folder with the editors' decisions.",
        "请给出存放编辑决定的文件夹。",
    ),
    "curated-name": (
        "nothing here is called so, and nobody reads it.{0}",
        "这里没有叫这个名称的，也不会被读取。{0}",
        "Names: {1}. Mend the name, or put it elsewhere.",
        "可用的名称：{1}。请改名，或放到别处。",
    ),
    "locale-name": (
        "the name of a translation is that of its language.",
        "译文文件以其语言命名。",
        "Call it en.po or zh_Hant.po, or put it elsewhere.",
        "请叫作 en.po 或 zh_Hant.po，或放到别处。",
    ),
    "po-missing": (
        "there is no such file.",
        "没有这个文件。",
        "Mend the name, or make the file with “translate --update”.",
        "请改正名称，或用“translate --update”新建。",
    ),
    "po-broken": (
        "this is not a PO file ({0}).",
        "这不是 PO 文件（{0}）。",
        "Mend the line, or export the file anew.",
        "请改正该行，或重新导出。",
    ),
    "po-line": (
        "this line is neither a keyword with words in quotes nor a comment: “{0}”.",
        "本行既不是带引号文字的关键词，也不是注释：“{0}”。",
        "Put the words in double quotes.",
        "请把文字放进双引号。",
    ),
    "po-twice": (
        "the entry “{0}” stands twice.",
        "条目“{0}”出现两次。",
        "Keep one of the two.",
        "请只留一条。",
    ),
    "no-such-file": ("there is no such file.", "没有这个文件。", "Mend the name.", "请改正名称。"),
    "po-or-xlf": (
        "the name must end in .po, .xlf (XLIFF 1.2) or .xliff (XLIFF 2.0).",
        "文件名应以 .po、.xlf（XLIFF 1.2）或 .xliff（XLIFF 2.0）结尾。",
        "Choose one of them.",
        "请选其一。",
    ),
    "no-pages": (
        "there is no such folder.",
        "没有这个文件夹。",
        "Run “python -m build_tools convert” first.",
        "请先运行“python -m build_tools convert”。",
    ),
    "chinese-only": (
        "the design “{0}” is for Chinese only.",
        "“{0}”版式只用于中文。",
        "Use --style book for a translation.",
        "译文请用 --style book。",
    ),
    "no-edition": (
        "there is no edition in “{0}”.{1}",
        "没有“{0}”版本。{1}",
        "Languages: {2}.",
        "现有语言：{2}。",
    ),
    "package-missing": (
        "the package “{0}” is missing.",
        "缺少软件包“{0}”。",
        "Run “pip install -r requirements.txt”.",
        "请运行“pip install -r requirements.txt”。",
    ),
    "system": (
        "{0}.",
        "{0}。",
        "What stood there before is still there; look whether the disk is full or the folder write-protected.",
        "原有内容仍在；请看磁盘是否已满、文件夹是否只读。",
    ),
    "unexpected": (
        "this is a fault of the program ({0}); nothing was changed.",
        "程序出错（{0}），没有改动任何文件。",
        "Please report it to those who look after this project, with the file {1}.",
        "请连同文件 {1} 告知本项目的维护者。",
    ),
}


class Refusal(NamedTuple):
    """One sentence of a BadInput. `place`: file, or file and line; `plan`: the one without which the others could be published."""

    code: str
    values: tuple[object, ...]
    place: str
    plan: str = ""

    def sentence(self, language: str) -> str:
        said = (f"{self.place}: " if self.place else "") + words(self.code, self.values, language)
        gap = "" if language.startswith("zh") else " "
        return said + gap + words("way-out", (self.plan,), language) if self.plan else said


def words(code: str, values: tuple[object, ...], language: str) -> str:
    """Sentence and advice of a refusal, or of a problem that stops publication."""
    texts = REFUSALS.get(code) or TEXTS.get(code)
    if texts is None:
        return code
    return filled(texts, values, language)


class BadInput(Exception):
    """Input that cannot be published as it is: a line for each refusal, with file, line, what is wrong, what to do."""

    def __init__(self, code: str, *values: object, place: str = "") -> None:
        super().__init__(code, *values)
        self.refusals: tuple[Refusal, ...] = (Refusal(code, values, place),)

    @classmethod
    def together(cls, refusals: Iterable[Refusal]) -> BadInput:
        """Several refusals, told in one go."""
        given = tuple(refusals)
        error = cls(given[0].code, *given[0].values, place=given[0].place)
        error.refusals = given
        return error

    def of_plan(self, plan: str) -> BadInput:
        """The same, with the way out: to publish the others."""
        return BadInput.together(refusal._replace(plan=plan) for refusal in self.refusals)

    def sentence(self, language: str) -> str:
        return "\n".join(refusal.sentence(language) for refusal in self.refusals)

    def __str__(self) -> str:
        return self.sentence("en")


class Meant(NamedTuple):
    """“titel” among title, name → did you mean “title”? Nothing where no known word is near."""

    word: str

    def said(self, language: str) -> str:
        if not self.word:
            return ""
        return f"是否为“{self.word}”？" if language.startswith("zh") else f" Did you mean “{self.word}”?"


def meant(word: object, known: Iterable[object], nearness: float = 0.6) -> Meant:
    """The known word that is nearest to what somebody wrote, if any is near."""
    names = {str(name).casefold(): str(name) for name in known}
    near = get_close_matches(str(word).casefold(), names, 1, nearness)
    return Meant(names[near[0]] if near else "")
