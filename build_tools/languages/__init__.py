"""What belongs to one language: how its figures, units, sentences and names look. A new language begins without any of
it."""

from .en import RULES as ENGLISH
from .rules import NO_RULES, Rules
from .zh import RULES as CHINESE

BY_LANGUAGE = {"en": ENGLISH, "zh": CHINESE}

__all__ = ["Rules", "rules_of"]


def rules_of(language: str) -> Rules:
    """en, en_GB → the English ones; zh_Hant → those of Chinese in any script; any other language has none yet"""
    return BY_LANGUAGE.get(language.replace("-", "_").partition("_")[0].lower(), NO_RULES)
