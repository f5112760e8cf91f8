"""The site as a folder that works from a disk, and the same folder as one zip with its checksum.

The zip is the same to the last byte for the same folder: names in order, one date, no user, no machine.
"""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path

NAME = "plan-reader-offline"
FOLDER = "offline"
DATE = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold
MODE = 0o100644 << 16  # an ordinary file that anyone may read
ALREADY_SMALL = {".pdf", ".png", ".woff2", ".gz", ".xlsx"}
FIRST = "怎样打开.txt"
HOW = """\
双击本文件夹中的 index.html，用任何浏览器打开，无须联网。
查找、表格、数据和 PDF 都在这个文件夹里；请连同整个文件夹一起复制，不要只复制其中一个文件。
核对文件是否完整：压缩包旁边的 .sha256 文件写有校验值。

Open index.html in this folder with any browser; no network is needed.
Copy the whole folder, never a single file of it.
"""


@dataclass(frozen=True)
class Bundle:
    folder: Path
    archive: Path
    size: int
    sha256: str
    files: int


def pack(folder: Path) -> Bundle:
    """Zip and checksum of `folder`, beside it. What stood there before is replaced only when the new is whole."""
    (folder / FIRST).write_text(HOW, encoding="utf-8", newline="\r\n")
    archive = folder.parent / f"{NAME}.zip"
    beside = archive.with_suffix(".zip.new")
    paths = sorted(
        (path for path in folder.rglob("*") if path.is_file()), key=lambda path: path.relative_to(folder).as_posix()
    )
    with zipfile.ZipFile(beside, "w") as bundle:
        for path in paths:
            bundle.writestr(entry(path, folder), path.read_bytes(), compresslevel=9)
    digest = hashlib.sha256(beside.read_bytes()).hexdigest()
    beside.replace(archive)
    archive.with_suffix(".zip.sha256").write_text(f"{digest}  {archive.name}\n", encoding="ascii", newline="\n")
    return Bundle(folder, archive, archive.stat().st_size, digest, len(paths))


def entry(path: Path, folder: Path) -> zipfile.ZipInfo:
    """Name, date and rights of a file in the zip, all below one folder."""
    info = zipfile.ZipInfo(f"{NAME}/{path.relative_to(folder).as_posix()}", DATE)
    info.create_system = 3  # Unix, wherever the zip is made
    info.external_attr = MODE
    info.compress_type = zipfile.ZIP_STORED if path.suffix in ALREADY_SMALL else zipfile.ZIP_DEFLATED
    return info
