"""The address of a row, to be opened and cited: the ¶ behind its name, with the words that a citation says of it."""

from __future__ import annotations

from ...model.translation import _, has_han
from .layout import Say
from .markdown import attribute

ADDRESS = _("本段地址 {anchor}")


def row_link(place: str, name: str, where: str, say: Say) -> str:
    """`place`: the id of the row; `name`: what it is of, left out where it is not translated; `where`: 第三章一、第2段"""
    words = say(ADDRESS)
    said = "" if has_han(name) and not has_han(words) else name
    label = attribute(words.format(anchor=said or place))
    cited = attribute(say(_("，")).join(filter(None, (said, where))))
    return f'<a class="pr-link" id="{place}" href="#{place}" data-locator="{cited}" aria-label="{label}"></a>'
