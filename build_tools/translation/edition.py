"""An edition in another language, made from the edition and a PO."""

from __future__ import annotations

from dataclasses import replace

import polib

from ..chinese.words import bare
from ..model.curated import EditionChange, Term, Toponym
from ..model.edition import Edition
from ..model.short_names import told_apart
from ..model.subjects import Topic
from ..model.tasks import Task
from ..model.translation import in_chinese
from .book import Book
from .curated_texts import SITE_WORDS
from .facts import unit_name
from .placeholders import refuse_wrong_fields
from .plans import translated_plan
from .po import refuse_control_signs


def translated(edition: Edition, po: polib.POFile, language: str) -> Edition:
    """Every text that has a translation in it, every other marked as Chinese. Reasons that editors gave for links are
    left out."""
    refuse_control_signs(po)
    refuse_wrong_fields(po)
    book = Book(po, language)
    plans = told_apart([translated_plan(plan, book) for plan in edition.plans])
    return replace(
        edition,
        plans=plans,
        site=edition.site
        | {word: book.tell(f"site:{word}", str(edition.site[word])) for word in SITE_WORDS if edition.site.get(word)},
        topics=tuple(translated_topic(topic, book) for topic in edition.topics),
        links=tuple(replace(link, terms=(), reason="") for link in edition.links),
        indicator_matches=tuple(
            replace(match, remark=book.tell("remark", match.remark)) for match in edition.indicator_matches
        ),
        glossary=tuple(translated_term(term, book) for term in edition.glossary),
        aspects=tuple(
            replace(
                said,
                name=book.tell("aspect", said.name),
                word=in_chinese(said.word),
                sentence=in_chinese(said.sentence),
            )
            for said in edition.aspects
        ),
        tasks=tuple(translated_task(task, book) for task in edition.tasks),
        changes=tuple(translated_change(change, book) for change in edition.changes),
        places=tuple(translated_place(place, book) for place in edition.places),
        language=language,
        interface=book.interface,
        states=book.states,
        original=edition,
    )


def translated_task(task: Task, book: Book) -> Task:
    """What is left open is named as among the open figures; the sentence, the values said elsewhere and the id stay
    those of the plan."""
    if task.finding or task.kind == "indicator":
        return task
    return replace(task, missing=book.tell("subject", task.missing), unit=unit_name(task.unit, book))


def translated_topic(topic: Topic, book: Book) -> Topic:
    return replace(
        topic,
        name=book.tell(f"topic:{topic.id}", topic.name),
        definition=book.tell(f"topic:{topic.id}", topic.definition),
    )


def translated_term(term: Term, book: Book) -> Term:
    context = f"term:{term.name}"
    return replace(
        term,
        name=book.tell(context, term.name),
        explanation=book.tell(context, term.explanation),
        original=in_chinese(term.name),
    )


def translated_change(change: EditionChange, book: Book) -> EditionChange:
    return replace(change, what=book.tell("changes", change.what), reason=book.tell("changes", change.reason))


def translated_place(place: Toponym, book: Book) -> Toponym:
    """The name without the signs around it; other words for the place stay Chinese."""
    name = bare(place.name)
    return replace(place, name=book.tell("place", name), kind=book.tell("place", place.kind), original=in_chinese(name))
