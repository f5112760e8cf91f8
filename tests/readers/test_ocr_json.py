"""JSON of OCR programs: whatever the form, the same pages, lines and tables come out, and every character is on a line
or the ledger."""

from __future__ import annotations

import json

import pytest

from build_tools.model.edition import BadInput
from build_tools.model.text import Grid, Line
from build_tools.readers import read_file

TABLE = "<table><tr><td rowspan=2>经济</td><td>产值</td></tr><tr><td>86</td></tr></table>"
GRID = (("经济", "产值"), ("", "86"))

FORMS = {
    "content_list": [
        {"type": "text", "text": "第一章 基础", "text_level": 1, "page_idx": 0},
        {"type": "page_number", "text": "1", "page_idx": 0},
        {"type": "text", "text": "第二页的话。", "page_idx": 1},
        {"type": "table", "table_body": TABLE, "table_caption": ["表1 指标"], "page_idx": 1},
        {"type": "page_footnote", "text": "1 快报数。", "page_idx": 1},
    ],
    "content_list_v2": [
        [
            {"type": "title", "content": {"title_content": [{"type": "text", "content": "第一章 基础"}], "level": 1}},
            {"type": "page_number", "content": {"page_number_content": [{"type": "text", "content": "1"}]}},
        ],
        [
            {"type": "paragraph", "content": {"paragraph_content": [{"type": "text", "content": "第二页的话。"}]}},
            {"type": "table", "content": {"html": TABLE, "table_caption": [{"type": "text", "content": "表1 指标"}]}},
            {"type": "page_footnote", "content": {"page_footnote_content": [{"content": "1 快报数。"}]}},
        ],
    ],
    "middle": {
        "pdf_info": [
            {
                "page_idx": 0,
                "para_blocks": [{"type": "title", "lines": [{"spans": [{"content": "第一章 基础"}]}]}],
                "discarded_blocks": [{"type": "page_number", "lines": [{"spans": [{"content": "1"}]}]}],
            },
            {
                "page_idx": 1,
                "para_blocks": [
                    {
                        "type": "text",
                        "lines": [{"spans": [{"content": "第二页"}]}, {"spans": [{"content": "的话。"}]}],
                    },
                    {
                        "type": "table",
                        "blocks": [
                            {"type": "table_caption", "lines": [{"spans": [{"content": "表1 指标"}]}]},
                            {"type": "table_body", "lines": [{"spans": [{"html": TABLE}]}]},
                        ],
                    },
                ],
                "discarded_blocks": [{"type": "page_footnote", "lines": [{"spans": [{"content": "1 快报数。"}]}]}],
            },
        ]
    },
    "docling": {
        "body": {
            "children": [{"$ref": f"#/texts/{n}"} for n in range(3)] + [{"$ref": "#/tables/0"}, {"$ref": "#/texts/4"}]
        },
        "texts": [
            {"label": "section_header", "text": "第一章 基础", "prov": [{"page_no": 1}]},
            {"label": "page_footer", "text": "1", "prov": [{"page_no": 1}]},
            {"label": "text", "text": "第二页的话。", "prov": [{"page_no": 2}]},
            {"label": "caption", "text": "表1 指标", "prov": [{"page_no": 2}]},
            {"label": "footnote", "text": "1 快报数。", "prov": [{"page_no": 2}]},
        ],
        "tables": [
            {
                "prov": [{"page_no": 2}],
                "captions": [{"$ref": "#/texts/3"}],
                "data": {
                    "grid": [
                        [
                            {"text": "经济", "row_span": 2, "start_row_offset_idx": 0, "start_col_offset_idx": 0},
                            {"text": "产值", "start_row_offset_idx": 0, "start_col_offset_idx": 1},
                        ],
                        [
                            {"text": "经济", "row_span": 2, "start_row_offset_idx": 0, "start_col_offset_idx": 0},
                            {"text": "86", "start_row_offset_idx": 1, "start_col_offset_idx": 1},
                        ],
                    ]
                },
            }
        ],
    },
}


@pytest.mark.parametrize("form", FORMS)
def test_all_forms_say_the_same(form: str) -> None:
    """Lines, hint, table with its span, note and pages are the same from each of the four forms."""
    name, (source, draft) = read_file(json.dumps(FORMS[form], ensure_ascii=False).encode("utf-8"), "plan.json")
    assert name == "ocr_json"
    lines = [(line.string, line.hint) for line in draft.lines if isinstance(line, Line)]
    grids = [line for line in draft.lines if isinstance(line, Grid)]
    assert lines == [("第一章 基础", True), ("第二页的话。", False), ("表1 指标", False)]
    assert [tuple("".join(line.string for line in cell) for cell in row) for row in grids[0].rows] == list(GRID)
    assert grids[0].spans == ((0, 0, 2, 1),)
    assert grids[0].drawn
    assert [note.string for note in draft.notes] == ["1 快报数。"]
    assert [source.text.split("\n")[start - 1] for start in source.page_starts] == ["第一章 基础", "第二页的话。"]


@pytest.mark.parametrize("form", FORMS)
def test_every_character_is_kept_once(form: str) -> None:
    """What was taken out of the JSON is on a line, in a cell, in a note or on the ledger, and nowhere twice."""
    _, (source, draft) = read_file(json.dumps(FORMS[form], ensure_ascii=False).encode("utf-8"), "plan.json")
    offsets = [offset for entry in draft.removed for offset in range(entry.start, entry.end)]
    for line in (*draft.lines, *draft.notes):
        parts = [one for row in line.rows for cell in row for one in cell] if isinstance(line, Grid) else [line]
        offsets += [offset for part in parts for offset in part.text.offsets]
    assert sorted(offsets) == list(range(len(source.text)))


def test_broken_json_is_one_line() -> None:
    """JSON that looks like MinerU's and is not is refused in one line, not with a traceback."""
    broken = [{"type": "text", "text": "甲", "page_idx": "first"}]
    with pytest.raises(BadInput, match="MinerU or docling"):
        read_file(json.dumps(broken).encode("utf-8"), "plan.json", "ocr_json")


def test_a_picture_is_reported() -> None:
    """A picture in the text is a Problem at the line before which it stood, with its page."""
    pages = [
        {"type": "text", "text": "甲。", "page_idx": 0},
        {"type": "image", "img_path": "a.jpg", "page_idx": 1},
        {"type": "text", "text": "乙。", "page_idx": 1},
    ]
    _, (_, draft) = read_file(json.dumps(pages).encode("utf-8"), "plan.json")
    assert [(problem.code, problem.line, problem.values) for problem in draft.problems] == [("picture", 2, (2,))]


def test_a_page_number_beyond_all_pages_is_refused() -> None:
    """A thousand million pages are not counted one by one; the refusal names the file."""
    with pytest.raises(BadInput, match=r"^plan\.json:1: .*a page beyond"):
        read_file(json.dumps([{"type": "text", "text": "甲", "page_idx": 10**9}]).encode("utf-8"), "plan.json")
