"""What problems of headings and their numbers say, as in problems.py, of which this is a part."""

NUMBER_ASK = (
    "Compare with the issued plan: mend damage in corrections.yml, or, if it is printed so, add this line to "
    "numbering_as_printed in plan.yml.",
    "请与印发本核对：识别损坏的在 corrections.yml 中改正；原文如此的，把行号加入 plan.yml 的 numbering_as_printed。",
)

HEADINGS = {
    "heading-missing": (
        "no heading was found.",
        "没有找到标题。",
        "Look whether “reader: {0}” fits the file.",
        "请看“reader: {0}”是否适合此文件。",
    ),
    "plan-not-here": (
        "{1} entries are about the plan “{0}”, which is not in this publication.",
        "有{1}条关于规划“{0}”，它不在本次发布之中。",
        "They are left alone.",
        "这些条目不起作用。",
    ),
    "project-gone": (
        "“{0}” is no project that was found in the plan.{1}",
        "规划中没有认出名为“{0}”的项目。{1}",
        "Write the name as projects.csv has it, or take it out.",
        "请按 projects.csv 中的名称填写，或删去。",
    ),
    "finding-gone": (
        "The finding {0} that was decided here is no longer there: the text it quoted has changed, or it is "
        "found no more.",
        "此处所定的核对之处{0}已不存在：所引文字已改，或不再检出。",
        "Take the entry out, or decide the new finding at that place.",
        "请删去此条，或就该处新的核对之处另作决定。",
    ),
    "number-missing": (
        "“{0}” comes after number {1}: number {2} is missing.",
        "“{0}”之前为第{1}，缺第{2}。",
        *NUMBER_ASK,
    ),
    "number-jump": (
        "“{0}” comes after number {1}: numbers {2} to {3} are missing.",
        "“{0}”之前为第{1}，缺第{2}至{3}。",
        *NUMBER_ASK,
    ),
    "number-repeated": ("“{0}” stands twice in a row.", "“{0}”连续出现两次。", *NUMBER_ASK),
    "number-back": ("“{0}” comes after number {1}.", "“{0}”出现在第{1}之后，序号倒退。", *NUMBER_ASK),
    "number-restarts": (
        "“{0}” begins anew in this part; the addresses of its chapters carry a letter.",
        "“{0}”在本篇重新编号，章的地址加字母区分。",
        "Nothing to do if the plan is printed so.",
        "原文如此则无须处理。",
    ),
    "empty-box": (
        "The box “{0}” has no items.",
        "专栏“{0}”没有内容。",
        "Look whether its text got lost.",
        "请核对内容是否遗失。",
    ),
    "box-end": (
        "The box “{0}” is not in table form; one paragraph was taken as its text.",
        "专栏“{0}”不是表格形式，取其后一段为专栏内容。",
        "Look whether the next paragraph belongs to it.",
        "请核对下一段是否也属于专栏。",
    ),
}
