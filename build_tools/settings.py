"""Folder names, nothing else."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
SOURCES = CONTENT / "sources"
CURATED = CONTENT / "curated"
BUILD = ROOT / "build"
MKDOCS_FILE = ROOT / "mkdocs.yml"
LANGUAGE = "zh"
