"""Where the pages of a text file begin: a text made from a PDF has a form feed at the start of each page.

…地 / (form feed) / 表水达到…   →  the second page begins on the line with the form feed
"""

from dataclasses import replace

from ..model.text import Draft, Grid


def find(draft: Draft) -> Draft:
    starts = [1]
    for line in draft.lines:
        feeds = 0 if isinstance(line, Grid) else line.string.count("\f")
        behind = 1 if feeds and line.string.partition("\f")[0].strip() else 0
        starts += [line.number + behind] * feeds
    if len(starts) > 1 and not any(
        isinstance(line, Grid) or line.string.strip() for line in draft.lines if line.number >= starts[-1]
    ):
        starts.pop()  # a form feed ends the file
    return replace(draft, page_starts=tuple(starts)) if len(starts) > 1 else draft
