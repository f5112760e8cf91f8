"""A plan's blocks → facts. One module a kind of fact; each is a pure function."""

from .aspects import find_aspects
from .editions import moved
from .indicator_matches import match_indicators
from .indicators import find_indicators
from .links import compare_plans, explain
from .mentions import find_places, find_terms
from .own_terms import find_own_terms, with_own_terms
from .partners import find_partners
from .placeholders import find_placeholders
from .projects import find_projects
from .targets import find_targets, read_targets
from .tasks import find_tasks

__all__ = [
    "compare_plans",
    "explain",
    "find_aspects",
    "find_indicators",
    "find_own_terms",
    "find_partners",
    "find_placeholders",
    "find_places",
    "find_projects",
    "find_targets",
    "find_tasks",
    "find_terms",
    "match_indicators",
    "moved",
    "read_targets",
    "with_own_terms",
]
