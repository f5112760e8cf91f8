"""The published tables of topics and links."""

from __future__ import annotations

from ...model.edition import Edition
from ...model.subjects import Link
from ...model.translation import _, has_han
from ..words import layout
from ..words.topic_sections import all_on_topic, topic_sections
from .published import Row, Table

FIRST_WORDS = 40

TOPICS_COLUMNS = (
    ("id", "string", _("编号")),
    ("zh", "string", _("主题")),
    ("en", "string", _("英文名")),
    ("definition", "string", _("定义")),
)
LINKS = Table(
    "links",
    _("各规划之间的对应：从一节到另一规划讲同一主题之处，双向，每节由近及远"),
    (
        ("from", "string", _("从哪一节")),
        ("to", "string", _("到哪一节或更细")),
        ("score", "number", _("相近程度，0 至 1")),
        ("topic", "string", _("主题编号，见 topics.csv")),
        ("evidence", "string", _("依据：共同用语、所指段落，编者的理由")),
        ("origin", "string", _("computed 程序算出；curated 编者添加")),
        ("paragraph", "string", _("所指段落的地址")),
        ("decision", "string", _("编者的决定：accept 认可，add 添加；空即编者未看")),
        ("kind", "string", _("编者的判断：same 同一主题，overlap 大部重合，related 相关")),
        ("reason", "string", _("编者的理由")),
    ),
)


ASPECTS = Table(
    "aspects",
    _("各规划对每个主题各个方面的说法：写明数字、只提到、未找到；未找到不等于没有"),
    (
        ("plan", "string", _("规划")),
        ("topic", "string", _("主题编号，见 topics.csv")),
        ("number", "integer", _("该主题的第几个方面")),
        ("aspect", "string", _("方面，以其第一个用语称之")),
        ("way", "string", _("figure 写明数字；words 只提到；not-found 未找到")),
        ("word", "string", _("凭哪个用语找到")),
        ("address", "string", _("所在段落或表")),
        ("sentence", "string", _("所在句子")),
    ),
)


def aspect_rows(edition: Edition) -> list[Row]:
    return ASPECTS.rows(edition.aspects, {"aspect": lambda said: said.name})


def link_tables(edition: Edition) -> tuple[tuple[Table, list[Row]], ...]:
    return (
        (topics_table(edition), topic_rows(edition)),
        (LINKS, link_rows(edition)),
        (ASPECTS, aspect_rows(edition)),
    )


def topics_table(edition: Edition) -> Table:
    """One column a plan: the sections that speak of the topic."""
    what = layout.say(edition)(_("{plan}规划中讲此主题的节；空即未找到"))
    plans = tuple((plan.card.id, "string", what.format(plan=plan.card.name)) for plan in edition.plans)
    return Table("topics", _("各县规划共有的主题，及各规划讲此主题的节"), TOPICS_COLUMNS + plans)


def topic_rows(edition: Edition) -> list[Row]:
    found = topic_sections(edition)
    return [
        (
            topic.id,
            topic.name,
            topic.name_en,
            topic.definition,
            *(";".join(all_on_topic(found, plan.card.id, topic.id)) for plan in edition.plans),
        )
        for topic in edition.topics
    ]


def link_rows(edition: Edition) -> list[Row]:
    words = {block.address: block.text.string for plan in edition.plans for block in plan.blocks}
    return LINKS.rows(
        edition.links,
        {
            "from": lambda link: link.source,
            "to": lambda link: link.target,
            "score": lambda link: f"{link.score:.3f}",
            "evidence": lambda link: evidence(link, words, layout.say(edition)),
        },
    )


def evidence(link: Link, words: dict[str, str], say: layout.Say) -> str:
    """“编者：…。共同用语：粮食、黑土地。所指：第1段“提升粮食综合生产能力。”"""
    parts = [say(_("编者：{words}")).format(words=link.reason.rstrip("。"))] if link.reason else []
    if link.terms:
        parts.append(say(_("共同用语：{words}")).format(words=say(_("、")).join(link.terms)))
    if words.get(link.paragraph):
        parts.append(say(_("所指：{words}")).format(words=first_words(words[link.paragraph])))
    return say(_("。")).join(parts)


def first_words(text: str) -> str:
    """The first sentence of a paragraph, cut where it gets long."""
    first = text.split("。")[0].split("\n")[0]
    longest = FIRST_WORDS if has_han(first) else 2 * FIRST_WORDS
    return first[:longest] + "……" if len(first) > longest else first
