"""The files: faces, accessibility, same bytes, and what is said when something is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import outloud
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pypdf import PdfReader

from build_tools import __main__ as command_line
from build_tools import pipeline
from build_tools.model.edition import BadInput, Edition, FileFailed
from build_tools.model.letter import Letter
from build_tools.model.outline import LEVELS
from build_tools.publishing import fonts, pdf
from build_tools.publishing.site.marks import fill_marks, shared_files
from build_tools.writers.print.volume import print_models

from . import reading_pdf
from .conftest import Volume

FACES = ("NotoSerif", "NotoSans", "SourceHan", "Fandol", "FangSong", "KaiTi", "SourceSerif4", "SourceSans3")


def test_all_faces_are_embedded_subset_and_known(volume: Volume) -> None:
    """Every face is embedded as a subset, none is a picture of type (Type 3), and none slipped in from the machine."""
    faces = {}
    for page in PdfReader(volume.path).pages:
        for face in page["/Resources"].get("/Font", {}).values():
            faces[face["/BaseFont"]] = face.get_object()
    assert faces
    for name, face in faces.items():
        assert face["/Subtype"] == "/Type0", name
        assert name[7] == "+", name
        assert name[8:].startswith(FACES), name
        descriptor = face["/DescendantFonts"][0]["/FontDescriptor"]
        assert "/FontFile3" in descriptor or "/FontFile2" in descriptor, name
        assert "/ToUnicode" in face, name


def test_accessibility_checker_finds_no_error(volume: Volume) -> None:
    """Checked with outloud: no error against PDF/UA-1. A machine cannot check all of it."""
    result = outloud.check(str(volume.path))
    assert not result.errors


def test_rows_of_printed_tables_have_heads(volume: Volume) -> None:
    """A voice that reads a cell aloud can say the row: its name is a head with the scope of a row, one for each
    name."""
    named = sum(
        bool(cell.get("row_head"))
        for node in volume.model["nodes"]
        if node["kind"] == "table"
        for row in node["body"]
        for cell in row
    )
    found = [element for element in reading_pdf.structure(PdfReader(volume.path)) if element.get("/S") == "/TH"]
    scopes = [str(said.get("/Scope")) for element in found for said in attributes_of(element)]
    assert scopes.count("/Row") == named > 0


def attributes_of(element: dict) -> list[dict]:
    said = element.get("/A", [])
    found = said if isinstance(said, list) else [said]
    return [one.get_object() if hasattr(one, "get_object") else one for one in found]


def test_boxes_are_headings_in_the_tags(volume: Volume) -> None:
    """One can jump from box to box: each title is a heading, and the outline holds it."""
    boxes = sum(node["kind"] == "box" for node in volume.model["nodes"])
    headings = sum(node["kind"] == "heading" for node in volume.model["nodes"])
    tags = [str(element.get("/S")) for element in reading_pdf.structure(PdfReader(volume.path))]
    assert sum(tag[:2] == "/H" and tag[2:].isdigit() for tag in tags) >= headings + boxes


def test_objects_are_packed(volume: Volume) -> None:
    """The file is as small as every reader since PDF 1.5 allows."""
    assert b"/ObjStm" in volume.path.read_bytes()


def test_declares_what_it_is(volume: Volume) -> None:
    """Title, language and the claims PDF/UA-1 and PDF/A-2a stand in the file, and the date is the edition's, not the
    clock's."""
    reader = PdfReader(volume.path)
    packet = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode("utf-8")
    assert 'pdfuaid:part="1"' in packet or "<pdfuaid:part>1<" in packet
    assert "<pdfaid:part>2<" in packet
    assert "<pdfaid:conformance>A<" in packet
    assert reader.metadata.title == volume.model["title"]
    assert reader.trailer["/Root"]["/Lang"].startswith(volume.language)
    year, month, day = volume.model["date"]
    assert f"{year:04d}{month:02d}{day:02d}" in reader.metadata["/CreationDate"]


def test_two_builds_are_one(models: dict[str, dict], pdf_folder: Path, tmp_path: Path) -> None:
    """The same plans give the same bytes."""
    pdf.typeset(models, "book", tmp_path)
    for name in models:
        assert (tmp_path / f"{name}.pdf").read_bytes() == (pdf_folder / f"{name}.pdf").read_bytes(), name


