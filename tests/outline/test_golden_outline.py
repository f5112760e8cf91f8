"""The structure found in the two plans is the one a person read in them (golden/README.md)."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from readable import show_outline, squeezed

from build_tools.model.address import Address
from build_tools.model.edition import Plan
from build_tools.model.outline import Block, opens_page

GOLDEN = Path(__file__).parents[1] / "golden"
IDEOGRAPH = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
BOX = re.compile(r" *(\d+)–(\d+)  (?:\[(.+?)\] )?(.*)")
ITEM = re.compile(r" {6,}(\d+)  (?:([\d①-⑳]+[.、]?) )?(.*)…")


def table(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_headings(plan: Plan) -> None:
    """Every heading has the number, words, level and line that a person read, and there is no other."""
    assert show_outline(plan.units) == (GOLDEN / f"outline_{plan.card.id}.txt").read_text(encoding="utf-8")


def test_boxes(plan: Plan) -> None:
    """The labelled boxes have their number, title and every item, on the lines where they stand."""
    found = {block.lines[0]: block for block in plan.blocks if block.kind == "box"}
    for description in (GOLDEN / f"boxes_{plan.card.id}.txt").read_text(encoding="utf-8").strip().split("\n\n"):
        head, *items = description.split("\n")
        first, last, number, title = BOX.fullmatch(head).groups()
        box = found[int(first)]
        assert box.lines == (int(first), int(last)), head
        assert squeezed(box.text.string) == squeezed(title)
        assert not number or box.marker.string == number
        assert [shown(item) for item in items_of(plan, box)] == [labelled(item) for item in items], head


def items_of(plan: Plan, box: Block) -> list[Block]:
    return [
        block
        for block in plan.blocks
        if block.kind in ("box_item", "box_subitem") and block.address.startswith(box.address + ".")
    ]


def shown(item: Block) -> tuple[int, str, str]:
    """Line, number and the first eight signs: labels give ten, blanks and marks of the scanner among them."""
    return item.lines[0], item.marker.string, squeezed(item.text.string)[:5]


def labelled(item: str) -> tuple[int, str, str]:
    line, number, head = ITEM.fullmatch(item).groups()
    return int(line), number or "", squeezed(head)[:5]


def test_chapters(plan: Plan) -> None:
    """Every chapter has the right number of headings, paragraphs, boxes and items, and every single ideograph."""
    got = [measure(plan, unit.address) for unit in plan.units if opens_page(unit)]
    want = [
        (
            row["chapter"],
            *(int(row[column]) for column in ("headings", "paragraphs", "boxes", "box_items", "ideographs")),
        )
        for row in table(f"chapters_{plan.card.id}.csv")
    ]
    assert got == want


def measure(plan: Plan, chapter: str) -> tuple:
    units = [unit for unit in plan.units if Address(unit.address).chapter == chapter]
    blocks = [block for block in plan.blocks if Address(block.unit).chapter == chapter]
    words = [unit.number.string + unit.title.string for unit in units]
    words += [
        block.marker.string + block.text.string + "".join(cell.text.string for row in block.rows for cell in row)
        for block in blocks
    ]

    def count(*kinds: str) -> int:
        return sum(block.kind in kinds for block in blocks)

    return (
        chapter.split("/")[1],
        len(units),
        count("paragraph", "item"),
        count("box"),
        count("box_item"),
        sum(len(IDEOGRAPH.findall(part)) for part in words),
    )


def test_cuts_are_joined_and_true_ends_are_not(plan: Plan) -> None:
    """A text that a page or a line end cut is one text again, without a blank between; two texts stay two."""
    texts = [
        (block.lines, squeezed(block.text.string or "".join(cell.text.string for row in block.rows for cell in row)))
        for block in plan.blocks
    ]
    single = [block.lines for block in plan.blocks if block.kind not in ("table", "box")]
    rows = [row for row in table("cuts.csv") if row["plan"] == plan.card.id]
    assert rows
    for row in rows:
        first, second = int(row["first_line"]), int(row["second_line"])
        if row["one_text"] == "yes":
            seam = squeezed(row["before"] + row["after"])
            assert any(lines[0] <= first and second <= lines[1] and seam in text for lines, text in texts), row
        else:
            assert not any(lines[0] <= first and second <= lines[1] for lines in single), row
