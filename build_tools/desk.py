"""The editor's desk: the publication with all that the checks found, and the files that an office works with. Below
build/, never published.

A work list a plan, to be filled in (xlsx) and to be handed round (docx); the plan's Word file with the findings as
comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from . import curation
from .checks.plan_checks import find_findings
from .model.decisions import Decisions
from .model.edition import Edition, Plan
from .model.facts import Indicator
from .model.findings import Finding
from .model.tasks import FILLED_IN, Task
from .model.text import Text
from .pipeline import convert
from .plan_reading import with_facts_of
from .publishing import desk_folder
from .publishing.commented_document import NotOpened, made_document, with_comments
from .publishing.filled_list import Filled, read_filled
from .publishing.work_lists import document, workbook
from .writers.office.plan_text import plan_text
from .writers.office.remarks import Remark, remarks
from .writers.office.to_decide import to_decide
from .writers.office.work_list import work_list

LIST, NOTED = "待办清单", "核对批注"


@dataclass(frozen=True)
class Made:
    """`content`: pages and data with all findings; `files`: names of the office files; `lost`: findings whose words a
    Word file has not."""

    content: Path
    files: tuple[str, ...]
    lost: tuple[tuple[str, str], ...]


def make_desk(editions: list[Edition], folder: Path) -> Made:
    """Pages and data in `folder`/content, office files in `folder`."""
    shown = [with_findings(edition) for edition in editions]
    convert(shown, folder / "content")
    files: dict[str, bytes] = {}
    lost: list[tuple[str, str]] = []
    for plan in shown[0].plans:
        listed = work_list(shown[0], plan)
        name = plan.card.id
        files[f"{name}-{LIST}.xlsx"] = workbook(listed.columns, listed.rows, listed.tally, listed.names, listed.title)
        files[f"{name}-{LIST}.docx"] = document(listed.columns, listed.rows, listed.title, listed.lead)
        files[f"{name}-{NOTED}.docx"], missed = commented(plan, remarks(shown[0], plan))
        lost += [(name, remark.quote) for remark in missed]
    desk_folder.write(folder, files)
    return Made(folder / "content", tuple(files), tuple(lost))


def make_pages(editions: list[Edition], folder: Path) -> Path:
    """Pages and data in `folder`/content, beside it what can be decided; no office files. Returns the content."""
    shown = [with_findings(edition) for edition in editions]
    convert(shown, folder / "content")
    desk_folder.write_new(folder / "items.json", to_decide(shown[0]))
    return folder / "content"


def with_findings(edition: Edition) -> Edition:
    """On the desk every plan shows what the checks found."""
    shown = replace(
        edition, plans=tuple(replace(plan, card=replace(plan.card, publish_findings=True)) for plan in edition.plans)
    )
    return replace(shown, original=with_findings(edition.original)) if edition.original else shown


def commented(plan: Plan, found: list[Remark]) -> tuple[bytes, list[Remark]]:
    """The very file with comments, where the plan came as a Word file; else, or where that cannot be opened, one made
    of its text."""
    if plan.card.reader == "docx":
        try:
            return with_comments(curation.received(Path(plan.file).parent, plan.card)[0], found)
        except NotOpened:
            pass
    return with_comments(made_document(plan.card.title, plan_text(plan)), found)


@dataclass(frozen=True)
class Reply:
    """What a filled work list says. `waiting`: tasks without a value; `new`: tasks that the list does not have;
    `unknown`: rows whose task is gone; `against`: a task, the value, and what the checks say once it stands in the
    text."""

    filled: int
    waiting: tuple[Task, ...]
    new: tuple[Task, ...]
    unknown: tuple[Filled, ...]
    against: tuple[tuple[Task, str, Finding], ...]


def read_list(edition: Edition, decisions: Decisions, data: bytes, place: str) -> Reply:
    """Raises BadInput for a file that is no work list."""
    rows = {row.id: row for row in read_filled(data, place)}
    tasks = {task.id: task for task in edition.tasks}
    plans = {tasks[id].plan for id in rows if id in tasks}
    listed = {id: task for id, task in tasks.items() if task.plan in plans}
    values = {task: rows[id].value for id, task in listed.items() if id in rows and rows[id].value}
    return Reply(
        len(values) + sum(rows[id].done and not rows[id].value for id in listed if id in rows),
        tuple(task for id, task in listed.items() if id in rows and not (rows[id].value or rows[id].done)),
        tuple(task for id, task in listed.items() if id not in rows),
        tuple(row for id, row in rows.items() if id not in tasks),
        tuple(
            against
            for plan in edition.plans
            if plan.card.id in plans
            for against in contradicted(plan, values, decisions)
        ),
    )


def contradicted(plan: Plan, values: Mapping[Task, str], decisions: Decisions) -> Iterator[tuple[Task, str, Finding]]:
    """What the checks find with the values in their places and did not find before, at one of these places."""
    filled = {task: value for task, value in values.items() if task.plan == plan.card.id and task.kind in FILLED_IN}
    if not filled:
        return
    known = {finding.id for finding in plan.findings}
    findings, _checked = find_findings(with_facts_of(with_values(plan, filled), decisions), decisions.names, known)
    for finding in findings:
        if finding.id not in known:
            for task, value in filled.items():
                if task.address in (finding.address, finding.other_address) and value_in(value, finding):
                    yield task, value, finding
                    break


def value_in(value: str, finding: Finding) -> bool:
    """Whether a finding is about this value, not about another of the same paragraph."""
    return any(value in words for words in (finding.quote, finding.other_quote, *finding.values))


def with_values(plan: Plan, values: Mapping[Task, str]) -> Plan:
    """The plan as it will read: figures and words in their places, cells of the indicator table filled."""
    blocks = []
    for block in plan.blocks:
        text = block.text
        here = [
            (task.span, task.unit, value)
            for task, value in values.items()
            if task.span and task.address == block.address
        ]
        for span, unit, value in sorted(here, key=lambda one: -one[0].start):
            value = value.removesuffix(unit) if unit and len(value) > len(unit) else value
            filled = Text(value, (text.offsets[span.start],) * len(value))
            text = text[: span.start] + filled + text[span.end :]
        blocks.append(replace(block, text=text) if here else block)
    indicators = []
    for row in plan.indicators:
        for task, value in values.items():
            if task.kind == "indicator" and task.line == row.source_line and task.address == row.address:
                row = with_cell(row, task.column, value)
        indicators.append(row)
    return replace(plan, blocks=tuple(blocks), indicators=tuple(indicators))


def with_cell(row: Indicator, column: str, value: str) -> Indicator:
    if column == "baseline":
        return replace(row, baseline=value)
    return replace(row, target=value) if column == "target" else replace(row, annual_growth=value)
