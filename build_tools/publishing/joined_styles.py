"""Our styles as one file: a first visit asks once for them, not twelve times, and they pack better together.

The sources stay as they are; a bundle for a disk keeps them apart, too.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

LINK = r'<link rel="stylesheet" href="((?:[^"]*/)?)(assets/styles/[\w-]+\.css)">\s*'
LINKS = re.compile(rf"(?:{LINK}){{2,}}")
ONE = re.compile(LINK)


def with_one_style(page: str, folder: Path) -> str:
    """<link …/a.css"> <link …/b.css"> → one link to both, in their order. The joined file is named by what it is made
    of, so that pages with other styles have another."""

    def joined(match: re.Match[str]) -> str:
        links = ONE.findall(match.group())
        names = [name for _up, name in links]
        file = f"assets/styles/site-{hashlib.sha256(' '.join(names).encode()).hexdigest()[:8]}.css"
        if not (folder / file).is_file():
            texts = [(folder / name).read_text(encoding="utf-8") for name in names]
            (folder / file).write_text("\n".join(texts), encoding="utf-8", newline="\n")
        return f'<link rel="stylesheet" href="{links[0][0]}{file}">\n'

    return LINKS.sub(joined, page)
