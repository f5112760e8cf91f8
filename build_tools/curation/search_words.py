"""Loads what the search knows about words: search.yml (everyday words and the words plans use), the glossary's English,
changed phrases, names of places."""

from __future__ import annotations

from pathlib import Path

from ..model.curated import SearchWord, SearchWords, Term, Toponym
from ..model.subjects import Phrase
from .keys import Once, check_keys, check_list, entries_of
from .yaml_files import load_yaml

KEYS = {"words", "idle"}
WORD_KEYS = ("say", "plan", "reason")
LOCALES = "locales"  # a language with a file in there may stand as a key


def load_search_words(
    path: Path, glossary: tuple[Term, ...] = (), phrases: tuple[Phrase, ...] = (), places: tuple[Toponym, ...] = ()
) -> SearchWords:
    """An earlier source rules over a later one; a missing file means that the search knows no other words than the
    text's own."""
    words, idle = load_words(path)
    words += english_terms(glossary, words)
    words += changed_phrases(phrases, words)
    words += names_of_places(places, words)
    return SearchWords(words, idle)


def load_words(path: Path) -> tuple[tuple[SearchWord, ...], tuple[str, ...]]:
    """The words of search.yml, and those that name nothing. Raises BadInput with the line and the fault of the first
    entry that is wrong."""
    content = load_yaml(path) if path.is_file() else None
    if content is None:
        return (), ()
    check_keys(path, content, tuple(sorted(KEYS)), ("words",), others=KEYS)
    languages = tuple(sorted({"en", *(file.stem for file in (path.parent / LOCALES).glob("*.po"))}))
    seen, words = Once(path), []
    for line, entry in entries_of(path, content["words"], content.lines["words"]):
        lists = ("say", "plan", *languages)
        check_keys(path, entry, WORD_KEYS + languages, WORD_KEYS, line, others=lists)
        said = {key: check_list(path, entry, key, "[词, 词]", least=1) for key in lists if key in entry}
        for say in said["say"]:
            seen.see(say, line)
        translated = {key: said[key] for key in languages if key in said}
        words.append(SearchWord(said["say"], said["plan"], str(entry["reason"]), translated))
    return tuple(words), check_list(path, content, "idle", "[词, 词]")


def english_terms(glossary: tuple[Term, ...], words: tuple[SearchWord, ...]) -> tuple[SearchWord, ...]:
    """“standard coal (tce)” finds 标准煤: the glossary's English wording less what stands in brackets."""
    known = said(words)
    pairs: dict[str, str] = {}
    for term in glossary:
        pairs.setdefault(term.name_en.partition("(")[0].strip(), term.name)
    return tuple(SearchWord((en,), (zh,), "glossary.yml") for en, zh in pairs.items() if en and en not in known)


def said(words: tuple[SearchWord, ...]) -> set[str]:
    return {say for word in words for say in word.say}


def changed_phrases(phrases: tuple[Phrase, ...], words: tuple[SearchWord, ...]) -> tuple[SearchWord, ...]:
    """The wording of one period finds that of the other, unless search.yml explains the word itself."""
    known = said(words)
    pairs: dict[str, Phrase] = {}
    for phrase in phrases:
        pairs.setdefault(phrase.old, phrase)
        pairs.setdefault(phrase.new, phrase)
    return tuple(
        SearchWord((say,), (phrase.new if say == phrase.old else phrase.old,), phrase.reason)
        for say, phrase in pairs.items()
        if say not in known
    )


def names_of_places(places: tuple[Toponym, ...], words: tuple[SearchWord, ...]) -> tuple[SearchWord, ...]:
    """Any name of a place finds its others: 集阿公路 → G303. A name that holds the other finds it anyway."""
    known = said(words)
    pairs: dict[str, tuple[str, ...]] = {}
    for place in places:
        names = [name for name in (place.name, *place.aliases) if "[" not in name]
        for name in names:
            others = tuple(other for other in names if name not in other and other not in name)
            if others and name not in known:
                pairs.setdefault(name, others)
    return tuple(SearchWord((name,), others, "places.yml") for name, others in pairs.items())
