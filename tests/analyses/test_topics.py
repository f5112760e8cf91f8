"""Topics: every section gets its subjects from its words; frames, and people's rulings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_tools import settings
from build_tools.analyses import compare_plans
from build_tools.analyses.sections import Passage, Section
from build_tools.analyses.topics import topic_weights, topic_words, words_in
from build_tools.curation import load, load_topics
from build_tools.model.decisions import Decisions
from build_tools.model.edition import BadInput, Edition
from build_tools.model.subjects import TopicRuling


@pytest.fixture(scope="session")
def said() -> Decisions:
    return load(settings.CURATED)


@pytest.fixture(scope="session")
def topics(edition: Edition) -> dict[str, list[str]]:
    return {entry.section: [topic for topic, _ in entry.topics] for entry in edition.assigned}


def test_thirty_to_forty_topics(said: Decisions) -> None:
    """The list stays short enough to read and covers what county plans speak of; every topic is complete."""
    assert 30 <= len(said.topics) <= 40
    assert all(
        topic.name and topic.name_en and topic.definition and topic.keywords and topic.synonyms for topic in said.topics
    )


def test_every_section_has_a_topic(edition: Edition, topics: dict[str, list[str]]) -> None:
    """No section or subsection is left without a subject."""
    sections = [
        unit.address for plan in edition.plans for unit in plan.units if unit.level in ("section", "subsection")
    ]
    assert [address for address in sections if not topics.get(address)] == []


@pytest.mark.parametrize(
    ("section", "topic"),
    [
        ("shuangcheng/08/02/02", "education"),
        ("shuangliao/07/02", "water"),
        ("shuangcheng/05/05/03", "energy"),
        ("shuangliao/05/01", "logistics"),
        ("shuangcheng/04/02", "enterprises"),
        ("shuangliao/10/06", "care"),
        ("shuangcheng/03/09", "farm-technology"),
        ("shuangliao/11/04", "governance"),
    ],
)
def test_first_topic_is_what_the_section_is_about(topics: dict[str, list[str]], section: str, topic: str) -> None:
    """The first topic of a section is the one its heading names."""
    assert topics[section][0] == topic


def test_subsections_of_a_frame_share_it(topics: dict[str, list[str]]) -> None:
    """What looks back on the last five years belongs there, even where it speaks of farming."""
    assert topics["shuangcheng/01/01/04"][0] == "baseline"
    assert topics["shuangcheng/01/04/03"][0] == "targets"


def test_a_ruling_overrules(edition: Edition, said: Decisions) -> None:
    """A person's topics stand in place of the program's."""
    ruling = TopicRuling("shuangliao/07/02", ("culture",), "理由", "topics.yml:9")
    assigned, _ = compare_plans(edition.plans, replace(said, rulings=(ruling,)))
    assert {entry.section: entry.topics for entry in assigned}["shuangliao/07/02"] == (("culture", 1.0),)


def test_a_ruling_on_no_section_is_refused(edition: Edition, said: Decisions) -> None:
    """An address that does not exist is named with file and line; one of a plan that is not there is left alone."""
    with pytest.raises(BadInput, match=r"topics\.yml:9: there is no section"):
        compare_plans(
            edition.plans,
            replace(said, rulings=(TopicRuling("shuangliao/99/02", ("culture",), "理由", "topics.yml:9"),)),
        )
    compare_plans(
        edition.plans, replace(said, rulings=(TopicRuling("elsewhere/99/02", ("culture",), "理由", "topics.yml:9"),))
    )


def test_a_list_of_projects_does_not_decide_the_topic(said: Decisions) -> None:
    """A section on schools stays one on schools if the projects listed below it build a wind farm."""
    passages = (
        Passage("a/01/01#1", "加强教师队伍建设，改善办学条件", "", "paragraph"),
        Passage(
            "a/01/01@1.1", "风电项目：建设风力发电场、光伏电站、变电站和电网，配套储能、氢能与充电桩", "", "box_item"
        ),
    )
    known = topic_words(said.topics, {passage.address: passage.text for passage in passages}, {})
    assert first_topic(said, Section("a/01/01", "a", "公共服务", (), passages), known) == "education"
    plain = tuple(replace(passage, kind="paragraph") for passage in passages)
    assert first_topic(said, Section("a/01/01", "a", "公共服务", (), plain), known) == "energy"


def first_topic(said: Decisions, section: Section, known) -> str:
    weights = topic_weights(section, words_in(section, known), known)
    return said.topics[max(weights, key=weights.get)].id


def test_an_aspect_is_a_list_of_words(tmp_path) -> None:
    """An aspect that is a single word, or has a word of one sign, is refused with file and line."""
    path = tmp_path / "topics.yml"
    for wrong in ("[危化品]", "[[危]]"):
        path.write_text(
            "topics:\n- id: safety\n  zh: 安全\n  en: Safety\n  definition: 安全\n  keywords: [安全]\n  synonyms: "
            f"[安全生产]\n  aspects: {wrong}\n",
            encoding="utf-8",
        )
        with pytest.raises(BadInput, match=r"topics\.yml:8: “aspects” must hold lists of words"):
            load_topics(path)


def test_aspects_are_no_subjects_of_two_words_alike(said: Decisions) -> None:
    """No word stands twice in one aspect, and no aspect twice in the list."""
    aspects = [aspect for topic in said.topics for aspect in topic.aspects]
    assert [aspect for aspect in aspects if len(set(aspect)) < len(aspect)] == []
    assert len({frozenset(aspect) for aspect in aspects}) == len(aspects)
