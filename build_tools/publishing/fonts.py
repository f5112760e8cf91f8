"""Finds the font files for print. The typesetter gets these files and no others, so that no machine slips in a face of
its own.

宋, 黑 and the letters of translations come with packages from requirements.txt, the same bytes everywhere; 仿宋, 楷 and 小标宋
are taken from the system if it has them. Licences: build_tools/publishing/typst/FONTS.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from ..model.edition import BadInput

FILES = {  # role: file names, best first
    "song": (
        "NotoSerifSC-Regular.otf",
        "NotoSerifCJK-Regular.ttc",
        "NotoSerifCJKsc-Regular.otf",
        "SourceHanSerifSC-Regular.otf",
    ),
    "hei": (
        "NotoSansSC-Regular.otf",
        "NotoSansCJK-Regular.ttc",
        "NotoSansCJKsc-Regular.otf",
        "SourceHanSansSC-Regular.otf",
    ),
    "fang": ("FandolFang-Regular.otf", "simfang.ttf"),
    "kai": ("FandolKai-Regular.otf", "simkai.ttf"),
    "biaosong": ("FandolSong-Bold.otf",),
    "serif": ("SourceSerif4[opsz,wght].ttf",),
    "sans": ("SourceSans3[wght].ttf",),
}
NAMES = {
    "song": "宋体",
    "hei": "黑体",
    "fang": "仿宋",
    "kai": "楷体",
    "biaosong": "小标宋",
    "serif": "Latin text (Source Serif)",
    "sans": "Latin headings (Source Sans)",
}
STYLES = {"book": ("song", "hei"), "gongwen": ("song", "hei", "fang", "kai", "biaosong")}
LETTERS = {"song": "serif", "hei": "sans"}  # what prints the letters of a translation, before the Chinese face
OFFICIAL = "gongwen"  # the style that bears its name only in the faces of official documents
PLAIN = "a4"  # what it is called where others stand in
BROUGHT_BY = {  # the roles that must be there, and the package that has them
    "song": "pylopdf-fonts-zh-cn",
    "hei": "pylopdf-fonts-zh-cn",
    "serif": "fontpkg-source-serif-4",
    "sans": "fontpkg-source-sans-3",
}
FOR_RARE_SIGNS = (  # rare place names, then signs; what a system has of them
    "BabelStoneHan.ttf", "HanaMinA.ttf", "HanaMinB.ttf", "Jigmo2.ttf", "Jigmo3.ttf", "PlangothicP1-Regular.ttf",
    "PlangothicP2-Regular.ttf",
    "simsunb.ttf", "NotoSansSymbols-Regular.ttf", "NotoSansSymbols2-Regular.ttf", "Symbola.ttf", "Symbola_hint.ttf",
    "DejaVuSans.ttf",
)  # fmt: skip
NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp", "name")  # tables without which no typesetter takes a face
FONT_FILES = "*.[ot]t[fc]"
PACKAGES = ("pylopdf_fonts_zh_cn", "fontpkg_source_serif_4", "fontpkg_source_sans_3")
FOLDERS = (
    "~/.local/share/fonts",
    "~/.fonts",
    "~/Library/Fonts",
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)


@dataclass(frozen=True)
class Faces:
    """Files by role, and the roles for which 宋 has to stand in. `behind`: what prints signs that 宋 and 黑 lack;
    `missing`: what none has."""

    files: dict[str, Path]
    replaced: tuple[str, ...]
    behind: tuple[Path, ...] = ()
    missing: frozenset[str] = frozenset()


def called(style: str, replaced: tuple[str, ...]) -> str:
    """What a file in that style is called: nothing that is set in other faces is an official document."""
    return PLAIN if style == OFFICIAL and replaced else style


def as_installed(faces: Faces) -> str:
    """The faces, and all that the typesetter finds in their folders: names, sizes, times."""
    folders = sorted({path.parent for path in (*faces.files.values(), *faces.behind)})
    there = [(file, file.stat()) for folder in folders for file in sorted(folder.iterdir()) if file.is_file()]
    chosen = sorted(faces.files.items()), faces.replaced, faces.behind, sorted(faces.missing)
    return repr([chosen, *((str(file), known.st_size, known.st_mtime_ns) for file, known in there)])


def find_faces(style: str, extra: Path | None = None, letters: bool = False) -> Faces:
    """The files for a style. `extra`: a folder to look in first; `letters`: there is a translation to print."""
    there = font_files(extra)
    roles = STYLES[style] + (tuple(LETTERS.values()) if letters else ())
    files = {
        role: path for role in roles if (path := next((there[name] for name in FILES[role] if name in there), None))
    }
    for role in roles:
        if role in BROUGHT_BY and role not in files:
            raise BadInput("no-font", NAMES[role], BROUGHT_BY[role])
    return Faces(files, tuple(NAMES[role] for role in roles if role not in files))


def font_files(extra: Path | None) -> dict[str, Path]:
    """Known font files by name; the first folder that has one wins."""
    wanted = {name for names in FILES.values() for name in names} | {*FOR_RARE_SIGNS}
    found: dict[str, Path] = {}
    for folder in [*([extra] if extra else []), *package_folders(), *(Path(place).expanduser() for place in FOLDERS)]:
        for path in sorted(folder.rglob(FONT_FILES)) if folder.is_dir() else ():
            if path.name in wanted:
                found.setdefault(path.name, path)
    return found


def package_folders() -> list[Path]:
    found = [spec for package in PACKAGES if (spec := find_spec(package))]
    return [Path(place) for spec in found for place in (spec.submodule_search_locations or [])]


def with_stand_ins(faces: Faces, signs: set[str], extra: Path | None = None) -> Faces:
    """With the faces that print what 宋 or 黑 lacks, and the signs that none of them has. Most texts need neither.

    ₂ stands in Source Serif, so that goes behind; 𬖋 may stand in a face in `extra`, or on the system; if in none, it is
    missing.
    """
    lacking = signs - {sign for sign in signs if all(ord(sign) in characters(faces.files[role]) for role in LETTERS)}
    behind: list[Path] = []
    for path in possible(faces, extra) if lacking else ():
        if found := {sign for sign in lacking if ord(sign) in characters(path)}:
            behind.append(path)
            lacking -= found
    return replace(faces, behind=tuple(behind), missing=frozenset(lacking))


def possible(faces: Faces, extra: Path | None) -> Iterator[Path]:
    """Faces to look in, best first: all that the user gives, ours, then those that many systems have for rare signs."""
    if extra and extra.is_dir():
        yield from (path for path in sorted(extra.rglob(FONT_FILES)) if is_usable(path))
    there = font_files(None)
    yield from (faces.files[role] for role in LETTERS)
    wanted = (*(name for role in LETTERS.values() for name in FILES[role]), *FOR_RARE_SIGNS)
    yield from (there[name] for name in wanted if name in there)


def is_usable(path: Path) -> bool:
    """A file with all that a face needs; what a user's folder holds besides is passed over."""
    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            return all(table in font for table in NEEDED) and bool(font.getBestCmap())
    except (TTLibError, OSError):
        return False


@cache
def characters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap())
