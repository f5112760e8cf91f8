"""Finds the font files for print. The typesetter gets these files and no others, so that no machine slips in a face of its own.

宋 and 黑 come with a package from requirements.txt, the same bytes everywhere; 仿宋, 楷 and 小标宋 are taken from the system if
it has them. Licences: build_tools/publishing/typst/FONTS.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from ..model.edition import BadInput

FILES = {  # role: file names, best first
    "song": ("NotoSerifSC-Regular.otf", "NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf", "SourceHanSerifSC-Regular.otf"),
    "hei": ("NotoSansSC-Regular.otf", "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "SourceHanSansSC-Regular.otf"),
    "fang": ("FandolFang-Regular.otf", "simfang.ttf"),
    "kai": ("FandolKai-Regular.otf", "simkai.ttf"),
    "biaosong": ("FandolSong-Bold.otf",),
}
NAMES = {"song": "宋体", "hei": "黑体", "fang": "仿宋", "kai": "楷体", "biaosong": "小标宋"}
STYLES = {"book": ("song", "hei"), "gongwen": ("song", "hei", "fang", "kai", "biaosong")}
NEEDED = ("song", "hei")
PACKAGE = "pylopdf_fonts_zh_cn"
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


def find_faces(style: str, extra: Path | None = None) -> Faces:
    """The files for a style. `extra`: a folder to look in first."""
    there = font_files(extra)
    files = {role: path for role in STYLES[style] if (path := next((there[name] for name in FILES[role] if name in there), None))}
    for role in NEEDED:
        if role not in files:
            raise BadInput(f"there is no font for {NAMES[role]}. Run “pip install pylopdf-fonts-zh-cn”, or install Noto CJK (Debian: fonts-noto-cjk).")
    return Faces(files, tuple(NAMES[role] for role in STYLES[style] if role not in files))


def font_files(extra: Path | None) -> dict[str, Path]:
    """Known font files by name; the first folder that has one wins."""
    wanted = {name for names in FILES.values() for name in names}
    found: dict[str, Path] = {}
    for folder in [*([extra] if extra else []), *package_folder(), *(Path(place).expanduser() for place in FOLDERS)]:
        for path in sorted(folder.rglob("*.[ot]t[fc]")) if folder.is_dir() else ():
            if path.name in wanted:
                found.setdefault(path.name, path)
    return found


def package_folder() -> list[Path]:
    spec = find_spec(PACKAGE)
    return [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []


def check_characters(texts: list[str], faces: Faces) -> None:
    """Raises BadInput for the first character that 宋 or 黑 cannot print; the other faces have 宋 behind them."""
    for role in NEEDED:
        known = characters(faces.files[role])
        for text in texts:
            for sign in text:
                if ord(sign) not in known and not sign.isspace():
                    raise BadInput(f"the font {faces.files[role].name} has no “{sign}” (U+{ord(sign):04X}), which stands in “{text[:40]}”. Mend the text, or add a font that has it.")


def characters(path: Path) -> set[int]:
    font = TTCollection(path, lazy=True).fonts[0] if path.suffix == ".ttc" else TTFont(path, lazy=True)
    return set(font.getBestCmap())
