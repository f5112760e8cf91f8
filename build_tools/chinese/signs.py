"""Signs that stand for other signs: radicals for characters, full-width digits for plain ones; and signs that nobody
sees."""

import unicodedata

# What NFKC leaves as it is in the block of CJK radicals; PDF programs write them for the characters they look like.
_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋"
    "⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅"
    "⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
RADICALS = dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
RADICALS["⼾"] = "户"  # NFKC has the traditional 戶; fonts for simplified Chinese draw 户 for both

# Private-use codes that Word writes for the bullets of its sign fonts (Symbol, Wingdings).
BULLETS = frozenset("\uf0b7\uf06c\uf06e\uf06f\uf075\uf076\uf0a7\uf0a8\uf0b2\uf0d8\uf0e8\uf0fc\uf071\uf077\uf09f\uf0ae")

INVISIBLE = frozenset(
    [
        *map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]),
        *["\ufeff", "\u00ad", "\u180e", "\u061c", "\ufffc"],
        *[*map(chr, range(0xFDD0, 0xFDF0)), "\ufffe", "\uffff"],  # no characters: programs may use them, no text
    ]
)
BLANKS = frozenset(["\u00a0", "\u202f", "\u205f", *map(chr, range(0x2000, 0x200B))])  # they look like a space

_NARROW = {code: code - 0xFEE0 for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]}
_NARROW |= {ord("％"): ord("%"), ord("＋"): ord("+"), ord("－"): ord("-"), ord("／"): ord("/")}
_NARROW |= {ord("．"): ord("."), ord("［"): ord("["), ord("］"): ord("]")}


def is_radical(sign: str) -> bool:
    """⼀ (Kangxi radical one), ⻋ and compatibility forms such as 金 (U+F90A) → True; 一 → False"""
    return "\u2e80" <= sign <= "\u2fdf" or "\uf900" <= sign <= "\ufaff"


def plain_character(sign: str) -> str:
    """⼯ → 工, ⻋ → 车; any other sign stays."""
    return RADICALS.get(sign) or unicodedata.normalize("NFKC", sign)


def is_private(sign: str) -> bool:
    return "\ue000" <= sign <= "\uf8ff" or sign >= "\U000f0000"


def narrow(string: str) -> str:
    """２０２５年增长６．５％ → 2025年增长6.5%, place for place: how figures are read where they are printed wide."""
    return string if string.isascii() else string.translate(_NARROW)
