"""Site and bundle made in one go: what the site says of the files to take along is true, and a failure leaves both as
they were."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import publish
from build_tools.__main__ import main
from build_tools.model.edition import BadInput
from build_tools.publishing import data_addresses, file_marks, pdf, workbook
from build_tools.publishing.site.marks import fill_marks

TEXT = "## 第一章 发展基础\n\n### 一、主要成就\n\n经济总量稳步增长。\n\n## 第二章 总体思路\n\n坚持稳中求进。\n"
ZIP = "downloads/plan-reader-offline.zip"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Pages and data of a small plan; a page offers the bundle."""
    write_plan(tmp_path / "sources", "small", TEXT)
    assert main(["convert", "--quiet", "--sources", str(tmp_path / "sources"), "--out", str(tmp_path / "out")]) == 0
    folder = tmp_path / "out" / "pages" / "zh"
    (folder / "about.md").write_text(
        f"# 关于\n\n取得：<!-- file {ZIP} | 离线包 -->。校验值：<!-- checksum {ZIP} -->。\n", encoding="utf-8"
    )
    return tmp_path / "out"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_site_offers_the_bundle(out: Path) -> None:
    """The bundle stands on the site with its checksum beside it; the pages give its true size and checksum; in the
    bundle no word of it is left."""
    build = out / "build"
    made = publish.publish(out, build, build / "site", build / "offline")
    bundle = (build / "site" / ZIP).read_bytes()
    assert bundle == made.bundle.archive.read_bytes()
    assert hashlib.sha256(bundle).hexdigest() == made.bundle.sha256
    page = (build / "site/about/index.html").read_text(encoding="utf-8")
    assert (
        f'<a href="../{ZIP}">离线包</a> <span class="pr-size">{file_marks.size_of(made.bundle.archive)}</span>' in page
    )
    assert f"校验值：<code>{made.bundle.sha256}</code>。" in page
    assert (build / "site" / f"{ZIP}.sha256").read_text(encoding="ascii").startswith(made.bundle.sha256)
    with zipfile.ZipFile(made.bundle.archive) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".zip")]
        assert "取得：。校验值：。" in archive.read("plan-reader-offline/about.html").decode("utf-8")


def test_without_a_bundle_nothing_is_offered(out: Path) -> None:
    """A site built alone, where no bundle was ever made, says nothing of one."""
    publish.build_site(out, out / "build" / "site")
    assert not (out / "build/site" / ZIP).exists()
    assert "取得：。校验值：。" in (out / "build/site/about/index.html").read_text(encoding="utf-8")


def test_nothing_older_than_the_pages_is_offered(out: Path, capsys: pytest.CaptureFixture) -> None:
    """PDFs and bundle of an earlier text are not on the site, which says so; made anew they are there again."""
    options = ["--sources", str(out.parent / "sources"), "--out", str(out)]
    assert main(["all", "--quiet", *options]) == 0
    pages = out / "build/site"
    assert (pages / ZIP).is_file()
    assert (pages / "pdf/small.pdf").is_file()
    write_plan(out.parent / "sources", "small", TEXT.replace("稳步", "平稳"))
    assert main(["convert", "--quiet", *options]) == 0
    capsys.readouterr()
    assert main(["site", "--quiet", *options]) == 0
    said = capsys.readouterr().err
    assert "older than the pages" in said
    assert "small.pdf" in said
    assert "plan-reader-offline.zip" in said
    assert not (pages / ZIP).exists()
    assert not (pages / "pdf").exists()
    assert "small.pdf" not in (pages / "downloads/index.html").read_text(encoding="utf-8")
    assert main(["all", "--quiet", *options]) == 0
    assert "older" not in capsys.readouterr().err
    assert (pages / ZIP).is_file()
    assert (pages / "pdf/small.pdf").is_file()


