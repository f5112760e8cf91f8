"""What problems of files say to people: what a Word file or a page holds besides its text, and what was guessed of a
plan brought in."""

FILE_TEXTS = {
    "picture-here": (
        "A picture, perhaps of a table, stands after this line and is not in the text.",
        "本行之后有一幅图（可能是表格的图像），未收入正文。",
        "Look at it and bring what it says as text.",
        "请对照原文，把图中文字补录为文本。",
    ),
    "embedded-file": (
        "Another file is embedded after this line; its text is not read.",
        "本行之后嵌有另一个文件，其文字未读取。",
        "Open the document, copy the text of that file into it, and save it again.",
        "请打开文档，把嵌入文件的文字复制进来后重新保存。",
    ),
    "revisions": (
        "The file has open revisions: {0} insertions were kept, {1} deletions left out.",
        "文件带有未处理的修订：保留插入{0}处，略去删除{1}处。",
        "Accept or reject them in Word, so that it is certain what holds.",
        "请在 Word 或 WPS 中接受或拒绝全部修订，以确定文本。",
    ),
    "revised-here": (
        "An open revision: “{0}” inserted, {1} characters deleted.",
        "此处有未处理的修订：插入“{0}”，删除{1}字。",
        "Accept or reject it in Word.",
        "请在 Word 或 WPS 中接受或拒绝。",
    ),
    "deleted-text": (
        "The page marks text after this line as deleted; it is left out.",
        "网页把本行之后的一处文字标为删除，未收入。",
        "Look whether the deletion holds.",
        "请核对是否确已删除。",
    ),
    "comments": (
        "The file has {0} comments; they are not published.",
        "文件带有批注{0}条，均不发布。",
        "Look whether one of them concerns the text.",
        "请核对批注是否涉及正文。",
    ),
    "hidden-text": (
        "The file holds hidden text of {0} characters; it is left out.",
        "文件含有隐藏文字{0}个字，未收入。",
        "Look whether it belongs to the plan; then make it visible.",
        "请核对是否属于正文；如是，请取消隐藏。",
    ),
    "macros": (
        "The file carries macros; they were neither run nor kept.",
        "文件带有宏，未运行也未保留。",
        "Nothing to do.",
        "无须处理。",
    ),
    "running-head-text": (
        "A running head or foot holds a sentence that is not in the text: “{0}”.",
        "页眉或页脚中有成句文字，未收入正文：“{0}”。",
        "Look whether it belongs to the plan.",
        "请核对是否属于正文。",
    ),
    "highlighted": (
        "“{0}” is marked yellow, as authors mark what is still open.",
        "“{0}”以黄色突出显示，通常表示尚待核定。",
        "Look whether the figure or wording is final.",
        "请核对是否已经确定。",
    ),
    "signs-unreadable": (
        "{0} signs of the page could not be decoded and stand as �.",
        "网页中有{0}个字符无法解码，以 � 代替。",
        "Save the page again from the browser.",
        "请用浏览器重新保存网页。",
    ),
    "nested-table": (
        "A table stands inside a cell; its cells were put into that cell.",
        "单元格中嵌有表格，其内容并入该单元格。",
        "Compare with the file.",
        "请与原文件核对。",
    ),
    "card-guessed": (
        "These keys of plan.yml were guessed from the text: {0}.",
        "plan.yml 中以下各项由程序从文本推断：{0}。",
        "Look at them, mend them, and take “# guessed” away.",
        "请逐项核对、改正，并删去“# guessed”。",
    ),
    "lines-moved": (
        "plan.yml names lines of the former file ({0}).",
        "plan.yml 中的{0}所指为旧文件的行号。",
        "Compare them with the new text.",
        "请与新文本核对。",
    ),
}
