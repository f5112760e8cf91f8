"""Links between plans: what the program finds by itself, what editors say, and the reasons it gives."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from build_tools import settings
from build_tools.analyses import compare_plans, explain
from build_tools.analyses.links import pairs as pairs_of_plans
from build_tools.analyses.links.aspects import aspect_weights, known_aspects
from build_tools.analyses.links.computed import Found, choose
from build_tools.analyses.links.evidence import shared_words
from build_tools.analyses.links.profiles import Profile, later_words, profile_plans
from build_tools.analyses.links.signals import framed
from build_tools.analyses.links.wording import borders_of, shared_wording
from build_tools.analyses.links.words import likeness, pairs
from build_tools.analyses.sections import Passage, Section
from build_tools.analyses.topics import topic_words
from build_tools.curation import load
from build_tools.model.address import Address
from build_tools.model.decisions import Decisions
from build_tools.model.edition import BadInput, Edition
from build_tools.model.subjects import Link, LinkRuling, NoCounterpart, Phrase, Topic

SAME_SUBJECT = list(csv.DictReader((Path(__file__).parent.parent / "golden" / "links.csv").open(encoding="utf-8")))


@pytest.fixture(scope="session")
def said() -> Decisions:
    return load(settings.CURATED)


@pytest.fixture(scope="session")
def computed(edition: Edition, said: Decisions) -> dict[str, list[Link]]:
    """Links as a new pair of plans gets them: no editor has spoken."""
    return by_source(compare_plans(edition.plans, replace(said, links=(), none=()))[1])


def by_source(links: tuple[Link, ...]) -> dict[str, list[Link]]:
    out: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        out[link.source].append(link)
    return out


def wanted(start: str = "") -> dict[str, set[str]]:
    """Where the other plan speaks of the same subject, for the sections of the plan whose name starts so."""
    out: dict[str, set[str]] = defaultdict(set)
    for row in SAME_SUBJECT:
        if row["from"].startswith(start):
            out[row["from"]].add("/".join(row["to"].split("/")[:3]))
    return out


def shown(links: dict[str, list[Link]], source: str) -> list[str]:
    """Sections that a section is linked to, best first."""
    return ["/".join(link.target.split("/")[:3]) for link in links.get(source, [])]


def first_right(links: dict[str, list[Link]], start: str = "") -> float:
    subjects = wanted(start)
    return sum(bool(set(shown(links, source)[:1]) & targets) for source, targets in subjects.items()) / len(subjects)


@pytest.mark.parametrize(("start", "least"), [("shuangcheng", 0.85), ("shuangliao", 0.92)])
def test_first_computed_link_is_on_the_same_subject(computed: dict[str, list[Link]], start: str, least: float) -> None:
    """Without an editor, the first link is on the same subject nearly always, from either plan."""
    assert first_right(computed, start) >= least


@pytest.mark.parametrize(("start", "least"), [("shuangcheng", 0.95), ("shuangliao", 0.93)])
def test_the_same_subject_is_among_the_first_three(computed: dict[str, list[Link]], start: str, least: float) -> None:
    """Without an editor, who looks at the first three links has nearly all that the other plan says on the same
    subject."""
    subjects = wanted(start)
    met = [
        len(set(shown(computed, source)[:3]) & targets) / min(3, len(targets)) for source, targets in subjects.items()
    ]
    assert sum(met) / len(met) >= least


def test_first_published_link_is_on_the_same_subject(edition: Edition) -> None:
    """With the editors' work, the first link is on the same subject nearly always."""
    assert first_right(by_source(edition.links)) >= 0.97


def test_best_link_comes_first(edition: Edition) -> None:
    """The links of a section stand in the order of their score, in both directions."""
    for links in by_source(edition.links).values():
        assert [link.score for link in links] == sorted((link.score for link in links), reverse=True)
    assert {link.source.split("/")[0] for link in edition.links} == {plan.card.id for plan in edition.plans}


def test_every_link_has_evidence(edition: Edition) -> None:
    """A link names words that both sections use, the paragraph meant, or an editor's reason; the paragraph lies in the
    target."""
    for link in edition.links:
        assert link.reason or link.terms, link
        assert not link.paragraph or Address(link.paragraph).unit.startswith(link.target), link