def test_one_chapter_alone(edition: Edition, tmp_path: Path) -> None:
    """A single chapter prints without cover and contents, with its own web address, and is not offered as a volume."""
    edition = replace(edition, site=edition.site | {"address": "https://plans.gov.cn/"})
    models = print_models(edition, edition.plans[0].card.id, 3)
    (made,), _ = pdf.typeset(models, "book", tmp_path)
    reader = PdfReader(made.file)
    assert made.name == f"{edition.plans[0].card.id}-03.pdf"
    assert made.pages == len(reader.pages) < 20
    assert [entry["address"] for entry in models.values()] == [
        f"{edition.site['address']}{edition.plans[0].card.id}/03/"
    ]
    assert json.loads((tmp_path / pdf.LIST).read_text(encoding="utf-8")) == []


def test_no_address_is_printed_that_leads_nowhere(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """An address that only stands for one is neither printed nor drawn as a code; SITE_URL gives the true one."""
    for address in ("https://plan-reader.example/", "http://example.com", "https://www.example.org/plans/", ""):
        model = print_models(replace(edition, site={"address": address}), edition.plans[0].card.id, 1)
        assert [(found["address"], found["qr"]) for found in model.values()] == [("", "")], address
    named = edition.site | {"operator": "某区发展和改革局", "contact": "editors@plan-reader.example"}
    (model,) = print_models(replace(edition, site=named), edition.plans[0].card.id, 1).values()
    imprint = "".join(run["text"] for line in model["imprint"] for run in line)
    assert ("某区发展和改革局" in imprint, "example" in imprint) == (True, False)
    monkeypatch.setenv("SITE_URL", "https://plans.gov.cn/")
    model = print_models(pipeline.at_its_address(edition), edition.plans[0].card.id, 1)
    assert [found["address"] for found in model.values()] == [f"https://plans.gov.cn/{edition.plans[0].card.id}/01/"]


def test_pages_and_sizes_in_the_list_are_true(pdf_folder: Path) -> None:
    """What the website says about a PDF is what the file is."""
    listed = json.loads((pdf_folder / pdf.LIST).read_text(encoding="utf-8"))
    assert len(listed) == len(list(pdf_folder.glob("*.pdf")))
    for entry in listed:
        path = pdf_folder / entry["file"]
        assert entry["bytes"] == path.stat().st_size
        assert entry["pages"] == len(PdfReader(path).pages)


def test_site_lists_the_pdfs_or_says_nothing(pdf_folder: Path, tmp_path: Path) -> None:
    """The downloads page gets a table of the PDFs; without PDFs no trace of it is left."""
    pages = tmp_path / "pages" / "zh"
    marker = "before\n\n<!-- pdf | 印刷版 | 文件 | 内容 | 页数 | 大小 -->\n\nafter"
    assert fill_marks(marker, pages, tmp_path / "build") == "before\n\n\n\nafter"
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "pdf").symlink_to(pdf_folder)
    text = fill_marks(marker, pages, tmp_path / "build")
    assert "## 印刷版 {: #pdf }" in text
    assert "](pdf/all-plans.pdf)" in text


