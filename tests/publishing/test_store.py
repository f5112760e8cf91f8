"""Results of stages kept between runs: found again as long as nothing they depend on changes, and only then."""

from __future__ import annotations

import ast
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline, plan_reading
from build_tools.processes import Here
from build_tools.publishing import pdf
from build_tools.publishing import store as stored
from build_tools.publishing.fonts import Faces
from build_tools.publishing.store import CODE, Store, source_of

TEXT = "第一章 总则\n到2030年，建设高标准农田2万亩。\n第二章 保障\n加强领导。\n"
OTHER = "第一章 总则\n到2030年，建设海水养殖基地3万亩。\n"
PO = """\
msgid ""
msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

msgctxt "some/02#1"
msgid "强化领导。"
msgstr "%s"
"""
CORRECTION = "- {id: %s, plan: %s, context: %s, wrong: %s, right: %s, times: 1, reason: %s}\n"
STAGES = ("read_plan", "compared", "translated", "write_data", "write_pages")
PROGRAM = {  # a module, a word list, a template of each kind, and the stages that must not forget them
    "plan_reading.py": {"plan"},
    "pipeline.py": {"compared", "translated", "data", "pages"},
    "model/text.py": set(CODE),
    "outline/boxes.py": set(CODE) - {"volume"},
    "chinese/words/verbs.yml": set(CODE) - {"volume"},
    "languages/en/units.yml": set(CODE) - {"volume"},
    "translation/plans.py": {"translated"},
    "writers/pages/home.py": {"data", "pages"},
    "writers/templates/home.md.j2": {"data", "pages"},
    "publishing/fonts.py": {"volume"},
    "publishing/typst/book.typ": {"volume"},
    "publishing/preview.py": set(),
}
AROUND = {  # modules that share out work and lay files in their places
    "__init__.py",
    "processes.py",
    *(f"publishing/{name}.py" for name in ("__init__", "store", "exchange", "one_run")),
}


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A little program."""
    folder = tmp_path / "package"
    for name in PROGRAM:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("one\n", encoding="utf-8")
    monkeypatch.setattr(stored, "PACKAGE", folder)
    return folder


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Two plans, a correction and a ruling of each, a translation."""
    curated = tmp_path / "curated"
    (curated / "locales").mkdir(parents=True)
    (curated / "locales" / "en.po").write_text(PO % "Lead better.", encoding="utf-8")
    corrections = (("c1", "some", "加强领导", "加强", "强化", "甲"), ("c2", "other", "养殖基地", "养殖", "养植", "乙"))
    (curated / "corrections.yml").write_text("".join(CORRECTION % words for words in corrections), encoding="utf-8")
    (curated / "changes.yml").write_text("- {date: 2026-01-01, what: 首次发布, reason: 新}\n", encoding="utf-8")
    write_plan(tmp_path / "sources", "some", TEXT)
    write_plan(tmp_path / "sources", "other", OTHER, name="海县", order="2")
    return tmp_path / "sources"


