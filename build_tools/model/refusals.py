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
}


class Refusal(NamedTuple):
    """One sentence of a BadInput. `place`: file, or file and line."""

    code: str
    values: tuple[object, ...]
    place: str

    def sentence(self, language: str) -> str:
        return (f"{self.place}: " if self.place else "") + words(self.code, self.values, language)


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
        first, *others = refusals
        error = cls(first.code, *first.values, place=first.place)
        error.refusals += tuple(others)
        return error

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
