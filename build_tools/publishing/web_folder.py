"""What the built site needs on a web server: addresses of scripts and styles that change with what they hold, and a
policy on what may run.

Works on the built folder, so that it holds for whatever the theme writes into a page. Samples for servers are in
hosting/.
"""

from __future__ import annotations

import base64
import hashlib
import os
import posixpath
import re
from collections.abc import Collection
from pathlib import Path

from . import joined_styles, light_assets, page_guard
from .site.own_scripts import own_scripts

HOSTING = Path(__file__).parent / "hosting"
NGINX = "nginx.conf"
IN_PAGES = "POLICY_IN_PAGES"  # set where the host cannot send headers: the policy then stands in every page
# a quoted address of a script or style of ours; the theme's have a hash, and with it another full stop, in their names
OWN = re.compile(r'"((?:[\w./-]*/)?(?:assets|data|search|texts)/[\w/-]+\.(?:css|js))(\?[^"<>\s]*)?"')
TEXTS = re.compile(r"(?:^|/)compare/texts/index\.js$")
SEARCH = re.compile(r"(^|/)search/(text|plans)\.js$|^assets/search/worker\.js$")
CHARSET = '<meta charset="utf-8">'
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; "
    "worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


def finish(folder: Path, beside: Path, pages: Path | None = None) -> None:
    """Versioned addresses in every page of `folder`, _headers in it, nginx.conf in `beside`. `pages`: what the pages
    were made of.

    The scripts that may run are known before; a page with any other is refused.
    """
    own = own_scripts()
    page_guard.check(folder, own, pages)
    light_assets.lighten(folder)
    search = search_version(folder)
    versions: dict[str, str] = {}
    for path in sorted(folder.rglob("*.html")):
        page = joined_styles.with_one_style(path.read_text(encoding="utf-8"), folder)
        path.write_text(
            with_versions(page, path.parent.relative_to(folder).as_posix(), folder, search, versions),
            encoding="utf-8",
            newline="\n",
        )
    policy = content_policy(own)
    homes = sorted(
        path.parent.relative_to(folder).as_posix() for path in folder.glob("*/404.html")
    )  # of the languages that stand in folders
    if os.environ.get(IN_PAGES):
        put_into_pages(folder, policy)
    (folder / "_headers").write_text(sample("_headers", policy, homes), encoding="utf-8", newline="\n")
    (beside / NGINX).write_text(sample(NGINX, policy, homes), encoding="utf-8", newline="\n")


def with_versions(page: str, place: str, folder: Path, search: str, versions: dict[str, str]) -> str:
    """src="../assets/scripts/frame.js" → src="../assets/scripts/frame.js?v=3f9a01bc". `place`: the page's folder;
    `versions` keeps what was worked out before."""

    def versioned(match: re.Match[str]) -> str:
        address, query = match.groups()
        path = path_of(address, place, folder)
        if path not in versions:
            versions[path] = search if SEARCH.search(path) else version(folder, together(folder, path))
        return f'"{address}{query + "&" if query else "?"}v={versions[path]}"' if versions[path] else match.group()

    return OWN.sub(versioned, page)


def path_of(address: str, place: str, folder: Path) -> str:
    """../../assets/a.js on a page in plan/03/ → assets/a.js. An absolute one (of a page that may be shown anywhere)
    begins with where the site stands."""
    if not address.startswith("/"):
        return posixpath.normpath(posixpath.join(place, address))
    parts = posixpath.normpath(address).strip("/").split("/")
    return next(
        (path for path in ("/".join(parts[start:]) for start in range(len(parts))) if (folder / path).is_file()),
        address,
    )


def version(folder: Path, paths: list[str]) -> str:
    """Eight characters that change with what the files hold; none if one is not there."""
    if not all((folder / path).is_file() for path in paths):
        return ""
    return hashlib.sha256(b"".join((folder / path).read_bytes() for path in paths)).hexdigest()[:8]


def search_version(folder: Path) -> str:
    """One version for the search as a whole, in all languages: its worker hands its own on to all that it loads."""
    parts = [
        *(folder / "assets" / "search").glob("*.js"),
        *folder.glob("**/search/text.js"),
        *folder.glob("**/search/plans.js"),
    ]
    return version(folder, sorted(path.relative_to(folder).as_posix() for path in parts))


def together(folder: Path, path: str) -> list[str]:
    """What has one version with a file: the index of the texts to compare hands its own on to all that are loaded after
    it."""
    if not TEXTS.search(path):
        return [path]
    return sorted(file.relative_to(folder).as_posix() for file in (folder / path).parent.rglob("*.js"))


def script_hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def content_policy(own: Collection[str]) -> str:
    """Nothing from elsewhere; of inline scripts those that the frame's templates hold, never what is found in a
    page."""
    return POLICY.format(hashes="".join(f" '{value}'" for value in sorted(map(script_hash, own))))


def put_into_pages(folder: Path, policy: str) -> None:
    """The policy in the head of every page, before anything that could run; who may frame a page cannot be said
    there."""
    said = policy.split("; frame-ancestors")[0]
    for path in sorted(folder.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        path.write_text(
            page.replace(CHARSET, f'{CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{said}">', 1),
            encoding="utf-8",
            newline="\n",
        )


def sample(name: str, policy: str, homes: list[str]) -> str:
    """The sample with this build's policy and languages."""
    text = (HOSTING / name).read_text(encoding="utf-8").replace("@policy@", policy)
    own = [
        f"{home}/{path}"
        for home in ["", *(f"/{home}" for home in homes)]
        for path in ("search/text.js", "search/plans.js", "compare/texts/*")
    ]
    texts = "".join(f"{path}\n  Cache-Control: public, max-age=31536000, immutable\n" for path in own)
    missing = "".join(f"    location /{home}/ {{ error_page 404 /{home}/404.html; }}\n" for home in homes)
    return text.replace("@texts@", texts).replace("@missing@", missing)
