"""What lies in content/curated: a misspelt name would be a decision that nobody carries out."""

from __future__ import annotations

import re
from pathlib import Path

from ..model.edition import BadInput
from ..model.refusals import meant

FILES = (
    "abstracts.yml",
    "changes.yml",
    "corrections.yml",
    "findings.yml",
    "glossary.yml",
    "indicators.yml",
    "links.yml",
    "names.yml",
    "phrases.yml",
    "places.yml",
    "projects.yml",
    "search.yml",
    "site.yml",
    "topics.yml",
)  # a new file of decisions is named here
FOLDERS = ("locales",)
NOT_READ = (".md", ".txt")
LEFT = re.compile(r"\.|~\$|(?:thumbs\.db|desktop\.ini)$", re.IGNORECASE)
LANGUAGE = re.compile(r"[a-z]{2,3}(?:[_-][A-Z][A-Za-z]{1,3})*(?:@[a-z]+)?")


def left_by_a_program(name: str) -> bool:
    """.DS_Store, Thumbs.db, ~$links.docx: what systems and Office leave beside people's files"""
    return bool(LEFT.match(name))


def check_folder(curated: Path, asked_for: bool = False) -> None:
    """Raises BadInput for the first name that nothing here reads. `asked_for`: somebody named the folder, so it has to
    be there."""
    if not curated.is_dir():
        if curated.exists():
            raise BadInput("curated-no-folder", place=str(curated))
        beside = [f.name for f in curated.parent.iterdir() if f.is_dir()] if curated.parent.is_dir() else []
        nearest = meant(curated.name, beside, 0.75)
        if asked_for or nearest.word:
            raise BadInput("curated-missing", nearest, place=str(curated))
        return
    inside = curated.resolve()
    for path in sorted((*curated.iterdir(), *(curated / "locales").glob("*.po"))):
        if not path.resolve().is_relative_to(inside):
            raise BadInput("link-elsewhere", place=str(path))
    for path in sorted(curated.iterdir()):
        known = FOLDERS if path.is_dir() else FILES
        if path.name in (*FILES, *FOLDERS) and not (path.is_file() if path.name in FILES else path.is_dir()):
            raise BadInput("curated-kind", place=str(path))
        if path.name not in known and not not_read(path, FILES):
            raise BadInput("curated-name", meant(path.name, (*FILES, *FOLDERS)), ", ".join(known), place=str(path))
    for path in sorted((curated / "locales").glob("*")):
        if path.suffix == ".po":
            check_locale(path.stem, path)
        elif path.is_dir() or Path(path.stem).suffix == ".po":  # en.po.txt, fr/LC_MESSAGES
            raise BadInput("locale-name", place=str(path))


def not_read(path: Path, names: tuple[str, ...]) -> bool:
    """Notes of people and what programs leave; but links.yml.txt is a file of decisions with an ending nobody sees."""
    return left_by_a_program(path.name) or (path.suffix in NOT_READ and path.stem not in names)


def check_locale(language: str, path: Path) -> None:
    """A translation is called like its language, and that is not the one of the plans."""
    if not LANGUAGE.fullmatch(language) or language.lower() in ("zh", "zh_cn"):
        raise BadInput("locale-name", place=str(path))
