"""Bad input: one clear line with file, line and what to do, exit code 2, and what stood in the out folder is
untouched."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest
from small_plan import CARD, write_plan

from build_tools import settings
from build_tools.__main__ import main
from build_tools.readers import NAMES

TEXT = """## 第一章 发展基础

### 一、主要成就

经济总量稳步增长，全县上下团结一心，各项事业取得新的进步。

## 第二章 总体思路

坚持稳中求进，推动高质量发展，加强政府投资项目管埋，提高效益。

## 第三章 保障措施

加强组织领导，强化项目管理，定期开展评估。
"""
CORRECTION = """- id: guanli
  plan: first
  context: 投资项目管埋，
  wrong: 管埋
  right: 管理
  times: 1
  reason: 形近误识。
"""


@dataclass
class Workshop:
    """A folder of sources and decisions that convert well, to be spoilt by a test."""

    root: Path
    sources: Path = field(init=False)
    curated: Path = field(init=False)
    out: Path = field(init=False)

    def __post_init__(self) -> None:
        self.sources, self.curated, self.out = self.root / "sources", self.root / "curated", self.root / "out"
        write_plan(self.sources, "first", TEXT)
        write_plan(self.sources, "second", TEXT, name="乙县")
        self.curated.mkdir()
        self.write("curated/corrections.yml", CORRECTION)
        self.write("curated/site.yml", "title: 读本\n")

    def write(self, path: str, content: str | bytes) -> None:
        (self.root / path).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def text(self, content: str | bytes) -> None:
        self.write("sources/first/plan.txt", content)

    def card(self, **values: str | None) -> None:
        write_plan(self.sources, "first", TEXT, **values)

    def arguments(self) -> list[str]:
        return ["convert", "--sources", str(self.sources), "--curated", str(self.curated), "--out", str(self.out)]

    def everything(self) -> dict[str, bytes]:
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def workshop(tmp_path: Path, capsys: pytest.CaptureFixture) -> Workshop:
    made = Workshop(tmp_path)
    assert main(made.arguments()) == 0
    capsys.readouterr()
    return made


def without_chapter_two(text: str) -> str:
    return text.replace("## 第二章 总体思路", "## 第三章 总体思路").replace("## 第三章 保障措施", "## 第四章 保障措施")


def refused(text: bytes, encoding: str, line: int) -> tuple:
    return (
        lambda w: w.text(text),
        f"sources/first/plan.txt:{line}: the file breaks off in the middle of a character ({encoding}). Copy it "
        "again from its origin.",
    )


KNOWN_CARD = (
    "name, title, period, status, reader, id, short, name_en, title_en, region, issuer, issued, revision, letter, "
    "file, files, sha256, origin, colour, order, numbering_as_printed, medium, publish_findings, publish_source, "
    "headings"
)
NUMBER_ASK = (
    "Compare with the issued plan: mend damage in corrections.yml, or, if it is printed so, add this line to "
    "numbering_as_printed in plan.yml."
)

# what is spoilt: (how, the exact message; paths in it are below the workshop)
BAD: dict[str, tuple[Callable[[Workshop], object], str]] = {
    "empty file": (lambda w: w.text(""), 
        "sources/first/plan.txt:1: the file is empty. Put the text of the plan into "
        "it."),
    "only blank lines": (lambda w: w.text("\n \n\t\n"), 
        "sources/first/plan.txt:1: the file is empty. Put the text of the plan into "
        "it."),
    "binary file": (
        lambda w: w.text(b"%PDF-1.7\n\x00\x01\x02\x03\xff\xfe\x80stream" + bytes(range(256)) * 4),
        
            "sources/first/plan.txt:1: this is not a text file (it holds binary data). Export the document as text "
            "and put that in its place.",
    ),
    "UTF-8 cut off": refused(TEXT.strip().encode()[:-1], "utf-8", 13),
    "UTF-8 with BOM cut off": refused(b"\xef\xbb\xbf" + TEXT.strip().encode()[:-2], "utf-8", 13),
    "GB18030 cut off": refused(TEXT.strip().encode("gb18030")[:-1], "gb18030", 13),
    "UTF-16 cut off": refused(TEXT.strip().encode("utf-16")[:-1], "utf-16-le", 13),
    "UTF-16 without BOM cut off": refused(TEXT.strip().encode("utf-16-be")[:-1], "utf-16-be", 13),
    "Big5": (
        lambda w: w.text("第一章 發展基礎\n經濟總量穩步增長，產業結構持續優化，城鄉面貌明顯改善。\n".encode("big5")),
        
            "sources/first/plan.txt:1: the encoding is not one of UTF-8, UTF-16, UTF-32 or GB18030. Save the file as "
            "UTF-8 text and try again.",
    ),
    "chapter number missing": (
        lambda w: w.text(without_chapter_two(TEXT)),
        f"sources/first/plan.txt:7: “第三章” comes after number 1: number 2 is missing. {NUMBER_ASK}",
    ),
    "chapter twice": (
        lambda w: w.text(TEXT.replace("第三章 保障措施", "第二章 保障措施")),
        f"sources/first/plan.txt:11: “第二章” stands twice in a row. {NUMBER_ASK}",
    ),
    "no heading": (
        lambda w: w.text("全县经济总量稳步增长，加强政府投资项目管埋，提高效益。\n\n各项事业取得新的进步。\n"),
        "sources/first/plan.txt:1: no heading was found. Look whether “reader: ocr_markdown” fits the file.",
    ),
    "two plans with one id": (
        lambda w: write_plan(w.sources, "second", TEXT, id="first"),
        
            "sources/second/plan.yml:1: the id “first” is already taken by {root}/sources/first/plan.yml. Give one "
            "of the two another id.",
    ),
    "id that cannot be an address": (
        lambda w: w.card(id="第一"),
        
            "sources/first/plan.yml:7: “第一” cannot be an address. Use small Latin letters, digits and hyphens, "
            "beginning with a letter.",
    ),
    "no plan.yml": (
        lambda w: (w.sources / "first/plan.yml").unlink(),
        
            "sources/first/plan.yml:1: there is no such file. Add one with name, title, period, status (see "
            "README.md, “A third plan”).",
    ),
    "no plan": (
        lambda w: [path.rename(w.root / path.name) for path in list(w.sources.iterdir())],
        "sources: the folder holds no plan. Bring one in with “python -m build_tools add FILE”, or "
        "add a folder with the plan's text and a plan.yml.",
    ),
    "no sources": (lambda w: w.sources.rename(w.root / "elsewhere"), 
        "sources: there is no such folder. Give the folder that holds one folder a "
        "plan."),
    "text file not there": (
        lambda w: (w.sources / "first/plan.txt").unlink(),
        "sources/first/plan.yml:6: the text file “plan.txt” is not there. Put it beside plan.yml or mend the name.",
    ),
    "wrong SHA-256": (
        lambda w: w.card(sha256="a" * 64),
        
            "sources/first/plan.txt:1: the text is not the one that plan.yml describes (its SHA-256 is "
            f"{sha256(TEXT.encode()).hexdigest()}). "
        "Put the text as received back, or, for a new edition, write the new checksum into plan.yml.",
    ),
    "SHA-256 that is none": (
        lambda w: w.card(sha256="0" * 63),
        
            "sources/first/plan.yml:7: sha256 must be the 64 hexadecimal digits of the text file's checksum, in "
            "quotes if they are all figures. Mend it or take the line out.",
    ),
    "unknown key in plan.yml": (lambda w: w.card(titel="某县规划"), 
        "sources/first/plan.yml:7: unknown key “titel”. Did you mean “title”? Known keys: "
        f"{KNOWN_CARD}."),
    "key missing in plan.yml": (lambda w: w.card(title=None), 
        "sources/first/plan.yml:1: “title” is missing. Add a line “title: "
        "…”."),
    "unknown reader": (lambda w: w.card(reader="slides"), 
        "sources/first/plan.yml:5: no reader “slides”. Use one of: {readers}, or take the line "
        "out."),
    "unknown status": (lambda w: w.card(status="final"), 
        "sources/first/plan.yml:4: status “final” is not known. Use one of: adopted, "
        "draft."),
    "odd period": (lambda w: w.card(period="2026–2030"), 
        "sources/first/plan.yml:3: the period must be two years. Write it as [2021, "
        "2025]."),
    "unknown colour": (
        lambda w: w.card(colour="red"),
        "sources/first/plan.yml:7: colour “red” is not known. Use one of: brick, teal, plum, moss, ochre, slate.",
    ),
    "plan.yml that is no list of keys": (
        lambda w: w.write("sources/first/plan.yml", "规划\n"),
        f"sources/first/plan.yml:1: this should be a list of “key: value” lines. Known keys: {KNOWN_CARD}.",
    ),
    "broken YAML": (
        lambda w: w.write("sources/first/plan.yml", "name: 某县\ntitle: “规划”\nperiod: [2026, 2030\nstatus: draft\n"),
        
            "sources/first/plan.yml:3: this is not valid YAML: did not find expected ',' or ']'. Look for a missing "
            "colon, quote or indent.",
    ),
    "plan.yml in another encoding": (
        lambda w: w.write("sources/first/plan.yml", "name: 某县\n".encode("gb18030")),
        "sources/first/plan.yml:1: this file is not UTF-8. Save it as UTF-8.",
    ),
    "unused correction": (
        lambda w: w.write("curated/corrections.yml", CORRECTION.replace("投资项目管埋，", "建设项目管埋，")),
        
            "curated/corrections.yml:1: the correction “guanli” should match 1 time(s), but its context “建设项目管埋，” "
            "stands 0 time(s) in the plan “first”. "
        "Adapt context or times to the source, or take the entry out.",
    ),
    "ambiguous correction": (
        lambda w: w.text(TEXT.replace("强化项目管理，", "加强政府投资项目管埋，")),
        
            "curated/corrections.yml:1: the correction “guanli” should match 1 time(s), but its context “投资项目管埋，” "
            "stands 2 time(s) in the plan “first”. "
        "Adapt context or times to the source, or take the entry out.",
    ),
    "correction without reason": (
        lambda w: w.write("curated/corrections.yml", CORRECTION.replace("  reason: 形近误识。\n", "")),
        "curated/corrections.yml:1: “reason” is missing. Add a line “reason: …”.",
    ),
    "unknown key in corrections.yml": (
        lambda w: w.write("curated/corrections.yml", CORRECTION + "  author: 张三\n"),
        "curated/corrections.yml:8: unknown key “author”. Known keys: id, plan, context, wrong, right, times, reason.",
    ),
    "correction of a plan that is not there": (
        lambda w: w.write("curated/corrections.yml", CORRECTION.replace("plan: first", "plan: fisrt")),
        
            "curated/corrections.yml:1: there is no plan “fisrt”. Did you mean “first”? Mend the name or take the "
            "entry out.",
    ),
    "correction whose wrong word is not in its context": (
        lambda w: w.write("curated/corrections.yml", CORRECTION.replace("wrong: 管埋", "wrong: 埋管")),
        "curated/corrections.yml:1: “埋管” must stand exactly once in the context “投资项目管埋，”. Choose a context that fits.",
    ),
    "two corrections with one id": (
        lambda w: w.write("curated/corrections.yml", CORRECTION + CORRECTION),
        "curated/corrections.yml:8: “guanli” already stands on line 1. Keep one of the two.",
    ),
    "corrections.yml that is no list": (
        lambda w: w.write("curated/corrections.yml", "id: guanli\n"),
        "curated/corrections.yml:1: this should be a list of entries. Begin every entry with “- ”.",
    ),
    "unknown key in site.yml": (
        lambda w: w.write("curated/site.yml", "title: 读本\nslogan: 好读\n"),
        "curated/site.yml:2: unknown key “slogan”. Known keys: title, title_en, motto, intro, operator, "
        "address, edition, contact, feedback.",
    ),
    "feedback in site.yml that leads nowhere": (
        lambda w: w.write("curated/site.yml", "title: 读本\nfeedback: javascript:alert(1)\n"),
        "curated/site.yml:2: “javascript:alert(1)” is neither a mail address nor an address of the web. "
        "Write it as editors@example.org or https://example.org/form?page={address}.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("spoil", "message"), BAD.values(), ids=BAD)
def test_bad_input(
    workshop: Workshop, capsys: pytest.CaptureFixture, spoil: Callable[[Workshop], object], message: str
) -> None:
    """The exact message on stderr, nothing on stdout, exit 2, and not a byte of the out folder changed."""
    before = workshop.everything()
    spoil(workshop)
    assert main(workshop.arguments()) == 2
    said = capsys.readouterr()
    message = message.replace("{readers}", ", ".join(NAMES)) + way_out(message)
    assert said.err == f"{workshop.root}/{message}\n".replace("{root}", str(workshop.root))
    assert said.out == ""
    assert workshop.everything() == before


def way_out(message: str) -> str:
    """What is wrong with one plan of several stops the others only where people want that."""
    plan = re.match(r"sources/(\w+)/(?!.*already taken)", message)
    if not plan and "should match" not in message:
        return ""
    return f" Or publish the others only: --without {plan[1] if plan else 'first'}."


@pytest.mark.parametrize(("spoil", "message"), BAD.values(), ids=BAD)
def test_check_says_what_convert_refuses(
    workshop: Workshop, capsys: pytest.CaptureFixture, spoil: Callable[[Workshop], object], message: str
) -> None:
    """Whatever stops conversion, `check` says in the same words, and exits with 2, or with 1 for an error inside a
    plan."""
    spoil(workshop)
    assert main(workshop.arguments()) == 2
    refused = capsys.readouterr().err.splitlines()
    assert refused
    assert main(["check", *workshop.arguments()[1:]]) in (1, 2)
    said = capsys.readouterr()
    for line in refused:
        assert line.partition(" Or publish the others")[0] in said.out + said.err


def test_all_errors_at_once(workshop: Workshop, capsys: pytest.CaptureFixture) -> None:
    """What is wrong with the numbering of several plans is told in one go, a line each."""
    workshop.text(without_chapter_two(TEXT))
    write_plan(workshop.sources, "second", without_chapter_two(TEXT))
    assert main(workshop.arguments()) == 2
    assert [line.split(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        str(workshop.sources / name / "plan.txt") for name in ("first", "second")
    ]


def test_number_as_printed_is_accepted(workshop: Workshop, capsys: pytest.CaptureFixture) -> None:
    """The advice works: a line listed in numbering_as_printed is published as it is."""
    workshop.card(numbering_as_printed="[7]")
    workshop.text(without_chapter_two(TEXT))
    assert main(workshop.arguments()) == 0
    assert (workshop.out / "pages/zh/first/04.md").is_file()


def test_from_the_shell(workshop: Workshop) -> None:
    """The same through a real command: exit code, message, no traceback."""
    workshop.text("")
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", *workshop.arguments()], cwd=settings.ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr
        == f"{workshop.root}/sources/first/plan.txt:1: the file is empty. Put the text of the plan into it. Or "
        "publish the others only: --without first.\n"
    )


def test_site_without_pages(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """Building the site of a folder without pages says which command comes first."""
    assert main(["site", "--out", str(tmp_path), "--quiet"]) == 2
    assert (
        capsys.readouterr().err
        == f"{tmp_path}/pages/zh: there is no such folder. Run “python -m build_tools convert” first.\n"
    )


def test_the_card_of_the_tests_is_complete() -> None:
    """The line numbers above count on six lines of plan.yml."""
    assert len(CARD) + 1 == 6
