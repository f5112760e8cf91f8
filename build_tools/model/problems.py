"""What a problem says to people: for each code the sentence and the advice, in English and Chinese.

{0}, {1} … are the values a stage gives. A stage names the code; no other place words a problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from .file_problems import FILE_TEXTS
from .problems_of_headings import HEADINGS
from .translation import Words

CONTENTS_ASK = ("Check which is right; the heading is shown.", "请核对何者为准；正文标题照录。")

TEXTS = {
    **HEADINGS,
    "no-heading": (
        "Badly read: no heading was recognised; the whole text is published as one chapter.",
        "识别很差：没有认出任何标题，全文作为一章发布。",
        "Look whether the file is complete and its format is the right one, or name the headings in plan.yml "
        "under headings.",
        "请核对文件是否完整、格式是否正确，或在 plan.yml 的 headings 中写明标题。",
    ),
    "few-chapters": (
        "Badly read: {0} chapter(s) were found in a long text.",
        "识别很差：很长的文字里只认出{0}章。",
        "Look for headings without a number, and name them in plan.yml under headings.",
        "请查找没有序号的标题，在 plan.yml 的 headings 中写明。",
    ),
    "front-large": (
        "Badly read: {0} % of the text stand before the first chapter.",
        "识别很差：全文的{0}%在第一章之前。",
        "Look for headings that were not recognised there, and name them in plan.yml under headings.",
        "请查找其中未认出的标题，在 plan.yml 的 headings 中写明。",
    ),
    "contents-unmatched": (
        "Badly read: {0} of {1} entries of the printed contents have no heading in the text.",
        "识别很差：目录共{1}条，其中{0}条在正文中没有对应的标题。",
        "Look whether the text is complete; PDFs may hold pages without text.",
        "请核对文字是否完整；PDF 可能有没有文字的页面。",
    ),
    "heading-sentence": (
        "“{0}” and its siblings (lines {1}) end like sentences and are taken for headings, as text stands below each.",
        "“{0}”等（第{1}行）以句号结尾，因各自成行、其下有正文，按标题处理。",
        "If they are items, write headings: {{text: [{1}]}} into plan.yml.",
        "若实为条目，请在 plan.yml 中写 headings: {{text: [{1}]}}。",
    ),
    "heading-run-in": (
        "Lines {1} run title and text together; as their siblings are headings, their first sentence is taken "
        "for the title.",
        "第{1}行标题与正文接排；因同级各条为标题，取其首句为标题。",
        "If they are items, write headings: {{text: [{1}]}} into plan.yml.",
        "若实为条目，请在 plan.yml 中写 headings: {{text: [{1}]}}。",
    ),
    "title-in-list": (
        "“{0}” (lines {1}) reads like a heading, but its siblings run on into their text: it is shown as an item.",
        "“{0}”（第{1}行）形似标题，但同级各条与正文接排，按条目处理。",
        "If it is a heading, write headings: {{section: [{1}]}} into plan.yml, with the level it has.",
        "若为标题，请在 plan.yml 中写 headings: {{section: [{1}]}}（级别按实际填写）。",
    ),
    "titles-taken": (
        "The lines {1} (“{0}”) have no number and are taken for headings, because position, length and the "
        "numbering below agree.",
        "第{1}行（“{0}”）没有序号；因位置、长短与其下编号相符，按标题处理。",
        "If they are none, write headings: {{text: [{1}]}} into plan.yml.",
        "若不是标题，请在 plan.yml 中写 headings: {{text: [{1}]}}。",
    ),
    "titles-offered": (
        "The numbering lacks its top level. The lines {1} (“{0}”) may be headings without a number; they are "
        "shown as text.",
        "编号缺少最高一级。第{1}行（“{0}”）可能是没有序号的标题，现按正文处理。",
        "Where they are headings, write headings: {{chapter: [{1}]}} into plan.yml.",
        "若为标题，请在 plan.yml 中写 headings: {{chapter: [{1}]}}。",
    ),
    "ruling-unused": (
        "plan.yml rules “{0}” as {1}, but no line of the text fits.",
        "plan.yml 将“{0}”定为 {1}，但正文没有这一行。",
        "Mend the line number or the words under headings in plan.yml.",
        "请更正 plan.yml 中 headings 的行号或文字。",
    ),
    "category-doubtful": (
        "It cannot be told for certain over which rows of this table its categories stand.",
        "这张表的类别各管哪几行，不能确定。",
        "Compare with the original, and mend the source or send the table as HTML or Excel.",
        "请对照原件；可改用 Word、Excel 原件或 HTML 表格。",
    ),
    "table-unread": (
        "What begins with “{0}” reads like a table whose columns were not recognised.",
        "“{0}”起的文字像是一张没有认出行列的表格。",
        "Compare with the original; a table sent as HTML, Excel or with tabs between its cells is read.",
        "请对照原件；可改用 Word、Excel 原件、HTML 表格，或在单元格之间用制表符。",
    ),
    "ragged-row": (
        "This row has {0} cells, the first row {1}.",
        "本行有{0}个单元格，表头有{1}个。",
        "Look in the issued plan which cell is missing; it is shown as it stands.",
        "请与印发本核对缺哪一格；页面照录。",
    ),
    "words-lost": (
        "“{0}” of this line was taken out for a mark of a table or a blank.",
        "本行的“{0}”被当作表格符号或空白去掉。",
        "Look in the source; if it belongs to the text, tell the makers of this program.",
        "请核对原文本；如属正文，请告知程序维护者。",
    ),
    "figure-lost": (
        "The figure “{0}” of this line is nowhere in the plan.",
        "本行的数字“{0}”没有出现在页面上。",
        "Look in the source; if it belongs to the text, tell the makers of this program.",
        "请核对原文本；如属正文，请告知程序维护者。",
    ),
    "figure-cut": (
        "The figure “{0}” of this line does not stand whole in one place.",
        "本行的数字“{0}”被拆开。",
        "Look at the page and in the issued plan.",
        "请核对页面与印发本。",
    ),
    "figure-grown": (
        "The figure “{0}” of this line has run together with the figure before it.",
        "本行的数字“{0}”与前一个数字连在了一起。",
        "Look at the page and in the issued plan; mend it with a correction.",
        "请核对页面与印发本，用 corrections.yml 改正。",
    ),
    "figure-row": (
        "The figure “{0}” of this line stands in another row of the table than the rest of the line.",
        "本行的数字“{0}”与同一行的其他数字不在表格的同一行。",
        "Look at the table and in the issued plan.",
        "请核对表格与印发本。",
    ),
    "indicator-years": (
        "No year was found for the values of this indicator table.",
        "此指标表的数值找不到对应年份。",
        "Look in the issued plan which columns are baseline and target; values without a year are not compared.",
        "请与印发本核对哪一列为基期、哪一列为目标；没有年份的数值不作比较。",
    ),
    "empty-head": (
        "Column {0} of this indicator table has figures and no head; they are shown, but not published as values.",
        "此指标表第{0}列有数字而没有表头，页面照录，不作为指标值发布。",
        "Look in the issued plan what they are.",
        "请与印发本核对。",
    ),
    "table-doubtful": (
        "This looks like a table, but its columns could not be told. The lines are shown as they stand.",
        "此处像是表格，但无法确定各列，页面按原文逐行照录。",
        "Look in the issued plan; give the table with tabs or bars between its cells, if it can be had.",
        "请与印发本核对；如能取得以制表符或竖线分隔的表格文本，请换用。",
    ),
    "table-rest": (
        "The table ends before “{0}”: what follows does not fit its columns and is shown as it stands.",
        "表格到“{0}”之前为止，其后的内容与各列不符，按原文照录。",
        "Look in the issued plan whether it belongs to the table.",
        "请与印发本核对是否属于该表。",
    ),
    "html-table": (
        "The HTML table that begins with “{0}” has no end or a table inside it; it is left as it stands.",
        "以“{0}”开始的 HTML 表格没有结束标记或表中套表，按原文照录。",
        "Mend the tags with a correction.",
        "请用 corrections.yml 改正标记。",
    ),
    "open-end": (
        "The paragraph ends without a sentence mark: “…{0}”.",
        "本段结尾没有句末标点：“…{0}”。",
        "Look whether something got lost after it.",
        "请核对其后是否有缺失。",
    ),
    "sentence-long": (
        "“{0}…” runs on for {1} characters without a full stop: the checks compare none of its figures and names.",
        "“{0}……”一句长达{1}字而无句号，自查不核对其中的数字与名称。",
        "Look whether full stops were lost, or a table was read as text; mend it in corrections.yml.",
        "请核对是否缺句号，或把表格读成了文字；可用 corrections.yml 改正。",
    ),
    "clause-long": (
        "“{0}…” runs on for {1} characters without a comma: no project is taken from it.",
        "“{0}……”连续{1}字没有标点，未从中取项目。",
        "Look whether marks were lost, or a table was read as text; mend it in corrections.yml.",
        "请核对是否缺标点，或把表格读成了文字；可用 corrections.yml 改正。",
    ),
    "leftover-markup": (
        "Markup was left in the text: “{0}”.",
        "文字中残留标记：“{0}”。",
        "Take it out with a correction, or tell the reader's maker.",
        "请用 corrections.yml 改正，或告知程序维护者。",
    ),
    "contents-only": (
        "The printed table of contents lists “{0}”, which is not among the headings.",
        "目录列有“{0}”，正文没有此标题。",
        "Look for it in the text.",
        "请在正文中查找。",
    ),
    "heading-only": (
        "The heading “{0}” is not in the printed table of contents.",
        "正文标题“{0}”不见于目录。",
        "Look whether it is a heading.",
        "请核对是否为标题。",
    ),
    "contents-wording": (
        "The printed table of contents reads “{0}”, the heading on line {1} reads “{2}”.",
        "目录作“{0}”，第{1}行正文标题作“{2}”。",
        *CONTENTS_ASK,
    ),
    "contents-width": (
        "In the printed table of contents “{0}” has punctuation different from the heading on line {1}.",
        "目录中“{0}”的标点与第{1}行正文标题不同。",
        *CONTENTS_ASK,
    ),
    "contents-page": (
        "The printed table of contents gives page {1} for “{0}”, the entry after it page {2}.",
        "目录中“{0}”标为第{1}页，其后一条却为第{2}页。",
        "The page numbers of the contents are not used.",
        "本站不使用目录页码。",
    ),
    "table-by-places": (
        "The table on page {0} has no lines between its cells, and what belongs to which row is in doubt.",
        "第{0}页的表格没有框线，哪些文字属于哪一行难以确定。",
        "Look at its rows and columns in the issued plan.",
        "请与印发本核对该表各行各列。",
    ),
    "page-without-text": (
        "Page {0} holds no text: it is a picture of a page.",
        "第{0}页没有文字层，是整页图像。",
        "Read the page with an OCR program, or add its text.",
        "请用文字识别程序识别本页，或补录其文字。",
    ),
    "formula-without-value": (
        "The cell {0} holds a formula whose result the file does not have; it is shown empty.",
        "单元格{0}是公式，文件中没有计算结果，页面留空。",
        "Open the file in Excel or WPS, save it, and bring it in again.",
        "请用 Excel 或 WPS 打开并保存后重新放入。",
    ),
    "page-crowded": (
        "Page {0} draws as many lines as a map: tables on it are shown as lines of text.",
        "第{0}页的线条多如地图，页上如有表格，按文字逐行照录。",
        "Look at the page; bring a table on it as text.",
        "请对照原页；如有表格，请另行补录。",
    ),
    "page-without-map": (
        "Page {0}: {1} signs cannot be read, as their font does not say what they stand for.",
        "第{0}页有{1}个字符因字体缺少对照表而无法读出。",
        "Read the page with an OCR program, or add its text.",
        "请用文字识别程序识别本页，或补录其文字。",
    ),
    "page-struck-text": (
        "Page {0}: words that are struck through stand in the text: “{1}”.",
        "第{0}页有带删除线的文字，仍照录在正文中：“{1}”。",
        "They are probably deleted: ask for the final file, or strike them in corrections.yml.",
        "可能是已删除的文字：请索取定稿，或在 corrections.yml 中删去。",
    ),
    "page-turned-text": (
        "Page {0}: words outside of tables lie on their side and are not in the text: “{1}”.",
        "第{0}页表格以外有横置或竖置的文字，未收入正文：“{1}”。",
        "Look at the page and bring what it says as text.",
        "请对照原页，如属正文请补录。",
    ),
    "picture": (
        "Page {0}: a picture, perhaps of a table, is not in the text.",
        "第{0}页有一幅图（可能是表格的图像），未收入正文。",
        "Look at the page and bring what it says as text.",
        "请对照原页，把图中文字补录为文本。",
    ),
    "unreadable-sign": (
        "A sign was lost or cannot be read: “{0}”.",
        "此处有无法识读的字符：“{0}”。",
        "Compare with the issued plan and mend it in corrections.yml; it is shown as it stands.",
        "请与印发本核对，在 corrections.yml 中改正；页面照录。",
    ),
    "page-number-like": (
        "“{0}” looks like a page number, but does not run on from the others; it was left in the text.",
        "“{0}”形似页码，但与前后页码不连续，保留在正文中。",
        "Look whether it belongs to the text; if not, take it out in corrections.yml.",
        "请核对是否为正文；不是的，用 corrections.yml 删去。",
    ),
    "image": (
        "A picture, perhaps of a table, stands here and is not in the text.",
        "此处有一幅图（可能是表格的图像），未收入正文。",
        "Look at the page and bring what it says as text.",
        "请对照原页，把图中文字补录为文本。",
    ),
    "said-twice": (
        "A passage stands twice in a row: “{0}”.",
        "此处文字连续重复：“{0}”。",
        "Look in the printed plan or the scan; if the program that read it repeated itself, take it out in "
        "corrections.yml.",
        "请与印发本或扫描件核对；属识别程序重复的，用 corrections.yml 删去。",
    ),
    "furniture-like": (
        "“{0}” looks like a button or footer of a web page; it was left in the text.",
        "“{0}”形似网页的按钮或页脚，保留在正文中。",
        "Look whether it belongs to the text; if not, take it out in corrections.yml.",
        "请核对是否为正文；不是的，用 corrections.yml 删去。",
    ),
    "formula": (
        "A formula that cannot be read as plain text was left as it stands: “{0}”.",
        "此处公式未能转为文字，照录：“{0}”。",
        "Compare with the issued plan and mend it in corrections.yml.",
        "请与印发本核对，在 corrections.yml 中改正。",
    ),
    "indicator-number": (
        "Indicator {0} comes after indicator {1}.",
        "指标序号{0}出现在{1}之后。",
        "Look in the issued plan whether a row got lost.",
        "请核对是否缺行。",
    ),
    "figures-unpaired": (
        "“{0}…分别” names more or fewer things than figures follow: no target was taken from it.",
        "“{0}……分别”列出的事项与数字个数不符，未取为目标。",
        "Look which figure belongs to what.",
        "请核对数字与事项的对应关系。",
    ),
    "figure-without-subject": (
        "The sentence does not say what its figure counts: “{0}”. No target was taken from it.",
        "句中看不出数字所指：“{0}”，未取为目标。",
        "Look whether words got lost.",
        "请核对文字是否有缺失。",
    ),
    "empty-attribute": (
        "Indicator {0} “{1}” has no attribute (anticipatory or binding).",
        "指标{0}“{1}”的属性栏为空。",
        "The cell is empty in the text and is shown so.",
        "原文本为空，页面照录。",
    ),
    "no-glyph": (
        "No font on this machine has “{0}” ({1}); PDFs print {2} in its place and say so in the colophon.",
        "本机字体中没有“{0}”（{1}），PDF 中印作{2}，并在版本说明中注明。",
        "Look whether the sign is right; if it is, print with a font that has it: “pdf --fonts DIR”.",
        "请核对该字；如无误，可用“pdf --fonts 文件夹”指定含有该字的字体。",
    ),
    "cell-perhaps-merged": (
        "“{0}”, {1}: a cell is empty below a filled one; in print one cell may stand over both rows.",
        "“{0}”的“{1}”一行有空格，上一行同列有值：原件可能是两行合用一格。",
        "Look in the issued plan. The cell is shown empty, with this doubt.",
        "请对照原件。页面照录空格，并注明此疑问。",
    ),
} | FILE_TEXTS


def wording(code: str, values: tuple[object, ...], language: str) -> tuple[str, str]:
    """(sentence, advice) in `language`; Chinese for any form of Chinese, else English."""
    return pair(TEXTS[code], values, language)


def pair(texts: tuple[str, str, str, str], values: tuple[object, ...], language: str) -> tuple[str, str]:
    """A value that has words of its own in every language (`said`) says them."""
    at = 1 if language.startswith("zh") else 0
    said = [value.said(language) if hasattr(value, "said") else value for value in values]
    return Words(texts[at]).format(*said), Words(texts[2 + at]).format(*said)


def filled(texts: tuple[str, str, str, str], values: tuple[object, ...], language: str) -> str:
    """Sentence and advice in one line; in Chinese no space stands between them."""
    return ("" if language.startswith("zh") else " ").join(pair(texts, values, language)).strip()


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt for a person to look at. `severity`: error stops publication, warning asks for a look, note only tells.

    `code` is a key of TEXTS, `values` fill its sentence. `file`: the file it is about, where that is not the plan's
    own.
    `quote`: the words of its line, where the values hold none.
    """

    severity: str
    code: str
    line: int
    values: tuple[object, ...] = ()
    file: str = ""
    quote: str = ""

    @property
    def id(self) -> str:
        """Stays the same while the text it quotes does, wherever that moves: the line is no part of it."""
        words = (str(value) for value in self.values if not isinstance(value, int))
        quoted = "\x1f".join((self.code, *words, self.quote))
        return sha256(quoted.encode("utf-8", "surrogatepass")).hexdigest()[:10]

    def sentence(self, file: str, language: str = "en") -> str:
        return f"{self.file or file}:{self.line}: {filled(TEXTS[self.code], self.values, language)}"


def in_order(problems: list[Problem], lines: Sequence[str]) -> tuple[Problem, ...]:
    """By line. One that quotes no words is told from others of its kind by those of its line."""
    quoted = (
        problem
        if any(isinstance(value, str) for value in problem.values) or not 0 < problem.line <= len(lines)
        else replace(problem, quote=lines[problem.line - 1])
        for problem in problems
    )
    return tuple(sorted(quoted, key=lambda problem: problem.line))
