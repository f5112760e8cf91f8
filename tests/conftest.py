"""What many tests look at: the two plans as read, the pages and data written from them, and the site built from those.

Each is made once a run, in a temporary folder; the project's own content and build folders are only read.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest

from build_tools import pipeline, publish, report, settings
from build_tools.model.edition import Edition, Plan
from build_tools.publishing.offline_bundle import Bundle
from tests.once import made_once, turn

os.environ["LC_ALL"] = "C.UTF-8"  # what is said to people is compared in English, whoever runs the tests
# a slow or busy machine is no failure; in CI every run tries the same examples
hypothesis.settings.register_profile(
    "project",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("project")

PLANS = sorted(path.parent.name for path in settings.SOURCES.glob("*/plan.yml"))
BUILDING = "building"  # the lock of the folder that site and bundle are built from
BROWSER_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(autouse=True)
def no_progress_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine everything takes over two seconds; what is said then is no part of what tests compare."""
    monkeypatch.setattr(report, "PATIENCE", float("inf"))


SLOW = frozenset(["browser", "site", "bundle", "pdf_folder", "built"])  # fixtures that make or need much
SLOW_FILES = frozenset(
    [
        "test_addresses.py",
        "test_cleaning_properties.py",
        "test_desk.py",
        "test_desk_served.py",
        "test_fuzz.py",
        "test_fuzzed_decisions.py",
        "test_linear.py",
        "test_pdf_files.py",
        "test_preview.py",
        "test_publication.py",
        "test_recall.py",
        "test_same_bytes.py",
    ]
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a browser, a site or a printed volume is slow, and so are the files that are by themselves."""
    for item in items:
        if SLOW & set(getattr(item, "fixturenames", ())) or item.path.name in SLOW_FILES:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def edition() -> Edition:
    """Both plans as the pipeline reads them."""
    return pipeline.read_edition(settings.SOURCES, settings.CURATED)


@pytest.fixture(scope="session")
def editions(edition: Edition) -> list[Edition]:
    """The edition, and the same in every language it is translated into."""
    return pipeline.editions_of(edition, settings.CURATED)


@pytest.fixture(scope="session")
def english(editions: list[Edition]) -> Edition:
    """The English edition."""
    return next(edition for edition in editions if edition.language == "en")


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest, edition: Edition) -> Plan:
    """Each plan in turn."""
    return next(plan for plan in edition.plans if plan.card.id == request.param)


@pytest.fixture(scope="session")
def content(editions: list[Edition], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with the pages of both plans in every language, and their data."""
    return made_once(tmp_path_factory, "content", partial(pipeline.convert, editions))


@pytest.fixture(scope="session")
def site(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The website built from `content`."""
    return (
        made_once(tmp_path_factory, "built", lambda folder: build(content, folder / "site", tmp_path_factory)) / "site"
    )


def build(content: Path, target: Path, factory: pytest.TempPathFactory) -> None:
    with turn(factory, BUILDING):
        publish.build_site(content, target)


@pytest.fixture(scope="session")
def bundle(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """The offline bundle built from `content`."""

    def make(folder: Path) -> None:
        with turn(tmp_path_factory, BUILDING):
            made = publish.build_bundle(content, folder)
        (folder / "bundle.pickle").write_bytes(pickle.dumps(made))

    return pickle.loads((made_once(tmp_path_factory, "bundled", make) / "bundle.pickle").read_bytes())


@pytest.fixture
def alone_at_content(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No other process builds from `content` while the test does: a second run is refused."""
    with turn(tmp_path_factory, BUILDING):
        yield


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """A line for every request would hide what the tests say."""


class QuietServer(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves before it has all is no error; of anything else the trace is printed."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def site_address(site: Path):
    """The site served over http on this machine."""
    server = QuietServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def find_chromium() -> str | None:
    return (
        os.environ.get("CHROMIUM")
        or shutil.which("chromium")
        or shutil.which("chromium-browser")
        or shutil.which("google-chrome")
    )


@pytest.fixture(scope="session")
def browser():
    """A real Chromium. Without one the tests that need it fail, here and in CI: a page nobody looked at is not
    tested."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.fail(
            "The Python package playwright is missing: run the tests with “make test”, which installs it.",
            pytrace=False,
        )
    executable = find_chromium()
    if executable is None:
        pytest.fail(
            "Chromium is missing: install it (on Debian: apt-get install chromium) or set CHROMIUM to its path.",
            pytrace=False,
        )
    with sync_playwright() as engine:
        running = engine.chromium.launch(executable_path=executable, args=list(BROWSER_ARGUMENTS))
        yield running
        running.close()
