"""A third language begins without rules: it is shown as translated, and nothing English is looked for in it."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.languages import rules_of
from build_tools.languages.rules import NO_RULES
from build_tools.model.edition import Edition
from build_tools.translation import check_po, po_text, read_po, translated
from build_tools.translation.aligned import aligned_sentence, part_with_figure

TEXT = """# 第一章 发展目标

## 一、主要目标

**做强粮食产业。**到2030年，粮食播种面积达到280万亩以上，新建公路1公里，接待能力达到3天。
"""
SAID = {
    "做强粮食产业。到2030年，粮食播种面积达到280万亩以上，新建公路1公里，接待能力达到3天。": "Lorem. Ipsum 2030 dolor 280 sit amet, 1 consectetur, 3 elit.",
    "万亩": "wanmu",
    "亩": "mu",
    "百万": "million",
}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    write_plan(tmp_path / "sources", "some", TEXT)
    (tmp_path / "curated").mkdir()
    (tmp_path / "curated" / "site.yml").write_text("title: 规划读本\n", encoding="utf-8")
    return pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")


def in_language(edition: Edition, folder: Path, language: str) -> polib.POFile:
    path = folder / f"{language}.po"
    pipeline.update_translations(edition, path, language)
    po = read_po(path)
    for entry in po:
        entry.msgstr = SAID.get(entry.msgid, "")
    path.write_text(po_text(po), encoding="utf-8")
    return read_po(path)


def test_it_is_not_checked_by_the_rules_of_another(edition: Edition, tmp_path: Path) -> None:
    """What English says wrongly is said; of the same words in xx nothing is known, so nothing is claimed."""
    assert check_po(in_language(edition, tmp_path, "en"), rules_of("en")) != []
    assert check_po(in_language(edition, tmp_path, "xx"), rules_of("xx")) == []
    assert "Plural-Forms" not in in_language(edition, tmp_path, "xx").metadata


def test_figures_stay_as_printed(edition: Edition, tmp_path: Path) -> None:
    """How xx groups figures nobody has told: 280 stays 280, with the unit as its translator says it. English regroups
    them."""
    (target,) = [t for t in edition.plans[0].targets if t.unit == "万亩"]
    for language, said in (("xx", ("280", " wanmu")), ("en", ("2.8", " million mu"))):
        other = translated(edition, in_language(edition, tmp_path, language), language)
        (found,) = [t for t in other.plans[0].targets if (t.line, t.value_high) == (target.line, "") and "mu" in t.unit]
        assert (found.value, found.unit) == said


def test_nothing_is_guessed_in_its_texts(edition: Edition, tmp_path: Path) -> None:
    """Where a sentence ends, whether a figure is held, what the first sentence is: without rules there is no answer."""
    assert aligned_sentence("甲。乙。", "One. Two.", 0, NO_RULES) == ""
    assert part_with_figure("280 mu.", None, NO_RULES) == ""  # type: ignore[arg-type] # none is looked at
    block = translated(edition, in_language(edition, tmp_path, "xx"), "xx").plans[0].blocks[0]
    assert block.text.string.startswith("Lorem.")
    assert block.lead == 0


def test_languages_are_known_by_their_first_part() -> None:
    """British English follows the English rules, either script those of Chinese."""
    assert rules_of("en_GB") is rules_of("en") is rules_of("en-us")
    assert rules_of("zh_Hant") is rules_of("zh")
    assert rules_of("xx") is NO_RULES
    assert rules_of("eng") is NO_RULES


def test_the_command_says_that_nobody_looked() -> None:
    """No silence that could be taken for “all is well”."""
    assert pipeline.figures_compared("en")
    assert not pipeline.figures_compared("xx")
