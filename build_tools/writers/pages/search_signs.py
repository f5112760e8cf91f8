"""How else the signs of the text are typed: in traditional form, or by their sound without tones.

Only signs that stand in the text are told, so that the table grows with the text and not with the language.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from importlib import resources

HAN_FIRST, HAN_LAST = "\u4e00", "\u9fff"


def han_in(text: str) -> list[str]:
    """The Han signs of a text, each once, in the order of their codes."""
    return sorted({sign for sign in text if HAN_FIRST <= sign <= HAN_LAST})


def traditional(signs: list[str]) -> str:
    """“营医” → “營营醫医”: each traditional form with the sign that the text has for it."""
    known = set(signs)
    return "".join(old + new for old, new in traditional_forms() if new in known and old not in known)


@lru_cache(maxsize=1)
def traditional_forms() -> tuple[tuple[str, str], ...]:
    """The one-to-one table of OpenCC: (營, 营), …; a form with several readings counts for the first."""
    table = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if "\t" in line)
    return tuple((row[0], row[1].split(" ")[0]) for row in rows if len(row[0]) == 1)


def sounds(signs: list[str]) -> str:
    """“医疗” → “liao疗 yi医”: the usual reading of every sign, without tone; ü is v."""
    from pypinyin import Style, lazy_pinyin

    by_sound: dict[str, list[str]] = defaultdict(list)
    for sign, sound in zip(signs, lazy_pinyin(signs, style=Style.NORMAL), strict=True):
        if sound.isascii() and sound.isalpha():
            by_sound[sound].append(sign)
    return " ".join(sound + "".join(found) for sound, found in sorted(by_sound.items()))
