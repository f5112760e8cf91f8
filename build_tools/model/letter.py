"""The letter with which an office issues a plan (公文), as its card tells it. The names of the parts are those of GB/T
9704-2012."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letter:
    """`mark` 发文机关标志, `number` 发文字号, `title` 标题, `to` 主送机关, `text` 正文 (a paragraph each), `attachments` 附件说明,
    `signed` 发文机关署名, `date` 成文日期, `copies` 抄送机关, `printed_by` 印发机关, `printed` 印发日期; `serial` 份号,
    `secrecy` 密级和保密期限, `urgency` 紧急程度. What is empty is not printed."""

    mark: str
    number: str
    title: str
    to: str
    text: tuple[str, ...]
    signed: str
    date: str
    attachments: tuple[str, ...] = ()
    copies: str = ""
    printed_by: str = ""
    printed: str = ""
    serial: str = ""
    secrecy: str = ""
    urgency: str = ""
