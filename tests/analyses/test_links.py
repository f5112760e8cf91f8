"""Links between plans: what the program finds by itself, what editors say, and the reasons it gives."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import settings
from build_tools.analyses import compare_plans, explain
from build_tools.analyses.links import pairs as pairs_of_plans
from build_tools.analyses.links.curated import section_of
from build_tools.analyses.links.evidence import shared_wording
from build_tools.analyses.links.profiles import later_words
from build_tools.analyses.links.words import pairs
from build_tools.model.edition import BadInput, Edition
from build_tools.model.subjects import Decisions, Link, LinkRuling, NoCounterpart, Phrase
from build_tools.curation.subjects import load_decisions

SAME_SUBJECT = list(csv.DictReader((Path(__file__).parent.parent / "golden" / "links.csv").open(encoding="utf-8")))


@pytest.fixture(scope="session")
def said() -> Decisions:
    return load_decisions(settings.CURATED)


@pytest.fixture(scope="session")
def computed(edition: Edition, said: Decisions) -> dict[str, list[Link]]:
    """Links as a new pair of plans gets them: no editor has spoken."""
    return by_source(compare_plans(edition.plans, replace(said, links=(), none=()))[1])


def by_source(links: tuple[Link, ...]) -> dict[str, list[Link]]:
    out: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        out[link.source].append(link)
    return out


def first_right(links: dict[str, list[Link]]) -> float:
    wanted: dict[str, set[str]] = defaultdict(set)
    for row in SAME_SUBJECT:
        wanted[row["from"]].add("/".join(row["to"].split("/")[:3]))
    return sum(bool(links.get(source)) and "/".join(links[source][0].target.split("/")[:3]) in targets for source, targets in wanted.items()) / len(wanted)


def test_first_computed_link_is_on_the_same_subject(computed: dict[str, list[Link]]) -> None:
    """Without an editor, the first link is on the same subject for at least four sections of five."""
    assert first_right(computed) >= 0.8


def test_first_published_link_is_on_the_same_subject(edition: Edition) -> None:
    """With the editors' work, the first link is on the same subject nearly always."""
    assert first_right(by_source(edition.links)) >= 0.97


def test_best_link_comes_first(edition: Edition) -> None:
    """The links of a section stand in the order of their score, in both directions."""
    for links in by_source(edition.links).values():
        assert [link.score for link in links] == sorted((link.score for link in links), reverse=True)
    assert {link.source.split("/")[0] for link in edition.links} == {plan.card.id for plan in edition.plans}


def test_every_link_has_evidence(edition: Edition) -> None:
    """A link names words that both sections use, the paragraph meant, or an editor's reason; the paragraph lies in the target."""
    for link in edition.links:
        assert link.reason or link.terms, link
        assert not link.paragraph or section_of(link.paragraph).startswith(link.target), link


def test_shared_words_stand_in_both_sections(computed: dict[str, list[Link]], edition: Edition) -> None:
    """No word is claimed as common that one of the two sections does not use (a later plan's word may stand for an earlier one)."""
    later = {phrase.new for phrase in load_decisions(settings.CURATED).phrases}
    text: dict[str, str] = defaultdict(str)
    for plan in edition.plans:
        for block in plan.blocks:
            steps = block.unit.split("/")
            for n in range(2, len(steps) + 1):
                text["/".join(steps[:n])] += "\n" + block.text.string + "".join(cell.text.string for row in block.rows for cell in row)
    for links in computed.values():
        for link in links[:1]:
            for word in link.terms:
                assert all(word in text[address] or any(word in phrase for phrase in later) for address in (link.source, link.target)), (link, word)


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
        assert not [link for link in edition.links if link.source == entry.source and link.target.startswith(entry.plan + "/")]


def test_editors_speak_of_every_section(edition: Edition, said: Decisions) -> None:
    """The published links are an editor's work: no section of these plans is left to the program alone."""
    spoken = {ruling.source for ruling in said.links} | {section_of(ruling.target) for ruling in said.links} | {entry.source for entry in said.none}
    assert {unit.address for plan in edition.plans for unit in plan.units if unit.level in ("section", "subsection")} <= spoken


