"""What the wheel takes along of the translations: the words of the program itself, and nothing of any plan."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
LOCALES = "content/curated/locales"


class Translations(BuildHookInterface):  # type: ignore[type-arg] # hatchling leaves the parameter to its own builders
    """Run by hatchling before it packs (pyproject.toml)."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        sys.path.insert(0, str(HERE))
        from build_tools.translation.general import general_text

        self.made = tempfile.TemporaryDirectory()
        for path in sorted((HERE / LOCALES).glob("*.po")):
            target = Path(self.made.name) / path.name
            target.write_text(general_text(path), encoding="utf-8")
            build_data["force_include"][str(target)] = f"build_tools/shipped/{LOCALES}/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        self.made.cleanup()
