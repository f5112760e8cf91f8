"""Loads corrections.yml and site.yml: damage that editors mend, and the words they wrote about the site."""

from __future__ import annotations

from pathlib import Path

from ..model.curated import Correction, Curated
from ..model.edition import BadInput
from .keys import check_id, check_keys, check_link
from .yaml_files import load_yaml

CORRECTION_KEYS = ("id", "plan", "context", "wrong", "right", "times", "reason")
SITE_KEYS = ("title", "title_en", "motto", "intro", "address", "edition")


def load_curated(folder: Path) -> Curated:
    """All decisions; a missing file means no decisions of its kind."""
    site_path = folder / "site.yml"
    site = {}
    if site_path.is_file():
        site = load_yaml(site_path) or {}
        check_keys(site_path, site, SITE_KEYS, ())
        check_link(site_path, site, "address")
    return Curated(load_corrections(folder / "corrections.yml"), {key: site[key] for key in site})


def load_corrections(path: Path) -> tuple[Correction, ...]:
    if not path.is_file():
        return ()
    out, seen = [], set()
    for entry in load_yaml(path) or []:
        check_keys(path, entry, CORRECTION_KEYS, CORRECTION_KEYS)
        check_id(path, entry)
        place = f"{path}:{entry.line}"
        if entry["id"] in seen:
            raise BadInput(f"{place}: the id “{entry['id']}” stands twice. Give every correction its own id.")
        seen.add(entry["id"])
        if entry["context"].count(entry["wrong"]) != 1:
            raise BadInput(
                f"{place}: “{entry['wrong']}” must stand exactly once in the context “{entry['context']}”. Choose a context that fits."
            )
        if not isinstance(entry["times"], int) or entry["times"] < 1:
            raise BadInput(f"{place}: times must be a number from 1 on.")
        out.append(Correction(*(entry[key] for key in CORRECTION_KEYS), place))
    return tuple(out)


def for_plans(corrections: tuple[Correction, ...], plans: set[str]) -> None:
    """Raises BadInput for a correction of a plan that is not there."""
    for correction in corrections:
        if correction.plan not in plans:
            raise BadInput(
                f"{correction.place}: the correction “{correction.id}” is for the plan “{correction.plan}”, which is not among the sources. Mend the name or take the entry out."
            )
