"""What the checks cannot compare is said with its line, not passed over."""

from pathlib import Path

from small_plan import read_folder, write_plan

HEAD = "## 第一章 总则\n\n到2030年，产值达到5亿元。\n\n"


def told(folder: Path, text: str) -> list[tuple[str, int]]:
    plan = read_folder(write_plan(folder, "some", HEAD + text + "\n"))
    return [(problem.code, problem.line) for problem in plan.problems if problem.code.endswith("-long")]


def test_a_sentence_without_end_is_told(tmp_path: Path) -> None:
    """More than a thousand signs with commas only are published, not compared, and named with their line."""
    assert told(tmp_path, "先建成一段。" + "推进产业发展，" * 150 + "产值达到6亿元。") == [("sentence-long", 5)]


def test_a_clause_without_marks_is_told(tmp_path: Path) -> None:
    """So are more than five hundred signs without any mark, from which no project is taken."""
    assert told(tmp_path, "加强建设，新建" + "云岭河谷" * 130 + "水库。") == [("clause-long", 5)]


def test_a_long_paragraph_of_sentences_is_none(tmp_path: Path) -> None:
    """However many sentences a paragraph has, each is compared, and nothing is said."""
    assert told(tmp_path, "推进产业发展，产值逐年增长。" * 200) == []
