"""Links between sections of different plans: computed for any two plans, then accepted, rejected and added to by editors.

profiles: sections as weighted word pairs → nearest: what can be near → signals: how near → computed: what is worth showing
→ evidence: why → curated: what editors say.
"""

from .explained import explain
from .linking import compare_plans

__all__ = ["compare_plans", "explain"]
