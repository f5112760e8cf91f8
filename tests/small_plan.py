"""Small plans for single rules: a text goes through the stages without touching a file, or lies in a folder of its
own."""

from __future__ import annotations

from pathlib import Path

from build_tools import pipeline, plan_reading
from build_tools.cleaning import clean
from build_tools.model.decisions import Decisions
from build_tools.model.edition import Plan, Problem
from build_tools.model.outline import Outline
from build_tools.model.text import Draft, Source
from build_tools.outline import build_outline
from build_tools.readers import NAMES, read_file

CARD = {
    "name": "某县",
    "title": "某县国民经济和社会发展第十五个五年规划纲要",
    "period": "[2026, 2030]",
    "status": "draft",
    "reader": "ocr_markdown",
}


def read(text: str | bytes, reader: str = "ocr_markdown") -> tuple[Source, Draft, Outline, list[Problem]]:
    """Source, clean draft, outline and problems of a text."""
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    form, (source, draft) = read_file(data, "plan.txt", reader)
    draft = clean(draft, form)
    outline, problems = build_outline(draft, "some")
    return source, draft, outline, problems


def between(text: str) -> str:
    """The text, mostly a table, between a paragraph and the next chapter of a plan."""
    return f"第一章 项目\n\n安排重点项目如下。\n\n{text}\n\n第二章 保障\n\n加强组织领导，落实工作责任，确保各项任务落到实处。\n"


def write_plan(sources: Path, folder_name: str, text: str | bytes, /, **card: str | None) -> Path:
    """A source folder; keyword arguments replace lines of plan.yml, None leaves one out."""
    folder = sources / folder_name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.txt").write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    values = {key: value for key, value in (CARD | {"file": "plan.txt"} | card).items() if value is not None}
    (folder / "plan.yml").write_text("".join(f"{key}: {value}\n" for key, value in values.items()), encoding="utf-8")
    return folder


def read_folder(folder: Path) -> Plan:
    """The plan in a source folder, without curated decisions; names that were changed hold for every plan."""
    card = pipeline.curation.load_card(folder, NAMES)
    names = pipeline.curation.load_changed_names(pipeline.settings.CURATED / "names.yml")
    return plan_reading.read_plan(folder, card, Decisions(names=names))
