"""What each command does: call the pipeline, then tell people what came of it.

Loading the pipeline with all its stages takes longer than building a site, so only commands that read texts do.
"""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from . import desk_commands, publish, translating
from .inputs import edition_of
from .model import settling
from .model.edition import BadInput, Edition, FileFailed, Plan, Problem
from .model.output_texts import name_of, said
from .model.printed import Printed
from .report import Report, check_command, named


def read(options: Namespace, report: Report, stop: bool = True) -> list[Edition]:
    """The edition, and its translations. `stop`: at what must not be published."""
    from . import pipeline

    tell_left_out(options, report)
    edition = edition_of(options, report, stop=stop, all_pairs=options.all_pairs, without=options.without)
    return pipeline.editions_of(edition, options.curated, publish.store_of(options))


def tell_left_out(options: Namespace, report: Report) -> None:
    if options.without:
        report.note("without", names=", ".join(options.without))


def convert(options: Namespace, editions: list[Edition] | None = None) -> int:
    from . import pipeline

    report = Report(options)
    editions = editions or read(options, report)
    plans = editions[0].plans
    changed = pipeline.convert(
        editions,
        options.out,
        check=options.check,
        compiled=None if options.check else publish.compiled_templates(options.out),
        store=publish.store_of(options),
    )
    doubts = sum(problem.severity == "warning" for plan in plans for problem in plan.problems)
    figures: dict[str, object] = {"plans": len(plans), "changed": changed, "doubts": doubts}
    if options.check and changed:
        report.told("not-as-given", figures, files=", ".join(changed))
        return 1
    doubtful = pipeline.badly_read(editions[0], options.tongue)
    figures["badly_read"] = doubtful
    code = "as-given" if options.check else "converted"
    words = report.words(code, plans=len(plans), files=len(changed), doubts=doubts)
    report.result("\n".join([*doubtful, words]), **figures)
    return 0


WEIGHTS = ("error", "warning", "note")
SHOWN = 20  # problems that add prints; check lists all
LISTED = 12  # files that a line names


def add(options: Namespace) -> int:
    """Files as received, each a plan of its own, or one a new edition. Exit 1 if a plan is in but cannot be published
    yet."""
    from . import adding

    report = Report(options)
    if options.replace and len(options.files) > 1:
        raise BadInput("add-one-file")
    plans = []
    first, *more = options.files
    for number, file in enumerate([first] if options.together else options.files, 1):
        report.progress("reading", number=number, of=len(options.files), name=file)
        plans.append(
            adding.replace_plan(options.replace, file, options.sources, options.curated, options.name, day_of(file))
            if options.replace
            else adding.add_plan(file, options.sources, options.curated, more if options.together else ())
        )
    for plan in plans:
        tell_added(plan, options, report)
    return 1 if any(problem.severity == "error" for plan in plans for problem in plan.problems) else 0


def day_of(file: Path) -> str:
    """When the file was last changed, as a date."""
    return time.strftime("%Y-%m-%d", time.gmtime(file.stat().st_mtime)) if file.is_file() else ""


