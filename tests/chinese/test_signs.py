"""Radicals stand for the characters of simplified Chinese that fonts draw in their place."""

from build_tools.chinese.signs import plain_character


def test_radicals_become_simplified_characters() -> None:
    """⼾ is 户, not 戶."""
    assert "".join(map(plain_character, "⼾⼯⻋⻓⻔")) == "户工车长门"
