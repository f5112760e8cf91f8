"""A preview on this machine: all languages under the policy of the real site, built anew whenever something it is made
of changes.

The builds run as commands of their own, so that a change of a template or of the program counts, too. A build that
fails is shown in the page instead of it; the pages before stay, and come back as soon as a build goes through.
"""

from __future__ import annotations

import errno
import html
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from ..model.edition import BadInput

HOST = "127.0.0.1"
EVERY = 0.5  # seconds between two looks at the files
STATE, SCRIPT = "/_preview/state.json", "/_preview/reload.js"
RELOAD = """\
let known;
setInterval(async () => {
  try {
    const state = await (await fetch("%s", {cache: "no-store"})).text();
    if (known !== undefined && state !== known) location.reload();
    known = state;
  } catch { /* the preview has been stopped */ }
}, 1000);
"""
NOTICE = """\
<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>%(title)s</title></head>
<body><h1>%(title)s</h1><pre>%(text)s</pre><script src="%(script)s"></script></body></html>
"""
UNWATCHED = {"__pycache__", ".git"}

Seen = dict[str, tuple[int, int]]


@dataclass
class State:
    """What the last build came to. `number` grows with every build that ended."""

    number: int = 0
    error: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ended(self, error: str) -> None:
        with self.lock:
            self.number, self.error = self.number + 1, error

    def told(self) -> tuple[int, str]:
        with self.lock:
            return self.number, self.error


@dataclass(frozen=True)
class Work:
    """`commands` are run one after the other; `watched` are files and folders, `made`: folders that the commands write
    into, and people, too."""

    commands: Sequence[Sequence[str]]
    watched: Sequence[Path]
    made: Sequence[Path]
    say: Callable[..., None]  # a code of OUTPUT with its values


def serve(work: Work, site: Path, port: int, handler: Callable[..., SimpleHTTPRequestHandler] | None = None) -> None:
    """Until the user stops it. `site`: the folder that the commands build; `handler`: that of a preview, or another."""
    state = State()
    server = listening(partial(handler or Handler, site, state), port)
    work.say("serving", address=f"http://{HOST}:{server.server_port}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        keep_up(work, state)
    except KeyboardInterrupt:
        work.say("serving-ended")
    finally:
        server.shutdown()
        server.server_close()


def listening(handler: Callable[..., SimpleHTTPRequestHandler], port: int) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer((HOST, port), handler)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise BadInput("port-taken", port, port + 1) from None


# --- building ---------------------------------------------------------------------------------------------------------


def keep_up(work: Work, state: State) -> None:
    """Builds, waits for a change, builds again."""
    while True:
        others = seen(work.watched)
        made = build(work, state)
        while seen(work.watched) == others and seen(work.made) == made:
            time.sleep(EVERY)
        settle(work)


def settle(work: Work) -> None:
    """An editor that saves several files, or one in pieces, is let finish."""
    before = seen([*work.watched, *work.made])
    while True:
        time.sleep(EVERY)
        now = seen([*work.watched, *work.made])
        if now == before:
            return
        before = now


def build(work: Work, state: State) -> Seen:
    """Runs the commands up to the first that fails. Returns what the folders that they write into hold after the
    first."""
    started, made, error = time.monotonic(), None, ""
    for command in work.commands:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)
        made = seen(work.made) if made is None else made
        if done.returncode:
            error = done.stderr.strip() or done.stdout.strip() or f"{command}: exit {done.returncode}"
            break
    state.ended(error)
    if error:
        work.say("as-said", words=error)
    else:
        work.say("built", seconds=f"{time.monotonic() - started:.1f}")
    return made or {}


def seen(places: Iterable[Path]) -> Seen:
    """Time and size of every file in these places, by path."""
    found: Seen = {}
    for place in places:
        files = [place] if place.is_file() else files_below(place)
        for path in files:
            try:
                known = os.stat(path)
            except OSError:  # gone between the two looks
                continue
            found[str(path)] = (known.st_mtime_ns, known.st_size)
    return found


def files_below(folder: Path) -> Iterable[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in UNWATCHED and not name.startswith(".")]
        yield from (os.path.join(place, name) for name in names if not name.startswith("."))


# --- serving ----------------------------------------------------------------------------------------------------------


class Handler(SimpleHTTPRequestHandler):
    """Files of the site with its security policy; a page gets the script that loads it again after a build."""

    def __init__(self, site: Path, state: State, *arguments: Any) -> None:
        self.site, self.state = site, state
        super().__init__(*arguments, directory=str(site))

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        number, error = self.state.told()
        if path == STATE:
            self.send(json.dumps([number, error]), "application/json")
        elif path == SCRIPT:
            self.send(RELOAD % STATE, "text/javascript")
        elif is_page(path) and (error or not (self.site / "index.html").is_file()):
            self.send_notice(error)
        elif is_page(path):
            self.send_page(path)
        else:
            super().do_GET()

    def send_page(self, path: str) -> None:
        """The page, or that of its language which says that there is none."""
        if Path(self.translate_path(path)).is_dir() and not path.endswith("/"):
            super().do_GET()  # which sends the reader to the address with a slash
            return
        file = Path(self.translate_path(path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        try:
            page = (file if found else self.missing(path)).read_text(encoding="utf-8")
        except OSError:  # a new build is just taking its place
            self.send_notice("")
            return
        self.send(self.with_scripts(page), "text/html", HTTPStatus.OK if found else HTTPStatus.NOT_FOUND)

    def with_scripts(self, page: str) -> str:
        return page.replace("</body>", f'<script src="{SCRIPT}"></script></body>', 1)

    def missing(self, path: str) -> Path:
        own = self.site / path.strip("/").split("/")[0] / "404.html"
        return own if own.is_file() else self.site / "404.html"

    def send_notice(self, error: str) -> None:
        title = "无法生成 · The site cannot be built" if error else "正在生成…… · Building …"
        words = {"title": title, "text": html.escape(error), "script": SCRIPT}
        self.send(NOTICE % words, "text/html", HTTPStatus.INTERNAL_SERVER_ERROR if error else HTTPStatus.OK)

    def send(self, text: str, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        data = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def do_HEAD(self) -> None:
        self.do_GET()

    def end_headers(self) -> None:
        """What the site's own headers say, except how long to keep: nothing is kept here."""
        for name, value in headers_of(self.site):
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """A line for every request would hide what the builds say."""


def is_page(path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    return "." not in name or name.endswith(".html")


def headers_of(site: Path) -> list[tuple[str, str]]:
    """Those that `_headers` of the built site gives to all addresses: policy, no sniffing, referrer."""
    try:
        lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    start = lines.index("/*") + 1 if "/*" in lines else len(lines)
    found: list[tuple[str, str]] = []
    for line in lines[start:]:
        if not line.startswith("  "):
            break
        name, _, value = line.strip().partition(": ")
        found.append((name, value))
    return found


def python(*arguments: str) -> list[str]:
    """A command of this project, run by the Python that runs the preview."""
    return [sys.executable, "-m", "build_tools", *arguments]
