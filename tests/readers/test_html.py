"""Pages as government sites publish them: the article is read whole, the site around it goes, each line once."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model.edition import BadInput
from build_tools.model.text import Draft, Grid, Line, Source
from build_tools.readers import read_file

BODY = "<p>五年来，全县经济总量迈上新台阶，城乡面貌发生深刻变化。</p>"
TEXT = "五年来，全县经济总量迈上新台阶，城乡面貌发生深刻变化。"


def page(body: str, charset: str = "utf-8") -> bytes:
    head = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head><body>'
    return (head + body + "</body></html>").encode("gb18030" if charset.startswith("gb") else "utf-8")


def taken(body: str | bytes) -> tuple[Source, Draft]:
    name, (source, draft) = read_file(body if isinstance(body, bytes) else page(body), "page.html")
    assert name == "html"
    lines = [line for line in draft.lines if isinstance(line, Line)] + list(draft.notes)
    lines += [line for grid in grids(draft) for row in grid.rows for cell in row for line in cell]
    places = Counter(offset for line in lines for offset in line.text.offsets)
    places.update(at for entry in draft.removed for at in range(entry.start, entry.end))
    assert places == Counter(range(len(source.text)))
    assert all(
        source.text[offset] == sign
        for line in lines
        for offset, sign in zip(line.text.offsets, line.string, strict=False)
    )
    return source, draft


def strings(draft: Draft) -> list[str]:
    return [line.string.strip() for line in draft.lines if isinstance(line, Line) and line.string.strip()]


def grids(draft: Draft) -> list[Grid]:
    return [element for element in draft.lines if isinstance(element, Grid)]


def cells(grid: Grid) -> list[list[str]]:
    return [["/".join(line.string for line in cell) for cell in row] for row in grid.rows]


def framed(source: Source, draft: Draft) -> str:
    return "|".join(
        source.text[entry.start : entry.end]
        for entry in sorted(draft.removed, key=lambda entry: entry.start)
        if entry.reason == "page-frame"
    )


@pytest.mark.parametrize("said", ["gb2312", "utf-8"])
@pytest.mark.parametrize("real", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_is_found_whatever_the_page_says(said: str, real: str) -> None:
    """A page saved in another encoding than it names reads right; GB2312 means GB18030."""
    data = page(BODY.replace("全县", "全县㐂")).decode("utf-8").replace("utf-8", said).encode(real)
    assert strings(taken(data)[1]) == [TEXT.replace("全县", "全县㐂")]


def test_a_page_in_one_file_is_unpacked() -> None:
    """MHTML, as browsers save a page with its pictures, is read like the page."""
    inner = page("<div>" + BODY + "</div>")
    head = b'From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n--B\r\n'
    import base64

    data = head + b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(inner)
    assert strings(taken(data + b"\r\n--B--\r\n")[1]) == [TEXT]


def test_the_site_around_the_article_goes_to_the_ledger() -> None:
    """Menus, dates, share buttons and the foot are in the text taken out and on the ledger; scripts and styles are
    nowhere."""
    menu = '<ul><li><a href="/a">首页</a></li><li><a href="/b">公告</a></li></ul><script>var 甲;</script><style>乙{}</style>'
    foot = "<table><tr><td>主办：某县人民政府　ICP备00000000号</td></tr></table>"
    source, draft = taken(
        f"<table><tr><td>{menu}</td><td><div>{BODY}<p>二、保障措施</p><p>打印本页</p></div></td></tr></table>{foot}"
    )
    assert strings(draft) == [TEXT, "二、保障措施"]
    assert framed(source, draft) == "首页|公告|打印本页|主办：某县人民政府　ICP备00000000号"
    assert "甲" not in source.text
    assert "乙" not in source.text


def test_no_chapter_or_table_beside_the_text_is_taken_for_the_site() -> None:
    """An annex with a table, or a chapter in a container of its own, stays, though most sentences stand elsewhere."""
    rows = "".join(f"<tr><td>{n}</td><td>工程{n}</td><td>2030年</td></tr>" for n in range(4))
    _, draft = taken(
        f"<div><div>{BODY * 9}</div><div><p>第九章 保障措施</p></div><div><table>{rows}</table></div></div>"
    )
    assert strings(draft)[-1] == "第九章 保障措施"
    assert len(grids(draft)) == 1


def test_furniture_words_inside_the_text_stay() -> None:
    """What reads like furniture is text where it stands between sentences."""
    _, draft = taken(BODY + "<p>相关链接：</p><p>联系电话：12345热线开通。</p>" + BODY)
    assert strings(draft) == [TEXT, "相关链接：", "联系电话：12345热线开通。", TEXT]


def test_tables_of_data_are_grids_with_spans_and_tables_of_layout_are_text() -> None:
    """Merged cells stay in place; a table that holds chapters gives its lines."""
    data = (
        "<table><tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr><tr><th>2025年</th><th>2030年</th></tr><tr><td>产值<br"
        ">（亿元）</td><td>86</td><td></td></tr></table>"
    )
    layout = f"<table><tr><td><p>第一章 基础</p>{BODY}<p>第二章 目标</p>{data}</td></tr></table>"
    _, draft = taken(layout)
    assert strings(draft) == ["第一章 基础", TEXT, "第二章 目标"]
    (grid,) = grids(draft)
    assert cells(grid) == [["指标", "目标", ""], ["", "2025年", "2030年"], ["产值/（亿元）", "86", ""]]
    assert grid.spans == ((0, 0, 2, 1), (0, 1, 1, 2))
    assert grid.head == 2


def test_boxes_and_breaks() -> None:
    """A table of one cell is a box with its items, also where <br> parts them; a title torn by <br> is one line."""
    box = "<table><tr><td>专栏1 重点工程<br>1.甲工程。建设仓库。<br>2.乙工程。改造管网。</td></tr></table>"
    _, draft = taken(f"<p><b>第一章<br/>加快发展</b></p>{BODY}{box}")
    assert strings(draft) == ["第一章加快发展", TEXT]
    assert draft.lines[0].hint
    assert [cells(grid) for grid in grids(draft)] == [
        [["专栏1 重点工程"], ["1.甲工程。建设仓库。"], ["2.乙工程。改造管网。"]]
    ]


def test_white_space_reads_as_a_browser_shows_it() -> None:
    """Lines of the file that break between Chinese signs leave no space; &nbsp; and blanks between words do."""
    _, draft = taken(
        f"<p>&nbsp;&nbsp;第一章\n发展基础</p><p>全县经济\n   总量达到 5\n万亿元，R&amp;D 投入持续增长。</p>{BODY}"
    )
    assert strings(draft)[:2] == ["第一章 发展基础", "全县经济总量达到 5 万亿元，R&D 投入持续增长。"]


def test_notes_pictures_lists_and_hidden_text() -> None:
    """Notes are taken out of the text, their marks stay; pictures are told; numbers of lists are text; what is hidden
    is counted."""
    body = (
        '<p>茶园面积<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a>达到5km<sup>2</sup>。</p><p><img '
        f'src="a.jpg"></p>{BODY}'
    )
    body += (
        '<ol><li>甲。</li><li><p>乙。</p></li></ol><ol style="list-style-type:cjk-ideographic" start="3"><li>丙。'
        "</li></ol>"
    )
    body += (
        '<p style="display:none">秘密</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a>不含林地。</p></div>'
    )
    _, draft = taken(body)
    assert strings(draft) == ["茶园面积[1]达到5km²。", TEXT, "1. 甲。", "2. 乙。", "三、丙。"]
    assert [line.string for line in draft.notes] == ["[1] 不含林地。"]
    assert Counter(problem.code for problem in draft.problems) == {"picture-here": 1, "hidden-text": 1}


def test_pages_without_text_are_refused() -> None:
    """A page whose text comes from a script or a frame gives one line that says so."""
    with pytest.raises(BadInput) as error:
        read_file(page('<div id="app"></div><script>load()</script>'), "page.html")
    assert "no article" in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "body",
    ["<div>" * 3000 + BODY, "<table><tr><td>" * 200 + BODY, "<p>" + BODY + "</td></p></div>"],
    ids=("elements", "tables", "stray ends"),
)
def test_deep_and_broken_pages_are_read(body: str) -> None:
    """Elements thousands deep, and tags that do not close, lose no text."""
    assert TEXT in "".join(strings(taken(body)[1]))


def test_too_many_tables_and_wild_spans_are_bounded() -> None:
    """Ten thousand tables are refused with one line; a cell that claims a million columns gets what there is."""
    with pytest.raises(BadInput, match="tables"):
        read_file(page(BODY + "<table><tr><td>甲</td></tr></table>" * 10_000), "page.html")
    with pytest.raises(BadInput, match="more than 100 columns"):  # cut off, their words would be lost
        read_file(page(BODY + "<table><tr>" + "<td>甲</td>" * 300 + "</tr></table>"), "page.html")
    with pytest.raises(BadInput, match="attributes"):
        read_file(page(BODY + "<p " + " ".join(f"a{n}=1" for n in range(9000)) + ">甲</p>"), "page.html")
    with pytest.raises(BadInput, match="never closed"):
        read_file(page("<b><i><div>" * 100_000 + BODY), "page.html")
    _, draft = taken(BODY + '<table><tr><td colspan="999999" rowspan="999999">甲</td></tr><tr><td>乙</td></tr></table>')
    assert sum(len(row) for grid in grids(draft) for row in grid.rows) < 1000


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<td>",
                "</tr>",
                "<table>",
                "<tr>",
                "</table>",
                "<br>",
                "甲。",
                "1.乙",
                "<ol><li>",
                "</ol>",
                "&nbsp;",
                "<b>",
            ]
        ),
        max_size=30,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_soup_of_tags_is_read_once(parts: list[str]) -> None:
    """However the tags are mixed, every character of the text taken out has one place."""
    source, _ = taken(BODY + "".join(parts))
    assert Counter(sign for sign in source.text if sign in "甲乙") == Counter(
        sign for part in parts for sign in part if sign in "甲乙"
    )


@pytest.mark.parametrize(
    "text", ["# 第一章 基础\n\n<table><tr><td>甲</td></tr></table>\n", "第一章 基础\n<p>一句。</p>\n"], ids=str
)
def test_markdown_with_tags_is_no_page(text: str) -> None:
    """A text in which a table is written in HTML is read by its own reader."""
    assert read_file(text.encode("utf-8"), "plan.md")[0] != "html"
