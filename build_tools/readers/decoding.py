"""Bytes → text, for the encodings met in county offices: UTF-8, UTF-16 and UTF-32 with and without mark, GB18030; LF,
CRLF and CR.

What decodes strictly as UTF-8 is UTF-8, however few commas it has. The others nearly always decode, so they have to
read as Chinese, too.
"""

import codecs
import hashlib
from typing import NoReturn

from ..model.edition import BadInput
from ..model.text import Line, Removed, Text, line_ends

COMMON = "，。、；：的一和化"
BOMS = (  # those of UTF-32 begin like those of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WITHOUT_MARK = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be", "gb18030")
SAMPLE = 20_000  # characters are enough to see whether a text reads as Chinese


def file_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def decode(data: bytes, file: str) -> tuple[str, str]:
    """(text without BOM, name of the encoding)."""
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe\x00"):
        raise BadInput("file-empty", place=f"{file}:1")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, file), encoding
    text = _attempt(data, "utf-8")
    if text is not None and "\x00" not in text:
        return _text(text, file), "utf-8"
    for encoding in WITHOUT_MARK:
        guess = _attempt(data, encoding)
        if guess is not None and _reads_as_chinese(guess):
            return guess, encoding
    if text is not None:
        return _text(text, file), "utf-8"
    _explain(data, file)


def _text(text: str, file: str) -> str:
    """UTF-8 that is no text at all (a program, a picture) holds many control signs."""
    odd = sum(_is_control(sign) and sign not in WORD_SIGNS for sign in text[:SAMPLE])
    if odd > max(8, min(len(text), SAMPLE) // 20):
        raise BadInput("file-binary", place=f"{file}:1")
    return text


WORD_SIGNS = "\t\n\r\x07\x0b\x0c\x13\x14\x15\x1e\x1f\x85"  # a table of Word is full of U+0007; U+0085 ends a line


def _is_control(sign: str) -> bool:
    return sign < " " or "\x7f" <= sign < "\xa0"


def _strict(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        place = f"{file}:{_line(data, error.start, encoding)}"
        if _cut_off(error, data):
            raise BadInput("file-cut-off", encoding, place=place) from None
        raise BadInput("file-not-as-marked", error.start, encoding, place=place) from None


def _attempt(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _reads_as_chinese(text: str) -> bool:
    """Nearly all of it signs of a Chinese text, and most characters among the 3,755 that everybody uses. No NUL, few
    control signs.

    A wrong guess gives rare characters: 第一章 in Big5 read as GB18030 is 材彻.
    """
    text = text[:SAMPLE]
    if "\x00" in text or sum(_is_control(sign) and sign not in WORD_SIGNS for sign in text) * 20 > len(text):
        return False
    han = [sign for sign in text if "\u4e00" <= sign <= "\u9fff"]
    usual = sum(map(_is_usual, text))
    if usual * 10 < len(text) * 9:
        return False
    if not han:
        return any(sign.isalnum() for sign in text)
    common = sum(sign in COMMON for sign in text) * 50 >= len(text) - sum(sign.isascii() for sign in text)
    everyday = sum(map(_is_everyday, han))
    return everyday * 10 >= len(han) * 9 or (common and everyday * 4 >= len(han) * 3)


def _is_usual(sign: str) -> bool:
    """ASCII, Chinese characters, the marks, letters and numerals that stand between them: no Hangul, no private use"""
    return (
        sign < "\u0250"
        or "\u2000" <= sign < "\u2700"
        or "\u2e80" <= sign < "\ua000"
        or sign >= "\uff00"
        or "\u0370" <= sign < "\u0450"
    )


def _is_everyday(sign: str) -> bool:
    """Is it of the first level of GB 2312, the 3,755 commonest characters?"""
    try:
        return 0xB0 <= sign.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False


def _explain(data: bytes, file: str) -> NoReturn:
    """Nothing fits: say which of the ways of failing it is."""
    for encoding in ("utf-8", "gb18030"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            good = data[: error.start].decode(encoding)
            if _cut_off(error, data) and ((encoding == "utf-8" and not good.isascii()) or _reads_as_chinese(good)):
                line = _line(data, error.start, encoding)
                raise BadInput("file-cut-off", encoding, place=f"{file}:{line}") from None
    for encoding, width in (("utf-16-le", 2), ("utf-16-be", 2), ("utf-32-le", 4), ("utf-32-be", 4)):
        rest = len(data) % width
        if rest and (text := _attempt(data[:-rest], encoding)) is not None and _reads_as_chinese(text):
            raise BadInput("file-cut-off", encoding, place=f"{file}:{line_of(text, len(text))}")
    if b"\x00" in data or sum(byte < 9 for byte in data) * 100 > len(data):
        raise BadInput("file-binary", place=f"{file}:1")
    _bad_bytes(data, file)


def _bad_bytes(data: bytes, file: str) -> NoReturn:
    """A single slip in a file that is UTF-8 or GB18030 elsewhere, or another encoding altogether: the first bytes that
    do not fit."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        error = _first_error(data, encoding)
        good = [sign for sign in text if sign > "\x7f" and sign != "\ufffd"]
        if error and text.count("\ufffd") * 20 <= len(good) and _reads_as_chinese("".join(good)):
            place = f"{file}:{_line(data, error.start, encoding)}"
            raise BadInput("bytes-odd", data[error.start : error.end].hex(" ").upper(), encoding, place=place)
    error = _first_error(data, "utf-8")
    raise BadInput("encoding-unknown", place=f"{file}:{_line(data, error.start, 'utf-8') if error else 1}")


def _first_error(data: bytes, encoding: str) -> UnicodeDecodeError | None:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error
    return None


def _cut_off(error: UnicodeDecodeError, data: bytes) -> bool:
    return (
        error.end >= len(data)
        and len(data) - error.start < 4
        and ("end of data" in error.reason or "incomplete" in error.reason or "truncated" in error.reason)
    )


def _line(data: bytes, position: int, encoding: str) -> int:
    return line_of(data[:position].decode(encoding, errors="replace"), position)


def line_of(text: str, position: int) -> int:
    """Number of the line on which the character at `position` stands; past the end, that of the last line."""
    return 1 + sum(1 for _ in line_ends(text[:position]))


def split_lines(text: str) -> tuple[tuple[Line, ...], tuple[Removed, ...]]:
    """Lines split at their ends, whatever these are; together with the line ends they hold every character once."""
    lines: list[Line] = []
    ends: list[Removed] = []
    at = 0
    for match in line_ends(text):
        lines.append(Line(len(lines) + 1, Text.at(text[at : match.start()], at)))
        ends.append(Removed(match.start(), match.end(), "line-end"))
        at = match.end()
    lines.append(Line(len(lines) + 1, Text.at(text[at:], at)))
    return tuple(lines), tuple(ends)
