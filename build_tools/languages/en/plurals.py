"""English nouns for one thing: 1 day, 1 square kilometre, 1 household or business."""

from __future__ import annotations

import re

IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "buses": "bus", "gases": "gas"}
SAME = {"series", "species", "means", "headquarters", "works", "gas", "bus", "axis", "plus"}
ENDINGS = (("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"), ("ies", "y"))
HEAD = re.compile(
    r"[A-Za-z]+(?= of | or |/| per |$)"
)  # the noun that is counted: years of age, m³/day, households or businesses


def of_one(unit: str) -> str:
    """“ kilometres” → “ kilometre”; “ × 10,000 people” and “ or more items” are said so of one, too"""
    if unit.lstrip().startswith(("×", "or ")):
        return unit
    return HEAD.sub(lambda noun: singular(noun.group()), unit)


def singular(noun: str) -> str:
    """days → day, boxes → box, categories → category, people → person; what is no plural stays: km, mu, class"""
    if noun in IRREGULAR or noun in SAME or len(noun) < 4 or not noun.endswith("s") or noun.endswith("ss"):
        return IRREGULAR.get(noun, noun)
    return next((noun.removesuffix(many) + one for many, one in ENDINGS if noun.endswith(many)), noun[:-1])
