"""Words as data: build_tools/chinese/words/*.yml, a word a line with the kind of sentence that made it necessary.

    新建: “新建口袋公园10个”   →  the key is the word, the value the sentence, for people

They are a part of this package, like its code, and are read once. The two .txt lists of everyday words have a word a
line.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

LINE = re.compile(r"^(?P<word>[^\s#:][^:]*?):(?:\s|$)")


def lines_of(file: str) -> list[str]:
    """The lines of a list, comments left out."""
    text = files(__package__).joinpath("words", file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words_of(name: str) -> tuple[str, ...]:
    """The words of words/<name>.yml, longest first, so that an alternation takes the longest."""
    words = [match["word"] for line in lines_of(f"{name}.yml") if (match := LINE.match(line))]
    return tuple(sorted(dict.fromkeys(words), key=lambda word: (-len(word), word)))


@cache
def any_of(*names: str) -> str:
    """The words of several lists as one alternation for a pattern: 新改建|新建|建成"""
    words = [word for name in names for word in words_of(name)]
    return "|".join(sorted(map(re.escape, dict.fromkeys(words)), key=lambda word: (-len(word), word)))
