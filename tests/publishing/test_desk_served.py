"""The desk in a browser: a click stands in the YAML file, the page comes back with it, and nobody else can decide."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import settings
from build_tools.model.edition import BadInput
from build_tools.publishing import desk_server, preview

ONE = """第一章 主要目标
到2030年，全县农产品加工转化率达到70%，做强粮食加工、畜禽屠宰、冷链仓储产业。
第三章 农业农村
第一节 粮食生产
建设高标准农田，保障粮食生产安全，推广良种良法，提高粮食综合生产能力。
到2030年，全县农产品加工转化率达到75%。
"""
OTHER = """第一章 主要目标
到2030年，城镇化率达到60%。
第二章 农业农村
第一节 粮食生产
新建高标准农田，保障粮食生产安全，推广良种良法，提高粮食综合生产能力。
"""


# ---------------------------------------------------------------- who may decide


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[int, list[tuple[str, Mapping[str, str]]]]]:
    """A desk of one page whose decisions are only taken down: (port, what was decided)."""
    (tmp_path / "index.html").write_text("<html><head></head><body>Seite</body></html>", encoding="utf-8")
    taken: list[tuple[str, Mapping[str, str]]] = []

    def decide(what: str, said: Mapping[str, str]) -> dict[str, object]:
        if said["id"] == "none":
            raise BadInput("accept-reason")
        taken.append((what, said))
        return {"file": "findings.yml", "line": 1, "words": "- id"}

    made = desk_server.Desk(tmp_path / "items.json", decide, "en")
    server = preview.listening(partial(desk_server.DeskHandler, made, tmp_path, preview.State()), 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, taken
    server.shutdown()
    server.server_close()


def ask(port: int, method: str, path: str, body: str = "", **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    for name, value in headers.items():
        if value:
            connection.putheader(name.replace("_", "-"), value)
    connection.putheader("Content-Length", str(len(body.encode())))
    connection.endheaders(body.encode())
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8")


DECISION = json.dumps({"id": "0123456789", "plan": "some", "as": "mended", "reason": "why"})
JSON = "application/json"
FOREIGN = {
    "another name bound to this machine": {"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"},
    "another port": {"Host": "127.0.0.1:1", "Origin": "http://127.0.0.1:1"},
    "no host": {"Host": "", "Origin": "http://127.0.0.1:{port}"},
    "a page of another site": {"Host": "127.0.0.1:{port}", "Origin": "https://evil.example"},
    "a page without an origin": {"Host": "127.0.0.1:{port}", "Origin": "null"},
    "no origin at all": {"Host": "127.0.0.1:{port}", "Origin": ""},
    "the other own name": {"Host": "127.0.0.1:{port}", "Origin": "http://localhost:{port}"},
    "cross-site, as the browser says": {
        "Host": "127.0.0.1:{port}",
        "Origin": "http://127.0.0.1:{port}",
        "Sec_Fetch_Site": "cross-site",
    },
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_request_decides_nothing(desk, name: str) -> None:
    """What does not come from a page of the desk, under one of its own names, is refused with 403."""
    port, taken = desk
    headers = {key: value.format(port=port) for key, value in FOREIGN[name].items()}
    status, said = ask(port, "POST", "/_desk/accept", DECISION, Content_Type=JSON, **headers)
    assert (status, taken) == (403, [])
    assert "error" in json.loads(said)


def test_under_a_foreign_name_nothing_is_shown(desk) -> None:
    """A name bound to 127.0.0.1 by another site reads no page and no list of the desk."""
    port, _taken = desk
    for path in ("/", "/_desk/items.json", "/_preview/state.json"):
        assert ask(port, "GET", path, Host=f"evil.example:{port}")[0] == 403, path
        assert ask(port, "GET", path, Host=f"localhost:{port}")[0] == 200, path
    assert "/_desk/desk.js" in ask(port, "GET", "/", Host=f"127.0.0.1:{port}")[1]


WRONG = {
    "a form": ("text/plain", DECISION, 415),
    "no JSON": (JSON, "{", 400),
    "a list": (JSON, "[]", 400),
    "a number": (JSON, '{"id": 1}', 400),
    "another key": (JSON, '{"id": "1", "path": "/etc"}', 400),
    "no id": (JSON, '{"reason": "why"}', 400),
    "too long": (JSON, json.dumps({"id": "x" * 30_000}), 413),
    "refused": (JSON, '{"id": "none"}', 409),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_decision_is_refused(desk, name: str) -> None:
    """Each with its status and a sentence; nothing is decided."""
    port, taken = desk
    kind, body, expected = WRONG[name]
    own = {"Host": f"127.0.0.1:{port}", "Origin": f"http://127.0.0.1:{port}"}
    status, said = ask(port, "POST", "/_desk/accept", body, Content_Type=kind, **own)
    assert (status, taken) == (expected, [])
    assert json.loads(said)["error"]


def test_a_decision_of_its_own_page_is_taken(desk) -> None:
    """It is handed on as it was said, and stands in the log until it is taken back; other addresses take nothing."""
    port, taken = desk
    own = {"Host": f"localhost:{port}", "Origin": f"http://localhost:{port}", "Content_Type": JSON}
    assert ask(port, "POST", "/_desk/accept", DECISION, **own)[0] == 200
    assert taken == [("accept", json.loads(DECISION))]
    log = json.loads(ask(port, "GET", "/_desk/items.json", Host=f"localhost:{port}")[1])["log"]
    assert [one["id"] for one in log] == ["0123456789"]
    assert ask(port, "POST", "/_desk/undo", '{"id": "0123456789", "plan": "some"}', **own)[0] == 200
    assert json.loads(ask(port, "GET", "/_desk/items.json", Host=f"localhost:{port}")[1])["log"] == []
    assert ask(port, "POST", "/_desk/other", DECISION, **own)[0] == 404
    assert ask(port, "POST", "/accept", DECISION, **own)[0] == 404


# ---------------------------------------------------------------- a click in a browser


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """`serve --desk` of two plans: (address, folder of the decisions)."""
    write_plan(tmp_path / "sources", "one", ONE, reader="word_dump", name="甲县")
    write_plan(tmp_path / "sources", "two", OTHER, reader="word_dump", name="乙县")
    (tmp_path / "curated").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    options = ["--sources", str(tmp_path / "sources"), "--curated", str(tmp_path / "curated")]
    options += ["--out", str(tmp_path / "out"), "--port", port, "--language", "zh"]
    command = [sys.executable, "-m", "build_tools", "serve", "--desk", *options]
    process = subprocess.Popen(command, cwd=settings.ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0], tmp_path / "curated"
    finally:
        process.terminate()
        process.wait(20)


def test_a_click_decides_and_a_click_takes_back(browser, served) -> None:
    """A finding, a doubt and a link: each is written where check --accept writes it, and the page comes back so."""
    address, curated = served
    page = browser.new_page()
    page.set_default_timeout(120_000)
    page.goto(address + "one/findings/")
    finding = page.locator(".pr-finding", has_text="农产品加工转化率").first
    finding.locator("form.desk").wait_for()
    identity = finding.get_attribute("id")
    finding.locator(".desk select").select_option("right-as-printed")
    finding.locator(".desk input[aria-label=理由]").fill("口径不同：“全县”与规上")
    finding.locator(".desk input[aria-label=认定人]").fill("王")
    finding.locator(".desk button").click()
    page.locator("h2#decided").wait_for()  # built again, and the page has loaded itself
    written = (curated / "findings.yml").read_text(encoding="utf-8")
    assert f"id: {identity}" in written
    assert "口径不同：“全县”与规上" in page.locator(f"[id='{identity}']").inner_text()
    page.locator(f"[id='{identity}'] .desk button").click()
    page.locator("h2#decided").wait_for(state="detached")
    assert not (curated / "findings.yml").exists()

    page.goto(address + "one/record/")
    doubt = page.locator(".desk-doubts li").first
    doubt.locator(".desk select").select_option("printed")
    doubt.locator(".desk button").click()
    page.locator(".desk-log").wait_for()
    card = curated.parent / "sources" / "one" / "plan.yml"
    assert "numbering_as_printed" in card.read_text(encoding="utf-8")

    page.goto(address + "one/03/")
    link = page.locator(".pr-see li", has_text="粮食生产").first
    link.locator(".desk select").select_option("reject")
    link.locator(".desk button").click()
    page.locator(".pr-see li", has_text="粮食生产").first.wait_for(state="detached")
    assert "reject: two/02/01" in (curated / "links.yml").read_text(encoding="utf-8")
    page.close()
