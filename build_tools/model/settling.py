"""How a person settles a doubt with “check --accept ID --reason …”: for each kind what may be said with --as, and where
it is written.

Every warning and note can be looked at and found right: that is a state in findings.yml. Some kinds are settled where
they come from:
numbers and headings in plan.yml, damage of the scan in corrections.yml.
"""

from __future__ import annotations

from .edition import HEADING_LEVELS
from .problems import Problem
from .subjects import KINDS

STATES = ("right-as-printed", "mended", "open")
NUMBERS = ("number-missing", "number-jump", "number-repeated", "number-back")
HEADINGS = (
    "heading-sentence",
    "heading-run-in",
    "title-in-list",
    "titles-taken",
    "titles-offered",
)  # values: words, lines
TITLES = ("heading-only",)  # about one heading, on the line of the problem
DAMAGE = (
    "unreadable-sign",
    "leftover-markup",
    "furniture-like",
    "formula",
)  # the first value is what stands in the text
GUESSED = "card-guessed"
PRINTED = "printed"  # --as: the number is the plan's own
NOT_BY_A_WORD = {  # kinds that no word settles, and the refusal that says what does
    "no-glyph": "accept-font",
    "ruling-unused": "accept-in-card",
    "lines-moved": "accept-in-card",
}


def ways(problem: Problem) -> tuple[str, ...]:
    """What --as may say of it, what is meant without it first; empty: no word of a person settles it."""
    if problem.file or problem.code in NOT_BY_A_WORD:
        return ()
    if problem.code in NUMBERS and problem.severity != "note":
        return (PRINTED,) if problem.severity == "error" else (PRINTED, *STATES)
    if problem.severity == "error":
        return ()
    if problem.code == GUESSED:
        return ("KEY=VALUE",)
    if problem.code in HEADINGS:
        return (*HEADING_LEVELS, *STATES)
    if problem.code in TITLES:
        return (*STATES, "text")
    return (*STATES, *(("TEXT",) if problem.code in DAMAGE else ()))


def lines_of(problem: Problem) -> tuple[int, ...]:
    """The source lines it is about."""
    said = str(problem.values[1]) if problem.code in HEADINGS else str(problem.line)
    return tuple(int(line) for line in said.split(", "))


def remedy(problem: Problem, check: str, language: str) -> str:
    """The command that settles it, ready to be completed; empty where there is none. `check`: how the command is called
    here."""
    said = ways(problem)
    if not said:
        return ""
    begin, reason = ("认定：", "理由") if language.startswith("zh") else ("To settle it: ", "WHY")
    others = f" [--as {'|'.join(said)}]" if len(said) > 1 or problem.code == GUESSED else ""
    return f"{begin}{check} --accept {problem.id}{others} --reason {reason}"


def told(problem: Problem, file: str, check: str, language: str) -> str:
    """The sentence of a doubt, what to do, and the command that settles it."""
    gap = "" if language.startswith("zh") else " "
    how = remedy(problem, check, language)
    return problem.sentence(file, language) + (gap + how if how else "")


def undo_words(identity: str, check: str, language: str) -> str:
    begin = "撤回：" if language.startswith("zh") else "To take it back: "
    return f"{begin}{check} --undo {identity}"


def link_words(here: str, there: str, check: str, language: str) -> str:
    """How an editor rules a link."""
    begin, reason = ("认定：", "理由") if language.startswith("zh") else ("To rule this link: ", "WHY")
    return f'{begin}{check} --accept "{here} {there}" --as reject|{"|".join(KINDS)} --reason {reason}'
