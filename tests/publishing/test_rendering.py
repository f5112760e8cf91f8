"""Markdown is converted once and kept: what comes out is what the library gives, and what was kept is used only for the
same text."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from build_tools.publishing.site import rendering

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]
PAGE = """---
title: x
---
# 标题 {: #top }

一段*重点*，`码`，[链接](../a.md#s01 "题"){: .pr-x }，![图](b.png)，<https://example.org/>，&amp; 与 \\*。[参考][r] <a@b.org>

<div markdown="1">

| a | b |
|---|---|
| 1 | [x](c.csv) |

</div>

行尾
换行

[r]: d.md
"""


def filled(rendered: rendering.Rendered) -> str:
    return "".join(rendered.parts)


def test_what_the_library_gives() -> None:
    """With its addresses put back a page is what the library makes of it, whatever rules are spared; ids, title and
    contents are told."""
    rendered = rendering.render(PAGE, EXTENSIONS, {})
    body = PAGE.split("---\n", 2)[2]
    assert filled(rendering.render(body.replace("<a@b.org>", ""), EXTENSIONS, {})) == markdown.markdown(
        body.replace("<a@b.org>", ""), extensions=EXTENSIONS
    )
    for rule, sign in rendering.SIGNS.items():
        plain = "".join(line + "\n" for line in body.splitlines() if sign.strip("\n") not in line)
        assert filled(rendering.render(plain, EXTENSIONS, {})) == markdown.markdown(plain, extensions=EXTENSIONS), rule
    assert rendered.parts[1::2] == ["../a.md#s01", "b.png", "d.md", "c.csv"]
    assert (rendered.title, rendered.ids) == ("标题", ["top"])


@pytest.fixture
def store(tmp_path: Path):
    def new(settings: dict | None = None) -> rendering.Store:
        return rendering.Store(tmp_path / "rendered" / "zh.json", EXTENSIONS, settings or {}, 2)

    return new


def test_only_what_changed_is_converted(store, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of one page of many, one page is converted; after a change of settings, all."""
    converted: list[str] = []
    original = rendering.render
    texts = [f"# 第{number}页\n" for number in range(5)]

    def build(texts: list[str], settings: dict | None = None) -> list[str]:
        converted.clear()
        monkeypatch.setattr(rendering, "render", lambda text, *rest: converted.append(text) or original(text, *rest))
        kept = store(settings)
        kept.prepare(texts)
        pages = [filled(kept.page(text)) for text in texts]
        kept.save()
        return pages

    build(texts)
    assert sorted(converted) == texts
    changed = [*texts[:4], "# 改了\n"]
    assert build(changed)[4] == '<h1 id="_1">改了</h1>'
    assert converted == ["# 改了\n"]
    build(changed)
    assert converted == []
    build(changed, {"toc": {"permalink": True}})
    assert len(converted) == 5


def test_several_processes_give_the_same(store) -> None:
    """Shared out among processes the pages are the same."""
    texts = [f"# 页 {number}\n\n[x](a{number}.md)\n" for number in range(20)]
    kept = store()
    kept.prepare(texts)
    assert [kept.page(text) for text in texts] == [rendering.render(text, EXTENSIONS, {}) for text in texts]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": 1}', '{"a": {"parts": []}}'])
def test_a_damaged_store_is_none(store, damage: str) -> None:
    """A file that someone cut off or wrote into is passed over, and replaced."""
    kept = store()
    kept.page("# 页\n")
    kept.save()
    kept.file.write_text(damage, encoding="utf-8")
    again = store()
    assert again.page("# 页\n") == rendering.render("# 页\n", EXTENSIONS, {})
    again.save()
    assert store().known.keys() == again.used.keys()
