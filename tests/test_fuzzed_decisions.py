"""Damaged files of people reach every loader: each is read or refused in one line, none is a traceback."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from build_tools import curation, pipeline, settings
from build_tools.model.edition import BadInput

LOADERS: dict[str, Callable[[Path], object]] = {
    "abstracts.yml": curation.load_abstracts,
    "changes.yml": curation.load_changes,
    "corrections.yml": curation.load_corrections,
    "findings.yml": curation.load_finding_rulings,
    "names.yml": curation.load_changed_names,
    "glossary.yml": curation.load_glossary,
    "indicators.yml": curation.load_indicator_rulings,
    "links.yml": lambda path: curation.load(path.parent),
    "phrases.yml": curation.load_phrases,
    "places.yml": curation.load_places,
    "search.yml": curation.load_search_words,
    "site.yml": curation.load_site,
    "topics.yml": curation.load_topics,
    "plan.yml": lambda path: curation.load_card(path.parent, pipeline.NAMES),
}
SIGNS = (
    ":", "：", "- ", "  ", "\n", "\t", "[", "]", "{", "}", '"', "'", "#", "&a", "*a", "|", ">", "?", "!", "null",
    "2026-02-30", "1e9", "true",
    "~", "", ",", "%", "@", "`", "\x00", "\x07", "\ufeff", "---", "<<: *a",
)  # fmt: skip
INPUTS = 400


def damaged(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(text) + 1)
        text = text[:start] + chance.choice(SIGNS) + text[start + chance.choice((0, 0, 1, 3, 10)) :]
    return text


def refusal_of(load: Callable[[Path], object], path: Path) -> BadInput | None:
    try:
        load(path)
    except BadInput as error:
        return error
    return None


def test_damaged_decisions_are_read_or_refused(tmp_path: Path) -> None:
    """Several hundred slips of a careless hand, always the same; a good part is harmless, so that refusing all is no
    way out."""
    chance = random.Random(7)
    sound = {path.name: path.read_text(encoding="utf-8") for path in settings.CURATED.glob("*.yml")}
    sound["plan.yml"] = next(settings.SOURCES.glob("*/plan.yml")).read_text(encoding="utf-8")
    sound = {name: text[:2000].rpartition("\n")[0] + "\n" for name, text in sound.items()}
    came_of_it: Counter[str] = Counter()
    for number in range(INPUTS):
        folder = tmp_path / f"first{number}"
        folder.mkdir()
        (folder / "plan.txt").write_text("第一章", encoding="utf-8")
        name = chance.choice(list(LOADERS))
        (folder / name).write_text(damaged(sound[name], chance), encoding="utf-8")
        refused = refusal_of(LOADERS[name], folder / name)
        came_of_it["refused" if refused else "read"] += 1
        if refused:
            assert refused.sentence("en").count("\n") == len(refused.refusals) - 1
            assert f"{folder / name}:" in refused.sentence("zh")
    assert came_of_it.total() == INPUTS
    assert came_of_it["read"] >= INPUTS // 10
