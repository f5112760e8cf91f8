"""The site on a web server: the policy it is served with holds, addresses of scripts and styles change with what they
hold, search engines find the pages."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import Quiet, QuietServer
from page_types import PAGE_TYPES
from parsed import parsed
from serving import policy_of, serve

from build_tools.model.edition import BadInput, Edition, Plan
from build_tools.publishing import page_guard, web_folder
from build_tools.publishing.site import own_scripts
from build_tools.writers.words.citation import issued_date

ADDRESS = "https://plan-reader.example/"
BOX = "[data-md-component=search-query]"
RESULT = ".md-search-result__item"
# what someone might slip into a page: a script, a script file, a picture, a style sheet, a request; gives the
# directives that stopped them
SLIP_IN = """elsewhere => new Promise(heard => {
    const stopped = []
    document.addEventListener("securitypolicyviolation", event => {
        stopped.push(event.violatedDirective)
        if (stopped.length === 5) heard(stopped)
    })
    setTimeout(() => heard(stopped), 3000)
    const put = (name, values) => document.body.append(Object.assign(document.createElement(name), values))
    put("script", {textContent: "globalThis.slipped = true"})
    put("script", {src: elsewhere + "a.js"})
    put("img", {src: elsewhere + "a.png"})
    put("link", {rel: "stylesheet", href: elsewhere + "a.css"})
    fetch(elsewhere + "a").catch(() => {})
})"""


def versioned(page: str) -> dict[str, str]:
    """{path from the root: version} of every script and style that a page names."""
    return dict(re.findall(r'"[\w./]*?((?:assets|data|search)/[\w./-]+)\?(?:text=[\w./-]+&)?v=(\w+)"', page))


@pytest.fixture(scope="module")
def strict_address(site: Path):
    """The site served with its policy, as a web server would."""

    server = serve(site, {"Content-Security-Policy": policy_of(site)})
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def listened_page(browser):
    """One page for the whole module, because opening one takes longer than looking; with all it complains of."""
    page = browser.new_page()
    page.complaints = []
    page.on(
        "console",
        lambda message: page.complaints.append(message.text) if message.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    page.close()


@pytest.fixture
def page(listened_page):
    """The page, blank; whatever it complains of, a breach of the policy or an error, fails the test."""
    listened_page.goto("about:blank")
    listened_page.complaints.clear()
    yield listened_page
    assert listened_page.complaints == []


@pytest.mark.parametrize("kind", PAGE_TYPES)
def test_the_policy_holds_on_every_type_of_page(page, strict_address: str, kind: str) -> None:
    """Served with its policy no page of any type breaks it, and its scripts run."""
    page.goto(strict_address + PAGE_TYPES[kind], wait_until="networkidle")
    page.wait_for_selector("html.js")


def test_the_policy_holds_while_searching(page, strict_address: str) -> None:
    """The search, its worker and all that it loads work under the policy."""
    page.goto(strict_address + PAGE_TYPES["chapter-draft"])
    page.focus(BOX)
    page.keyboard.type("黑土地")
    page.wait_for_selector(RESULT)
    page.keyboard.press("Enter")
    page.wait_for_load_state("networkidle")


def test_the_policy_holds_after_a_choice_of_colours(page, strict_address: str) -> None:
    """A chosen scheme, which an inline script brings back, survives the next page under the policy."""
    page.goto(strict_address)
    page.click("[data-pr-scheme]")
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.goto(strict_address + PAGE_TYPES["chapter-draft"])
    page.wait_for_selector("body[data-md-color-scheme=slate]")


def test_the_policy_stops_what_is_not_of_the_site(browser, site_address: str, strict_address: str) -> None:
    """A script that someone slips into a page does not run, and what it or an image would fetch from another host
    never asks that host."""
    asked: list[str] = []

    class Listening(Quiet):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

    other = QuietServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=other.serve_forever, daemon=True).start()
    elsewhere = f"http://127.0.0.1:{other.server_port}/"
    page = browser.new_page()
    page.goto(strict_address)
    stopped = page.evaluate(SLIP_IN, elsewhere)
    assert sorted(directive.split("-src")[0] for directive in stopped) == [
        "connect",
        "img",
        "script",
        "script",
        "style",
    ]
    assert page.evaluate("globalThis.slipped === undefined")
    assert asked == []
    page.goto(site_address)  # the same page without the policy
    page.evaluate("address => fetch(address + 'without-policy', {mode: 'no-cors'})", elsewhere)
    assert asked == ["/without-policy"], "the other host hears what no policy stops"
    page.close()
    other.shutdown()
    other.server_close()


def test_the_policy_is_a_closed_list(site: Path) -> None:
    """The policy names the scripts of the frame's templates and no others, whatever is in the pages; it allows
    nothing from elsewhere."""
    policy = policy_of(site)
    templates = [
        path.read_text(encoding="utf-8")
        for folder in (own_scripts.OVERRIDES, own_scripts.THEME)
        for path in sorted((folder / "partials/javascripts").glob("*.html"))
    ]
    known = {
        web_folder.script_hash(script)
        for text in templates
        for script in re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL)
    }
    named = set(re.findall(r"'(sha256-[^']+)'", policy))
    assert named
    assert named <= known
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy


def test_every_page_runs_the_scripts_of_the_policy_and_no_others(site: Path) -> None:
    """Every inline script of every page has its hash in the policy; no page has inline styles, or handlers."""
    policy, looked_at = policy_of(site), 0
    for path in sorted(site.rglob("*.html")):
        page = parsed(path)
        inline = [element for element in page.find_all("script") if not element.get("src") and not element.get("type")]
        numbered = "data" in path.relative_to(site).parts  # the numbered source text has no script at all
        assert bool(inline) is not numbered, path
        assert all(f"'{web_folder.script_hash(element.string)}'" in policy for element in inline), path
        assert page.find_all("style") == [], path
        assert page.find_all(style=True) == [], path
        assert [name for element in page.find_all(True) for name in element.attrs if name.startswith("on")] == [], path
        looked_at += 1
    assert looked_at > 50


def test_the_script_of_the_frame_is_the_themes() -> None:
    """Our copy differs from the theme's in one place: it reads where the site begins from an attribute."""
    ours, theirs = (
        re.search(r"<script[^>]*>(.*?)</script>", (folder / own_scripts.TEMPLATES[0]).read_text(encoding="utf-8"))[1]
        for folder in (own_scripts.OVERRIDES, own_scripts.THEME)
    )
    before, after = '"{{ config.extra.scope | d(base_url) }}"', "document.currentScript.dataset.scope"
    assert theirs.count(before) == 1
    assert theirs.replace(before, after) == ours


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>alert(1)</script>", "a script that is not the site's"),
        ("<SCRIPT type=module>alert(1)</SCRIPT>", "a script that is not the site's"),
        ('<script src="https://other.example/a.js"></script>', "fetched from elsewhere"),
        ("<img src=x onerror=alert(1)>", "runs a script"),
        ("<svg/onload=alert(1)>", "runs a script"),
        ('<a href="javascript:alert(1)">a</a>', "no link"),
        ('<a href=" JAVA&Tab;script&colon;alert(1)">a</a>', "no link"),
        ('<a href="data:text/html,x">a</a>', "no link"),
        ('<iframe srcdoc="x"></iframe>', "a frame"),
        ('<img src="//other.example/a.png">', "fetched from elsewhere"),
        ('<meta http-equiv="refresh" content="0;url=x">', "leads away"),
    ],
)
def test_a_page_with_a_foreign_script_is_refused(tmp_path: Path, html: str, what: str) -> None:
    """Whatever could run in a page and is not the site's own stops the build, with the page and the line that it
    comes from."""
    (tmp_path / "site/plan/01").mkdir(parents=True)
    (tmp_path / "site/plan/01/index.html").write_text(f"<p>{html}</p>", encoding="utf-8")
    (tmp_path / "pages/zh/plan").mkdir(parents=True)
    (tmp_path / "pages/zh/plan/01.md").write_text(f"# 第一章\n\n{html}\n", encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        web_folder.finish(tmp_path / "site", tmp_path, tmp_path / "pages")
    assert str(refused.value).startswith("plan/01/index.html: ")
    assert what in str(refused.value)
    assert "01.md:3" in str(refused.value)
    assert not (tmp_path / "site/_headers").exists()


def test_what_a_page_may_hold_is_not_refused(tmp_path: Path) -> None:
    """Data, files of the site, links by http, https and mailto, and words that look like markup stay."""
    (tmp_path / "a.html").write_text(
        '<script type="application/ld+json">{"a": 1}</script><script src="../assets/a.js?v=1" defer></script>'
        '<a href="https://example.org/a?b=c:d">a</a><a href="mailto:a@example.org">b</a>'
        '<a href="../b/#javascript:">c</a>'
        '<p title="set on=1 and onclick=2">&lt;script&gt;alert(1)&lt;/script&gt; javascript:alert(1)</p>',
        encoding="utf-8",
    )
    page_guard.check(tmp_path, own_scripts.own_scripts())


def test_the_policy_in_the_pages_themselves(page, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For a host that cannot send headers the policy stands in every page, and holds there, search included."""
    shutil.copytree(site, tmp_path / "site")
    monkeypatch.setenv(web_folder.IN_PAGES, "1")
    web_folder.finish(tmp_path / "site", tmp_path)
    assert [
        path
        for path in (tmp_path / "site").rglob("*.html")
        if "Content-Security-Policy" not in path.read_text(encoding="utf-8")
    ] == []
    server = serve(tmp_path / "site", {})
    page.goto(f"http://127.0.0.1:{server.server_port}/{PAGE_TYPES['chapter-draft']}")
    page.focus(BOX)
    page.keyboard.type("黑土地")
    page.wait_for_selector(RESULT)
    stopped = page.evaluate(
        """() => { const script = document.createElement("script"); script.textContent = "globalThis.slipped = 1";
            document.body.append(script); return !globalThis.slipped }"""
    )
    page.complaints.clear()  # of the script just stopped
    server.shutdown()
    server.server_close()
    assert stopped


def test_samples_for_servers_say_the_same_policy(site: Path) -> None:
    """The sample for nginx, beside the site, carries the policy of _headers."""
    assert f'"{policy_of(site)}"' in (site.parent / web_folder.NGINX).read_text(encoding="utf-8")


def test_samples_know_the_languages(site: Path) -> None:
    """What a browser may keep, and the page for what is missing, are told for every language; a language without a page
    for that is not named."""
    headers = (site / "_headers").read_text(encoding="utf-8").splitlines()
    server = (site.parent / web_folder.NGINX).read_text(encoding="utf-8")
    for home in ("", "/en"):
        for path in (f"{home}/search/text.js", f"{home}/search/plans.js", f"{home}/compare/texts/*"):
            assert "immutable" in headers[headers.index(path) + 1]
    assert "error_page   404 /404.html;" in server
    assert "location /en/ { error_page 404 /en/404.html; }" in server
    assert "@" not in "".join(headers) + server


def test_every_script_and_style_of_a_page_has_a_version(site: Path) -> None:
    """A browser may keep every script and style for ever: its address holds a hash, ours behind it, the theme's in its
    name; in every language."""
    for path in sorted(site.rglob("*.html")):
        page = parsed(path)
        named = [
            element.get("src") or element.get("href") for element in page.select("script[src], link[rel=stylesheet]")
        ]
        assert [
            name for name in named if not re.search(r"\?v=[0-9a-f]{8}$|\.[0-9a-f]{8}\.min\.(js|css)$", name)
        ] == [], path


def test_versions_follow_the_content(tmp_path: Path) -> None:
    """Another content gives another address, for that file only; the worker's changes with any part of the search."""
    for name in (
        "assets/scripts/frame.js",
        "assets/styles/paper.css",
        "assets/search/worker.js",
        "assets/search/folding.js",
        "search/text.js",
        "en/search/text.js",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("before", encoding="utf-8")
    page = (
        '<link href="../../assets/styles/paper.css"><script src="/site/assets/scripts/frame.js"></script>'
        '<input data-t="../search/text.js">{"w": "../../assets/search/worker.js?text=en/search/text.js"}'
    )

    def versions() -> dict[str, str]:
        return versioned(web_folder.with_versions(page, "en/plan", tmp_path, web_folder.search_version(tmp_path), {}))

    before = versions()
    assert len(before) == 4
    assert before["search/text.js"] == before["assets/search/worker.js"] != before["assets/styles/paper.css"]
    (tmp_path / "assets/scripts/frame.js").write_text("after", encoding="utf-8")
    assert {name for name, version in versions().items() if version != before[name]} == {"assets/scripts/frame.js"}
    (tmp_path / "assets/search/folding.js").write_text("after", encoding="utf-8")
    assert {name for name, version in versions().items() if version != before[name]} == {
        "assets/scripts/frame.js",
        "assets/search/worker.js",
        "search/text.js",
    }


ON_EVERY_PAGE = ("/box.js", "/written.js")  # the field, and addresses typed after the site's: loaded by the page itself


def test_the_search_loads_one_version(browser, strict_address: str) -> None:
    """The worker hands its version on: all parts and the text come under the address that the page names."""
    context = browser.new_context()
    page = context.new_page()
    loaded: list[str] = []
    context.on("request", lambda request: loaded.append(request.url))
    page.goto(strict_address + PAGE_TYPES["chapter-draft"])
    page.focus(BOX)
    page.keyboard.type("黑土地")
    page.wait_for_selector(RESULT)
    context.close()
    of_search = [
        urlsplit(url)
        for url in loaded
        if "/search/" in url and url.split("?")[0].endswith(".js") and not url.split("?")[0].endswith(ON_EVERY_PAGE)
    ]
    assert any(url.path == "/search/text.js" for url in of_search)
    assert len({url.query for url in of_search}) == 1
    assert of_search[0].query.startswith("v=")


def test_weight_of_a_chapter(site: Path) -> None:
    """After gzip a chapter costs at most 150 KB on a first visit, with all it loads, and 40 KB on a later one. (What a
    browser loads: make weight.)"""

    def packed(path: Path) -> int:
        return len(gzip.compress(path.read_bytes(), 6))

    for path in sorted(site.glob("*/[0-9][0-9]/index.html")):
        page = parsed(path)
        named = [
            element.get("src") or element.get("href")
            for element in page.select("script[src], link[rel=stylesheet], link[rel=icon]")
        ]
        loaded = [path.parent / urlsplit(name).path for name in named] + [
            site / "assets/search/worker.js",
            site / "search/search_index.json",
        ]
        assert len(loaded) > 10
        assert packed(path) <= 40_000, path
        assert packed(path) + sum(map(packed, loaded)) <= 150_000, path


def test_robots_and_sitemap(site: Path) -> None:
    """robots.txt leads to the one sitemap, and the sitemap to every page of every language by the address that the page
    calls its own."""
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text(encoding="utf-8").splitlines()
    listed = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    own = [ADDRESS + path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("index.html")]
    assert sorted(listed) == sorted(own)
    assert [path.parent for name in ("robots.txt", "sitemap.xml") for path in site.rglob(name)] == [site, site]


def test_what_other_programs_read_of_every_page(site: Path) -> None:
    """Every page gives its own address, a description of its own, and the same words for those who share it."""
    descriptions = []
    for path in sorted(site.rglob("index.html")):
        page = parsed(path)
        (canonical,) = page.select("link[rel=canonical]")
        assert canonical["href"] == ADDRESS + path.relative_to(site).as_posix().removesuffix("index.html")
        (description,) = page.select("meta[name=description]")
        shared = {element["property"]: element["content"] for element in page.select("meta[property^='og:']")}
        assert shared["og:url"] == canonical["href"], path
        assert shared["og:description"] == description["content"], path
        assert shared["og:title"], path
        descriptions.append(description["content"])
    assert [words for words in set(descriptions) if descriptions.count(words) > 1] == []


def test_json_ld_of_a_plan(plan: Plan, site: Path, edition: Edition) -> None:
    """A plan's home and chapters say for machines: a report of a region for a period, in Chinese, adopted or a
    draft; who issued it and when, which text the page was made of, who publishes it."""
    for path in (f"{plan.card.id}/index.html", f"{plan.card.id}/01/index.html"):
        page = parsed(site / path)
        report = json.loads(page.select_one("script[type='application/ld+json']").string)
        assert report["@type"] == "Report"
        assert report["inLanguage"] == "zh-Hans"
        assert report["temporalCoverage"] == "/".join(map(str, plan.card.period))
        assert report["spatialCoverage"]["name"] == plan.card.region
        assert ("草案" in report["creativeWorkStatus"]) == (plan.card.status == "draft")
        assert report["url"] == ADDRESS + path.removesuffix("index.html")
        assert report.get("author", {}).get("name", "") == plan.card.issuer
        assert report.get("datePublished", "") == issued_date(plan.card.issued)
        assert report["version"] == plan.sha256[:8]
        assert report["publisher"]["name"] == edition.site["operator"]
        assert report["isPartOf"].get("license") or report["isPartOf"]["isPartOf"]["license"]
