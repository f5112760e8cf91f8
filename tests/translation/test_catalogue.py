"""What there is to translate."""

from __future__ import annotations

from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.translation import has_han
from build_tools.translation import catalogue, interface_strings

TEXT = """# 第一章 发展目标

## 一、主要目标

到2030年，粮食产量达到40亿斤。

100

## 二、主要指标
"""


def test_every_text_of_the_plans_has_one_message(edition):
    """Each heading, block and table cell with Chinese in it is one message, under an address of its own, at its line in
    the source."""
    messages = [
        message
        for message in catalogue(edition)
        if message.context.split("/")[0].split(":")[0] in {plan.card.id for plan in edition.plans}
    ]
    assert len({message.context for message in messages}) == len(messages)
    said = {message.context: message for message in messages}
    for plan in edition.plans:
        lines = plan.source.split("\n")
        for thing in (*plan.units, *plan.blocks):
            text = thing.title.string if hasattr(thing, "title") else thing.text.string
            if has_han(text):
                assert said[thing.address].text == text
                (place,) = said[thing.address].places
                assert place[0] == f"{plan.card.id}/{plan.card.file}"
                assert text.strip()[0] in lines[place[1] - 1] or plan.changes
        for block in plan.blocks:
            cells = [message for message in messages if message.context.startswith(block.address + ":r")]
            assert len(cells) == sum(has_han(cell.text.string) for row in block.rows for cell in row)


def test_a_small_plan_in_full(tmp_path):
    """Card, headings and paragraphs in reading order; a paragraph of figures alone is no message."""
    write_plan(tmp_path, "some", TEXT)
    edition = pipeline.read_edition(tmp_path, tmp_path / "none", stop=False)
    assert [(m.context, m.text, m.places[0][1]) for m in catalogue(edition) if m.context.startswith("some/")] == [
        ("some/01", "发展目标", 1),
        ("some/01/01", "主要目标", 3),
        ("some/01/01#1", "到2030年，粮食产量达到40亿斤。", 5),
        ("some/01/02", "主要指标", 9),
    ]


def test_what_people_wrote_about_the_plans_is_there_once(edition):
    """Topics with their definitions, terms with their explanations, places, units and projects: each text once in its
    context."""
    messages = list(catalogue(edition))
    assert len({(message.context, message.text) for message in messages}) == len(messages)
    said = {(message.context, message.text) for message in messages}
    assert all(
        {(f"topic:{topic.id}", topic.name), (f"topic:{topic.id}", topic.definition)} <= said for topic in edition.topics
    )
    assert all(
        {(f"term:{term.name}", term.name), (f"term:{term.name}", term.explanation)} <= said
        for term in edition.glossary
        if has_han(term.explanation) and has_han(term.name)
    )
    assert {context for context, _ in said} >= {"place", "unit", "project", "site:motto"}


def test_interface_strings_are_found_in_templates_and_programs():
    """`_("…")` of a template or a module is a message with all its places; a lone full stop, too; other calls, comments
    and Latin text are none."""
    found = interface_strings(
        {
            "b.j2": 'x\n{{ _("首页") }}{# _("注释") #}{{ _("页") ~ _("首页") }}{{ _("。") }}',
            "a.py": '"""_("文")"""\n_("首页")\nprint("别的")\n_(name)\n_("OK")',
        }
    )
    assert [(m.context, m.text, m.places) for m in found] == [
        ("interface", "首页", (("a.py", 2), ("b.j2", 2))),
        ("interface", "页", (("b.j2", 2),)),
        ("interface", "。", (("b.j2", 2),)),
    ]
