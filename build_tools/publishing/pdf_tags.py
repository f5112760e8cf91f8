"""What the typesetter cannot say in a PDF: which cells are the heads of their rows. And the file packed as small as
readers allow."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Model = Mapping[str, Any]


def finish(data: bytes, model: Model) -> bytes:
    """The same pages; cells that name their rows are heads (PDF/UA: TH with a scope), objects are packed
    into streams."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        tables = list(tables_in(file.Root.StructTreeRoot)) if "/StructTreeRoot" in file.Root else []
        nodes = [node for node in model["nodes"] if node["kind"] == "table"]
        if len(tables) == len(nodes):
            for table, node in zip(tables, nodes, strict=True):
                name_rows(table, node["body"])
        out = io.BytesIO()
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()


def pages_of(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as file:
        return len(file.pages)


def kids(element: Any) -> list[Any]:
    """What stands below an element, other elements only."""
    import pikepdf

    below = element.get("/K")
    found = list(below) if isinstance(below, pikepdf.Array) else [below]
    return [kid for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def tables_in(element: Any) -> Iterator[Any]:
    """In reading order; without recursion, for a long volume is deep."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        if str(one.get("/S", "")) == "/Table":
            yield one
        else:
            waiting += reversed(kids(one))


def name_rows(table: Any, rows: Sequence[Sequence[Model]]) -> None:
    """`rows`: cells of the body as the model has them. A table that is parted otherwise stays as it is."""
    bodies = [kid for kid in kids(table) if str(kid.S) == "/TBody"]
    found = [row for body in bodies for row in kids(body) if str(row.S) == "/TR"]
    if [len(kids(row)) for row in found] != [len(row) for row in rows]:
        return
    for row, cells in zip(found, rows, strict=True):
        for element, cell in zip(kids(row), cells, strict=True):
            if cell.get("row_head"):
                make_head(element)


def make_head(element: Any) -> None:
    """TD → TH of its row; what else is said of the cell, such as the rows it spans, stays."""
    import pikepdf

    said = element.get("/A")
    others = [] if said is None else list(said) if isinstance(said, pikepdf.Array) else [said]
    of_table = next((one for one in others if str(one.get("/O", "")) == "/Table"), None)
    if of_table is None:
        of_table = pikepdf.Dictionary(O=pikepdf.Name.Table)
        others.append(of_table)
    of_table["/Scope"] = pikepdf.Name.Row
    element["/S"] = pikepdf.Name.TH
    element["/A"] = pikepdf.Array(others)
