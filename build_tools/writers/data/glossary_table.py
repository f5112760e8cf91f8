"""The published glossary: every term in both languages, who explains it, and where each chapter first uses it."""

from __future__ import annotations

from ...model.curated import Term
from ...model.edition import Edition
from ...model.translation import _
from ..words.term_uses import first_uses, own_name
from .published import Row, Table

GLOSSARY = Table(
    "glossary",
    _("术语表，一行一条：说法、英文、意思，各章首次出现之处"),
    (
        ("id", "string", _("在术语表中的编号")),
        ("zh", "string", _("术语")),
        ("en", "string", _("英文说法")),
        ("explanation_zh", "string", _("意思")),
        ("explanation_en", "string", _("意思的英文")),
        ("source", "string", _("text 规划自己解释的；general 编者按通行说法写的")),
        ("plan", "string", _("只在哪部规划中是这个意思；空即各规划通用")),
        ("used_by", "string", _("用到它的规划，以分号隔开")),
        ("first_uses", "string", _("各章首次出现之处的地址，以分号隔开")),
    ),
)


def glossary_table(edition: Edition) -> tuple[Table, list[Row]]:
    """In both languages the same rows: a translated edition knows the edition it was made of."""
    terms = (edition.original or edition).glossary
    uses = {plan.card.id: first_uses(plan) for plan in edition.plans}

    def where(term: Term) -> list[str]:
        return [m.address for used in uses.values() for m in used.get(own_name(term), [])]

    return GLOSSARY, GLOSSARY.rows(
        enumerate(terms, 1),
        {
            "id": lambda entry: f"t{entry[0]}",
            "zh": lambda entry: entry[1].name,
            "en": lambda entry: entry[1].name_en,
            "explanation_zh": lambda entry: entry[1].explanation,
            "explanation_en": lambda entry: entry[1].explanation_en,
            "source": lambda entry: entry[1].source,
            "plan": lambda entry: entry[1].plan,
            "used_by": lambda entry: ";".join(id for id, used in uses.items() if own_name(entry[1]) in used),
            "first_uses": lambda entry: ";".join(where(entry[1])),
        },
    )
