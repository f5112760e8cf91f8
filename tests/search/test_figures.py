"""A figure is found by value, border and unit; other ways to write a word find the same."""

from __future__ import annotations

import pytest
from search.conftest import Worker

from build_tools.writers.pages import search_signs


@pytest.mark.parametrize(
    ("phrase", "unit", "text", "expected"),
    [
        ("20000头", "头", "存栏达到2万头以上", [20000]),
        ("2万头", "头", "存栏12万头、2,000头", [120000, 2000]),
        ("6.5%", "%", "增长65%、16.5%、6.5%", [65, 16.5, 6.5]),
        ("2亿元", "亿元", "投资2.2亿元、12亿元", [2.2e8, 1.2e9]),
    ],
)
def test_amounts_are_read_as_numbers(worker: Worker, phrase: str, unit: str, text: str, expected: list) -> None:
    """万 and 亿 count, digits never run into each other, another unit is another amount."""
    figure = worker.call("p => figureOf(p)", phrase)
    assert figure["unit"] in ("头", "%", "元")
    found = worker.call("([unit, text]) => amountsWith(unit, fold(text)).map(a => a.value)", [figure["unit"], text])
    assert found == pytest.approx(expected)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("六十四万亩", "64万亩"),
        ("两万头", "2万头"),
        ("百分之七十五", "75%"),
        ("百分之75", "75%"),
        ("一百零五个", "105个"),
        ("二百三十万元", "230万元"),
        ("十二点五亿元", "12.5亿元"),
        ("新建 三千二百户", "新建 3200户"),
        ("一村一品", "一村一品"),
        ("千人", "千人"),
        ("三农", "三农"),
    ],
)
def test_amounts_in_numerals_are_amounts(worker: Worker, typed: str, written: str) -> None:
    """Who types an amount in Chinese numerals finds it as the plans print it; names with numerals stay words."""
    assert worker.call("q => asWritten(q, { ...places, all: '' })", typed) == written


@pytest.mark.parametrize("phrase", ["2025年", "第3章", "43", "5g网络", "303国道102国道"])
def test_years_and_names_are_words(worker: Worker, phrase: str) -> None:
    """What is no amount is looked for as it is written."""
    assert worker.call("p => figureOf(p)", phrase) is None


def test_a_figure_that_stands_nowhere_is_not_claimed(worker: Worker) -> None:
    """Only the nearest values are shown, and each says that it is near."""
    found = worker.call("q => find(readQuery(q, places.plans), places).map(r => [r.stage, !!r.near])", "98765.4亿元")
    assert 0 < len(found) <= 6
    assert found == [[2, True]] * len(found)


def test_every_amount_of_the_text_finds_its_section(worker: Worker) -> None:
    """Amounts drawn from the text itself: the passage that holds one is among the hits, whatever the scale it is typed
    in."""
    missing = worker.call(
        """() => {
          const wrong = []
          let tried = 0
          for (const passage of places.passages.filter((p, i) => i % 3 === 0)) {
            const match = passage.folded.match(/(?<![\\d.,])(\\d+(?:\\.\\d+)?)万亩/)
            if (!match) continue
            tried++
            const typed = String(Number((Number(match[1]) * 10000).toFixed(4))) + "亩"
            const hits = find(readQuery(typed, places.plans), places).flatMap(r => r.hits)
            if (!hits.includes(passage)) wrong.push(typed)
          }
          return tried ? wrong : ["nothing was tried"]
        }"""
    )
    assert missing == []


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("營商環境", "营商环境"),
        ("yiliao", "医疗"),
        ("lvyou", "旅游"),
        ("养老", "养老"),
        ("GDP", "GDP"),
        ("xyzzy", "xyzzy"),
    ],
)
def test_other_writings(worker: Worker, typed: str, written: str) -> None:
    """Traditional forms and sounds become words of the text; what is written so already, and what sounds like nothing,
    stays."""
    assert worker.call("t => asWritten(t, places)", typed) == written


def test_signs_of_the_text_only() -> None:
    """The tables hold what the text has, once each, and ü is v."""
    assert search_signs.traditional(["医", "营"]) in ("營营醫医", "醫医營营", "營营醫医毉医")
    assert search_signs.sounds(["医", "疗", "旅"]) == "liao疗 lv旅 yi医"


@pytest.mark.parametrize(
    ("unit", "row", "figures"),
    [
        ("斤", "粮食产能(亿斤)\n40\n2025年43\n1.5%\n约束性", [4e9, 4.3e9]),
        ("亩", "高标准农田\n万亩\n12.5\n[20]", [125000, 200000]),
        ("%", "城镇化率(%)\n61.2\n65以上", [61.2, 65]),
        ("斤", "粮食产能(亿斤)\n\nx\n1.5%", []),
        ("元", "粮食产能(亿斤)\n40\n43", []),
        ("斤", "到2025年粮食产能43亿", []),
    ],
)
def test_a_row_of_a_table_says_its_unit_once(worker, unit: str, row: str, figures: list[float]):
    """In brackets behind the name or in a cell of its own; what has another unit or no figure holds none."""
    assert worker.call(f"row => amountsInRow({unit!r}, row.split(CELL_END)).map(a => a.value)", row) == figures


def test_a_figure_of_a_table_is_found_by_value_and_unit(worker):
    """43 in the column of a row in 亿斤 answers 43亿斤, and is not said to stand nowhere."""
    found = worker.call(
        "q => find(readQuery(q, places.plans), places).map(r => [r.unit.page, Boolean(r.near)])", "43亿斤"
    )
    assert found == [["shuangcheng/01", False]]
