"""The text of plan.yml: proposed for a new plan, changed for a new file. Comments of people stay where they are."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

GUESSED = "guessed"
EDITION_HEAD = "An earlier edition of the plan, as it was received. Name and date are shown to readers."
HEAD = (
    "What people know about this plan. The text beside this file is kept as received and never edited.\n"
    "A line marked “guessed” was read from the text by the program: look at it, mend it, and take the mark away."
)


def proposed(values: Mapping[str, object], guessed: list[str], head: str = HEAD) -> str:
    """A card with the mark “# guessed” behind what a person has to look at."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    card = CommentedMap()
    for key, value in values.items():
        if isinstance(value, list):
            value = CommentedSeq(value)
            value.fa.set_flow_style()
        card[key] = value
    for key in guessed:
        if key in card:
            card.yaml_add_eol_comment(GUESSED, key)
    card.yaml_set_start_comment(head)
    return written(card)


def with_file(text: str, values: Mapping[str, object], gone: tuple[str, ...] = ()) -> str:
    """The card with these keys set and those taken out; everything else, comments too, as it was."""
    card = editor().load(text)
    for key in gone:
        card.pop(key, None)
    for key, value in values.items():
        card[key] = value
    return written(card)


def editor() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = 10_000
    yaml.preserve_quotes = True
    return yaml


def written(card: Any) -> str:
    out = io.StringIO()
    editor().dump(card, out)
    return out.getvalue()


def edition_record(name: str, date: str, file: str, guessed: list[str]) -> str:
    """edition.yml of an edition that is no longer the newest."""
    return proposed({"name": name, "date": date, "file": file}, guessed, EDITION_HEAD)


def guessed_keys(text: str) -> tuple[str, ...]:
    """Keys behind which “# guessed” still stands."""
    lines = (line.rpartition("#") for line in text.split("\n") if not line.startswith(("#", " ")))
    return tuple(before.partition(":")[0].strip() for before, _, after in lines if after.strip().startswith(GUESSED))
