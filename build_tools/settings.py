"""Folder names, nothing else.

A publication is a folder with mkdocs.yml and content/: the one somebody stands in, or names with --root.
What comes with the program lies
beside the package where it is worked on, and inside the package where it was installed from a wheel.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
INSTALLED = (
    PACKAGE / "shipped"
)  # in a wheel (pyproject.toml): overrides, mkdocs.yml, and decisions that hold for any plan
SHIPPED = INSTALLED if INSTALLED.is_dir() else PACKAGE.parent
OVERRIDES = SHIPPED / "overrides"
FRAME = SHIPPED / "mkdocs.yml"  # theme, styles and scripts of every site
HOOKS = PACKAGE / "publishing" / "site" / "hooks.py"
GENERAL = SHIPPED / "content" / "curated"  # topics, phrases and everyday words that hold for any plan
STARTER = PACKAGE / "starter"  # what “new” puts into an empty folder

ROOT = Path.cwd()
CONTENT = ROOT / "content"
SOURCES = CONTENT / "sources"
CURATED = CONTENT / "curated"
MKDOCS = "mkdocs.yml"
LANGUAGE = "zh"
ADDRESS = "SITE_URL"  # the variable that holds the address of the site
WITH_INTERFACE = (
    (PACKAGE.parent, "build_tools/writers/templates/*.j2"),
    (PACKAGE.parent, "build_tools/writers/**/*.py"),
    (PACKAGE.parent, "build_tools/translation/*.py"),
    (PACKAGE.parent, "build_tools/model/*.py"),
    (SHIPPED, "overrides/**/*.html"),
)  # files whose _("…") are shown to readers
CHINESE_ONLY = ("gongwen",)  # designs of print that other languages do not have


def root_of(out: Path) -> Path | None:
    """The publication whose content/ this is; None for any other folder that pages are written into."""
    out = out.resolve()
    return out.parent if out.name == "content" and (out.parent / MKDOCS).is_file() else None


def mkdocs_file_of(out: Path) -> Path:
    """What a publication says of its site; for another --out that of the folder somebody stands in, or the
    program's own."""
    root = root_of(out) or ROOT
    return root / MKDOCS if (root / MKDOCS).is_file() else FRAME
