"""Two editions of a plan: which text of the earlier is which of the next, and what people decided holds in both."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from small_plan import write_plan

from build_tools import pipeline
from build_tools.model.edition import BadInput, Plan
from build_tools.publishing.store import source_of

FIRST = """第一章 发展目标
全县粮食产量保持稳定，农业综合生产能力稳步提升，农民收入持续增长。
工业总产值达到80亿元，新增规模以上企业X家，产业结构更加优化。
牧业产值由40亿元增加到50亿元，增长30%，建成标准化牧场20个。
第二章 民生保障
扩大就业，城镇新增就业1.2万人。办好学校，新建小学3所、初中2所，新增学位4200个。
完善医疗服务体系，县医院创建三级医院，乡镇卫生院全部达标。
建设文化广场6个，改造图书馆1座，群众文化生活更加丰富。
这一段只在上一稿里，说的是后来取消的一个地铁延伸线工程。
"""
SECOND = """第一章 发展目标
全县粮食产量保持稳定，农业综合生产能力稳步提升，农民收入持续增长。
工业总产值达到85亿元，新增规模以上企业38家，产业结构更加优化。
牧业产值由40亿元增加到50亿元，增长30%，建成标准化牧场25个。
第二章 民生保障
建设文化广场6个，改造图书馆1座，群众文化生活更加丰富。
扩大就业，城镇新增就业1.2万人。
办好学校，新建小学3所、初中2所，新增学位4200个。
完善医疗服务体系，县医院创建三级医院，乡镇卫生院全部达标。
发展银发经济，支持社会力量兴办康养机构和老年大学。
"""


def editions(sources: Path, first: str, second: str, **card: str | None) -> Path:
    """A plan whose earlier edition lies beside it."""
    folder = write_plan(sources, "some", second, reader="word_dump", **card)
    earlier = folder / "editions" / "01"
    earlier.mkdir(parents=True, exist_ok=True)
    (earlier / "first.txt").write_text(first, encoding="utf-8")
    (earlier / "edition.yml").write_text(
        "name: 征求意见稿\ndate: 2026-03-01\nfile: first.txt\nreader: word_dump\n", encoding="utf-8"
    )
    return folder


def read(sources: Path, curated: Path) -> Plan:
    curated.mkdir(exist_ok=True)
    return pipeline.read_edition(sources, curated, stop=False).plans[0]


def test_every_text_of_both_editions_has_its_row(tmp_path: Path) -> None:
    """Unchanged, edited with a figure filled in, moved, split, removed and new, each once."""
    editions(tmp_path / "sources", FIRST, SECOND)
    plan = read(tmp_path / "sources", tmp_path / "curated")
    rows = [(row.source.removeprefix("some/"), row.target.removeprefix("some/"), row.kind) for row in plan.moved]
    assert rows == [
        ("01", "01", "same"),
        ("01#1", "01#1", "same"),
        ("01#2", "01#2", "edited"),
        ("01#3", "01#3", "edited"),
        ("02", "02", "same"),
        ("02#1", "02#2", "split"),
        ("02#1", "02#3", "split"),
        ("02#2", "02#4", "same"),
        ("02#3", "02#1", "moved"),
        ("02#4", "", "removed"),
        ("", "02#5", "new"),
    ]
    filled = plan.moved[2]
    assert "企业X家" in filled.before
    assert "企业38家" in filled.after


def test_the_table_is_published_beside_the_document(tmp_path: Path) -> None:
    """plans/<id>/moved.csv; a plan without an earlier edition has none."""
    folder = editions(tmp_path / "sources", FIRST, SECOND)
    (tmp_path / "curated").mkdir()
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
    pipeline.convert([edition], tmp_path / "content")
    text = (tmp_path / "content/data/plans/some/moved.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {"from": "some/02#3", "to": "some/02#1", "kind": "moved", "edition": "01", "before": "", "after": ""} in rows
    for file in (folder / "editions" / "01").iterdir():
        file.unlink()
    (folder / "editions" / "01").rmdir()
    edition = pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
    pipeline.convert([edition], tmp_path / "content")
    assert not (tmp_path / "content/data/plans/some/moved.csv").exists()


def decide(curated: Path, plan: Plan, words: str, state: str) -> str:
    """A person's word on the finding that quotes `words`."""
    found = next(one for one in plan.findings if words in one.quote)
    curated.mkdir(exist_ok=True)
    entry = f"- id: {found.id}\n  plan: some\n  state: {state}\n  reason: 已向牧业局核实\n"
    (curated / "findings.yml").write_text(entry, encoding="utf-8")
    return found.id


