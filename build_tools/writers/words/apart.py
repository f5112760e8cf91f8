"""What shifts with every edit of a plan — lines of the source, lengths, the sum of the file — is set apart from the
pages, so that a changed word changes the pages where it stands and no others.

A writer marks such a value; in the end the values of a plan go to one file, and the pages keep a mark each. The build
of the site fills them in (publishing/site/apart.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from string import Formatter

from ...model.translation import CHOICE, Words, one_or_more
from .markdown import escape_inside

MARK = re.compile(r"<!-- apart (\S+) (.*?) -->")


def apart(plan: str, value: object) -> str:
    """50444 → <!-- apart some 50444 -->"""
    return f"<!-- apart {plan} {value} -->"


def told(plan: str, pattern: str, /, **values: object) -> str:
    """“{n} 段” with 12 → <!-- apart some 12 --> 段: words are text, figures are set apart"""
    form = getattr(pattern, "form", one_or_more)

    def filled(name: str | None, choice: str) -> str:
        if name is None:
            return ""
        words = Words(f"{{{name}:{choice}}}", form).format(**values)
        return escape_inside(words) if CHOICE in choice or isinstance(values[name], str) else apart(plan, words)

    parts = Formatter().parse(pattern)
    return "".join(escape_inside(words) + filled(name, choice or "") for words, name, choice, _ in parts)


def set_apart(files: Mapping[str, str], language: str) -> dict[str, str]:
    """The files with a number at each mark, and for every plan a file with what belongs there, page by page."""
    held: dict[str, dict[str, list[str]]] = {}
    home, out = f"pages/{language}/", dict(files)

    for path in [path for path in files if path.endswith(".md")]:
        page = path.removeprefix(home)

        def numbered(mark: re.Match[str], page: str = page) -> str:
            plan, value = mark.groups()
            values = held.setdefault(plan, {}).setdefault(page, [])
            values.append(value)
            return apart(plan, len(values))

        out[path] = MARK.sub(numbered, files[path])
    return out | {file_of(plan, language): as_lines(pages) for plan, pages in held.items()}


def file_of(plan: str, language: str) -> str:
    return f"data/plans/{plan}/pages-{language}.json"


def as_lines(pages: Mapping[str, list[str]]) -> str:
    """A line a page, in their order."""
    lines = (f"{json.dumps(page)}: {json.dumps(values, ensure_ascii=False)}" for page, values in sorted(pages.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"
