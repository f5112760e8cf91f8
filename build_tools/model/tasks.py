"""What the authors of a plan still have to do: a row of the editor's work list."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from .span import Span

TaskKind = Literal["figure", "blank", "cell", "indicator", "finding"]
KINDS: tuple[TaskKind, ...] = ("figure", "blank", "cell", "indicator", "finding")
FILLED_IN: tuple[TaskKind, ...] = (
    "figure",
    "blank",
    "cell",
    "indicator",
)  # what is done by a value; a finding is decided


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What stands elsewhere about the same thing: a value as printed, by when, and where. Nobody says it is the right
    one."""

    value: str
    year: str
    address: str


@dataclass(frozen=True, slots=True)
class Task:
    """`figure`: a number left open in a sentence; `blank`: a name or words left open; `cell`: an open cell of a table;
    `indicator`: an empty cell of the indicator table; `finding`: what a check found, which the authors mend or confirm.

    `sentence`: where it stands, in the plan's words; `missing`: what is to be filled in, or what the check says
    (`code`, `values` of a finding); `span`: the place of a figure or blank in its block; `nth`: which of several alike.
    """

    plan: str
    kind: TaskKind
    address: str
    line: int
    sentence: str
    missing: str
    unit: str = ""
    own: Suggestion | None = None
    other: Suggestion | None = None
    finding: str = ""
    tier: str = ""
    span: Span | None = None
    column: str = ""
    nth: int = 0

    @property
    def id(self) -> str:
        """Stable over builds and over edits elsewhere: of what is left open, its sentence and name are hashed, not its
        place."""
        if self.finding:
            return self.finding
        words = (self.kind, "".join(self.sentence.split()), self.missing, self.column, str(self.nth))
        return sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:10]
