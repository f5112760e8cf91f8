"""topics.yml, phrases.yml and links.yml: what is wrong in them is told with file and line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.curation import load
from build_tools.model.edition import BadInput

TOPIC = "- {id: grain, zh: 粮食, en: Grain, definition: 粮食生产, keywords: [粮食], synonyms: [粮食安全]}\n"
LINK = "- from: one/03/01\n  links:\n  - {add: two/03/01, as: same, reason: 同讲粮食}\n"
FILES = {
    "topics.yml": "topics:\n" + TOPIC,
    "phrases.yml": "- {from: 扶贫, to: 帮扶, until: 2025, reason: 改名}\n",
    "links.yml": LINK,
}


@pytest.fixture
def curated(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_good_files_are_read(curated: Path) -> None:
    """Topics, phrases and links come in with their reasons and places."""
    said = load(curated)
    assert [topic.id for topic in said.topics] == ["grain"]
    assert said.links[0].place.endswith("links.yml:3")
    assert said.links[0].reason == "同讲粮食"


def test_no_files_mean_no_decisions(tmp_path: Path) -> None:
    """A folder without them is no error: a new edition begins so."""
    said = load(tmp_path)
    assert not said.topics
    assert not said.links
    assert not said.phrases


BAD = {
    "topic with an unknown key": (
        "topics.yml",
        FILES["topics.yml"].replace("definition", "defintion"),
        "topics.yml:2: unknown key “defintion”",
    ),
    "topic without definition": (
        "topics.yml",
        FILES["topics.yml"].replace("definition: 粮食生产, ", ""),
        "topics.yml:2: “definition” is missing",
    ),
    "keyword of one sign": (
        "topics.yml",
        FILES["topics.yml"].replace("[粮食]", "[粮]"),
        "topics.yml:2: “keywords” must hold lists of words of two signs",
    ),
    "topic twice": ("topics.yml", "topics:\n" + TOPIC * 2, "topics.yml:3: “grain” already stands on line 2"),
    "ruling without reason": (
        "topics.yml",
        FILES["topics.yml"] + "overrules:\n- {section: one/01/01, topics: [grain]}\n",
        "topics.yml:4: “reason” is missing",
    ),
    "ruling with an unknown topic": (
        "topics.yml",
        FILES["topics.yml"] + "overrules:\n- {section: one/01/01, topics: [corn], reason: 因为}\n",
        "topics.yml:4: there is no topic “corn”",
    ),
    "phrase without reason": (
        "phrases.yml",
        "- {from: 扶贫, to: 帮扶, until: 2025}\n",
        "phrases.yml:1: “reason” is missing",
    ),
    "phrase until no year": (
        "phrases.yml",
        "- {from: 扶贫, to: 帮扶, until: 早先, reason: 改名}\n",
        "phrases.yml:1: “until” must be the last year",
    ),
    "link without reason": ("links.yml", LINK.replace(", reason: 同讲粮食", ""), "links.yml:3: “reason” is missing"),
    "link with an unknown key": ("links.yml", LINK.replace("as:", "like:"), "links.yml:3: unknown key “like”"),
    "link with two decisions": (
        "links.yml",
        LINK.replace("as: same", "reject: two/03/02"),
        "links.yml:3: a link needs exactly one of accept, add, reject",
    ),
    "link of no kind": ("links.yml", LINK.replace("as: same, ", ""), "links.yml:3: “as” must say how near the two are"),
    "link to no address": ("links.yml", LINK.replace("two/03/01", "第三章"), "links.yml:3: “第三章” is no address"),
    "link with an unknown topic": (
        "links.yml",
        LINK.replace("as: same", "as: same, topic: corn"),
        "links.yml:3: there is no topic “corn”",
    ),
    "section that says nothing": ("links.yml", "- from: one/03/01\n", "links.yml:1: this entry says nothing"),
    "gap without reason": (
        "links.yml",
        "- from: one/03/01\n  none:\n  - {plan: two}\n",
        "links.yml:3: “reason” is missing",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file_is_refused(curated: Path, case: str) -> None:
    """Each mistake is one line with file, line and what to do."""
    name, text, message = BAD[case]
    (curated / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as refusal:
        load(curated)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_topics_hold_for_any_plan(curated: Path, tmp_path: Path) -> None:
    """A new folder of decisions without topics takes the general ones; links are never taken over."""
    new = tmp_path / "new"
    new.mkdir()
    said = load(new, curated)
    assert [topic.id for topic in said.topics] == ["grain"]
    assert said.phrases
    assert not said.links
