"""The preview: its address, all languages under the site's policy, a build after every change, an error in the page,
and a taken port."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from small_plan import write_plan

from build_tools import settings
from build_tools.model import output_texts
from build_tools.publishing import preview

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>%s</title></head><body><main>%s</main></body></html>'
MAKE = """\
import pathlib, sys
source, site = map(pathlib.Path, sys.argv[1:])
words = source.read_text(encoding="utf-8")
if "kaputt" in words:
    sys.exit(f"{source}:1: <b>kaputt</b>. Mend it.")
for folder in (site, site / "en"):
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text(%r %% (folder.name + name, words), encoding="utf-8")
policy = "# a\\n/*\\n  Content-Security-Policy: default-src 'self'\\n  X-Content-Type-Options: nosniff\\n"
(site / "_headers").write_text(policy + "/assets/*\\n  Cache-Control: max-age=9\\n")
"""


def get(address: str) -> tuple[int, str, dict[str, str]]:
    try:
        with urlopen(address, timeout=10) as answer:
            return answer.status, answer.read().decode("utf-8"), dict(answer.headers)
    except HTTPError as error:
        return error.code, error.read().decode("utf-8"), dict(error.headers)
    except URLError:
        return 0, "", {}


def wait_for(found: Callable[[], bool], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < until, "nothing came of it"
        time.sleep(0.05)


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Path, list[str]]]:
    """A preview of a site that a few lines make of one file: (its address, the file, what it says)."""
    monkeypatch.setattr(preview, "EVERY", 0.05)
    source, site, said = tmp_path / "source.txt", tmp_path / "site", []
    source.write_text("eins", encoding="utf-8")
    (tmp_path / "make.py").write_text(MAKE % PAGE, encoding="utf-8")
    command = [sys.executable, str(tmp_path / "make.py"), str(source), str(site)]
    work = preview.Work(
        [command], [source], [], lambda code, **values: said.append(output_texts.said(code, "en", **values))
    )
    state = preview.State()
    server = preview.listening(partial(preview.Handler, site, state), 0)
    for job in (server.serve_forever, partial(preview.keep_up, work, state)):
        threading.Thread(target=job, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", source, said
    server.shutdown()
    server.server_close()


def test_every_language_under_the_policy(running) -> None:
    """Pages of all languages are there, with the headers of the real site, and nothing is kept by the browser."""
    address, _source, _said = running
    wait_for(lambda: "eins" in get(address)[1])
    for path, status in (("", 200), ("en/", 200), ("en", 200), ("nowhere/", 404), ("en/nowhere/", 404)):
        found, page, headers = get(address + path)
        assert (found, headers["Content-Security-Policy"]) == (status, "default-src 'self'"), path
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert page.count(preview.SCRIPT) == 1
    assert "en404" in get(address + "en/nowhere/")[1]
    assert "fetch" in get(address + preview.SCRIPT[1:])[1]


def test_a_change_is_built_and_an_error_is_shown(running) -> None:
    """A change of a source is on the page soon; one that cannot be built is shown in its place, as text; the next good
    one brings the page back."""
    address, source, said = running
    wait_for(lambda: "eins" in get(address)[1])
    number = json.loads(get(address + preview.STATE[1:])[1])[0]
    source.write_text("kaputt", encoding="utf-8")
    wait_for(lambda: get(address)[0] == 500)
    page = get(address + "en/")[1]
    assert "source.txt:1: &lt;b&gt;kaputt&lt;/b&gt;. Mend it." in page
    assert preview.SCRIPT in page
    source.write_text("zwei", encoding="utf-8")
    wait_for(lambda: "zwei" in get(address)[1])
    assert get(address)[0] == 200
    assert json.loads(get(address + preview.STATE[1:])[1])[0] >= number + 2
    assert any("kaputt" in words for words in said)


def test_what_is_watched(tmp_path: Path) -> None:
    """A new file, a changed one and one that went are changes; what an editor hides and what Python caches are none."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.yml").write_text("1", encoding="utf-8")
    before = preview.seen([tmp_path])
    (tmp_path / "a/.b.yml.swp").write_text("1", encoding="utf-8")
    (tmp_path / "a/__pycache__").mkdir()
    (tmp_path / "a/__pycache__/x.pyc").write_text("1", encoding="utf-8")
    assert preview.seen([tmp_path]) == before
    assert len(before) == 1
    (tmp_path / "a/c.yml").write_text("1", encoding="utf-8")
    assert preview.seen([tmp_path]) != before
    (tmp_path / "a/c.yml").unlink()
    assert preview.seen([tmp_path]) == before
    (tmp_path / "a/b.yml").write_text("22", encoding="utf-8")
    assert preview.seen([tmp_path]) != before


def test_the_command(tmp_path: Path) -> None:
    """`serve` says where it serves and shows the plan; a second one on the same port is told so, with exit 2; the
    source is read again when it changes."""
    text = "## 第一章 总则\n\n坚持稳中求进。\n"
    folder = write_plan(tmp_path / "sources", "one", text)
    options = ["--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "build_tools", "serve", *options, "--port", port]
    process = subprocess.Popen(command, cwd=settings.ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        address = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())[0]
        assert address.endswith(f":{port}/")
        second = subprocess.run(command, cwd=settings.ROOT, capture_output=True, text=True, check=False)
        assert second.returncode == 2
        assert f"port {port} is taken" in second.stderr
        assert "--port" in second.stderr
        wait_for(lambda: "稳中求进" in get(address + "one/01/")[1], 120)
        (folder / "plan.txt").write_text(text.replace("稳中求进", "以进促稳"), encoding="utf-8")
        wait_for(lambda: "以进促稳" in get(address + "one/01/")[1], 120)
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()
        process.stderr.close()
    assert not (tmp_path / "out/build/site").exists()
    assert os.path.isdir(tmp_path / "out/pages")
