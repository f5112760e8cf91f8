"""What a command says while it runs and at its end."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from pathlib import Path

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
    """Progress for what takes over two seconds, then one line of result (or JSON)."""

    def __init__(self, options: Namespace) -> None:
        self.quiet, self.json = options.quiet, options.json
        self.started = time.monotonic()

    def progress(self, words: str, at_once: bool = False) -> None:
        """`at_once`: what takes longer than that with any plans worth reporting."""
        if not self.quiet and (at_once or time.monotonic() - self.started > PATIENCE):
            print(words, file=sys.stderr, flush=True)

    def result(self, words: str, **figures: object) -> None:
        if self.json:
            print(json.dumps(figures, ensure_ascii=False))
        elif not self.quiet:
            print(named(words))


def check_command(options: Namespace) -> str:
    """How “check” is called for the folders of this call."""
    place = "" if Path(options.sources) == Path("content/sources") else f" --sources {options.sources}"
    return f"{program()} check{place}"
