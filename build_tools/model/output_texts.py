"""What a command says while it runs and at its end, where nothing is refused: for each code the English and the Chinese
sentence. {name} … are filled by the command; no other module words its output."""

from __future__ import annotations

from .tongues import is_chinese

OUTPUT: dict[str, tuple[str, str]] = {
    "reading": ("{number}/{of} {name}", "{number}/{of} {name}"),
    "comparing": ("comparing plans", "正在比较各规划"),
    "without": ("note: published without {names}.", "注意：未发布 {names}。"),
    "not-as-given": (
        "These files are not what sources and decisions give: {files}. Run “python -m build_tools convert”.",
        "以下文件与规划文本和编辑决定不符：{files}。请运行“python -m build_tools convert”。",
    ),
    "converted": (
        "{plans} plan(s), {files} file(s) written, {doubts} doubt(s) to look at (python -m build_tools check).",
        "共 {plans} 个规划，写入 {files} 个文件，有 {doubts} 处存疑待核对（python -m build_tools check）。",
    ),
    "as-given": (
        "{plans} plan(s), {files} file(s) differ, {doubts} doubt(s) to look at (python -m build_tools check).",
        "共 {plans} 个规划，{files} 个文件有差异，有 {doubts} 处存疑待核对（python -m build_tools check）。",
    ),
    "added": (
        "{file}: read as {reader}: {title} ({first}–{last}, {status}).",
        "{file}：按 {reader} 读取：{title}（{first}—{last}年，{status}）。",
    ),
    "found": ("found: {counts}, {indicators} indicators.", "认出：{counts}，指标 {indicators} 项。"),
    "more": ("… and {count} more: {check}", "……另有 {count} 处：{check}"),
    "added-next": (
        "Next: look at {card}, then run “{check}”, then “{all}”.",
        "下一步：核对 {card}，运行“{check}”，再运行“{all}”。",
    ),
    "building-site": ("building the site in {folder}", "正在 {folder} 生成网站"),
    "building-offline": ("building the offline bundle in {folder}", "正在 {folder} 生成离线包"),
    "building-both": ("building site and offline bundle in {folder}", "正在 {folder} 生成网站和离线包"),
    "site": (
        "{files} files in {folder}; open {page} through a web server, or run “python -m build_tools serve”.",
        "{folder} 中共 {files} 个文件；请通过网页服务器打开 {page}，或运行“python -m build_tools serve”。",
    ),
    "outdated": (
        "note: older than the pages, so the site does not offer them: {files}. Run “python -m build_tools all”, or "
        "“pdf” and “offline” before “site”.",
        "注意：以下文件早于页面，网站不提供：{files}。请运行“python -m build_tools all”，或在 site 之前运行 pdf 和 offline。",
    ),
    "offline": (
        "{archive}: {files} files, {size} MB, SHA-256 {sha256}; unpacked in {folder}.",
        "{archive}：{files} 个文件，{size} MB，SHA-256 {sha256}；解开后在 {folder}。",
    ),
    "site-and-bundle": (
        "{files} files in {folder}; {archive}: {size} MB, SHA-256 {sha256}.",
        "{folder} 中共 {files} 个文件；{archive}：{size} MB，SHA-256 {sha256}。",
    ),
    "fonts": (
        "note: no font for {faces} on this machine; 宋体 stands in, so the files are called a4 and not gongwen (公文). "
        "The Debian package texlive-lang-chinese brings the faces, or --fonts names a folder that has them (see "
        "build_tools/publishing/typst/FONTS.md).",
        "注意：本机没有{faces}的字体，以宋体代替，文件因此名为 a4，不称公文。Debian 软件包 texlive-lang-chinese "
        "带有这些字体，也可用 --fonts 指定字体文件夹（见 build_tools/publishing/typst/FONTS.md）。",
    ),
    "substituted": (
        "note: no font has {signs}; the number stands in its place, and the colophon says so. “check” names the lines; "
        "--fonts DIR adds a font.",
        "注意：没有字体含有 {signs}，以编号代替，并在版本说明中注明。check 列出所在行；可用 --fonts 文件夹 增加字体。",
    ),
    "pdf-file": ("{file} ({pages} pages, {size} KB)", "{file}（{pages} 页，{size} KB）"),
    "pdfs": ("{count} PDF(s) in {folder}: {files}.", "{folder} 中共 {count} 个 PDF：{files}。"),
    "links": ("{count} links: {kinds}.", "共 {count} 处对应：{kinds}。"),
    "taken-back": ("{file} taken into {po}.", "已将 {file} 收入 {po}。"),
    "nothing-new": ("{file} taken into {po}: nothing new.", "已将 {file} 收入 {po}：没有新内容。"),
    "updated": ("{po} brought up to the plans.", "{po} 已按规划更新。"),
    "up-to-date": ("{po} is up to date.", "{po} 已是最新。"),
    "exported": ("{file} written. Take it back with --import.", "已写出 {file}。译完后用 --import 收回。"),
    "look-at": ("{place}: {address}: {what}. Look at the translation.", "{place}：{address}：{what}。请核对译文。"),
    "figures-stand": ("Every figure stands in its translation.", "每个数字都在译文中。"),
    "figures-unseen": (
        "Figures were not compared: the program has no rules yet for figures in “{language}” (build_tools/languages).",
        "未核对数字：程序尚无“{language}”的数字规则（build_tools/languages）。",
    ),
    "all-chapters": ("all", "合计"),
    "missing": ("missing", "未译"),
    "fuzzy": ("fuzzy", "待核"),
    "translated": ("translated", "已译"),
    "reviewed": ("reviewed", "已校"),
    "serving": ("{address}  (stop with Ctrl+C)", "{address}  （按 Ctrl+C 停止）"),
    "as-said": ("{words}", "{words}"),
    "serving-ended": ("stopped", "已停止"),
    "built": ("built in {seconds} s", "已生成，用时 {seconds} 秒"),
    "made-new": (
        "{folder} is made. Next: go there, run “python -m build_tools add FILE”, then “python -m build_tools all”.",
        "{folder}：已建立。下一步：进入该文件夹，运行“python -m build_tools add 文件”，再运行“python -m build_tools all”。",
    ),
    "desk": (
        "{folder}: {site} (open it from disk), {files}.",
        "{folder}：{site}（可直接打开），{files}。",
    ),
    "findings-waiting": (
        "{plan}: checked against itself; not decided yet: {total} ({sure} to mend, {ask} to ask about). "
        "To see them: python -m build_tools desk",
        "{plan}：自查所得 {total} 处尚未判断（应当修改 {sure}，请起草者说明 {ask}）。查看：python -m build_tools desk",
    ),
    "desk-making": ("making the desk in {folder}", "正在 {folder} 生成编辑台"),
    "desk-lost": (
        "{plan}: the Word file does not have the words “{quote}”; this finding is on the page only.",
        "{plan}：Word 文件中找不到“{quote}”，此处所得只在网页上。",
    ),
    "reply": (
        "{file}: {filled} filled in, {waiting} still open, {new} not on the list, {against} against the text.",
        "{file}：已填 {filled} 处，未填 {waiting} 处，清单上没有的 {new} 处，与文本不合的 {against} 处。",
    ),
    "reply-waiting": ("open      {place}: {missing}", "未填      {place}：{missing}"),
    "reply-new": ("new       {place}: {missing}", "新增      {place}：{missing}"),
    "reply-unknown": (
        "unknown   {id} {value}: no such task any more; its sentence was changed or filled in.",
        "已无此项  {id} {value}：原句已改或已填。",
    ),
    "reply-against": ("against   {place}: {value} — {finding}", "不合      {place}：{value} — {finding}"),
}
NAMES: dict[str, tuple[str, str]] = {
    "error": ("error", "错误"),
    "warning": ("warning", "存疑"),
    "note": ("note", "提示"),
    "part": ("part", "篇"),
    "chapter": ("chapter", "章"),
    "section": ("section", "节"),
    "subsection": ("subsection", "小节"),
    "front": ("front", "前文"),
    "annex": ("annex", "附件"),
    "adopted": ("adopted", "已批准"),
    "draft": ("draft", "草案"),
    "computed": ("computed", "程序推断"),
    "curated": ("curated", "编者所定"),
    "accept": ("accept", "编者认可"),
    "add": ("add", "编者增加"),
}


def said(code: str, tongue: str, /, **values: object) -> str:
    return OUTPUT[code][is_chinese(tongue)].format(**values)


def name_of(word: str, language: str) -> str:
    """A word of the data as people say it: warning → 存疑; one that is not known stays as it is"""
    return NAMES.get(word, (word, word))[is_chinese(language)]
