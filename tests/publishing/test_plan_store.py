"""Plans kept between runs: found again as long as nothing they depend on changes, and only then."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.publishing import plan_store
from build_tools.publishing.plan_store import PlanStore

TEXT = "第一章 总则\n到2030年，建设高标准农田2万亩。\n第二章 保障\n加强领导。\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little program with a stage, a word list and a writer."""
    folder = tmp_path / "package"
    for name in ("plan_reading.py", "outline/boxes.py", "chinese/words/verbs.yml", "writers/pages/home.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("one\n", encoding="utf-8")
    monkeypatch.setattr(plan_store, "PACKAGE", folder)
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "curated" / "locales").mkdir(parents=True)
    (tmp_path / "curated" / "corrections.yml").write_text("[]\n", encoding="utf-8")
    (tmp_path / "curated" / "locales" / "en.po").write_text("", encoding="utf-8")
    return write_plan(tmp_path / "sources", "some", TEXT).parent


def key(tmp_path: Path) -> str:
    return PlanStore(tmp_path / "store", tmp_path / "curated").key(tmp_path / "sources" / "some")


@pytest.mark.parametrize(
    ("changed", "anew"),
    [
        ("package/plan_reading.py", True),
        ("package/outline/boxes.py", True),
        ("package/chinese/words/verbs.yml", True),
        ("package/writers/pages/home.py", False),
        ("curated/corrections.yml", True),
        ("curated/locales/en.po", False),
        ("sources/some/plan.yml", True),
        ("sources/some/plan.txt", True),
    ],
)
def test_what_a_plan_is_read_anew_for(tmp_path: Path, package: Path, sources: Path, changed: str, anew: bool) -> None:
    """Its files, people's decisions, code and words of the stages; not for an edit in a writer or in a translation."""
    before = key(tmp_path)
    file = tmp_path / changed
    file.write_text((file.read_text(encoding="utf-8") if file.exists() else "") + "\n# two\n", encoding="utf-8")
    assert (key(tmp_path) != before) is anew


def test_a_file_more_is_a_change(tmp_path: Path, package: Path, sources: Path) -> None:
    """A file laid beside the source, a decision or a stage is seen like an edit; names and contents do not run
    together."""
    seen = {key(tmp_path)}
    for name in ("sources/some/more.txt", "curated/places.yml", "package/readers/new.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("more", encoding="utf-8")
        seen.add(key(tmp_path))
    assert len(seen) == 4


def read(sources: Path, store: PlanStore | None) -> object:
    return pipeline.read_edition(sources, sources.parent / "curated", stop=False, store=store)


def test_the_same_with_store_empty_full_and_without(tmp_path: Path, sources: Path) -> None:
    """A plan from the store is the plan as read."""
    store = PlanStore(tmp_path / "store", tmp_path / "curated")
    without, empty = read(sources, None), read(sources, store)
    assert len(list((tmp_path / "store").iterdir())) == 1
    assert without == empty == read(sources, store)


@pytest.mark.parametrize("kept", [b"", b"no pickle", pickle.dumps("no plan")])
def test_a_spoilt_store_is_no_trouble(tmp_path: Path, sources: Path, kept: bytes) -> None:
    """What cannot be read any more is read from its source, and kept anew."""
    store = PlanStore(tmp_path / "store", tmp_path / "curated")
    whole = read(sources, store)
    (file,) = (tmp_path / "store").iterdir()
    file.write_bytes(kept)
    assert read(sources, store) == whole
    assert file.read_bytes() != kept


def test_a_store_that_cannot_be_written(tmp_path: Path, sources: Path) -> None:
    """A file where the folder should be: the plan is read, and nothing is kept."""
    (tmp_path / "store").write_text("", encoding="utf-8")
    assert read(sources, PlanStore(tmp_path / "store", tmp_path / "curated")) == read(sources, None)


def test_the_store_is_bounded(tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan not used for longest goes first."""
    monkeypatch.setattr(plan_store, "MOST", 2)
    store = PlanStore(tmp_path / "store", tmp_path / "curated")
    plan = read(sources, None).plans[0]
    for name in ("a", "b", "c"):
        store.put(name, plan)
    assert len(list((tmp_path / "store").iterdir())) == 2
    assert store.get("c") == plan
