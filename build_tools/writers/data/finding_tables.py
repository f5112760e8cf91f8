"""The tables of the editor's desk: what the checks found in each plan, and what they looked at."""

from __future__ import annotations

from ...model.edition import Edition
from ...model.translation import _
from .published import Row, Table

FINDINGS = Table(
    "findings",
    _("规划文本自查所得，一行一处；程序判断，供编者核对"),
    (
        ("plan", "string", _("规划")),
        ("class", "string", _("种类，如 contradiction、arithmetic、unit_error")),
        ("address", "string", _("段落地址")),
        ("line", "integer", _("原文本行号")),
        ("quote", "string", _("原文")),
        ("other_address", "string", _("另一处的地址")),
        ("other_line", "integer", _("另一处的行号")),
        ("other_quote", "string", _("另一处原文")),
        ("explanation", "string", _("说明")),
        ("confidence", "string", _("high 几乎可以确定；medium 请起草者说明")),
        ("id", "string", _("编号：由检查和引文算出，重新生成不变")),
        ("check", "string", _("哪一项检查")),
        ("tier", "string", _("sure 任何编者都会改；ask 应问起草者")),
        ("computed", "string", _("算式")),
        ("state", "string", _("open 未定；right-as-printed 原文无误；mended 已改")),
        ("reason", "string", _("定为此状态的理由")),
        ("date", "string", _("定为此状态的日期")),
        ("who", "string", _("由谁定")),
    ),
)
CHECKS = Table(
    "checks",
    _("文本自查做了哪些检查：看了多少处，认出多少处，所得多少"),
    (
        ("plan", "string", _("规划")),
        ("check", "string", _("哪一项检查")),
        ("statements", "integer", _("涉及此项检查的语句数")),
        ("recognised", "integer", _("其中程序读得懂的；其余未查")),
        ("findings", "integer", _("所得")),
        ("open", "integer", _("其中未定的")),
    ),
)
DESK = (FINDINGS, CHECKS)  # the editors' own; published only where every plan says publish_findings
CONFIDENCE = {"sure": "high", "ask": "medium"}


def finding_table(edition: Edition) -> tuple[Table, list[Row]]:
    findings = [finding for plan in edition.plans for finding in plan.findings]
    return FINDINGS, FINDINGS.rows(
        findings,
        {
            "class": lambda finding: finding.kind,
            "other_line": lambda finding: finding.other_line or "",
            "explanation": lambda finding: finding.explanation(edition.language),
            "confidence": lambda finding: CONFIDENCE[finding.tier],
        },
    )


def check_table(edition: Edition) -> tuple[Table, list[Row]]:
    rows: list[Row] = []
    for plan in edition.plans:
        for one in plan.checked:
            found = [f for f in plan.findings if f.check == one.check]
            waiting = sum(f.state == "open" for f in found)
            rows.append((plan.card.id, one.check, one.statements, one.recognised, len(found), waiting))
    return CHECKS, rows
