"""Command line: argument parsing only. Exit codes: 0 done, 1 a check found errors or differences, 2 bad input."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import settings
from .commands import COMMANDS
from .model.edition import BadInput


def parser() -> argparse.ArgumentParser:
    main = argparse.ArgumentParser(
        prog="python -m build_tools", description="Plan Reader: plan texts → Markdown, data and site."
    )
    commands = main.add_subparsers(dest="command", required=True)
    for name, (_, help_text) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text)
        command.add_argument("--sources", type=Path, default=settings.SOURCES, help="folder with one folder a plan")
        command.add_argument(
            "--curated",
            type=Path,
            help="folder with the editors' decisions (other sources: the folder “curated” beside them, if any)",
        )
        command.add_argument("--out", type=Path, default=settings.CONTENT, help="folder for pages/ and data/")
        command.add_argument("--quiet", action="store_true", help="print errors only")
        command.add_argument("--json", action="store_true", help="print the result as JSON")
        if name == "translate":
            command.add_argument(
                "--language", default="en", help="which translation: the name of the PO file (en, zh_Hant)"
            )
            one = command.add_mutually_exclusive_group()
            one.add_argument(
                "--status",
                action="store_true",
                help="count missing, fuzzy, translated and reviewed entries of each chapter (the default)",
            )
            one.add_argument(
                "--check",
                action="store_true",
                help="compare the figures of every paragraph with those of its translation",
            )
            one.add_argument("--update", action="store_true", help="take in what is new or changed in the plans")
            one.add_argument(
                "--export", type=Path, metavar="FILE", help="write a .po, .xlf or .xliff file for a translator"
            )
            one.add_argument(
                "--import", type=Path, metavar="FILE", dest="bring_in", help="take a translator's .po or .xlf file back"
            )
        if name == "links":
            command.add_argument(
                "--explain",
                nargs=2,
                metavar=("A", "B"),
                help="addresses of two sections of different plans, such as one/03/01 two/04/02",
            )
        command.set_defaults(all_pairs=False)
        if name in ("convert", "links", "all"):
            command.add_argument(
                "--all-pairs",
                action="store_true",
                help="links between every two plans, however many; without it, more than four plans are each compared with their nearest three",
            )
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="where to serve it on this machine (8000)")
        if name == "site":
            command.add_argument("--to", type=Path, help="the folder to build (build/site)")
        if name == "convert":
            command.add_argument("--check", action="store_true", help="write nothing; fail if anything would change")
        if name == "pdf":
            command.add_argument(
                "--style",
                choices=("book", "gongwen"),
                default="book",
                help="book: for readers; gongwen: laid out like an official document",
            )
            command.add_argument(
                "--language", default="", help="print this language only (zh, or a translation such as en)"
            )
            command.add_argument("--plan", default="", help="print this plan only")
            command.add_argument("--chapter", type=int, help="print this chapter only (of every plan, or of --plan)")
        if name in ("pdf", "all"):
            command.add_argument("--fonts", type=Path, help="folder with more fonts, looked in first")
    return main


def from_here(path: Path) -> Path:
    """The path as people would type it from where they stand."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def main(arguments: list[str] | None = None) -> int:
    options = parser().parse_args(arguments)
    if options.curated is None:
        options.curated = (
            settings.CURATED if options.sources == settings.SOURCES else options.sources.parent / "curated"
        )
    options.sources, options.curated, options.out = map(from_here, (options.sources, options.curated, options.out))
    try:
        return COMMANDS[options.command][0](options)
    except BadInput as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(
            f"{error.filename or options.out}: {error.strerror or error}. What stood there before is still there; look whether the disk is full or the folder write-protected.",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(main())
