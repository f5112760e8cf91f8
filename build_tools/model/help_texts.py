"""What --help says, in Chinese. What is not in here is said in English."""

HELP = {
    "Plan Reader: plan texts → Markdown, data and site.": "规划读本：规划文本 → Markdown、数据和网站。",
    "sources and decisions → pages and data": "规划文本与编辑决定 → 页面和数据",
    "list what people have to look at; exit 1 if anything stops publication": "列出需要人看的地方；有妨碍发布的返回 1",
    "pages → website in build/site": "页面 → build/site 中的网站",
    "plans → PDF in build/pdf": "规划 → build/pdf 中的 PDF",
    "pages → folder and zip that work without a network": "页面 → 离线可用的文件夹和压缩包",
    "convert, then pdf, then site and offline": "依次 convert、pdf、site 和 offline",
    "how far a translation is; take new texts in, hand it to a translator and take it back": "译文进度；收入新文字，交给译者，再收回",
    "how sections of different plans are linked; --explain A B says why two are, or are "
    "not": "各规划的章节如何关联；--explain A B 说明两节为何关联或不关联",
    "preview in a browser, rebuilt on change": "浏览器预览，改动后自动重建",
    "the editor's desk: findings, doubts and links are decided with a click": "编辑台：核对所得、疑点、关联可点击认定",
    "its pages only, as a website in this folder": "只把页面建成网站，放入此文件夹",
    "folder with one folder a plan (content/sources)": "存放各规划文件夹的文件夹（content/sources）",
    "folder with the editors' decisions (other sources: the folder “curated” beside them, if "
    "any)": "存放编辑决定的文件夹（规划另放时，取其旁边的“curated”）",
    "folder for pages/ and data/ (content)": "存放 pages/ 和 data/ 的文件夹（content）",
    "print errors only": "只显示错误",
    "print the result as JSON": "以 JSON 显示结果",
    "language of messages: zh or en; the system's if left out": "提示所用语言：zh 或 en；不写则用系统语言",
    "leave this plan out and publish the others (may be given again)": "不发布此规划，只发布其他规划（可多次使用）",
    "write nothing; fail if anything would change": "不写文件；如有差异则返回 1",
    "write down what a person decided of this doubt, finding or link, in the file where it belongs (needs "
    "--reason)": "把人对这一存疑、问题或关联的认定写入应在的文件（须有 --reason）",
    "take back exactly what --accept wrote under this id": "撤回 --accept 以此编号写入的内容",
    "with --accept: what holds; what it may be stands in the doubt": "与 --accept 同用：应当如何；可用的值见该条提示",
    "with --accept: why, for those who come later": "与 --accept 同用：依据，供后来者查考",
    "which plan is meant, where the id stands in several": "编号见于几个规划时，指哪一个",
    "with --accept: who decided": "与 --accept 同用：认定人",
    "an empty folder → a publication of your own, without any plan yet": "空文件夹 → 自己的出版物，尚无规划",
    "a folder that is not there yet, or is empty": "尚不存在的或空的文件夹",
    "what the site is called (规划读本)": "站名（规划读本）",
    "who runs the site": "主办单位",
    "the address that it will have on the web: https://…": "将来的网址：https://…",
    "the publication: the folder with mkdocs.yml and content/ (the one you are in)": (
        "出版物：含 mkdocs.yml 和 content/ 的文件夹（默认为当前文件夹）"
    ),
    "a file as received (Word, web page, PDF, OCR result, text) → a folder of its own with a proposed card": (
        "收到的文件（Word、网页、PDF、识别结果、文本）→ 自己的文件夹和拟好的卡片"
    ),
    "the editor's desk in build/desk: findings, work lists to fill in, Word files with comments": (
        "build/desk 中的编辑台：核对所得、待填清单、带批注的 Word 文件"
    ),
    "files as received, each a plan": "收到的文件，每个是一个规划",
    "the one file is a new edition of this plan": "所给文件是此规划的新版本",
    "the files are one plan, in this order": "所给各文件按此顺序合为一部规划",
    "with --replace: what the former edition is called": "与 --replace 同用：原版本的名称",
    "links between every two plans, however many; without it, more than four plans are each compared with their "
    "nearest three": "每两个规划之间都作对应，不论多少；不写则四个以上时各与最近的三个比较",
    "read a filled work list (.xlsx or .docx) back": "读回已填写的待办清单（.xlsx 或 .docx）",
    "the folder to build (build/site)": "生成到哪个文件夹（build/site）",
    "book: for readers; gongwen: laid out like an official document": "book：供阅读；gongwen：公文版式",
    "which translation: the name of the PO file (en, zh_Hant)": "哪个译文：PO 文件的名称（en、zh_Hant）",
    "count missing, fuzzy, translated and reviewed entries of each chapter (the default)": (
        "统计每章未译、待核、已译、已校的条数（默认）"
    ),
    "compare the figures of every paragraph with those of its translation": "核对每段与其译文的数字",
    "take in what is new or changed in the plans": "收入规划中新增和改动的文字",
    "write a .po, .xlf or .xliff file for a translator": "写出供译者使用的 .po、.xlf 或 .xliff 文件",
    "take a translator's .po or .xlf file back": "收回译者的 .po 或 .xlf 文件",
    "addresses of two sections of different plans, such as one/03/01 two/04/02": (
        "不同规划两节的地址，如 one/03/01 two/04/02"
    ),
    "where to serve it on this machine (8000)": "本机预览的端口（8000）",
    "print this plan only": "只印此规划",
    "print this chapter only (of every plan, or of --plan)": "只印此章（每个规划的，或 --plan 的）",
    "print every chapter by itself, too, for its page on the site": "另将每一章单独印出，供网站的该章页面使用",
    "folder with more fonts, looked in first": "存放更多字体的文件夹，优先查找",
    "print this language only (zh, or a translation such as en)": "只印此语言（zh，或如 en 的译文）",
    "usage: ": "用法：",
    "positional arguments": "位置参数",
    "options": "选项",
    "show this help message and exit": "显示此帮助并退出",
    "%(prog)s: %(message)s. What there is says %(prog)s --help\n": "%(prog)s：%(message)s。用法见 %(prog)s --help\n",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "the following arguments are required: %s": "缺少参数：%s",
    "expected one argument": "此处需要一个值",
    "expected at least one argument": "此处至少需要一个值",
    "expected %s argument": "此处需要 %s 个值",
    "expected %s arguments": "此处需要 %s 个值",
    "not allowed with argument %s": "不能与 %s 同用",
    "invalid %(type)s value: %(value)r": "%(value)r 不能用在这里（%(type)s）",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s 不明确，可能是 %(matches)s",
    "ignored explicit argument %r": "此项不带值：%r",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "没有 %(value)r 这一项（可用：%(choices)s）",
}


def help_words(words: str, language: str) -> str:
    return HELP.get(words, words) if language.startswith("zh") else words
