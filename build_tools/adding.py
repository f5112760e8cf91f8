"""Files as received → folders below content/sources, each with a card: new plans, and new editions of plans that are
there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from . import curation, pipeline, plan_reading
from .chinese.numerals import to_numeral
from .model.edition import BadInput, HeadingRulings, Plan, PlanCard
from .model.problems import Problem
from .model.text import Draft, Line
from .publishing import source_folder
from .readers import NAMES, ORIGINS, read_file, read_files


def add_plan(file: Path, sources: Path, curated: Path, more: Sequence[Path] = ()) -> Plan:
    """A file as received → a folder of its own with a proposed card, and the plan read from it. `more`: further files
    of the same plan, in order. Raises BadInput with nothing changed."""
    files = dict(zip(names_of([file, *more]), map(bytes_of, [file, *more]), strict=True))
    form, (source, draft) = read_files(list(zip(files.values(), map(str, [file, *more]), strict=True)))
    values, guessed = curation.propose(texts_of(draft), file.stem)
    identity = curation.identity_of(str(values["name"]), lambda name: (sources / name).exists(), values["period"][0])
    values |= {"files": list(files)} if more else {"file": file.name}
    values |= {"sha256": source.sha256, "origin": ORIGINS[form][1], "medium": ORIGINS[form][0]}
    decisions = pipeline.load_decisions(curated)
    unsure = ["medium"] if form == "word_dump" else []
    card = curation.proposed(values, [*guessed, *unsure]).encode("utf-8")
    folder = source_folder.place(sources, identity, files | {"plan.yml": card})
    try:
        return plan_reading.read_plan(folder, curation.load_card(folder, NAMES), decisions)
    except BadInput:
        source_folder.take_away(folder)
        raise


def names_of(files: Sequence[Path]) -> list[str]:
    """a/1.pdf, b/1.pdf → 1.pdf, 2-1.pdf: no file takes the place of another."""
    names: list[str] = []
    for number, file in enumerate(files, 1):
        names.append(file.name if file.name not in names else f"{number}-{file.name}")
    return names


def replace_plan(identity: str, file: Path, sources: Path, curated: Path, name: str = "", date: str = "") -> Plan:
    """A new edition of a plan that is there: the former file moves to editions/, the card names the new one."""
    folder = sources / identity
    if not (folder / "plan.yml").is_file():
        raise BadInput("add-no-plan", place=str(folder))
    card, data = curation.load_card(folder, NAMES), bytes_of(file)
    if card.files:
        raise BadInput("add-several", place=str(folder / "plan.yml"))
    form, (source, _) = read_file(data, str(file))
    number = len(source_folder.editions_of(folder)) + 1
    guessed = ["date"] if name else ["name", "date"]
    record = curation.edition_record(name or f"第{to_numeral(number)}稿", date, card.file, guessed)
    text = (folder / "plan.yml").read_text(encoding="utf-8")
    gone = ("reader",) if card.reader not in ("", form) else ()
    mended = curation.with_file(text, {"file": file.name, "sha256": source.sha256}, gone).encode("utf-8")
    decisions = pipeline.load_decisions(curated)
    source_folder.replace(
        folder, card.file, f"{number:02}", {file.name: data, "plan.yml": mended}, record.encode("utf-8")
    )
    plan = plan_reading.read_plan(folder, curation.load_card(folder, NAMES), decisions)
    return replace(plan, problems=(*line_doubts(plan.card), *plan.problems))


def line_doubts(card: PlanCard) -> list[Problem]:
    """What the card says of lines was said of the former file."""
    keys = [key for key in ("numbering_as_printed", "headings") if getattr(card, key) not in ((), HeadingRulings())]
    return [Problem("warning", "lines-moved", 1, (", ".join(keys),))] if keys else []


def bytes_of(file: Path) -> bytes:
    if not file.is_file():
        raise BadInput("add-folder" if file.is_dir() else "no-such-file", place=str(file))
    if file.name == "plan.yml" or file.name.startswith(".") or not file.name.isprintable():
        raise BadInput("add-name", place=str(file))
    return file.read_bytes()


def texts_of(draft: Draft) -> list[str]:
    """Lines of the text and of its contents, from the beginning; tables left out."""
    lines = [line for line in (*draft.lines, *draft.contents) if isinstance(line, Line)]
    return [line.string for line in sorted(lines, key=lambda line: line.number)]
