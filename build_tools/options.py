"""The options of every command, each command's own in a function of its own.

Their words in Chinese: model/help_texts.py. The table of options: docs/data-contract.md.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from .model.help_texts import help_words

TONGUES = ("zh", "en")
OWN_LANGUAGE = ("pdf", "translate")  # there --language is that of the print or the translation
WITHOUT = ("convert", "check", "site", "pdf", "all", "desk")
REFUSED = "%(prog)s: %(message)s. What there is says %(prog)s --help\n"
ALL_PAIRS = ("convert", "links", "all")
LANGUAGE = "language of messages: zh or en; the system's if left out"


class Command(argparse.ArgumentParser):
    """Wrong use is one line, like everything else that is refused; the usage is a command away."""

    def error(self, message: str) -> NoReturn:
        words: str = argparse._(REFUSED)  # type: ignore[attr-defined] # in the language of the messages: in_tongue
        self.exit(2, words % {"prog": self.prog, "message": message})


def parser(program: str, commands: Mapping[str, str], tongue: str = "en") -> Command:
    """The parser of `program`; `commands`: what each does, by its name."""
    main = Command(prog=program, description="Plan Reader: plan texts → Markdown, data and site.")
    main.add_argument("--language", choices=TONGUES, dest="tongue", default=tongue, help=LANGUAGE)
    made = main.add_subparsers(dest="command", required=True)
    for name, help_text in commands.items():
        command = made.add_parser(name, help=help_text, description=help_text)
        if name != "new":  # there is no publication yet
            add_common(command, name)
        if name in OWN_OPTIONS:
            OWN_OPTIONS[name](command)
    in_tongue(main, tongue)
    return main


def in_tongue(made: Command, tongue: str) -> None:
    """The words of --help in the language of the messages; those of argparse itself, too."""
    argparse._ = lambda words: help_words(words, tongue)  # type: ignore[attr-defined] # argparse asks for its words so
    made.description = help_words(made.description or "", tongue)
    for action in made._actions:
        action.help = help_words(action.help, tongue) if action.help else action.help
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                choice.help = help_words(choice.help or "", tongue)
            for command in action.choices.values():
                in_tongue(command, tongue)


def add_common(command: Command, name: str) -> None:
    """What all commands, or several, have: which publication, what is said, which plans."""
    command.add_argument(
        "--root", type=Path, help="the publication: the folder with mkdocs.yml and content/ (the one you are in)"
    )
    command.add_argument("--sources", type=Path, help="folder with one folder a plan (content/sources)")
    command.add_argument(
        "--curated",
        type=Path,
        help="folder with the editors' decisions (other sources: the folder “curated” beside them, if any)",
    )
    command.add_argument("--out", type=Path, help="folder for pages/ and data/ (content)")
    command.add_argument("--quiet", action="store_true", help="print errors only")
    if name not in OWN_LANGUAGE:
        command.add_argument("--language", choices=TONGUES, dest="tongue", default=argparse.SUPPRESS, help=LANGUAGE)
    if name in WITHOUT:
        command.add_argument(
            "--without",
            action="append",
            default=[],
            metavar="ID",
            help="leave this plan out and publish the others (may be given again)",
        )
    command.add_argument("--json", action="store_true", help="print the result as JSON")
    command.set_defaults(all_pairs=False)
    if name in ALL_PAIRS:
        command.add_argument(
            "--all-pairs",
            action="store_true",
            help="links between every two plans, however many; without it, more than four plans are each compared "
            "with their nearest three",
        )


def for_new(command: Command) -> None:
    """What a new publication is called, who runs it, and where it will be."""
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    command.add_argument("--title", default="规划读本", help="what the site is called (规划读本)")
    command.add_argument("--operator", default="", help="who runs the site")
    command.add_argument("--address", default="", help="the address that it will have on the web: https://…")
    command.add_argument("--quiet", action="store_true", help="print errors only")
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def for_add(command: Command) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="files as received, each a plan")
    command.add_argument("--together", action="store_true", help="the files are one plan, in this order")
    command.add_argument("--replace", default="", metavar="ID", help="the one file is a new edition of this plan")
    command.add_argument("--name", default="", help="with --replace: what the former edition is called")


def for_convert(command: Command) -> None:
    command.add_argument("--check", action="store_true", help="write nothing; fail if anything would change")


def for_check(command: Command) -> None:
    """What people say to one doubt, finding or link, by its id or in a work list."""
    command.add_argument("--worklist", type=Path, metavar="FILE", help="read a filled work list (.xlsx or .docx) back")
    one = command.add_mutually_exclusive_group()
    one.add_argument(
        "--accept",
        default="",
        metavar="ID",
        help="write down what a person decided of this doubt, finding or link, in the file where it belongs (needs "
        "--reason)",
    )
    one.add_argument("--undo", default="", metavar="ID", help="take back exactly what --accept wrote under this id")
    command.add_argument(
        "--as", dest="value", metavar="VALUE", help="with --accept: what holds; what it may be stands in the doubt"
    )
    command.add_argument("--reason", default="", help="with --accept: why, for those who come later")
    command.add_argument("--plan", default="", metavar="ID", help="which plan is meant, where the id stands in several")
    command.add_argument("--who", default="", help="with --accept: who decided")


def for_site(command: Command) -> None:
    command.add_argument("--to", type=Path, help="the folder to build (build/site)")


def for_pdf(command: Command) -> None:
    command.add_argument(
        "--style",
        choices=("book", "gongwen"),
        default="book",
        help="book: for readers; gongwen: laid out like an official document",
    )
    command.add_argument("--language", default="", help="print this language only (zh, or a translation such as en)")
    command.add_argument("--plan", default="", help="print this plan only")
    command.add_argument("--chapter", type=int, help="print this chapter only (of every plan, or of --plan)")
    command.add_argument(
        "--chapters", action="store_true", help="print every chapter by itself, too, for its page on the site"
    )
    with_fonts(command)


def with_fonts(command: Command) -> None:
    command.add_argument("--fonts", type=Path, help="folder with more fonts, looked in first")


def for_desk(command: Command) -> None:
    command.add_argument("--pages", type=Path, metavar="DIR", help="its pages only, as a website in this folder")


def for_translate(command: Command) -> None:
    command.add_argument("--language", default="en", help="which translation: the name of the PO file (en, zh_Hant)")
    one = command.add_mutually_exclusive_group()
    one.add_argument(
        "--status",
        action="store_true",
        help="count missing, fuzzy, translated and reviewed entries of each chapter (the default)",
    )
    one.add_argument(
        "--check", action="store_true", help="compare the figures of every paragraph with those of its translation"
    )
    one.add_argument("--update", action="store_true", help="take in what is new or changed in the plans")
    one.add_argument("--export", type=Path, metavar="FILE", help="write a .po, .xlf or .xliff file for a translator")
    one.add_argument(
        "--import", type=Path, metavar="FILE", dest="bring_in", help="take a translator's .po or .xlf file back"
    )


def for_links(command: Command) -> None:
    command.add_argument(
        "--explain",
        nargs=2,
        metavar=("A", "B"),
        help="addresses of two sections of different plans, such as one/03/01 two/04/02",
    )


def for_serve(command: Command) -> None:
    command.add_argument("--port", type=port, default=8000, help="where to serve it on this machine (8000)")
    command.add_argument(
        "--desk", action="store_true", help="the editor's desk: findings, doubts and links are decided with a click"
    )


def port(words: str) -> int:
    """80 → 80; 99999 → ValueError, which argparse words"""
    if not 0 < int(words) < 65536:
        raise ValueError(words)
    return int(words)


OWN_OPTIONS: dict[str, Callable[[Command], None]] = {
    "new": for_new,
    "add": for_add,
    "convert": for_convert,
    "check": for_check,
    "site": for_site,
    "pdf": for_pdf,
    "all": with_fonts,
    "desk": for_desk,
    "translate": for_translate,
    "links": for_links,
    "serve": for_serve,
}
