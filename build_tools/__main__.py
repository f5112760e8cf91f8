"""Command line: which command, in which publication, and how it ended. Its options: options.py.

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
from .model.refusals_of_building import system_error
from .options import OWN_LANGUAGE, TONGUES
from .options import parser as parser_of
from .report import named, program


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


def parser(tongue: str = "en") -> argparse.ArgumentParser:
    return parser_of(program(), {name: about for name, (_run, about) in COMMANDS.items()}, tongue)


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
