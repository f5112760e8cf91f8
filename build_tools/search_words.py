"""Loads what the search knows about words: content/curated/search.yml, and the topics and changed phrases that other pages use, too."""

from __future__ import annotations

from pathlib import Path

from .curation import check_keys, load_yaml
from .model.curated import SearchWord, SearchWords
from .model.edition import BadInput

WORD_KEYS = ("say", "plan", "reason")


def load_search_words(folder: Path) -> SearchWords:
    """A missing file means that the search knows no other words than the text's own."""
    words, idle = load_words(folder / "search.yml")
    return SearchWords(words + later_phrases(folder / "phrases.yml", words), idle, tuple(load_list(folder / "topics.yml", "topics")))


def load_words(path: Path) -> tuple[tuple[SearchWord, ...], tuple[str, ...]]:
    """(words, idle words) of search.yml."""
    if not path.is_file():
        return (), ()
    content = load_yaml(path)
    check_keys(path, content, ("words", "idle"), ("words",))
    words = tuple(load_word(path, entry) for entry in content["words"])
    stands_once(words)
    return words, tuple(str(word) for word in content.get("idle") or ())


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


def later_phrases(path: Path, words: tuple[SearchWord, ...]) -> tuple[SearchWord, ...]:
    """The wording of an earlier period finds that of the later one, unless search.yml explains the word itself."""
    known = {say for word in words for say in word.say}
    return tuple(
        SearchWord((old,), (new,), str(entry["reason"]), str(path))
        for entry in load_list(path, "phrases")
        for old, new in ((str(entry["from"]), str(entry["to"])), (str(entry["to"]), str(entry["from"])))
        if old not in known and not known.add(old)
    )


def load_list(path: Path, key: str) -> list:
    """A list that another stage checks: the file itself, or what stands under `key`."""
    content = load_yaml(path) if path.is_file() else []
    return (content.get(key) if isinstance(content, dict) else content) or []
