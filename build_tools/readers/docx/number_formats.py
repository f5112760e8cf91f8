"""How a list writes its numbers: the numFmt values of ECMA-376 part 1, 17.18.59, that Chinese files use, and CSS's of
the same looks."""

from __future__ import annotations

from collections.abc import Callable

from ...chinese.numerals import to_numeral

ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
(9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
LEGAL = str.maketrans("一二三四五六七八九十百千零", "壹贰叁肆伍陆柒捌玖拾佰仟零")
LEGAL_TRADITIONAL = str.maketrans("一二三四五六七八九十百千零", "壹貳參肆伍陸柒捌玖拾佰仟零")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
HAN_DIGITS = "〇一二三四五六七八九"


def counting(number: int) -> str:
    """23 → 二十三, 101 → 一百零一"""
    return to_numeral(number) if 1 <= number <= 9999 else str(number)


def counting_short(number: int) -> str:
    """23 → 二十三, 105 → 一〇五: up to ninety-nine with 十, digits beyond"""
    return counting(number) if number < 100 else digital(number)


def digital(number: int) -> str:
    """12 → 一二, 10 → 一〇"""
    return "".join(HAN_DIGITS[int(digit)] for digit in str(number))


def roman(number: int) -> str:
    """14 → XIV"""
    out = ""
    for value, sign in ROMAN:
        while number >= value and len(out) < 30:
            out, number = out + sign, number - value
    return out


def letters(number: int) -> str:
    """2 → B, 27 → AA, 28 → BB, as Word counts on"""
    return chr(65 + (number - 1) % 26) * min(1 + (number - 1) // 26, 30) if number > 0 else str(number)


def one_of(signs: str) -> Callable[[int], str]:
    """The number's sign of a row of signs; digits where the row is over."""
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


def run_of(first: str, count: int) -> str:
    return "".join(chr(ord(first) + i) for i in range(count))


def legal(number: int) -> str:
    """11 → 壹拾壹"""
    words = counting(number)
    return ("一" + words if words.startswith("十") else words).translate(LEGAL)


def stem_branch(number: int) -> str:
    """1 → 甲子"""
    return STEMS[(number - 1) % 10] + BRANCHES[(number - 1) % 12]


CIRCLED = run_of("①", 20) + run_of("㉑", 15) + run_of("㊱", 15)
FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(WIDE),
    "decimalEnclosedCircle": one_of(CIRCLED),
    "decimalEnclosedCircleChinese": one_of(CIRCLED),
    "decimalEnclosedFullstop": one_of(run_of("⒈", 20)),
    "decimalEnclosedParen": one_of(run_of("⑴", 20)),
    "chineseCounting": counting_short,
    "taiwaneseCounting": counting_short,
    "chineseCountingThousand": counting,
    "taiwaneseCountingThousand": counting,
    "japaneseCounting": counting,
    "koreanDigital2": digital,
    "ideographDigital": digital,
    "taiwaneseDigital": digital,
    "japaneseDigitalTenThousand": digital,
    "ideographTraditional": one_of(STEMS),
    "ideographZodiac": one_of(BRANCHES),
    "ideographZodiacTraditional": stem_branch,
    "ideographEnclosedCircle": one_of(run_of("㊀", 10)),
    "chineseLegalSimplified": legal,
    "japaneseLegal": legal,
    "ideographLegalTraditional": lambda number: counting(number).translate(LEGAL_TRADITIONAL),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda number: letters(number).lower(),
    "numberInDash": lambda number: f"- {number} -",
    "none": lambda number: "",
    "bullet": lambda number: "",
}


def written(number: int, form: str) -> str:
    """3, chineseCounting → 三; a format not listed is written in digits."""
    return FORMATS.get(form, str)(number) if number > 0 else "" if form in ("none", "bullet") else str(number)
