"""What the compare page's script reads: scripts that stay small, know each other's versions, and speak the language of
their edition."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools import settings
from build_tools.model.edition import Edition
from build_tools.model.translation import has_han, in_chinese
from build_tools.writers.pages import compare_data, compare_rows
from build_tools.writers.words import compare_words, shared_terms, topic_sections

SCRIPTS = sorted((settings.ROOT / "overrides/assets/scripts/compare").glob("*.js"))
LINE = 300  # bytes that one more plan may add to the index


def scripts_of(edition: Edition) -> dict[str, str]:
    return compare_data.scripts(edition, shared_terms.shared_terms(edition))


def code_of(path: Path) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def held(script: str):
    """The value that a script assigns."""
    return json.loads(script.partition(" = ")[2].rstrip(";\n"))


@pytest.fixture(scope="module")
def english(editions: list[Edition]) -> Edition:
    return next(edition for edition in editions if edition.language == "en")


def test_another_plan_costs_a_visit_one_line(edition: Edition) -> None:
    """With many more plans the index grows by a line a plan; what is loaded for the first two stays the same to the
    byte."""
    nobody = [
        replace(
            edition.plans[0],
            card=replace(edition.plans[0].card, id=f"county{n}"),
            units=(),
            blocks=(),
            indicators=(),
            targets=(),
        )
        for n in range(48)
    ]
    few, many = scripts_of(edition), scripts_of(replace(edition, plans=(*edition.plans, *nobody)))
    assert {path: script for path, script in few.items() if path != compare_data.INDEX}.items() <= many.items()
    assert len(many[compare_data.INDEX].encode()) - len(few[compare_data.INDEX].encode()) < 48 * LINE


def test_no_script_knows_another(edition: Edition) -> None:
    """A changed word of a chapter changes the script of that chapter: index and plans tell no versions of others, and
    no edition."""
    scripts = scripts_of(edition)
    assert all("version" not in plan for plan in held(scripts[compare_data.INDEX])["plans"])
    for plan in edition.plans:
        of_plan = held(scripts[f"texts/{plan.card.id}.js"])
        assert "versions" not in of_plan
        assert plan.sha256[:8] not in scripts[f"texts/{plan.card.id}.js"]


def test_the_built_page_names_a_version_of_all_texts(site: Path) -> None:
    """Who opens the page after a change gets the new index, and hands its version on to all that is loaded after it."""
    for folder in (site / "compare", site / "en" / "compare"):
        named = re.search(r'src="\.?/?texts/index\.js\?v=(\w{8})"', (folder / "index.html").read_text(encoding="utf-8"))
        files = sorted((folder / "texts").rglob("*.js"), key=lambda file: file.relative_to(folder).as_posix())
        assert named[1] == hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:8]


def test_the_built_page_names_the_edition_of_each_plan(site: Path, edition: Edition) -> None:
    """The citations that the script makes say which text they are of."""
    told = re.search(r'data-editions="([^"]+)"', (site / "compare" / "index.html").read_text(encoding="utf-8"))[1]
    assert told.split() == [f"{plan.card.id}:{plan.sha256[:8]}" for plan in edition.plans]


def test_every_block_is_in_one_chapter(edition: Edition) -> None:
    """Nothing of a plan is lost on the way to the compare page."""
    scripts = scripts_of(edition)
    for plan in edition.plans:
        told = [
            row
            for path, script in scripts.items()
            if path.startswith(f"texts/{plan.card.id}/")
            for rows in held(script)["blocks"].values()
            for row in rows
        ]
        assert len(told) == len(plan.blocks)


def test_scripts_of_the_page_hold_no_chinese() -> None:
    """Every word that a reader sees comes with the data, in the language of the page."""
    assert SCRIPTS
    for path in SCRIPTS:
        assert not has_han(code_of(path)), path.name


def test_words_of_the_script_are_all_used_and_all_there() -> None:
    """The script asks for no word that is not sent, and no word is sent for nothing."""
    code = "".join(map(code_of, SCRIPTS))
    assert set(re.findall(r"\bwords\.([a-z_]+)\b", code)) == {*compare_words.SCRIPT, "cite"}
    citing = "".join(code_of(SCRIPTS[0].parent.parent / name) for name in ("cite.js", "citation.js"))
    assert set(compare_words.CITE) <= set(re.findall(r"\bwords\.([a-z_]+)\b", citing))


def test_english_data_is_english(english: Edition) -> None:
    """Titles, texts, topics, reasons, indicators and targets are in English; what is not stands apart, as a part in the
    language of the plans."""

    def han(value, odd: bool = False) -> list[str]:
        if isinstance(value, dict):
            return [found for entry in value.values() for found in han(entry)]
        if isinstance(value, list):
            parted = len(value) > 1 and len(value) % 2 and all(isinstance(part, str) for part in value)
            return [found for at, entry in enumerate(value) for found in han(entry, bool(parted and at % 2))]
        return [value] if isinstance(value, str) and has_han(value) and not odd else []

    for path, script in scripts_of(english).items():
        assert han(held(script)) == [], path


def test_a_part_in_the_language_of_the_plans_stands_apart() -> None:
    """Text, part, text: the script can say which language each is in."""
    assert compare_rows.pieces("Build " + in_chinese("黑土地") + " zones") == ["Build ", "黑土地", " zones"]
    assert compare_rows.pieces("Build zones") == "Build zones"


def test_english_shared_terms_stand_in_both_texts(english: Edition) -> None:
    """Terms named as shared are words of the glossary that both sections hold, as whole words; measures are none."""
    texts: dict[str, str] = {}
    for unit, text in shared_terms.texts(english):
        for above in shared_terms.units_above(unit):
            texts[above] = texts.get(above, "") + "\n" + text.casefold()
    found = shared_terms.shared_terms(english)
    assert sum(bool(terms) for terms in found.values()) > 50
    for (source, target), terms in found.items():
        for term in terms:
            assert all(
                re.search(rf"(?<!\w){re.escape(term.casefold())}(?!\w)", texts[section]) for section in (source, target)
            ), term
            assert term not in ("mu", "jin", "10,000 mu", "100 million yuan")


def test_english_links_say_topic_and_how_near(english: Edition) -> None:
    """An editor's Chinese reason gives way to the topic and the editor's judgement."""
    link = next(link for link in english.links if link.kind == "same")
    topics = {topic.id: topic.name for topic in english.topics}
    words = {"同一主题": "same subject", "{topic}：{reason}": "{topic}: {reason}"}
    assert (
        compare_words.why(link, topics, (), lambda text: words.get(text, text)) == f"{topics[link.topic]}: same subject"
    )


@pytest.mark.parametrize(
    ("number", "unit", "said"),
    [
        ("23.3", "万公顷", "23.3万公顷"),
        ("5", "%", "5%"),
        ("280", "mu", "280 mu"),
        ("23.3", "10,000 hectares", "23.3 × 10,000 hectares"),
        ("30", "", "30"),
    ],
)
def test_amounts(number: str, unit: str, said: str) -> None:
    """A number and its unit are set as the language does."""
    assert compare_words.amount(number, unit) == said


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("每千人口拥有执业（助理）医师数", "health"),
        ("旅游总收入", "tourism"),
        ("奶牛存栏", "livestock"),
        ("粮食综合生产能力", "grain"),
        ("每万人口高价值发明专利拥有量", "manufacturing"),
        ("受益人口", ""),
        ("累计营收", ""),
    ],
)
def test_a_figure_has_the_topic_of_what_it_counts(edition: Edition, subject: str, topic: str) -> None:
    """Not of what it is set against, nor of a word for a measure; where no topic's word stands there, none."""
    assert compare_rows.topic_of(subject, compare_rows.topic_words(edition.topics)) == topic


