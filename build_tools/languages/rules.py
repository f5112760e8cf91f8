"""What the program may know of a language that plans are translated into. A rule that is missing is never replaced by
one of another language."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from ..chinese.amounts import Amount
from ..model.span import Span
from ..model.tongues import Bilingual
from ..model.translation import one_or_more


@dataclass(frozen=True)
class Rules:
    """Of a language without rules, texts are shown as translated and figures as printed; in its texts nothing is looked
    for or checked.

    `figures_regrouped`: 280万亩 is said in the common unit (2.8 million mu), not as printed; `in_signs`:
    the length of a text is counted in signs, not in words; `words_apart`: blanks part words.
    `sentence_end`, `part_end`: where a sentence ends, or a part of one at a semicolon; `lead`: a first sentence that
    may be set bold.
    `differences`: what in the figures of a translation disagrees with the Chinese, in words for the translator;
    `holds`: whether a text holds a quantity of the plan, value and unit; `span_of`: where it does so, once; `names_of`:
    how else a text may call a place of that name.
    `province`: the name of a province, where the language has one of its own; nothing for another name.
    `form`: which of the forms that a translator gives goes with a figure; `of_one`: a unit beside the figure 1;
    `plural_forms`: how gettext says the same, for the head of a PO; `dash`: what stands before an item that has ——.
    """

    figures_regrouped: bool = False
    in_signs: bool = False
    words_apart: bool = True
    sentence_end: re.Pattern[str] | None = None
    part_end: re.Pattern[str] | None = None
    lead: re.Pattern[str] | None = None
    differences: Callable[[str, str], tuple[Bilingual, ...]] | None = None
    holds: Callable[[str, Amount], bool] | None = None
    span_of: Callable[[str, Amount], Span | None] | None = None
    names_of: Callable[[str], list[str]] = lambda name: [name]
    province: Callable[[str], str] = lambda name: ""
    form: Callable[[str], int] = one_or_more
    of_one: Callable[[str], str] = lambda unit: unit
    plural_forms: str = ""
    dash: str = ""

    def whole(self, words: str) -> str:
        """A pattern that finds the words, and not a part of longer ones."""
        return rf"\b{re.escape(words)}\b" if self.words_apart else re.escape(words)


NO_RULES = Rules()
