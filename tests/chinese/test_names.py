"""What a project's name is made of."""

from __future__ import annotations

import pytest

from build_tools.chinese.names import (
    is_proper,
    may_name_works,
    names_works,
    place_in,
    places_named,
    stem_of,
    works_on_a_place,
)

PLACES = frozenset({"双桥", "金滩"})
PROPER = [
    "云岭抽水蓄能电站", "白音口岸货场", "双桥灌区续建配套与现代化改造", "翠屏湖旅游度假区", "石门峡水电站增效扩容", "旗蒙医医院综合楼",
    "县文化中心", "青岚至云河高速公路", "G331线改扩建", "金麦食品有限公司加工厂", "大原水库", "中广核金滩风电场",
]  # fmt: skip
COMMON = [
    "智慧养老服务平台", "农产品加工园区", "口袋公园", "高标准农田建设工程", "污水处理厂", "区域性冷链物流中心", "老年医院",
    "老旧小区改造", "城市更新工程", "“古韵双桥”品牌工程",
]  # fmt: skip


@pytest.mark.parametrize("name", PROPER)
def test_a_name_of_its_own_is_proper_and_names_works(name):
    assert is_proper(name, PLACES)
    assert names_works(name)


@pytest.mark.parametrize("place", ["*双桥", "双(桥", "双桥\\c", "[双桥"])
def test_a_place_is_words_whatever_signs_it_has(place):
    """A branch is found at it, and no sign of it is read as anything else."""
    assert is_proper(f"海洋大学{place}校区", frozenset({place}))
    assert not is_proper("口袋公园", frozenset({place}))


@pytest.mark.parametrize("name", COMMON)
def test_everyday_words_make_no_name(name):
    assert not is_proper(name, PLACES)


def test_places_are_told_from_the_text():
    """Towns that stand in lists or apart; not 乡镇, 重点镇, 乡村, 返乡."""
    texts = [
        "辖白音镇、敖包苏木和石湾乡。",
        "支持返乡创业，推动乡村振兴，建设重点镇。",
        "金滩、冰沟、乌河三个重点镇各建一处。",
    ]
    assert places_named(texts) == frozenset({"白音", "敖包", "石湾", "金滩", "冰沟", "乌河"})


@pytest.mark.parametrize("name", ["白音旗肉牛核心育种场", "县疾控中心生物安全实验室", "白山铜锌采选扩能", "滨河二小"])
def test_works_are_known_by_their_last_sign(name):
    """A thing whose word no list holds is something built all the same; so is what can only be enlarged."""
    assert may_name_works(name)


@pytest.mark.parametrize("name", ["桃坪服务现场", "县人才库", "白水产业集群", "一老一小", "白水医院高质量发展"])
def test_what_only_sounds_built_names_no_works(name):
    assert not may_name_works(name)
    assert not works_on_a_place(name, PLACES)


def test_a_plan_is_called_by_its_place():
    """By that the names of its own projects are known: of a special plan and of a zone, too."""
    assert stem_of(place_in("金滩市水利发展规划")) == "金滩"
    assert stem_of("金滩经济技术开发区") == "金滩"
    assert works_on_a_place("金滩220千伏变电站主变更换", PLACES)
