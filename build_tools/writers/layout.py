"""Templates are layout only: they get finished text and lists, and decide where things stand."""

import json
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..model.edition import PlanCard
from . import markdown

GENERATED = "本页由 build_tools 生成，请勿手工修改：下次转换会覆盖它。"
STATUS = {
    "adopted": "已印发",
    "draft": "草案，尚未通过",
}
ATTRIBUTES = {
    "约束性": "binding",
    "预期性": "anticipatory",
}
CONVERTED = {
    "ocr_markdown": "文字由扫描件识别转换而成，以印发原件为准",
    "word_dump": "文字由 Word 文稿转换而成，以正式文本为准",
}


@cache
def templates() -> Environment:
    """Jinja environment for Markdown: no escaping of its own, missing values are errors."""
    environment = Environment(
        loader=PackageLoader("build_tools.writers"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations()
    environment.filters |= {"md": markdown.escape, "cell": markdown.cell, "attr": markdown.attribute, "quoted": quoted, "json": as_json, "numbered": numbered, "badge": badge}
    return environment


def quoted(text: str) -> str:
    """A string as YAML and JSON write it, Chinese left readable."""
    return json.dumps(str(text), ensure_ascii=False)


def as_json(value: object) -> str:
    """A mapping or list on one line, as YAML and JSON both read it."""
    return json.dumps(value, ensure_ascii=False)


def numbered(entry: object) -> str:
    """第一章 + 标题 → a quiet number, a space, the title; a number that ends in its own stop (一、 （一） 1.) needs no space."""
    number, title = entry.number, markdown.escape(entry.title)
    if not number:
        return title
    gap = "" if number[-1] in "、）).．," else " "
    return f'<span class="pr-number">{markdown.escape(number)}</span>{gap}{title}'


def badge(attribute: str) -> str:
    """约束性 filled, 预期性 in outline; any other word as it is printed."""
    kind = ATTRIBUTES.get(attribute)
    return f'<span class="pr-badge pr-{kind}">{attribute}</span>' if kind else markdown.cell(attribute)


def page(template: str, **values: object) -> str:
    return templates().get_template(template).render(generated=GENERATED, **values)


def period(card: PlanCard) -> str:
    return f"{card.period[0]}—{card.period[1]}年"


def status_sentence(card: PlanCard) -> str:
    """What a reader must know before trusting the words on the page."""
    if card.status == "draft":
        return f"草案：本规划尚未审议通过，内容和数字可能修改。{CONVERTED[card.reader]}。"
    return f"{CONVERTED[card.reader]}。"


def status_badge(card: PlanCard) -> str:
    return STATUS[card.status]


def colour(card: PlanCard, place: int) -> str:
    """The plan's own colour, or one by its place among the plans."""
    return card.colour or ("brick", "teal", "plum", "moss", "ochre", "slate")[place % 6]
