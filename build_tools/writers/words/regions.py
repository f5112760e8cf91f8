"""Where a plan belongs: the province in front of its region, by which long lists of plans are grouped."""

from __future__ import annotations

import re

from ...languages import rules_of
from ...model.edition import Edition, Plan
from ...model.translation import _, in_chinese
from .layout import Say

PROVINCE = re.compile(r"(?:北京|天津|上海|重庆)市|.{1,8}?(?:自治区|特别行政区|省)")
WHOLE_COUNTRY = re.compile(r"全国|国家|中国|中华人民共和国")
COUNTRY, ELSEWHERE = _("全国"), _("其他地区")


def province_of(name: str, region: str) -> str:
    """某省某市某县 → 某省; 上海市崇明区 → 上海市; the national outline, without a region → 全国; 某市某县 → 某市某县

    A plan whose card names no region is grouped by its own name where that begins with a province.
    """
    for words in filter(None, (region, name)):
        if found := PROVINCE.match(words):
            return found.group()
        if WHOLE_COUNTRY.fullmatch(words):
            return COUNTRY
    return region or ELSEWHERE


def province_in(edition: Edition, plan: Plan, say: Say) -> str:
    """The same in the language of the edition: Heilongjiang; what has no name there stays Chinese and says so."""
    written = next(other for other in (edition.original or edition).plans if other.card.id == plan.card.id)
    found = province_of(written.card.name, written.card.region)
    if edition.original is None or found in (COUNTRY, ELSEWHERE):
        return say(found)
    return rules_of(edition.language).province(found) or in_chinese(found)
