"""What is said where input cannot be used: for each code the sentence and the advice, in English and Chinese.

{0}, {1} … are the values of the refusal. A refusal names the code and its place; no other module words it. A refusal
whose code is no key of this table is said as it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from .problems import TEXTS, filled
from .refusals_of_building import BUILDING
from .refusals_of_decisions import DECISIONS
from .refusals_of_files import FILES
from .refusals_of_formats import FORMATS
from .refusals_of_yaml import YAML

REFUSALS = FILES | DECISIONS | FORMATS | YAML | BUILDING
LONGEST = 600  # characters of a quoted word, or of the list of what is known


class Refusal(NamedTuple):
    """One sentence of a BadInput. `place`: file, or file and line; `plan`: the one without which the others could be
    published."""

    code: str
    values: tuple[object, ...]
    place: str
    plan: str = ""

    def sentence(self, language: str) -> str:
        said = (f"{on_one_line(self.place)}: " if self.place else "") + words(self.code, self.values, language)
        gap = "" if language.startswith("zh") else " "
        return said + gap + words("way-out", (self.plan,), language) if self.plan else said


def words(code: str, values: tuple[object, ...], language: str) -> str:
    """Sentence and advice of a refusal, or of a problem that stops publication."""
    texts = REFUSALS.get(code) or TEXTS.get(code)
    if texts is None:
        return code
    return filled(texts, tuple(map(on_one_line, values)), language)


def on_one_line(value: object) -> object:
    """What people wrote is quoted without its line ends and control signs, and not for ever."""
    if not isinstance(value, str):
        return value
    plain = "".join(sign if sign.isprintable() else " " for sign in value)
    return plain if len(plain) <= LONGEST else plain[:LONGEST] + "…"


class BadInput(Exception):
    """Input that cannot be published as it is: a line for each refusal, with file, line, what is wrong, what to do."""

    def __init__(self, code: str, *values: object, place: str = "") -> None:
        super().__init__(code, *values)
        self.refusals: tuple[Refusal, ...] = (Refusal(code, values, place),)

    @classmethod
    def together(cls, refusals: Iterable[Refusal]) -> BadInput:
        """Several refusals, told in one go."""
        given = tuple(refusals)
        error = cls(given[0].code, *given[0].values, place=given[0].place)
        error.refusals = given
        return error

    def of_plan(self, plan: str) -> BadInput:
        """The same, with the way out: to publish the others."""
        return BadInput.together(refusal._replace(plan=plan) for refusal in self.refusals)

    def sentence(self, language: str) -> str:
        return "\n".join(refusal.sentence(language) for refusal in self.refusals)

    def __str__(self) -> str:
        return self.sentence("en")


class Meant(NamedTuple):
    """“titel” among title, name → did you mean “title”? Nothing where no known word is near."""

    word: str

    def said(self, language: str) -> str:
        if not self.word:
            return ""
        return f"是否为“{self.word}”？" if language.startswith("zh") else f" Did you mean “{self.word}”?"


def meant(word: object, known: Iterable[object], nearness: float = 0.6) -> Meant:
    """The known word that is nearest to what somebody wrote, if any is near."""
    names = {str(name).casefold(): str(name) for name in known}
    near = get_close_matches(str(word).casefold(), names, 1, nearness)
    return Meant(names[near[0]] if near else "")


Result = TypeVar("Result")


def all_or_refused(tasks: Iterable[tuple[Callable[[], Result], str]]) -> list[Result]:
    """What every task gives; `(task, plan)`: a refusal names the plan without which the others can be published. Raises
    BadInput with all refusals."""
    done: list[Result] = []
    refusals: list[Refusal] = []
    for task, plan in tasks:
        try:
            done.append(task())
        except BadInput as error:
            refusals += (error.of_plan(plan) if plan else error).refusals
    if refusals:
        raise BadInput.together(refusals)
    return done