def states(plan: Plan, words: str) -> list[tuple[str, str]]:
    return [(one.state, one.reason) for one in plan.findings if words in one.quote]


def test_a_decision_outlasts_an_unrelated_edit_and_a_new_edition(tmp_path: Path) -> None:
    """What was edited elsewhere, or in another clause of the same paragraph, leaves the finding decided."""
    sources, curated = tmp_path / "sources", tmp_path / "curated"
    write_plan(sources, "some", FIRST, reader="word_dump")
    decide(curated, read(sources, curated), "增长30%", "right-as-printed")
    write_plan(
        sources, "some", FIRST.replace("粮食产量", "油料产量").replace("牧场20个", "牧场21个"), reader="word_dump"
    )
    assert states(read(sources, curated), "增长30%") == [("right-as-printed", "已向牧业局核实")]
    editions(sources, FIRST, SECOND)
    plan = read(sources, curated)
    assert states(plan, "增长30%") == [("right-as-printed", "已向牧业局核实")]
    assert plan.carried == ()


REWORDED = SECOND.replace("牧业产值由40亿元增加到50亿元", "全县牧业产值由40亿元增加到50亿元")


@pytest.mark.parametrize(("state", "after"), [("right-as-printed", "right-as-printed"), ("mended", "open")])
def test_a_decision_follows_its_sentence(tmp_path: Path, state: str, after: str) -> None:
    """The sentence was reworded around its figures: the finding has another id; the editions tell which it was. What
    was said to be mended and still stands there is asked again."""
    sources, curated = tmp_path / "sources", tmp_path / "curated"
    write_plan(sources, "some", FIRST, reader="word_dump")
    former = decide(curated, read(sources, curated), "增长30%", state)
    editions(sources, FIRST, REWORDED)
    edition = pipeline.read_edition(sources, curated)
    plan = edition.plans[0]
    found = next(one for one in plan.findings if "增长30%" in one.quote)
    assert found.id != former
    assert found.state == after
    if after == "right-as-printed":
        assert former in found.reason
        assert not [problem for problem in edition.problems if problem.code == "finding-gone"]


def test_another_figure_is_another_finding(tmp_path: Path) -> None:
    """Where the figures changed, nothing is taken over."""
    sources, curated = tmp_path / "sources", tmp_path / "curated"
    write_plan(sources, "some", FIRST, reader="word_dump")
    decide(curated, read(sources, curated), "增长30%", "right-as-printed")
    editions(sources, FIRST, SECOND.replace("增长30%", "增长35%"))
    assert states(read(sources, curated), "增长35%") == [("open", "")]


def test_a_kept_plan_is_not_taken_for_one_with_another_former_edition(tmp_path: Path) -> None:
    """The files of earlier editions are part of the key."""
    folder = editions(tmp_path / "sources", FIRST, SECOND)
    before = source_of(folder)
    (folder / "editions/01/first.txt").write_text(FIRST + "又一段。\n", encoding="utf-8")
    assert source_of(folder) != before


def test_a_slip_in_the_record_of_an_edition_is_told(tmp_path: Path) -> None:
    """File and line of edition.yml: an unknown key, a file that is not there."""
    folder = editions(tmp_path / "sources", FIRST, SECOND)
    record = folder / "editions" / "01" / "edition.yml"
    (tmp_path / "curated").mkdir()
    for words, said in (("nam: x\nname: 一\nfile: first.txt\n", "nam"), ("name: 一\nfile: frist.txt\n", "first.txt")):
        record.write_text(words, encoding="utf-8")
        with pytest.raises(BadInput) as refused:
            pipeline.read_edition(tmp_path / "sources", tmp_path / "curated")
        assert "edition.yml" in str(refused.value)
        assert said in str(refused.value)
