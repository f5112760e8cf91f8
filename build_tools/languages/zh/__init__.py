"""Chinese, in any script: the language of the plans, and of a translation into the other script."""

from __future__ import annotations

import re

from ..rules import Rules

SENTENCE_END = re.compile(r"[。！？]”?")
PART_END = re.compile(r"；")

RULES = Rules(
    in_signs=True,
    words_apart=False,
    sentence_end=SENTENCE_END,
    part_end=PART_END,
    lead=re.compile(r"[^。：；！？]{2,60}[。：；！？]”?(?=.)"),
    form=lambda figure: 0,
    plural_forms="nplurals=1; plural=0;",
)
