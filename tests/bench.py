"""Speed and memory, as ratios against a peer measured in the same run: `make bench`.

The peer is a stock Material build (search with jieba) of the very Chinese pages that `convert` wrote. Runs are paired:
ours, peer, ours, peer …; figures are medians. “From nothing”: without what an earlier build left to be used again.
Growth is measured with copies of the two plans under changed titles. Nothing here is a test: a slow machine makes no
failure, only other seconds.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STOCK = """\
site_name: stock
docs_dir: {pages}
site_dir: {site}
theme:
  name: material
plugins:
  - search
markdown_extensions: [attr_list, md_in_html, tables, toc]
"""


def run(arguments: list[str], cwd: Path = ROOT) -> tuple[float, float]:
    """(seconds, peak memory in MB) of a command; its output is shown if it fails."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            arguments, cwd=cwd, stdout=out, stderr=subprocess.STDOUT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        if status:
            out.seek(0)
            sys.exit(f"{' '.join(arguments)} failed:\n{out.read().decode()}")
    return seconds, usage.ru_maxrss / 1024


def tools(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "build_tools", *arguments, "--quiet"]


def stock(work: Path, pages: Path) -> list[str]:
    config = work / "stock.yml"
    config.write_text(STOCK.format(pages=pages, site=work / "stock-site"), encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(config)]


def paired(
    ours: list[list[str]], peer: list[str], runs: int, before: Callable[[], None]
) -> tuple[list[float], list[float], float, float]:
    """Seconds of our commands together and of the peer, and the highest memory of each. `before` comes before each of
    our runs and is not counted."""
    mine, theirs, my_memory, their_memory = [], [], 0.0, 0.0
    for _ in range(runs):
        before()
        figures = [run(command) for command in ours]
        mine.append(sum(seconds for seconds, _ in figures))
        my_memory = max(my_memory, *(memory for _, memory in figures))
        seconds, memory = run(peer)
        theirs.append(seconds)
        their_memory = max(their_memory, memory)
    return mine, theirs, my_memory, their_memory


def show(name: str, ours: list[float], peer: list[float], my_memory: float, their_memory: float, goal: float) -> None:
    ratio = statistics.median(ours) / statistics.median(peer)
    print(
        f"{name:<46} {statistics.median(ours):6.2f} s {my_memory:5.0f} MB   stock {statistics.median(peer):6.2f} "
        f"s {their_memory:5.0f} MB   ratio {ratio:.2f} (goal ≤ {goal})",
        flush=True,
    )


def nothing() -> None:
    """Comes before a run that uses what the last one left."""


def done_before(command: list[str], build: Path) -> Callable[[], None]:
    """The command itself, with a folder for what is kept: the run that is counted finds all of it."""

    def do() -> None:
        build.mkdir(parents=True, exist_ok=True)
        run(command)

    return do


def emptied(folder: Path) -> Callable[[], None]:
    return lambda: shutil.rmtree(folder, ignore_errors=True)


def edited(curated: Path) -> Callable[[], None]:
    """Another word in one curated line each time: the reason given for a correction."""
    path, turn = curated / "corrections.yml", iter(range(1000))
    text = path.read_text(encoding="utf-8")

    def edit() -> None:
        path.write_text(text.replace("reason: ", f"reason: （{next(turn)}）", 1), encoding="utf-8")

    return edit


def reworded(sources: Path) -> Callable[[], None]:
    """Another word in one paragraph of a plan each time: the first of its long lines that are no heading."""
    path, turn = sorted(sources.glob("*/plan.txt"))[0], iter(range(1000))
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if len(line) > 200 and not line.startswith("#"))

    def edit() -> None:
        words = f"{lines[at][:60]}第{next(turn)}次{lines[at][60:]}"
        path.write_text("\n".join([*lines[:at], words, *lines[at + 1 :]]), encoding="utf-8")

    return edit


def own_sources(folder: Path) -> Path:
    """The two plans to be edited: without the sum of their files, which says that nobody edits them."""
    sources = shutil.copytree(ROOT / "content" / "sources", folder)
    for card in sources.glob("*/plan.yml"):
        lines = card.read_text(encoding="utf-8").split("\n")
        card.write_text("\n".join(line for line in lines if not line.startswith("sha256")), encoding="utf-8")
    return sources


def copies(count: int, folder: Path) -> Path:
    """`count` plans: the two sources again and again, headings marked with the number of the copy, in changing
    order."""
    sources = folder / "sources"
    originals = sorted((ROOT / "content" / "sources").iterdir())
    for number in range(count):
        original = originals[number % len(originals)]
        target = sources / f"plan{letters(number)}"
        target.mkdir(parents=True)
        mark = f"（{number + 1}）"
        text = (original / "plan.txt").read_text(encoding="utf-8")
        lines = [
            line + mark if "章 " in line[:24] and "第" in line[:20] and "。" not in line else line
            for line in text.split("\n")
        ]
        (target / "plan.txt").write_text("\n".join(lines), encoding="utf-8")
        card = [
            line
            for line in (original / "plan.yml").read_text(encoding="utf-8").split("\n")
            if not line.startswith(("sha256", "order", "id"))
        ]
        (target / "plan.yml").write_text("\n".join(card) + f"\norder: {(number * 7) % count + 1}\n", encoding="utf-8")
    return sources


