"""What shifts with every edit of a plan is kept apart from its pages, in a file a plan and language
(writers/words/apart.py); here it comes back.

Lines of paragraphs are set into the finished page, so that one more line at the beginning of a plan converts no page
anew.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from pathlib import Path

MARK = re.compile(r"<!-- apart (\S+) (\d+) -->")
PARAGRAPH = re.compile(r'(<p\b[^>]*?) id="([^"]+)"')
log = logging.getLogger("mkdocs.plan_reader")


class Apart:
    """The values of all plans for the pages of one language; a folder that somebody copied has those of the first."""

    def __init__(self, plans: Path, language: str, first: str) -> None:
        self.plans, self.languages = plans, (language, first)
        self.known: dict[str, dict[str, list[str]]] = {}

    def of_plan(self, plan: str) -> dict[str, list[str]]:
        if plan not in self.known:
            files = [self.plans / plan / f"pages-{language}.json" for language in self.languages]
            found = [file.read_text(encoding="utf-8") for file in files if file.is_file()]
            self.known[plan] = json.loads(found[0]) if found else {}
        return self.known[plan]

    def fill(self, text: str, page: str) -> str:
        """<!-- apart some 2 --> → the second value that the file of the plan has for this page"""

        def value(mark: re.Match[str]) -> str:
            values = self.of_plan(mark[1]).get(page, [])
            number = int(mark[2])
            if not 0 < number <= len(values):
                log.warning(
                    f"{page}: data/plans/{mark[1]}/pages-{self.languages[0]}.json lacks value {number}. Convert again."
                )
                return mark[0]
            return values[number - 1]

        return MARK.sub(value, text)


def with_lines(page: str, lines: Mapping[str, str]) -> str:
    """<p id="s01-p1"> → <p id="s01-p1" data-lines="195-197">, for every paragraph that has lines in the source"""

    def told(match: re.Match[str]) -> str:
        found = lines.get(match[2])
        return f'{match[0]} data-lines="{found}"' if found else match[0]

    return PARAGRAPH.sub(told, page) if lines else page
