"""Pages and data → website and offline bundle: the builds, and what is added to a built folder before people get it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from . import data_addresses, file_marks, offline_bundle, page_guard, web_folder, workbook
from .freshness import is_of, of_pages, of_texts, outdated
from .site import SiteFolder, build_sites
from .site.own_scripts import own_scripts

DOWNLOADS = "downloads"  # where the site offers the bundle


@dataclass(frozen=True)
class Published:
    """What was built. `outdated`: files that are there and that the site does not offer, because its pages are of a
    later text."""

    files: int = 0
    bundle: offline_bundle.Bundle | None = None
    outdated: tuple[str, ...] = ()

    @property
    def whole_bundle(self) -> offline_bundle.Bundle:
        """The bundle, where one was asked for."""
        if self.bundle is None:
            raise ValueError("only a site was built")
        return self.bundle


def publish(
    mkdocs_file: Path, content: Path, first: str, build: Path, site: Path | None = None, disk: Path | None = None
) -> Published:
    """The website in `site`, the bundle from `disk`, or both. `content`: pages and data; `build`: where the workbook is
    kept."""
    tables = content / "data" if (content / "data" / "datapackage.json").is_file() else None
    books = build / workbook.FOLDER
    bundles: list[offline_bundle.Bundle] = []
    targets = []
    if disk:  # first: the site tells the size of the bundle
        targets.append(SiteFolder(disk, True, partial(finish_disk, tables and books, bundles, content / "pages")))
    if site:
        targets.append(
            SiteFolder(
                site,
                False,
                partial(finish_site, tables and books, fresh_archive(content, disk, targets, site), content / "pages"),
            )
        )
    build_sites(mkdocs_file, content / "pages", first, targets, partial(workbook.write_all, tables, books))
    bundle = replace(bundles[0], folder=disk, archive=disk.parent / bundles[0].archive.name) if disk else None
    files = sum(path.is_file() for path in site.rglob("*")) if site else 0
    return Published(files, bundle, outdated_files(content, build, bool(site and not disk)))


def fresh_archive(content: Path, disk: Path | None, targets: list[SiteFolder], site: Path) -> Path | None:
    """The zip that the site offers: the one that is made now, or the last one, if no page was changed since."""
    archive = (targets[0].beside if disk else site.parent) / f"{offline_bundle.NAME}.zip"
    return archive if disk or is_of(archive, of_pages(content)) else None


def outdated_files(content: Path, build: Path, with_archive: bool) -> tuple[str, ...]:
    archives = [build / f"{offline_bundle.NAME}.zip"] if with_archive else []
    return outdated(sorted((build / "pdf").glob("*.pdf")), of_texts(content)) + outdated(archives, of_pages(content))


def finish_disk(books: Path | None, bundles: list[offline_bundle.Bundle], pages: Path, folder: Path) -> None:
    """No policy holds on a disk: what could run in a page is looked for here, too."""
    add_workbooks(books, folder)
    for tables, _ in workbook.packages(folder / "data"):
        data_addresses.make_absolute(tables)
    file_marks.fill(folder)
    page_guard.check(folder, own_scripts(), pages)
    bundles.append(offline_bundle.pack(folder))


def finish_site(books: Path | None, archive: Path | None, pages: Path, folder: Path) -> None:
    """`archive`: where the bundle is, or will be, if the site may offer it."""
    add_workbooks(books, folder)
    if archive and archive.is_file():
        (folder / DOWNLOADS).mkdir(exist_ok=True)
        for file in (archive, archive.with_suffix(".zip.sha256")):
            shutil.copyfile(file, folder / DOWNLOADS / file.name)
    for tables, _ in workbook.packages(folder / "data"):
        data_addresses.make_absolute(tables)
    file_marks.fill(folder)
    web_folder.finish(folder, folder.parent, pages)


def add_workbooks(books: Path | None, folder: Path) -> None:
    """Each beside the tables that it holds."""
    if books:
        for tables, name in workbook.packages(folder / "data"):
            shutil.copyfile(books / name, tables / name)
