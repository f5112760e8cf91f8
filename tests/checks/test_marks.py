"""Marks without a counterpart are told once a clause, however many there are."""

from build_tools.checks.marks import clauses_of, unbalanced


def test_a_run_of_one_mark_is_one_finding() -> None:
    """““““甲，乙》。 → 甲 with “ and 乙 with 》, each once."""
    text = "““““甲，乙》。"
    assert list(dict.fromkeys(clauses_of(text, unbalanced(text)))) == [("““““甲", "“"), ("乙》", "》")]
