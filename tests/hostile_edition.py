"""Two plans, their curated words and a translation in which every text tries to be more than text."""

from __future__ import annotations

import json
from pathlib import Path

from build_tools import pipeline

RUN = "ran(1)"
# what a text must not become: a script, an element, an attribute, the end of one, a link, a template's mark, an
# entity, Markdown
HOSTILE = (
    f"<script>{RUN}</script>",
    f"\"'><img src=x onerror={RUN}>",
    f"</title></script><svg/onload={RUN}>",
    f"[点击](javascript:{RUN})",
    f'{{: onclick="{RUN}" }}',
    "{{ 7*7 }}{% raw %}{# 注 #}",
    "&lt;b&gt;&amp;#60;&quot;",
    "<!-- size data/x --> ]]>",
    "`码` *强* _斜_ ~~删~~ -->",
    "\\<b> $x$ #标 @tag | 竖",
)
WORD = "".join(HOSTILE)
TURNED = "前\u202e后"  # a sign that turns what follows itFILE = f"规划<b onclick={RUN}>\"'&amp;{{{{ x }}}}.txt"

FILE = f"规划<b onclick={RUN}>\"'&amp;{{{{ x }}}}.txt"
SECTION = """第{number}节 目标{snippet}

到2030年，粮食总产量达到15万吨以上{word}。建设双河水库工程，总投资3亿元{word}。清江镇发展乡村振兴。
"""
PLAN = """{name}国民经济和社会发展第十五个五年规划纲要

第一章 发展基础{snippet}

{sections}

第二章 主要指标{turned}

第一节 指标

乡村振兴任务仍然较重{turned}，粮食安全需要加强{word}。

表1 主要指标{snippet}

指标\t单位\t2025年\t2030年\t属性
粮食产量{snippet}\t万吨\t12\t15\t约束性
城镇化率{word}\t%\t50\t55\t预期性
注：数据为初步统计{word}。

专栏1 重点工程{snippet}

1.粮食工程{snippet}。建设粮食产能项目{word}。

上述指标落实到位{word}。
"""


def plan_text(name: str) -> str:
    numbers = "一二三四五六七八九十"
    sections = [
        SECTION.format(number=n, snippet=snippet, word=WORD) for n, snippet in zip(numbers, HOSTILE, strict=False)
    ]
    return PLAN.format(name=name, sections="\n".join(sections), snippet=HOSTILE[0], word=WORD, turned=TURNED)


def write_edition(folder: Path) -> list:
    """The editions of a folder of sources and curated words written here: in Chinese and in English."""
    sources, curated = folder / "sources", folder / "curated"
    for number, name in enumerate(("kai", "yuan"), 1):
        place = sources / name
        place.mkdir(parents=True)
        (place / FILE).write_text(plan_text(f"第{number}县"), encoding="utf-8")
        (place / "plan.yml").write_text(as_yaml(card(number)), encoding="utf-8")
    (curated / "locales").mkdir(parents=True)
    for file, value in words_of_people().items():
        (curated / file).write_text(as_yaml(value), encoding="utf-8")
    edition = pipeline.read_edition(sources, curated)
    (curated / "locales/en.po").write_text(translation(edition, curated / "locales/en.po"), encoding="utf-8")
    return pipeline.editions_of(edition, curated)


def as_yaml(value: object) -> str:
    """JSON is YAML."""
    return json.dumps(value, ensure_ascii=False, indent=1)


def card(number: int) -> dict:
    said = ("name", "title", "short", "region", "issuer", "issued", "origin", "name_en", "title_en")
    return {key: f"{key}{number}{WORD}{TURNED}" for key in said} | {
        "period": [2026, 2030],
        "status": "draft",
        "reader": "word_dump",
        "file": FILE,
    }


def words_of_people() -> dict[str, object]:
    term = {"zh": "乡村振兴", "en": f"revival{WORD}", "source": "general"}
    topic = {"id": "grain", "zh": f"粮食{WORD}", "en": f"Grain{WORD}", "definition": f"定义{WORD}"}
    return {
        "site.yml": {
            "title": f"站名{WORD}",
            "motto": f"格言{WORD}{TURNED}",
            "intro": f"引言{WORD}\n\n<script>{RUN}</script>",
            "operator": f"编制单位{WORD}",
            "contact": f"联系人{WORD}",
            "feedback": "https://forms.example/?a=1&b={address}&c='onclick='ran(1)",
        },
        "glossary.yml": [term | {"explanation_zh": f"解释{WORD}", "explanation_en": f"explained{WORD}"}],
        "topics.yml": {"topics": [topic | {"keywords": ["粮食"], "synonyms": ["粮食安全"]}]},
        "places.yml": [{"name": "清江镇", "kind": "乡镇街道", "plan": "kai", "aliases": ["清江", f"双河{HOSTILE[0]}"]}],
        "changes.yml": [{"date": "2026-01-02", "what": f"改动{WORD}", "reason": f"理由{WORD}"}],
        "abstracts.yml": [{"chapter": "kai/01", "en": [{"sentence": f"Abstract{WORD}", "of": ["kai/01/01#1"]}]}],
        "corrections.yml": [
            {
                "id": "c1",
                "plan": "kai",
                "context": "任务仍然较重",
                "wrong": "较重",
                "right": f"很重{WORD}",
                "times": 1,
                "reason": f"改正{WORD}",
            }
        ],
    }


def translation(edition, path: Path) -> str:
    """Every string of the frame and every text translated, each with something that must stay text."""
    po = pipeline.translations_of(edition, path, "en")
    for entry in po:
        own = entry.msgctxt == "interface"
        filled = "{" in entry.msgid
        entry.tcomment = WORD
        entry.msgstr = (entry.msgid if own else "Text ") + (
            HOSTILE[1] if own and filled else f"{HOSTILE[0]}{HOSTILE[4]}"
        )
    return pipeline.po_text(po)
