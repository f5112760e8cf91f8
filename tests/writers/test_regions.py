"""By which region a long list of plans is grouped, in Chinese and in English."""

from __future__ import annotations

import pytest

from build_tools.languages import rules_of
from build_tools.writers.words.regions import province_of


@pytest.mark.parametrize(
    ("name", "region", "province"),
    [
        ("和平县", "广东省河源市和平县", "广东省"),
        ("崇明区", "上海市崇明区", "上海市"),
        ("科尔沁右翼前旗", "内蒙古自治区兴安盟科尔沁右翼前旗", "内蒙古自治区"),
        ("新疆生产建设兵团", "新疆维吾尔自治区", "新疆维吾尔自治区"),
        ("国家", "", "全国"),
        ("中华人民共和国", "", "全国"),
        ("云南省", "", "云南省"),
        ("和平县", "", "其他地区"),
        ("和平县", "河源市和平县", "河源市和平县"),
    ],
)
def test_province(name: str, region: str, province: str) -> None:
    """The province in front of the region, or of the name where no region is given; the whole country by its names."""
    assert province_of(name, region) == province


@pytest.mark.parametrize(
    ("province", "english"),
    [("黑龙江省", "Heilongjiang"), ("内蒙古自治区", "Inner Mongolia"), ("陕西省", "Shaanxi"), ("某省", "")],
)
def test_english_names_of_provinces(province: str, english: str) -> None:
    """Each has its English name; another name has none, and stays as it is."""
    assert rules_of("en").province(province) == english
