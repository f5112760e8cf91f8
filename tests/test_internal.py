"""What is internal stays internal: comments, deleted text, authors' names and reasons that editors keep to
themselves reach nothing published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_plan import write_plan
from word_files import p, part, r, relations, zipped

from build_tools import pipeline
from build_tools.model.edition import BadInput
from build_tools.writers.print.volume import print_models

SECRET = "机密"
BODY = "第一章 发展基础\n\n第一节 成就\n\n五年来，粮食产量达到12万吨。清江镇发展乡村振兴。\n\n第二节 问题\n\n任务仍然较重。\n"
PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{SECRET}作者</dc:creator></cp:coreProperties>'
)


def word_plan() -> bytes:
    """A Word file with a comment, a deletion, names of who made them, and its author."""
    by = f'w:id="1" w:author="{SECRET}改者" w:date="2026-01-01T00:00:00Z"'
    deleted = f"<w:del {by}><w:r><w:delText>{SECRET}删去</w:delText></w:r></w:del>"
    gone = f"<w:p>{r('任务仍然')}{deleted}{r('较重。')}</w:p>"
    body = "".join(p(line) for line in BODY.split("\n\n")[:-1]) + gone
    return zipped(
        {
            "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
            "docProps/core.xml": PROPERTIES,
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations({"comments": "comments.xml"}),
            "word/comments.xml": part("comments", f"<w:comment {by}>{p(f'{SECRET}批注')}</w:comment>"),
        }
    )


def reasons() -> dict[str, list[dict]]:
    """An entry of every kind that has a reason."""
    inside = {"reason": f"{SECRET}理由", "internal": True}
    mended = {"id": "c1", "plan": "one", "context": "任务仍然较重", "wrong": "较重", "right": "很重", "times": 1}
    term = {"zh": "乡村振兴", "en": "revival", "explanation_zh": "解释", "explanation_en": "that", "source": "general"}
    return {
        "corrections.yml": [mended | inside],
        "changes.yml": [{"date": "2026-01-02", "what": "改动"} | inside],
        "glossary.yml": [term | inside],
        "places.yml": [{"name": "清江镇", "kind": "乡镇", "plan": "one"} | inside],
        "links.yml": [{"from": "one/01/01", "links": [{"add": "two/01/01", "as": "same"} | inside]}],
        "search.yml": {"words": [{"say": ["米"], "plan": ["粮食"]} | inside], "idle": []},
    }


def test_nothing_internal_is_published(tmp_path: Path) -> None:
    """No page, table, script or print model holds a word of it; the words beside it are there."""
    sources, curated = tmp_path / "sources", tmp_path / "curated"
    write_plan(sources, "one", f"<!-- {SECRET}注释 -->\n\n{BODY}")
    place = write_plan(sources, "two", "", file="plan.docx", reader=None)
    (place / "plan.txt").unlink()
    (place / "plan.docx").write_bytes(word_plan())
    curated.mkdir()
    for name, entries in reasons().items():
        text = f"# {SECRET}附注\n{json.dumps(entries, ensure_ascii=False)}"
        (curated / name).write_text(text, encoding="utf-8")
    editions = pipeline.editions_of(pipeline.read_edition(sources, curated), curated)
    pipeline.convert(editions, tmp_path / "out")
    published = {path: path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()}
    published[Path("print")] = json.dumps(print_models(editions[0]), ensure_ascii=False)
    assert len(published) > 20
    assert [str(path) for path, text in published.items() if SECRET in text] == []
    raw = {path.read_bytes() for path in sources.rglob("plan.*") if path.suffix != ".yml"}
    assert len(raw) == 2
    assert not raw & {path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    whole = "".join(published.values())
    assert all(words in whole for words in ("很重", "改动", "乡村振兴", "清江镇", "粮食产量达到12万吨"))


def test_internal_is_true_or_false(tmp_path: Path) -> None:
    """Another word beside the key is refused with its line, so that nobody believes to have hidden something."""
    write_plan(tmp_path / "sources", "one", BODY)
    (tmp_path / "curated").mkdir()
    entry = "- date: 2026-01-02\n  what: 改动\n  reason: 理由\n  internal: 是\n"
    (tmp_path / "curated/changes.yml").write_text(entry, encoding="utf-8")
    with pytest.raises(BadInput, match=r"changes\.yml:4: “internal” is true or false"):
        pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
