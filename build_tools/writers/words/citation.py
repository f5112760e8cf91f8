"""What a citation of a paragraph says beside its place on the page; overrides/assets/scripts/cite.js puts the two
together."""

from __future__ import annotations

import re

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Unit
from ...model.translation import _
from . import layout, references, source_lines
from .apart import apart
from .unit_names import called

HASH_LENGTH = 8
TRANSLATED = _("非官方译文")


def source_of(plan: Plan, chapter: Unit, edition: Edition) -> dict[str, str]:
    """All of it is shown to readers: who, what, which chapter, whether adopted, and which text it was converted
    from."""
    return source_of_page(plan, called(chapter, layout.say(edition)), Address(chapter.address), edition)


def source_of_table(plan: Plan, page: str, edition: Edition) -> dict[str, str]:
    """… of a page with a table, whose rows say themselves where in the plan they stand."""
    return source_of_page(plan, "", f"{plan.card.id}/{page}", edition)


def source_of_page(plan: Plan, chapter: str, page: str, edition: Edition) -> dict[str, str]:
    """… with what shifts with every edit of the text set apart from the page."""
    said = source_of_script(plan, chapter, page, edition) | text_of(plan)
    return said | {key: apart(plan.card.id, said[key]) for key in ("edition", "parts")}


def text_of(plan: Plan) -> dict[str, str]:
    """Which text it was, and where its numbered lines are."""
    pdf = published_pdf(plan)
    return {
        "edition": edition_hash(plan),
        "text": source_lines.folder_of(plan),
        "parts": ",".join(map(str, source_lines.parts_of(plan))),
    } | ({"file": pdf} if pdf else {})


def published_pdf(plan: Plan) -> str:
    """Where the PDF as received lies on the site; empty where it is not published, or is one of several files."""
    (path, *more) = plan.card.published_files or ("",)
    return f"data/{path}" if path.endswith(".pdf") and not more else ""


def source_of_script(plan: Plan, chapter: str, page: str, edition: Edition) -> dict[str, str]:
    card, say = plan.card, layout.say(edition)
    whole = edition.original or edition  # the day of issue is a date only as the plan prints it
    return {
        "author": card.issuer,  # a citation is copied as plain text
        "title": card.title,
        "status": layout.status_badge(card, say) if card.status == "draft" else "",
        "issued": next(issued_date(p.card.issued) for p in whole.plans if p.card.id == card.id),
        "period": layout.period(card, say),
        "chapter": chapter,
        "page": f"{home(edition)}{page}/",
        "site": str(edition.site.get("title") or ""),
        "language": edition.language,
        "translation": say(TRANSLATED) if edition.original and not layout.is_untranslated(edition, plan) else "",
        "section": say(references.SECTION) if edition.original else "",
        "joint": joint(say),
    }


def joint(say: layout.Say) -> str:
    """Between the numbers of a place: 第三章一、第2段, but Chapter 3, Section 1, paragraph 2"""
    space = layout.sentence_joint(say)
    return f",{space}" if space else ""


def home(edition: Edition) -> str:
    """Where the pages of a translated edition stand on the site: zh_Hant → zh-hant/"""
    return edition.language.lower().replace("_", "-") + "/" if edition.original else ""


def edition_hash(plan: Plan) -> str:
    """The first figures of the source text's SHA-256: the same text, the same edition."""
    return plan.sha256[:HASH_LENGTH]


def issued_date(printed: str) -> str:
    """2021年6月 → 2021-06; 2021年6月5日 → 2021-06-05; anything else stays out of the citation."""
    match = re.fullmatch(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?", printed.replace(" ", ""))
    if not match:
        return ""
    year, *rest = match.groups()
    return "-".join([year, *(f"{int(number):02d}" for number in rest if number)])
