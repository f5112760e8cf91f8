"""Word files: what Word, WPS and LibreOffice print from them is what is read, each thing once and in its place."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import SPACES, cell, num, numbered, p, part, pattern, r, relations, table, word_file, zipped

from build_tools.model.edition import BadInput
from build_tools.model.text import Draft, Grid, Line, Source
from build_tools.readers import read_file
from build_tools.readers.docx.number_formats import written

FILLER = p("全县经济总量迈上新台阶，城乡面貌发生深刻变化。")


def taken(body: str, **parts: str) -> tuple[Source, Draft]:
    name, reading = read_file(word_file(body, **parts), "plan.docx")
    assert name == "docx"
    assert_every_character_once(*reading)
    return reading


def strings(draft: Draft) -> list[str]:
    return [line.string for line in draft.lines if isinstance(line, Line)]


def grids(draft: Draft) -> list[Grid]:
    return [element for element in draft.lines if isinstance(element, Grid)]


def cells(grid: Grid) -> list[list[str]]:
    return [["/".join(line.string for line in cell) for cell in row] for row in grid.rows]


def codes(draft: Draft) -> Counter:
    return Counter(problem.code for problem in draft.problems)


def assert_every_character_once(source: Source, draft: Draft) -> None:
    lines = [line for line in draft.lines if isinstance(line, Line)] + list(draft.notes)
    lines += [line for grid in grids(draft) for row in grid.rows for found in row for line in found]
    places = Counter(offset for line in lines for offset in line.text.offsets)
    places.update(at for entry in draft.removed for at in range(entry.start, entry.end))
    assert places == Counter(range(len(source.text)))
    assert all(
        source.text[offset] == sign
        for line in lines
        for offset, sign in zip(line.text.offsets, line.string, strict=False)
    )


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("chineseCounting", 23, "二十三"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("japaneseCounting", 10, "十"),
        ("ideographDigital", 10, "一〇"),
        ("ideographTraditional", 3, "丙"),
        ("ideographZodiac", 2, "丑"),
        ("chineseLegalSimplified", 11, "壹拾壹"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 20, "⑳"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("decimalZero", 3, "03"),
        ("aFormatOfTheFuture", 7, "7"),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, number: int, printed: str) -> None:
    """A list number reads as the program prints it; a format that is not known is written in digits."""
    assert written(number, form) == printed


def test_automatic_numbers_restart_below_a_higher_level() -> None:
    """第一节 begins anew in every chapter, and the level below it, too."""
    lists = pattern(0, ("chineseCountingThousand", "第%1章"), ("chineseCounting", "第%2节"), ("decimal", "%3.")) + num(
        1, 0
    )
    body = "".join(
        numbered(text, 1, level)
        for text, level in [("甲", 0), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1), ("庚", 2)]
    )
    _, draft = taken(body, numbering=lists)
    assert strings(draft) == ["第一章甲", "第一节乙", "第二节丙", "1.丁", "第二章戊", "第一节己", "1.庚"]


def test_lists_of_one_pattern_count_on_unless_told_to_start() -> None:
    """Two lists that share their pattern go on counting; an override begins anew; isLgl writes higher levels in
    digits."""
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    legal = pattern(1, ("chineseCounting", "%1、"), ("decimal", "%1.%2"), more="<w:isLgl/>")
    lists = pattern(0, ("decimal", "（%1）")) + legal + num(1, 0) + num(2, 0) + num(3, 0, override) + num(4, 1)
    body = (
        numbered("甲", 1)
        + numbered("乙", 2)
        + numbered("丙", 3)
        + numbered("丁", 3)
        + numbered("戊", 4)
        + numbered("己", 4, 1)
    )
    _, draft = taken(body, numbering=lists)
    assert strings(draft) == ["（1）甲", "（2）乙", "（1）丙", "（2）丁", "1、戊", "1.1己"]


def test_numbers_come_from_the_chain_of_styles_and_from_linked_lists() -> None:
    """A heading takes its number from the style it is based on, its level from the level tied to its style, and its
    list from a list style."""
    tied = '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="L"/>' + "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H{at}"/><w:suff '
        f'w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(("第%1章", "第%2节"))
    )
    lists = (
        tied
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        + num(1, 0)
        + num(2, 1)
    )
    style = '<w:style w:type="{}" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/><w:pPr>{}</w:pPr></w:style>'
    styles = (
        style.format("numbering", "L", "list", "", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style.format(
            "paragraph", "H0", "heading 1", "", '<w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/>'
        )
        + style.format("paragraph", "H1", "heading 2", "H0", "")
        + style.format("paragraph", "Own", "公文标题", "H0", "")
    )
    body = "".join(
        p(text, f'<w:pStyle w:val="{key}"/>') for text, key in [("甲", "H0"), ("乙", "H1"), ("丙", "H1"), ("丁", "Own")]
    )
    _, draft = taken(body + FILLER, numbering=lists, styles=styles)
    assert strings(draft)[:4] == ["第一章 甲", "第一节 乙", "第二节 丙", "第二章 丁"]
    assert [line.hint for line in draft.lines if isinstance(line, Line)] == [True, True, True, True, False]


def test_insertions_stay_deletions_go_and_both_are_told() -> None:
    """A draft with open revisions reads as if they were accepted; a paragraph whose end was deleted goes on in the
    next."""
    body = f"<w:p>{r('投资')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>{r('15')}</w:ins>{r('亿元。')}</w:p>"
    body += (
        p("前半句，", "<w:rPr><w:del/></w:rPr>")
        + p("后半句。")
        + f"<w:moveFrom>{p('旧处。')}</w:moveFrom><w:moveTo>{p('新处。')}</w:moveTo>"
    )
    _, draft = taken(body)
    assert strings(draft) == ["投资15亿元。", "前半句，后半句。", "新处。"]
    assert codes(draft) == {"revisions": 1, "revised-here": 1}


def test_merged_cells_stay_in_their_places() -> None:
    """Cells merged downwards and sideways are spans over empty places; narrow strokes of the grid are no columns."""
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 20, 1980, 2000))
    rows = (
        cell("类别", '<w:vMerge w:val="restart"/>') + cell("目标", '<w:gridSpan w:val="3"/>'),
        cell("", "<w:vMerge/>") + cell("2025年", '<w:gridSpan w:val="2"/>') + cell("2030年"),
        cell("经济", '<w:gridSpan w:val="2"/>') + cell("86") + cell("115"),
    )
    _, draft = taken(FILLER + table(*rows, grid=f"<w:tblGrid>{widths}</w:tblGrid>"))
    (grid,) = grids(draft)
    assert cells(grid) == [["类别", "目标", ""], ["", "2025年", "2030年"], ["经济", "86", "115"]]
    assert grid.spans == ((0, 0, 2, 1), (0, 1, 1, 2))
    assert grid.drawn


def test_a_cell_may_hold_nothing_but_its_number() -> None:
    """The column 序号 of a table is often numbered by the program; an empty line of the text prints no number."""
    lists = pattern(1, ("decimal", "%1")) + num(1, 1)
    rows = [cell(numbered("", 1)) + cell(name) for name in ("水库加固工程", "县道改建工程")]
    head = cell("序号") + cell("项目")
    _, draft = taken(FILLER + numbered("", 1) + table(head, *rows), numbering=lists)
    (grid,) = grids(draft)
    assert cells(grid) == [["序号", "项目"], ["2", "水库加固工程"], ["3", "县道改建工程"]]


def test_boxes_in_frames_and_text_boxes_are_grids_of_one_column() -> None:
    """A box drawn as a table of one cell and one drawn as a text box come out alike, the text box once."""
    items = p("专栏1 重点工程") + p("1.甲工程。建设仓库。") + p("2.乙工程。改造管网。")
    shape = f"<wps:txbx><w:txbxContent>{items}</w:txbxContent></wps:txbx>"
    old = f"<w:pict><v:textbox><w:txbxContent>{items}</w:txbxContent></v:textbox></w:pict>"
    twice = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{shape}</w:drawing></mc:Choice><mc:Fallback>{old}"
        "</mc:Fallback></mc:AlternateContent>"
    )
    _, draft = taken(FILLER + table(cell(items)) + f"<w:p><w:r>{twice}</w:r></w:p>" + f"<w:p><w:r>{old}</w:r></w:p>")
    expected = [["专栏1 重点工程"], ["1.甲工程。建设仓库。"], ["2.乙工程。改造管网。"]]
    assert [cells(grid) for grid in grids(draft)] == [expected] * 3


def test_page_layout_in_tables_is_text() -> None:
    """A table that only holds the text of the plan in place gives its paragraphs; a frame around a table gives the
    table."""
    chapters = p("第一章 基础") + p("全县经济总量迈上新台阶。") + p("第二章 目标") + p("到2030年实现翻番。")
    inner = table(cell("指标") + cell("2030年"), cell("产值") + cell("115"))
    _, draft = taken(table(cell(chapters)) + table(cell(inner + p())))
    assert strings(draft) == ["第一章 基础", "全县经济总量迈上新台阶。", "第二章 目标", "到2030年实现翻番。"]
    assert [cells(grid) for grid in grids(draft)] == [[["指标", "2030年"], ["产值", "115"]]]


def test_notes_have_marks_in_the_text_and_texts_below_it() -> None:
    """[1] stands where the mark is printed; the notes follow in the order of their marks, whatever their ids are."""
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    body = f"<w:p>{r('甲')}{mark.format(7)}{r('，乙')}{mark.format(3)}{r('。')}</w:p>"
    notes = "".join(
        f'<w:footnote w:id="{key}">{p(text)}</w:footnote>' for key, text in ((3, " 关于乙。"), (7, " 关于甲。"))
    )
    _, draft = taken(body, footnotes=notes)
    assert strings(draft) == ["甲[1]，乙[2]。"]
    assert [line.string for line in draft.notes] == ["[1] 关于甲。", "[2] 关于乙。"]


def test_fields_give_their_results_and_the_contents_are_a_witness() -> None:
    """Instructions are no text; entries of a contents field go to the ledger with their head and stay as witnesses."""
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    start = field.format("begin") + "<w:r><w:instrText> TOC \\o </w:instrText></w:r>" + field.format("separate")
    circle = field.format("begin") + "<w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r>" + field.format("end")
    reference = f'<w:fldSimple w:instr="REF _1">{r("表1")}</w:fldSimple>'
    body = (
        p("目　录")
        + f"<w:p>{start}{r('第一章 基础')}<w:r><w:tab/></w:r>{r('1')}</w:p><w:p>{r('第二章 目标 3')}{field.format('end')}</w:p>"
    )
    body += f"<w:p>{r('见')}{reference}{r('。')}{circle}{r('项。')}</w:p>"
    _, draft = taken(body)
    assert strings(draft) == ["见表1。③项。"]
    assert [line.string for line in draft.contents] == ["第一章 基础\t1", "第二章 目标 3"]
    assert {entry.reason for entry in draft.removed} == {"contents", "line-end"}


def test_soft_breaks_join_a_title_and_part_a_list() -> None:
    """A title torn by a soft break is one line; items parted by soft breaks are lines of their own."""
    soft = "<w:r><w:br/></w:r>"
    body = f"<w:p>{r('第三章')}{soft}{r('做强产业')}</w:p><w:p>{r('一、发展回')}{soft}{r('顾和环境')}</w:p>"
    body += f"<w:p>{r('重点抓好以下工作：')}{soft}{r('1.改造管网。')}{soft}{r('2.修建水库。')}</w:p>"
    _, draft = taken(body)
    assert strings(draft) == [
        "第三章做强产业",
        "一、发展回顾和环境",
        "重点抓好以下工作：",
        "1.改造管网。",
        "2.修建水库。",
    ]
    assert draft.lines[0].end == 2


def test_a_bold_beginning_is_a_heading_run_in() -> None:
    """一、夯实基础。(bold) … is a heading and a paragraph; a bold word inside a sentence is not."""
    body = f"<w:p>{r('一、夯实基础。', '<w:b/>')}{r('坚持把基础设施放在优先位置，推进项目建设。')}</w:p>"
    body += f"<w:p>{r('1', '<w:b/>')}{r('.35万人在城镇实现就业，比上年有所增加。')}</w:p>"
    _, draft = taken(body)
    assert strings(draft) == [
        "一、夯实基础。",
        "坚持把基础设施放在优先位置，推进项目建设。",
        "1.35万人在城镇实现就业，比上年有所增加。",
    ]
    assert [line.hint for line in draft.lines] == [True, False, False]


def test_signs_and_hidden_text() -> None:
    """Symbols are signs, raised figures stay figures of their own, hidden text is counted and not shown, yellow and
    pictures are told."""
    body = (
        f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>{r("面积5km")}'
        f"{r('2', '<w:vertAlign w:val=' + chr(34) + 'superscript' + chr(34) + '/>')}"
    )
    body += (
        f"<w:r><w:noBreakHyphen/></w:r>{r('密', '<w:vanish/>')}"
        f"{r('12亿元', '<w:highlight w:val=' + chr(34) + 'yellow' + chr(34) + '/>')}<w:r><w:drawing><a:blip/></w:drawin"
        "g></w:r></w:p>"
    )
    _, draft = taken(body)
    assert strings(draft) == ["●面积5km²-12亿元"]
    assert codes(draft) == {"hidden-text": 1, "highlighted": 1, "picture-here": 1}


def test_strict_files_read_like_others() -> None:
    """A file saved as “Strict Open XML” has other namespaces and the same text."""
    spaces = SPACES.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    strict = part("document", f"<w:body>{FILLER}</w:body>").replace(SPACES, spaces)
    data = zipped({"_rels/.rels": relations({"officeDocument": "word/document.xml"}), "word/document.xml": strict})
    assert strings(read_file(data, "plan.docx")[1].draft) == ["全县经济总量迈上新台阶，城乡面貌发生深刻变化。"]


def test_files_of_python_docx_are_read() -> None:
    """A file made by a library, with its own styles and lists, is read like one made by hand."""
    import io

    import docx

    document = docx.Document()
    document.add_heading("第一章 基础", 1)
    document.add_paragraph("全县经济总量迈上新台阶。")
    document.add_table(2, 2).cell(0, 0).text = "指标"
    out = io.BytesIO()
    document.save(out)
    _, draft = read_file(out.getvalue(), "plan.docx")[1]
    assert strings(draft)[:2] == ["第一章 基础", "全县经济总量迈上新台阶。"]
    assert draft.lines[0].hint
    assert len(grids(draft)) == 1


@given(st.lists(st.tuples(st.integers(0, 2), st.text("甲乙。", max_size=3)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_every_sequence_of_numbered_paragraphs_is_read_once(sequence: list[tuple[int, str]]) -> None:
    """Whatever the order of levels and empty items, every character has one place and nothing fails."""
    lists = pattern(0, ("decimal", "%1."), ("chineseCounting", "%1-%2、"), ("decimalEnclosedCircle", "%3")) + num(1, 0)
    _, draft = taken(FILLER + "".join(numbered(text, 1, level) for level, text in sequence), numbering=lists)
    assert "".join(text for _, text in sequence) == "".join(
        "".join(c for c in line if c in "甲乙。") for line in strings(draft)[1:]
    )


def bomb() -> bytes:
    return zipped(
        {
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": "<w/>" + " " * 45_000_000,
        }
    )


def with_entities() -> bytes:
    xml = (
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        + part("document", f"<w:body>{p('&a;')}</w:body>").partition("?>")[2]
    )
    return zipped({"_rels/.rels": relations({"officeDocument": "word/document.xml"}), "word/document.xml": xml})


HOSTILE = {
    "a zip bomb": (bomb, "unpack to"),
    "XML entities": (with_entities, "declares entities"),
    "ten thousand tables": (lambda: word_file(table(cell("甲")) * 10_000), "more than 2000 tables"),
    "tables in tables": (lambda: word_file(nest(45)), "deep"),
    "entities in UTF-16": (lambda: zipped({"_rels/.rels": relations({"officeDocument": "word/document.xml"}),
    "word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'.encode("utf-16")}), "declares entities"),
    "a broken zip": (lambda: word_file(FILLER)[:-30], "damaged"),
    "broken XML": (lambda: zipped({"_rels/.rels": relations({"officeDocument": "word/document.xml"}),
    "word/document.xml": "<w:document"}), "damaged"),
    "a workbook": (lambda: zipped({"xl/workbook.xml": "<a/>"}), "Excel"),
    "an archive": (lambda: zipped({"plan.txt": "第一章"}), "zip archive"),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as .docx"),
    "a password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "password"),
    "pictures only": (lambda: word_file(p()), "no text"),
}  # fmt: skip


def nest(depth: int) -> str:
    out = p("甲")
    for _ in range(depth):
        out = table(cell(out + p()))
    return out


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_and_foreign_files_give_one_line(kind: str) -> None:
    """A file that is no plan is refused with one line that names it and says what to do, soon and without reading
    anything else."""
    make, words = HOSTILE[kind]
    with pytest.raises(BadInput) as error:
        read_file(make(), "plan.docx")
    assert "\n" not in str(error.value)
    assert str(error.value).startswith("plan.docx:")
    assert words in str(error.value)


def test_macros_comments_and_outside_relations_are_not_followed() -> None:
    """Macros are told and ignored, comments counted, and a template on another machine is not fetched."""
    outside = relations({"comments": "comments.xml"}).replace(
        "</Relationships>",
        '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" '
        'Target="http://192.0.2.1/a.xml" TargetMode="External"/></Relationships>',
    )
    data = zipped(
        {
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "word/document.xml": part("document", f"<w:body>{FILLER}</w:body>"),
            "word/_rels/document.xml.rels": outside,
            "word/comments.xml": part("comments", f'<w:comment w:id="1">{p("请核")}</w:comment>'),
            "word/vbaProject.bin": "x",
        }
    )
    draft = read_file(data, "plan.docm")[1].draft
    assert codes(draft) == {"comments": 1, "macros": 1}
    assert "请核" not in "".join(strings(draft))
