"""What a style says about its paragraphs: number, outline level, bold, hidden; inherited from the style it is based
on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from .names import is_on, value_of, w, whole_number

HEADING = re.compile(r"(?:heading|标题)\s*\d|title|标题$", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|目录|contents)\s*\d", re.IGNORECASE)
DEEPEST = 30  # styles based on styles


@dataclass(frozen=True, slots=True)
class Style:
    """`list`: w:numId, `level`: w:ilvl; None where the style says nothing."""

    name: str = ""
    list: str | None = None
    level: int | None = None
    outline: int | None = None
    bold: bool | None = None
    hidden: bool | None = None
    raised: str | None = None
    font: str | None = None

    @property
    def heading(self) -> bool:
        return (self.outline is not None and self.outline < 9) or bool(HEADING.match(self.name))

    @property
    def contents(self) -> bool:
        return bool(CONTENTS.match(self.name))


def read_styles(root: Any) -> tuple[dict[str, Style], str]:
    """Styles by their id, each with what it inherits; and the id of the paragraphs' default."""
    found = {style.get(w("styleId")): style for style in root.iter(w("style")) if style.get(w("styleId"))}
    default = next(
        (key for key, s in found.items() if s.get(w("type")) == "paragraph" and is_on(s.get(w("default"), "0"))), ""
    )
    return {key: inherited(key, found) for key in found}, default


def inherited(key: str, found: dict[str, Any]) -> Style:
    """The chain basedOn, the nearest word first; names are not inherited."""
    style = own_words(found[key])
    above, steps = value_of(found[key], "basedOn"), 0
    while above in found and steps < DEEPEST:
        parent = own_words(found[above])
        style = replace(
            style,
            **{
                name: getattr(parent, name)
                for name in ("list", "level", "outline", "bold", "hidden", "raised", "font")
                if getattr(style, name) is None
            },
        )
        above, steps = value_of(found[above], "basedOn"), steps + 1
    return style


def own_words(style: Any) -> Style:
    paragraph, run = style.find(w("pPr")), style.find(w("rPr"))
    numbering = paragraph.find(w("numPr")) if paragraph is not None else None
    return Style(
        name=value_of(style, "name") or "",
        list=value_of(numbering, "numId"),
        level=whole_number(value_of(numbering, "ilvl")),
        outline=whole_number(value_of(paragraph, "outlineLvl")),
        bold=is_on(value_of(run, "b")),
        hidden=is_on(value_of(run, "vanish")),
        raised=value_of(run, "vertAlign"),
        font=font_of(run),
    )


def font_of(run: Any) -> str | None:
    """The face of the Chinese signs."""
    fonts = run.find(w("rFonts")) if run is not None else None
    return fonts.get(w("eastAsia")) if fonts is not None else None