def tell_added(plan: Plan, options: Namespace, report: Report) -> None:
    """What came of one file: where it lies, how it was read, what to look at first, what to do next."""
    card = plan.card
    found = sorted(plan.problems, key=lambda problem: (WEIGHTS.index(problem.severity), problem.line))
    folder = options.sources / card.id
    tongue, check_it = options.tongue, check_command(options)
    levels = Counter(unit.level for unit in plan.units)
    counts = ", ".join(f"{count} {name_of(level, tongue)}" for level, count in levels.items())
    first, last = card.period
    read_as = {"reader": card.reader, "title": card.title, "first": first, "last": last}
    words = [report.words("added", file=plan.file, status=name_of(card.status, tongue), **read_as)]
    words.append(report.words("found", counts=counts, indicators=len(plan.indicators)))
    words += [
        f"{name_of(problem.severity, tongue):<8}{settling.told(problem, plan.file, check_it, tongue)}"
        for problem in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        words.append(report.words("more", count=len(found) - SHOWN, check=check_it))
    all_of_it = check_command(options, "all")
    words.append(report.words("added-next", card=folder / "plan.yml", check=check_it, all=all_of_it))
    report.result(
        "\n".join(words),
        plan=card.id,
        folder=str(folder),
        format=card.reader,
        title=card.title,
        guessed=list(card.guessed),
        problems=[
            {"line": p.line, "severity": p.severity, "code": p.code, "what": p.sentence(plan.file, tongue)}
            for p in found
        ],
    )


def check(options: Namespace) -> int:
    """Exit 1 if any problem is an error; errors that stop conversion come as bad input."""
    if options.accept or options.undo:
        from . import deciding

        report = Report(options)
        deciding.decide(options, lambda: edition_of(options, report, stop=False), report)
        return 0
    from . import pipeline

    report = Report(options)
    edition = edition_of(options, report, stop=False, without=options.without)
    if options.worklist:
        return desk_commands.read_back(options, edition)
    pipeline.editions_of(edition, options.curated)  # a translation that cannot be read stops conversion, too
    edition = pipeline.with_unprintable(edition)
    found = [(plan, problem) for plan in edition.plans for problem in pipeline.weighed_problems(plan)]
    about_decisions = [(edition.plans[0], problem) for problem in edition.problems]
    if options.json:
        rows = [as_row(plan, problem, options) for plan, problem in [*found, *about_decisions]]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for plan, problem in [*found, *about_decisions]:
            if problem.severity == "error" or not options.quiet:
                word = name_of(problem.severity, options.tongue)
                print(f"{word:<8}{settling.told(problem, plan.file, check_command(options), options.tongue)}")
        for plan in edition.plans if not options.quiet else ():
            tell_findings(plan, options)
    return 1 if any(problem.severity == "error" for _, problem in found) else 0


def tell_findings(plan: Plan, options: Namespace) -> None:
    """How many places the checks of the plan against itself ask about; the desk shows them."""
    waiting = [one.tier for one in plan.findings if one.state == "open" and not one.reason]
    if waiting:
        counts = {"sure": waiting.count("sure"), "ask": waiting.count("ask")}
        print(named(said("findings-waiting", options.tongue, plan=plan.card.short, total=len(waiting), **counts)))


def as_row(plan: Plan, problem: Problem, options: Namespace) -> dict[str, object]:
    """A problem for programs, with the command that settles it."""
    return {
        "id": problem.id,
        "plan": "" if problem.file else plan.card.id,
        "file": problem.file or plan.file,
        "line": problem.line,
        "severity": problem.severity,
        "code": problem.code,
        "what": problem.sentence(plan.file, options.tongue),
        "settle": settling.remedy(problem, check_command(options), options.tongue),
    }


def site(options: Namespace) -> int:
    report = Report(options)
    target = options.to or publish.build_of(options.out) / "site"
    report.progress("building-site", at_once=True, folder=target)
    made = publish.build_site(content_without(options, report) if options.without else options.out, target)
    if made.outdated:  # a reader who took them along would have another text than the page shows
        report.note("outdated", files=", ".join(few(made.outdated)))
    figures: dict[str, object] = {"files": made.files, "folder": str(target)}
    report.told("site", figures, files=made.files, folder=target, page=target / "index.html")
    return 0


def content_without(options: Namespace, report: Report) -> Path:
    """Pages and data of the other plans, in a folder of their own below build/."""
    from . import pipeline

    options.all_pairs = False
    content = publish.build_of(options.out) / "without"
    pipeline.convert(read(options, report), content)
    return content


def offline(options: Namespace) -> int:
    report = Report(options)
    target = publish.build_of(options.out)
    report.progress("building-offline", at_once=True, folder=target)
    made = publish.build_bundle(options.out, target)
    said = {"archive": str(made.archive), "folder": str(made.folder), "files": made.files, "sha256": made.sha256}
    report.told("offline", said | {"bytes": made.size}, **said, size=megabytes(made.size))
    return 0


def megabytes(size: int) -> str:
    return f"{size / 1e6:.1f}"


def pdf(options: Namespace, editions: list[Edition] | None = None) -> int:
    """A design whose faces are not on this machine is printed in 宋, and that is said. Exit 1 if a volume failed; the
    others are there."""
    from . import pipeline

    if options.fonts and not options.fonts.is_dir():
        raise BadInput("no-fonts-folder", place=str(options.fonts))
    report = Report(options)
    target = publish.build_of(options.out) / "pdf"
    printed = pipeline.editions_to_print(editions or read(options, report), options.language, options.style)
    failed, replaced = False, tuple[str, ...]()
    made: Sequence[Printed]
    try:
        made, replaced = pipeline.print_pdf(
            printed,
            target,
            options.style,
            options.plan,
            options.chapter,
            options.fonts,
            options.chapters,
            store=publish.store_of(options),
        )
    except FileFailed as error:
        made, failed = error.made, True
        print(error.refused.sentence(options.tongue), file=sys.stderr)
    if lost := sorted({sign for file in made for sign in file.substituted}):
        report.note("substituted", signs=", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lost))
    if replaced:
        report.note("fonts", faces="、".join(replaced))
    listed = [report.words("pdf-file", file=file.name, pages=file.pages, size=file.size // 1024) for file in made]
    figures = {
        "files": {file.name: {"pages": file.pages, "bytes": file.size} for file in made},
        "replaced": list(replaced),
    }
    report.told("pdfs", figures, count=len(made), folder=target, files=", ".join(few(listed)))
    return 1 if failed else 0


def few(names: Sequence[str]) -> list[str]:
    """The first of them, and that there are more."""
    return [*names[:LISTED], *["…"] * (len(names) > LISTED)]


def write_trace(out: Path, trace: str) -> Path:
    """The file that now holds the trace of an unexpected error."""
    return publish.write_trace(out, trace)


def desk(options: Namespace) -> int:
    """The editor's desk: what the checks found in every plan, work lists, Word files with comments.

    In a browser a plan with errors is shown, too: there they can be settled.
    """
    return desk_commands.make(options, read(options, Report(options), stop=not options.pages))


def everything(options: Namespace) -> int:
    """The texts are read once. A PDF that fails stops neither site nor bundle; it is said, and the end is 1."""
    options.check = False
    options.style, options.language, options.plan, options.chapter, options.chapters = "book", "", "", None, True
    editions = read(options, Report(options))
    convert(options, editions)
    try:
        failed = pdf(options, editions)
    except BadInput as error:
        print(error.sentence(options.tongue), file=sys.stderr)
        failed = 1
    return max(failed, site_and_bundle(options))


def site_and_bundle(options: Namespace) -> int:
    """Both in one go, which is quicker than one after the other; so the site can offer the bundle."""
    report = Report(options)
    target = publish.build_of(options.out)
    report.progress("building-both", at_once=True, folder=target)
    made = publish.publish(options.out, target, target / "site", target / "offline")
    bundle = made.whole_bundle
    said = {"files": made.files, "folder": str(target / "site"), "archive": str(bundle.archive)} | {
        "sha256": bundle.sha256
    }
    report.told("site-and-bundle", said | {"bytes": bundle.size}, **said, size=megabytes(bundle.size))
    return 0


def serve(options: Namespace) -> int:
    """Until the user stops it; its address comes first."""
    if options.desk:
        from . import desk_serving

        return desk_serving.serve(options)
    publish.serve_site(
        options.sources,
        options.curated,
        options.out,
        options.port,
        Report(options).say,
        options.tongue,
    )
    return 0


def links(options: Namespace) -> int:
    """--explain A B: why two sections are (not) linked; without it, how many links there are."""
    from . import pipeline

    report = Report(options)
    edition = edition_of(options, report, all_pairs=options.all_pairs)
    if options.explain:
        here, there = options.explain
        lines = pipeline.explain_link(edition, options.curated, here, there, options.tongue)
        lines.append(settling.link_words(here, there, check_command(options), options.tongue))
        report.result("\n".join(lines), lines=lines)
        return 0
    origins = Counter(link.decision or link.origin for link in edition.links)
    kinds = ", ".join(f"{count} {name_of(name, options.tongue)}" for name, count in sorted(origins.items()))
    report.told("links", dict(origins), count=len(edition.links), kinds=kinds)
    return 0


def new(options: Namespace) -> int:
    """An empty publication in a folder of its own."""
    from . import starting

    return starting.new(options)


COMMANDS: dict[str, tuple[Callable[[Namespace], int], str]] = {
    "new": (new, "an empty folder → a publication of your own, without any plan yet"),
    "add": (
        add,
        "a file as received (Word, web page, PDF, OCR result, text) → a folder of its own with a proposed card",
    ),
    "convert": (convert, "sources and decisions → pages and data"),
    "check": (check, "list what people have to look at; exit 1 if anything stops publication"),
    "site": (site, "pages → website in build/site"),
    "pdf": (pdf, "plans → PDF in build/pdf"),
    "offline": (offline, "pages → folder and zip that work without a network"),
    "all": (everything, "convert, then pdf, then site and offline"),
    "desk": (desk, "the editor's desk in build/desk: findings, work lists to fill in, Word files with comments"),
    "translate": (
        translating.translate,
        "how far a translation is; take new texts in, hand it to a translator and take it back",
    ),
    "links": (links, "how sections of different plans are linked; --explain A B says why two are, or are not"),
    "serve": (serve, "preview in a browser, rebuilt on change"),
}
