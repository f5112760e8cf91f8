"""Loads what people wrote: plan.yml of each source, and the decisions in content/curated. One module a file or two.

An unknown key, a missing value or a missing reason is an error with file and line.
"""

from .abstracts import load_abstracts
from .changes import load_changes
from .corrections import for_plans, load_curated
from .glossary import load_glossary
from .indicator_rulings import load_indicator_rulings
from .places import load_places
from .plan_cards import NEEDED, different_ids, find_plans, load_card
from .project_rulings import load_project_rulings
from .search_words import load_search_words
from .subjects import load_decisions
from .yaml_files import load_yaml

__all__ = [
    "NEEDED",
    "different_ids",
    "find_plans",
    "for_plans",
    "load_abstracts",
    "load_card",
    "load_changes",
    "load_curated",
    "load_decisions",
    "load_glossary",
    "load_indicator_rulings",
    "load_places",
    "load_project_rulings",
    "load_search_words",
    "load_yaml",
]
