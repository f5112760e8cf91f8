"""The dated list of changed names: held to its keys, and only what changed before a plan begins is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_plan import read_folder, write_plan

from build_tools import settings
from build_tools.curation import load, load_changed_names
from build_tools.model.edition import BadInput

TEXT = "第一章 任务\n由县环境保护局负责监测，县生态环境局配合。\n第二章 保障\n加强组织领导，狠抓落实。"


def test_every_name_says_since_when_and_where_that_stands() -> None:
    names = load_changed_names(settings.CURATED / "names.yml")
    assert len(names) > 40
    assert all(name.since[:2] in ("19", "20") and name.source and name.old != name.new for name in names)


def test_a_folder_without_the_list_uses_the_general_one(tmp_path: Path) -> None:
    assert load(tmp_path, settings.CURATED).names == load(settings.CURATED).names != ()
    assert load(tmp_path).names == ()


@pytest.mark.parametrize(("period", "found"), [("[2026, 2030]", 1), ("[2016, 2020]", 0)])
def test_an_old_name_is_told_only_in_a_plan_that_begins_after_the_change(
    tmp_path: Path, period: str, found: int
) -> None:
    """县环境保护局 became 县生态环境局 in 2018: right in a plan of 2016, outdated in one of 2026."""
    write_plan(tmp_path, "some", TEXT, reader="word_dump", period=period)
    said = [finding.values[0] for finding in read_folder(tmp_path / "some").findings]
    assert said == ["环境保护局"] * found


@pytest.mark.parametrize(
    "wrong",
    [
        "- {old: 甲局, new: 乙局, since: 去年, kind: body, source: 某文}\n",
        "- {old: 甲局, new: 乙局, since: 2018-03, kind: office, source: 某文}\n",
        "- {old: 甲局, new: 乙局, since: 2018-03, kind: body}\n",
        "- {old: 甲局, new: 乙局, since: 2018-03, kind: body, source: 某文, certain: maybe}\n",
    ],
    ids=["since", "kind", "no source", "certain"],
)
def test_an_entry_that_says_nothing_clear_is_refused_with_its_line(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "names.yml").write_text(wrong, encoding="utf-8")
    with pytest.raises(BadInput, match=r"names\.yml:\d: "):
        load_changed_names(tmp_path / "names.yml")
