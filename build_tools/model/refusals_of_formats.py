"""Refusals of Word files, web pages, PDFs, OCR results and XLIFF: for each code the sentence and the advice, in English
and Chinese, as in problems.py."""

TO_DOCX = ("Open it in Word or WPS and save it as .docx.", "请用 Word 或 WPS 打开，另存为 .docx。")
GET_AGAIN = (
    "Get it again, or open it in Word or WPS and save it as .docx.",
    "请重新获取，或用 Word、WPS 打开后另存为 .docx。",
)
PLAN_ALONE = ("Bring in the plan alone.", "请只放入规划本身。")
TEXT_ALONE = ("Save its text alone.", "请只保存其中的正文。")
NO_LOCK = ("Open it, take the password off, and save it anew.", "请打开文件，去掉密码后重新保存。")

FORMATS: dict[str, tuple[str, str, str, str]] = {
    "size-of-file": (
        "the file has {0} MB; no plan is so large.",
        "文件有 {0} MB，规划不会这样大。",
        *PLAN_ALONE,
    ),
    "locked": ("the file is locked with a password.", "文件设有密码。", *NO_LOCK),
    "old-office": (
        "this is a file of the old kind (.doc, .wps, .xls).",
        "这是旧格式的文件（.doc、.wps、.xls）。",
        "Open it in Word or WPS, choose “save as”, and save it as .docx.",
        "请用 Word 或 WPS 打开，选择“另存为”，存成 .docx。",
    ),
    "rich-text": ("this is a rich text file (.rtf).", "这是 RTF 文件（.rtf）。", *TO_DOCX),
    "a-picture": (
        "this is a picture.",
        "这是图片。",
        "Have its text recognised (MinerU, docling, PaddleOCR) and bring in the result.",
        "请先识别其中的文字（MinerU、docling、PaddleOCR），再放入识别结果。",
    ),
    "an-archive": (
        "this is an archive.",
        "这是压缩包。",
        "Unpack it and bring in the file of the plan.",
        "请解压后放入规划文件。",
    ),
    "flat-word": ("this is a Word document saved as XML.", "这是存成 XML 的 Word 文档。", *TO_DOCX),
    "an-excel-workbook": (
        "this is an Excel workbook, not a Word file.",
        "这是 Excel 工作簿，不是 Word 文件。",
        "Open it and save the text of the plan as .docx.",
        "请打开它，把规划正文另存为 .docx。",
    ),
    "a-presentation": (
        "this is a presentation, not a Word file.",
        "这是演示文稿，不是 Word 文件。",
        "Open it and save the text of the plan as .docx.",
        "请打开它，把规划正文另存为 .docx。",
    ),
    "an-ofd-file": (
        "this is an OFD file, not a Word file.",
        "这是 OFD 版式文件，不是 Word 文件。",
        "Open it and save the text of the plan as .docx.",
        "请打开它，把规划正文另存为 .docx。",
    ),
    "an-opendocument-file": (
        "this is an OpenDocument file, not a Word file.",
        "这是 OpenDocument 文件，不是 Word 文件。",
        "Open it and save the text of the plan as .docx.",
        "请打开它，把规划正文另存为 .docx。",
    ),
    "a-zip-archive": (
        "this is a zip archive, not a Word file.",
        "这是 zip 压缩包，不是 Word 文件。",
        "Unpack it and bring in the plan as .docx or text.",
        "请解压，放入 .docx 或文本形式的规划。",
    ),
    "docx-empty": (
        "there is no text in the file.",
        "文件里没有文字。",
        "Look whether it holds pictures of pages only.",
        "请看是否只有页面图片。",
    ),
    "xlsx-broken": ("the Excel file is damaged or locked.", "Excel 文件已损坏或设有密码。", *GET_AGAIN),
    "xlsx-large": ("the Excel file is far larger than any table.", "Excel 文件过大，不是一份表格。", *GET_AGAIN),
    "docx-broken": ("the file is damaged and cannot be unpacked.", "文件已损坏，无法解压。", *GET_AGAIN),
    "docx-most-parts": (
        "the file holds {0} parts; no Word file does.",
        "文件含有 {0} 个部件，Word 文件不会这样多。",
        *GET_AGAIN,
    ),
    "docx-part-large": (
        "the part {0} would unpack to {1} MB; no plan is so long.",
        "部件 {0} 解压后有 {1} MB，规划不会这样长。",
        *PLAN_ALONE,
    ),
    "docx-entities": (
        "the part {0} declares entities, which Word never writes.",
        "部件 {0} 声明了实体，Word 从不这样写。",
        *GET_AGAIN,
    ),
    "docx-part-broken": ("the part {0} is damaged ({1}).", "部件 {0} 已损坏（{1}）。", *GET_AGAIN),
    "docx-no-document": (
        "the file is no Word document (it has no {0}).",
        "文件不是 Word 文档（缺 {0}）。",
        "Save it as .docx.",
        "请另存为 .docx。",
    ),
    "nested-tables": (
        "tables stand inside tables more than {0} deep.",
        "表格嵌套超过 {0} 层。",
        "Save the text without them.",
        "请去掉嵌套的表格后保存。",
    ),
    "most-tables": ("the file holds more than {0} tables.", "文件中的表格超过 {0} 个。", *PLAN_ALONE),
    "most-columns": (
        "a table has more than {0} columns.",
        "有一张表超过 {0} 列。",
        "Split the table, or save the text without it.",
        "请拆分表格，或去掉后保存。",
    ),
    "page-attributes": (
        "a tag of the page has more than {0} attributes.",
        "网页中有一个标签的属性超过 {0} 个。",
        *TEXT_ALONE,
    ),
    "most-text": ("the file holds more than a plan can.", "文件内容超过规划可能的篇幅。", *PLAN_ALONE),
    "page-large": ("the page has {0} MB; no plan is so large.", "网页有 {0} MB，规划不会这样大。", *TEXT_ALONE),
    "page-elements": (
        "the page holds more than {0} elements; no plan does.",
        "网页中的元素超过 {0} 个，规划不会这样多。",
        *TEXT_ALONE,
    ),
    "page-open-tags": (
        "more than {0} tags of the page are never closed.",
        "网页中有超过 {0} 个标签没有闭合。",
        *TEXT_ALONE,
    ),
    "page-none": (
        "there is no page in this file.",
        "文件里没有网页。",
        "Save it from the browser as a web page.",
        "请在浏览器中另存为网页。",
    ),
    "page-no-article": (
        "there is no article on this page; its text may stand in a frame or come from a script.",
        "网页里没有正文；文字可能在框架中，或由脚本生成。",
        "Open the text alone in a browser, copy it into Word, and save it as .docx.",
        "请在浏览器中单独打开正文，复制到 Word，存成 .docx。",
    ),
    "json-odd": (
        "this JSON is not as MinerU or docling write it ({0}).",
        "这个 JSON 不是 MinerU 或 docling 写出的样子（{0}）。",
        "Give the file content_list.json as the program wrote it.",
        "请放入程序原样写出的 content_list.json。",
    ),
    "json-empty": (
        "the file holds no text.",
        "文件里没有文字。",
        "Look whether the OCR program read the scan to its end.",
        "请看识别程序是否把扫描件读完。",
    ),
    "pdf-pages": (
        "the PDF has {0} pages; {1} can be read.",
        "PDF 有 {0} 页，最多可读 {1} 页。",
        "Split it.",
        "请拆成几个文件。",
    ),
    "pdf-page-full": (
        "page {0} draws more than {1} signs and lines.",
        "第 {0} 页的字和线条超过 {1} 个。",
        "Print that page anew, or leave it out.",
        "请重新打印此页，或去掉此页。",
    ),
    "pdf-page-large": (
        "page {0} takes more than {1} MB of operators.",
        "第 {0} 页的绘图指令超过 {1} MB。",
        "Print the maps on it anew as pictures, or leave them out.",
        "请把页上的地图等改存为图片后重新打印，或去掉。",
    ),
    "pdf-full": (
        "up to page {0} more than {1} signs and lines are drawn.",
        "到第 {0} 页为止，字和线条超过 {1} 个。",
        "Print the maps anew as pictures, or split the file.",
        "请把地图改存为图片后重新打印，或拆成几个文件。",
    ),
    "pdf-inflates": (
        "a stream of page {0} unpacks to more than {1} MB.",
        "第 {0} 页有一段数据解压后超过 {1} MB。",
        "No plan needs that; save or print the file anew as PDF.",
        "规划文件不会如此，请重新保存或打印为 PDF。",
    ),
    "pdf-broken": (
        "the PDF is broken ({0} on page {1}).",
        "PDF 已损坏（第 {1} 页：{0}）。",
        "Save or print it anew as PDF.",
        "请重新保存或打印为 PDF。",
    ),
    "pdf-pictures": (
        "{0} of {1} pages hold no text: they are pictures of pages.",
        "共 {1} 页，其中 {0} 页没有文字，只有页面图片。",
        "Read the pages with an OCR program such as MinerU or docling and bring in the JSON it writes.",
        "请用 MinerU、docling 等程序识别，再放入其写出的 JSON。",
    ),
    "pdf-no-map": (
        "{0} of {1} pages cannot be read: their fonts do not say which sign a picture of a letter stands for.",
        "共 {1} 页，其中 {0} 页的字体缺少字符对照表，无法读出文字。",
        "Read the pages with an OCR program such as MinerU or docling, or ask for the Word file.",
        "请用 MinerU、docling 等程序识别，或向编制单位索取 Word 文件。",
    ),
    "xliff-control": (
        "the text holds a control character that XLIFF cannot carry.",
        "文字中有 XLIFF 不能写的控制字符。",
        "Export a .po file instead.",
        "请改为导出 .po 文件。",
    ),
    "xliff-broken": (
        "this is not an XLIFF file ({0}).",
        "这不是 XLIFF 文件（{0}）。",
        "Export it anew, or ask the translator for XLIFF 1.2 or 2.0.",
        "请重新导出，或请译者提供 XLIFF 1.2 或 2.0。",
    ),
    "xliff-doctype": (
        "an XLIFF file has no document type (<!DOCTYPE …>).",
        "XLIFF 文件不应有文档类型（<!DOCTYPE …>）。",
        "Take that line out.",
        "请删去此行。",
    ),
    "xliff-other-xml": (
        "this is XML, but no XLIFF: it begins with <{0}>.",
        "这是 XML，但不是 XLIFF：开头是 <{0}>。",
        "Ask for XLIFF 1.2 or 2.0.",
        "请索取 XLIFF 1.2 或 2.0。",
    ),
    "fields-differ": (
        "the translation of “{0}” does not fit: {1}.",
        "“{0}”的译文占位符不符：{1}。",
        "Write {2} as in the Chinese.",
        "请按中文写上 {2}。",
    ),
    "add-no-plan": (
        "there is no plan of this name.",
        "没有这个名称的规划。",
        "Leave --replace out to bring in a new plan.",
        "如要放入新的规划，请不写 --replace。",
    ),
    "add-several": (
        "this plan comes in several files.",
        "该规划由几个文件组成。",
        "Put the new files into its folder, name them under files in plan.yml, and move the former ones to "
        "editions/<name>/ with an edition.yml.",
        "请把新文件放入其文件夹，写入 plan.yml 的 files，原文件移到 editions/<名称>/ 并附 edition.yml。",
    ),
    "add-name": (
        "a text cannot have this name.",
        "规划文本不能用这个文件名。",
        "Give the file another one.",
        "请改名。",
    ),
    "add-one-file": (
        "--replace takes one file.",
        "--replace 只能跟一个文件。",
        "Give the one that takes the place of the former.",
        "请写出替换旧文件的那一个。",
    ),
    "add-folder-there": (
        "there is a folder of this name.",
        "已有这个名称的文件夹。",
        "Use --replace {0} for a new edition of that plan.",
        "如为该规划的新版本，请用 --replace {0}。",
    ),
    "add-edition-there": (
        "there is an edition of this name.",
        "已有这个名称的版本。",
        "Move it away and try again.",
        "请移走后重试。",
    ),
    "site-elsewhere": (
        "this is not a folder that a site was built in: what lies there would be lost.",
        "这不是以前生成网站的文件夹，其中的内容会丢失。",
        "Name another folder, or empty this one.",
        "请换一个文件夹，或先清空此文件夹。",
    ),
    "stopped": (
        "stopped before the end.",
        "中途停止。",
        "Run it again; what is half done is then completed or taken back.",
        "请重新运行；未完成的部分届时会补完或撤回。",
    ),
    "port-taken": (
        "port {0} is taken by another program, perhaps another preview.",
        "端口 {0} 已被其他程序占用，可能是另一个预览。",
        "Stop that, or choose another port: --port {1}.",
        "请停掉它，或换一个端口：--port {1}。",
    ),
    "another-run": (
        "another run of build_tools is writing here.",
        "build_tools 的另一次运行正在写入此处。",
        "Wait until it is done, then start again.",
        "请等它结束后再运行。",
    ),
    "no-font": (
        "there is no font for {0}.",
        "没有用于{0}的字体。",
        "Run “pip install {1}”, or install it on this system (宋体 and 黑体: Noto CJK, on Debian fonts-noto-cjk).",
        "请运行“pip install {1}”，或在系统中安装（宋体、黑体：Noto CJK，Debian 为 fonts-noto-cjk）。",
    ),
}
