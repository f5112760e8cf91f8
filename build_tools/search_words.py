"""Loads content/curated/search.yml: everyday words and the words plans use for the same thing, each pair with its reason."""

from __future__ import annotations

from pathlib import Path

from .curation import check_keys, load_yaml
from .model.curated import SearchWord, SearchWords
from .model.edition import BadInput

WORD_KEYS = ("say", "plan", "reason")
LISTS = ("idle", "overview")


def load_search_words(folder: Path) -> SearchWords:
    """A missing file means that the search knows no other words than the text's own."""
    path = folder / "search.yml"
    if not path.is_file():
        return SearchWords()
    content = load_yaml(path)
    check_keys(path, content, ("words", *LISTS), ("words",))
    words = tuple(load_word(path, entry) for entry in content["words"])
    stands_once(words)
    return SearchWords(words, *(tuple(str(word) for word in content.get(key) or ()) for key in LISTS))


def load_word(path: Path, entry: dict) -> SearchWord:
    check_keys(path, entry, WORD_KEYS, WORD_KEYS)
    place = f"{path}:{entry.lc.line + 1}"
    for key in ("say", "plan"):
        if not isinstance(entry[key], list) or not entry[key]:
            raise BadInput(f"{place}: “{key}” must be a list of words. Write it as [词, 词].")
    return SearchWord(tuple(map(str, entry["say"])), tuple(map(str, entry["plan"])), str(entry["reason"]), place)


def stands_once(words: tuple[SearchWord, ...]) -> None:
    """Raises BadInput where two entries explain one everyday word: nobody would know which one works."""
    seen: dict[str, str] = {}
    for word in words:
        for say in word.say:
            if say in seen:
                raise BadInput(f"{word.place}: “{say}” is already explained at {seen[say]}. Put the words of both entries into one.")
            seen[say] = word.place
