"""What is proposed for the card of a plan that is brought in."""

from __future__ import annotations

import pytest

from build_tools.curation import identity_of, propose, proposed, with_file
from build_tools.curation.card_text import guessed_keys

CHAPTER = "第一章 发展基础"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["清溪县国民经济和社会发展", "第十五个五年规划纲要", "（草案）", "清溪县人民政府", "2026年1月", CHAPTER],
            {
                "name": "清溪县",
                "short": "清溪",
                "title": "清溪县国民经济和社会发展第十五个五年规划纲要（草案）",
                "period": [2026, 2030],
                "status": "draft",
                "issuer": "清溪县人民政府",
                "issued": "2026年1月",
            },
        ),
        (
            ["关于印发《南江省北山市清溪区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》的通知", CHAPTER],
            {
                "name": "清溪区",
                "region": "南江省北山市清溪区",
                "title": "南江省北山市清溪区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
                "period": [2021, 2025],
                "status": "adopted",
            },
        ),
    ],
    ids=("cover", "notice"),
)
def test_a_title_says_name_period_and_status(lines: list[str], expected: dict) -> None:
    """A title torn over lines, or one in a notice, gives name, place, years and status; none of these is a guess."""
    values, guessed = propose(lines, "plan")
    assert {key: values.get(key) for key in expected} == expected
    assert not {"name", "title", "period", "status"} & set(guessed)


def test_a_text_without_title_gives_guesses() -> None:
    """Without a title the years come from the plan that is spoken of most, and all of it is marked as guessed."""
    values, guessed = propose(
        ["前言", CHAPTER, "“十五五”时期是关键时期。", "“十四五”时期成就显著。", "“十五五”时期，"], "清溪县规划"
    )
    assert (values["name"], values["period"]) == ("清溪县", [2026, 2030])
    assert {"name", "title", "period", "status"} <= set(guessed)


def test_an_id_is_pinyin_and_free() -> None:
    """The id is the name in Latin letters, without 县; the year, then a number, where it is taken."""
    taken: set[str] = set()
    found = []
    for _ in range(3):
        found.append(identity_of("清溪县", taken.__contains__, 2026))
        taken.add(found[-1])
    assert found == ["qingxi", "qingxi-2026", "qingxi-2026-2"]


def test_guesses_are_marked_and_comments_of_people_stay() -> None:
    """A guess is a comment behind its key; a card changed for a new file keeps every other line."""
    card = proposed({"name": "清溪县", "title": "1: 规划 # 纲要", "period": [2026, 2030]}, ["title"])
    assert guessed_keys(card) == ("title",)
    people = "name: 清溪县 # 一个县\n# 说明\nfile: a.docx\nreader: word_dump\n"
    assert with_file(people, {"file": "b.docx"}, ("reader",)) == "name: 清溪县 # 一个县\n# 说明\nfile: b.docx\n"
