"""What MkDocs calls while it builds (hooks in mkdocs.yml), in the order in which it does.

A build makes one language. Its pages come converted from the store; data, PDFs and the theme's files stand once, at the
root of the site.
MkDocs loads this file by its path, so our package may have to be found first.
"""

from __future__ import annotations

import json
import os
import posixpath
import sys
from pathlib import Path
from typing import Any, cast

sys.path.append(str(Path(__file__).resolve().parents[3]))

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib import search as mkdocs_search
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext, url_filter

from build_tools.model.translation import _
from build_tools.publishing.build_folder import build_of
from build_tools.publishing.kept_templates import kept_templates
from build_tools.publishing.site import plain_pages
from build_tools.publishing.site.alternates import address_of, alternates, listed, others
from build_tools.publishing.site.apart import Apart, with_lines
from build_tools.publishing.site.imprint import read_imprint
from build_tools.publishing.site.languages import ORDER, Language, read_languages
from build_tools.publishing.site.links import elsewhere, fill_in, seen_from
from build_tools.publishing.site.marks import fill_marks, shared_files, workbooks
from build_tools.publishing.site.rendering import Store

ONCE = {"sitemap.xml", "robots.txt"}  # of a site, whatever its languages
STEMMER = (
    "assets/search/lunr.js",
    Path(mkdocs_search.__file__).parent / "templates" / "search" / "lunr.js",
)  # comes with MkDocs; our search uses its stemmer
UNUSED = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
)  # the theme's own search, whose place ours has taken

