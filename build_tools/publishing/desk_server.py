"""The editor's desk in a browser: a preview in which findings, doubts and links are decided with a click.

It is for the person at this machine alone. The server listens on the loopback interface; it answers to its own names
only (another Host is a name that was bound to 127.0.0.1), and it takes a decision only from a page of its own (Origin),
as JSON, which no form of another site can send.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import Any

from ..model.edition import BadInput
from .preview import HOST, Handler, State

FOLDER = "/_desk/"
ITEMS = f"{FOLDER}items.json"
MOST = 20_000  # bytes of one decision
KEYS = ("id", "plan", "as", "reason", "who")
ACTS = ("accept", "undo")
KINDS = {"desk.js": "text/javascript", "desk.css": "text/css"}
HEAD = '<link rel="stylesheet" href="/_desk/desk.css"><script src="/_desk/desk.js" defer></script></head>'

Decide = Callable[[str, Mapping[str, str]], dict[str, object]]  # act, what was said → file, line, words


class Refused(Exception):
    """A request that is not from a page of the desk, or no decision."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass
class Desk:
    """`items`: the file that says what can be decided; `log`: what was decided since the preview was started."""

    items: Path
    decide: Decide
    tongue: str
    log: list[dict[str, object]] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def act(self, what: str, said: Mapping[str, str]) -> dict[str, object]:
        """One decision after the other. Raises BadInput with nothing changed."""
        with self.lock:
            done = self.decide(what, said)
            self.log[:] = [one for one in self.log if (one["id"], one["plan"]) != (said["id"], said.get("plan", ""))]
            if what == "accept":
                self.log.append(done | {"id": said["id"], "plan": said.get("plan", "")})
        return done

    def known(self) -> str:
        try:
            items = json.loads(self.items.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # the first build is not through yet
            items = []
        return json.dumps({"items": items, "log": self.log}, ensure_ascii=False)


@cache
def part(name: str) -> str:
    return files("build_tools.publishing").joinpath("desk_page", name).read_text(encoding="utf-8")


class DeskHandler(Handler):
    """Pages of the desk with what makes them decide, and the decisions."""

    def __init__(self, desk: Desk, site: Path, state: State, *arguments: Any) -> None:
        self.desk = desk
        super().__init__(site, state, *arguments)

    def do_GET(self) -> None:
        try:
            self.own_host()
        except Refused as refused:
            self.refuse(refused)
            return
        path = self.path.partition("?")[0]
        name = path.removeprefix(FOLDER)
        if path == ITEMS:
            self.send(self.desk.known(), "application/json")
        elif path.startswith(FOLDER) and name in KINDS:
            self.send(part(name), KINDS[name])
        else:
            super().do_GET()

    def do_POST(self) -> None:
        try:
            host = self.own_host()
            self.own_page(host)
            what = self.path.removeprefix(FOLDER)
            if what not in ACTS or self.path == what:
                raise Refused(HTTPStatus.NOT_FOUND, "no such act")
            done = self.desk.act(what, self.said())
        except Refused as refused:
            self.refuse(refused)
        except BadInput as error:
            self.answer({"error": error.sentence(self.desk.tongue)}, HTTPStatus.CONFLICT)
        else:
            self.answer(done, HTTPStatus.OK)

    def own_host(self) -> str:
        """The name under which the browser asked; only those of this machine are answered."""
        port = self.connection.getsockname()[1]
        names = [f"{name}:{port}" for name in (HOST, "localhost")] + ([HOST, "localhost"] if port == 80 else [])
        host = self.headers.get("Host", "")
        if host not in names or len(self.headers.get_all("Host", [])) != 1:
            raise Refused(HTTPStatus.FORBIDDEN, "this is the desk of the machine it runs on")
        return host

    def own_page(self, host: str) -> None:
        """A decision comes from a page of this very address."""
        from_page = self.headers.get("Origin", "") == f"http://{host}"
        site = self.headers.get("Sec-Fetch-Site", "same-origin")
        if not from_page or site != "same-origin":
            raise Refused(HTTPStatus.FORBIDDEN, "a decision is taken from a page of the desk only")
        if self.headers.get_content_type() != "application/json":
            raise Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "a decision is JSON")

    def said(self) -> dict[str, str]:
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "a decision is short")
        try:
            said = json.loads(self.rfile.read(int(length)))
        except ValueError:
            said = None
        words = isinstance(said, dict) and set(said) <= set(KEYS) and all(isinstance(v, str) for v in said.values())
        if not words or not said.get("id"):
            raise Refused(HTTPStatus.BAD_REQUEST, f"a decision has the keys {', '.join(KEYS)}, each with words")
        return dict(said)

    def refuse(self, refused: Refused) -> None:
        self.answer({"error": str(refused)}, refused.status)

    def answer(self, what: Mapping[str, object], status: HTTPStatus) -> None:
        self.send(json.dumps(what, ensure_ascii=False), "application/json", status)

    def end_headers(self) -> None:
        """No page of another site shows the desk in a frame, to have its buttons clicked unseen."""
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def with_scripts(self, page: str) -> str:
        return super().with_scripts(page).replace("</head>", HEAD, 1)
