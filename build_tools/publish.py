"""The end of the line: pages and data → website, offline bundle, preview. Apart from pipeline.py, because loading all stages takes longer than building a site."""

from __future__ import annotations

from pathlib import Path

from . import settings
from .model.edition import BadInput


def publish(out: Path, build: Path, site: Path | None = None, disk: Path | None = None):
    """Website and offline bundle, or one of the two, of the pages and data in `out`, in all languages that have pages there."""
    pages_of(out)
    from .publishing import publication

    return publication.publish(settings.MKDOCS_FILE, out, settings.LANGUAGE, build, site, disk)


def build_site(out: Path, target: Path):
    """The website in `target`."""
    return publish(out, build_of(out), site=target)


def build_bundle(out: Path, build: Path):
    """The site as a folder for a disk, and its zip, in `build`."""
    return publish(out, build_of(out), disk=build / "offline").bundle


def serve_site(out: Path) -> None:
    from .publishing import site

    site.serve(settings.MKDOCS_FILE, pages_of(out))


def build_of(out: Path) -> Path:
    """build/ of the project, or, for another --out, build/ in there."""
    return settings.BUILD if out.resolve() == settings.CONTENT else out / "build"


def pages_of(out: Path) -> Path:
    pages = out / "pages" / settings.LANGUAGE
    if not pages.is_dir():
        raise BadInput(f"{pages}: there is no such folder. Run “python -m build_tools convert” first.")
    return pages
