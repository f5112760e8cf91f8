"""What MkDocs calls while it builds (hooks in mkdocs.yml), in the order in which it does.

A build makes one language. Its pages come converted from the store; data, PDFs and the theme's files stand once, at the root of the site.
MkDocs loads this file by its path, so our package may have to be found first.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[3]))

from jinja2 import FileSystemBytecodeCache, pass_context  # noqa: E402
from mkdocs.contrib import search as mkdocs_search  # noqa: E402
from mkdocs.structure.files import File  # noqa: E402
from mkdocs.structure.toc import get_toc  # noqa: E402
from mkdocs.utils.templates import url_filter  # noqa: E402

from build_tools.publishing.site.languages import ORDER, Language, read_languages  # noqa: E402
from build_tools.publishing.site.links import elsewhere, fill_in  # noqa: E402
from build_tools.publishing.site.marks import WORKBOOK, build_folder, fill_marks, shared_files  # noqa: E402
from build_tools.publishing.site.rendering import Store  # noqa: E402

ONCE = {"sitemap.xml", "robots.txt"}  # of a site, whatever its languages
STEMMER = ("assets/search/lunr.js", Path(mkdocs_search.__file__).parent / "templates" / "search" / "lunr.js")  # comes with MkDocs; our search uses its stemmer


def on_config(config):
    """The language is that of the folder of pages; their order is the generated list."""
    pages = Path(config.docs_dir)
    codes = config.extra.get("editions") or [pages.name]  # all that the site will hold; a preview shows one alone
    languages = read_languages(pages.parent, codes, config.extra.get("languages", {}))
    here = next(language for language in languages if language.code == pages.name)
    config.extra |= {"all_languages": languages, "here": here, "site_root": config.site_url or "", "up": "../" if here.home else ""}
    config.site_url = config.site_url and config.site_url + here.home
    config.site_name, config.site_description = here.say(config.site_name), here.say(config.site_description)
    if (pages / ORDER).is_file():
        config.nav = json.loads((pages / ORDER).read_text(encoding="utf-8"))
    if here.home:
        config.theme.static_templates -= ONCE
        config.extra_css = [f"../{path}" for path in config.extra_css]
        config.extra_javascript = [f"../{path}" for path in config.extra_javascript]
    take_over_markdown(config, here)
    return config


def take_over_markdown(config, here: Language) -> None:
    """MkDocs is left with empty pages to convert: ours come from the store, and are put in place of its own."""
    config.mdx_configs["toc"]["permalink_title"] = here.say(config.mdx_configs["toc"]["permalink_title"])
    file = build_of(config) / "rendered" / f"{here.code}.json"
    config.extra["store"] = Store(file, config.markdown_extensions, config.mdx_configs, config.extra.get("processes") or os.cpu_count() or 1)
    config.markdown_extensions = []


def on_files(files, config):
    """content/data is served at /data/, the PDFs at /pdf/. A language in a folder of its own sees these and the theme's files one level up."""
    pages, up = Path(config.docs_dir), config.extra["up"]
    for path, source in [STEMMER, *shared_files(pages, build_of(config))]:
        files.append(File.generated(config, path, abs_src_path=str(source)))
    for file in [file for file in files if is_put_by_others(file, pages, up)]:
        files.remove(file)
        files.append(elsewhere(file, up))
    return files


def is_put_by_others(file: File, pages: Path, up: str) -> bool:
    """The workbook, which is made meanwhile; for another language than the first all that the site has once."""
    shared = file.src_uri.startswith(("assets/", "data/", "pdf/")) and not (pages / file.src_uri).is_file()
    return file.src_uri == WORKBOOK if not up else shared


def source_of(file: File, config) -> str:
    return fill_marks(file.content_string, Path(config.docs_dir), build_of(config))


def build_of(config) -> Path:
    return build_folder(Path(config.docs_dir), Path(config.config_file_path).resolve().parent)


def on_nav(nav, config, files):
    """All pages are known: those that changed are converted, by all processors."""
    config.extra["store"].prepare([source_of(file, config) for file in files.documentation_pages()])


def on_page_markdown(markdown, page, config, files):
    return ""


def on_page_content(html, page, config, files):
    rendered = config.extra["store"].page(source_of(page.file, config))
    page.toc = get_toc(rendered.toc)
    if rendered.title:
        page.meta.setdefault("title", rendered.title)
    return fill_in(rendered, page, files, config.extra["up"])


def on_env(env, config, files):
    """Words of the frame in the language of the pages; addresses of shared files; compiled templates kept between builds."""
    cache = Path(tempfile.gettempdir()) / f"plan-reader-templates-{os.getuid() if hasattr(os, 'getuid') else 0}"
    cache.mkdir(mode=0o700, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(cache))
    env.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}  # Chinese as it is, at half the length
    say = config.extra["here"].say
    env.globals |= {"_": say, "gettext": say}
    up = config.extra["up"]

    @pass_context
    def address(context, value):
        return url_filter(context, f"{up}{value}" if str(value).startswith("assets/") else value)

    env.filters["url"] = address
    return env


def on_page_context(context, page, config, nav):
    return context | {"others": others(config, page.file)}


def on_template_context(context, template_name, config):
    return context | {"others": others(config, None), "listed": listed(config) if template_name == "sitemap.xml" else []}


def others(config, file: File | None) -> list[dict]:
    """The other languages, and where this page is in them; their home where they do not have it."""
    return [at(language, file, config) for language in config.extra["all_languages"] if language is not config.extra["here"]]


def at(language: Language, file: File | None, config) -> dict:
    there = file is not None and file.src_uri in language.pages
    address = language.home + (file.url if there else page_address("index.md", config)).removeprefix("./")
    return {"language": language, "there": there, "address": config.extra["up"] + address or "./", "url": config.extra["site_root"] and config.extra["site_root"] + address}


def page_address(page: str, config) -> str:
    """shuangliao/03.md → shuangliao/03/"""
    return File(page, None, "", config.use_directory_urls).url.removeprefix("./")


def listed(config) -> list[dict]:
    """Every page of every language with the same page in all languages that have it, for the sitemap."""
    languages, root = config.extra["all_languages"], config.extra["site_root"]
    return [
        {"url": root + language.home + page_address(page, config), "same": [(other.tag, root + other.home + page_address(page, config)) for other in languages if page in other.pages]}
        for language in languages
        for page in language.pages
    ]

