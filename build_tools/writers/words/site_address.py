"""Whether the address of the site is one that people can open."""

from __future__ import annotations

import re

EXAMPLE = re.compile(r"https?://(?:[\w.-]+\.)?example(?:\.(?:com|net|org))?(?:[:/]|$)")  # names that nobody can have
