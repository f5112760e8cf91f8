"""Commands of the editor's desk: making it, and reading a filled work list back."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from . import publish
from .model.edition import BadInput, Edition
from .report import Report

SHOWN = 20  # lines of a kind that are printed; --json has all

WORDS = {
    "made": (
        "{folder}: {site} (open it from disk), {files}.",
        "{folder}：{site}（可直接打开），{files}。",
    ),
    "lost": (
        "{plan}: the Word file does not have the words “{quote}”; this finding is on the page only.",
        "{plan}：Word 文件中找不到“{quote}”，此处所得只在网页上。",
    ),
    "reply": (
        "{file}: {filled} filled in, {waiting} still open, {new} not on the list, {against} against the text.",
        "{file}：已填 {filled} 处，未填 {waiting} 处，清单上没有的 {new} 处，与文本不合的 {against} 处。",
    ),
    "waiting": ("open      {place}: {missing}", "未填      {place}：{missing}"),
    "new": ("new       {place}: {missing}", "新增      {place}：{missing}"),
    "unknown": (
        "unknown   {id} {value}: no such task any more; its sentence was changed or filled in.",
        "已无此项  {id} {value}：原句已改或已填。",
    ),
    "against": ("against   {place}: {value} — {finding}", "不合      {place}：{value} — {finding}"),
}


def said(code: str, options: Namespace, **values: object) -> str:
    return WORDS[code][options.tongue == "zh"].format(**values)


def make(options: Namespace, editions: list[Edition]) -> int:
    """Pages, work lists and commented files in build/desk."""
    from . import desk

    report = Report(options)
    if options.pages:
        site = publish.build_desk_pages(desk.make_pages(editions, options.pages), options.pages)
        report.result(str(site / "index.html"), site=str(site))
        return 0
    folder = publish.build_of(options.out) / "desk"
    report.progress(str(folder), at_once=True)
    made = desk.make_desk(editions, folder)
    site = publish.build_desk_site(made.content, folder)
    for plan, quote in made.lost:
        report.progress(said("lost", options, plan=plan, quote=quote))
    report.result(
        said("made", options, folder=folder, site=site.relative_to(folder) / "index.html", files=", ".join(made.files)),
        folder=str(folder),
        site=str(site),
        files=list(made.files),
        lost=[list(one) for one in made.lost],
    )
    return 0


def read_back(options: Namespace, edition: Edition) -> int:
    """What a filled list leaves open, and what its values contradict; exit 1 if they contradict anything."""
    from . import desk, pipeline

    file: Path = options.worklist
    if not file.is_file():
        raise BadInput("no-such-file", place=str(file))
    reply = desk.read_list(edition, pipeline.load_decisions(options.curated), file.read_bytes(), str(file))
    counts = {
        "filled": reply.filled,
        "waiting": len(reply.waiting),
        "new": len(reply.new),
        "against": len(reply.against),
    }
    against = [
        {"place": place_of(task.address, task.line), "value": value, "finding": finding.explanation(options.tongue)}
        for task, value, finding in reply.against
    ]
    if options.json:
        lists = {name: [[t.id, t.address, t.missing] for t in getattr(reply, name)] for name in ("waiting", "new")}
        unknown = [[row.id, row.value] for row in reply.unknown]
        print(json.dumps(counts | {"lists": lists, "unknown": unknown, "contradicted": against}, ensure_ascii=False))
        return 1 if against else 0
    print(said("reply", options, file=file, **counts))
    for entry in against:
        print(said("against", options, **entry))
    for row in reply.unknown:
        print(said("unknown", options, id=row.id, value=row.value))
    found = {one.id: one.explanation(options.tongue) for plan in edition.plans for one in plan.findings}
    for name in ("new", "waiting"):
        tasks = getattr(reply, name)
        for task in tasks[:SHOWN]:
            words = found.get(task.finding) or task.missing or task.sentence
            print(said(name, options, place=place_of(task.address, task.line), missing=words))
        tell_rest(tasks)
    return 1 if against else 0


def tell_rest(tasks: Sequence[object]) -> None:
    if len(tasks) > SHOWN:
        print(f"… +{len(tasks) - SHOWN}")


def place_of(address: str, line: int) -> str:
    return f"{address} ({line})"
