"""PO ↔ XLIFF for tools that prefer it: 1.2 (OmegaT, Trados) and 2.0 are written, 1.0 to 2.1 are read.

One unit an entry. The unit's name is the address; where several texts share one, the text stands behind it. What a tool
does not say it does not change: a unit that comes back without a state, or without its notes, keeps those of the entry
as long as the words are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import polib
from lxml import etree

from ..model.edition import BadInput
from .po import KEEP_NOTES, KEEP_STATE, is_reviewed, new_po

AFTER_CONTEXT = "|"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NAMESPACES = {"1.2": "urn:oasis:names:tc:xliff:document:1.2", "2.0": "urn:oasis:names:tc:xliff:document:2.0"}
STATES = {  # of our entries, in each version
    "1.2": {"fuzzy": "needs-review-translation", "translated": "translated", "reviewed": "signed-off"},
    "2.0": {"fuzzy": "initial", "translated": "translated", "reviewed": "reviewed"},
}
DONE = ("translated", "signed-off", "final", "reviewed")  # any other state that is said needs somebody's look
UNTRUSTED = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def to_xliff(po: polib.POFile, language: str, version: str = "1.2") -> bytes:
    """Every live entry; obsolete ones have nothing to be worked on and stay in the PO."""
    live = [entry for entry in po if not entry.obsolete]
    texts = Counter(entry.msgctxt or "" for entry in live)
    root = etree.Element(f"{{{NAMESPACES[version]}}}xliff", nsmap={None: NAMESPACES[version]}, version=version)
    if version == "1.2":
        file = put(root, "file", original="plan-reader", datatype="plaintext")
        file.attrib.update({"source-language": "zh-Hans", "target-language": language})
        below = put(file, "body")
    else:
        root.attrib.update({"srcLang": "zh-Hans", "trgLang": language})
        below = put(root, "file", id="plan-reader")
    for number, entry in enumerate(live, 1):
        context = entry.msgctxt or ""
        name = context if texts[context] == 1 else f"{context}{AFTER_CONTEXT}{entry.msgid}"
        (put_unit_1 if version == "1.2" else put_unit_2)(below, entry, printable(entry, name), number)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def put(parent: etree._Element, tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{parent.nsmap[None]}}}{tag}", **attributes)
    element.text = text
    return element


def put_unit_1(body: etree._Element, entry: polib.POEntry, name: str, number: int) -> None:
    unit = put(body, "trans-unit", id=name)
    unit.set(SPACE, "preserve")
    put(unit, "source", printable(entry, entry.msgid))
    if entry.msgstr:
        put(unit, "target", printable(entry, entry.msgstr), state=STATES["1.2"][state_of(entry)])
    if entry.tcomment:
        put(unit, "note", printable(entry, entry.tcomment)).set("from", "translator")


def put_unit_2(file: etree._Element, entry: polib.POEntry, name: str, number: int) -> None:
    """An id has few signs there, so the address is the name."""
    unit = put(file, "unit", id=f"u{number}", name=name)
    unit.set(SPACE, "preserve")
    if entry.tcomment:
        put(put(unit, "notes"), "note", printable(entry, entry.tcomment), category="translator")
    segment = put(unit, "segment")
    put(segment, "source", printable(entry, entry.msgid))
    if entry.msgstr:
        segment.set("state", STATES["2.0"][state_of(entry)])
        put(segment, "target", printable(entry, entry.msgstr))


def state_of(entry: polib.POEntry) -> str:
    return "fuzzy" if entry.fuzzy else "reviewed" if is_reviewed(entry) else "translated"


def printable(entry: polib.POEntry, text: str) -> str:
    """XML has no way to write control characters other than tab and line end."""
    if any((ord(sign) < 32 and sign not in "\t\n\r") or sign in "\ufffe\uffff" for sign in text):
        raise BadInput("xliff-control", place=entry.msgctxt)
    return text


def from_xliff(data: bytes, language: str, file: str) -> polib.POFile:
    """What the translator sent back, as a PO to lay over the old one."""
    po = new_po(language)
    for unit in parse(data, file).iter("{*}trans-unit", "{*}unit"):
        name, source, target, state, notes = read_unit_1(unit) if local(unit) == "trans-unit" else read_unit_2(unit)
        if not source or not target:
            continue
        entry = polib.POEntry(msgctxt=context_of(name, source), msgid=source, msgstr=target, tcomment="\n".join(notes))
        entry.linenum = unit.sourceline
        entry.flags = [KEEP_STATE] if not state else [] if state in DONE else ["fuzzy"]
        entry.flags += [] if notes else [KEEP_NOTES]
        po.append(entry)
    return po


def parse(data: bytes, file: str) -> etree._Element:
    """A file of somebody else's: nothing it names is loaded, and a document type, which could make text out of
    nothing, is refused."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**UNTRUSTED))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadInput("xliff-broken", str(error), place=f"{file}:{getattr(error, 'lineno', 1) or 1}") from None
    if root.getroottree().docinfo.doctype:
        raise BadInput("xliff-doctype", place=f"{file}:1")
    if local(root) != "xliff":
        raise BadInput("xliff-other-xml", local(root), place=f"{file}:1")
    return root


def read_unit_1(unit: etree._Element) -> tuple[str, str, str, str, list[str]]:
    """Name, source, target, state and notes of a <trans-unit>; proposals of a memory (<alt-trans>) are not its own."""
    target = next(children(unit, "target"), None)
    source = "".join(map(text_of, children(unit, "source")))
    state = target.get("state", "") if target is not None else ""
    notes = [text_of(note) for note in children(unit, "note")]
    return unit.get("id", ""), source, text_of(target), state, notes


def read_unit_2(unit: etree._Element) -> tuple[str, str, str, str, list[str]]:
    """The same of a <unit>, whose text a tool may have cut into segments: the least finished one counts."""
    source, target, states = "", "", []
    for part in children(unit, "segment", "ignorable"):
        own = "".join(map(text_of, children(part, "source")))
        said = "".join(map(text_of, children(part, "target")))
        source, target = source + own, target + (said or (own if local(part) == "ignorable" else ""))
        states += [part.get("state", "")] if local(part) == "segment" else []
    notes = [text_of(note) for block in children(unit, "notes") for note in children(block, "note")]
    waiting = [state for state in states if state and state not in DONE]
    return unit.get("name") or unit.get("id", ""), source, target, (waiting + states + [""])[0], notes


def children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    return (child for child in parent if local(child) in names)


def local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def text_of(element: etree._Element | None) -> str:
    """The words, whatever marks a tool set around them."""
    return "" if element is None else "".join(element.itertext())


def context_of(name: str, source: str) -> str:
    """“interface|首页” of the text 首页 → interface. Of other tools' files: what gettext puts before \\x04."""
    return name.split("\x04")[-1].removesuffix(f"{AFTER_CONTEXT}{source}")
