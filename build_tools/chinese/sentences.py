"""Where sentences end, and what reads like a title rather than a sentence."""

import re

END_MARKS = "。！？；：…!?;:"
CLOSING = "”’」』）》】〉)\"'"
# characters: less than this is not even one printed line (GB/T 9704-2012 sets 28, booklets 26 with an indent of 2)
FULL_LINE = 20
LONGEST_TITLE = 45  # characters; the longest heading met so far has 31
LONGEST_CHAPTER = 60  # after 第X章 or 第X节 nothing but a title can stand
LONGEST_LEAD = 32  # characters of a run-in lead sentence
LONGEST_SENTENCE = 1_000  # characters; the longest met had 400. What is longer is compared with nothing
LONGEST_CLAUSE = 500  # characters without any mark; a table or damage, no clause that names works

NOTE_MARKS = re.compile(r"(?:[\[［〔]\d{1,2}[\]］〕]|[⁰¹²³⁴-⁹]{1,2})+$")  # …为90.4%。[1]
SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?[”’」』）]*")
CLAUSE = re.compile(r"(?:[^，。；：！？\n（]|（[^（）]*）?)+")
LEAD = re.compile(rf"[^。！？；：:\d]{{2,{LONGEST_LEAD}}}。(?=.{{12}})")
ITEM_LEAD = re.compile(rf"[^。！？；：]{{2,{LONGEST_LEAD}}}[。：](?=.{{6}})")


def ends_sentence(string: str) -> bool:
    """“…坚实基础。” → True; “…夺取胜利。”” → True; “…建设“哈长城市群”” → False (the quotation ends, the sentence goes on); “…90.4%。¹” →
    True"""
    words = NOTE_MARKS.sub("", string.rstrip()[-40:]).rstrip()
    return words.rstrip(CLOSING).endswith(tuple(END_MARKS))


def reads_like_title(string: str, longest: int = LONGEST_TITLE) -> bool:
    """“完善产业发展推进机制” → True; “到2025年，达到15%以上。” → False. At most two commas, no sentence mark, not too long."""
    words = string.strip()
    return (
        0 < len(words) <= longest
        and not any(mark in words for mark in "。！？；")
        and words[-1] not in "，、：:,"
        and words.count("，") <= (2 if longest <= LONGEST_TITLE else 4)
    )


def open_marks(string: str) -> list[str]:
    """Opening quotes, brackets and book titles not closed in `string`, in order: “实现“一网通办”“全城通办”“就” → ["“"]"""
    pairs = {"”": "“", "’": "‘", "）": "（", "》": "《", "】": "【"}
    waiting: list[str] = []
    for mark in string:
        if mark in pairs.values():
            waiting.append(mark)
        elif mark in pairs and waiting and waiting[-1] == pairs[mark]:
            waiting.pop()
    return waiting


def lead_length(string: str, item: bool) -> int:
    """Length of a run-in lead sentence, 0 where there is none: “延链补链，提升产品附加值。针对玉米…” → 13"""
    match = (ITEM_LEAD if item else LEAD).match(string)
    return match.end() if match else 0
