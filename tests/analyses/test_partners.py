"""Which plans are set side by side."""

from dataclasses import replace
from pathlib import Path

from build_tools import pipeline
from build_tools.__main__ import parser
from build_tools.analyses.partners import find_partners
from build_tools.model.decisions import Decisions
from build_tools.model.subjects import LinkRuling


def named(edition, count):
    """`count` plans: the two of the project again and again, under other names."""
    plans = [edition.plans[number % 2] for number in range(count)]
    return tuple(replace(plan, card=replace(plan.card, id=f"p{number}")) for number, plan in enumerate(plans))


def test_few_plans_are_all_compared(edition):
    """With up to four plans no pair is left out."""
    assert len(find_partners(named(edition, 4), Decisions())) == 6


def test_many_plans_have_few_partners(edition):
    """With many plans the number of pairs grows with the plans, not with their square."""
    pairs = find_partners(named(edition, 30), Decisions())
    assert 30 <= len(pairs) <= 3 * 30
    assert {name for pair in pairs for name in pair} == {f"p{number}" for number in range(30)}


def test_like_goes_with_like(edition):
    """A plan's partners are those whose headings are most like its own: here copies of the same plan."""
    pairs = find_partners(named(edition, 12), Decisions())
    assert all(int(a[1:]) % 2 == int(b[1:]) % 2 for a, b in pairs)


def test_what_editors_speak_of_is_compared(edition):
    """A pair with an editor's link is compared, however unlike the two plans are."""
    ruling = LinkRuling("add", "p0/01", "p11/02", "same", "", "理由", "links.yml:1")
    assert ("p0", "p11") in find_partners(named(edition, 12), Decisions(links=(ruling,)))


FARMS = ["黑土地保护", "高标准农田", "肉牛养殖", "农产品加工"]
MILLS = ["装备制造", "精细化工", "物流园区", "开发区招商"]


def write_plans(folder: Path) -> Path:
    """Four plans on farming and four on industry; all eight have one section on schools."""
    for number in range(8):
        plan = folder / f"plan{number}"
        plan.mkdir(parents=True)
        lines = ["第一章 产业"]
        for place, subject in enumerate(FARMS if number < 4 else MILLS, 1):
            lines += [
                f"第{'一二三四'[place - 1]}节 推进{subject}",
                f"推进{subject}，建设{subject}示范项目，完善{subject}支持政策。",
            ]
        lines += ["第二章 民生", "第一节 教育", "加强教师队伍建设，改善义务教育办学条件，发展职业教育和学前教育。"]
        (plan / "plan.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (plan / "plan.yml").write_text(
            f"name: 县{number}\ntitle: 县{number}规划纲要\nperiod: [2026, 2030]\nstatus: draft\nreader: "
            f"word_dump\norder: {number + 1}\n",
            encoding="utf-8",
        )
    return folder


def test_every_two_plans_on_demand(tmp_path):
    """With eight plans a farming plan is not compared with an industrial one, unless every pair is asked for; then
    their sections on schools are linked."""
    sources = write_plans(tmp_path / "sources")
    near = pipeline.read_edition(sources, tmp_path / "curated")
    every = pipeline.read_edition(sources, tmp_path / "curated", all_pairs=True)
    across = ("plan0/02/01", "plan7/02/01")
    assert across not in {(link.source, link.target) for link in near.links}
    assert across in {(link.source, link.target) for link in every.links}
    assert len({(link.source.split("/")[0], link.target.split("/")[0]) for link in every.links}) == 8 * 7


def test_the_nearest_are_the_default():
    """Only who says so gets every pair; commands that have no such option never do."""
    assert parser().parse_args(["convert", "--all-pairs"]).all_pairs
    assert not parser().parse_args(["convert"]).all_pairs
    assert not parser().parse_args(["pdf"]).all_pairs
