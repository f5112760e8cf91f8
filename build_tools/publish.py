"""The end of the line: pages and data → website, offline bundle, preview. Apart from pipeline.py, because loading all
stages takes longer than building a site."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from . import settings
from .model.edition import BadInput
from .publishing import build_folder

if TYPE_CHECKING:
    from jinja2 import BytecodeCache

    from .publishing.desk_server import Decide
    from .publishing.offline_bundle import Bundle
    from .publishing.publication import Published
    from .publishing.store import Store


def publish(out: Path, build: Path, site: Path | None = None, disk: Path | None = None) -> Published:
    """Website and offline bundle, or one of the two, of the pages and data in `out`, in all languages that have pages
    there."""
    pages_of(out)
    from .publishing import publication

    return publication.publish(settings.mkdocs_file_of(out), out, settings.LANGUAGE, build, site, disk)


def build_site(out: Path, target: Path) -> Published:
    """The website in `target`. Raises BadInput where something else lies there."""
    if not target.resolve().is_relative_to(build_of(out).resolve()):
        refuse_other_folder(target)
    return publish(out, build_of(out), site=target)


def refuse_other_folder(target: Path) -> None:
    """A site takes the place of its folder with all that is in it: only a former site may lie there."""
    former = (target / "_headers").is_file() and (target / "index.html").is_file()
    there = target.is_file() or (target.is_dir() and any(target.iterdir()))
    if not target.name or (there and not former):
        raise BadInput("site-elsewhere", place=str(target))


def build_desk_site(content: Path, folder: Path) -> Path:
    """The editor's desk as a site to be opened from disk, in `folder`/site."""
    from .publishing import desk_folder

    made = publish(content, folder, disk=folder / "site").whole_bundle
    return desk_folder.without_archive(made.folder, made.archive)


def build_bundle(out: Path, build: Path) -> Bundle:
    """The site as a folder for a disk, and its zip, in `build`."""
    return publish(out, build_of(out), disk=build / "offline").whole_bundle


def serve_site(sources: Path, curated: Path, out: Path, port: int, say: Callable[..., None], language: str) -> None:
    """A preview in build/preview, converted and built anew whenever sources, decisions, pages, templates, styles or the
    program change."""
    from .publishing import preview

    site = build_of(out) / "preview" / "site"
    decisions = ("--curated", str(curated)) if curated.is_dir() else ()
    given = ("--sources", str(sources), *decisions, "--out", str(out), "--quiet", "--language", language)
    commands = [preview.python("convert", *given), preview.python("site", *given, "--to", str(site))]
    watched = [sources, curated, settings.mkdocs_file_of(out), settings.OVERRIDES, settings.PACKAGE]
    preview.serve(preview.Work(commands, watched, [out / "pages"], say), site, port)


def build_desk_pages(content: Path, folder: Path) -> Path:
    """The editor's desk as a website, in `folder`/site."""
    publish(content, folder, site=folder / "site")
    return folder / "site"


def serve_desk(
    sources: Path, curated: Path, out: Path, port: int, say: Callable[..., None], decide: Decide, tongue: str
) -> None:
    """The desk in build/preview/desk, built anew whenever something changes; decisions are taken from its pages."""
    from functools import partial

    from .publishing import desk_server, preview

    folder = build_of(out) / "preview" / "desk"
    given = ("--sources", str(sources), *(("--curated", str(curated)) if curated.is_dir() else ()), "--out", str(out))
    commands = [preview.python("desk", *given, "--quiet", "--language", tongue, "--pages", str(folder))]
    watched = [sources, curated, settings.mkdocs_file_of(out), settings.OVERRIDES, settings.PACKAGE]
    desk = desk_server.Desk(folder / "items.json", decide, tongue)
    handler = partial(desk_server.DeskHandler, desk)
    preview.serve(preview.Work(commands, watched, [], say), folder / "site", port, handler)


def build_of(out: Path) -> Path:
    """build/ of the publication, or, for another --out, build/ in there."""
    return build_folder.build_of(out)


def store_of(options: Namespace) -> Store | None:
    """What stages made for former commands, below build/. Who only looks writes nothing, not even what would help the
    next run; into another --out nothing is laid that was not asked for."""
    from .publishing.store import Store

    looks_only = getattr(options, "check", False)
    return Store(build_of(options.out) / "store") if keeps(options.out) and not looks_only else None


def keeps(out: Path) -> bool:
    """A publication has a folder for what is made; another --out only if a site was built there."""
    return settings.root_of(out) is not None or build_of(out).is_dir()


def compiled_templates(out: Path) -> BytecodeCache | None:
    """What Jinja made of the templates, kept like the plans."""
    from .publishing.kept_templates import kept_templates

    return kept_templates(build_of(out)) if keeps(out) else None


def write_trace(out: Path, trace: str) -> Path:
    """The trace of an unexpected error, in a file below build/."""
    from .publishing import error_file

    return error_file.write(build_of(out), trace)


def pages_of(out: Path) -> Path:
    pages = out / "pages" / settings.LANGUAGE
    if not pages.is_dir():
        raise BadInput("no-pages", place=str(pages))
    return pages
