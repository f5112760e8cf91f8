"""Finds the font files for print. The typesetter gets these files and no others, so that no machine slips in a face of its own.

宋, 黑 and the letters of translations come with packages from requirements.txt, the same bytes everywhere; 仿宋, 楷 and 小标宋 are
taken from the system if it has them. Licences: build_tools/publishing/typst/FONTS.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont

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
BROUGHT_BY = {  # the roles that must be there
    "song": "Run “pip install pylopdf-fonts-zh-cn”, or install Noto CJK (Debian: fonts-noto-cjk).",
    "hei": "Run “pip install pylopdf-fonts-zh-cn”, or install Noto CJK (Debian: fonts-noto-cjk).",
    "serif": "Run “pip install fontpkg-source-serif-4”.",
    "sans": "Run “pip install fontpkg-source-sans-3”.",
}
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
    """Files by role, and the roles for which 宋 has to stand in."""

    files: dict[str, Path]
    replaced: tuple[str, ...]


def find_faces(style: str, extra: Path | None = None, letters: bool = False) -> Faces:
    """The files for a style. `extra`: a folder to look in first; `letters`: there is a translation to print."""
    there = font_files(extra)
    roles = STYLES[style] + (tuple(LETTERS.values()) if letters else ())
    files = {
        role: path for role in roles if (path := next((there[name] for name in FILES[role] if name in there), None))
    }
    for role in roles:
        if role in BROUGHT_BY and role not in files:
            raise BadInput(f"there is no font for {NAMES[role]}. {BROUGHT_BY[role]}")
    return Faces(files, tuple(NAMES[role] for role in roles if role not in files))


def font_files(extra: Path | None) -> dict[str, Path]:
    """Known font files by name; the first folder that has one wins."""
    wanted = {name for names in FILES.values() for name in names}
    found: dict[str, Path] = {}
    for folder in [*([extra] if extra else []), *package_folders(), *(Path(place).expanduser() for place in FOLDERS)]:
        for path in sorted(folder.rglob("*.[ot]t[fc]")) if folder.is_dir() else ():
            if path.name in wanted:
                found.setdefault(path.name, path)
    return found


def package_folders() -> list[Path]:
    found = [spec for package in PACKAGES if (spec := find_spec(package))]
    return [Path(place) for spec in found for place in (spec.submodule_search_locations or [])]


def check_characters(texts: Iterable[str], faces: Faces, letters: bool = False) -> None:
    """Raises BadInput for the first character that 宋 or 黑 (`letters`: with the face before it) cannot print; the other faces have 宋 behind them."""
    texts = list(texts)
    used = {sign for sign in set().union(*texts) if not sign.isspace()}
    for role, before in LETTERS.items():
        known = characters(faces.files[role]) | (characters(faces.files[before]) if letters else set())
        if missing := [sign for sign in sorted(used) if ord(sign) not in known]:
            where = next(text for text in texts if missing[0] in text)
            raise BadInput(
                f"the font {faces.files[role].name} has no “{missing[0]}” (U+{ord(missing[0]):04X}), which stands in “{where[:40]}”. Mend the text, or add a font that has it."
            )


@cache
def characters(path: Path) -> frozenset[int]:
    with TTFont(path, lazy=True, fontNumber=0) as font:
        return frozenset(font.getBestCmap())
