"""Generated files → content/pages and content/data. Written beside, then exchanged, so that a failure leaves all as it
was.

Hand-written pages live beside the generated ones and are carried over: a page is generated if its head says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from .exchange import LIST, exchange, new_of, old_of, recover, remove
from .one_run import one_run

FOLDERS = ("pages", "data")
GENERATED = (
    "navigation.json",
    "interface.json",
    "site.json",
)  # beside pages that say so in their head, and scripts, which hold what pages load
WITH_SCRIPTS = ("search", "texts")  # folders of scripts that hold what pages load
HEAD = 1000  # characters in which the head of a page stands


def is_generated(path: Path) -> bool:
    """Pages say so in their head; scripts and lists are known by where they stand. All else is somebody's own."""
    if path.suffix == ".md":
        return b"\ngenerated: true\n" in path.read_bytes()[:HEAD]
    script = path.suffix == ".js" and any(folder.name in WITH_SCRIPTS for folder in path.parents[:2])
    return script or path.name in GENERATED


def by_people(pages: Path) -> dict[str, bytes]:
    """Pages that people wrote, by path below `pages`."""
    return {
        path.relative_to(pages).as_posix(): path.read_bytes()
        for path in sorted(pages.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and not is_generated(path)
    }


def hand_written(out: Path, fallback: Path) -> dict[str, bytes]:
    """Pages that people wrote, by path below content/; of the project itself where `out` has no pages yet."""
    root = out if (out / "pages").is_dir() else fallback
    return {f"pages/{path}": data for path, data in by_people(root / "pages").items()}


def lent(kept: dict[str, bytes], files: dict[str, str], language: str) -> dict[str, str]:
    """The hand-written pages of `language` for every other language that has none of its own, marked with the language
    they are in."""
    folders = sorted({path.split("/")[1] for path in files if path.startswith("pages/")} - {language})
    mine = {
        path.removeprefix(f"pages/{language}/"): data.decode("utf-8")
        for path, data in kept.items()
        if path.startswith(f"pages/{language}/") and path.endswith(".md")
    }
    return {
        f"pages/{folder}/{name}": as_lent(page)
        for folder in folders
        for name, page in mine.items()
        if f"pages/{folder}/{name}" not in kept
    }


def as_lent(page: str) -> str:
    """The page with its language said, and the mark by which the next run knows that nobody wrote it for this place."""
    head, _, body = page.removeprefix("---\n").partition("\n---\n")
    return f'---\n{head}\ngenerated: true\n---\n\n<div lang="zh-Hans" markdown="1">\n\n{body.strip()}\n\n</div>\n'


def differences(out: Path, texts: dict[str, str], others: Mapping[str, bytes] | None = None) -> list[str]:
    """Paths whose content on disk is not what `texts` and `others` say: changed, missing, or left over."""
    files = in_bytes(texts, others)
    changed = [path for path, data in files.items() if not (out / path).is_file() or (out / path).read_bytes() != data]
    stale = [
        path.relative_to(out).as_posix()
        for folder in FOLDERS
        for path in sorted((out / folder).rglob("*"))
        if path.is_file() and path.relative_to(out).as_posix() not in files and (folder == "data" or is_generated(path))
    ]
    return sorted(changed + stale)


@contextmanager
def to_be_changed(out: Path) -> Iterator[None]:
    """The folder is this run's, and what an earlier one left half done is made whole."""
    with one_run(out):
        bring_over(out)
        recover(out, [out / folder for folder in FOLDERS])
        yield


def bring_over(out: Path) -> None:
    """What people wrote stays, whichever of the folders of a run that was stopped it stands in.

    Pages that were to be replaced, and since edited → into the new ones; pages that stepped aside → into those that
    stand in their place.
    """
    pages = out / "pages"
    listed = (out / LIST).is_file()
    if listed and new_of(pages).is_dir() and pages.is_dir():
        write(new_of(pages), by_people(pages))
    elif not listed and old_of(pages).is_dir() and pages.is_dir():
        there = by_people(pages)
        write(pages, {path: data for path, data in by_people(old_of(pages)).items() if path not in there})


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def in_bytes(texts: dict[str, str], others: Mapping[str, bytes] | None) -> dict[str, bytes]:
    return {path: text.encode("utf-8") for path, text in texts.items()} | dict(others or {})


def replace(out: Path, texts: dict[str, str], fallback: Path, others: Mapping[str, bytes] | None = None) -> list[str]:
    """Make the folders of `out` hold exactly `texts`, `others` and the hand-written pages. Returns the paths that
    changed."""
    changed = differences(out, texts, others)
    files = in_bytes(texts, others)
    kept = hand_written(out, fallback)
    if not changed and all((out / path).is_file() for path in kept):
        return []
    fresh = {path: data for path, data in kept.items() if path not in files}
    fresh |= files
    places = [out / folder for folder in FOLDERS]
    try:
        for place in places:
            new_of(place).mkdir()
            start = f"{place.name}/"
            write(
                new_of(place),
                {path.removeprefix(start): data for path, data in fresh.items() if path.startswith(start)},
            )
        exchange(out, [(new_of(place), place) for place in places])
    except BaseException:
        if not (out / LIST).is_file():
            for place in places:
                remove(new_of(place))
        raise
    return changed
