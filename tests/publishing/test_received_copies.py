"""The file as received is published only where the card says so: a PDF as it is, of a Word file a copy without what
its authors said to each other; paragraphs lead to their page."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
import typst
from word_files import cell, p, r, relations, table, word_file, zipped

from build_tools import pipeline
from build_tools.readers import read_file
from build_tools.readers.docx.clean_copy import office_copy

CARD = "name: 某县\ntitle: 某县规划\nperiod: [2026, 2030]\nstatus: draft\n"
BY = 'w:id="1" w:author="张某某" w:date="2026-01-02T03:04:05Z"'
TEXT = "".join(p(f"第{n}条说明：新改建农村公路{n}20公里，城乡面貌明显改善。") for n in range(1, 9))
INTERNAL = ("张某某", "旧文字", "此处待核", "藏着的字", "整段删去", "删去的行", "vbaProject", "initials")


def word() -> bytes:
    """A draft with all that is internal."""
    body = (
        p("第一章 发展基础")
        + f"<w:p>{r('粮食产量')}<w:ins {BY}>{r('稳定在')}</w:ins><w:del {BY}><w:r><w:delText>旧文字</w:delText></w:r></w:del>"
        + f'{r("12.5万吨。")}<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
        + f"<w:p>{r('藏着的字', '<w:vanish/>')}{r('生态环境持续改善。')}</w:p>"
        + f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
        + f"<w:del {BY}><w:r><w:delText>整段删去</w:delText></w:r></w:del></w:p>"
        + TEXT
        + "<w:tbl>"
        + f"<w:tr>{cell('指标')}{cell('2030年')}</w:tr>"
        + f"<w:tr><w:trPr><w:del {BY}/></w:trPr>{cell('删去的行')}{cell('7')}</w:tr>"
        + f"<w:tr>{cell('森林覆盖率')}{cell('60')}</w:tr></w:tbl>"
    )
    comment = f'<w:comment {BY} w:initials="张">{p("此处待核")}</w:comment>'
    files = {name: part.decode("utf-8") for name, part in parts_of(word_file(body, comments=comment)).items()} | {
        "docProps/core.xml": "<x>张某某</x>",
        "word/vbaProject.bin": "macro",
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        "_rels/.rels": relations({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
    }
    return zipped(files)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_a_copy_says_what_the_plan_says_and_nothing_internal() -> None:
    """The text that the reader takes out of file and copy is the same; no name, comment or deleted word is left."""
    before, after = word(), office_copy(word())
    assert read_file(after, "a.docx")[1].source.text == read_file(before, "a.docx")[1].source.text
    everything = "".join(name + part.decode("utf-8") for name, part in parts_of(after).items())
    assert [words for words in INTERNAL if words in everything] == []
    assert {one.code for one in read_file(after, "a.docx")[1].draft.problems} == set()
    assert office_copy(before) == after


@pytest.mark.parametrize("said", [True, False])
def test_the_file_is_published_only_where_the_card_says_so(tmp_path: Path, said: bool) -> None:
    """In the data with its size and checksum, in the document, and as the way from each paragraph to its page."""
    page = '#set page(width: 400pt, height: 400pt)\n#set text(font: "Noto Serif CJK SC")\n'
    page += "#set par(first-line-indent: (amount: 2em, all: true))\n第一章 发展基础\n\n"
    pdf = typst.compile(
        (
            page
            + "\n\n".join(f"新改建农村公路{n}20公里，" + "完善排水设施，" * (n % 5) + "改善面貌。" for n in range(60))
        ).encode("utf-8")
    )
    folder = tmp_path / "sources" / "some"
    folder.mkdir(parents=True)
    (folder / "规划（送审）.PDF").write_bytes(pdf)
    (folder / "plan.yml").write_text(CARD + ("publish_source: true\n" if said else ""), encoding="utf-8")
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "none")
    pipeline.convert([edition], tmp_path / "content")
    data = tmp_path / "content" / "data"
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    document = json.loads((data / "plans" / "some" / "document.json").read_text(encoding="utf-8"))
    chapter = (tmp_path / "content" / "pages" / "zh" / "some" / "01.md").read_text(encoding="utf-8")
    published = data / "plans" / "some" / "received.pdf"
    assert published.is_file() is said
    assert [one["bytes"] for one in package["resources"] if one["path"].endswith(".pdf")] == [len(pdf)] * said
    assert ("published" in document["source"]) is said
    assert ("(../data/plans/some/received.pdf#page=2)" in chapter) is said
    assert 'data-said="原件第2页"' in chapter
    assert not said or published.read_bytes() == pdf
    assert pipeline.convert([edition], tmp_path / "content", check=True) == []


def test_tables_of_a_file_keep_their_rows() -> None:
    """Only rows that were deleted go."""
    data = word_file(p("第一章 目标") + TEXT + table(cell("甲") + cell("1"), cell("乙") + cell("2")))
    assert read_file(office_copy(data), "a.docx")[1].source.text == read_file(data, "a.docx")[1].source.text
