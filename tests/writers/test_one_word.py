"""A changed word changes the page where it stands, and what the search and the comparison hold of it; no other page
tells lines, lengths and sums itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools.__main__ import main
from build_tools.publishing.site.apart import Apart, with_lines
from build_tools.writers.words.apart import MARK, apart, set_apart, told

MOST = 3  # the page, the text that is searched, the text that is compared
SEA = """\
## 第一章 发展基础

### 第一节 主要成就

全县生产总值达到120亿元，年均增长6.5%。海洋渔业加快发展，港口吞吐量达到300万吨。

### 第二节 居民生活

海岛居民的生活明显改善，渔港面貌焕然一新。

## 第二章 重点任务

### 第一节 壮大海洋经济

到2030年，海水养殖面积达到5万亩，建设东港码头工程，工程投资XX亿元。加快补齐供水供热领域短板，推进融合发展和美

丽渔村建设取得明显实效。

### 第二节 保护岸线

到2030年，海水养殖面积达到6万亩，岸线修复20公里。
"""
HILLS = """\
## 第一章 茶业振兴

### 第一节 壮大茶产业

到2030年，茶园面积达到8万亩，建设西山茶叶市场工程。
"""
PO = """\
msgid ""
msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

msgctxt "sea/01/02#1"
msgid "海岛居民的生活明显改善，渔港面貌焕然一新。"
msgstr "Life on the islands is much better, and the harbours look new."

msgctxt "sea/02/02#1"
msgid "到2030年，海水养殖面积达到6万亩，海岸线修复20公里。"
msgstr "By 2030 there are 60,000 mu of mariculture, and 20 kilometres of coast are restored."
"""
CORRECTION = "- {id: c1, plan: sea, context: 岸线修复20公里, wrong: 岸线, right: 海岸线, times: 1, reason: 漏字}\n"
WORD = "渔港面貌焕然一新", "渔村面貌焕然一新"
LINE = "海岛居民的", "天气一年四季都很好。\n\n海岛居民的"
BLANK = "海岛居民的", "\n\n海岛居民的"


def converted(folder: Path, text: str) -> Path:
    """Two plans with all that pages show of lines and lengths: findings, tasks, joined lines, a correction; one of them
    is translated in part."""
    write_plan(folder / "sources", "sea", text, name="海县", publish_findings="true")
    write_plan(folder / "sources", "hills", HILLS, name="山县", publish_findings="true", order="2")
    (folder / "curated" / "locales").mkdir(parents=True)
    (folder / "curated" / "locales" / "en.po").write_text(PO, encoding="utf-8")
    (folder / "curated" / "corrections.yml").write_text(CORRECTION, encoding="utf-8")
    out = folder / "out"
    given = ["--sources", str(folder / "sources"), "--curated", str(folder / "curated"), "--out", str(out)]
    assert main(["convert", "--quiet", *given]) == 0
    return out / "pages"


def contents(pages: Path, language: str) -> dict[str, bytes]:
    files = (path for path in (pages / language).rglob("*") if path.is_file())
    return {path.relative_to(pages / language).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return converted(tmp_path_factory.mktemp("before"), SEA)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("edit", [WORD, LINE, BLANK], ids=["word", "line", "blank"])
def test_an_edit_changes_the_page_where_it_stands(
    before: Path, tmp_path: Path, edit: tuple[str, str], language: str
) -> None:
    """A word, a paragraph, a blank line more: three files of a language change at most, among them one page."""
    assert SEA.count(edit[0]) == 1
    old, new = contents(before, language), contents(converted(tmp_path, SEA.replace(*edit)), language)
    changed = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    assert len(changed) <= MOST
    assert {path for path in changed if path.endswith(".md")} <= {"sea/01.md"}
    assert changed or edit is BLANK


def test_pages_show_lines_and_lengths(before: Path) -> None:
    """What was set apart comes back when the site is built: nothing of it is in the Markdown, all of it in the page."""
    apart_of = Apart(before.parent / "data" / "plans", "zh", "zh")
    texts = {path: text.decode("utf-8") for path, text in contents(before, "zh").items() if path.endswith(".md")}
    shown = {path: apart_of.fill(text, path) for path, text in texts.items()}
    assert not [path for path, text in shown.items() if "<!-- apart" in text]
    for path in ("sea/findings.md", "sea/tasks.md", "sea/record.md", "corrections.md"):
        assert re.search(r"\[[^\]]*\d+[^\]]*\]\([./]*data/plans/sea/source\.html#L\d+\)", shown[path]), path
        assert not re.search(r"#L(?!1\))\d", texts[path]), path
    assert re.search(r"\b\d+ 段", shown["index.md"])
    assert re.search(r"SHA-256 `[0-9a-f]{64}`", shown["sea/index.md"])
    assert '"edition": "<!--' in texts["sea/01.md"]
    assert re.search(r'"edition": "[0-9a-f]{8}"', shown["sea/01.md"])
    assert '"s02-p1": "9"' in shown["sea/01.md"]


def test_a_page_without_its_values_is_said(before: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A page that was copied without its figures is no page with holes: a strict build stops at the warning."""
    assert (
        Apart(before.parent / "data" / "plans", "fr", "de").fill("<!-- apart sea 1 --> 段", "a.md")
        == "<!-- apart sea 1 --> 段"
    )
    assert "pages-fr.json" in caplog.text


def test_a_value_is_text_until_it_is_set_apart() -> None:
    """Words of a pattern are escaped, a figure becomes a mark, and its noun has the form that goes with it."""
    assert told("some", "<第 {n} 行>", n=7) == "&#60;第 <!-- apart some 7 --> 行&#62;"
    assert told("some", "{n:,} {n:line|lines} of {plan}", n=1, plan="a*b") == "<!-- apart some 1 --> line of a&#42;b"
    assert told("some", "{n:,} {n:line|lines}", n=1234) == "<!-- apart some 1,234 --> lines"


def test_marks_are_numbered_by_page_and_plan() -> None:
    """Pages keep numbers, each plan's file what belongs there."""
    pages = {"pages/zh/index.md": f"{apart('a', 7)} {apart('b', 8)} {apart('a', 9)}", "pages/zh/x.js": apart("a", 1)}
    files = set_apart(pages, "zh")
    assert files["pages/zh/index.md"] == "<!-- apart a 1 --> <!-- apart b 1 --> <!-- apart a 2 -->"
    assert files["pages/zh/x.js"] == pages["pages/zh/x.js"]
    assert files["data/plans/a/pages-zh.json"] == '{\n"index.md": ["7", "9"]\n}\n'
    assert MARK.search(files["pages/zh/index.md"])


def test_only_paragraphs_get_lines() -> None:
    """A heading of the same name keeps as it is, and so does a paragraph without lines."""
    page = '<h2 id="s01">x</h2><p class="pr-p" id="s01-p1">y</p><p id="s01-p2">z</p>'
    assert with_lines(page, {"s01": "1", "s01-p1": "3-4"}) == page.replace(
        'id="s01-p1"', 'id="s01-p1" data-lines="3-4"'
    )
