"""The one module that knows the typesetter: print models → PDF, through the Typst templates in publishing/typst.

A design is a template there: book.typ, gongwen.typ. They get the model as JSON and make no text of their own.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pool
from pathlib import Path

import typst

from ..model.edition import BadInput
from . import fonts

TEMPLATES = Path(__file__).parent / "typst"
STYLES = tuple(fonts.STYLES)
STANDARDS = ["ua-1", "a-2a"]  # readable by screen readers, and fit for the archive
COLOUR = {"gongwen": {"colour": "ink"}}  # an official document is black; the book takes the plan's colour
BEHIND = {
    "song": "song",
    "hei": "hei",
    "fang": "song",
    "kai": "song",
    "biaosong": "song",
}  # role: what prints the signs it lacks
LANGUAGE = "zh"
LIST = "list.json"  # what the website offers: whole volumes, not single chapters
NOT_TEXT = ("qr", "kind", "role", "colour", "lang")
PAGE = re.compile(rb"/Type\s*/Page\b")


@dataclass(frozen=True)
class Printed:
    """A PDF that was made."""

    file: Path
    language: str
    title: str
    pages: int
    size: int


def typeset(
    models: dict[str, dict], style: str, target: Path, extra_fonts: Path | None = None
) -> tuple[list[Printed], tuple[str, ...]]:
    """Every model → `target`/<name>.pdf. Returns what was made and the faces that 宋 stands in for. Nothing is written unless all succeed."""
    faces = fonts.find_faces(style, extra_fonts, letters=any(map(in_letters, models.values())))
    made = set_all(models, style, faces)
    target.mkdir(parents=True, exist_ok=True)
    printed = [
        write(target, file_name(name, style), models[name], title(models[name], style), data)
        for name, data in made.items()
    ]
    write_list(target, [file for file, model in zip(printed, models.values()) if model["whole"]])
    return printed, faces.replaced


def in_letters(model: dict) -> bool:
    """Whether it is a translation, set in letters."""
    return model["lang"] != LANGUAGE


def set_all(models: dict[str, dict], style: str, faces: fonts.Faces) -> dict[str, bytes]:
    """All volumes side by side, the longest first; each in a process of its own, so that its memory goes back."""
    longest_first = sorted(models, key=lambda name: -len(models[name]["nodes"]))
    with Pool(os.cpu_count(), initializer=one_thread, maxtasksperchild=1) as pool:
        checked = pool.apply_async(check_characters, (list(models.values()), faces))
        waiting = {name: pool.apply_async(set_pages, (models[name], style, faces)) for name in longest_first}
        checked.get()
        return {name: waiting[name].get() for name in models}


def one_thread() -> None:
    """The volumes keep all processors busy; threads besides would only take memory."""
    os.environ["RAYON_NUM_THREADS"] = "1"


def check_characters(models: list[dict], faces: fonts.Faces) -> None:
    """Also finds what the typesetter would pass over: signs that nobody sees."""
    for letters in (False, True):
        if texts := [text for model in models if in_letters(model) == letters for text in texts_in(model)]:
            fonts.check_characters(texts, faces, letters)


def file_name(name: str, style: str) -> str:
    return f"{name}.pdf" if style == "book" else f"{name}-{style}.pdf"


def title(model: dict, style: str) -> str:
    """With the design, where it is not the book."""
    return model["title"] + model["words"].get(style, "")


def set_pages(model: dict, style: str, faces: fonts.Faces) -> bytes:
    """One PDF. A warning is a failure: it would be a wrong face or a broken rule that nobody sees."""
    loaded = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(path.parent) for path in faces.files.values()}),
    )
    compiler = typst.Compiler(root=str(TEMPLATES), font_paths=loaded)
    given = json.dumps(
        model | COLOUR.get(style, {}) | {"fonts": families_by_role(faces, loaded, in_letters(model))},
        ensure_ascii=False,
    )
    try:
        data, warnings = compiler.compile_with_warnings(
            input=str(TEMPLATES / f"{style}.typ"), format="pdf", pdf_standards=STANDARDS, sys_inputs={"model": given}
        )
    except typst.TypstError as error:
        raise BadInput(complaint(model, style, error)) from None
    if warnings:
        raise BadInput(complaint(model, style, warnings[0]))
    return data


def complaint(model: dict, style: str, found: typst.TypstError | typst.TypstWarning) -> str:
    advice = f" ({'; '.join(found.hints)})" if found.hints else ""
    return f"{TEMPLATES / style}.typ: “{model['title']}” cannot be printed: {found.message}{advice}. Mend the template or the text."


def families_by_role(faces: fonts.Faces, loaded: typst.Fonts, letters: bool) -> dict[str, list[str]]:
    """Family names as the typesetter calls them, best first. The last is always 宋 or 黑, which prints what the others lack."""
    names = {role: family_of(path, loaded) for role, path in faces.files.items()}
    families = {
        role: list(dict.fromkeys((names.get(role, names[behind]), names[behind]))) for role, behind in BEHIND.items()
    }
    before = {role: [names[first], *families[role]] for role, first in fonts.LETTERS.items()} if letters else {}
    return families | before | {"han": families["song"], "hanhei": families["hei"]}


def family_of(path: Path, loaded: typst.Fonts) -> str:
    """A collection holds several families; the one for the mainland says SC."""
    families = [info.family for info in loaded.fonts() if info.path and Path(info.path) == path]
    return next((family for family in families if family.endswith(" SC")), families[0])


def texts_in(value: object) -> Iterator[str]:
    """Every string of a model that may be printed; addresses and drawings are not text."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in NOT_TEXT:
                yield from texts_in(part)


def write(target: Path, name: str, model: dict, title: str, data: bytes) -> Printed:
    """Beside first, so that a reader never sees half a file."""
    beside = target / f".{name}.new"
    beside.write_bytes(data)
    beside.replace(target / name)
    return Printed(target / name, model["lang"], title, len(PAGE.findall(data)), len(data))


def write_list(target: Path, printed: list[Printed]) -> None:
    """Titles, pages and sizes of the volumes in the folder, for the website; those printed before stay, those gone go."""
    path = target / LIST
    before = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    now = [
        {
            "file": file.file.name,
            "language": file.language,
            "title": file.title,
            "pages": file.pages,
            "bytes": file.size,
        }
        for file in printed
    ]
    names = {entry["file"] for entry in now}
    kept = [entry for entry in before if entry["file"] not in names and (target / entry["file"]).is_file()]
    path.write_text(json.dumps(now + kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
