"""Signs that a symbol font draws in the place of others: Word stores the number of the picture, not the sign."""

from __future__ import annotations

WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0xA7: "▪",
    0xA8: "◻", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0x52: "☑", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑",
    0xE2: "↓", 0xB2: "★", 0xAB: "★", 0xA1: "○", 0x9F: "•",
} | {0x81 + i: chr(ord("①") + i) for i in range(10)} | {0x8C + i: chr(ord("❶") + i) for i in range(10)}  # fmt: skip
SYMBOL = {0xB7: "•", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xBB: "≈", 0xB0: "°", 0xA5: "∞",
          0x6D: "μ", 0x61: "α", 0x62: "β", 0x44: "Δ", 0x57: "Ω", 0xD7: "·", 0xA2: "′", 0xB2: "″",
          0xAE: "→"}  # fmt: skip
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def drawn(font: str, code: str) -> str:
    """Wingdings, F06C → ●; a sign that is not known keeps its private place, so that a person is asked."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number < 32 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return ""
    table = WINGDINGS if font.lower().startswith("wingdings") else SYMBOL if font.lower() == "symbol" else {}
    return table.get(number & 0xFF, chr(number)) if number >= 0xF000 or table else chr(number)


def raised(string: str) -> str:
    """“2” set above the line → “²”, so that km² does not read km2; words stay as they are."""
    return string.translate(RAISED) if string.strip().isdigit() and string.isascii() else string
