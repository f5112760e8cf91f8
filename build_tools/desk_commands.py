"""Commands of the editor's desk: making it, and reading a filled work list back."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from . import publish
from .model.edition import BadInput, Edition
from .model.output_texts import said
from .report import Report

SHOWN = 20  # lines of a kind that are printed; --json has all


def make(options: Namespace, editions: list[Edition]) -> int:
    """Pages, work lists and commented files in build/desk."""
    from . import desk

    report = Report(options)
    if options.pages:
        site = publish.build_desk_pages(desk.make_pages(editions, options.pages), options.pages)
        report.result(str(site / "index.html"), site=str(site))
        return 0
    folder = publish.build_of(options.out) / "desk"
    report.progress("desk-making", at_once=True, folder=folder)
    made = desk.make_desk(editions, folder)
    site = publish.build_desk_site(made.content, folder)
    for plan, quote in made.lost:
        report.progress("desk-lost", plan=plan, quote=quote)
    report.result(
        report.words("desk", folder=folder, site=site.relative_to(folder) / "index.html", files=", ".join(made.files)),
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
    print(said("reply", options.tongue, file=file, **counts))
    for entry in against:
        print(said("reply-against", options.tongue, **entry))
    for row in reply.unknown:
        print(said("reply-unknown", options.tongue, id=row.id, value=row.value))
    found = {one.id: one.explanation(options.tongue) for plan in edition.plans for one in plan.findings}
    for name in ("new", "waiting"):
        tasks = getattr(reply, name)
        for task in tasks[:SHOWN]:
            words = found.get(task.finding) or task.missing or task.sentence
            print(said(f"reply-{name}", options.tongue, place=place_of(task.address, task.line), missing=words))
        tell_rest(tasks)
    return 1 if against else 0


def tell_rest(tasks: Sequence[object]) -> None:
    if len(tasks) > SHOWN:
        print(f"… +{len(tasks) - SHOWN}")


def place_of(address: str, line: int) -> str:
    return f"{address} ({line})"