def test_shared_words_stand_in_both_sections(computed: dict[str, list[Link]], edition: Edition) -> None:
    """No word is claimed as common that one of the two sections does not use (a later plan's word may stand for an
    earlier one)."""
    later = {phrase.new for phrase in load(settings.CURATED).phrases}
    text: dict[str, str] = defaultdict(str)
    for plan in edition.plans:
        for unit in plan.units:
            for above in Address(unit.address).upwards:
                text[above] += unit.title.string + "\n"
        for block in plan.blocks:
            steps = block.unit.split("/")
            for n in range(2, len(steps) + 1):
                text["/".join(steps[:n])] += (
                    "\n" + block.text.string + "".join(cell.text.string for row in block.rows for cell in row)
                )
    for links in computed.values():
        for link in links[:1]:
            for word in link.terms:
                assert all(
                    word in text[address] or any(word in phrase for phrase in later)
                    for address in (link.source, link.target)
                ), (link, word)


def test_two_runs_give_the_same(edition: Edition, said: Decisions) -> None:
    """The order of plans' links does not depend on the run."""
    assert compare_plans(edition.plans, said) == compare_plans(edition.plans, said)


def test_several_processes_find_the_same(edition: Edition, said: Decisions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many pairs of plans are shared out among processors; what comes back is what one process finds."""
    monkeypatch.setattr(pairs_of_plans, "ALONE", 0)
    assert compare_plans(edition.plans, said) == (edition.assigned, edition.links)


def test_no_counterpart_is_silence(edition: Edition, said: Decisions) -> None:
    """Where an editor found no counterpart, no link is published from that section."""
    assert said.none
    for entry in said.none:
        assert not [
            link for link in edition.links if link.source == entry.source and link.target.startswith(entry.plan + "/")
        ]


def test_editors_speak_of_every_section(edition: Edition, said: Decisions) -> None:
    """The published links are an editor's work: no section of these plans is left to the program alone."""
    spoken = (
        {ruling.source for ruling in said.links}
        | {Address(ruling.target).unit for ruling in said.links}
        | {entry.source for entry in said.none}
    )
    assert {
        unit.address for plan in edition.plans for unit in plan.units if unit.level in ("section", "subsection")
    } <= spoken


def test_a_rejected_link_is_not_published(edition: Edition, said: Decisions) -> None:
    """What an editor rejects is gone in both directions."""
    rejected = {(ruling.source, ruling.target) for ruling in said.links if ruling.decision == "reject"}
    assert rejected
    assert not [
        link
        for link in edition.links
        if (link.source, link.target) in rejected or (link.target, link.source) in rejected
    ]


def test_a_rejection_alone_leaves_the_other_links(
    edition: Edition, said: Decisions, computed: dict[str, list[Link]]
) -> None:
    """Who only rejects one link of a section keeps the program's others."""
    source, first, *others = "shuangcheng/08/02", *(link.target for link in computed["shuangcheng/08/02"])
    links = by_source(
        compare_plans(edition.plans, replace(said, links=(ruling("reject", source, first),), none=()))[1]
    )[source]
    assert [link.target for link in links] == others


def ruling(decision: str, source: str, target: str) -> LinkRuling:
    return LinkRuling(decision, source, target, "same", "", "理由", "links.yml:1")


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        (
            {"links": (ruling("add", "shuangcheng/03/99", "shuangliao/03/01"),)},
            "there is no section or paragraph “shuangcheng/03/99”",
        ),
        (
            {"links": (ruling("add", "shuangcheng/03/01", "shuangliao/03/01#99"),)},
            "there is no section or paragraph “shuangliao/03/01#99”",
        ),
        (
            {"links": (ruling("add", "shuangcheng/03", "shuangliao/03/01"),)},
            "there is no section or paragraph “shuangcheng/03”",
        ),
        ({"links": (ruling("reject", "shuangcheng/10/01/02", "shuangliao/04/02"),)}, "nothing to reject"),
        ({"links": (ruling("add", "shuangcheng/03/01", "shuangliao/03/01"),) * 2}, "stands twice"),
        (
            {"none": (NoCounterpart("shuangcheng/99/01", "shuangliao", "理由", "links.yml:2"),)},
            "there is no section or paragraph “shuangcheng/99/01”",
        ),
        (
            {
                "links": (ruling("add", "shuangcheng/03/01", "shuangliao/03/01"),),
                "none": (NoCounterpart("shuangcheng/03/01", "shuangliao", "理由", "links.yml:2"),),
            },
            "Take one of the two out",
        ),
    ],
    ids=[
        "unknown section",
        "unknown paragraph",
        "chapter",
        "reject of nothing",
        "twice",
        "unknown section without counterpart",
        "contradiction",
    ],
)
def test_decisions_that_do_not_fit_stop_the_run(edition: Edition, said: Decisions, decisions: dict, words: str) -> None:
    """An entry that cannot be meant so is refused with its place and what to do."""
    with pytest.raises(BadInput, match="links.yml:[12]: .*" + words):
        compare_plans(edition.plans, replace(said, **{"links": (), "none": ()} | decisions))


