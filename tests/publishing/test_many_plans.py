"""Ten plans side by side, each without something, one of them translated: every output is made, in both languages, and
says what is true of each."""

from __future__ import annotations

import json
import re
from pathlib import Path

import polib
import pytest
from pypdf import PdfReader
from small_plan import write_plan

from build_tools import pipeline, settings
from build_tools.__main__ import main
from build_tools.model.translation import INTERFACE
from build_tools.translation.po import read_po
from build_tools.writers.words import layout

TEXT = "# 第一章 总则\n\n## 一、指导思想\n\n坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。\n"
TABLE = """# 第一章 发展目标

## 一、主要指标

| 指标 | 2025年 | 2030年 | 属性 |
|---|---|---|---|
| 森林覆盖率（%） | 12 | 15 | 约束性 |
| 常住人口城镇化率（%） | 40 | 45 | 预期性 |
"""
PARTS = "# 第一篇 总体要求\n\n## 第一章 指导思想\n\n坚持稳中求进。\n\n# 第二篇 重点任务\n\n## 第二章 产业\n\n发展特色产业。\n"
REPORT = "# 一、工作回顾\n\n粮食产量达到21亿斤。\n\n# 二、主要任务\n\n新建高标准农田6万亩。\n"
RARE = "# 第一章 布局\n\n## 一、重点镇\n\n支持\U0002c58b坪镇发展，减少CO\u2082排放。\n"
PROJECTS = "# 第一章 项目\n\n## 一、重大工程\n\n实施水库除险加固工程，总投资3亿元，2027年建成。\n"
DIRECT = "# 第一章 总则\n\n坚持稳中求进。\n"
PLANS: dict[str, tuple[str, dict]] = {
    "alpha": (TABLE, {"order": "2", "colour": "teal", "medium": "word"}),
    "beta": (TEXT, {"order": "1", "colour": "teal"}),
    "gamma": (TABLE, {"name_en": "Gamma County", "title_en": "Plan of Gamma County", "medium": "web"}),
    "delta": (PARTS, {"colour": "brick"}),
    "epsilon": (REPORT, {"period": "[2026, 2026]", "status": "adopted"}),
    "zeta": (RARE, {}),
    "eta": (PROJECTS, {"region": "某省某市", "issuer": "某县人民政府", "issued": "2026年1月"}),
    "theta": (DIRECT, {"short": "丙"}),
    "iota": (TABLE, {"name_en": "Iota County"}),
    "kappa": (TEXT, {"origin": "县政府网站网页文本"}),
}
SENTENCE = "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念。"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`all` has run over them; one paragraph of one plan is translated."""
    root = tmp_path_factory.mktemp("many")
    for number, (id, (text, card)) in enumerate(PLANS.items(), 1):
        write_plan(root / "sources", id, text, **{"name": f"第{number}县", "title": f"第{number}县五年规划", **card})
    path = root / "curated/locales/en.po"
    edition = pipeline.read_edition(root / "sources", root / "curated")
    pipeline.update_translations(edition, path, "en")
    po = polib.pofile(str(path))
    entry = next(entry for entry in po if entry.msgid == SENTENCE and entry.msgctxt.startswith("beta/"))
    entry.msgstr = "We will seek progress while keeping performance stable."
    po.save()
    assert main(["all", "--quiet", "--sources", str(root / "sources"), "--out", str(root / "out")]) == 0
    return root / "out"


def page(built: Path, path: str) -> str:
    return (built / "build/site" / path / "index.html").read_text(encoding="utf-8")


def test_every_output_holds_every_plan(built: Path) -> None:
    """Site, bundle, PDFs, search and data: all ten are there, in both languages."""
    listed = {entry["file"] for entry in json.loads((built / "build/pdf/list.json").read_text(encoding="utf-8"))}
    for language, ending in (("", ""), ("en/", "-en")):
        texts = (built / f"build/site/{language}search/text.js").read_text(encoding="utf-8")
        compare = (built / f"build/site/{language}compare/texts/index.js").read_text(encoding="utf-8")
        downloads = page(built, f"{language}downloads")
        for id in PLANS:
            assert page(built, f"{language}{id}")
            assert (built / f"build/offline/{language}{id}/index.html").is_file()
            assert f"{id}{ending}.pdf" in listed
            assert f"pdf/{id}{ending}.pdf" in downloads
            assert f"{id}/" in texts
            assert f'"{id}"' in compare
    assert len(listed) == 2 * len(PLANS)


def test_order_and_colours(built: Path) -> None:
    """Plans that give an order come first, newcomers behind. A list of plans has no colours; the page of each plan has
    one, no two the same, and who asked first has what it asked for."""
    shelf = page(built, "").partition("pr-shelf")[2].partition('id="topics"')[0]
    listed = re.findall(r'<div class="pr-entry"[^>]* id="(\w+)"|<div class="pr-entry" id="(\w+)"', shelf)
    ids = [first or second for first, second in listed]
    assert sorted(ids) == sorted(PLANS)
    assert ids[:2] == ["beta", "alpha"]
    names = {re.search(r'<div class="pr-page pr-(\w+)"', page(built, id)).group(1): id for id in PLANS}
    assert len(names) == len(PLANS)
    assert names["teal"] == "beta"
    assert not re.search(rf"\bpr-(?:{'|'.join(names)})\b", shelf)


def test_a_list_of_plans_is_grouped_found_and_ordered(built: Path, browser) -> None:
    """The list stands by region; a word leaves the plans that have it, with the heading of their region; by name it is
    one list; the choice is in the address. Facts of every plan are a click away."""
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    tab.goto((built / "build/offline/index.html").as_uri())
    shelf = tab.locator(".pr-shelf")
    headings = shelf.locator("h3:visible")
    assert [words.replace("¶", "").strip() for words in headings.all_inner_texts()] == ["其他地区", "某省"]
    assert shelf.locator("#eta a[href*='projects']").is_visible()
    tab.get_by_label("查找规划").fill("某市")
    assert shelf.locator(".pr-entry:visible").count() == 1
    assert headings.count() == 1
    tab.get_by_label("查找规划").fill("")
    tab.get_by_label("排列").select_option("name")
    names = [words.split()[0] for words in shelf.locator(".pr-entry:visible .pr-shelf-name").all_inner_texts()]
    assert names == sorted(names, key=lambda name: int(re.search(r"\d+", name).group()) if name != "丙" else 0)
    assert headings.count() == 0
    assert "by=name" in tab.url
    tab.close()


def test_what_is_said_of_a_translation(built: Path) -> None:
    """The plan with a translated paragraph has an unofficial translation; the others are said not to be translated, on
    pages and in print."""
    for id in PLANS:
        said = page(built, f"en/{id}")
        volume = "".join(PdfReader(built / f"build/pdf/{id}-en.pdf").pages[0].extract_text().split())
        untranslated = id != "beta"
        for words, expected in ((layout.NOT_TRANSLATED, untranslated), (layout.UNOFFICIAL, not untranslated)):
            here = in_english(words)
            assert (here in said) == ("".join(here.split()) in volume) == expected, (id, here)
    assert "Gamma County" in page(built, "en/gamma")
    assert "Plan of Gamma County" in page(built, "en/gamma")


def in_english(words: str) -> str:
    """As the program itself says it, which comes with it."""
    known = read_po(settings.GENERAL / "locales/en.po")
    return next(entry.msgstr for entry in known if entry.msgctxt == INTERFACE and entry.msgid == words)


def test_every_volume_is_there_and_every_sign_has_its_character(built: Path) -> None:
    """In both languages; what is copied from them is words."""
    volumes = sorted((built / "build/pdf").glob("*.pdf"))
    assert {path.name for path in volumes} >= {f"{id}{end}.pdf" for id in PLANS for end in ("", "-en")}
    for path in volumes:
        assert "\ufffd" not in "".join(found.extract_text() for found in PdfReader(path).pages), path.name


def test_what_is_said_of_origin_and_period(built: Path) -> None:
    """Word is named where the card says so and nowhere else; a report of one year is of that year."""
    for id in PLANS:
        assert ("Word 文稿" in page(built, id)) == (id == "alpha"), id
    assert "取自网页" in page(built, "gamma")
    assert "县政府网站网页文本" in page(built, "kappa")
    assert "2026年" in page(built, "epsilon")
    assert "2026—2026" not in page(built, "epsilon")


def test_a_rare_sign_is_on_the_page_and_named_in_print(built: Path) -> None:
    """The page shows it with the reader's own faces; the PDF prints its number and says so in the colophon."""
    assert "\U0002c58b坪镇" in page(built, "zeta/01")
    volume = "".join("".join(found.extract_text() for found in PdfReader(built / "build/pdf/zeta.pdf").pages).split())
    assert volume.count("〔U+2C58B〕") == 2
    assert "CO₂" in volume
