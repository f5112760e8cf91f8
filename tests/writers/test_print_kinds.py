"""What print hands to the typesetter: typed nodes, each with a rule in every design."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from build_tools import settings
from build_tools.model.translation import in_chinese
from build_tools.writers.print.kinds import KINDS, Cell, Heading, as_data
from build_tools.writers.print.volume import print_models

DESIGNS = settings.ROOT / "build_tools" / "publishing" / "typst"
LOOKS = re.compile(r"#node-by-node\(\((?P<looks>[^)]*)\)\)")


@pytest.mark.parametrize("design", ["book.typ", "gongwen.typ"])
def test_every_kind_has_a_rule_in_every_design(design: str) -> None:
    """A node that a design does not know would stop the printing of a plan."""
    match = LOOKS.search((DESIGNS / design).read_text(encoding="utf-8"))
    assert match
    assert {look.partition(":")[0].strip() for look in match["looks"].split(",")} == {node.kind for node in KINDS}


def test_designs_ask_for_nothing_that_no_node_has() -> None:
    """A field that was renamed in Python is renamed in the designs, too."""
    known = {field.name for kind in KINDS for field in fields(kind)} | {"kind", "at"}
    asked = {
        name
        for path in Path(DESIGNS).glob("*.typ")
        for name in re.findall(r"\bnode\.([a-z_]+)", path.read_text(encoding="utf-8"))
    }
    assert asked
    assert asked <= known


def test_all_nodes_of_the_plans_are_of_a_known_kind(edition) -> None:
    """Plans, appendices and the comparison are made of the kinds that are declared, and of all of them."""
    found = {node["kind"] for model in print_models(edition).values() for node in model["nodes"]}
    assert found == {node.kind for node in KINDS}


def test_what_is_not_said_is_left_out() -> None:
    """As data a node has its kind, no empty fields, and no sign that a font would have to show."""
    assert as_data(Heading(1, "", "plan/03", "chapter", in_chinese("发展目标"), True)) == {
        "kind": "heading",
        "level": 1,
        "number": "",
        "address": "plan/03",
        "role": "chapter",
        "title": "发展目标",
        "chinese": True,
    }
    assert "page_of" not in as_data(Cell([]))
