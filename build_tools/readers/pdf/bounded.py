"""The layout of a page, made under a count: a page that draws without end is refused before it fills the memory."""

from __future__ import annotations

from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

MOST_DRAWN = 150_000  # signs, lines and forms of a page; a page of text has 2,000, a detailed map 60,000


class PageFull(Exception):
    """The page draws more than MOST_DRAWN things."""


class Counting(PDFPageAggregatorWithMarkedContent):
    drawn = 0

    def count(self) -> None:
        self.drawn += 1
        if self.drawn > MOST_DRAWN:
            raise PageFull

    def tag_cur_item(self) -> None:
        """Called for each sign, picture and path."""
        self.count()
        super().tag_cur_item()

    def begin_figure(self, *given: Any) -> None:
        """A form may draw others, and they others: a few lines of a file can ask for billions."""
        self.count()
        super().begin_figure(*given)


def lay_out(page: Any) -> None:
    """Gives a page of pdfplumber its layout, which it would else make without a bound. Raises PageFull."""
    device = Counting(page.pdf.rsrcmgr, pageno=page.page_number, laparams=page.pdf.laparams)
    PDFPageInterpreter(page.pdf.rsrcmgr, device).process_page(page.page_obj)
    page._layout = device.get_result()
