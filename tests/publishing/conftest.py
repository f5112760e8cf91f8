"""The PDFs the print tests look at, made once a run in a temporary folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from once import made_once

from build_tools import settings
from build_tools.model.edition import Edition, Plan
from build_tools.publishing import pdf
from build_tools.writers.print.volume import print_models

CHINESE = ("shuangcheng", "shuangliao", "all-plans")
VOLUMES = [(name, style, "zh") for style in pdf.STYLES for name in CHINESE] + [
    (f"{name}-en", "book", "en") for name in CHINESE
]


@dataclass(frozen=True)
class Volume:
    """A PDF with the model it was made from, and the plans that stand in it."""

    name: str
    style: str
    language: str
    path: Path
    model: dict
    plans: tuple[Plan, ...]


@pytest.fixture(scope="session")
def models(editions: list[Edition]) -> dict[str, dict]:
    """Of a publication that has an address on the web."""
    there = [replace(edition, site=edition.site | {"address": "https://plans.gov.cn/"}) for edition in editions]
    return {name: model for edition in there for name, model in print_models(edition).items()}


@pytest.fixture(scope="session")
def pdf_folder(models: dict[str, dict], tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        pdf.typeset(models, "book", folder)
        for style in settings.CHINESE_ONLY:
            pdf.typeset({name: models[name] for name in CHINESE}, style, folder)

    return made_once(tmp_path_factory, "pdf", make)


@pytest.fixture(params=VOLUMES, ids=lambda found: "-".join(found[:2]))
def volume(
    request: pytest.FixtureRequest, pdf_folder: Path, models: dict[str, dict], editions: list[Edition]
) -> Volume:
    """Every volume in every design and language, in turn."""
    name, style, language = request.param
    edition = next(found for found in editions if found.language == language)
    plans = tuple(plan for plan in edition.plans if name.removesuffix(f"-{language}") in (plan.card.id, "all-plans"))
    return Volume(name, style, language, pdf_folder / pdf.file_name(name, style), models[name], plans)
