"""Generated files → content/pages and content/data. Written beside, then swapped, so that a failure leaves all as it was.

Hand-written pages live beside the generated ones and are carried over: a page is generated if its head says so.
"""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDERS = ("pages", "data")
GENERATED = (
    "navigation.json",
    "interface.json",
)  # beside pages that say so in their head, and scripts, which hold what pages load
HEAD = 1000  # characters in which the head of a page stands


def is_generated(path: Path) -> bool:
    if path.suffix == ".md":
        return "\ngenerated: true\n" in path.read_text(encoding="utf-8")[:HEAD]
    return path.suffix == ".js" or path.name in GENERATED


def hand_written(out: Path, fallback: Path) -> dict[str, bytes]:
    """Pages that people wrote, by path below content/; of the project itself where `out` has no pages yet."""
    root = out if (out / "pages").is_dir() else fallback
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "pages").rglob("*"))
        if path.is_file() and not path.name.startswith(".") and not is_generated(path)
    }


def lent(kept: dict[str, bytes], files: dict[str, str], language: str) -> dict[str, str]:
    """The hand-written pages of `language` for every other language that has none of its own, marked with the language they are in."""
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


def differences(out: Path, files: dict[str, str]) -> list[str]:
    """Paths whose content on disk is not what `files` says: changed, missing, or left over."""
    changed = [
        path
        for path, text in files.items()
        if not (out / path).is_file() or (out / path).read_bytes() != text.encode("utf-8")
    ]
    stale = [
        path.relative_to(out).as_posix()
        for folder in FOLDERS
        for path in sorted((out / folder).rglob("*"))
        if path.is_file() and path.relative_to(out).as_posix() not in files and (folder == "data" or is_generated(path))
    ]
    return sorted(changed + stale)


def replace(out: Path, files: dict[str, str], fallback: Path) -> list[str]:
    """Make the folders of `out` hold exactly `files` and the hand-written pages. Returns the paths that changed."""
    changed = differences(out, files)
    kept = hand_written(out, fallback)
    if not changed and all((out / path).is_file() for path in kept):
        return []
    out.mkdir(parents=True, exist_ok=True)
    fresh = {path: text.encode("utf-8") for path, text in files.items()} | {
        path: data for path, data in kept.items() if path not in files
    }
    beside = {folder: out / f".{folder}.new" for folder in FOLDERS}
    old = {folder: out / f".{folder}.old" for folder in FOLDERS}
    for path in (*beside.values(), *old.values()):
        shutil.rmtree(path, ignore_errors=True)
    for path, data in fresh.items():
        folder, _, rest = path.partition("/")
        target = beside[folder] / rest
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    for folder in FOLDERS:
        swap(beside[folder], out / folder, old[folder])
    return changed


def swap(new: Path, place: Path, old: Path) -> None:
    """Put `new` at `place`; what was there goes only after that."""
    if place.exists():
        place.rename(old)
    try:
        new.rename(place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
