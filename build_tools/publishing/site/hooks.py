"""What MkDocs calls while it builds (hooks in mkdocs.yml), in the order in which it does.

A build makes one language. Pages come converted from the store; data, PDFs and the theme's files stand once, at the root of the site.
MkDocs loads this file by its path, so that our package may have to be found first.
"""

from __future__ import annotations

import json
import logging
import os
import posixpath
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

os.environ.setdefault("SOURCE_DATE_EPOCH", "0")  # the same pages give the same bytes on any day
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's notice about a later MkDocs is not for our readers
sys.path.append(str(Path(__file__).resolve().parents[3]))

from jinja2 import FileSystemBytecodeCache, pass_context  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402
from mkdocs.structure.toc import get_toc  # noqa: E402
from mkdocs.utils import normalize_url  # noqa: E402

from build_tools.publishing.site.languages import ORDER, Language, read_languages  # noqa: E402
from build_tools.publishing.site.marks import WORKBOOK_FILE, build_folder, fill_marks, printed  # noqa: E402
from build_tools.publishing.site.rendering import Rendered, Store  # noqa: E402

SHARED = ("assets/", "data/", "pdf/")  # of the site as a whole
ONE_OF_A_SITE = {"sitemap.xml", "robots.txt"}
IN_RAW_HTML = re.compile(r'(<script src=")((?:\.\./)+(?:assets|data)/)')
log = logging.getLogger("mkdocs.plan_reader")


class Beside(File):
    """A file at the root of the site, seen from a language that stands in a folder: it can be linked to and is copied by the first language."""

    def copy_file(self, dirty: bool = False) -> None:
        """Not here."""


def on_config(config):
    """The language is told by the folder of its pages; their order is the generated list."""
    pages = Path(config.docs_dir)
    codes = config.extra.get("editions") or [pages.name]  # all that this site will hold; a preview shows one alone
    languages = read_languages(pages.parent, codes, config.extra.get("languages", {}))
    here = next(language for language in languages if language.code == pages.name)
    config.extra |= {"all_languages": languages, "here": here, "site_root": config.site_url or "", "up": "../" if here.home else ""}
    config.site_name, config.site_description = here.say(config.site_name), here.say(config.site_description)
    config.site_url = config.site_url and config.site_url + here.home
    if (pages / ORDER).is_file():
        config.nav = json.loads((pages / ORDER).read_text(encoding="utf-8"))
    if not any((Path(folder) / "partials" / "languages" / f"{here.tag}.html").is_file() for folder in config.theme.dirs):
        config.theme["language"] = "en"
    else:
        config.theme["language"] = here.tag
    if here.home:
        config.theme.static_templates -= ONE_OF_A_SITE
        config.extra_css = [f"../{path}" for path in config.extra_css]
        for script in config.extra_javascript:
            script.path = f"../{script.path}"
    take_over_markdown(config, here)
    return config