def test_a_pdf_that_fails_does_not_stop_the_site(
    out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """`all` builds site and bundle whatever the typesetter says, tells what it said, and ends with 1."""
    templates = tmp_path / "typst"
    templates.mkdir()
    (templates / "book.typ").write_text("#panic()", encoding="utf-8")
    monkeypatch.setattr(pdf, "TEMPLATES", templates)
    assert main(["all", "--quiet", "--sources", str(out.parent / "sources"), "--out", str(out)]) == 1
    assert "cannot be printed" in capsys.readouterr().err
    assert (out / "build/site/small/index.html").is_file()
    assert (out / "build/offline/small/index.html").is_file()


def test_together_or_apart_is_the_same(out: Path, tmp_path: Path) -> None:
    """Site and bundle built in one go are those built one after the other, byte for byte."""
    build = out / "build"
    publish.publish(out, build, build / "site", build / "offline")
    together = contents(build)
    publish.build_bundle(out, build)
    publish.build_site(out, build / "site")
    assert contents(build) == together


def test_a_failure_leaves_site_and_bundle(out: Path) -> None:
    """A page with a dead link stops both: site, folder and zip stay as they were, and nothing half-made is left."""
    build = out / "build"
    publish.publish(out, build, build / "site", build / "offline")
    before = contents(build)
    page = out / "pages/zh/about.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[缺](nowhere.md)\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"about\.md.*nowhere\.md"):
        publish.publish(out, build, build / "site", build / "offline")
    assert contents(build) == before


def test_the_workbook_has_its_size(out: Path) -> None:
    """The row of the workbook gives the size of the file that is there, on the web and in the bundle."""
    build = out / "build"
    publish.publish(out, build, build / "site", build / "offline")
    for folder, page in ((build / "site", "downloads/index.html"), (build / "offline", "downloads.html")):
        size = file_marks.size_of(folder / "data/plan-reader.xlsx")
        assert re.search(
            rf"plan-reader\.xlsx</a></td>\s*<td>.*</td>\s*<td[^>]*>{size}</td>",
            (folder / page).read_text(encoding="utf-8"),
        )


def test_volumes_in_the_language_of_the_page(tmp_path: Path) -> None:
    """A page links to the PDF in its own language, from where it stands; without PDFs to nothing."""
    (tmp_path / "pdf").mkdir()
    for name in ("plan.pdf", "plan-en.pdf"):
        (tmp_path / "pdf" / name).write_bytes(b"x" * 2048)
    mark = "<!-- volume plan | PDF -->"
    assert fill_marks(mark, tmp_path / "pages/en", tmp_path) == ""
    entries = [
        {"file": "plan.pdf", "language": "zh", "bytes": 2048},
        {"file": "plan-en.pdf", "language": "en", "bytes": 2048},
    ]
    (tmp_path / "pdf/list.json").write_text(json.dumps(entries), encoding="utf-8")
    assert fill_marks(mark, tmp_path / "pages/zh", tmp_path) == '[PDF](pdf/plan.pdf) <span class="pr-size">2 KB</span>'
    assert (
        fill_marks(mark, tmp_path / "pages/en", tmp_path, "../")
        == '[PDF](../pdf/plan-en.pdf) <span class="pr-size">2 KB</span>'
    )


@pytest.mark.parametrize(("count", "words"), [(90, "90 B"), (62_500, "61 KB"), (1_336_000, "1.3 MB")])
def test_a_size_is_said_in_the_unit_that_fits(count: int, words: str) -> None:
    """Nobody has to read 1305 KB: a file of a million bytes has its size in MB, the same in every list."""
    from build_tools.publishing.file_marks import in_words
    from build_tools.writers.pages.downloads import size

    assert in_words(count) == words
    assert count < 1024 or size(count) == words


def test_the_workbook_is_made_anew_for_another_address(content: Path, tmp_path: Path, monkeypatch) -> None:
    """Addresses of the workbook lead to where the site will stand, as SITE_URL says; without it an example leads
    nowhere."""
    book = tmp_path / "tables" / "a.xlsx"

    def leads_to(address: str) -> bool:
        workbook.write_if_changed(content / "data", book)
        package = zipfile.ZipFile(book)
        return any(address.encode() in package.read(name) for name in package.namelist() if name.endswith(".rels"))

    monkeypatch.delenv(data_addresses.SITE_ADDRESS, raising=False)
    assert not leads_to('TargetMode="External"')
    monkeypatch.setenv(data_addresses.SITE_ADDRESS, "https://plans.test/")
    assert leads_to("https://plans.test/")
