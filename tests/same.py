"""make same REV=…: builds another revision and this folder as it is, and names every output that differs.

What a change of the inside must not change is shown so: pages, data, site, offline bundle and PDFs, byte for byte. Each
side reads its own content/sources and content/curated. Exit 1 if anything differs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ("read", "rendered", "templates", "preview")  # folders of build/ that only save time


def build(folder: Path, out: Path) -> None:
    """All outputs of the revision in `folder`, in `out`; addresses of the web as in no publication."""
    subprocess.run(
        [sys.executable, "-m", "build_tools", "all", "--quiet", "--out", str(out)],
        cwd=folder,
        check=True,
        env={name: value for name, value in os.environ.items() if name != "SITE_URL"},
    )


def outputs(out: Path) -> dict[str, bytes]:
    found = {path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*")) if path.is_file()}
    return {name: path.read_bytes() for name, path in found.items() if not is_kept(name)}


def is_kept(name: str) -> bool:
    """A file beside the outputs, such as build/rendered/zh.json or build/.lock"""
    parts = name.split("/")
    return parts[0] == "build" and (parts[1] in KEPT or parts[-1].startswith("."))


def differing(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """+ is new, - is gone, ~ has other bytes."""
    marks = {name: "+" if name not in before else "-" if name not in after else "~" for name in {*before, *after}}
    return [f"{marks[name]} {name}" for name in sorted(marks) if before.get(name) != after.get(name)]


def main(revision: str) -> int:
    with tempfile.TemporaryDirectory() as place:
        there = Path(place) / "revision"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(there), revision], cwd=ROOT, check=True)
        try:
            build(there, Path(place) / "before")
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(there)], cwd=ROOT, check=True)
        build(ROOT, Path(place) / "after")
        before, after = outputs(Path(place) / "before"), outputs(Path(place) / "after")
    found = differing(before, after)
    print("\n".join([*found, f"{len(found)} of {len(after)} outputs differ from {revision}"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "HEAD"))
