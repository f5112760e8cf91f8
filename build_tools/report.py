"""What a command says while it runs and at its end."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace

PROGRAM = "python -m build_tools"  # as people call it


class Report:
    """Progress for what takes over two seconds, then one line of result (or JSON)."""

    def __init__(self, options: Namespace) -> None:
        self.quiet, self.json = options.quiet, options.json
        self.started = time.monotonic()

    def progress(self, words: str) -> None:
        if not self.quiet and time.monotonic() - self.started > 2:
            print(words, file=sys.stderr, flush=True)

    def result(self, words: str, **figures: object) -> None:
        if self.json:
            print(json.dumps(figures, ensure_ascii=False))
        elif not self.quiet:
            print(words)


def check_command(options: Namespace) -> str:
    """How “check” is called for the folders of this call."""
    return f"{PROGRAM} check --sources {options.sources}"
