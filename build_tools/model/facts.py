"""What the analyses find in a plan: rows for the published tables."""

from __future__ import annotations

from dataclasses import dataclass

from .span import Span


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the plan's official indicator table. Every value is the printed cell; an empty cell is an empty string.

    `group` is what the rows of one indicator share (城镇 and 农村 below one name), `id` is that of the row; both outlast a
    new numbering.
    `area`: of whom the values are said (全市, 城区 …; then part of `breakdown`, too), `baseline_value`, `target_value` and
    `comparator` the printed cells as numbers, `interim` the values of years between.
    `doubtful`: columns whose cell is empty below one of the same indicator that is not: print may have had one cell
    over both.
    """

    plan: str
    no: str
    category: str
    name: str
    unit: str
    breakdown: str
    baseline_year: str
    baseline: str
    target_year: str
    target: str
    annual_growth: str
    attribute: str
    cumulative: bool
    source_line: int
    address: str
    group: str = ""
    id: str = ""
    doubtful: tuple[str, ...] = ()
    area: str = ""
    baseline_value: str = ""
    target_value: str = ""
    comparator: str = ""
    interim: str = ""

    @property
    def key(self) -> str:
        """By which the rows of one indicator are found among those of its plan."""
        return self.group or self.no


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A figure the draft still leaves open. `span` is its place in the block's text; a cell has none.

    `kind`: figure (a unit stands behind it), blank (a name or words are missing), cell (a cell of a table).
    """

    plan: str
    address: str
    line: int
    quote: str
    unit: str
    stands_for: str
    span: Span | None
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class Target:
    """A quantity the plan undertakes in its text. `value` is as printed (X where a draft leaves it open).

    `comparator` is one of >= <= > < ≈ =; `kind` level, growth_rate, increment, share or count; `by_basis` tells how the
    year is
    known: explicit_year, period_phrase or implied (the plan's last year). `span` is the quantity's place in the block's
    text; none where a translation does not show it.
    `per` is what it is a figure for each of (每年, 每万人, 每个街道); `context` says whose it is and what it measures, beside
    the subject.
    """

    plan: str
    address: str
    line: int
    quote: str
    subject: str
    comparator: str
    value: str
    value_high: str
    unit: str
    normalized_value: str
    normalized_value_high: str
    normalized_unit: str
    by_year: int
    kind: str
    status: str
    by_basis: str
    span: Span | None
    per: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A mention of a named project. Money is as printed and in yuan; empty where the plan says nothing. `project_group`
    joins mentions of one project;
    `part_of` is the group of the works it is a part of, whose sum holds its own. `status`: 新建, 续建 … as written;
    `mentions`: how often the plan names the project; `joined_by`: why a later mention is held to be the same project
    (name, near-name, sum-and-place, curated). `proper`: the name is this one project's own; `span`: its place in the
    text as the plan has it, none in a table.
    """

    plan: str
    address: str
    line: int
    quote: str
    name: str
    project_group: str
    investment: str
    investment_yuan: str
    scale: str
    place: str
    start_year: str
    finish_year: str
    proponent: str
    part_of: str
    span: Span | None
    status: str = ""
    mentions: int = 1
    joined_by: str = ""
    proper: bool = False


@dataclass(frozen=True, slots=True)
class ProjectRuling:
    """A person's word that these names of a plan are one project, or (`same` false) that they are not. `place`: file
    and line."""

    plan: str
    same: bool
    names: tuple[str, ...]
    reason: str
    place: str


RELATIONS = ("same", "same-concept-different-unit-or-scope", "none")


@dataclass(frozen=True, slots=True)
class IndicatorRuling:
    """What people say of two official indicators, or of one that stands alone. `indicators`: (plan, number); `place`:
    file and line."""

    relation: str
    indicators: tuple[tuple[str, str], ...]
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class IndicatorMatch:
    """How an indicator of one plan stands to one of another; `to_no` is empty where it stands alone. `origin`: curated
    or computed.

    Numbers are printed ones, which not every table has; the groups (Indicator.group) say which indicators are meant.
    """

    from_plan: str
    from_no: str
    to_plan: str
    to_no: str
    relation: str
    remark: str
    origin: str
    from_group: str = ""
    to_group: str = ""

    @property
    def from_key(self) -> str:
        return self.from_group or self.from_no

    @property
    def to_key(self) -> str:
        """Empty where the indicator stands alone."""
        return self.to_group or self.to_no


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A word of a list (a term of the glossary, a place) at `span` of the text of the block `address` (none where a
    translation does not say it); `name` is how the list calls it."""

    plan: str
    name: str
    kind: str
    address: str
    line: int
    quote: str
    span: Span | None
