"""Words for the people who run the program, in English and Chinese."""

from __future__ import annotations

from typing import NamedTuple


def is_chinese(language: str) -> bool:
    """zh, zh_CN, zh-Hant: any form of Chinese."""
    return language.startswith("zh")


class Bilingual(NamedTuple):
    """Words inside a sentence, said in the language of the one around them."""

    english: str
    chinese: str

    def said(self, language: str) -> str:
        return self.chinese if is_chinese(language) else self.english