FOR_PROGRAMS = (
    _("本站不是政府网站。文字由各规划的文本转换而成，以印发原件或正式文本为准。"),
    _("编者写的文字和整理的数据按 CC BY 4.0 许可使用，程序按 MIT 许可使用；规划文本是政府公文。"),
    _(
        "每页旁边有同一文字的 Markdown（index.md）。每段末尾花括号里是它的地址：页面地址加上它，就是可以引用的段落地址。"
    ),
    _("全部表格和全文数据在 data/ 之下，目录见 data/datapackage.json。"),
)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The language is that of the folder of pages; their order is the generated list."""
    pages = Path(config.docs_dir)
    codes = config.extra.get("editions") or [pages.name]  # all that the site will hold; a preview shows one alone
    languages = read_languages(pages.parent, codes, config.extra.get("languages", {}))
    here = next(language for language in languages if language.code == pages.name)
    config.extra |= {
        "all_languages": languages,
        "here": here,
        "site_root": config.site_url or "",
        "up": "../" if here.home else "",
        "imprint": read_imprint(pages, bool(here.home)),
        "apart": Apart(pages.parent.parent / "data" / "plans", pages.name, languages[0].code),
        "sources": {},
    }
    config.extra["search_query"] = search_query(config, here)
    config.site_url = config.site_url and config.site_url + here.home
    config.site_name, config.site_description = here.say(config.site_name), here.say(config.site_description or "")
    if (pages / ORDER).is_file():
        config.nav = json.loads((pages / ORDER).read_text(encoding="utf-8"))
    if here.home:
        config.theme.static_templates -= ONCE
        config.extra_css = [f"../{path}" for path in config.extra_css]
        config.extra_javascript = [f"../{path}" for path in config.extra_javascript]
        config.extra["polyfills"] = [f"../{path}" for path in config.extra.get("polyfills", [])]
    make = config.theme.get_env
    config.theme.get_env = lambda: our_env(make())  # type: ignore[method-assign] # no hook comes before its first use
    take_over_markdown(config, here)
    return config


class WithoutIcons(FileSystemLoader):
    """MkDocs lists the files of the theme to find what to copy; twelve thousand are icons, none of which a site serves
    as it is."""

    def list_templates(self) -> list[str]:
        found = set()
        for root in self.searchpath:
            for place, folders, files in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {Path(place, name).relative_to(root).as_posix() for name in files}
        return sorted(found)


def our_env(env: Environment) -> Environment:
    """MkDocs escapes nothing. Here whatever a template prints is text, unless a function made it to be markup."""
    if isinstance(env.loader, FileSystemLoader):
        env.loader = WithoutIcons(env.loader.searchpath)
    env.autoescape = lambda name: not name or not name.endswith(".txt")
    env.filters["plain"] = plain
    return env


def plain(words: str) -> str:
    """What a macro printed, for use as data: &amp; → &"""
    return words.unescape() if isinstance(words, Markup) else str(words)


def search_query(config: MkDocsConfig, here: Language) -> str:
    """What the search worker, one for all languages, has to know: where the text is, and that pages are files."""
    said = ([] if config.use_directory_urls else ["files"]) + ([f"text={here.home}search/text.js"] if here.home else [])
    return "?" + "&".join(said) if said else ""


def take_over_markdown(config: MkDocsConfig, here: Language) -> None:
    """MkDocs is left with empty pages to convert: ours come from the store, and are put in place of its own."""
    config.mdx_configs["toc"]["permalink_title"] = here.say(config.mdx_configs["toc"]["permalink_title"])
    file = build_folder(config) / "rendered" / f"{here.code}.json"
    config.extra["store"] = Store(
        file, config.markdown_extensions, config.mdx_configs, config.extra.get("processes") or os.cpu_count() or 1
    )
    config.markdown_extensions = []


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """content/data is served at /data/, the PDFs at /pdf/. A language in a folder of its own sees these and the theme's
    files one level up."""
    pages, up = Path(config.docs_dir), config.extra["up"]
    for path, source in [STEMMER, *shared_files(pages, build_folder(config))]:
        files.append(File.generated(config, path, abs_src_path=str(source)))
    for file in [file for file in files if file.src_uri.startswith(UNUSED) or file.src_uri.endswith(".map")]:
        files.remove(file)
    for file in [file for file in files if is_put_by_others(file, pages, up)]:
        files.remove(file)
        if file.src_uri not in ONCE:
            files.append(elsewhere(file, up))
    return files


def is_put_by_others(file: File, pages: Path, up: str) -> bool:
    """The workbook, which is made meanwhile; for another language than the first all that the site has once."""
    shared = file.src_uri in ONCE or file.src_uri.startswith(("assets/", "data/", "pdf/"))
    return (
        shared and not (pages / file.src_uri).is_file()
        if up
        else file.src_uri in workbooks(pages.parent.parent / "data")
    )


def source_of(file: File, config: MkDocsConfig) -> str:
    """The page with all that its marks stand for, worked out once a build."""
    known: dict[str, str] = config.extra["sources"]
    if file.src_uri not in known:
        text = config.extra["apart"].fill(file.content_string, file.src_uri)
        known[file.src_uri] = fill_marks(
            text, Path(config.docs_dir), build_folder(config), "../" * file.src_uri.count("/")
        )
    return known[file.src_uri]


def build_folder(config: MkDocsConfig) -> Path:
    """The pages of a language lie in content/pages/zh."""
    return build_of(Path(config.docs_dir).parent.parent)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """All pages are known: those that changed are converted, by all processors."""
    config.extra["store"].prepare([source_of(file, config) for file in files.documentation_pages()])
    config.extra["nav"] = nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str:
    return source_of(page.file, config)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    source = source_of(page.file, config)
    rendered = config.extra["store"].page(source)
    if config.use_directory_urls:  # on a disk a page is a file, with nothing beside it
        plain_pages.write_copy(Path(config.site_dir), page.file.src_uri, source)
    page.toc = get_toc(rendered.toc)
    if rendered.title:
        page.meta.setdefault("title", rendered.title)
    filled = fill_in(rendered, page, files, config.extra["up"])
    return Markup(with_lines(filled, page.meta.get("lines") or {}))  # the Markdown library made it


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Words of the frame in the language of the pages; addresses of shared files; compiled templates kept between
    builds."""
    env.bytecode_cache = kept_templates(build_folder(config))
    env.policies["json.dumps_kwargs"] = {
        "sort_keys": True,
        "ensure_ascii": False,
    }  # Chinese as it is, at half the length
    say = config.extra["here"].say
    env.globals |= {"_": say, "gettext": say}
    up = config.extra["up"]

    @pass_context
    def address(context: Context, value: object) -> str:
        value = f"{up}{value}" if str(value).startswith("assets/") else str(value)
        return seen_from(value, context["base_url"]) or url_filter(cast(TemplateContext, context), value)

    env.filters["url"] = address
    imprint = config.extra["imprint"]
    env.filters["language"] = lambda words: Markup(' lang="{}"').format(lang) if (lang := imprint.lang(words)) else ""
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    config.extra["scope"] = posixpath.normpath(
        posixpath.join(context["base_url"], config.extra["up"])
    )  # light or dark is chosen for the site, not for a language
    here = config.extra["here"].home + address_of(page.file.src_uri, use_directory_urls=True)
    return context | {
        "others": others(config, page.file),
        "alternates": alternates(config, page.file.src_uri),
        "plain_copies": config.use_directory_urls,
        "root_address": config.extra["imprint"].page_address(config.extra["site_root"], ""),
        "here_address": config.extra["imprint"].page_address(page.canonical_url, here),
    }


def on_post_build(config: MkDocsConfig) -> None:
    """The list of pages for programs, of each language in its home."""
    if not config.use_directory_urls:
        return
    say = config.extra["here"].say
    about = [config.site_description, *map(say, FOR_PROGRAMS)]
    text = plain_pages.list_of_pages(config.site_name, about, config.extra["nav"], config.site_url or "")
    (Path(config.site_dir) / plain_pages.LIST).write_text(text, encoding="utf-8", newline="\n")


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    config.extra["scope"] = posixpath.normpath(posixpath.join(context["base_url"], config.extra["up"]))
    return context | {
        "others": others(config, None),
        "listed": listed(config) if template_name == "sitemap.xml" else [],
    }
