"""Why two sections are, or are not, linked: every signal with what it adds, and the line that a link has to reach."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.address import Address
from ...model.decisions import Decisions
from ...model.edition import BadInput, Plan
from ...model.refusals import meant as nearest
from ...model.tongues import Bilingual
from .computed import LEAST_SHARE, SILENT, Found, choose, compare, explained, foreign, sureness
from .curated import both_ways
from .evidence import paragraph_meant, shared_words
from .nearest import index_plan
from .profiles import PlanProfile, profile_plans
from .signals import OTHER_FRAME, SAME_FRAME, SHARES, signals

NAMES = {
    "text": Bilingual("whole text", "全文用词"),
    "heading": Bilingual("headings", "标题"),
    "leads": Bilingual("lead sentences", "首句"),
    "aspects": Bilingual("aspects of topics", "主题的方面"),
    "topics": Bilingual("topics", "主题"),
    "passage": Bilingual("two nearest paragraphs", "最接近的两段"),
}
WIDTH = 24  # columns of a signal's name
NEVER = Bilingual(
    "The program never compares them: their rarest words have nothing in common, and no paragraph of one is among "
    "those nearest to a paragraph of the other.",
    "程序不比较这两节：其最少见的词没有相同的，两节的段落也互不在最接近之列。",
)


def explain(plans: tuple[Plan, ...], decisions: Decisions, here: str, there: str, language: str = "en") -> list[str]:
    """Lines for a person. Raises BadInput if one of the two is no section, or both are of one plan."""
    if Address(here).plan == Address(there).plan:
        raise BadInput("link-one-plan", here, there)
    profiled = profile_plans(plans, decisions.topics, decisions.phrases)
    for address in (here, there):
        if not any(profile.section.address == address for plan in profiled for profile in plan.profiles):
            known = [profile.section.address for plan in profiled for profile in plan.profiles]
            raise BadInput("no-section", address, nearest(address, known, 0.7), known[0])
    one, other = (next(plan for plan in profiled if plan.plan == Address(address).plan) for address in (here, there))
    found, _ = compare(one, index_plan(other))
    link = next(
        (link for link in found if (link.source.section.address, link.target.section.address) == (here, there)), None
    )
    said: list[str | Bilingual] = [f"{here} {heading(one, here)} → {there} {heading(other, there)}"]
    said += [NEVER] if link is None else [*reckoning(link), verdict(choose(found).get(here, []), link)]
    said += editors(decisions, here, there)
    return [words.said(language) if isinstance(words, Bilingual) else words for words in said]


def reckoning(link: Found) -> Iterator[Bilingual]:
    """What each signal adds to the score, and the words that the two sections share."""
    source, target = link.source, link.target
    for name, value, share in zip(NAMES.values(), signals(source, target, link.passage), SHARES, strict=False):
        added = f"{value:.3f} × {share:.3f} = {value * share:.3f}"
        chinese = f"{name.chinese:<{WIDTH - len(name.chinese)}}"
        yield Bilingual(f"  {name.english:<{WIDTH}}{added}", f"  {chinese}{added}")
    if bool(source.frame) != bool(target.frame):
        yield Bilingual(
            f"  one looks back or sets the course, the other acts: × {OTHER_FRAME}",
            f"  一节回顾或定向，另一节部署：× {OTHER_FRAME}",
        )
    elif source.frame and source.frame == target.frame:
        yield Bilingual(
            f"  both have the same frame, {source.frame}: + {SAME_FRAME}",
            f"  两节同类（{source.frame}）：+ {SAME_FRAME}",
        )
    yield Bilingual(f"  score {link.score:.3f}", f"  得分 {link.score:.3f}")
    shared = "、".join(shared_words(source, target, link.passages))
    yield Bilingual(f"  words in common: {shared or 'none'}", f"  共同的词：{shared or '无'}")
    if meant := paragraph_meant(source, target, link.passages[1]):
        words = f"{meant.address} {meant.text[:30]}"
        yield Bilingual(f"  paragraph meant: {words}", f"  所指段落：{words}")


def heading(plan: PlanProfile, address: str) -> str:
    return next(profile.section.heading for profile in plan.profiles if profile.section.address == address)


def verdict(shown: list[Found], link: Found) -> Bilingual:
    place = next((number for number, other in enumerate(shown, 1) if other.target is link.target), 0)
    if place:
        score = shown[place - 1].score
        repeated = Bilingual(
            f" A link before it speaks of much the same, which takes it down to {score:.3f}.",
            f"前面的对应所说大体相同，故降为 {score:.3f}。",
        )
        more = repeated if score < link.score else Bilingual("", "")
        return Bilingual(
            f"Linked, in place {place} of {len(shown)}.{more.english}",
            f"有对应，列第 {place} 位，共 {len(shown)} 位。{more.chinese}",
        )
    return never_shown(link) or not_shown(shown, link)


def never_shown(link: Found) -> Bilingual | None:
    """What speaks against a link whatever else there is."""
    if not explained(link):
        return Bilingual(
            "Not linked: they use no telling word in common, so nothing would explain the link.",
            "没有对应：两节没有能说明问题的共同用词，无从解释。",
        )
    if foreign(link):
        about, other = (link.source, link.target) if link.source.unknown_to else (link.target, link.source)
        return Bilingual(
            f"Not linked: {about.subject}, in each paragraph of the one, is nothing to {other.section.plan}.",
            f"没有对应：一节各段所说的“{about.subject}”，{other.section.plan} 没有提到。",
        )
    return None


def not_shown(shown: list[Found], link: Found) -> Bilingual:
    """What stands before it."""
    if not shown:
        return Bilingual(
            f"Not linked: even the best link of this section counts under {SILENT} (this one {sureness(link):.3f}) by "
            "how much of its main words the other speaks of, so it has no counterpart.",
            f"没有对应：按其主要用词有多少为对方所说，本节最好的对应也低于 {SILENT}（此处 {sureness(link):.3f}），故无对应之处。",
        )
    best = shown[0].score
    if link.score < LEAST_SHARE * best:
        there = shown[0].target.section.address
        return Bilingual(
            f"Not linked: it scores under {LEAST_SHARE} of the best link ({best:.3f}, {there}).",
            f"没有对应：得分不足最好者（{there}，{best:.3f}）的 {LEAST_SHARE}。",
        )
    near = next((other for other in shown if other.target.family == link.target.family), None)
    if near:
        nearer = near.target.section.address
        return Bilingual(
            f"Not linked: {nearer} of the same section is nearer ({near.score:.3f}).",
            f"没有对应：同一节的 {nearer} 更近（{near.score:.3f}）。",
        )
    last = shown[-1].score
    return Bilingual(
        f"Not linked: {len(shown)} links are nearer, or speak of what those before them leave out; the last of them "
        f"counts {last:.3f}.",
        f"没有对应：另有 {len(shown)} 处更近，或说到前面各处未说的；其末位为 {last:.3f}。",
    )


def editors(decisions: Decisions, here: str, there: str) -> list[Bilingual]:
    lines = [
        Bilingual(
            f"Editors ({ruling.place}): {ruling.decision}, {ruling.kind or 'no kind'}. {ruling.reason}",
            f"编者（{ruling.place}）：{ruling.decision}，{ruling.kind or '未分类'}。{ruling.reason}",
        )
        for ruling in decisions.links
        for pair in both_ways(ruling)
        if (pair[0], Address(pair[1]).unit) == (here, there)
    ]
    lines += [
        Bilingual(
            f"Editors ({entry.place}): {here} has no counterpart in {entry.plan}. {entry.reason}",
            f"编者（{entry.place}）：{here} 在 {entry.plan} 中没有对应。{entry.reason}",
        )
        for entry in decisions.none
        if (entry.source, entry.plan) == (here, Address(there).plan)
    ]
    return lines or [Bilingual("Editors say nothing on these two.", "编者对这两节没有说明。")]