def test_targets_stand_under_the_topic_of_their_own_words(edition: Edition, english: Edition) -> None:
    """Cows in a section on grain are no grain; what names nothing goes with its paragraph, then its section; a
    translation has the same topics."""
    assert compare_rows.topics_of_target("livestock", "grain", {"targets"}) == ("livestock",)
    assert compare_rows.topics_of_target("", "grain", {"targets"}) == ("grain",)
    assert compare_rows.topics_of_target("livestock", "targets", {"targets"}) == ("livestock", "targets")
    scripts = [scripts_of(each) for each in (edition, english)]
    for plan in edition.plans:
        here, there = (
            [[about for *_, about in rows] for rows in held(script[f"texts/{plan.card.id}.js"])["targets"].values()]
            for script in scripts
        )
        assert sum(map(len, here)) > 100
        assert {topic for rows in here for about in rows for topic in about} == {
            topic for rows in there for about in rows for topic in about
        }


def test_the_section_that_says_most_on_a_topic_comes_first(edition: Edition) -> None:
    """Readers of a topic begin where the plan says most about it; a section stands for its subsections."""
    found = topic_sections.topic_sections(edition)
    assert found["shuangcheng", "grain"][0][0] == "shuangcheng/03/01"
    for first, others in found.values():
        sections = first + others
        assert not [s for s in sections for other in sections if s.startswith(other + "/")]
