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

    return pipeline.read_edition(
        options.sources, options.curated, report.progress, store=publish.store_of(options), **more
    )
