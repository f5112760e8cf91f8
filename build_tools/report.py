"""What a command says while it runs and at its end."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace

PATIENCE = 2  # seconds after which people want to know how far it is
PROGRAM = "python -m build_tools"  # as people call it


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
            print(words)


def check_command(options: Namespace) -> str:
    """How “check” is called for the folders of this call."""
    return f"{PROGRAM} check --sources {options.sources}"
