"""Whether the address of the site is one that people can open."""

from __future__ import annotations

import re

NOBODY = re.compile(r"\.example(?![\w.-])")  # in any words, a mail address or a link: what stands until there is one
EXAMPLE = re.compile(r"https?://(?:[\w.-]+\.)?example(?:\.(?:com|net|org))?(?:[:/]|$)")  # names that nobody can have
