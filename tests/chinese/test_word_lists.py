"""Words as data: each with the kind of sentence that made it necessary."""

from __future__ import annotations

from importlib.resources import files

import pytest

from build_tools.chinese.word_lists import LINE, any_of, lines_of, words_of

LISTS = sorted(
    file.name for file in files("build_tools.chinese").joinpath("words").iterdir() if file.name.endswith(".yml")
)


@pytest.mark.parametrize("name", LISTS)
def test_every_word_stands_with_a_sentence_that_shows_it(name):
    """A line is a word and a sentence of another county; no word stands twice."""
    lines = lines_of(name)
    assert lines
    words = [match["word"] for line in lines if (match := LINE.match(line))]
    assert len(words) == len(lines) == len(set(words))
    for word, line in zip(words, lines, strict=False):
        sentence = line[len(word) + 1 :].strip()
        assert sentence, line
        assert any(sign in sentence for sign in word), line


def test_the_longest_word_comes_first():
    """新改建 is not read as 新 and 改建."""
    assert any_of("undertaking_verbs").index("新建改造") < any_of("undertaking_verbs").index("新建|")
    assert list(words_of("works")) == sorted(words_of("works"), key=lambda word: (-len(word), word))
