"""serve --desk: the editor's desk in a browser; a click is written as check --accept and --undo write it."""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Mapping

from . import deciding, publish
from .inputs import edition_of
from .model.edition import Edition
from .report import Report


def serve(options: Namespace) -> int:
    """The desk in a browser, until the user stops it; what is clicked is written as check --accept writes it."""
    quiet = Report(Namespace(quiet=True, json=False, tongue=options.tongue))

    def read() -> Edition:
        return edition_of(options, quiet, stop=False)

    def decide(what: str, said: Mapping[str, str]) -> dict[str, object]:
        identity, plan = said["id"], said.get("plan", "")
        if what == "undo":
            done = deciding.undo(options.sources, options.curated, identity, plan)
        else:
            day = time.strftime("%Y-%m-%d")
            word = deciding.Word(identity, said.get("reason", ""), said.get("as"), plan, day, said.get("who", ""))
            done = deciding.accept(read, options.sources, options.curated, word)
        return {"file": str(done.file), "line": done.line, "words": done.words}

    say = Report(options).say
    publish.serve_desk(options.sources, options.curated, options.out, options.port, say, decide, options.tongue)
    return 0
