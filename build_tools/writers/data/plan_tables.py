"""The tables that are read off the plans themselves: indicators, open figures, corrections, doubts, translations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from ...model.address import Address
from ...model.edition import Edition, Plan
from ...model.outline import Block, Unit
from ...model.problems import wording
from ...model.text import line_starts
from ...model.translation import _
from ...model.walks import corrections_in
from .published import Row, Table

INDICATORS = Table(
    "indicators",
    _("官方指标表，一行一个指标，数值照录，空格即原文为空"),
    (
        ("plan", "string", _("规划")),
        ("no", "string", _("序号")),
        ("category", "string", _("类别")),
        ("name", "string", _("指标名称")),
        ("unit", "string", _("单位")),
        ("breakdown", "string", _("分项，如城镇、农村")),
        ("baseline_year", "year", _("基期年份")),
        ("baseline", "string", _("基期值，照录")),
        ("target_year", "year", _("目标年份")),
        ("target", "string", _("目标值，照录")),
        ("annual_growth", "string", _("年均增长或累计，照录")),
        ("attribute", "string", _("预期性或约束性")),
        ("cumulative", "boolean", _("带 [ ] 的累计数")),
        ("source_line", "integer", _("原文本行号")),
        ("name_en", "string", _("英文名称（尚未翻译则为空）")),
        ("address", "string", _("所在表格的地址")),
        ("id", "string", _("这一行的编号：由名称和单位算出，不随序号变")),
        ("group", "string", _("指标的编号：分项（城镇、农村）各行相同")),
        ("table", "string", _("所在表格的地址")),
        ("area", "string", _("数值所指的范围，如全市、城区；表中不分则为空")),
        ("baseline_value", "string", _("基期值，只取数字")),
        ("target_value", "string", _("目标值，只取数字")),
        ("comparator", "string", _("目标值前后的限定：>= <= > < ≈ =")),
        ("interim", "string", _("其他年份的数值，照录")),
    ),
)
PLACEHOLDERS = Table(
    "placeholders",
    _("草案中待填的数字（X），一行一处"),
    (
        ("plan", "string", _("规划")),
        ("address", "string", _("段落地址")),
        ("chapter", "string", _("章")),
        ("line", "integer", _("原文本行号")),
        ("quote", "string", _("前后文")),
        ("unit", "string", _("单位")),
        ("stands_for", "string", _("待填的是什么（程序推断）")),
        ("kind", "string", _("类型：figure 数字，blank 文字，cell 表格单元格")),
    ),
)
CORRECTIONS = Table(
    "corrections",
    _("识别错误的改正，一行一处"),
    (
        ("id", "string", _("编号")),
        ("plan", "string", _("规划")),
        ("address", "string", _("地址")),
        ("line", "integer", _("原文本行号")),
        ("before", "string", _("原识别文字")),
        ("after", "string", _("改正为")),
        ("reason", "string", _("理由")),
    ),
)
TRANSLATIONS = Table(
    "translations",
    _("译文，一行一段（非官方，仅供参考）"),
    (
        ("plan", "string", _("规划")),
        ("address", "string", _("标题或段落的地址")),
        ("language", "string", _("语言")),
        ("text", "string", _("译文")),
        ("state", "string", _("translated 已翻译，reviewed 已校对，fuzzy 按原文的旧版翻译")),
    ),
)
PROBLEMS = Table(
    "problems",
    _("转换中需要人工核对之处，一行一处"),
    (
        ("plan", "string", _("规划")),
        ("severity", "string", _("warning 请核对；note 仅供知悉")),
        ("code", "string", _("种类")),
        ("line", "integer", _("原文本行号")),
        ("what", "string", _("情况")),
        ("advice", "string", _("建议")),
        ("id", "string", _("编号，由种类和所引文字得出，文字不变则不变")),
    ),
)


def translation_table(translated: Sequence[Edition]) -> tuple[Table, list[Row]]:
    return TRANSLATIONS, [row for other in translated for row in translation_rows(other)]


def translation_rows(edition: Edition) -> Iterator[Row]:
    """Every heading, paragraph, box and note of the plans that has a translation; tables are in documents of their
    own."""
    for plan in edition.plans:
        parts: list[Unit | Block] = [*plan.units, *plan.blocks]
        for part in parts:
            state = edition.states.get(part.address, "missing")
            words = part.title.string if isinstance(part, Unit) else part.text.string
            if state != "missing" and words:
                yield plan.card.id, part.address, edition.language, words, state


def chapter_names(plan: Plan) -> dict[str, str]:
    """plan/03 → 第三章, or the title where the chapter has no number"""
    return {unit.address: unit.number.string or unit.title.string for unit in plan.units}


def indicator_table(edition: Edition, english: Mapping[str, str]) -> tuple[Table, list[Row]]:
    return INDICATORS, INDICATORS.rows(
        (indicator for plan in edition.plans for indicator in plan.indicators),
        {
            "cumulative": lambda indicator: str(indicator.cumulative).lower(),
            "name_en": lambda indicator: english.get(indicator.key, ""),
            "table": lambda indicator: indicator.address,
        },
    )


def placeholder_table(edition: Edition) -> tuple[Table, list[Row]]:
    chapters = {address: name for plan in edition.plans for address, name in chapter_names(plan).items()}
    return PLACEHOLDERS, PLACEHOLDERS.rows(
        (figure for plan in edition.plans for figure in plan.placeholders),
        {"chapter": lambda figure: chapters[Address(figure.address).chapter]},
    )


def correction_table(edition: Edition) -> tuple[Table, list[Row]]:
    return CORRECTIONS, [row for plan in edition.plans for row in correction_rows(plan)]


def correction_rows(plan: Plan) -> list[Row]:
    starts = line_starts(plan.source)
    places = {id: block.address for block in plan.blocks for id in corrections_in(plan, block)}
    return CORRECTIONS.rows(
        plan.changes,
        {
            "plan": lambda change: plan.card.id,
            "address": lambda change: places.get(change.id, ""),
            "line": lambda change: bisect_right(starts, change.start),
        },
    )


def problem_table(edition: Edition) -> tuple[Table, list[Row]]:
    return PROBLEMS, [row for plan in edition.plans for row in problem_rows(plan, edition.language)]


def problem_rows(plan: Plan, language: str) -> list[Row]:
    return PROBLEMS.rows(
        plan.problems,
        {
            "plan": lambda problem: plan.card.id,
            "what": lambda problem: wording(problem.code, problem.values, language)[0],
            "advice": lambda problem: wording(problem.code, problem.values, language)[1],
        },
    )
