"""The one module that knows the typesetter: print models → PDF, through the Typst templates in publishing/typst.

A design is a template there: book.typ, gongwen.typ. They get the model as JSON and make no text of their own.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from typing import Literal

import typst

from ..model.edition import BadInput, FileFailed
from ..model.printed import Printed
from . import fonts, signs
from .exchange import exchange, new_of, recover
from .one_run import one_run, readable_by_all
from .pdf_places import Marks, addresses_of, places_of
from .pdf_tags import finish, pages_of
from .store import Store
from .tails import Area, tight_chapters

TEMPLATES = Path(__file__).parent / "typst"
STYLES = tuple(fonts.STYLES)
STANDARDS: tuple[Literal["ua-1", "a-2a"], ...] = ("ua-1", "a-2a")  # readable by screen readers, and fit for the archive
COLOUR = {"gongwen": {"colour": "ink"}}  # an official document is black; the book takes the plan's colour
BEHIND = {
    "song": "song",
    "hei": "hei",
    "fang": "song",
    "kai": "song",
    "biaosong": "song",
}  # role: what prints the signs it lacks
LANGUAGE = "zh"
LIST = "list.json"  # what the website offers: whole volumes
CHAPTERS = "chapters.json"  # and what it offers on the pages of chapters: those that were printed with the volumes
Model = signs.Model


def typeset(
    models: dict[str, Model], style: str, target: Path, extra_fonts: Path | None = None, store: Store | None = None
) -> tuple[list[Printed], tuple[str, ...]]:
    """Every model → `target`/<name>.pdf. Returns what was made and the faces that 宋 stands in for. `store`: where
    volumes of former runs are kept.

    A volume that fails stops no other: the others are written, then FileFailed tells of it. If all fail, nothing is
    written.
    """
    faces = faces_for(models, style, extra_fonts)
    set_ = {name: signs.printable(model, faces.missing) for name, model in models.items()}
    made, failed = set_all(set_, style, faces, store)
    refused = BadInput.together(one for error in failed.values() for one in error.refusals) if failed else None
    if refused and not made:
        raise refused
    printed = write_all(target, {name: (models[name], data) for name, data in made.items()}, [*failed], style, faces)
    if refused:
        raise FileFailed(refused, printed)
    return printed, faces.replaced


def faces_for(models: dict[str, Model], style: str, extra: Path | None) -> fonts.Faces:
    """All faces that these models need, and what none of them can print."""
    faces = fonts.find_faces(style, extra, letters=any(map(in_letters, models.values())))
    return fonts.with_stand_ins(faces, signs.seen_in(signs.texts_in([*models.values()])), extra)


def in_letters(model: Model) -> bool:
    """Whether it is a translation, set in letters."""
    return bool(model["lang"] != LANGUAGE)


def set_all(
    models: dict[str, Model], style: str, faces: fonts.Faces, store: Store | None
) -> tuple[dict[str, bytes], dict[str, BadInput]]:
    """All volumes that are not kept side by side, the longest first; each in a process of its own, so that its memory
    goes back. And what failed, with why."""
    given = (style, fonts.as_installed(faces))
    keys = {name: store.key("volume", *given, repr(model)) for name, model in models.items()} if store else {}
    known = {name: data for name, key in keys.items() if store and isinstance(data := store.get(key), bytes)}
    longest_first = sorted(models.keys() - known.keys(), key=lambda name: (-len(models[name]["nodes"]), name))
    with typesetters() as pool:
        waiting = {
            name: pool.submit(set_pages, models[name], TEMPLATES / f"{style}.typ", faces) for name in longest_first
        }
        made: dict[str, bytes] = {}
        failed: dict[str, BadInput] = {}
        for name in models:
            try:
                made[name] = known[name] if name in known else waiting[name].result()
                if store and name not in known:
                    store.put(keys[name], made[name])
            except BadInput as error:
                failed[name] = error
            except BrokenProcessPool:
                failed[name] = BadInput("pdf-stopped", models[name]["title"], place=str(TEMPLATES / f"{style}.typ"))
    return made, failed


def typesetters() -> ProcessPoolExecutor:
    """Processes that hold nothing of this one: a fork of a program with threads, such as the preview, may wait for
    ever."""
    served = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if served else "spawn")
    if served:
        context.set_forkserver_preload([__name__])
    return ProcessPoolExecutor(os.cpu_count(), mp_context=context, initializer=one_thread, max_tasks_per_child=1)


def one_thread() -> None:
    """The volumes keep all processors busy; threads besides would only take memory."""
    os.environ["RAYON_NUM_THREADS"] = "1"


def file_name(name: str, style: str, replaced: tuple[str, ...] | None = None) -> str:
    """plan.pdf, plan-gongwen.pdf; `replaced`: the faces that another stands in for, those of this machine if not
    told."""
    if style == "book":
        return f"{name}.pdf"
    missing = fonts.find_faces(style).replaced if replaced is None else replaced
    return f"{name}-{fonts.called(style, missing)}.pdf"


def title(model: Model, style: str, replaced: tuple[str, ...] = ()) -> str:
    """With the design, where it is not the book."""
    return f"{model['title']}{model['words'].get(fonts.called(style, replaced), '')}"


def set_pages(model: Model, template: Path, faces: fonts.Faces) -> bytes:
    """One PDF. A warning is a failure: it would be a wrong face or a broken rule that nobody sees."""
    loaded = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=sorted({str(path.parent) for path in (*faces.files.values(), *faces.behind)}),
    )
    given = json.dumps(
        model | COLOUR.get(template.stem, {}) | {"fonts": families_by_role(faces, loaded, in_letters(model))},
        ensure_ascii=False,
    )
    try:
        once = Setting(template, loaded, given)
        tight = tight_chapters(once.marks, once.area, model["nodes"]) if may_be_tight(model, template) else ()
        last = Setting(template, loaded, given, tight) if tight else once
        data, warnings = last.pdf()
    except typst.TypstError as error:
        raise complaint(model, template, error) from None
    if warnings:
        raise complaint(model, template, warnings[0])
    if not isinstance(data, bytes):
        raise TypeError(f"the typesetter made no PDF but {type(data).__name__}")
    return finish(data, model, places_of(last.marks, addresses_of(model["nodes"])))


def may_be_tight(model: Model, template: Path) -> bool:
    """The lines of an official document are counted; in a joint volume every page is named on others, so that setting
    it again costs as much as once."""
    return template.stem == "book" and bool(model["whole"]) and len(model["colophon"]) == 1


class Setting:
    """A text set by a design, some chapters tighter: where everything stands, and the PDF. What is set alike a second
    time costs little, because the typesetter remembers."""

    def __init__(self, template: Path, loaded: typst.Fonts, given: str, tight: tuple[str, ...] = ()) -> None:
        chapters = "".join(f"{json.dumps(address)}, " for address in tight)
        self.source = f'#import "/{template.name}": volume\n#volume(tight: ({chapters}))\n'.encode()
        root = str(template.parent)
        self.compiler = typst.Compiler(self.source, root=root, font_paths=loaded, sys_inputs={"model": given})
        top, line, marks = json.loads(self.asked())
        self.area = Area(top, line)
        self.marks: Marks = [tuple(mark) for mark in marks]

    def asked(self) -> str:
        """A question says less of a mistake than typesetting does: that is asked what is wrong."""
        try:
            return str(self.compiler.query("<positions>", field="value", one=True))
        except RuntimeError:
            self.pdf()
            raise

    def pdf(self) -> tuple[object, list[typst.TypstWarning]]:
        return self.compiler.compile_with_warnings(input=self.source, format="pdf", pdf_standards=[*STANDARDS])


def complaint(model: Model, template: Path, found: typst.TypstError | typst.TypstWarning) -> BadInput:
    """In the typesetter's own words, which are English."""
    advice = f" ({'; '.join(found.hints)})" if found.hints else ""
    return BadInput("pdf-failed", model["title"], f"{found.message}{advice}", place=str(template))


