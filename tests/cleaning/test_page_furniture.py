"""Page numbers are told by their run; whatever does not fit it stays in the text."""

from __future__ import annotations

from build_tools.cleaning.page_furniture import take_out
from build_tools.model.text import Draft, Line
from build_tools.readers import read_file

PAGE = "全县经济总量稳步增长，产业结构持续优化，城乡面貌明显改善，人民生活水平不断提高，各项事业全面进步。\n" * 12


def furniture(text: str) -> tuple[list[str], Draft]:
    """What was taken out, and the draft afterwards."""
    draft = read_file(text.encode("utf-8"), "plan.txt", "word_dump")[1].draft
    after = take_out(draft)
    return [text[entry.start : entry.end] for entry in after.removed[len(draft.removed) :]], after


def test_bare_numbers_that_run_on_at_page_distance_go() -> None:
    """7, 8, 9 with a page of text between each two are page numbers."""
    gone, _ = furniture("".join(f"{PAGE}{number}\n" for number in (7, 8, 9)))
    assert gone == ["7", "8", "9"]


def test_cells_on_lines_of_their_own_stay() -> None:
    """Figures and row numbers of a table whose cells are lines do not run on at page distance."""
    rows = "".join(f"{n}\n指标名称之{n}\n{n + 40}\n{n + 50}\n预期性\n" for n in range(1, 9))
    gone, _ = furniture(PAGE + rows + PAGE)
    assert gone == []


def test_a_bare_number_that_fits_between_two_page_numbers_goes_and_another_stays() -> None:
    """Of a scan that lost the dashes of one number, that number fits the run; 2030 does not."""
    gone, _ = furniture(f"{PAGE}— 3 —\n{PAGE}4\n{PAGE}到\n2030\n年\n{PAGE}— 6 —\n{PAGE}— 7 —\n")
    assert gone == ["— 3 —", "4", "— 6 —", "— 7 —"]


def test_what_looks_like_a_page_number_and_does_not_run_on_stays_with_a_problem() -> None:
    """Between pages 3 and 4 stands — 19 —: it stays, and a person is asked."""
    gone, after = furniture(f"{PAGE}— 3 —\n{PAGE}— 19 —\n{PAGE}— 4 —\n{PAGE}— 5 —\n")
    assert gone == ["— 3 —", "— 4 —", "— 5 —"]
    assert [(p.code, p.line) for p in after.problems] == [("page-number-like", 26)]


def test_addressees_that_come_again_are_no_running_head() -> None:
    """各乡镇人民政府 three times in the text, away from any page end, stays."""
    gone, after = furniture("各乡镇人民政府\n要主动作为。\n" * 4)
    assert gone == []
    assert sum(isinstance(line, Line) and line.string == "各乡镇人民政府" for line in after.lines) == 4


def test_two_running_heads_by_turns_go() -> None:
    """A booklet with one head on left pages and another on right ones."""
    heads = ("某县“十五五”规划纲要", "第一章　发展基础")
    text = "第一章　发展基础\n" + "".join(f"{PAGE}— {n} —\n{heads[n % 2]}\n" for n in range(1, 9))
    gone, after = furniture(text)
    assert [words for words in gone if words in heads] == [heads[n % 2] for n in range(1, 9)]
    assert after.lines[0].string == heads[1]


def test_row_numbers_are_not_taken_for_the_page_number_that_follows_them() -> None:
    """Behind page 6 stands a table with the rows 1 to 9 on lines of their own: 7 is printed behind it, and so is the
    row."""
    pages = "".join(f"{PAGE}{number}\n" for number in range(1, 7))
    rows = "".join(f"{n}\n指标名称之{n}\n预期性\n" for n in range(1, 10))
    gone, after = furniture(f"{pages}{rows}{PAGE}7\n{PAGE}8\n")
    assert gone == [str(n) for n in range(1, 9)]
    assert [line.string for line in after.lines if isinstance(line, Line)].count("7") == 1


def test_a_nearly_empty_page_does_not_end_the_run() -> None:
    """Of ten pages one holds a line only: its number and those behind it go, too."""
    gone, _ = furniture("".join(f"{'短页。' if n == 7 else PAGE}\n{n}\n" for n in range(1, 11)))
    assert gone == [str(n) for n in range(1, 11)]


def test_the_caption_of_a_table_at_the_top_of_a_page_stays() -> None:
    """表2 规划主要指标表 behind a page number names the table below; a running head it is not."""
    table = "表2 规划主要指标表\n指标\t2025年\t2030年\n粮食产量\t36\t40\n"
    gone, after = furniture(f"{PAGE}— 3 —\n{table}{PAGE}— 4 —\n{PAGE}— 5 —\n")
    assert gone == ["— 3 —", "— 4 —", "— 5 —"]
    assert any(isinstance(line, Line) and line.string == "表2 规划主要指标表" for line in after.lines)
