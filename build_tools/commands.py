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
from .model.edition import BadInput, Edition, FileFailed, Plan
from .model.printed import Printed
from .report import Report, check_command


def read(options: Namespace, report: Report, stop: bool = True) -> list[Edition]:
    """The edition, and its translations. `stop`: at what must not be published."""
    from . import pipeline

    tell_left_out(options)
    edition = edition_of(options, report, stop=stop, all_pairs=options.all_pairs, without=options.without)
    return pipeline.editions_of(edition, options.curated)


def tell_left_out(options: Namespace) -> None:
    if options.without:
        names = ", ".join(options.without)
        zh = options.tongue == "zh"
        print(f"注意：未发布 {names}。" if zh else f"note: published without {names}.", file=sys.stderr)


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
    )
    doubts = sum(problem.severity == "warning" for plan in plans for problem in plan.problems)
    figures = {"plans": len(plans), "changed": changed, "doubts": doubts}
    if options.check and changed:
        report.result(
            "These files are not what sources and decisions give: "
            + ", ".join(changed)
            + ". Run “python -m build_tools convert”.",
            **figures,
        )
        return 1
    doubtful = pipeline.badly_read(editions[0])
    figures["badly_read"] = doubtful
    report.result(
        "".join(f"{sentence}\n" for sentence in doubtful)
        + f"{len(plans)} plan(s), {len(changed)} file(s) {'differ' if options.check else 'written'}, {doubts} "
        "doubt(s) to look at (python -m build_tools check).",
        **figures,
    )
    return 0


WEIGHTS = ("error", "warning", "note")
SHOWN = 20  # problems that add prints; check lists all


