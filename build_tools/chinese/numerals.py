"""Chinese numerals of headings, 1 to 9999: 第二十三章 and 第23章 count alike."""

import unicodedata

DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
UNITS = {"十": 10, "百": 100, "千": 1000}


def to_number(numeral: str) -> int:
    """二十三 → 23, 十 → 10, 一百零五 → 105, 二〇 → 20, １２ → 12. Raises ValueError for anything else."""
    plain = unicodedata.normalize("NFKC", "".join(numeral.split()))
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if not plain or any(c not in DIGITS and c not in UNITS for c in plain):
        raise ValueError(f"not a Chinese numeral: {numeral!r}")
    if not any(c in UNITS for c in plain):
        return int("".join(str(DIGITS[c]) for c in plain))
    total, digit, last = 0, None, 10**4
    for c in plain:
        if c in DIGITS:
            if digit not in (None, 0):  # 二十三四 is "twenty-three or -four", 三三十 nothing at all
                raise ValueError(f"not a Chinese numeral: {numeral!r}")
            digit = DIGITS[c]
        elif UNITS[c] >= last:
            raise ValueError(f"not a Chinese numeral: {numeral!r}")
        else:
            total += (1 if digit is None else digit) * UNITS[c]
            digit, last = None, UNITS[c]
    return total + (digit or 0)


def to_numeral(number: int) -> str:
    """23 → 二十三, 10 → 十, 105 → 一百零五. Raises ValueError outside 1–9999."""
    if not 1 <= number <= 9999:
        raise ValueError(f"outside 1 to 9999: {number}")
    out, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            out += ("零" if gap and out else "") + "零一二三四五六七八九"[digit] + sign
            gap = False
        else:
            gap = True
    return out[1:] if out.startswith("一十") else out
