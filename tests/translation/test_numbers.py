"""Figures of a paragraph and of its translation."""

from __future__ import annotations

import pytest

from build_tools import pipeline, settings
from build_tools.languages.en.agreement import differences

GOOD = [
    ("产量达到43.3万吨。", "Output reached 433,000 tonnes."),
    ("实现地区生产总值239.8亿元，年均增长2.9%。", "GDP reached 23.98 billion yuan, an average annual growth of 2.9%."),
    ("玉米种植面积稳定在280万亩左右。", "Maize stays at about 2.8 million mu (about 187,000 hectares)."),
    ("超过30家，约5公里，1.5倍以内", "over 30 firms, about 5 kilometres, within 1.5 times"),
    ("粮食产量40亿斤", "a grain output of 4 billion jin (2 million tonnes)"),
    ("装机300万千瓦", "3,000 MW of installed capacity"),
    ("新增3-5个品牌", "3 to 5 new brands"),
    ("“十四五”时期，到2025年", "During the 14th Five-Year Plan period (2021–2025), by 2025"),
    ("二〇三五年远景目标", "Long-Range Objectives Through the Year 2035"),
    ("投资X亿元", "an investment of X × 100 million yuan"),
    ("党的二十大", "the 20th National Congress"),
    ("三大攻坚战", "the three critical battles"),
    ("新建5G基站130座，G303线、X602县道", "130 new 5G base stations, the G303 and county road X602"),
    ("融入“1小时交通圈”，建设6个环节", "join the one-hour transport circle; six steps"),
    ("2021年6月抗疫", "June 2021, against COVID-19"),
    ("第十五个五年规划纲要", "Outline of the 15th Five-Year Plan (2026–2030)"),
    ("粮食综合生产能力(亿斤)", "Grain production capacity (100 million jin; 1 jin = 0.5 kg)"),
    ("每万人口拥有量", "per 10,000 people"),
    ("累计营收超亿元", "revenue of over 100 million yuan in all"),
]


def said_of(chinese: str, english: str) -> tuple[str, ...]:
    return tuple(words.said("en") for words in differences(chinese, english))


BAD = [
    (
        "产量达到43.3万吨。",
        "Output reached 43,300 tonnes.",
        ("433000 tonne (43.3万吨) is missing", "43300 is not in the Chinese text"),
    ),
    ("投资5亿元", "an investment of 500 million", ("500000000 yuan (5亿元) is missing",)),
    ("280万亩", "2.8 million mu", ("the conversion of 280万亩 is missing: about 187000 hectares",)),
    (
        "280万亩",
        "2.8 million mu (about 280,000 hectares)",
        ("the conversion of 280万亩 is missing: about 187000 hectares", "280000 is not in the Chinese text"),
    ),
    ("3-5个品牌", "5 brands", ("3 (3个) is missing",)),
    ("“十四五”时期", "during the plan period", ("the 14th Five-Year Plan is missing",)),
    ("二〇三五年", "in the future", ("the year 2035 is missing",)),
    (
        "投资X亿元，带动X户",
        "an investment of X × 100 million yuan",
        ("the Chinese text leaves 2 figures open, the translation 1",),
    ),
    ("占比达18%以上", "reaches 18%", ("“or more, over” is missing (占比达18%以上)",)),
    ("差距缩小至1.5倍以内", "narrows to 1.5 times", ("“within, below” is missing (小至1.5倍以内)",)),
    ("到2025年", "by 2026", ("2025 is missing", "2026 is not in the Chinese text")),
    ("增长0.5个百分点", "up 0.5%", ("0.5 percentage point (0.5个百分点) is missing",)),
]


BOUND = [
    ("覆盖率达85%以上", "coverage will reach 85% or more", ()),
    ("覆盖率不低于85%", "coverage of at least 85%", ()),
    ("产值突破3亿元", "an output value of over 300 million yuan", ()),
    ("知晓率达90%以上，形成率超过85%", "at least 90% will know, and over 85% will act", ()),
    ("漏损率控制在9%以内", "leakage within 9%", ()),
    (
        "覆盖率达85%以上",
        "coverage above 85%; or more still",
        ("“覆盖率达85%以上” is at least, the translation says “above”",),
    ),
    (
        "产值突破3亿元",
        "an output of 300 million yuan or more",
        ("“产值突破3亿元” is more than, the translation says “or more”",),
    ),
    (
        "漏损率控制在9%以内",
        "leakage over 9%",
        ("“率控制在9%以内” is at most, the translation says “over”",),
    ),
]


@pytest.mark.parametrize(("chinese", "english", "found"), BOUND)
def test_a_bound_stays_the_bound_it_is(chinese, english, found):
    """以上 takes the figure in, 超过 leaves it out: one may not become the other, figure by figure."""
    assert tuple(line for line in said_of(chinese, english) if "the translation says" in line) == found


@pytest.mark.parametrize(("chinese", "english"), GOOD)
def test_a_faithful_translation_has_nothing_to_look_at(chinese, english):
    """Scales may change (亿 → billion, 万千瓦 → MW) and conversions stand in brackets; ordinals and periods of a plan may
    be spelled out."""
    assert differences(chinese, english) == ()


@pytest.mark.parametrize(("chinese", "english", "found"), BAD)
def test_a_wrong_figure_unit_or_year_is_found(chinese, english, found):
    """A lost zero, a missing unit, conversion, year or placeholder, and a figure from nowhere are all named."""
    assert said_of(chinese, english) == found


def test_every_translated_paragraph_has_the_figures_of_its_original(edition):
    """Every number, unit and year of a translated text stands in its English, and no other."""
    assert pipeline.check_translations(edition, settings.CURATED / "locales" / "en.po", "en") == []
