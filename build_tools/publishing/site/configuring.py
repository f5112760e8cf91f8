"""mkdocs.yml of a publication, which says what the site is called and where it will be,
laid over the frame that comes with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from ...settings import FRAME, HOOKS


def configured(file: Path, **said: Any) -> MkDocsConfig:
    """The configuration of a build; `said`: what the build itself settles. Raises
    ConfigurationError for a file that says nothing."""
    own = read(file)
    if "theme" in own:  # a file that says everything itself, as the program's own does
        return load_config(str(file), hooks=[str(HOOKS)], **said)
    extra = {**read(FRAME).get("extra", {}), **own.pop("extra", {})}
    return load_config(str(FRAME), hooks=[str(HOOKS)], extra=extra, **{**own, **said})


def read(file: Path) -> dict[str, Any]:
    with file.open("rb") as opened:
        said = yaml_load(opened, get_yaml_loader())
    if not isinstance(said, dict):
        raise ConfigurationError(f"{file}: no settings")
    return said
