"""Each check has a proof folder: in/plan.txt is an invented text, golden/findings.txt what that check says of it, and
no more.

Every text holds what is wrong and what only looks so. After a change that is meant, write the golden files anew with
python tests/checks/test_proofs.py, and read the difference.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if __name__ == "__main__":  # pytest has the path from its settings
    sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from small_plan import read_folder, write_plan  # noqa: E402 # the paths come first

from build_tools.checks.plan_checks import CHECKS  # noqa: E402 # the paths come first
from build_tools.writers.pages.findings import CHECKS as NAMES  # noqa: E402 # the paths come first

PROOFS = {folder.name: folder for folder in sorted((HERE / "proofs").iterdir())}


def told(folder: Path, check: str) -> str:
    """A line a finding of this check: tier, class, sentence, and what it quotes."""
    with tempfile.TemporaryDirectory() as name:
        text = (folder / "in" / "plan.txt").read_text(encoding="utf-8")
        write_plan(Path(name), "some", text, reader="word_dump")
        found = read_folder(Path(name) / "some").findings
    return "".join(
        f"{one.tier} | {one.kind} | {one.explanation('zh')} | {one.quote} | {one.other_quote} | {one.computed}\n"
        for one in found
        if one.check == check
    )


@pytest.mark.parametrize("check", PROOFS)
def test_a_check_says_of_its_proof_what_is_written_there(check: str) -> None:
    """What is wrong is told once, what only looks wrong is not told."""
    golden = (PROOFS[check] / "golden" / "findings.txt").read_text(encoding="utf-8")
    assert golden.strip()
    assert told(PROOFS[check], check) == golden


def test_every_check_has_a_proof() -> None:
    assert {name for name, _ in CHECKS} == set(PROOFS)


def test_every_check_has_a_name_on_the_page() -> None:
    """A reader sees words, not the code of a check."""
    assert {name for name, _ in CHECKS} <= set(NAMES)


if __name__ == "__main__":
    for name, folder in PROOFS.items():
        (folder / "golden").mkdir(exist_ok=True)
        (folder / "golden" / "findings.txt").write_text(told(folder, name), encoding="utf-8")
