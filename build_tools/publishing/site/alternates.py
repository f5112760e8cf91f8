"""Where a page stands in the other languages: for the link in the header, for search engines, for the sitemap."""

from __future__ import annotations

from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File


def others(config: MkDocsConfig, file: File | None) -> list[dict[str, Any]]:
    """The other languages, and where this page is in them, seen from this language's home; their home where they do not
    have it."""
    found = []
    for language in config.extra["all_languages"]:
        if language is not config.extra["here"]:
            there = file.src_uri if file is not None and file.src_uri in language.pages else ""
            found.append(
                {
                    "language": language,
                    "there": bool(there),
                    "address": config.extra["up"]
                    + language.home
                    + address_of(there or "index.md", config.use_directory_urls)
                    or "./",
                }
            )
    return found


def address_of(page: str, use_directory_urls: bool) -> str:
    """plan/03.md → plan/03/ on the web, plan/03.html on a disk"""
    return File(page, None, "", use_directory_urls).url.removeprefix("./")


def alternates(config: MkDocsConfig, page: str) -> list[tuple[str, str]]:
    """(language, address on the web) of a page that stands in several languages; the first is for readers of any
    other."""
    root = config.extra["site_root"]
    found = [
        (language.tag, root + language.home + address_of(page, config.use_directory_urls))
        for language in config.extra["all_languages"]
        if page in language.pages
    ]
    return [*found, ("x-default", found[0][1])] if root and len(found) > 1 else []


def listed(config: MkDocsConfig) -> list[dict[str, Any]]:
    """Every page of every language, for the sitemap."""
    root = config.extra["site_root"]
    return [
        {
            "url": root + language.home + address_of(page, config.use_directory_urls),
            "alternates": alternates(config, page),
        }
        for language in config.extra["all_languages"]
        for page in sorted(language.pages)
        if root
    ]
