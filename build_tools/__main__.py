"""Command line: argument parsing only.

Exit codes, for every command: 0 fine; 1 done, with errors inside a plan, differences, or a file that failed; 2 the
input cannot be used, nothing changed.
"""

from __future__ import annotations

import argparse
import locale
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import settings
from .commands import COMMANDS, write_trace
from .model.edition import BadInput
from .model.help_texts import help_words
from .model.refusals_of_building import system_error
from .report import named, program

TONGUES = ("zh", "en")
OWN_LANGUAGE = ("pdf", "translate")  # there --language is that of the print or the translation
WITHOUT = ("convert", "check", "site", "pdf", "all", "desk")


def tongue_of(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """zh or en: what --language says before or behind the command, else the locale of the system."""
    command = next((at for at, word in enumerate(arguments) if word in COMMANDS), len(arguments))
    own = command < len(arguments) and arguments[command] in OWN_LANGUAGE
    said = list(arguments[:command] if own else arguments)
    for at, word in enumerate(said):
        value = said[at + 1] if word == "--language" and at + 1 < len(said) else word.partition("--language=")[2]
        if value in TONGUES:
            return value
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def in_tongue(made: argparse.ArgumentParser, tongue: str) -> None:
    """The words of --help in the language of the messages; those of argparse itself, too."""
    argparse._ = lambda words: help_words(words, tongue)  # type: ignore[attr-defined] # argparse asks for its words so
    argparse.ngettext = lambda _one, more, _n: help_words(more, tongue)  # type: ignore[attr-defined] # and so, too
    made.description = help_words(made.description or "", tongue)
    for action in made._actions:
        action.help = help_words(action.help, tongue) if action.help else action.help
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                choice.help = help_words(choice.help or "", tongue)
            for command in action.choices.values():
                in_tongue(command, tongue)


def port(words: str) -> int:
    """80 → 80; 99999 → ValueError, which argparse words"""
    if not 0 < int(words) < 65536:
        raise ValueError(words)
    return int(words)


def parser(tongue: str = "en") -> argparse.ArgumentParser:
    main = argparse.ArgumentParser(prog=program(), description="Plan Reader: plan texts → Markdown, data and site.")
    about = "language of messages: zh or en; the system's if left out"
    main.add_argument("--language", choices=TONGUES, dest="tongue", default=tongue, help=about)
    commands = main.add_subparsers(dest="command", required=True)
    for name, (_, help_text) in COMMANDS.items():
        command = commands.add_parser(name, help=help_text, description=help_text)
        if name == "new":
            add_starting(command)
            continue
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
            command.add_argument("--language", choices=TONGUES, dest="tongue", default=argparse.SUPPRESS, help=about)
        if name in WITHOUT:
            command.add_argument(
                "--without",
                action="append",
                default=[],
                metavar="ID",
                help="leave this plan out and publish the others (may be given again)",
            )
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
        if name == "check":
            command.add_argument(
                "--worklist", type=Path, metavar="FILE", help="read a filled work list (.xlsx or .docx) back"
            )
        if name == "add":
            command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="files as received, each a plan")
            command.add_argument(
                "--replace", default="", metavar="ID", help="the one file is a new edition of this plan"
            )
            command.add_argument("--name", default="", help="with --replace: what the former edition is called")
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
                help="links between every two plans, however many; without it, more than four plans are each compared "
                "with their nearest three",
            )
        if name == "serve":
            command.add_argument("--port", type=port, default=8000, help="where to serve it on this machine (8000)")
            command.add_argument(
                "--desk",
                action="store_true",
                help="the editor's desk: findings, doubts and links are decided with a click",
            )
        if name == "desk":
            command.add_argument(
                "--pages", type=Path, metavar="DIR", help="its pages only, as a website in this folder"
            )
        if name == "site":
            command.add_argument("--to", type=Path, help="the folder to build (build/site)")
        if name == "check":
            add_deciding(command)
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
            command.add_argument(
                "--chapters", action="store_true", help="print every chapter by itself, too, for its page on the site"
            )
        if name in ("pdf", "all"):
            command.add_argument("--fonts", type=Path, help="folder with more fonts, looked in first")
    in_tongue(main, tongue)
    return main


def add_deciding(command: argparse.ArgumentParser) -> None:
    """What people say to one doubt, finding or link."""
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


def add_starting(command: argparse.ArgumentParser) -> None:
    """What a new publication is called, who runs it, and where it will be."""
    command.add_argument("folder", type=Path, metavar="DIR", help="a folder that is not there yet, or is empty")
    command.add_argument("--title", default="规划读本", help="what the site is called (规划读本)")
    command.add_argument("--operator", default="", help="who runs the site")
    command.add_argument("--address", default="", help="the address that it will have on the web: https://…")
    command.add_argument("--quiet", action="store_true", help="print errors only")
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def place(options: argparse.Namespace) -> None:
    """Folders that were not named lie in the publication. Raises BadInput where there is none."""
    root = options.root or Path.cwd()
    named = options.sources, options.out
    if None in named and not ((root / settings.MKDOCS).is_file() and (root / "content").is_dir()):
        raise BadInput("no-publication", place=str(from_here(root.absolute())))
    asked_for = options.curated is not None
    if options.curated is None:
        options.curated = options.sources.parent / "curated" if options.sources else root / "content" / "curated"
    options.sources = options.sources or root / "content" / "sources"
    options.out = options.out or root / "content"
    options.sources, options.curated, options.out = map(from_here, (options.sources, options.curated, options.out))
    if options.out.is_file():
        raise BadInput("out-is-file", place=str(options.out))
    if asked_for and not options.curated.is_dir():
        raise BadInput("curated-missing", "", place=str(options.curated))


def from_here(path: Path) -> Path:
    """The path as people would type it from where they stand."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_absolute() and path.is_relative_to(here) else path


def main(arguments: list[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a console that lacks a sign shows its number
    given = sys.argv[1:] if arguments is None else arguments
    tongue = tongue_of(given, os.environ)
    options = parser(tongue).parse_args(given)
    try:
        if options.command != "new":
            place(options)
        code = COMMANDS[options.command][0](options)
        sys.stdout.flush()
        return code
    except BadInput as error:
        said = error
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("build_tools"):
            said = unexpected(error, options)
        else:
            said = BadInput("package-missing", error.name)
    except KeyboardInterrupt:
        said = BadInput("stopped")
    except BrokenPipeError:  # check | head: whoever read has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        said = BadInput(
            "system", system_error(error), place=str(error.filename or getattr(options, "out", None) or ".")
        )
    except Exception as error:  # a traceback is for those who mend the program, not for those who use it
        said = unexpected(error, options)
    print(named(said.sentence(tongue)), file=sys.stderr)
    return 2


def unexpected(error: Exception, options: argparse.Namespace) -> BadInput:
    what = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    try:
        file = from_here(
            write_trace(getattr(options, "out", None) or Path.cwd(), "".join(traceback.format_exception(error)))
        )
    except OSError:
        traceback.print_exception(error)
        return BadInput("unexpected", what, "–")
    return BadInput("unexpected", what, file)


if __name__ == "__main__":
    sys.exit(main())
