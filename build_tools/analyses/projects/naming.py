"""The name of a project, cut out of its sentence: openings, sums and sizes off."""

from __future__ import annotations

import re

from ...chinese.amounts import Amount
from .spot import Spot

LEADING = re.compile(r"^(?:包括|同时|此外|另|还将|将|其中|[\u4e00-\u9fff]{2}[市县区旗]将|也将)")
PLAN_TO_INVEST = re.compile(
    r"[，]?(?:还|另|将|预计|计划|估算|概算|总计|总|，)*(?:投资|修复费用)(?:额)?(?:均为|约|超过|超|为)?$"
)
FAR = 1_000  # signs that tell of one project
# What stands in a name and belongs under scale, or is no name.
SIZES = (
    re.compile(r"(?:将)?(?:新建|改建|改造)?[\d.]+(?:平方米|㎡|公里)的?"),
    re.compile(r"^[\d.]+[座家个条处]"),
    re.compile(r"进行"),
    re.compile(r"(?<=.{4})水平$"),
    re.compile(r"^由[^，]{2,20}?(?:投资)?(?:建设|实施)的"),
    re.compile(r"(?<=项目)建设$"),
    re.compile(r"总长[\d.]+(?:公里|千米|米)"),
    re.compile(r"（[^）]*$"),
    re.compile(r"(?<=[线路）])[\d.]+(?:公里|千米)[^，]*$"),
    re.compile(r"^(?:推动|建设|加快)"),
    re.compile(r"^.{8,}?[及，]?另外[^改建扩]{0,6}(?=改造|建设|扩建)"),
)


def spot(text: str, start: int, end: int, about: tuple[int, int], money: Amount | None) -> Spot:
    start += len(text[start:end]) - len(text[start:end].lstrip("）、，"))
    name = text[start:end]
    lead = LEADING.match(name)
    start += lead.end() if lead else 0
    return Spot(start, end, clean_name(text[start:end]), about, money)


def clean_name(name: str) -> str:
    """“由某公司建设的10座养殖场” → 养殖场: sizes stand under scale. A name that the plan does not print in one piece stays as
    printed."""
    for pattern in SIZES:
        shorter = pattern.sub("", name).strip(" ，、的")
        name = shorter if shorter in name else name
    return re.sub("(?<=.{4})等$", "", name.strip(" ，、的"))


def part_end(text: str, start: int, marks: str = "。；") -> int:
    """Where the part of the sentence ends that goes on at `start`; no farther than FAR."""
    far = min(len(text), start + FAR)
    return min((at for mark in marks if (at := text.find(mark, start, far)) >= 0), default=far)
