"""Starts the builds: every language for the web, and for a disk, side by side. What stood there before stays until all
are whole."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.exceptions import MkDocsException

from ...model.edition import BadInput
from ...model.refusals import Refusal
from ..exchange import LIST, exchange, new_of, recover, remove
from ..one_run import one_run, readable_by_all
from .configuring import configured
from .languages import find_languages, home_of

FROM_DISK: dict[str, Any] = {"use_directory_urls": False, "site_url": ""}  # links to files, and no address on the web
PLACES = ("site", "offline")  # what an earlier run may have left half done
WORKER_SHIM = "assets/search/iframe-worker.js"


@dataclass(frozen=True)
class SiteFolder:
    """A folder to be made. `finish` works on it before it is put in its place, while later targets are still being
    built."""

    place: Path
    from_disk: bool
    finish: Callable[[Path], None]

    @property
    def beside(self) -> Path:
        return new_of(self.place)


@dataclass(frozen=True)
class Job:
    """One language of one target."""

    mkdocs_file: Path
    pages: Path
    folder: Path
    from_disk: bool
    editions: tuple[str, ...]


def build_sites(
    mkdocs_file: Path,
    pages: Path,
    first: str,
    targets: list[SiteFolder],
    meanwhile: Callable[[], object] = lambda: None,
) -> None:
    """All languages below `pages` into each target, strictly; `first` stands at its root. `meanwhile`: other work that
    finishing waits for.

    The targets take their places together, with what finishing left beside them; until then all stays as it was.
    """
    codes = find_languages(pages, first)
    folder, content = targets[0].place.parent, pages.parent
    with readable_by_all(), one_run(content, reading=True) if content != folder else nullcontext(), one_run(folder):
        recover(
            folder, [folder / name for name in dict.fromkeys((*PLACES, *(target.place.name for target in targets)))]
        )
        try:
            build_all(mkdocs_file, pages, codes, targets, meanwhile)
            exchange(folder, [part for target in targets for part in parts_of(target, first)])
        finally:
            if not (folder / LIST).is_file():
                for target in targets:
                    remove(target.beside)


def build_all(
    mkdocs_file: Path, pages: Path, codes: list[str], targets: list[SiteFolder], meanwhile: Callable[[], object]
) -> None:
    """Every language of every target side by side, each target finished as soon as it is built."""
    with workers() as pool:
        jobs = [
            [Job(mkdocs_file, pages / code, target.beside / code, target.from_disk, tuple(codes)) for code in codes]
            for target in targets
        ]
        running = [[pool.submit(build_one, job) for job in of_target] for of_target in jobs]
        other = pool.submit(meanwhile)
        for target, builds in zip(targets, running, strict=False):
            stop_at(sorted({complaint for build in builds for complaint in build.result()}))
            other.result()
            target.finish(one_site(target.beside, codes))


def workers() -> ProcessPoolExecutor:
    """As many as there are processors; where it is possible they start with all that is loaded here."""
    return ProcessPoolExecutor(
        os.cpu_count(), mp_context=get_context("fork" if "fork" in get_all_start_methods() else None)
    )


def stop_at(complaints: list[str]) -> None:
    """Raises BadInput with what MkDocs objects to, in its own words, which are English."""
    if complaints:
        raise BadInput.together(Refusal("site-failed", (complaint,), "") for complaint in complaints)


def build_one(job: Job) -> list[str]:
    """Runs MkDocs once; returns what it objects to."""
    heard = Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        config = configured(
            job.mkdocs_file,
            docs_dir=str(job.pages.resolve()),
            site_dir=str(job.folder.resolve()),
            strict=True,
            **(FROM_DISK if job.from_disk else {}),
        )
        config.extra |= {"editions": job.editions, "processes": max(1, (os.cpu_count() or 1) // len(job.editions))}
        if job.from_disk:
            config.extra["polyfills"] = [WORKER_SHIM]
            config.theme.static_templates.discard("404.html")
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
        config.plugins.on_shutdown()
        config.extra["store"].save()
    except (MkDocsException, SystemExit) as error:
        return heard.messages or [str(error)]
    finally:
        logger.removeHandler(heard)
    return []


class Listener(logging.Handler):
    """Collects the warnings that make a strict build fail."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def one_site(beside: Path, codes: list[str]) -> Path:
    """MkDocs empties the folder it builds into, so each language got its own: now the first takes in the others."""
    root, *others = [beside / code for code in codes]
    for folder in others:
        folder.rename(root / home_of(folder.name))
    return root


def parts_of(target: SiteFolder, first: str) -> list[tuple[Path, Path]]:
    """(new, place) of the site, and of the files that finishing left beside it."""
    files = sorted(path for path in target.beside.iterdir() if path.is_file())
    return [(target.beside / first, target.place), *((file, target.place.parent / file.name) for file in files)]
