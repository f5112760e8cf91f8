"""Where the addresses of a volume stand in its PDF: asked of the typesetter, and written into the file as names, so
that file.pdf#some/03/01 opens there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

ABOVE = 16  # points above the line of an address: what is opened begins with that line


class Place(NamedTuple):
    """`page` counts from 1, `down` in points from its top; `number` is printed on it."""

    page: int
    down: float
    number: int


Places = Mapping[str, Place]
Marks = Sequence[tuple[str, int, float]]  # (label, page, down) in reading order
FIRST = "page-one"  # label of the page from which pages are numbered; without it, from the first


def places_of(marks: Marks, addresses: Iterable[str]) -> Places:
    wanted = set(addresses)
    first = next((page for label, page, _down in marks if label == FIRST), 1)
    return {label: Place(page, down, page - first + 1) for label, page, down in reversed(marks) if label in wanted}


def addresses_of(nodes: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    """Of all nodes and the items of boxes."""
    for node in nodes:
        for part in (node, *node.get("items", ())):
            yield from (part[key] for key in ("address", "also") if part.get(key))


def name_places(file: Any, places: Places) -> None:
    """In the order of their bytes, as a tree of names has to be."""
    import pikepdf

    pages = [(page.obj, float(page.mediabox[3])) for page in file.pages]
    names = pikepdf.Array()
    for address in sorted(places, key=lambda name: name.encode("utf-8")):
        page, height = pages[places[address].page - 1]
        top = min(height, round(height - places[address].down + ABOVE, 2))
        names.append(pikepdf.String(address))
        names.append(pikepdf.Array([page, pikepdf.Name.XYZ, 0, top, 0]))
    if len(names):
        file.Root["/Names"] = file.make_indirect(pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=names)))
