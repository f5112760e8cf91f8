"""What a command says while it runs and at its end."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from .model.output_texts import said

PATIENCE = 2  # seconds after which people want to know how far it is
MODULE = "python -m build_tools"  # as all sentences call the program
COMMAND = "plan-reader"  # as it is called where it is installed


def program() -> str:
    """How the person called the program, so that what it advises can be typed the same way."""
    return COMMAND if Path(sys.argv[0]).stem == COMMAND else MODULE


def named(words: str) -> str:
    """Run “python -m build_tools all” → Run “plan-reader all”, where that is how it was called"""
    return words.replace(MODULE, program())


class Report:
    """Progress for what takes over two seconds, then one line of result (or JSON), in the language of the messages."""

    def __init__(self, options: Namespace) -> None:
        self.quiet, self.json, self.tongue = options.quiet, options.json, options.tongue
        self.started = time.monotonic()

    def words(self, code: str, /, **values: object) -> str:
        return named(said(code, self.tongue, **values))

    def progress(self, code: str, at_once: bool = False, **values: object) -> None:
        """`at_once`: what takes longer than that with any plans worth reporting."""
        if not self.quiet and (at_once or time.monotonic() - self.started > PATIENCE):
            print(self.words(code, **values), file=sys.stderr, flush=True)

    def note(self, code: str, /, **values: object) -> None:
        """What people must know even where they want to hear of errors only."""
        print(self.words(code, **values), file=sys.stderr, flush=True)

    def say(self, code: str, /, **values: object) -> None:
        """At once, of work that goes on."""
        print(self.words(code, **values), flush=True)

    def told(self, code: str, figures: Mapping[str, object] | None = None, **values: object) -> None:
        """The result in a sentence of OUTPUT; `figures`: what --json says of it."""
        self.result(self.words(code, **values), **(figures or {}))

    def result(self, words: str, **figures: object) -> None:
        if self.json:
            print(json.dumps(figures, ensure_ascii=False))
        elif not self.quiet:
            print(named(words))


def check_command(options: Namespace, command: str = "check") -> str:
    """How “check”, or another command, is called for the folders of this call."""
    place = "" if Path(options.sources) == Path("content/sources") else f" --sources {options.sources}"
    return f"{program()} {command}{place}"
