"""The command about translations: how far one is, new texts in, out to a translator and back."""

from __future__ import annotations

from argparse import Namespace

from .inputs import edition_of
from .model.translation import STATES
from .report import Report


def translate(options: Namespace) -> int:
    """--check exits 1 if a translation and its figures disagree."""
    from . import pipeline

    report = Report(options)
    path = pipeline.locale_of(options.curated, options.language)
    edition = edition_of(options, report)
    if options.bring_in:
        back = pipeline.read_translated(options.bring_in, options.language)
        changed = pipeline.update_translations(edition, path, options.language, back)
        code = "taken-back" if changed else "nothing-new"
        report.told(code, {"changed": changed}, file=options.bring_in, po=path)
        return 0
    if options.update:
        changed = pipeline.update_translations(edition, path, options.language)
        report.told("updated" if changed else "up-to-date", {"changed": changed}, po=path)
        return 0
    if options.export:
        pipeline.export_translations(edition, path, options.language, options.export)
        report.told("exported", {"file": str(options.export)}, file=options.export)
        return 0
    if options.check:
        found = pipeline.check_translations(edition, path, options.language)
        lines = [
            report.words("look-at", place=place, address=address, what=what.said(options.tongue))
            for place, address, what in found
        ]
        compared = "figures-stand" if pipeline.figures_compared(options.language) else "figures-unseen"
        report.result(
            "\n".join(lines or [report.words(compared, language=options.language)]),
            found=[(place, address, what.said("en")) for place, address, what in found],
        )
        return 1 if found else 0
    counts = pipeline.translation_status(edition, path, options.language)
    report.result(status_table(counts, report), chapters=counts)
    return 0


def status_table(counts: dict[str, dict[str, int]], report: Report) -> str:
    total = {state: sum(part[state] for part in counts.values()) for state in STATES}
    rows = [("", *map(report.words, STATES))] + [
        (name, *(str(part[state]) for state in STATES))
        for name, part in [*counts.items(), (report.words("all-chapters"), total)]
    ]
    return "\n".join(
        f"{name:<{18 - wide(name)}}" + "".join(f"{cell:>{12 - wide(cell)}}" for cell in cells) for name, *cells in rows
    )


def wide(words: str) -> int:
    """How many columns more than signs they take: a Chinese sign takes two."""
    return sum(sign > "\u2e80" for sign in words)
