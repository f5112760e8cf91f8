"""Addresses in the published data open: beside every address its url, on the page what it leads to, absolute where the
site has an address."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from build_tools.publishing import data_addresses

PLACES = {"url", "source_url", "from_url", "to_url", "other_url", "other_source_url", "row_url"}


def tables(data: Path) -> dict[str, list[dict[str, str]]]:
    return {
        path.stem: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
        for path in sorted(data.glob("*.csv"))
    }


def urls(data: Path) -> set[str]:
    """Of every table and every document."""
    found = {row[name] for rows in tables(data).values() for row in rows for name in PLACES & row.keys() if row[name]}
    for path in data.glob("plans/*/document.json"):
        document = json.loads(path.read_text(encoding="utf-8"))
        parts = [document, *document["units"], *document["blocks"]]
        found |= {part[name] for part in parts for name in ("url", "source_url")}
    return found


def test_every_table_with_an_address_or_a_line_says_where_it_opens(content: Path) -> None:
    looked_at = 0
    for name, rows in tables(content / "data").items():
        for row in rows:
            assert not row.get("address") or row["url"], (name, row)
            assert not (row.get("line") or row.get("source_line")) or row["source_url"], (name, row)
            looked_at += 1
        if name in ("indicators", "targets", "projects", "places", "topics"):
            assert all(row["row_url"] for row in rows), name
    assert looked_at > 3000


def test_every_address_of_the_data_opens_at_its_place(content: Path, site: Path) -> None:
    """The page is there, and what stands behind # is on it."""
    ids: dict[str, set[str]] = {}
    dead = []
    for url in sorted(urls(content / "data")):
        page, _, anchor = url.partition("#")
        if page not in ids:
            file = site / page / "index.html" if page.endswith("/") else site / page
            ids[page] = (
                set(re.findall(r'\bid="([^"]+)"', file.read_text(encoding="utf-8"))) if file.is_file() else set()
            )
        if not ids[page] or (anchor and unquote(anchor) not in ids[page]):
            dead.append(url)
    assert len(ids) > 50
    assert dead == []


def test_a_row_is_named_after_what_it_tells(content: Path) -> None:
    """Another row above does not move it: no row goes by its number in the table."""
    rows = tables(content / "data")
    for row in rows["targets"]:
        assert row["url"].partition("#")[2] in row["row_url"], row
    for row in rows["places"]:
        assert row["row_url"].endswith(f"#{row['place']}") or not re.fullmatch(r"\w+", row["place"])
    assert len({row["row_url"] for row in rows["targets"]}) == len(rows["targets"])
    assert len({row["row_url"] for row in rows["indicators"]}) == len(rows["indicators"])


def test_published_addresses_are_absolute_and_the_package_says_so(content: Path, tmp_path: Path) -> None:
    """With an address of its own a site serves tables that stand alone; sizes and checksums are those of what it
    serves."""
    data = tmp_path / "data"
    shutil.copytree(content / "data", data)
    data_addresses.make_absolute(data, "https://plans.test/read")
    before, after = urls(content / "data"), urls(data)
    assert after == {f"https://plans.test/read/{url}" for url in before}
    for resource in json.loads((data / "datapackage.json").read_text(encoding="utf-8"))["resources"]:
        served = (data / resource["path"]).read_bytes()
        assert resource["bytes"] == len(served)
        assert resource["hash"] == f"sha256:{hashlib.sha256(served).hexdigest()}"
    for name, rows in tables(data).items():
        plain = [{key: value for key, value in row.items() if key not in PLACES} for row in rows]
        unchanged = tables(content / "data")[name]
        assert plain == [{key: value for key, value in row.items() if key not in PLACES} for row in unchanged]


def test_without_an_address_nothing_changes(content: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(content / "data", data)
    data_addresses.make_absolute(data, "")
    assert all((data / path.name).read_bytes() == path.read_bytes() for path in (content / "data").glob("*.*"))


@pytest.mark.parametrize(
    ("written", "page", "anchor"),
    [
        ("shuangliao/04/05@1.6", "shuangliao/04", "s05-b1-i6"),
        ("shuangliao/03/01#2", "shuangliao/03", "s01-p2"),
        ("shuangcheng/01/02/03#4", "shuangcheng/01", "s02-03-p4"),
        ("shuangcheng/03", "shuangcheng/03", ""),
        ("some/03@fn2", "some/03", "fn2"),
        ("some/03/01@1.4.2", "some/03", "s01-b1-i4-2"),
        ("some/03/01@1.caption1", "some/03", "s01-b1"),
        ("some/p01", "some/p01", ""),
        ("some/a2/01", "some/a2", "s01"),
    ],
)
def test_an_address_is_read_as_the_writers_wrote_it(worker, written: str, page: str, anchor: str) -> None:
    assert worker.call("readWritten", written) == {"home": "", "page": page, "anchor": anchor}


def test_scripts_and_writers_agree_on_every_address(worker, content: Path) -> None:
    """Every address in the tables leads by the script to the url that stands beside it."""
    pairs = {
        (row["address"], row["url"])
        for name, rows in tables(content / "data").items()
        if name != "translations"
        for row in rows
        if "/" in row.get("address", "")
    }
    asked = sorted(pairs)
    read = worker.call("addresses => addresses.map(readWritten)", [address for address, _ in asked])
    for (address, url), place in zip(asked, read, strict=True):
        assert f"{place['page']}/#{place['anchor'] or 'top'}" == url, address
    assert len(asked) > 300


def test_what_is_no_address_is_looked_for(worker) -> None:
    for typed in ("粮食", "2025/06", "5G/6G", "assets/scripts", "a/b", "http://x.test/"):
        assert worker.call("typed => findWritten(typed, places)", typed) is None


def test_an_address_typed_into_the_search_is_the_one_result(worker) -> None:
    """From a disk no page “not here” can lead on: the search does, for addresses of the web, too."""
    place = "typed => { const r = findWritten(typed, places); return r && r.unit.page + '#' + r.hits[0].anchor }"
    assert worker.call(place, "shuangliao/04/05@1.6") == "shuangliao/04#s05-b1-i6"
    assert worker.call(place, "https://plans.test/shuangliao/03/#s01-p2") == "shuangliao/03#s01-p2"
    assert worker.call(place, "shuangliao/99/05") is None
