"""Another language is a file away: Traditional Chinese, its PO filled by OpenCC, becomes a site of its own without any
code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from opencc import OpenCC
from small_plan import write_plan

from build_tools import pipeline, publish, settings
from build_tools.translation import po_text, read_po

TEXT = "# 第一章 发展目标\n\n## 一、主要目标\n\n到2030年，粮食产量达到40亿斤，农村电网覆盖率达到100%。\n\n## 二、保障措施\n\n加强组织领导，完善监测评估机制。\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small plan with a file locales/zh_Hant.po, converted and built."""
    root = tmp_path_factory.mktemp("traditional")
    write_plan(root / "sources", "some", TEXT)
    curated = root / "curated"
    curated.mkdir()
    shutil.copy(settings.CURATED / "site.yml", curated)
    path = curated / "locales" / "zh_Hant.po"
    edition = pipeline.read_edition(root / "sources", curated)
    pipeline.update_translations(edition, path, "zh_Hant")
    po, converter = read_po(path), OpenCC("s2t")
    for entry in po:
        entry.msgstr = converter.convert(entry.msgid)
    path.write_text(po_text(po), encoding="utf-8")
    pipeline.convert(pipeline.editions_of(edition, curated), root / "content")
    publish.build_site(root / "content", root / "site")
    return root / "site"


def test_the_pages_are_in_the_language(built: Path):
    """The chapter stands at /zh-hant/ with its own language, title, text and words of the frame, and leads back to the
    Chinese page."""
    page = BeautifulSoup((built / "zh-hant" / "some" / "01" / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert page.html["lang"] == "zh-Hant"
    assert page.find(id="s01-p1").get_text().startswith("到2030年，糧食產量達到40億斤，農村電網覆蓋率達到100%。")
    assert page.find(id="s02").get_text().startswith("二、保障措施")
    assert page.h1.get_text().startswith("第一章 發展目標")
    assert "非官方譯文" in page.get_text()
    assert [link["href"] for link in page.find_all("link", rel="alternate", hreflang="zh-Hans")]


def test_a_hand_written_page_is_lent(built: Path):
    """A page that nobody has written in that language yet is the Chinese one, and says so."""
    page = BeautifulSoup((built / "zh-hant" / "about" / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert "关于本站" in page.select_one('article [lang="zh-Hans"]').get_text()
