"""Pages and data → website and offline bundle: the builds, and what is added to a built folder before people get it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..model.edition import BadInput
from . import file_marks, offline_bundle, page_guard, web_folder, workbook
from .site import SiteError, Target, build_sites
from .site.own_scripts import own_scripts

DOWNLOADS = "downloads"  # where the site offers the bundle


@dataclass(frozen=True)
class Published:
    files: int = 0
    bundle: offline_bundle.Bundle | None = None


def publish(
    mkdocs_file: Path, content: Path, first: str, build: Path, site: Path | None = None, disk: Path | None = None
) -> Published:
    """The website in `site`, the bundle from `disk`, or both. `content`: pages and data; `build`: where the workbook is kept."""
    tables = content / "data" if (content / "data" / "datapackage.json").is_file() else None
    book = build / workbook.FILE
    bundles: list[offline_bundle.Bundle] = []
    targets = []
    if disk:  # first: the site tells the size of the bundle
        targets.append(Target(disk, True, partial(finish_disk, tables and book, bundles, content / "pages")))
    if site:
        targets.append(
            Target(
                site,
                False,
                partial(finish_site, tables and book, (targets[0].beside if disk else site.parent), content / "pages"),
            )
        )
    try:
        build_sites(mkdocs_file, content / "pages", first, targets, partial(workbook.write_if_changed, tables, book))
    except SiteError as error:
        raise BadInput(str(error)) from None
    bundle = replace(bundles[0], folder=disk, archive=disk.parent / bundles[0].archive.name) if disk else None
    return Published(sum(path.is_file() for path in site.rglob("*")) if site else 0, bundle)


def finish_disk(book: Path | None, bundles: list[offline_bundle.Bundle], pages: Path, folder: Path) -> None:
    """No policy holds on a disk: what could run in a page is looked for here, too."""
    add_workbook(book, folder)
    file_marks.fill(folder)
    page_guard.check(folder, own_scripts(), pages)
    bundles.append(offline_bundle.pack(folder))


def finish_site(book: Path | None, archives: Path, pages: Path, folder: Path) -> None:
    """`archives`: where the bundle is, if one was made."""
    add_workbook(book, folder)
    archive = archives / f"{offline_bundle.NAME}.zip"
    if archive.is_file():
        (folder / DOWNLOADS).mkdir(exist_ok=True)
        for file in (archive, archive.with_suffix(".zip.sha256")):
            shutil.copyfile(file, folder / DOWNLOADS / file.name)
    file_marks.fill(folder)
    web_folder.finish(folder, folder.parent, pages)


def add_workbook(book: Path | None, folder: Path) -> None:
    if book:
        shutil.copyfile(book, folder / "data" / book.name)