def test_missing_font_is_one_clear_line(
    models: dict[str, dict], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a font for 宋 nothing is printed, and one line says what to install."""
    monkeypatch.setattr(fonts, "FOLDERS", ())
    monkeypatch.setattr(fonts, "PACKAGES", ())
    with pytest.raises(BadInput, match=r"no font for 宋体.*pip install") as raised:
        pdf.typeset(models, "book", tmp_path)
    assert "\n" not in str(raised.value)
    assert not list(tmp_path.iterdir())


def test_what_is_set_in_other_faces_is_not_called_official(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without 仿宋, 楷 and 小标宋 the layout still prints; the missing faces are told, and neither the name of the file
    nor its title says 公文."""
    monkeypatch.setattr(fonts, "FOLDERS", ())
    missing = fonts.find_faces("gongwen").replaced
    assert missing == ("仿宋", "楷体", "小标宋")
    assert pdf.file_name("some", "gongwen") == "some-a4.pdf"
    assert pdf.file_name("some", "gongwen", ()) == "some-gongwen.pdf"
    model = {"title": "某市规划", "words": {"gongwen": "（公文版式）", "a4": "（A4 版式）"}}
    assert [pdf.title(model, "gongwen", faces) for faces in ((), missing)] == [
        "某市规划（公文版式）",
        "某市规划（A4 版式）",
    ]


def test_the_command_names_the_package_with_the_missing_faces(
    edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    """Whoever asks for the official layout without its faces learns what to install, and what the files are called."""
    monkeypatch.setattr(pipeline, "print_pdf", lambda *_arguments, **_named: ([], ("仿宋",)))
    monkeypatch.setattr("build_tools.commands.read", lambda *_arguments: [edition])
    command_line.main(["pdf", "--style", "gongwen", "--out", str(tmp_path)])
    said = capsys.readouterr().err
    assert all(words in said for words in ("仿宋", "texlive-lang-chinese", "a4", "not gongwen"))


LETTER = Letter(
    mark="某区人民政府文件",
    number="某政发〔2026〕1号",
    title="某区人民政府关于印发某区国民经济和社会发展规划纲要的通知",
    to="各乡镇人民政府，区直各部门",
    text=("现将《某区国民经济和社会发展规划纲要》印发给你们，请认真组织实施。",),
    signed="某区人民政府",
    date="2026年3月1日",
    copies="区委各部门，区人大常委会办公室",
    printed_by="某区人民政府办公室",
    printed="2026年3月2日",
)


def test_a_plan_issued_with_a_letter_has_its_parts(edition: Edition, tmp_path: Path) -> None:
    """发文机关标志, 发文字号, 主送, 附件, 署名 and 成文日期 stand on the first page in this order, 版记 on the last."""
    plan = edition.plans[0]
    issued = replace(plan, card=replace(plan.card, letter=LETTER))
    (model,) = print_models(replace(edition, plans=(issued,)), plan.card.id).values()
    model["nodes"] = model["nodes"][:3]
    (made,), _replaced = pdf.typeset({"letter": model}, "gongwen", tmp_path)
    pages = ["".join(page.extract_text().split()) for page in PdfReader(made.file).pages]
    places = [pages[0].find(part) for part in (LETTER.mark, LETTER.number, LETTER.to + "：", "附件：", LETTER.date)]
    assert places == sorted(places)
    assert places[0] >= 0
    assert all(words in pages[-1] for words in (f"抄送：{LETTER.copies}", LETTER.printed_by, f"{LETTER.printed}印发"))


def test_a_draft_says_which_it_is_and_of_which_day(edition: Edition) -> None:
    """稿次 and date of the card stand beside “draft” wherever that stands, and on the cover with the issuer."""
    plan = next(plan for plan in edition.plans if plan.card.status == "draft")
    card = replace(plan.card, revision="征求意见稿第二稿", issued="2026年3月1日", issuer="某市发展和改革局")
    (model,) = print_models(replace(edition, plans=(replace(plan, card=card),)), plan.card.id).values()
    assert model["draft"].endswith(" · 征求意见稿第二稿 · 2026年3月1日")
    cover = ["".join(run["text"] for run in fact) for fact in model["cover"]["facts"]]
    assert cover[1:] == ["某市发展和改革局", "征求意见稿第二稿", "2026年3月1日"]


def test_a_chapter_is_offered_on_its_page(edition: Edition, tmp_path: Path) -> None:
    """A printed chapter is listed by itself, linked on the page of that chapter with its size, and no volume of the
    downloads."""
    plan = edition.plans[0].card.id
    assert {f"{plan}-00", f"{plan}-01"} <= set(print_models(edition, plan, chapters=True))
    models = print_models(edition, plan) | print_models(edition, plan, 0)
    models[plan]["nodes"] = models[plan]["nodes"][:1]
    (_volume, made), _replaced = pdf.typeset(models, "book", tmp_path / "build/pdf")
    pages = tmp_path / "content/pages/zh"
    there = fill_marks(
        f"<!-- volume {plan}-00 | PDF --><!-- pdf | 印刷版 | a | b | c | d -->", pages, tmp_path / "build", "../"
    )
    assert there.startswith(f"[PDF](../pdf/{made.name}) ")
    assert there.count(f"{plan}-00.pdf") == 1
    assert fill_marks(f"<!-- volume {plan}-01 | PDF -->", pages, tmp_path / "build") == ""
    assert (f"pdf/{made.name}", Path(made.file)) in shared_files(pages, tmp_path / "build")


def test_every_level_has_a_look(edition: Edition) -> None:
    """Each design knows how a heading of every level looks: one that it did not know would stop the print."""
    for style in pdf.STYLES:
        looks = (
            (pdf.TEMPLATES / f"{style}.typ")
            .read_text(encoding="utf-8")
            .partition("heading-looks = (")[2]
            .partition("\n)")[0]
        )
        for level in (*LEVELS, "plan", "added"):
            assert f"\n  {level}: " in looks, (style, level)


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def test_a_sign_without_glyph_stops_nothing(edition: Edition, tmp_path: Path) -> None:
    """What no face has stands in the text by its number, and the colophon names it with its place; what cannot be seen
    is left out."""
    models = print_models(edition, edition.plans[0].card.id, 0)
    node = next(node for model in models.values() for node in model["nodes"] if node["kind"] == "paragraph")
    node["runs"] = [{"text": "支持\U0002c58b坪镇\u200b\u2060发展CO\u2082减排\ufe0f。\U000e0041"}]
    (made,), _replaced = pdf.typeset(models, "book", tmp_path)
    said = "".join(text_of(Path(made.file)).split())
    assert "支持〔U+2C58B〕坪镇发展CO₂减排。" in said
    assert f"〔U+2C58B〕（{node['locator']}）" in said
    assert made.substituted == ("\U0002c58b",)


def test_a_face_of_the_user_is_asked_first(edition: Edition, tmp_path: Path) -> None:
    """A folder of fonts may hold any face: what it has is printed as it is."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "rare"])
    builder.setupCharacterMap({0x2C58B: "rare"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((500, 900))
    pen.lineTo((900, 0))
    pen.closePath()
    builder.setupGlyf({".notdef": pen.glyph(), "rare": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), "rare": (1000, 0)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {"familyName": "Rare Han", "styleName": "Regular", "fullName": "Rare Han", "psName": "RareHan"}
    )
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=880, usWinDescent=120)
    builder.setupPost()
    builder.setupMaxp()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/broken.ttf").write_bytes(b"no font")
    builder.save(tmp_path / "fonts/rare.ttf")
    models = print_models(edition, edition.plans[0].card.id, 0)
    next(iter(models.values()))["nodes"][0]["title"] = "\U0002c58b坪镇"
    (made,), _replaced = pdf.typeset(models, "book", tmp_path / "out", tmp_path / "fonts")
    assert not made.substituted
    assert "\U0002c58b坪镇" in text_of(Path(made.file))


def test_what_needs_no_stand_in_is_set_with_our_faces_alone(models: dict[str, dict]) -> None:
    """Today's volumes take nothing from the machine: no face stands behind 宋 and 黑."""
    faces = pdf.faces_for(models, "book", None)
    assert faces.behind == ()
    assert not faces.missing


def test_a_volume_that_fails_stops_no_other(edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are written, the failure is told, and what was printed earlier of the volume that failed is not left
    beside them."""
    models = {name: model for plan in edition.plans for name, model in print_models(edition, plan.card.id, 1).items()}
    pdf.typeset(models, "book", tmp_path)
    first, second = models
    models[first]["colour"] = "no such colour"
    with pytest.raises(FileFailed, match="cannot be printed") as raised:
        pdf.typeset(models, "book", tmp_path)
    assert [file.name for file in raised.value.made] == [f"{second}.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == [pdf.LIST, f"{second}.pdf"]


def test_broken_template_is_one_clear_line(edition: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A template that warns is as bad as one that fails: one line names it, and nothing is written."""
    templates = tmp_path / "typst"
    templates.mkdir()
    (templates / "book.typ").write_text(
        '#set text(font: "No Such Face")\n#set document(title: "t")\nx', encoding="utf-8"
    )
    monkeypatch.setattr(pdf, "TEMPLATES", templates)
    with pytest.raises(BadInput, match=r"book\.typ") as raised:
        pdf.typeset(print_models(edition, edition.plans[0].card.id, 0), "book", tmp_path / "out")
    assert "\n" not in str(raised.value)
    assert not (tmp_path / "out").exists()


def test_letters_need_their_face_and_say_so(
    models: dict[str, dict], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the face for letters a translation is not printed, and one line says what to install; Chinese volumes do
    not need it."""
    monkeypatch.setattr(fonts, "PACKAGES", fonts.PACKAGES[:1])
    monkeypatch.setattr(fonts, "FOLDERS", ())
    with pytest.raises(BadInput, match=r"Latin.*pip install"):
        pdf.typeset({"shuangcheng-en": models["shuangcheng-en"]}, "book", tmp_path)
    assert not fonts.find_faces("book").replaced


def test_list_names_the_language_of_each_volume(pdf_folder: Path) -> None:
    """The website can offer each reader the volumes in the language of the page."""
    listed = json.loads((pdf_folder / pdf.LIST).read_text(encoding="utf-8"))
    assert {entry["file"]: entry["language"] for entry in listed if entry["language"] != "zh"} == {
        f"{name}-en.pdf": "en" for name in ("shuangcheng", "shuangliao", "all-plans")
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--style", "gongwen", "--language", "en"], "for Chinese only"), (["--language", "xx"], "Languages: zh, en")],
)
def test_design_or_language_that_there_is_not(arguments: list[str], said: str, capsys: pytest.CaptureFixture) -> None:
    """The official layout is for Chinese only, and a language needs a translation: exit 2 and a line that says so."""
    assert command_line.main(["pdf", *arguments]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--plan", "nowhere"], ["--chapter", "99"]])
def test_unknown_plan_or_chapter_is_bad_input(arguments: list[str], capsys: pytest.CaptureFixture) -> None:
    """A wrong name on the command line ends with exit 2 and tells which names there are."""
    assert command_line.main(["pdf", *arguments]) == 2
    assert "shuangcheng" in capsys.readouterr().err
