"""What is used of Material and MkDocs beyond what they promise: the one list to read when either is upgraded.

Nothing here is run but `THEME`; tests/publishing/test_theme.py compares every entry with the packages that are
installed, so that an upgrade says which of our files to look at.
"""

from __future__ import annotations

from pathlib import Path

import material

THEME = Path(material.__file__).parent / "templates"

# Copied with one change each: (our template, the theme's, the block in it or "" for all, SHA-256 of the theme's text).
COPIED = (
    # the address of the search worker, which is ours
    ("main.html", "base.html", "config", "7ef597e2c84a898cc6dafe4c941aacb03abaec108e9486c8bda6932e089e95f0"),
    # the root of the site stands in an attribute, so that the script is the same on every page
    (
        "partials/javascripts/base.html",
        "partials/javascripts/base.html",
        "",
        "d6113712bc4deb30b4bd810ee0dfc28b6f04d2f88cc0016c0f1766eac7b762b6",
    ),
)

# Replaced: a template of ours takes the place of the theme's of the same name, which includes it in the template named.
REPLACED = {
    "partials/content.html": "base.html",
    "partials/footer.html": "base.html",
    "partials/header.html": "base.html",
    "partials/language.html": "base.html",  # the words of the theme itself, said by us
    "partials/nav.html": "base.html",
    "partials/toc.html": "base.html",
    "partials/javascripts/base.html": "base.html",
    "partials/javascripts/content.html": "base.html",
    "partials/search.html": "partials/header.html",
    "partials/palette.html": "partials/header.html",
}

# Blocks of the theme's page that ours fill (overrides/main.html).
BLOCKS = ("htmltitle", "extrahead", "config")

# Names on which the theme's script acts, or which it gives to what it makes, and which our scripts and templates use.
OF_THE_SCRIPT = (
    "search-query",  # the field it reads, and we fill
    "search-result",  # where it shows what the worker answers
    "md-search-result__item",  # an answer, which arrow keys go to
    "md-tag",  # how it shows the tags of an answer: “相近”
    "data-md-highlight",  # how it marks the words that were asked for
    "data-md-scrollfix",
    "md-typeset__scrollwrap",  # the box it puts around a table
    "data-md-color-scheme",  # light or dark, as chosen
    "__search",  # the switch of the search dialog
    "palette",  # what remembers light or dark
)

# Names that its templates give to what our scripts and styles look for.
OF_THE_TEMPLATES = ("__drawer", "__search", "__config", "data-md-color-scheme", "md-toggle", "__md_scope")

# Messages between the theme's script and the search worker, by their numbers (overrides/assets/search/worker.js).
MESSAGES = ("SETUP", "READY", "QUERY", "RESULT")

# Methods replaced or called that MkDocs does not document: (module, name, the parameters we count on).
OF_MKDOCS = (
    ("mkdocs.theme", "Theme.get_env", ("self",)),  # replaced: templates escape what they print
    ("mkdocs.commands.build", "build", ("config",)),  # called once a language
    ("mkdocs.structure.toc", "get_toc", ("toc_tokens",)),  # headings that our own rendering found
    ("mkdocs.structure.files", "File.generated", ("config", "src_uri")),
    ("mkdocs.utils.templates", "url_filter", ("context", "value")),
    ("mkdocs.utils", "get_relative_url", ("url", "other")),
    ("mkdocs.utils.yaml", "get_yaml_loader", ()),
    ("mkdocs.utils.yaml", "yaml_load", ("source",)),
)
