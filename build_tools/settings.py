"""Folder names, nothing else."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
SOURCES = CONTENT / "sources"
CURATED = CONTENT / "curated"
MKDOCS_FILE = ROOT / "mkdocs.yml"
LANGUAGE = "zh"
ADDRESS = "SITE_URL"  # the variable that holds the address of the site
WITH_INTERFACE = (
    "build_tools/writers/templates/*.j2",
    "build_tools/writers/**/*.py",
    "build_tools/translation/*.py",
    "build_tools/model/*.py",
    "overrides/**/*.html",
)  # files whose _("…") are shown to readers
CHINESE_ONLY = ("gongwen",)  # designs of print that other languages do not have
