"""What the list of results shows."""

from __future__ import annotations


def answer(worker, query: str) -> list[list[dict]]:
    return worker.call(
        "q => answer(find(readQuery(q, places.plans), places), places, (page, anchor) => page + '/' + (anchor && "
        "'#' + anchor))",
        query,
    )


def test_every_group_holds_its_page_and_names_plan_and_status(worker):
    """The theme needs the page itself in each group; the reader needs plan, chapter, period and status."""
    for group in answer(worker, "土地"):
        pages = [item for item in group if "#" not in item["location"]]
        assert len(pages) == 1
        assert pages[0]["title"].split(" · ")[0] in ("双城", "双辽")
        assert len(pages[0]["tags"]) >= 2


def test_the_sentence_with_the_hit_is_shown_and_marked(worker):
    """The words found are marked in the sentence, and nothing else of the text is changed."""
    first = answer(worker, "黑土地")[0][0]
    assert "<mark data-md-highlight>黑土地</mark>" in first["text"]
    assert first["location"].split("#")[1]


def test_text_is_escaped(worker):
    """A sign of the text or of the query never becomes markup."""
    assert worker.call("() => withMarks('a<b>&\"', [[1, 4]])") == "a<mark data-md-highlight>&lt;b&gt;</mark>&amp;&quot;"


def test_marks_do_not_overlap(worker):
    """Words that overlap in the text are marked once."""
    assert worker.call("() => markRanges('养老服务机构', ['养老服务', '服务机构', '服务'])") == [[0, 6]]


def test_an_excerpt_keeps_whole_hits(worker):
    """The window is moved to the hit, in a long paragraph too."""
    text = "甲" * 300 + "目标词" + "乙" * 300
    shown = worker.call("text => excerpt(text, markRanges(text, ['目标词']))", text)
    assert "<mark data-md-highlight>目标词</mark>" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_related_results_say_so(worker):
    """What holds other words than those typed carries a tag that tells it."""
    groups = answer(worker, "养老院补贴")
    assert groups
    assert all("相近的说法" in group[-1]["tags"] for group in groups)
    assert all("相近的说法" not in group[-1]["tags"] for group in answer(worker, "黑土地"))
