"""Loads what people wrote: plan.yml of each source, and the decisions in content/curated. One module a file or two.

An unknown key, a missing value or a missing reason is an error with file and line.
"""

from .abstracts import load_abstracts
from .card_text import edition_record, proposed, with_file
from .changed_names import load_changed_names
from .changes import load_changes
from .corrections import load_corrections, load_site
from .editions import load_editions
from .finding_rulings import check_findings, load_finding_rulings
from .folder import check_folder, check_locale
from .glossary import load_glossary
from .indicator_rulings import load_indicator_rulings
from .known_plans import check_addresses, check_plans, named_in, named_in_subjects
from .loading import load
from .places import load_places
from .plan_cards import NEEDED, check_printed_lines, different_ids, find_plans, load_card, received, received_files
from .project_rulings import check_projects, load_project_rulings
from .proposals import identity_of, propose
from .search_words import load_search_words
from .subjects import load_links, load_phrases, load_topics
from .yaml_files import load_yaml

__all__ = [
    "NEEDED",
    "check_addresses",
    "check_findings",
    "check_folder",
    "check_locale",
    "check_plans",
    "check_printed_lines",
    "check_projects",
    "different_ids",
    "edition_record",
    "find_plans",
    "identity_of",
    "load",
    "load_abstracts",
    "load_card",
    "load_changed_names",
    "load_changes",
    "load_corrections",
    "load_editions",
    "load_finding_rulings",
    "load_glossary",
    "load_indicator_rulings",
    "load_links",
    "load_phrases",
    "load_places",
    "load_project_rulings",
    "load_search_words",
    "load_site",
    "load_topics",
    "load_yaml",
    "named_in",
    "named_in_subjects",
    "propose",
    "proposed",
    "received",
    "received_files",
    "with_file",
]
