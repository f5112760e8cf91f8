"""A rule about single lines, laid over a whole draft: its lines, the cells of its tables and its notes."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..model.problems import Problem
from ..model.text import Change, Draft, Grid, Line, Removed


class Outcome(NamedTuple):
    """A line as a rule leaves it, with what goes on the ledger."""

    line: Line
    removed: Sequence[Removed] = ()
    folded: Sequence[Change] = ()
    problems: Sequence[Problem] = ()


Rule = Callable[[Line], Outcome]


def over_lines(draft: Draft, rule: Rule) -> Draft:
    done: list[Outcome] = []

    def one(line: Line) -> Line:
        done.append(rule(line))
        return done[-1].line

    lines = tuple(over_cells(line, one) if isinstance(line, Grid) else one(line) for line in draft.lines)
    notes = tuple(map(one, draft.notes))
    return replace(
        draft,
        lines=lines,
        notes=notes,
        removed=draft.removed + tuple(entry for outcome in done for entry in outcome.removed),
        folded=draft.folded + tuple(entry for outcome in done for entry in outcome.folded),
        problems=draft.problems + tuple(entry for outcome in done for entry in outcome.problems),
    )


def over_cells(grid: Grid, one: Callable[[Line], Line]) -> Grid:
    return replace(grid, rows=tuple(tuple(tuple(map(one, cell)) for cell in row) for row in grid.rows))
