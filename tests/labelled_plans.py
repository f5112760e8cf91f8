"""Invented plans with labels (plans/*.yml): what the program reads in them, beside what a person read.

A label is "value unit | words | per | @year | comparator"; the words must stand in subject or context. `doubts` are
figures whose clause leaves open what belongs to what: no row may come of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import yaml

from build_tools.analyses.projects import find_projects
from build_tools.analyses.targets import read_targets
from build_tools.model.facts import Project, Target
from build_tools.model.outline import Block, TableCell, Unit
from build_tools.model.text import Text

PLANS = Path(__file__).parent / "analyses" / "plans"
SIGNS = (">=", "<=", ">", "<", "≈")


class Label(NamedTuple):
    value: str
    unit: str
    words: tuple[str, ...]
    per: str
    year: int
    sign: str


@dataclass
class Score:
    """Counts of one plan, and a line for everything that differs from its label."""

    labels: int = 0
    found: int = 0
    rows: int = 0
    whole: int = 0
    per_labels: int = 0
    per: int = 0
    year: int = 0
    sign: int = 0
    names: int = 0
    names_found: int = 0
    name_rows: int = 0
    sums: int = 0
    sums_right: int = 0
    told: list[str] = field(default_factory=list)


def read_label(words: str, year: int) -> Label:
    what, *rest = (part.strip() for part in words.split(" | "))
    value, _, unit = what.partition(" ")
    said = rest.pop(0) if rest else ""
    sign = next((part for part in rest if part in SIGNS), "=")
    years = [int(part[1:]) for part in rest if part.startswith("@")]
    per = next((part for part in rest if part not in SIGNS and not part.startswith("@")), "")
    return Label(value, unit, tuple(said.split()), per, years[0] if years else year, sign)


def score(file: Path) -> Score:
    plan = yaml.safe_load(file.read_text(encoding="utf-8"))
    period = tuple(plan["period"])
    units: list[Unit] = []
    blocks: list[Block] = []
    labels: dict[str, list[Label]] = {}
    either: dict[str, list[str]] = {}  # values and names that are neither right nor wrong
    names: dict[str, list[tuple[str, str, str]]] = {}
    at = 0
    for number, section in enumerate(plan["sections"], 1):
        unit = f"p/{number:02}"
        units.append(Unit(unit, "chapter", Text.at("", at), Text.at(section["title"], at), number))
        kind = section.get("kind", "paragraph")
        for place, block in enumerate(section["blocks"], 1):
            address = f"{unit}@1.{place}" if kind.startswith("box") else f"{unit}#{place}"
            text = block.get("p", "")
            rows = tuple(tuple(TableCell(Text.at(cell, at)) for cell in row) for row in block.get("rows", ()))
            blocks.append(Block(address, unit, kind, Text.at(text, at), (1, 1), rows=rows))
            at += len(text) + 1
            labels[address] = [read_label(words, section.get("year", period[1])) for words in block.get("t", ())]
            either[address] = [
                words.split(" | ")[0].replace(" ", "") for words in (*block.get("b", ()), *block.get("m", ()))
            ]
            names[address] = [words.partition(" | ") for words in block.get("n", ())]
    projects = find_projects("p", tuple(units), tuple(blocks), [0], plan["name"], since=period[0])
    targets, _ = read_targets("p", period, tuple(units), tuple(blocks), [0], plan["name"], projects)
    out = Score()
    for block in blocks:
        text = block.text.string
        open_to_doubt = either[block.address]
        rows = [row for row in targets if row.address == block.address and printed(row) + row.unit not in open_to_doubt]
        named = [row for row in projects if row.address == block.address and row.name not in open_to_doubt]
        compare_targets(out, labels[block.address], rows, text)
        compare_projects(out, names[block.address], named, text)
    return out


def compare_targets(out: Score, labels: list[Label], rows: list[Target], text: str) -> None:
    out.labels += len(labels)
    out.rows += len(rows)
    out.per_labels += sum(bool(label.per) for label in labels)
    free = list(rows)
    for label in labels:
        same = [row for row in free if (printed(row), row.unit) == (label.value, label.unit)]
        row = next((row for row in same if row.per == label.per), same[0] if same else None)
        if row is None:
            out.told.append(f"missed: {label.value}{label.unit} {' '.join(label.words)} | {text}")
            continue
        free.remove(row)
        out.found += 1
        lacking = [word for word in label.words if word not in row.subject + row.context]
        out.whole += not lacking
        out.year += row.by_year == label.year
        out.sign += row.comparator == label.sign
        out.per += bool(label.per) and row.per == label.per
        if lacking:
            out.told.append(f"subject: {lacking} not in {row.subject} | {row.context} | {row.quote}")
        for name, got, want in (
            ("per", row.per, label.per),
            ("year", row.by_year, label.year),
            ("sign", row.comparator, label.sign),
        ):
            if got != want:
                out.told.append(f"{name}: {got} instead of {want} | {row.quote}")
    out.told += [f"false: {printed(row)}{row.unit} {row.subject} | {row.quote} | {text}" for row in free]


def printed(row: Target) -> str:
    return row.value + (f"-{row.value_high}" if row.value_high else "")


def compare_projects(out: Score, labels: list[tuple[str, str, str]], rows: list[Project], text: str) -> None:
    out.names += len(labels)
    out.name_rows += len(rows)
    free = list(rows)
    for name, _, money in labels:
        row = next((row for row in free if re.sub(r"项目|工程", "", row.name) == re.sub(r"项目|工程", "", name)), None)
        out.sums += bool(money)
        if row is None:
            out.told.append(f"project missed: {name} | {text}")
            continue
        free.remove(row)
        out.names_found += 1
        out.sums_right += bool(money) and row.investment == money
        if money != row.investment:
            out.told.append(f"sum: {row.investment} instead of {money} | {name}")
    out.told += [f"false project: {row.name} | {text}" for row in free]
