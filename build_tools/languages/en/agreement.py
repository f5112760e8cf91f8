"""Do the figures of a paragraph stand in its translation? Every number, unit and year there, and none that came from
nowhere.

“280万亩” ~ “2.8 million mu (about 187,000 hectares)”   nothing to say
“280万亩” ~ “280,000 mu”                                2,800,000 mu missing, hectares missing, 280,000 added
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...chinese.amounts import OPEN, Amount, find_amounts
from ...chinese.measures import plain, read_measure
from ...model.span import Span
from ...model.tongues import Bilingual
from ..zh.figures import BOUNDS as CHINESE_BOUNDS
from ..zh.figures import bound_of, numerals, plain_numbers, plan_numbers, values_of, years_in_numerals
from .figures import BOUND_WORDS, BOUNDS, Figure, figures_in, months_named
from .units import CONVERSIONS, WORDS

NO_WORD = ((("",), Decimal(1)),)  # a unit that only counts: its number is looked for, no word
NO_FIGURES = ("COVID-19", "1 jin = 0.5 kg", "15 mu = 1 hectare")  # a name, and what a unit is
ENGLISH_OPEN = re.compile(r"(?<!\+ )(?<!\+)\b[XN]{1,3}\b(?!-)")  # not the N of “green electricity + N”
ROUNDING = Decimal("0.05")  # a conversion may be rounded by this share


def differences(chinese: str, english: str) -> tuple[Bilingual, ...]:
    """What a translator has to look at: first what is missing, then what was added."""
    for words in NO_FIGURES:
        english = english.replace(words, "")
    figures = list(figures_in(english))
    return tuple(dict.fromkeys((*missing(chinese, english, figures), *added(chinese, figures))))


def missing(chinese: str, english: str, figures: list[Figure]) -> Iterator[Bilingual]:
    amounts = find_amounts(chinese)
    for amount in amounts:
        if not amount.open:
            yield from missing_amount(amount, figures)
            yield from bound_otherwise(chinese, amount, figures)
    yield from missing_open(chinese, english)
    yield from missing_bounds(chinese, english)
    values = {figure.value for figure in figures} | months_named(chinese, english)
    for value in plain_numbers(chinese, amounts):
        if value not in values:
            yield absent(plain(value))
    for plan in plan_numbers(chinese):
        if f"{plan}th" not in english:
            yield Bilingual(f"the {plan}th Five-Year Plan is missing", f"缺第 {plan} 个五年规划")
    for year in years_in_numerals(chinese):
        if year not in values:
            yield Bilingual(f"the year {year} is missing", f"缺年份 {year}")


def absent(what: str, where: str = "") -> Bilingual:
    return Bilingual(f"{what} is missing{where}", f"缺 {what}{where}")


def missing_amount(amount: Amount, figures: list[Figure]) -> Iterator[Bilingual]:
    """One quantity: its value with its unit, then the customary conversion."""
    unit = read_measure(amount.unit).unit
    for value in values_of(amount):
        if not any(near(value * factor, words, figures) for words, factor in WORDS.get(unit, NO_WORD)):
            word = WORDS.get(unit, NO_WORD)[0][0][0].strip()
            yield absent(f"{plain(value)} {word}".strip() + f" ({amount.low}{amount.unit})")
        elif unit in CONVERSIONS and not any(
            close(value * factor, words, figures) for words, factor in CONVERSIONS[unit]
        ):
            words, factor = CONVERSIONS[unit][0]
            printed, said = f"{amount.low}{amount.unit}", f"{plain(Decimal(f'{value * factor:.3g}'))} {words[0]}s"
            yield Bilingual(f"the conversion of {printed} is missing: about {said}", f"缺 {printed} 的换算：约 {said}")


def bound_otherwise(chinese: str, amount: Amount, figures: list[Figure]) -> Iterator[Bilingual]:
    """“280万亩以上” is 280 or more: “over 2.8 million mu” would leave the 280 out. Said for one figure at a time."""
    bound = bound_of(chinese, amount)
    words = WORDS.get(read_measure(amount.unit).unit, NO_WORD)
    if not bound or amount.high:
        return
    value = values_of(amount)[0]
    beside = [
        beside_only(figure)
        for figure in figures
        if any(
            figure.value == value * factor and any(word in figure.around for word in near_by)
            for near_by, factor in words
        )
    ]
    if any(BOUND_WORDS[bound].search(text) for text in beside):
        return
    for other, said in BOUND_WORDS.items():
        found = next((match.group() for text in beside if (match := said.search(text))), "")
        if other != bound and found:
            printed = chinese[max(0, amount.start - 4) : amount.end + 2]
            yield Bilingual(
                f"“{printed}” is {bound}, the translation says “{found}”", f"“{printed}”是 {bound}，译文作“{found}”"
            )
            return


def beside_only(figure: Figure) -> str:
    """The words beside the figure, up to the next figure on either side."""
    before, _, after = figure.around.partition("…")
    return re.split(r"\d|[;.] ", before)[-1] + " … " + re.split(r"\d|[;.] ", after)[0]


def missing_open(chinese: str, english: str) -> Iterator[Bilingual]:
    """Each “X亿元” of a draft stands as one “X × 100 million yuan” (or X%, X enterprises)."""
    here, there = len(OPEN.findall(chinese)), len(ENGLISH_OPEN.findall(english))
    if here != there:
        yield Bilingual(
            f"the Chinese text leaves {here} figures open, the translation {there}",
            f"中文有 {here} 处待填，译文有 {there} 处",
        )


def missing_bounds(chinese: str, english: str) -> Iterator[Bilingual]:
    """“18%以上” needs “or more”, “30个左右” needs “about”, “1.5倍以内” needs “within”, once in the paragraph at least."""
    for words, bound in CHINESE_BOUNDS.items():
        found = bound.search(chinese)
        if found and not BOUNDS[words].search(english):
            yield absent(f"“{words}”", f" ({chinese[max(0, found.start() - 6) : found.end() + 4]})")


def holds(english: str, amount: Amount) -> bool:
    """Value and unit both: 280万亩 is in “2.8 million mu of maize”, not in “2.8 million tonnes”."""
    figures = list(figures_in(english))
    words = WORDS.get(read_measure(amount.unit).unit, NO_WORD)
    return all(any(near(value * factor, near_by, figures) for near_by, factor in words) for value in values_of(amount))


def span_of(english: str, amount: Amount) -> Span | None:
    """Where the quantity is said, with its unit if that follows at once: “2.8 million mu”; none where it is not, or
    twice."""
    figures = list(figures_in(english))
    words = WORDS.get(read_measure(amount.unit).unit, NO_WORD)
    found = []
    for value in values_of(amount):
        here = [f for f in figures if any(near(value * factor, near_by, [f]) for near_by, factor in words)]
        if len(here) != 1:
            return None
        found.append(here[0].span)
    if not found:
        return None
    start, end = min(span.start for span in found), max(span.end for span in found)
    stems = "|".join(re.escape(word.strip()) for near_by, _ in words for word in near_by if word.strip())
    unit = re.match(rf"[ -]?(?:{stems})\w*", english[end:]) if stems else None
    return Span(start, end + (unit.end() if unit else 0))


def near(value: Decimal, words: tuple[str, ...], figures: list[Figure]) -> bool:
    """Is the value there, with one of the words around it?"""
    return any(figure.value == value and any(word in figure.around for word in words) for figure in figures)


def close(value: Decimal, words: tuple[str, ...], figures: list[Figure]) -> bool:
    return any(
        abs(figure.value - value) <= value * ROUNDING and any(word in figure.around for word in words)
        for figure in figures
    )


def added(chinese: str, figures: list[Figure]) -> Iterator[Bilingual]:
    """Figures in digits that neither stand in the Chinese text nor convert one that does."""
    amounts = find_amounts(chinese)
    known = known_values(chinese, amounts)
    for figure in figures:
        if not figure.spelled and figure.value not in known and not converts(figure, amounts):
            value = plain(figure.value)
            yield Bilingual(f"{value} is not in the Chinese text", f"中文没有 {value}")


def converts(figure: Figure, amounts: Sequence[Amount]) -> bool:
    return any(
        close(value * factor, words, [figure])
        for amount in amounts
        if not amount.open
        for words, factor in CONVERSIONS.get(read_measure(amount.unit).unit, ())
        for value in values_of(amount)
    )


def known_values(chinese: str, amounts: Sequence[Amount]) -> set[Decimal]:
    """All values that a translation may name: digits, quantities in any common unit, numerals, the years of a named
    plan."""
    known = set(plain_numbers(chinese, amounts)) | numerals(chinese)
    for amount in amounts:
        if amount.open:
            known |= {Decimal(10**4), Decimal(10**8)}  # X × 10,000, X × 100 million
        else:
            known |= {
                value * factor
                for value in values_of(amount)
                for _, factor in WORDS.get(read_measure(amount.unit).unit, NO_WORD)
            }
    for plan in plan_numbers(chinese):
        known |= {Decimal(1951 + 5 * plan), Decimal(1955 + 5 * plan), Decimal(plan)}
    return known
