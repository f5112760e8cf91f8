"""What the search makes of a query, and what comes first. Expectations are about the language of plans, not about
single rows."""

from __future__ import annotations

import pytest

PLANS = (
    'new Map([["shuangliao", {id: "shuangliao", names: ["双辽市", "双辽", "Shuangliao", "Shuangliao City"]}], '
    '["shuangcheng", {id: "shuangcheng", names: ["哈尔滨市双城区", "双城"]}]])'
)


@pytest.mark.parametrize(
    ("typed", "plan", "named", "words"),
    [
        ("养老 服务", "", "", ["养老", "服务"]),
        ("@双辽 养老", "shuangliao", "", ["养老"]),
        ("＠双辽市 养老", "shuangliao", "", ["养老"]),
        ("双辽 养老", "", "shuangliao", ["养老"]),
        ("双城区 供热", "", "shuangcheng", ["供热"]),
        ("双辽", "", "", ["双辽"]),
        ("@某地 养老", "", "", ["@某地", "养老"]),
        ("@Shuangliao_City glass", "shuangliao", "", ["glass"]),
        ("Shuangliao glass", "", "shuangliao", ["glass"]),
        ("zero-waste city", "", "", ["zero-waste", "city"]),
    ],
)
def test_a_plan_in_the_query_confines_or_leads(worker, typed, plan, named, words):
    """“@” and the name of a plan confine the search to it; its name among other words puts it first."""
    query = worker.call(f"typed => readQuery(typed, {PLANS})", typed)
    assert (query["plan"], query["named"], query["words"]) == (plan, named, words)


@pytest.mark.parametrize(
    ("typed", "heading"),
    [
        ("养老院补贴", "养老服务"),
        ("老人没人照顾怎么办", "养老服务"),
        ("营商环竟", "营商环境"),
        ("安全生厂", "安全生产"),
        ("污水处里", "水环境"),
        ("elderly care", "养老服务"),
        ("veterans", "福利"),
        ("business environment", "营商环境"),
        ("贪官", "廉政"),
        ("没有工作怎么办", "就业"),
    ],
)
def test_other_words_find_the_subject(worker, typed, heading):
    """Everyday words, questions, slips of the pen and English lead to the section that treats the subject."""
    titles = worker.call("q => find(readQuery(q, places.plans), places).slice(0, 3).map(r => r.unit.title)", typed)
    assert any(heading in title for title in titles), titles


def test_only_the_chosen_plan_is_searched(worker):
    """With @ and a plan's name no other plan is in the results."""
    assert {section.split("/")[0] for section in worker.sections("@双辽 土地")} == {"shuangliao"}


def test_several_words_need_not_stand_together(worker):
    """A paragraph that holds all words comes before those that hold one."""
    pages = worker.call(
        "q => find(readQuery(q, places.plans), places).slice(0, 1).map(r => r.unit.passages.map(p => "
        "p.folded).join(' '))",
        "老旧小区 改造 物业",
    )
    assert all("老旧小区" in text and "改造" in text for text in pages)


def test_marks_left_out_are_forgiven(worker):
    """双随机一公开 finds 双随机、一公开."""
    [hits] = worker.hits(["双随机一公开"])
    assert hits
    assert hits[0][1] == 1


def test_nonsense_finds_nothing(worker):
    """What stands nowhere and resembles nothing gives an empty list, not everything."""
    assert worker.sections("齉龘靐爩") == []


def test_numbers_are_not_parts_of_longer_numbers(worker):
    """For a figure with its unit apart, 43 does not stand in 143 or 43.5."""
    assert worker.call("() => [wordPlaces('43', '143 和 43.5 与 1.43', true), wordPlaces('43', '为43亿斤', true)]") == [
        [],
        [1],
    ]


def test_one_odd_sign_among_known_ones_is_mended(worker):
    """A slip in a longer query, of which the text has no like word as a whole: the signs beside it say what was meant;
    where many could be meant nothing is guessed."""
    assert worker.call("run => nearPart(run, places)", "食用茵合作社").startswith("食用菌")
    assert worker.call("run => nearPart(run, places)", "粮食生产") == "粮食生产"
    assert worker.call("run => nearPart(run, places)", "魑魅魍魉") == "魑魅魍魉"
