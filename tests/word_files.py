"""Small Word files made of raw parts, so that a test says exactly what stands in them."""

from __future__ import annotations

import io
import zipfile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
ROOTS = {
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "comments": "comments",
    "header": "hdr",
}


def word_file(body: str, **parts: str) -> bytes:
    """A .docx whose body, numbering, styles, footnotes … hold this XML; `raw_…` gives a part's bytes as they are."""
    files = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
    }
    files |= {f"word/{kind}.xml": part(ROOTS[kind], xml) for kind, xml in parts.items()}
    return zipped(files)


def part(root: str, xml: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {SPACES}>{xml}</w:{root}>'


def relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{n}" Type="{TYPE}{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def zipped(files: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return out.getvalue()


def p(text: str = "", properties: str = "", look: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, look)}</w:p>"


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def numbered(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def pattern(key: int, *levels: tuple[str, str], more: str = "") -> str:
    """A list pattern: (format, text) for each level; after the number nothing is printed."""
    inner = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/><w:lvlText '
        f'w:val="{text}"/>{more}</w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{key}">{inner}</w:abstractNum>'


def num(key: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def cell(text: str, properties: str = "") -> str:
    inner = text if text.startswith("<w:") else p(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str, grid: str = "") -> str:
    return f"<w:tbl>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
