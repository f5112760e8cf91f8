"""Five megabytes are no plan: refused with a sentence before anything is searched in them, whatever the format."""

from __future__ import annotations

import pytest
from word_files import word_file

from build_tools.model.edition import BadInput
from build_tools.readers import read_file, read_files

PARAGRAPH = "坚持稳中求进，到2030年产值达到5亿元。" * 20
TEXT = "第一章 总则\n" + (PARAGRAPH + "\n") * 5_000
assert len(TEXT.encode()) > 5_000_000
FILES = {
    "txt": TEXT.encode("utf-8"),
    "md": ("# " + TEXT).encode("utf-8"),
    "html": f"<html><body><p>{TEXT.replace(chr(10), '</p><p>')}</p></body></html>".encode(),
    "docx": word_file(f"<w:p><w:r><w:t>{PARAGRAPH}</w:t></w:r></w:p>" * 5_000),
}


@pytest.mark.parametrize(("ending", "data"), FILES.items(), ids=FILES)
def test_five_megabytes(ending: str, data: bytes) -> None:
    """The file and its first line are named, and what to do."""
    with pytest.raises(BadInput) as refused:
        read_file(data, f"plan.{ending}")
    assert str(refused.value).startswith(f"plan.{ending}:1: the file holds more than a plan can.")


def test_several_files_that_hold_as_much_together() -> None:
    """Parts that are small enough by themselves are refused where together they are too much; the last is named."""
    part = TEXT[: len(TEXT) // 3].encode()
    assert read_file(part, "1.txt")
    with pytest.raises(BadInput) as refused:
        read_files([(part, "1.txt"), (part, "2.txt"), (part, "3.txt")])
    assert str(refused.value).startswith("3.txt:1: the file holds more than a plan can.")