def changed_in(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def converted(sources: Path, out: Path, store: Store | None) -> dict[str, bytes]:
    """All that is written from these sources, and the decisions beside them."""
    edition = pipeline.read_edition(sources, sources.parent / "curated", stop=False, store=store)
    out.mkdir(exist_ok=True)
    editions = pipeline.editions_of(edition, sources.parent / "curated", store)
    pipeline.convert(editions, out, store=store)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


@pytest.fixture
def worked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stages that were not found in the store, in order; a plan by its folder, a page by its language."""
    seen: list[str] = []

    def told(name: str, stage: Callable[..., object]) -> Callable[..., object]:
        def run(*given: object) -> object:
            of = {"read_plan": lambda: given[0].name, "write_pages": lambda: given[0].language}.get(name, lambda: "")
            seen.append(f"{name} {of()}".strip())
            return stage(*given)

        return run

    monkeypatch.setattr(plan_reading, "workers", lambda tasks: Here())
    for name in STAGES:
        module = plan_reading if name == "read_plan" else pipeline
        monkeypatch.setattr(module, name, told(name, getattr(module, name)))
    return seen


@pytest.mark.parametrize("name", PROGRAM)
def test_a_stage_is_run_anew_for_its_code(tmp_path: Path, package: Path, name: str) -> None:
    """A module, a word list, a template that a stage uses changes its keys, and no others."""
    before = {stage: Store(tmp_path / "store").key(stage, "given") for stage in CODE}
    changed_in(package / name, "one", "two")
    after = {stage: Store(tmp_path / "store").key(stage, "given") for stage in CODE}
    assert {stage for stage in CODE if before[stage] != after[stage]} == PROGRAM[name]


def imports(module: Path) -> set[Path]:
    """Modules of ours that a module imports, and packages on the way to them."""
    found: set[Path] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = module.parents[node.level - 1]
            base = base.joinpath(*(node.module or "").split(".")) if node.module else base
            for place in (base, *(base / alias.name for alias in node.names)):
                found |= {file for file in (place.with_suffix(".py"), place / "__init__.py") if file.is_file()}
    return found


@pytest.mark.parametrize(
    ("stage", "begin"),
    [
        ("plan", "plan_reading.py"),
        ("compared", "analyses/__init__.py"),
        ("translated", "translation/__init__.py"),
        ("data", "writers/__init__.py"),
        ("pages", "writers/__init__.py"),
        ("volume", "publishing/pdf.py"),
    ],
)
def test_the_key_of_a_stage_knows_all_that_it_imports(stage: str, begin: str) -> None:
    """Every module that is reached from where a stage begins is in its key, but what only keeps and shares out work."""
    reached, waiting = set(), {stored.PACKAGE / begin}
    while waiting:
        module = waiting.pop()
        reached.add(module)
        waiting |= imports(module) - reached
    names = {module.relative_to(stored.PACKAGE).as_posix() for module in reached}
    known = {name for name, _ in stored.code_of(stage)}
    assert names - known <= AROUND


@pytest.mark.parametrize(
    ("file", "before", "after", "anew"),
    [
        ("sources/some/plan.txt", "2万亩", "4万亩", ["read_plan some", "compared", "translated"]),
        ("sources/some/plan.yml", "draft", "adopted", ["read_plan some", "compared", "translated"]),
        ("curated/corrections.yml", "乙", "丙", ["read_plan other", "compared", "translated"]),
        ("curated/changes.yml", "首次", "再次", ["translated"]),
        ("curated/locales/en.po", "better", "well", ["translated"]),
        ("curated/corrections.yml", "甲", "甲", []),
    ],
)
def test_an_edit_runs_what_it_concerns(
    tmp_path: Path, sources: Path, worked: list[str], file: str, before: str, after: str, anew: list[str]
) -> None:
    """Of a plan its own reading; not its reading where a decision is no matter of it; of a translation its language."""
    store = Store(tmp_path / "store")
    converted(sources, tmp_path / "out", store)
    worked.clear()
    changed_in(tmp_path / file, before, after)
    files = converted(sources, tmp_path / "out", store)
    written = {"curated/locales/en.po": ["write_data", "write_pages en"]}.get(
        file, ["write_data", "write_pages zh", "write_pages en"] if anew else []
    )
    assert worked == anew + written
    assert files == converted(sources, tmp_path / "without", None)


def test_the_same_with_store_empty_full_and_without(tmp_path: Path, sources: Path) -> None:
    """What is written from the store is what is written without it, to the byte."""
    store = Store(tmp_path / "store")
    without = converted(sources, tmp_path / "a", None)
    assert without == converted(sources, tmp_path / "b", store) == converted(sources, tmp_path / "c", store)
    assert "pages/en/some/02.md" in without
    assert len(list((tmp_path / "store").iterdir())) == 7  # two plans, the pair, the translation, data, two languages


@pytest.mark.parametrize("spoilt", [b"", b"no pickle", pickle.dumps("no result"), pickle.dumps({"other": 1})])
def test_a_spoilt_store_is_no_trouble(tmp_path: Path, sources: Path, spoilt: bytes) -> None:
    """What cannot be read any more is made anew, and kept anew."""
    store = Store(tmp_path / "store")
    whole = converted(sources, tmp_path / "a", store)
    files = sorted((tmp_path / "store").iterdir())
    for file in files:
        file.write_bytes(spoilt)
    assert converted(sources, tmp_path / "b", store) == whole
    assert sorted((tmp_path / "store").iterdir()) == files
    assert all(file.read_bytes() != spoilt for file in files)


def test_a_store_that_cannot_be_written(tmp_path: Path, sources: Path) -> None:
    """A file where the folder should be: all is made, and nothing is kept."""
    (tmp_path / "store").write_text("", encoding="utf-8")
    assert converted(sources, tmp_path / "a", Store(tmp_path / "store")) == converted(sources, tmp_path / "b", None)


def test_the_store_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The result not used for longest goes first."""
    monkeypatch.setattr(stored, "MOST", 3000)
    store = Store(tmp_path / "store")
    for name in ("a", "b", "c", "d"):
        store.put(name, name * 1000)
    assert sorted(file.name for file in (tmp_path / "store").iterdir()) == ["c", "d"]
    assert store.get("d") == "d" * 1000


def test_a_volume_is_set_again_for_its_model_and_its_faces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A volume whose model, design and faces are those of a former run is taken from there; one whose font was
    exchanged, or laid beside, is not."""
    (tmp_path / "fonts").mkdir()
    face = tmp_path / "fonts" / "song.ttf"
    face.write_bytes(b"one")
    faces = Faces({"song": face}, ())
    monkeypatch.setattr(pdf, "typesetters", Here)
    done: list[str] = []

    def printed(style: str = "book", title: str = "甲") -> list[str]:
        models = {"a": {"nodes": [], "title": title}, "b": {"nodes": [], "title": "乙"}}
        monkeypatch.setattr(pdf, "set_pages", lambda model, *_: done.append(model["title"]) or model["title"].encode())
        done.clear()
        made, failed = pdf.set_all(models, style, faces, Store(tmp_path / "store"))
        assert ({name: data.decode() for name, data in made.items()}, failed) == ({"a": title, "b": "乙"}, {})
        return done

    assert printed() == ["甲", "乙"]
    assert printed() == []
    assert printed(title="丙") == ["丙"]
    assert printed(style="gongwen") == ["甲", "乙"]
    face.write_bytes(b"another")
    assert printed() == ["甲", "乙"]
    (tmp_path / "fonts" / "hei.ttf").write_bytes(b"more")
    assert printed() == ["甲", "乙"]
    assert printed() == []


def test_a_file_more_is_a_change(tmp_path: Path, package: Path, sources: Path) -> None:
    """A file laid beside a source or a stage is seen like an edit; names and contents do not run together."""
    assert len({stored.fingerprint([("a", b"bc")]), stored.fingerprint([("ab", b"c")])}) == 2
    before = source_of(sources / "some"), Store(tmp_path).key("plan")
    for name in ("sources/some/more.txt", "package/readers/new.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("more", encoding="utf-8")
    after = source_of(sources / "some"), Store(tmp_path).key("plan")
    assert all(old != new for old, new in zip(before, after, strict=True))


def test_a_plan_sees_only_the_decisions_that_concern_it(sources: Path) -> None:
    """What a stage is not given cannot change what it makes: corrections of other plans, topics, words of the site."""
    decisions = pipeline.load_decisions(sources.parent / "curated")
    mine = decisions.for_reading("some")
    assert [one.id for one in mine.corrections] == ["c1"]
    assert (mine.topics, mine.site, mine.changes) == ((), {}, ())
    assert decisions.topics == decisions.for_comparing().topics != ()
    assert decisions.for_comparing().corrections == ()
