"""plan-reader new: an empty publication, with everything that a first plan needs and nothing of any county."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from . import settings
from .model.edition import BadInput
from .publishing import new_folder
from .report import Report

UNSEEN = {"gitignore": ".gitignore"}  # its name where it is used
DESCRIPTION = "规划全文：一章一页，每段有固定地址，可搜索、可引用、可下载"


def new(options: Namespace) -> int:
    """The folder, and what to do next."""
    folder: Path = options.folder
    if options.address and not options.address.startswith(("http://", "https://")):
        raise BadInput("no-web-address", options.address)
    files = starter(options.title, options.operator, options.address)
    new_folder.place(folder, files)
    where = folder if str(folder) != "." else Path.cwd()
    Report(options).told("made-new", {"folder": str(folder), "files": sorted(files)}, folder=where)
    return 0


def starter(title: str, operator: str, address: str) -> dict[str, bytes]:
    """Every file of the starter by its path, with the title, the operator and the address put in."""
    said = {"title": as_yaml(title), "operator": as_yaml(operator), "address": as_yaml(address), "name": title}
    said["description"] = as_yaml(DESCRIPTION)
    files = {}
    for path in sorted(settings.STARTER.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            text = path.read_text(encoding="utf-8")
            for key, words in said.items() if path.name in ("mkdocs.yml", "site.yml", "README.md") else ():
                text = text.replace(f"{{{key}}}", words)
            place = path.relative_to(settings.STARTER)
            files[place.with_name(UNSEEN.get(place.name, place.name)).as_posix()] = text.encode("utf-8")
    return files


def as_yaml(words: str) -> str:
    """Words in double quotes, which say the same in YAML as in JSON."""
    return json.dumps(words, ensure_ascii=False)
