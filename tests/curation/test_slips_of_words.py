"""Slips that a clerk makes in the files of decisions: each is one line, at the line on which it stands, in either
language."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools.__main__ import main

CORRECTION = (
    "- id: c\n  plan: first\n  context: 稳中求进，提高提高\n  wrong: 提高提高\n  right: 提高\n  times: 1\n  reason: r\n"
)
TOPIC = "topics:\n- {id: t, zh: 题, en: t, definition: d, keywords: [成就], synonyms: [同义], frame: false}\n"
PLACE = "- {name: 甲镇, kind: 乡镇街道, plan: first, aliases: [甲]}\n"
ABSTRACT = "- chapter: first/01\n  en:\n  - sentence: s\n    of: [first/01]\n"
NAME = "- {old: 旧局, new: 新局, since: 2018-03, kind: body, source: s}\n"
CARD = "name: 甲\ntitle: 乙\nperiod: [2026, 2030]\nstatus: draft\n"
SLIPS = {
    "no blank behind the mark of a list": ("curated/corrections.yml", CORRECTION.replace("- id", "-id"), 1, "“-”"),
    "a full-width mark of a list": ("curated/corrections.yml", CORRECTION.replace("- id", "－ id"), 1, "“－”"),
    "a dash as the mark of a list": ("curated/corrections.yml", CORRECTION.replace("- id", "– id"), 1, "“–”"),
    "an odd blank behind the colon": (
        "curated/corrections.yml", CORRECTION.replace("plan: ", "plan:\u3000"), 2, "ordinary blank is missing"),
    "a quotation mark not closed": (
        "curated/corrections.yml", CORRECTION.replace("right: ", 'right: "'), 5, "not closed"),
    "a bracket not closed": ("curated/places.yml", PLACE.replace("]}", "]") + PLACE, 1, "not valid YAML"),
    "an exclamation mark first": ("curated/corrections.yml", CORRECTION.replace("reason: r", "reason: !急 r"), 7, ""),
    "a tag of another program": (
        "curated/corrections.yml", CORRECTION.replace("reason: r", "reason: !ruby/object r"), 7, "is a tag"),
    "a form with a misspelt address": (
        "curated/site.yml", "title: t\nfeedback: https://example.org/form?page={adress}\n", 2, "{adress}"),
    "a term of two lines": (
        "curated/glossary.yml", '- {zh: "词\\n语", en: w, explanation_zh: a, explanation_en: b, source: general}\n', 1,
        "one line"),
    "half a pair of brackets": ("curated/places.yml", PLACE.replace("[甲]", '["经[甲、"]'), 1, "“经[甲、”"),
    "one project twice": (
        "curated/projects.yml", "- plan: first\n  same: [甲厂, 甲厂]\n  reason: r\n", 2, "decides nothing"),
    "a phrase that stays": (
        "curated/phrases.yml", "- {from: 扶贫, to: 扶贫, until: 2025, reason: r}\n", 1, "decides nothing"),
    "a year that is none": ("curated/phrases.yml", "- from: 扶贫\n  to: 帮扶\n  until: 25\n  reason: r\n", 3, "last year"),
    "a name that stays": ("curated/names.yml", NAME.replace("新局", "旧局"), 1, "decides nothing"),
    "a thirteenth month": ("curated/names.yml", NAME.replace("2018-03", "2018-13"), 1, "not a date"),
    "a section with an abstract": (
        "curated/abstracts.yml", ABSTRACT.replace("first/01\n  en", "first/01/01\n  en"), 1, "no chapter"),
    "an abstract of another plan": ("curated/abstracts.yml", ABSTRACT.replace("[first", "[second"), 4, "“second/01”"),
    "an abstract of nothing": ("curated/abstracts.yml", ABSTRACT.replace("[first/01]", "[]"), 4, "“of”"),
    "a plan without itself": (
        "curated/links.yml", "- from: first/01\n  none:\n  - {plan: first, reason: r}\n", 3, "one plan"),
    "a frame that is a word": ("curated/topics.yml", TOPIC.replace("false", "ja"), 2, "true or false"),
    "a word that is none": ("curated/topics.yml", TOPIC.replace("[成就]", "[成就, ~]"), 2, "“keywords”"),
    "a control sign in a list": (
        "curated/search.yml", 'words: []\nidle: ["的\\x07"]\n', 2, "control signs"),
    "a line that is heading and text": (
        "sources/first/plan.yml", CARD + "headings:\n  chapter: [1]\n  text: [1]\n", 7, "under chapter and under text"),
    "an edition of a day that is none": (
        "sources/first/editions/a/edition.yml", "name: 一稿\ndate: 去年\nfile: plan.txt\n", 2, "not a date"),
    "an edition in no format": (
        "sources/first/editions/a/edition.yml", "name: 一稿\nfile: plan.txt\nreader: word\n", 3, "“word_dump”"),
    "an edition that is its card": (
        "sources/first/editions/a/edition.yml", "name: 一稿\nfile: edition.yml\n", 2, "card itself"),
    "a translation with an ending nobody sees": ("curated/locales/en.po.txt", "", 0, "en.po"),
    "a folder of translations": ("curated/locales/fr/messages.po", "", -1, "en.po"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("file", "content", "line", "words"), SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture, file: str, content: str, line: int, words: str, language: str
) -> None:
    """File, line, what and what to do; exit 2. A line of 0: the file as such; −1: its folder."""
    for name in ("first", "second"):
        write_plan(tmp_path / "sources", name, "## 第一章 总则\n\n坚持稳中求进，提高提高效益。\n", name=name)
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    given = ["--sources", str(tmp_path / "sources"), "--curated", str(tmp_path / "curated"), "--language", language]
    (tmp_path / "curated").mkdir(exist_ok=True)
    assert main(["check", *given]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(f"{path}:{line}: " if line > 0 else f"{path.parent if line else path}: ")
    assert words in said if language == "en" else "。" in said


def test_what_programs_leave_is_no_file_of_people(tmp_path: Path) -> None:
    """Thumbs.db, desktop.ini, .DS_Store and Word's ~$ files stand in nobody's way, not even where the card names no
    file."""
    folder = write_plan(tmp_path / "sources", "first", "## 第一章 总则\n\n坚持稳中求进。\n", file=None)
    (tmp_path / "curated").mkdir()
    for place in (folder, tmp_path / "sources", tmp_path / "curated"):
        for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$plan.docx"):
            (place / name).write_bytes(b"\0")
    given = ["--sources", str(tmp_path / "sources"), "--curated", str(tmp_path / "curated")]
    assert main(["check", *given]) == 0


def test_a_folder_called_like_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """Else nobody would read what lies in it."""
    write_plan(tmp_path / "sources", "first", "## 第一章 总则\n\n坚持稳中求进。\n")
    (tmp_path / "curated/glossary.yml").mkdir(parents=True)
    given = ["--sources", str(tmp_path / "sources"), "--curated", str(tmp_path / "curated")]
    assert main(["check", *given]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'curated/glossary.yml'}: files of decisions are files")
