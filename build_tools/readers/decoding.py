"""Bytes → text, for the encodings met in county offices: UTF-8 with and without BOM, UTF-16, GB18030; LF and CRLF.

Chinese text is full of ，and 。: a decoding without them is wrong, however well it decodes.
"""

import codecs
import hashlib

from ..model.edition import BadInput
from ..model.text import Line, Removed, Text

ASK = "Save the file as UTF-8 text and try again."
COMMON = "，。、；：的一和化"
BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def file_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, file: str) -> tuple[str, str]:
    """(text without BOM, name of the encoding)."""
    if not data.strip(b" \t\r\n\xef\xbb\xbf\xff\xfe\x00"):
        raise BadInput(f"{file}:1: the file is empty. Put the text of the plan into it.")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, file), encoding
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
        text = _attempt(data, encoding)
        if text is not None and _reads_as_chinese(text):
            return text, encoding
    _explain(data, file)


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if _cut_off(error, data):
            raise BadInput(_cut_sentence(file, _line(data, error.start, encoding), encoding)) from None
        raise BadInput(
            f"{file}:{_line(data, error.start, encoding)}: byte {error.start} is not {encoding}, as the mark at the start of the file says. {ASK}"
        ) from None


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_as_chinese(text: str) -> bool:
    """Enough of the commonest signs, no control characters, next to no private-use characters."""
    if any(ord(c) < 32 and c not in "\t\n\r\f\v" for c in text):
        return False
    wide = [c for c in text if ord(c) > 127]
    if not wide:
        return text.isascii() and any(c.isalnum() for c in text)
    private = sum("\ue000" <= c <= "\uf8ff" for c in wide)
    return sum(c in COMMON for c in wide) * 50 >= len(wide) and private * 200 <= len(wide)


def _explain(data: bytes, file: str) -> None:
    """Nothing fits: say which of the four ways of failing it is."""
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            if _cut_off(error, data) and _reads_as_chinese(data[: error.start].decode(encoding)):
                raise BadInput(_cut_sentence(file, _line(data, error.start, encoding), encoding)) from None
    for encoding in ("utf-16-le", "utf-16-be"):
        if len(data) % 2 and (text := _attempt(data[:-1], encoding)) is not None and _reads_as_chinese(text):
            raise BadInput(_cut_sentence(file, text.count("\n") + 1, encoding))
    if b"\x00" in data or sum(byte < 9 for byte in data) * 100 > len(data):
        raise BadInput(
            f"{file}:1: this is not a text file (it holds binary data). Export the document as text and put that in its place."
        )
    try:
        data.decode("utf-8")
        line = 1
    except UnicodeDecodeError as error:
        line = _line(data, error.start, "utf-8")
    raise BadInput(f"{file}:{line}: the encoding is not one of UTF-8, UTF-16 or GB18030. {ASK}")


def _cut_off(error: UnicodeDecodeError, data: bytes) -> bool:
    return (
        error.end >= len(data)
        and len(data) - error.start < 4
        and ("end of data" in error.reason or "incomplete" in error.reason or "truncated" in error.reason)
    )


def _cut_sentence(file: str, line: int, encoding: str) -> str:
    return (
        f"{file}:{line}: the file breaks off in the middle of a character ({encoding}). Copy it again from its origin."
    )


def _line(data: bytes, position: int, encoding: str) -> int:
    return data[:position].decode(encoding, errors="replace").count("\n") + 1


def split_lines(text: str) -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    """Lines split at LF (a CR before it goes too); together with the line ends they hold every character once."""
    lines, ends, at = [], [], 0
    for number, piece in enumerate(text.split("\n"), 1):
        body = piece.rstrip("\r")
        lines.append(Line(number, Text.at(body, at)))
        start, at = at + len(body), at + len(piece) + 1
        if start < min(at, len(text)):
            ends.append(Removed(start, min(at, len(text)), "line-end"))
    return tuple(lines), tuple(ends)
