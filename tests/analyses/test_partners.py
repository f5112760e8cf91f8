"""Which plans are set side by side."""

from dataclasses import replace

from build_tools.analyses.partners import find_partners
from build_tools.model.subjects import Decisions, LinkRuling


def named(edition, count):
    """`count` plans: the two of the project again and again, under other names."""
    plans = [edition.plans[number % 2] for number in range(count)]
    return tuple(replace(plan, card=replace(plan.card, id=f"p{number}")) for number, plan in enumerate(plans))


def test_few_plans_are_all_compared(edition):
    """With up to four plans no pair is left out."""
    assert len(find_partners(named(edition, 4), Decisions())) == 6


def test_many_plans_have_few_partners(edition):
    """With many plans the number of pairs grows with the plans, not with their square."""
    pairs = find_partners(named(edition, 30), Decisions())
    assert 30 <= len(pairs) <= 3 * 30
    assert {name for pair in pairs for name in pair} == {f"p{number}" for number in range(30)}


def test_like_goes_with_like(edition):
    """A plan's partners are those whose headings are most like its own: here copies of the same plan."""
    pairs = find_partners(named(edition, 12), Decisions())
    assert all(int(a[1:]) % 2 == int(b[1:]) % 2 for a, b in pairs)


def test_what_editors_speak_of_is_compared(edition):
    """A pair with an editor's link is compared, however unlike the two plans are."""
    ruling = LinkRuling("add", "p0/01", "p11/02", "same", "", "理由", "links.yml:1")
    assert ("p0", "p11") in find_partners(named(edition, 12), Decisions(links=(ruling,)))