def letters(number: int) -> str:
    return chr(97 + number // 26) + chr(97 + number % 26)


def growth(counts: list[int], runs: int, work: Path) -> None:
    first: dict[str, float] = {}
    for count in counts:
        folder = work / f"many{count}"
        sources = copies(count, folder)
        out = folder / "content"
        for name, command in (
            ("convert", tools("convert", "--sources", str(sources), "--out", str(out))),
            ("site", tools("site", "--out", str(out))),
        ):
            figures = []
            for _ in range(runs):
                shutil.rmtree(out if name == "convert" else out / "build", ignore_errors=True)
                figures.append(run(command))
            seconds = statistics.median(s for s, _ in figures)
            each = seconds / count
            first.setdefault(name, each)
            print(
                f"{name:<8} {count:>3} plans {seconds:7.2f} s {max(m for _, m in figures):5.0f} MB   a plan "
                f"{each:.3f} s   ratio to {counts[0]} plans {each / first[name]:.2f} (goal ≤ 1.2)",
                flush=True,
            )


def every_pair(counts: list[int], runs: int, work: Path) -> None:
    """Links between every two plans, from the texts on: the pairs grow with the square of the plans, memory must
    not."""
    for count in counts:
        folder = work / f"many{count}"
        sources = folder / "sources" if folder.is_dir() else copies(count, folder)
        figures = [run(tools("links", "--all-pairs", "--sources", str(sources))) for _ in range(runs)]
        seconds, memory, pairs = (
            statistics.median(s for s, _ in figures),
            max(m for _, m in figures),
            count * (count - 1) // 2,
        )
        print(
            f"links    {count:>3} plans {seconds:7.2f} s {memory:5.0f} MB   {pairs} pairs "
            f"{seconds / pairs * 1000:.0f} ms each (goal: 50 plans ≤ 120 s)   a plan {memory / count:.1f} MB",
            flush=True,
        )


def rows(work: Path) -> list[tuple[str, list[list[str]], Callable[[], None], float]]:
    """(what is measured, commands, what comes before each run, goal)"""
    content, one, fresh = work / "content", work / "one", work / "fresh"
    shutil.copytree(content, one, ignore=shutil.ignore_patterns("en", "build"))
    curated = shutil.copytree(ROOT / "content" / "curated", work / "curated")
    sources = own_sources(work / "edited")
    set_anew = emptied(content / "build" / "store")
    to_content, to_one, to_fresh = ("--out", str(content)), ("--out", str(one)), ("--out", str(fresh))
    return [
        ("convert, both plans", [tools("convert", *to_fresh)], emptied(fresh), 0.5),
        ("site, one language, from nothing", [tools("site", *to_one)], emptied(one / "build"), 0.45),
        ("site, both languages, from nothing", [tools("site", *to_content)], emptied(content / "build"), 0.99),
        ("site, both languages, again", [tools("site", *to_content)], nothing, 0.45),
        (
            "one curated line, then convert and site",
            [tools("convert", *to_content, "--curated", str(curated)), tools("site", *to_content)],
            edited(curated),
            0.6,
        ),
        (
            "one word of a plan, then convert and site",
            [tools("convert", *to_content, "--sources", str(sources)), tools("site", *to_content)],
            reworded(sources),
            0.6,
        ),
        (
            "convert, nothing changed",
            [tools("convert", *to_content)],
            done_before(tools("convert", *to_content), content / "build"),
            0.2,
        ),
        ("pdf, all volumes, one language", [tools("pdf", "--language", "zh", *to_content)], set_anew, 1.0),
        ("pdf, all volumes, both languages", [tools("pdf", *to_content)], set_anew, 2.0),  # twice the peer's pages
        (
            "pdf, nothing changed",
            [tools("pdf", *to_content)],
            done_before(tools("pdf", *to_content), content / "build"),
            0.3,
        ),
        ("all: texts, data, PDFs, site, bundle", [tools("all", *to_fresh)], emptied(fresh), 1.5),
        ("all, nothing changed", [tools("all", *to_fresh)], done_before(tools("all", *to_fresh), fresh / "build"), 0.5),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="rows whose name holds this")
    parser.add_argument("--plans", type=int, nargs="*", default=[2, 10, 50])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        run(tools("convert", "--out", str(work / "content")))
        pages = work / "content" / "pages" / "zh"
        peer = stock(work, pages)
        run(peer)  # jieba and the file system warm up
        run(tools("site", "--out", str(work / "content")))
        for label, commands, before, goal in rows(work):
            if options.only in label:
                show(label, *paired(commands, peer, options.runs, before), goal=goal)
        growth(options.plans, options.runs, work)
        every_pair(options.plans, options.runs, work)


if __name__ == "__main__":
    main()
