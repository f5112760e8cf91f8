"""Links between sections of different plans: computed for any two plans, then accepted, rejected and added to by
editors.

profiles: sections as weighted word pairs and aspects → signals: what counts how much → nearest: what can be near
→ computed: what is worth showing → pairs: every two plans → evidence: why → curated: what editors say → linking: all of
it in order.
"""

from .explained import explain
from .linking import compare_plans

__all__ = ["compare_plans", "explain"]
