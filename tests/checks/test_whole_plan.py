"""Invented plans with some forty seeded errors each and as many places that only look wrong: what is caught, and
what is flagged in vain.

plan.txt in whole_plan and hill_plan is the text, seeded.yml says what was put wrongly into it (class, words, why) and
what is right.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from small_plan import read_folder, write_plan

from build_tools.model.edition import Edition
from build_tools.model.findings import Finding

HERE = Path(__file__).parent
PLANS = {"whole_plan": "金滩县", "hill_plan": "澜山县"}
LEAST, MOST_FALSE = 0.9, 0.05


@pytest.fixture(scope="module", params=PLANS)
def seeded(request: pytest.FixtureRequest) -> str:
    """Each of the plans in turn."""
    return request.param


@pytest.fixture(scope="module")
def said(seeded: str) -> dict[str, list]:
    return yaml.safe_load((HERE / seeded / "seeded.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def findings(seeded: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Finding, ...]:
    folder = tmp_path_factory.mktemp("whole")
    text = (HERE / seeded / "plan.txt").read_text(encoding="utf-8")
    name = PLANS[seeded]
    write_plan(
        folder, "some", text, reader="word_dump", name=name, title=f"{name}国民经济和社会发展第十五个五年规划纲要"
    )
    return read_folder(folder / "some").findings


def at(words: str, findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings that quote these words, or whose quote is a part of them."""
    sought = "".join(words.split())
    return [
        finding
        for finding in findings
        if any(
            quote and (sought in quote or quote in sought) for quote in map(bare, (finding.quote, finding.other_quote))
        )
    ]


def bare(quote: str) -> str:
    return "".join(quote.split())


def test_seeded_errors_are_caught(findings: tuple[Finding, ...], said: dict[str, list]) -> None:
    """Nine in ten of what was put wrongly into the text is found at its words."""
    missed = [words for _, words, _ in said["wrong"] if not at(words, findings)]
    assert len(missed) <= (1 - LEAST) * len(said["wrong"]), missed


def test_what_only_looks_wrong_is_left_alone(findings: tuple[Finding, ...], said: dict[str, list]) -> None:
    """At most one in twenty of the look-alikes is flagged, other than by a finding about a seeded error beside it."""
    meant = {finding.id for _, words, _ in said["wrong"] for finding in at(words, findings)}
    flagged = [words for words in said["right"] if any(one.id not in meant for one in at(words, findings))]
    assert len(flagged) <= MOST_FALSE * len(said["right"]), flagged


def test_every_finding_shows_two_texts_or_a_formula_or_says_what_is_wrong(findings: tuple[Finding, ...]) -> None:
    """A finding quotes the plan, and its sentence is whole in both languages."""
    for finding in findings:
        assert finding.quote
        assert finding.line
        for language in ("zh", "en"):
            assert "{" not in finding.explanation(language)


def test_every_finding_stands_at_a_unit_or_block_of_its_plan(edition: Edition) -> None:
    """Pages and work lists link to it: what is said of the printed contents stands at the heading."""
    seen = 0
    for plan in edition.plans:
        known = {unit.address for unit in plan.units} | {block.address for block in plan.blocks}
        for one in plan.findings:
            assert {one.address, one.other_address or one.address} <= known, one
            seen += 1
    assert seen


def test_each_check_says_how_much_it_looked_at(edition: Edition) -> None:
    """Recall is honest only so: no check finds more than it looked at, nor reads more than it met."""
    for plan in edition.plans:
        for one in plan.checked:
            found = sum(finding.check == one.check for finding in plan.findings)
            assert one.recognised <= one.statements
            assert found <= one.statements, one