def test_decisions_on_absent_plans_are_left_alone(edition: Edition, said: Decisions) -> None:
    """Curated links of two plans do not disturb an edition that has only one of them."""
    assigned, links = compare_plans(edition.plans[:1], said)
    assert assigned
    assert not links


def test_earlier_wording_counts_as_later() -> None:
    """A plan of an earlier period is read with the words of today; a later plan is read as it stands."""
    phrase = Phrase("脱贫攻坚", "乡村全面振兴", 2025, "理由")
    assert later_words("巩固脱贫攻坚成果", (phrase,), 2025) == "\n乡村全面振兴"
    assert later_words("巩固脱贫攻坚成果", (phrase,), 2030) == ""


def test_pairs_do_not_reach_across_marks() -> None:
    """Punctuation and digits part the word pairs."""
    assert dict(pairs("粮食产能，5G网络")) == {"粮食": 1, "食产": 1, "产能": 1, "G网": 1, "网络": 1}


def test_shared_wording_is_longest_first() -> None:
    """Wording that two passages share is found whole, without dangling particles."""
    assert shared_wording("完成新建高标准农田建设64万亩", "累计新增生态高标准农田建设的面积") == ["高标准农田建设"]


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("降低社会物流总费用", "控制社会物流总量增速", ["社会物流"]),
        ("特色农产品加工", "绿色农产品加工", ["农产品加工"]),
        ("规上工业总产值", "以上工业总产值", ["工业总产值"]),
        ("新一轮科技革命", "又一轮科技革命", ["一轮科技革命"]),
        ("达到率达90以上", "控制率达90左右", []),
    ],
)
def test_shared_wording_is_of_whole_words(one: str, other: str, whole: list[str]) -> None:
    """Half a word at either end of what two passages share is left out, judged by the words around it in both."""
    assert shared_wording(one, other) == whole


@pytest.mark.parametrize(
    ("run", "words"), [("规上工业总产值", "规上 工业 总产值"), ("新一轮科技革命", "新 一轮 科技 革命"), ("", "")]
)
def test_words_of_a_run(run: str, words: str) -> None:
    """Longest known words from behind; single signs side by side are one word that nobody listed."""
    borders = sorted(borders_of(run))
    assert [run[a:b] for a, b in pairwise(borders)] == words.split()


def test_no_word_of_every_section_explains_a_link(edition: Edition, said: Decisions) -> None:
    """Words by which a section shows that it looks back or sets targets (短板, 年均增长) say nothing of any other."""
    others = {
        word
        for topic in said.topics
        if not topic.frame
        for word in (*topic.keywords, *topic.synonyms, *(w for aspect in topic.aspects for w in aspect))
    }
    profiles = [p for plan in profile_plans(edition.plans, said.topics, said.phrases) for p in plan.profiles]
    assert not {word for p in profiles if not p.frame for word in p.words} - others
    assert {word for p in profiles if p.frame for word in p.words} - others


def test_words_that_both_use_most_come_first() -> None:
    """The words that explain a link are those that both sections use often and others do not; what one of them uses in
    passing is left out."""
    one = replace(profile("a/01/01", 1), words={"教师": 9.0, "学校": 6.0, "公园": 1.0, "供热": 8.0})
    other = replace(profile("b/01/01", 1), words={"教师": 7.0, "学校": 8.0, "公园": 5.0})
    assert shared_words(one, other, ("", "")) == ("教师", "学校")


