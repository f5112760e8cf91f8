"""English."""

from __future__ import annotations

import re

from ..rules import Rules
from .agreement import differences, holds, span_of
from .plurals import of_one
from .provinces import province_name

SENTENCE_END = re.compile(r"(?<!Co)(?<!Ltd)(?<!No)[.!?]”?(?=\s|$)")
BRACKETED = re.compile(r"\s*\([^)]*\)")
KIND = re.compile(r"(?<=\w) [A-Z]\w*$")


def names_of(name: str) -> list[str]:
    """“Shuangshan Town” → also “Shuangshan”, as texts call it in a row of towns; not “Chemical park” → “Chemical”"""
    name = BRACKETED.sub("", name)
    return list(dict.fromkeys(found for found in (name, KIND.sub("", name)) if found))


RULES = Rules(
    figures_regrouped=True,
    sentence_end=SENTENCE_END,
    part_end=re.compile(r";(?=\s)"),
    lead=re.compile(r"[^.:;!?]{2,120}[.:;!?]”?(?=\s)"),
    differences=differences,
    holds=holds,
    span_of=span_of,
    names_of=names_of,
    province=province_name,
    of_one=of_one,
    plural_forms="nplurals=2; plural=(n != 1);",
    dash="–",
)
