"""What people decided of findings: loaded, held to the ids that there are, and kept through edits elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.curation import load_finding_rulings
from build_tools.model.edition import BadInput, Plan

TEXT = "第一章 任务\n牧业产值由40亿元增加到50亿元，增长30%。\n第二章 保障\n加强组织领导，狠抓落实。"
ENTRY = "- id: {id}\n  plan: {plan}\n  state: {state}\n  reason: 现价与可比价口径不同。\n  date: 2026-11-29\n  who: 规划科\n"


def read(folder: Path, decided: str = "", text: str = TEXT) -> Plan:
    write_plan(folder / "sources", "some", text, reader="word_dump")
    curated = folder / "curated"
    curated.mkdir(exist_ok=True)
    (curated / "findings.yml").write_text(decided, encoding="utf-8")
    edition = pipeline.read_edition(folder / "sources", curated)
    notes.clear()
    notes.extend(problem.code for problem in edition.problems)
    return edition.plans[0]


notes: list[str] = []


def test_a_finding_decided_once_stays_decided_after_an_edit_elsewhere(tmp_path: Path) -> None:
    """The state, its reason and who decided are on the finding, wherever the text moves."""
    (found,) = read(tmp_path).findings
    entry = ENTRY.format(id=found.id, plan="some", state="right-as-printed")
    for text in (TEXT, TEXT.replace("任务\n", "任务\n新的一段话，说的是别的事情。\n")):
        (one,) = read(tmp_path, entry, text).findings
        assert (one.state, one.reason, one.who) == ("right-as-printed", "现价与可比价口径不同。", "规划科")
        assert notes == []


def test_an_id_with_a_slip_of_the_pen_is_refused_and_the_right_one_named(tmp_path: Path) -> None:
    (found,) = read(tmp_path).findings
    slip = found.id[:4] + ("0" if found.id[4] != "0" else "1") + found.id[5:]
    with pytest.raises(BadInput, match=f"findings.yml:1: .*{slip}.*{found.id}"):
        read(tmp_path, ENTRY.format(id=slip, plan="some", state="right-as-printed"))


@pytest.mark.parametrize(
    ("plan", "state", "said"),
    [
        ("some", "right-as-printed", ["finding-gone"]),
        ("some", "mended", []),
        ("elsewhere", "right-as-printed", ["plan-not-here"]),
    ],
)
def test_a_decision_without_its_finding_is_told_once(tmp_path: Path, plan: str, state: str, said: list[str]) -> None:
    """A finding that is gone, or a plan that is not here, is a note; what was mended is gone as it should be."""
    text = TEXT.replace("增长30%", "增长25%")
    assert read(tmp_path, ENTRY.format(id="0a1b2c3d4e", plan=plan, state=state), text).findings == ()
    assert notes == said


@pytest.mark.parametrize(
    "wrong",
    [
        "- id: abc\n  plan: some\n  state: mended\n  reason: 已改。\n",
        "- id: 0a1b2c3d4e\n  plan: some\n  state: done\n  reason: 已改。\n",
        "- id: 0a1b2c3d4e\n  plan: some\n  state: mended\n",
        "- id: 0a1b2c3d4e\n  plan: some\n  state: mended\n  reason: 已改。\n  date: 昨天\n",
        2 * "- id: 0a1b2c3d4e\n  plan: some\n  state: mended\n  reason: 已改。\n",
    ],
    ids=["id", "state", "no reason", "date", "twice"],
)
def test_a_decision_that_says_nothing_clear_is_refused_with_its_line(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "findings.yml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(BadInput, match=r"findings\.yml:\d: "):
        load_finding_rulings(path)
