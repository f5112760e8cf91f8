"""Files that nobody writes by accident: each ends in a publication or in one line that names it; none is a fault of the
program, reads another file, or takes ever more memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools.__main__ import main

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
    f'Type="{OFFICE}" Target="word/document.xml"/></Relationships>'
)


def paragraph(words: str, look: str = "") -> str:
    return f"<w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p>"


PLAN = "".join(
    map(paragraph, ("第一章 总则", "一、目标", "到2030年，森林覆盖率达到15%。", "第二章 保障", "加强领导。"))
)
CELL = "<w:tbl><w:tr><w:tc>{}" + paragraph("甲") + "</w:tc></w:tr></w:tbl>"


def document(body: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def word(text: str, **more: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr("_rels/.rels", RELATIONS)
        parts.writestr("word/document.xml", text)
        for name, part in more.items():
            parts.writestr(f"word/{name}.xml", part)
    return made.getvalue()


def style(name: str, on: str) -> str:
    return f'<w:style w:styleId="{name}" w:type="paragraph"><w:name w:val="{name}"/><w:basedOn w:val="{on}"/></w:style>'


def spanning(value: str) -> str:
    return PLAN + CELL.format(f'<w:tcPr><w:gridSpan w:val="{value}"/></w:tcPr>')


LOOP = f'<w:styles xmlns:w="{WORD}">{style("a", "b")}{style("b", "a")}</w:styles>'
ENTITY = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE d [" + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "啊"}">' for n in range(10)) + "]>"
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="77"/><w:numId w:val="999"/></w:numPr></w:pPr>'
FIELD = "<w:p>{}<w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p>".format(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
)
STYLED = '<w:pPr><w:pStyle w:val="a"/></w:pPr>'
RING = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF"
)
# ending, what the file holds, and what is said (nothing where it is published)
FILES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "another file as entity": ("docx", lambda: word(document(paragraph("第一章 &x;"), ENTITY)), "declares entities"),
    "entities of entities": ("docx", lambda: word(document(paragraph("&a9;"), LAUGHS)), "declares entities"),
    "tables in tables": ("docx", lambda: word(document(CELL.partition("{}")[0] * 3000)), "is damaged"),
    "a part cut off": ("docx", lambda: word(document(PLAN)[:-30]), "is damaged"),
    "no markup": ("docx", lambda: word("第一章"), "is damaged"),
    "an archive cut off": ("docx", lambda: word(document(PLAN))[:-60], "cannot be unpacked"),
    "a bomb": ("docx", lambda: word(document(paragraph(" " * 210_000_000))), "would unpack to"),
    "a cell over a hundred million columns": ("docx", lambda: word(document(spanning("99999999"))), ""),
    "a cell over less than none": ("docx", lambda: word(document(spanning("-5"))), ""),
    "a cell over many": ("docx", lambda: word(document(spanning("many"))), ""),
    "styles that rest on each other": (
        "docx", lambda: word(document(paragraph("说明", STYLED) + PLAN), styles=LOOP), ""),
    "a list that is nowhere": ("docx", lambda: word(document(paragraph("说明", NUMBERED) + PLAN)), ""),
    "a field that would run": ("docx", lambda: word(document(PLAN + FIELD)), ""),
    "pages that hold themselves": ("pdf", lambda: RING, "the PDF is broken"),
    "a PDF of nothing": ("pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 20, "the PDF is broken"),
    "a tag with thousands of attributes": (
        "html", lambda: ("<html><body><h1 " + 'a="b" ' * 20_000 + ">第一章 总则</h1>").encode(), "attributes"),
    "tags that are never closed": (
        "html", lambda: ("<html><body>" + "<div>" * 20_000 + "第一章 总则").encode(), "never closed"),
    "brackets without an end": ("json", lambda: b"[" * 100_000, "no heading was found"),
}  # fmt: skip
TEXTS = {
    "null signs": "## 第一章 总\x00则\n\n加强\x00领导。\n",
    "signs that are none": "## 第一章 \ufdd0\ufdd1\uffff\U0010ffff总则\n\n加强\ufdd0领导\ufdd1。\n",
    "a head of settings": "---\ntemplate: ../../../etc/passwd\n---\n## 第一章 总则\n\n加强领导。\n",
    "a note that cites itself": "## 第一章 总则[^1]\n\n加强领导[^1]。\n\n[^1]: 见[^1]。\n",
    "a number of twenty thousand digits": f"## 第一章 总则\n\n产值达到{'9' * 20_000}亿元，增长1e999999%。\n",
    "scales upon scales": f"## 第一章 总则\n\n投资{'万亿' * 3000}元，占{'1/' * 5000}。\n",
    "years that nobody plans for": "## 第一章 总则\n\n由20250年的1亿元增加到203000年的2亿元，年均增长5%。\n",
    "a table without bounds": "## 第一章 总则\n\n加强领导。\n\n<table><tr><td rowspan=65535 colspan=65535>x</td></tr></table>\n",
    "marks of other programs": '## 第一章 #panic("x") {% raw %}\n\n--8<-- "/etc/passwd"\n\n{{ x }} #include "/etc"\n',
}


@pytest.mark.parametrize(("ending", "made", "words"), FILES.values(), ids=FILES)
def test_a_file_that_nobody_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture, ending: str, made: Callable[[], bytes], words: str
) -> None:
    """Brought in and published, or refused in a line with its name and what is the matter."""
    file = tmp_path / f"规划.{ending}"
    file.write_bytes(made())
    (tmp_path / "sources").mkdir()
    given = ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]
    code = main(["add", str(file), *given])
    said = capsys.readouterr().err
    if code != 2:
        code = main(["convert", "--quiet", *given])
        said = capsys.readouterr().err
    assert code == (2 if words else 0)
    assert said.count("\n") == bool(words)
    assert words in said
    assert f"规划.{ending}:1: " in said or not words


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_that_nobody_writes(tmp_path: Path, capsys: pytest.CaptureFixture, text: str) -> None:
    """Published as text, with nothing of any other file in it."""
    write_plan(tmp_path / "sources", "first", text)
    given = ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]
    assert main(["convert", "--quiet", *given]) == 0
    assert capsys.readouterr().err == ""
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out/pages").rglob("*.md"))
    assert "领导" in pages or "总则" in pages or "panic" in pages
    assert "root:" not in pages