def add(options: Namespace) -> int:
    """Files as received, each a plan of its own, or one a new edition. Exit 1 if a plan is in but cannot be published
    yet."""
    from . import adding

    report = Report(options)
    if options.replace and len(options.files) > 1:
        raise BadInput("add-one-file")
    plans = []
    for number, file in enumerate(options.files, 1):
        report.progress(f"{number}/{len(options.files)} {file}")
        plans.append(
            adding.replace_plan(options.replace, file, options.sources, options.curated, options.name, day_of(file))
            if options.replace
            else adding.add_plan(file, options.sources, options.curated)
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
    counts = ", ".join(f"{count} {level}" for level, count in Counter(unit.level for unit in plan.units).items())
    check_it = check_command(options)
    words = [f"{plan.file}: read as {card.reader}: {card.title} ({card.period[0]}–{card.period[1]}, {card.status})."]
    words.append(f"found: {counts}, {len(plan.indicators)} indicators.")
    words += [f"{problem.severity:<8}{settling.told(problem, plan.file, check_it, 'en')}" for problem in found[:SHOWN]]
    if len(found) > SHOWN:
        words.append(f"… and {len(found) - SHOWN} more: {check_it}")
    words.append(f"Next: look at {folder / 'plan.yml'}, then run “{check_it}”, then “python -m build_tools all”.")
    report.result(
        "\n".join(words),
        plan=card.id,
        folder=str(folder),
        format=card.reader,
        title=card.title,
        guessed=list(card.guessed),
        problems=[
            {"line": p.line, "severity": p.severity, "code": p.code, "what": p.sentence(plan.file)} for p in found
        ],
    )


SEVERITIES = {"error": "错误", "warning": "存疑", "note": "提示"}


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
        print(
            json.dumps(
                [
                    {
                        "id": p.id,
                        "plan": "" if p.file else plan.card.id,
                        "file": p.file or plan.file,
                        "line": p.line,
                        "severity": p.severity,
                        "code": p.code,
                        "what": p.sentence(plan.file, options.tongue),
                        "settle": settling.remedy(p, check_command(options), options.tongue),
                    }
                    for plan, p in [*found, *about_decisions]
                ],
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        names = SEVERITIES if options.tongue == "zh" else {}
        for plan, problem in [*found, *about_decisions]:
            if problem.severity == "error" or not options.quiet:
                said = names.get(problem.severity, problem.severity)
                print(f"{said:<8}{settling.told(problem, plan.file, check_command(options), options.tongue)}")
    return 1 if any(problem.severity == "error" for _, problem in found) else 0


def site(options: Namespace) -> int:
    report = Report(options)
    target = options.to or publish.build_of(options.out) / "site"
    report.progress(f"building the site in {target}", at_once=True)
    made = publish.build_site(content_without(options, report) if options.without else options.out, target)
    tell_outdated(made.outdated)
    report.result(
        f"{made.files} files in {target}; open {target / 'index.html'} through a web server, or run “python -m "
        "build_tools serve”.",
        files=made.files,
        folder=str(target),
    )
    return 0


def content_without(options: Namespace, report: Report) -> Path:
    """Pages and data of the other plans, in a folder of their own below build/."""
    from . import pipeline

    options.all_pairs = False
    content = publish.build_of(options.out) / "without"
    pipeline.convert(read(options, report), content)
    return content


def tell_outdated(files: tuple[str, ...]) -> None:
    """A reader who took them along would have another text than the page shows."""
    if files:
        print(
            f"note: older than the pages, so the site does not offer them: {', '.join(files)}. Run “python -m "
            "build_tools all”, or “pdf” and “offline” before “site”.",
            file=sys.stderr,
        )


def offline(options: Namespace) -> int:
    report = Report(options)
    target = publish.build_of(options.out)
    report.progress(f"building the offline bundle in {target}", at_once=True)
    made = publish.build_bundle(options.out, target)
    report.result(
        f"{made.archive}: {made.files} files, {made.size / 1e6:.1f} MB, SHA-256 {made.sha256}; unpacked in "
        f"{made.folder}.",
        archive=str(made.archive),
        folder=str(made.folder),
        files=made.files,
        bytes=made.size,
        sha256=made.sha256,
    )
    return 0


def pdf(options: Namespace, editions: list[Edition] | None = None) -> int:
    """A design whose faces are not on this machine is printed in 宋, and that is said. Exit 1 if a volume failed; the
    others are there."""
    from . import pipeline

    report = Report(options)
    target = publish.build_of(options.out) / "pdf"
    printed = pipeline.editions_to_print(editions or read(options, report), options.language, options.style)
    failed, replaced = "", tuple[str, ...]()
    made: Sequence[Printed]
    try:
        made, replaced = pipeline.print_pdf(
            printed, target, options.style, options.plan, options.chapter, options.fonts
        )
    except FileFailed as error:
        made, failed = error.made, str(error)
        print(failed, file=sys.stderr)
    tell_substituted(made)
    if replaced:
        print(
            f"note: no font for {'、'.join(replaced)} on this machine; 宋体 stands in (see "
            "build_tools/publishing/typst/FONTS.md)",
            file=sys.stderr,
        )
    listed = ", ".join(f"{file.name} ({file.pages} pages, {file.size // 1024} KB)" for file in made)
    report.result(
        f"{len(made)} PDF(s) in {target}: {listed}.",
        files={file.name: {"pages": file.pages, "bytes": file.size} for file in made},
        replaced=list(replaced),
    )
    return 1 if failed else 0


def tell_substituted(made: Sequence[Printed]) -> None:
    """Signs that no face on this machine has."""
    if lost := sorted({sign for file in made for sign in file.substituted}):
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in lost)
        print(
            f"note: no font has {named}; the number stands in its place, and the colophon says so. “check” names "
            "the lines; --fonts DIR adds a font.",
            file=sys.stderr,
        )


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
    options.style, options.language, options.plan, options.chapter = "book", "", "", None
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
    report.progress(f"building site and offline bundle in {target}", at_once=True)
    made = publish.publish(options.out, target, target / "site", target / "offline")
    bundle = made.whole_bundle
    report.result(
        f"{made.files} files in {target / 'site'}; {bundle.archive}: {bundle.size / 1e6:.1f} MB, SHA-256 "
        f"{bundle.sha256}.",
        files=made.files,
        folder=str(target / "site"),
        archive=str(bundle.archive),
        bytes=bundle.size,
        sha256=bundle.sha256,
    )
    return 0


def serve(options: Namespace) -> int:
    """Until the user stops it; its address comes first."""
    if options.desk:
        from . import desk_serving

        return desk_serving.serve(options)
    publish.serve_site(
        options.sources, options.curated, options.out, options.port, lambda words: print(words, flush=True)
    )
    return 0


def links(options: Namespace) -> int:
    """--explain A B: why two sections are (not) linked; without it, how many links there are."""
    from . import pipeline

    report = Report(options)
    edition = edition_of(options, report, all_pairs=options.all_pairs)
    if options.explain:
        here, there = options.explain
        lines = pipeline.explain_link(edition, options.curated, here, there)
        lines.append(settling.link_words(here, there, check_command(options), options.tongue))
        report.result("\n".join(lines), lines=lines)
        return 0
    origins = Counter(link.decision or link.origin for link in edition.links)
    report.result(
        f"{len(edition.links)} links: " + ", ".join(f"{count} {name}" for name, count in sorted(origins.items())) + ".",
        **origins,
    )
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
