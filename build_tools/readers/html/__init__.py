"""Pages of government sites as saved by a browser (one file, with its folder, or MHTML), and pages that Word exported.

The article is found by its sentences; what stands around it — menus, dates, share buttons, the foot of the site — is in
the text taken out and on the ledger as page-frame. Tables become grids with their spans, or lines where they only lay
out the page.
"""

from __future__ import annotations

from ...model.edition import BadInput
from ...model.text import Draft, Source
from ..framed import lines_in
from ..taken_text import TakenText
from .article import find_article
from .decoding import decode_page
from .flow import FRAME, Flow
from .furniture import around
from .look import Look
from .tree import read_tree

LEAST = 20  # characters of an article


def read(data: bytes, file: str) -> tuple[Source, Draft]:
    text, encoding = decode_page(data, file)
    body, hidden = read_tree(text, file)
    taken = TakenText(file)
    flow = Flow(taken, find_article(body))
    flow.block(body, lambda: flow.children(body, Look()))
    gone = {id(element): element for element in around(flow.out, flow.linked)}
    for element in gone.values():
        taken.removed += [entry for line in lines_in(element) for entry in line.text.removed(FRAME)]
    taken.lines = [element for element in flow.out if id(element) not in gone]
    signs = "".join(line.string for element in taken.lines for line in lines_in(element))
    if len(signs) < LEAST:
        raise BadInput("page-no-article", place=f"{file}:1")
    if hidden:
        taken.problem("note", "hidden-text", 1, hidden)
    if broken := signs.count("\ufffd"):
        taken.problem("warning", "signs-unreadable", 1, broken)
    return taken.source(file, data, encoding), taken.draft()