def families_by_role(faces: fonts.Faces, loaded: typst.Fonts, letters: bool) -> dict[str, list[str]]:
    """Family names as the typesetter calls them, best first. The last is always 宋 or 黑, which prints what the others
    lack."""
    names = {role: family_of(path, loaded) for role, path in faces.files.items()}
    families = {
        role: list(dict.fromkeys((names.get(role, names[behind]), names[behind]))) for role, behind in BEHIND.items()
    }
    before = {role: [names[first], *families[role]] for role, first in fonts.LETTERS.items()} if letters else {}
    behind = [family_of(path, loaded) for path in faces.behind]
    wanted = families | before | {"han": families["song"], "hanhei": families["hei"]}
    return {role: list(dict.fromkeys([*names, *behind])) for role, names in wanted.items()}


def family_of(path: Path, loaded: typst.Fonts) -> str:
    """A collection holds several families; the one for the mainland says SC."""
    families = [info.family for info in loaded.fonts() if info.path and Path(info.path) == path]
    return next((family for family in families if family.endswith(" SC")), families[0])


def write_all(
    target: Path, made: dict[str, tuple[Model, bytes]], failed: list[str], style: str, faces: fonts.Faces
) -> list[Printed]:
    """All volumes and their list take their places together. What was printed earlier of a volume that failed now goes:
    it is of another text."""
    gone = [target / file_name(name, style, faces.replaced) for name in failed]
    with readable_by_all(), one_run(target):
        recover(target, [target / path.name[1 : -len(".new")] for path in target.glob(".*.new")])
        printed = [described(target, name, style, *found, faces) for name, found in made.items()]
        files = {Path(file.file): data for file, (_model, data) in zip(printed, made.values(), strict=True)}
        for name, of_volumes in ((LIST, True), (CHAPTERS, False)):
            found = zip(printed, made.values(), strict=True)
            listed = [file for file, (model, _data) in found if model["whole"] == of_volumes]
            if of_volumes or (listed and len(listed) < len(printed)) or (target / name).is_file():
                files[target / name] = new_list(target / name, listed, {path.name for path in gone})
        try:
            for path, data in files.items():
                new_of(path).write_bytes(data)
            exchange(target, [(new_of(path), path) for path in files])
        except BaseException:
            for path in files:
                new_of(path).unlink(missing_ok=True)
            raise
        for path in gone:
            path.unlink(missing_ok=True)
    return printed


def described(target: Path, name: str, style: str, model: Model, data: bytes, faces: fonts.Faces) -> Printed:
    lost = tuple(sorted(faces.missing & set().union(*signs.texts_in(model["nodes"])))) if faces.missing else ()
    file = target / file_name(name, style, faces.replaced)
    return Printed(
        str(file), file.name, model["lang"], title(model, style, faces.replaced), pages_of(data), len(data), lost
    )


def new_list(path: Path, printed: list[Printed], gone: set[str]) -> bytes:
    """Titles, pages and sizes of the PDFs in the folder, for the website; those printed before stay, those gone go."""
    before = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else []
    now = [
        {
            "file": file.name,
            "language": file.language,
            "title": file.title,
            "pages": file.pages,
            "bytes": file.size,
        }
        for file in printed
    ]
    names = {entry["file"] for entry in now} | gone
    kept = [entry for entry in before if entry["file"] not in names and (path.parent / entry["file"]).is_file()]
    return (json.dumps(now + kept, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
