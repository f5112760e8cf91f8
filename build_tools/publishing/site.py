"""The one module that knows MkDocs: builds the site, and is MkDocs's hook file for the order of pages and the data files.

MkDocs loads it by its path (hooks in mkdocs.yml), so it imports nothing of ours.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # the same pages give the same bytes on any day
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about a later MkDocs is not for our readers

from jinja2 import FileSystemBytecodeCache  # noqa: E402
from mkdocs.commands import build as mkdocs_build  # noqa: E402
from mkdocs.config import load_config  # noqa: E402
from mkdocs.exceptions import MkDocsException  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402

FROM_DISK = {"use_directory_urls": False, "site_url": ""}  # links to files, and no address on the web
WORKER_SHIM = "assets/search/iframe-worker.js"
WORKBOOK_MARK = re.compile(r"<!-- workbook \|(.*?)-->")
PDF_MARK = re.compile(r"<!-- pdf \|(.*?)-->")


class SiteError(Exception):
    """The site cannot be built; the message lists what MkDocs objects to."""


def build_site(mkdocs_file: Path, pages: Path, target: Path, from_disk: bool = False, finish: Callable[[Path, Path], None] | None = None) -> int:
    """Build `pages` strictly into `target`; what was there stays until the new site is whole. Returns the number of files.

    `from_disk`: the site is opened as files, without a server. `finish` works on the built folder and the one it will stand in.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.parent / f".{target.name}.new"
    shutil.rmtree(beside, ignore_errors=True)
    heard = Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        config = load_config(str(mkdocs_file), docs_dir=str(pages.resolve()), site_dir=str(beside.resolve()), strict=True, **(FROM_DISK if from_disk else {}))
        if from_disk:
            config.extra["polyfills"] = [WORKER_SHIM]
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build.build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        shutil.rmtree(beside, ignore_errors=True)
        raise SiteError("\n".join(heard.messages) or str(error)) from error
    finally:
        logger.removeHandler(heard)
    if finish:
        finish(beside, target.parent)
    old = target.parent / f".{target.name}.old"
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    beside.rename(target)
    shutil.rmtree(old, ignore_errors=True)
    return sum(1 for path in target.rglob("*") if path.is_file())


class Listener(logging.Handler):
    """Collects the warnings that make a strict build fail."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def serve(mkdocs_file: Path, pages: Path) -> None:
    """MkDocs's own preview server, rebuilt on change."""
    from mkdocs.commands import serve as mkdocs_serve

    mkdocs_serve.serve(str(mkdocs_file), docs_dir=str(pages.resolve()))


def on_config(config):
    """The order of pages comes from the generated list."""
    order = Path(config.docs_dir) / "navigation.json"
    if order.is_file():
        config.nav = json.loads(order.read_text(encoding="utf-8"))
    return config


def pdf_folder(config) -> Path:
    """build/pdf beside content/, or inside another --out folder."""
    out = Path(config.docs_dir).parent.parent
    return (out.parent if out.name == "content" else out) / "build" / "pdf"


def pdf_list(config) -> list[dict]:
    """The volumes that `pdf` printed, with pages and sizes; none if it has not run."""
    path = pdf_folder(config) / "list.json"
    return [entry for entry in json.loads(path.read_text(encoding="utf-8")) if (path.parent / entry["file"]).is_file()] if path.is_file() else []


def workbook(config) -> Path:
    """All tables in one file, if the build has made it."""
    return pdf_folder(config).parent / "tables" / "plan-reader.xlsx"


def workbook_line(match: re.Match, config) -> str:
    """<!-- workbook | what it is --> becomes a row of the table of downloads; nothing without the workbook."""
    path = workbook(config)
    return f"| [{path.name}](data/{path.name}) | {match.group(1).strip()} | {path.stat().st_size // 1024} KB |" if path.is_file() else ""


def on_page_markdown(markdown, page, config, files):
    """<!-- pdf | heading | file | content | pages | size --> becomes the list of PDFs; nothing without PDFs."""
    markdown = WORKBOOK_MARK.sub(lambda match: workbook_line(match, config), markdown)
    found = PDF_MARK.search(markdown)
    if not found:
        return markdown
    heading, *columns = (words.strip() for words in found.group(1).split("|"))
    rows = [f"| [{entry['file']}](pdf/{entry['file']}) | {entry['title']} | {entry['pages']} | {entry['bytes'] // 1024} KB |" for entry in pdf_list(config)]
    lines = [f"## {heading} {{: #pdf }}", "", f"| {' | '.join(columns)} |", "|---|---|--:|--:|", *rows] if rows else []
    return markdown.replace(found.group(), "\n".join(lines))


def on_files(files, config):
    """content/data is served at /data/, the PDFs at /pdf/."""
    for entry in pdf_list(config):
        files.append(File.generated(config, f"pdf/{entry['file']}", abs_src_path=str(pdf_folder(config) / entry["file"])))
    if workbook(config).is_file():
        files.append(File.generated(config, f"data/{workbook(config).name}", abs_src_path=str(workbook(config))))
    data = Path(config.docs_dir).parent.parent / "data"
    for path in sorted(data.rglob("*")):
        if path.is_file():
            files.append(File.generated(config, f"data/{path.relative_to(data).as_posix()}", abs_src_path=str(path)))
    return files


def on_env(env, config, files):
    """Compiled templates are kept between builds."""
    cache = Path(tempfile.gettempdir()) / f"plan-reader-templates-{os.getuid() if hasattr(os, 'getuid') else 0}"
    cache.mkdir(mode=0o700, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}  # Chinese as it is, at half the length
    return env
