"""Targets and projects as published tables (data contract), one row a fact."""

from __future__ import annotations

from ...model.edition import Edition
from ...model.translation import _
from ..words.row_places import group_webs
from .published import Row, Table

TARGETS = Table(
    "targets",
    _("正文和专栏中承诺的数量目标，一行一个（程序识别）"),
    (
        ("plan", "string", _("规划")),
        ("address", "string", _("段落地址")),
        ("line", "integer", _("数字所在的原文本行号")),
        ("quote", "string", _("原句")),
        ("subject", "string", _("指标是什么（程序推断）")),
        ("comparator", "string", _(">= 以上，<= 以内，> 超过，< 低于，≈ 左右，= 达到")),
        ("value", "string", _("数值，照录；X 为草案待填")),
        ("value_high", "string", _("区间的上限，照录")),
        ("unit", "string", _("单位，照录")),
        ("normalized_value", "number", _("换算值：万、亿展开，公顷按15亩，千米、km为公里")),
        ("normalized_value_high", "number", _("换算后的区间上限")),
        ("normalized_unit", "string", _("换算后的单位")),
        ("by_year", "year", _("目标年份")),
        ("kind", "string", _("level 水平，growth_rate 增速，increment 增减量，share 比率，count 个数")),
        ("status", "string", _("figure 已有数值，placeholder 待填")),
        ("by_basis", "string", _("年份依据：explicit_year 写明，period_phrase 写明规划期，implied 未写、取规划末年")),
        ("per", "string", _("按什么计：每年、年均、每万人、每个街道、各……；空为总数（程序识别）")),
        ("context", "string", _("指标名称之外的限定：范围、所在标题或句首、动作、所量（程序推断）")),
    ),
)
PROJECTS = Table(
    "projects",
    _("有名称的项目，一行一次提及（程序识别），同一项目以 project_group 归并"),
    (
        ("plan", "string", _("规划")),
        ("address", "string", _("段落地址")),
        ("line", "integer", _("原文本行号")),
        ("quote", "string", _("原句")),
        ("name", "string", _("项目名称")),
        ("project_group", "string", _("同一项目的编号：首次提及的地址和次序（程序归并）")),
        ("investment", "string", _("投资，照录")),
        ("investment_yuan", "integer", _("投资折合元")),
        ("scale", "string", _("建设规模，照录")),
        ("place", "string", _("地点")),
        ("start_year", "year", _("开工或实施年份")),
        ("finish_year", "year", _("建成年份")),
        ("proponent", "string", _("建设主体")),
        ("part_of", "string", _("所属打包工程的编号；其投资已含在打包工程内")),
        ("status", "string", _("建设性质，照录：新建、续建、改扩建……")),
        ("mentions", "integer", _("规划全文提到该项目的次数")),
        (
            "joined_by",
            "string",
            _(
                "归并依据：name 同名，near-name 名称相近或简称，sum-and-place 投资、地点、规模相同，curated 人工核定；空为首次提及"
            ),
        ),
    ),
)


INDICATOR_MATCHES = Table(
    "indicator_matches",
    _("两份规划官方指标的对应关系，一行一个指标；单独的指标 to_no 为空"),
    (
        ("from_plan", "string", _("规划")),
        ("from_no", "string", _("指标序号")),
        ("to_plan", "string", _("对应的规划")),
        ("to_no", "string", _("对应的指标序号，没有则空")),
        (
            "relation",
            "string",
            _("same 相同，same-concept-different-unit-or-scope 概念相同而单位或范围不同，none 没有对应"),
        ),
        ("remark", "string", _("说明")),
        ("origin", "string", _("curated 人工核定，computed 程序推断")),
        ("from_id", "string", _("指标编号，见 indicators.csv 的 group 列")),
        ("to_id", "string", _("对应的指标编号，没有则空")),
        ("from_url", "string", _("指标的网址，相对于本站根目录")),
        ("to_url", "string", _("对应的指标的网址，没有则空")),
    ),
)


def fact_tables(edition: Edition) -> tuple[tuple[Table, list[Row]], ...]:
    where = {group: web for plan in edition.plans for group, web in group_webs(plan).items()}
    matches = INDICATOR_MATCHES.rows(
        edition.indicator_matches,
        {
            "from_id": lambda match: match.from_group,
            "to_id": lambda match: match.to_group,
            "from_url": lambda match: where.get(match.from_group, ""),
            "to_url": lambda match: where.get(match.to_group, ""),
        },
    )
    return (
        (INDICATOR_MATCHES, matches),
        (TARGETS, TARGETS.rows(target for plan in edition.plans for target in plan.targets)),
        (PROJECTS, PROJECTS.rows(project for plan in edition.plans for project in plan.projects)),
    )
