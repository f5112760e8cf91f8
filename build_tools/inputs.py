"""What commands work on: the plans, with people's decisions."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from . import publish
from .model.edition import Edition
from .report import Report


def edition_of(options: Namespace, report: Report, **more: Any) -> Edition:
    """All plans, as former commands kept them or as they are read; `more`: as for pipeline.read_edition."""
    from . import pipeline

    looks_only = getattr(options, "check", False)  # writes nothing, not even what would help the next run
    store = None if looks_only else publish.kept_plans(options.out, options.curated)
    return pipeline.read_edition(options.sources, options.curated, report.progress, store=store, **more)