def test_explain_names_every_signal_and_the_verdict(edition: Edition, said: Decisions) -> None:
    """links --explain shows each signal with what it adds, whether the link is shown, and what editors say."""
    lines = "\n".join(explain(edition.plans, said, "shuangcheng/08/02", "shuangliao/10/01"))
    assert all(
        words in lines
        for words in ("whole text", "lead sentences", "topics", "score", "Linked, in place 1", "Editors (", "教师")
    )
    assert "Not linked" in "\n".join(
        explain(edition.plans, said, "shuangcheng/08/02/02", "shuangliao/04/05")
    ) or "never compares" in "\n".join(explain(edition.plans, said, "shuangcheng/08/02/02", "shuangliao/04/05"))


@pytest.mark.parametrize(
    ("here", "there"), [("shuangcheng/08/02", "shuangliao/10/01"), ("shuangcheng/06/03", "shuangliao/07/04")]
)
def test_explained_signals_add_up(edition: Edition, said: Decisions, here: str, there: str) -> None:
    """What --explain shows for each signal is what the score is made of, though the score was added up by indexes."""
    lines = explain(edition.plans, said, here, there)
    parts = [float(line.rpartition("= ")[2]) for line in lines if " × " in line and " = " in line]
    score = next(float(line.split()[1]) for line in lines if line.startswith("  score"))
    assert len(parts) == 6
    assert sum(parts) == pytest.approx(score, abs=0.004)


def test_explain_refuses_two_sections_of_one_plan(edition: Edition, said: Decisions) -> None:
    """Two sections of one plan are never linked; who asks is told so."""
    with pytest.raises(BadInput, match="belong to one plan"):
        explain(edition.plans, said, "shuangcheng/03/01", "shuangcheng/03/02")


def section(address: str, heading: str, *texts: str) -> Section:
    passages = tuple(Passage(f"{address}#{number}", text, text, "paragraph") for number, text in enumerate(texts, 1))
    return Section(address, address.split("/")[0], heading, (), passages)


def test_other_words_for_the_same_aspect() -> None:
    """Two sections that share no sign are alike if an aspect of a topic has the words of both."""
    topics = (
        Topic(
            "safety",
            "安全",
            "Safety",
            "安全",
            ("安全",),
            ("安全生产",),
            aspects=(("危化品", "烟花爆竹"), ("消防", "火灾")),
        ),
    )
    sections = [
        section("a/01/01", "危化品管理", "整治危化品"),
        section("b/01/01", "烟花爆竹", "烟花爆竹禁放"),
        section("b/01/02", "消防", "防火灾"),
    ]
    words = topic_words(topics, {p.address: p.text for s in sections for p in s.passages}, {})
    known = known_aspects(topics, words)
    here, same, other = (aspect_weights(s, known, words) for s in sections)
    assert likeness(here, same) == pytest.approx(1)
    assert likeness(here, other) == 0


def profile(address: str, *aspects: int) -> Profile:
    weights = {aspect: len(aspects) ** -0.5 for aspect in aspects}
    words = {"就业": 4.0} if aspects else {}
    return Profile(section(address, "标题"), {}, {}, {}, {}, weights, "", words, "/".join(address.split("/")[:3]))


def test_frames() -> None:
    """What looks back or sets the course is further from what acts; two such sections are not, and those of one frame
    are nearer."""
    acts = profile("a/03/01")
    baseline, course = (replace(acts, frame=frame) for frame in ("baseline", "course"))
    assert (
        framed(0.2, baseline, acts)
        == framed(0.2, acts, course)
        < framed(0.2, baseline, course)
        == framed(0.2, acts, acts)
        < framed(0.2, course, course)
    )


def links_from(source: Profile, *targets: tuple[Profile, float]) -> list[Found]:
    return [Found(source, target, score, ("", ""), 0.0) for target, score in targets]


def test_further_links_meet_another_side() -> None:
    """Of two further links nearly as near, the one comes first that says what the first link does not say."""
    source = profile("a/01/01", 1, 2)
    found = links_from(
        source, (profile("b/01/01", 1), 0.5), (profile("b/01/02", 1), 0.3), (profile("b/02/01", 2), 0.25)
    )
    assert [(link.target.section.address, round(link.score, 3)) for link in choose(found)["a/01/01"]] == [
        ("b/01/01", 0.5),
        ("b/02/01", 0.25),
        ("b/01/02", 0.21),
    ]


