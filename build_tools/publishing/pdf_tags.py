"""What the typesetter cannot say in a PDF, said after typesetting: row heads, captions, lists and boxes in the tags,
what stands in the margin for those who listen, and a name for every address. The file is packed as small as readers
allow.

The tags are a flat row of headings, paragraphs and tables in the order of the nodes. Where a section has another number
of them than its nodes ask for, its tags stay as they are.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .pdf_places import Places, name_places

Model = Mapping[str, Any]
LISTED = ("item", "box_item", "box_subitem")
INNER = "box_subitem"
MENDED = 0.7  # thickness in points of the line under a mended text: nothing else has that


def finish(data: bytes, model: Model, places: Places) -> bytes:
    """The same pages with better tags, named places and packed objects; bookmarks are shown when the file is opened."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        if "/StructTreeRoot" in file.Root:
            tag(file, model, places)
        name_places(file, places)
        file.Root["/PageMode"] = pikepdf.Name.UseOutlines
        out = io.BytesIO()
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()


def pages_of(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        return len(file.pages)


def tag(file: Any, model: Model, places: Places) -> None:
    document = next(iter(kids(file.Root.StructTreeRoot)), None)
    if document is None:
        return
    say_what_was_mended(document, model)
    flat = kids(document)
    nodes = model["nodes"]
    starts = [n for n, kid in enumerate(flat) if is_heading(kid)][1 if model["whole"] else 0 :]
    titled = [n for n, node in enumerate(nodes) if is_titled(node)]
    if len(starts) != len(titled) + 1 or titled[:1] != [0]:  # and one more: the colophon
        return
    made = flat[: starts[0]]
    for n, first in enumerate(titled):
        behind = titled[n + 1] if n + 1 < len(titled) else len(nodes)
        made += section(file, document, flat[starts[n] : starts[n + 1]], nodes[first:behind], model, places)
    made += flat[starts[-1] :]
    document["/K"] = array(made)


def section(
    file: Any, document: Any, elements: list[Any], nodes: Sequence[Model], model: Model, places: Places
) -> list[Any]:
    """A heading and what follows it up to the next one: the elements as they shall stand."""
    head, *nodes = nodes
    title, *rest = elements
    say_what_is_beside(title, head, model, places)
    inside = [*head.get("items", ())] if head["kind"] == "box" else []
    texts = [*inside, *((head,) if head["kind"] == "table" else ()), *nodes]
    if [str(one.S) for one in rest] != [tag for node in texts for tag in tags_of(node)]:
        return elements
    for one, node in zip((one for one in rest if str(one.S) == "/Table"), tables_of(texts), strict=True):
        finish_table(one, node, model, places)
    if head["kind"] == "table":
        caption(title, rest[0])
        return [*listed(file, document, rest, texts)]
    if not inside:
        return [title, *listed(file, document, rest, texts)]
    box = element(file, "Sect", document)
    own = [*listed(file, box, rest[: len(inside)], inside)]
    give(box, [title, *own])
    return [box, *listed(file, document, rest[len(inside) :], texts[len(inside) :])]


def is_titled(node: Model) -> bool:
    """Whether a heading stands in the tags for it."""
    return node["kind"] in ("heading", "box") or (node["kind"] == "table" and bool(node["caption"]))


def tags_of(node: Model) -> list[str]:
    if node["kind"] == "charts":
        return ["/Div"]
    return ["/Table"] if node["kind"] == "table" else ["/P"] * bool(node["runs"])


def tables_of(nodes: Sequence[Model]) -> list[Model]:
    return [node for node in nodes if node["kind"] == "table"]


# -- lists


def listed(file: Any, parent: Any, elements: list[Any], nodes: Sequence[Model]) -> Iterator[Any]:
    """P P P of items → L with an LI each; an item below another stands in a list of its own within that."""
    texts = [node for node in nodes if tags_of(node)]
    outer = inner = body = None
    for one, node in zip(elements, texts, strict=True):
        if not is_item(node):
            outer = None
            yield one
            continue
        if outer is None:
            outer, inner = element(file, "L", parent), None
            yield outer
        if node["role"] == INNER and body is not None and len(outer.K):
            if inner is None:
                inner = element(file, "L", body)
                body.K.append(inner)
            entry(file, inner, one)
        else:
            inner, body = None, entry(file, outer, one)


def is_item(node: Model) -> bool:
    return node.get("role") in LISTED and bool(node["runs"]) and bool(node["runs"][0].get("marker"))


def entry(file: Any, into: Any, paragraph: Any) -> Any:
    """L > LI > LBody > P"""
    item = element(file, "LI", into)
    into.K.append(item)
    body = element(file, "LBody", item)
    give(item, [body])
    give(body, [paragraph])
    return body


# -- tables


def finish_table(table: Any, node: Model, model: Model, places: Places) -> None:
    name_rows(table, node["body"])
    beside = words_beside(node, model, places)
    if beside:
        attributes_of_table(table)["/Summary"] = text(beside)


def caption(title: Any, table: Any) -> None:
    """The heading that the typesetter made of the title, for the bookmark, is the table's caption."""
    import pikepdf

    title["/S"] = pikepdf.Name.Caption
    give(table, [title, *kids(table)])


def name_rows(table: Any, rows: Sequence[Sequence[Model]]) -> None:
    """`rows`: cells of the body as the model has them. A table that is parted otherwise stays as it is."""
    bodies = [kid for kid in kids(table) if str(kid.S) == "/TBody"]
    found = [row for body in bodies for row in kids(body) if str(row.S) == "/TR"]
    if [len(kids(row)) for row in found] != [len(row) for row in rows]:
        return
    for row, cells in zip(found, rows, strict=True):
        for one, cell in zip(kids(row), cells, strict=True):
            if cell.get("row_head"):
                make_head(one)


def make_head(cell: Any) -> None:
    """TD → TH of its row; what else is said of the cell, such as the rows it spans, stays."""
    import pikepdf

    attributes_of_table(cell)["/Scope"] = pikepdf.Name.Row
    cell["/S"] = pikepdf.Name.TH


def attributes_of_table(one: Any) -> Any:
    """What is said of an element as a part of a table; made if nothing is."""
    import pikepdf

    said = one.get("/A")
    others = [] if said is None else list(said) if isinstance(said, pikepdf.Array) else [said]
    found = next((other for other in others if str(other.get("/O", "")) == "/Table"), None)
    if found is None:
        found = pikepdf.Dictionary(O=pikepdf.Name.Table)
        others.append(found)
    one["/A"] = pikepdf.Array(others)
    return next(other for other in one["/A"] if str(other.get("/O", "")) == "/Table")


# -- what stands in the margin, for those who listen


def say_what_was_mended(document: Any, model: Model) -> None:
    """Each mended text is read with the former reading: 智慧（原识别为“知慧”）"""
    wanted = [run for run in runs_in(model["nodes"]) if "mended" in run]
    if not wanted:
        return
    found = [one for one in elements_below(document) if str(one.S) == "/Span" and is_mended(one)]
    if len(found) == len(wanted):
        for one, run in zip(found, wanted, strict=True):
            was = model["words"]["was"].replace("{text}", run["mended"])
            one["/Alt"] = text(f"{run['text']}（{was}）")


def is_mended(span: Any) -> bool:
    said = span.get("/A")
    return said is not None and any(
        abs(float(one.get("/TextDecorationThickness", 0)) - MENDED) < 0.01
        for one in (said if is_array(said) else [said])
    )


def say_what_is_beside(title: Any, node: Model, model: Model, places: Places) -> None:
    """A heading is read with what its margin says: 提升粮食产能（参见 另一规划 03·s01 72 页）"""
    beside = words_beside(node, model, places)
    if beside and node["kind"] == "heading":
        title["/Alt"] = text(f"{node['number']} {node['title']}（{beside}）".strip())


def words_beside(node: Model, model: Model, places: Places) -> str:
    said = [
        model["words"]["see"].replace("{place}", place["name"]).replace("{page}", str(places[place["address"]].number))
        for place in node.get("see", ())
        if place["address"] in places
    ]
    return "；".join(said)


def runs_in(value: Any) -> Iterator[Model]:
    """All runs of the nodes in reading order: a box or table has its title first."""
    if isinstance(value, list):
        for part in value:
            yield from runs_in(part)
    elif isinstance(value, Mapping):
        if "text" in value:
            yield value
        for key in ("title", "caption", "unit", "head", "body", "notes", "runs", "items"):
            if isinstance(value.get(key), list):
                yield from runs_in(value[key])


# -- elements


def is_array(value: Any) -> bool:
    import pikepdf

    return isinstance(value, pikepdf.Array)


def kids(one: Any) -> list[Any]:
    """What stands below an element, other elements only."""
    import pikepdf

    below = one.get("/K")
    found = list(below) if isinstance(below, pikepdf.Array) else [below]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def elements_below(one: Any) -> Iterator[Any]:
    """In reading order; without recursion, for a long volume is deep."""
    waiting = kids(one)[::-1]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += kids(found)[::-1]


def is_heading(one: Any) -> bool:
    name = str(one.S)
    return name[:2] == "/H" and name[2:].isdigit()


def element(file: Any, kind: str, parent: Any) -> Any:
    import pikepdf

    return file.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name(f"/{kind}"), P=parent, K=pikepdf.Array())
    )


def give(parent: Any, below: list[Any]) -> None:
    """`below` become what stands below the element."""
    for one in below:
        one["/P"] = parent
    parent["/K"] = array(below)


def array(elements: list[Any]) -> Any:
    import pikepdf

    return pikepdf.Array(elements)


def text(words: str) -> Any:
    import pikepdf

    return pikepdf.String(words)