def test_a_rejected_link_is_not_published(edition: Edition, said: Decisions) -> None:
    """What an editor rejects is gone in both directions."""
    rejected = {(ruling.source, ruling.target) for ruling in said.links if ruling.decision == "reject"}
    assert rejected
    assert not [link for link in edition.links if (link.source, link.target) in rejected or (link.target, link.source) in rejected]


def test_a_rejection_alone_leaves_the_other_links(edition: Edition, said: Decisions, computed: dict[str, list[Link]]) -> None:
    """Who only rejects one link of a section keeps the program's others."""
    source, first, *others = "shuangcheng/08/02", *(link.target for link in computed["shuangcheng/08/02"])
    links = by_source(compare_plans(edition.plans, replace(said, links=(ruling("reject", source, first),), none=()))[1])[source]
    assert [link.target for link in links] == others


def ruling(decision: str, source: str, target: str) -> LinkRuling:
    return LinkRuling(decision, source, target, "same", "", "理由", "links.yml:1")


@pytest.mark.parametrize(
    "decisions, words",
    [
        ({"links": (ruling("add", "shuangcheng/03/99", "shuangliao/03/01"),)}, "there is no section or paragraph “shuangcheng/03/99”"),
        ({"links": (ruling("add", "shuangcheng/03/01", "shuangliao/03/01#99"),)}, "there is no section or paragraph “shuangliao/03/01#99”"),
        ({"links": (ruling("add", "shuangcheng/03", "shuangliao/03/01"),)}, "there is no section or paragraph “shuangcheng/03”"),
        ({"links": (ruling("reject", "shuangcheng/10/01/02", "shuangliao/04/02"),)}, "nothing to reject"),
        ({"links": (ruling("add", "shuangcheng/03/01", "shuangliao/03/01"),) * 2}, "stands twice"),
        ({"none": (NoCounterpart("shuangcheng/99/01", "shuangliao", "理由", "links.yml:2"),)}, "there is no section “shuangcheng/99/01”"),
        ({"links": (ruling("add", "shuangcheng/03/01", "shuangliao/03/01"),), "none": (NoCounterpart("shuangcheng/03/01", "shuangliao", "理由", "links.yml:2"),)}, "Take one of the two out"),
    ],
    ids=["unknown section", "unknown paragraph", "chapter", "reject of nothing", "twice", "unknown section without counterpart", "contradiction"],
)
def test_decisions_that_do_not_fit_stop_the_run(edition: Edition, said: Decisions, decisions: dict, words: str) -> None:
    """An entry that cannot be meant so is refused with its place and what to do."""
    with pytest.raises(BadInput, match="links.yml:[12]: .*" + words):
        compare_plans(edition.plans, replace(said, **{"links": (), "none": ()} | decisions))


def test_decisions_on_absent_plans_are_left_alone(edition: Edition, said: Decisions) -> None:
    """Curated links of two plans do not disturb an edition that has only one of them."""
    assigned, links = compare_plans(edition.plans[:1], said)
    assert assigned and not links


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


def test_explain_names_every_signal_and_the_verdict(edition: Edition, said: Decisions) -> None:
    """links --explain shows each signal with what it adds, whether the link is shown, and what editors say."""
    lines = "\n".join(explain(edition.plans, said, "shuangcheng/08/02", "shuangliao/10/01"))
    assert all(words in lines for words in ("whole text", "lead sentences", "topics", "score", "Linked, in place 1", "Editors (", "教师"))
    assert "Not linked" in "\n".join(explain(edition.plans, said, "shuangcheng/08/02/02", "shuangliao/04/05")) or "never compares" in "\n".join(explain(edition.plans, said, "shuangcheng/08/02/02", "shuangliao/04/05"))


def test_explain_refuses_two_sections_of_one_plan(edition: Edition, said: Decisions) -> None:
    """Two sections of one plan are never linked; who asks is told so."""
    with pytest.raises(BadInput, match="belong to one plan"):
        explain(edition.plans, said, "shuangcheng/03/01", "shuangcheng/03/02")
