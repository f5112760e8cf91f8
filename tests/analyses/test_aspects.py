"""What one plan says of an aspect and another does not: figures before words, and nothing that was only done in the
past."""

from __future__ import annotations

from dataclasses import replace

import pytest
from polib import POEntry
from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import Edition
from build_tools.translation import catalogue, new_po, translated
from build_tools.writers import write_data, write_pages

TOPICS = """topics:
- id: baseline
  zh: 基础
  en: Past
  definition: 已经做的
  frame: true
  keywords: [成就, 五年来]
  synonyms: [发展成就]
- id: grain
  zh: 粮食
  en: Grain
  definition: 粮食与耕地
  keywords: [粮食, 耕地]
  synonyms: [粮食安全]
  aspects:
  - [高标准农田, 良田]
  - [黑土地, 黑土]
  - [盐碱地, 碱滩]
"""
FIRST = "第一章 发展成就\n五年来，成就显著，治理盐碱地10万亩。\n第二章 粮食安全\n保护耕地。推进高标准农田建设。到2030年，建成良田30万亩。"
SECOND = "第一章 发展成就\n五年来，成就显著。\n第二章 粮食安全\n保护耕地。推进高标准农田建设。加强黑土地保护。"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = tmp_path_factory.mktemp("aspects")
    for name, text in (("one", FIRST), ("two", SECOND)):
        write_plan(folder / "sources", name, text, reader="word_dump", short=name, colour=None)
    (folder / "curated").mkdir()
    (folder / "curated" / "topics.yml").write_text(TOPICS, encoding="utf-8")
    return pipeline.read_edition(folder / "sources", folder / "curated")


def test_each_aspect_is_said_with_a_figure_in_words_or_not_found(edition: Edition) -> None:
    """A figure outweighs a mention; what was done in the past five years is no word on the next; the word found is
    told."""
    said = {(one.plan, one.number): (one.way, one.word) for one in edition.aspects}
    assert said == {
        ("one", 1): ("figure", "良田"),
        ("one", 2): ("not-found", ""),
        ("one", 3): ("not-found", ""),
        ("two", 1): ("words", "高标准农田"),
        ("two", 2): ("words", "黑土地"),
        ("two", 3): ("not-found", ""),
    }


def test_what_is_said_stands_at_its_address_with_its_sentence(edition: Edition) -> None:
    for one in edition.aspects:
        plan = next(plan for plan in edition.plans if plan.card.id == one.plan)
        texts = {block.address: block.text.string for block in plan.blocks}
        assert one.way == "not-found" or one.sentence in texts[one.address]


def test_a_page_and_a_table_list_what_one_has_and_the_other_lacks(edition: Edition) -> None:
    """Both directions of the pair, and “not found” is never called “has none”."""
    files = write_data(edition)
    page = write_pages(edition)["pages/zh/compare/aspects.md"]
    mine, _, theirs = page.partition("{: #two-one }")
    assert "黑土地" in theirs.split("{: #all }")[0]
    assert "黑土地" not in mine
    assert "“未找到”不等于没有" in page
    assert files["data/aspects.csv"].count("not-found") == 3


def test_of_many_plans_each_page_says_what_its_plan_lacks(edition: Edition) -> None:
    """With more than two plans the page of aspects counts and leads on, so that it does not grow with the pairs; each
    plan's page lists what the others have."""
    third = replace(edition.plans[1], card=replace(edition.plans[1].card, id="three", short="three"))
    aspects = [*edition.aspects, *(replace(one, plan="three") for one in edition.aspects if one.plan == "two")]
    pairs = (("one", "two"), ("one", "three"), ("two", "three"))
    many = replace(edition, plans=(*edition.plans, third), aspects=tuple(aspects), partners=pairs)
    pages = write_pages(many)
    whole, own = pages["pages/zh/compare/aspects.md"], pages["pages/zh/compare/one.md"]
    assert "(one.md#two-one)" in whole
    assert "加强黑土地保护" not in whole
    assert own.count("加强黑土地保护") == 2  # of two and of three
    assert "{: #two-one }" in own


def test_aspects_have_a_name_in_another_language(edition: Edition) -> None:
    """A translation calls an aspect by its name there, leads to the place by its number, and quotes the plan as it is
    written; what nobody translated stays Chinese and says so."""
    po = new_po("en")
    po.append(POEntry(msgctxt="aspect", msgid="黑土地", msgstr="Black soil"))
    assert ("aspect", "黑土地") in {(message.context, message.text) for message in catalogue(edition)}
    english = translated(edition, po, "en")
    page = write_pages(english)["pages/en/compare/aspects.md"]
    assert "**Black soil**" in page
    assert '<span lang="zh-Hans">加强黑土地保护。</span>' in page
