"""The PDFs the print tests look at, made once a run in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools.model.edition import Edition
from build_tools.publishing import pdf
from build_tools.writers.print_model import print_models


@dataclass(frozen=True)
class Volume:
    """A PDF with the model it was made from."""

    name: str
    style: str
    path: Path
    model: dict


@pytest.fixture(scope="session")
def models(edition: Edition) -> dict[str, dict]:
    return print_models(edition)


@pytest.fixture(scope="session")
def pdf_folder(models: dict[str, dict], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    for style in pdf.STYLES:
        pdf.typeset(models, style, folder)
    return folder


@pytest.fixture(params=[(name, style) for style in pdf.STYLES for name in ("shuangcheng", "shuangliao", "all-plans")], ids="-".join)
def volume(request: pytest.FixtureRequest, pdf_folder: Path, models: dict[str, dict]) -> Volume:
    """Every volume in every design, in turn."""
    name, style = request.param
    return Volume(name, style, pdf_folder / pdf.file_name(name, style), models[name])
