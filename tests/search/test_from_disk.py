"""The offline bundle: a folder that works without a server and without a network, and a zip that is always the same."""

from __future__ import annotations

import hashlib
import re
import shutil
import zipfile
from urllib.parse import unquote

import pytest

from build_tools.publishing import offline_bundle

BOX = "[data-md-component=search-query]"
ADDRESS = re.compile(r"""\b(?:href|src|data-pr-text)=["']?([^"'\s>]+)""")


@pytest.fixture
def page(browser, bundle):
    """A page without network; everything outside the folder and every complaint fails the test."""
    context = browser.new_context(offline=True)
    page = context.new_page()
    outside, complaints = [], []
    here = bundle.folder.as_uri() + "/"
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((here, "data:", "about:", "blob:")) else outside.append(request.url)
        ),
    )
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert (outside, complaints) == ([], [])
    context.close()


def test_search_works_from_a_disk(page, bundle):
    """From a double-clicked chapter: type, and a hit opens at its paragraph in another chapter's file."""
    page.goto((bundle.folder / "shuangliao" / "03.html").as_uri())
    page.focus(BOX)
    page.fill(BOX, "玻璃")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/shuangliao/04\.html.*#s02-[pb]\d+"))
    assert "玻璃" in page.locator(f"[id='{page.url.split('#')[1]}']").inner_text()


def test_english_search_works_from_a_disk(page, bundle):
    """The English pages of the bundle search the English text, and hits open English files."""
    page.goto((bundle.folder / "en" / "shuangliao" / "03.html").as_uri())
    page.focus(BOX)
    page.fill(BOX, "glass industry")
    page.wait_for_selector(".md-search-result__item")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/en/shuangliao/04\.html.*#s02"))


def test_every_page_opens_quietly(page, bundle):
    """No page asks for anything outside the folder or complains."""
    for path in sorted(bundle.folder.rglob("*.html")):
        if path.name != "404.html":
            page.goto(path.as_uri())


def test_every_link_leads_to_a_file(bundle):
    """On a disk a link to a folder shows a list of files: every link names its file."""
    dead = []
    for path in sorted(bundle.folder.rglob("*.html")):
        if path.name == "404.html":
            continue
        for address in ADDRESS.findall(path.read_text(encoding="utf-8")):
            target = unquote(re.split("[#?]", address)[0])
            if (
                re.match(r"(https?|data|mailto|javascript):", address) is None
                and target
                and not (path.parent / target).is_file()
            ):
                dead.append((path.name, address))
    assert dead == []


def test_the_zip_holds_the_folder(bundle):
    """One folder on top, every file in it, and a note on how to open it."""
    with zipfile.ZipFile(bundle.archive) as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        assert archive.read(f"{offline_bundle.NAME}/index.html") == (bundle.folder / "index.html").read_bytes()
    assert names == sorted(names)
    assert len(names) == bundle.files
    assert f"{offline_bundle.NAME}/{offline_bundle.FIRST}" in names


def test_the_checksum_is_the_zips(bundle):
    """What stands beside the zip is what sha256sum -c expects."""
    digest = hashlib.sha256(bundle.archive.read_bytes()).hexdigest()
    assert bundle.archive.with_suffix(".zip.sha256").read_text(encoding="ascii") == f"{digest}  {bundle.archive.name}\n"


def test_the_same_folder_gives_the_same_zip(bundle, tmp_path):
    """Copied, touched and packed elsewhere, the bytes are the same."""
    shutil.copytree(bundle.folder, tmp_path / "elsewhere", copy_function=shutil.copyfile)
    assert offline_bundle.pack(tmp_path / "elsewhere").sha256 == bundle.sha256
