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
        report.result(f"{options.bring_in} taken into {path}{'' if changed else ': nothing new'}.", changed=changed)
        return 0
    if options.update:
        changed = pipeline.update_translations(edition, path, options.language)
        report.result(f"{path} {'brought up to the plans' if changed else 'is up to date'}.", changed=changed)
        return 0
    if options.export:
        pipeline.export_translations(edition, path, options.language, options.export)
        report.result(f"{options.export} written. Take it back with --import.", file=str(options.export))
        return 0
    if options.check:
        found = pipeline.check_translations(edition, path, options.language)
        report.result(
            "\n".join(
                [f"{place}: {address}: {what}. Look at the translation." for place, address, what in found]
                or [pipeline.figures_stand(options.language)]
            ),
            found=found,
        )
        return 1 if found else 0
    counts = pipeline.translation_status(edition, path, options.language)
    report.result(status_table(counts), chapters=counts)
    return 0


def status_table(counts: dict[str, dict[str, int]]) -> str:
    total = {state: sum(part[state] for part in counts.values()) for state in STATES}
    rows = [("", *STATES)] + [
        (name, *(str(part[state]) for state in STATES)) for name, part in [*counts.items(), ("all", total)]
    ]
    return "\n".join(f"{name:<18}" + "".join(f"{cell:>12}" for cell in cells) for name, *cells in rows)
