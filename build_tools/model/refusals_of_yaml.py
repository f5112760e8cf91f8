"""What is said where a YAML file of people cannot be read: sentence and advice, in English and Chinese."""

YAML = {
    "yaml-broken": (
        "this is not valid YAML: {0}.",
        "YAML 格式有误：{0}。",
        "Look for a missing colon, quote or indent.",
        "请看是否缺冒号、引号或缩进。",
    ),
    "yaml-wide-colon": (
        "behind “{0}” stands a full-width colon “：”.",
        "“{0}”之后是全角冒号“：”。",
        "Write “{0}: ” with an ASCII colon and a blank.",
        "请写成“{0}: ”，用半角冒号并加一个空格。",
    ),
    "yaml-tight-colon": (
        "behind the colon of “{0}:” an ordinary blank is missing.",
        "“{0}:”的冒号之后缺一个半角空格。",
        "Write “{0}: ”.",
        "请写成“{0}: ”。",
    ),
    "yaml-wide-sign": (
        "the full-width sign “{0}” stands where YAML reads “{1}” only.",
        "此处是全角“{0}”，YAML 只认“{1}”。",
        "Write the ASCII sign, or put the words in quotes.",
        "请改用半角符号；若属文字，请加引号。",
    ),
    "merge-marks": (
        "two versions of the file were not merged: “{0}”.",
        "文件的两个版本没有合并：“{0}”。",
        "Choose what holds, and take the lines with <<<<<<<, ======= and >>>>>>> out.",
        "请选定内容，并删去带 <<<<<<<、=======、>>>>>>> 的各行。",
    ),
    "yaml-indent": (
        "this line is indented with a tab or a wide blank.",
        "本行用制表符或全角空格缩进。",
        "Indent it with ordinary blanks.",
        "请改用半角空格缩进。",
    ),
    "yaml-sign": (
        "the sign {0} cannot stand in a YAML file.",
        "YAML 文件中不能有字符 {0}。",
        "Take it out.",
        "请删去。",
    ),
    "yaml-key": (
        "a key must be a word, not a list or a mapping.",
        "键应是一个词，不能是列表或映射。",
        "Write it as “name: …”.",
        "请写成“name: …”。",
    ),
    "yaml-key-twice": (
        "the key “{0}” stands twice (see line {1}, too).",
        "键“{0}”出现两次（另见第{1}行）。",
        "Keep one of the two.",
        "请只留一个。",
    ),
    "yaml-alias": (
        "an alias (*name) stands for a part that holds it, or for too much.",
        "别名（*name）指向包含它自己的部分，或展开过多。",
        "Write the words out.",
        "请直接写出内容。",
    ),
    "yaml-too-deep": (
        "lists and mappings are nested more than {0} deep.",
        "列表和映射嵌套超过 {0} 层。",
        "Look for a bracket that is not closed.",
        "请看是否有括号没有闭合。",
    ),
    "yaml-list-mark": (
        "the entry begins with “{0}”, which YAML does not read as the mark of a list.",
        "本条以“{0}”开头，YAML 不认作列表的记号。",
        "Begin it with “- ”: an ASCII hyphen and a blank.",
        "请以“- ”开头：半角连字符加一个空格。",
    ),
    "yaml-open-quote": (
        "the quotation mark that opens here is not closed.",
        "此处的引号没有闭合。",
        "Close it, or take it out.",
        "请补上后引号，或删去前引号。",
    ),
    "yaml-tag": (
        "“{0}” is a tag of YAML here, no word.",
        "“{0}”在此是 YAML 的标签，不是文字。",
        "Put the words in quotes.",
        "请给文字加引号。",
    ),
}
