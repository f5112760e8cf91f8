"""Our scripts and styles without what only people read: comments and indentation, a fifth of what a first visit is
sent. The sources stay as they are; a bundle for a disk keeps them, too.

Only comments that begin a line are known, so that none is looked for inside a string.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDERS = ("assets/scripts", "assets/search", "assets/styles")
OF_OTHERS = ("lunr.js",)  # keeps its licence
BLOCK = re.compile(r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n", re.MULTILINE)
LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
MARGIN = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def lighten(folder: Path) -> None:
    """Every script and style of ours below `folder`, a built site."""
    for place in FOLDERS:
        for path in sorted((folder / place).rglob("*")):
            if path.suffix in (".js", ".css") and path.name not in OF_OTHERS:
                text = path.read_text(encoding="utf-8")
                path.write_text(light(text, path.suffix), encoding="utf-8", newline="\n")


def light(text: str, suffix: str) -> str:
    """“/* why */” and “  // how” on lines of their own go; “a = 1;  // how” and “"/*"” stay."""
    text = BLOCK.sub("", text)
    return MARGIN.sub("", LINE.sub("", text) if suffix == ".js" else text)
