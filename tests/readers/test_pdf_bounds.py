"""PDFs that ask for more than any plan does: one line, soon, whatever it is that has no end.

Files of a few kilobytes, written here object by object; the limits are lowered so that no test takes long.
"""

from __future__ import annotations

import resource
import time
import zlib
from collections.abc import Sequence

import pytest

from build_tools.curation import plan_cards
from build_tools.model.edition import BadInput
from build_tools.readers import limits, read_file

BOUNDED = "build_tools.readers.pdf.bounded"
FONT = b"<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
WORDS = b"BT /F 12 Tf 20 400 Td (A county plan of thirty signs or more) Tj ET\n"


def pdf(objects: Sequence[bytes]) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def stream(data: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def flat(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]")


def page(content: bytes, *others: bytes, resources: bytes = FONT) -> bytes:
    """A file of one page; `others` are objects 5, 6 …"""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R/Resources%s>>" % resources,
            content,
            *others,
        ]
    )


@pytest.fixture
def low(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in (
        ("LARGEST_STREAM", 200_000),
        ("MOST_CONTENT", 100_000),
        ("MOST_SIGNS", 1_000),
        ("MOST_PATHS", 500),
        ("MOST_FORMS", 300),
        ("MOST_BRACKETS", 1_000),
    ):
        monkeypatch.setattr(f"{BOUNDED}.{name}", limit)


NESTED = [b"/X Do " * 10 if deep < 7 else b"0 0 m 9 9 l S" for deep in range(8)]
FORMS = [
    stream(one, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % (6 + deep))
    for deep, one in enumerate(NESTED)
]
ENDLESS = {
    "a stream that inflates": (page(flat(b" " * 300_000)), "unpacks to more than"),
    "a stream that inflates twice": (page(flat(b" " * 3_000_000, 2)), "unpacks to more than"),
    "a stream that breaks off and inflates": (
        page(stream(zlib.compress(b" " * 9_000_000)[:-20], b"/Filter/FlateDecode")),
        "unpacks to more than",
    ),
    "runs": (page(stream(b"\x81 " * 5_000, b"/Filter/RunLengthDecode")), "unpacks to more than"),
    "operators": (page(stream(b"0 0 m " + b"1 1 l " * 30_000 + b"S")), "MB of operators"),
    "arrays in arrays": (page(stream(b"[" * 5_000)), "MB of operators"),
    "kept states": (page(stream(b"q " * 5_000)), "draws more than"),
    "signs": (page(stream(WORDS * 40)), "draws more than 1000"),
    "forms that draw forms": (
        page(stream(b"/X Do"), *FORMS, resources=b"<</XObject<</X 5 0 R>>>>"),
        "draws more than 300",
    ),
    "no page": (pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]), "broken"),
}


@pytest.mark.usefixtures("low")
@pytest.mark.parametrize("kind", ENDLESS)
def test_what_has_no_end_is_one_line(kind: str) -> None:
    """Whatever grows without end is refused with one line that names the page."""
    data, said = ENDLESS[kind]
    with pytest.raises(BadInput, match=rf"^plan\.pdf:1: [^\n]*{said}[^\n]*$"):
        read_file(data, "plan.pdf")


@pytest.mark.usefixtures("low")
def test_a_page_that_draws_as_much_as_a_map_is_read_without_its_lines() -> None:
    """Its text is there, and a problem names the page, as tables on it were not looked for."""
    drawn = b"".join(b"%d %d 3 3 re f\n" % (i % 480, i // 480) for i in range(600))
    _, (source, draft) = read_file(page(stream(drawn + WORDS)), "plan.pdf")
    assert source.text == "A county plan of thirty signs or more"
    assert [(one.code, one.values) for one in draft.problems] == [("page-crowded", (1,))]


def test_a_hundred_thousand_boxes_take_little_time_and_memory() -> None:
    """100,000 boxes on one page: they are counted, not kept."""
    drawn = b"".join(b"%d %d 3 3 re f\n" % (i % 480, i // 480 % 480) for i in range(100_000))
    data = page(flat(drawn + WORDS))
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    read_file(data, "plan.pdf")
    assert time.process_time() - start < 12  # 3 here; with all boxes kept it took 18
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000  # kB; it took 1,200,000


def test_the_largest_file_is_the_same_everywhere() -> None:
    """What may be added can be read again from its folder."""
    assert plan_cards.MOST_BYTES == limits.LARGEST_FILE