def test_one_link_for_a_section_and_its_subsections() -> None:
    """Of a section and its subsections the nearest is linked, the others are not."""
    found = links_from(
        profile("a/01/01", 1),
        (profile("b/01/01", 1), 0.3),
        (profile("b/01/01/02", 1), 0.4),
        (profile("b/01/02", 2), 0.2),
    )
    assert [link.target.section.address for link in choose(found)["a/01/01"]] == ["b/01/01/02", "b/01/02"]


def test_nothing_near_enough_is_silence() -> None:
    """A section whose best link is as faint as chance makes it has none at all; one that is nearer has one. Nearer is
    who speaks of more of what the section is about."""
    about = {"审批": 6.0, "流程": 5.0, "办事": 4.0}
    source = replace(profile("a/01/01", 1), words=about)
    by_the_way = replace(profile("b/01/01", 1), words={"办事": 1.0})
    same = replace(profile("b/01/01", 1), words=about)
    assert choose(links_from(source, (by_the_way, 0.03))) == {}
    assert choose(links_from(source, (by_the_way, 0.05))) == {}
    assert len(choose(links_from(source, (same, 0.05)))["a/01/01"]) == 1


def test_a_link_without_a_word_in_common_is_none() -> None:
    """What nothing explains is not shown, however high the topics of the chapter above put it: a word of both, the main
    aspect under another name, or the same frame explains."""
    worded = profile("a/01/01", 1), profile("b/01/01", 2)
    wordless = source, target = replace(worded[0], words={}), replace(worded[1], words={})
    assert choose(links_from(source, (target, 0.2))) == {}
    framed_alike = [replace(p, frame="targets") for p in wordless]
    for one, other in (worded, (source, replace(target, aspects=source.aspects)), framed_alike):
        assert choose(links_from(one, (other, 0.2)))["a/01/01"]


def test_what_the_other_plan_has_nothing_of_has_no_counterpart() -> None:
    """A section about one thing in every paragraph is not linked to a plan that names it in passing, unless other main
    words show that it has it under another name."""
    about = {"玻璃": 9.0, "硅砂": 8.0, "新材料": 2.0}
    source = replace(profile("a/01/01", 1), subject="玻璃", unknown_to=frozenset({"b"}), words=about)
    industry = replace(profile("b/01/01", 1), words={"低碳": 5.0, "产业集群": 4.0, "新材料": 2.0})
    assert choose(links_from(source, (industry, 0.14))) == {}
    assert choose(links_from(industry, (source, 0.14))) == {}
    assert choose(links_from(source, (replace(industry, words={"硅砂": 8.0}), 0.14)))
    assert choose(links_from(source, (replace(profile("c/01/01", 1), words=industry.words), 0.14)))


def test_the_subject_stands_in_heading_and_every_paragraph(edition: Edition, said: Decisions) -> None:
    """Only a known word that heading and all paragraphs repeat is a subject, and only a plan that names it twice has
    it."""
    profiles = [p for plan in profile_plans(edition.plans, said.topics, said.phrases) for p in plan.profiles]
    subjects = [p for p in profiles if p.subject]
    assert len(subjects) > 20
    for p in subjects:
        texts = [passage.text for passage in p.section.passages if passage.kind in ("paragraph", "item")]
        assert p.subject in p.section.heading
        assert len(texts) > 2
        assert all(p.subject in text for text in texts), p.section.address
    text = {plan.card.id: "".join(block.text.string for block in plan.blocks) for plan in edition.plans}
    assert {plan for p in subjects for plan in p.unknown_to}
    assert all(text[plan].count(p.subject) <= 1 for p in subjects for plan in p.unknown_to)


def test_only_the_best_of_many_plans_are_kept() -> None:
    """However many plans there are, a section keeps so many links and no worse ones; memory does not grow with the
    pairs."""
    source = profile("a/01/01", 1)
    links = links_from(source, *((profile(f"p{number}/01/01", 1), (number * 37 % 101) / 101) for number in range(101)))
    best: dict[str, list[Found]] = defaultdict(list)
    for link in links:
        pairs_of_plans.keep_best(best, [link])
        assert len(best["a/01/01"]) <= 2 * pairs_of_plans.MOST_IN_ALL
    kept = sorted(best["a/01/01"], key=lambda link: -link.score)[: pairs_of_plans.MOST_IN_ALL]
    assert kept == sorted(links, key=lambda link: -link.score)[: pairs_of_plans.MOST_IN_ALL]
