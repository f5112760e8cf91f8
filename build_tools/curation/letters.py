"""Loads `letter` of a plan.yml: the letter with which the plan was issued, for its official layout in print."""

from __future__ import annotations

from pathlib import Path

from ..model.edition import BadInput
from ..model.letter import Letter
from .keys import check_keys, check_list, check_words
from .yaml_files import Entry

LETTER_KEYS = {  # key: what it is for; all of NEEDED must be there
    "mark": "name of the office in the head (发文机关标志)",
    "number": "number of the document (发文字号)",
    "title": "title of the letter (标题)",
    "to": "whom it goes to (主送机关)",
    "text": "its text, a list of paragraphs (正文)",
    "signed": "who signs it (发文机关署名)",
    "date": "its date (成文日期)",
    "attachments": "what is attached, a list; the plan if left out (附件说明)",
    "copies": "who gets a copy (抄送机关)",
    "printed_by": "who prints it (印发机关)",
    "printed": "day of printing (印发日期)",
    "serial": "number of the copy (份号)",
    "secrecy": "grade of secrecy (密级)",
    "urgency": "grade of urgency (紧急程度)",
}
NEEDED = ("mark", "number", "title", "to", "text", "signed", "date")
LISTS = ("text", "attachments")


def letter_of(path: Path, entry: Entry) -> Letter | None:
    """letter: {mark: 某区人民政府文件, number: 某政发〔2026〕1号, …} — none where the card has none. Raises BadInput."""
    said = entry.get("letter")
    if said is None:
        return None
    if not isinstance(said, Entry):
        raise BadInput("not-a-mapping", ", ".join(LETTER_KEYS), place=f"{path}:{entry.lines['letter']}")
    check_keys(path, said, tuple(LETTER_KEYS), NEEDED, entry.lines["letter"], others=LISTS)
    check_words(path, said, [key for key in LETTER_KEYS if key not in LISTS and said.get(key) not in (None, "")], 300)
    lists = {key: check_list(path, said, key, "[特此通知。]", least=1) for key in LISTS}
    words = {key: str(said[key]) for key in LETTER_KEYS if key not in LISTS and said.get(key) is not None}
    return Letter(text=lists.pop("text"), attachments=lists.pop("attachments"), **words)
