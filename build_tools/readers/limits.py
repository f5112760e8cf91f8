"""How much a file may hold. What goes beyond is no plan, and is refused with one line instead of eating time and
memory."""

LARGEST_FILE = 200_000_000  # bytes of the file as received
LARGEST_PAGE = 20_000_000  # bytes of a web page; saved ones have up to 1 million, with their pictures inside up to 10
LARGEST_PART = 40_000_000  # bytes of one unpacked part of a Word file; a plan of 300 pages has up to 20 million
MOST_PARTS = 20_000  # files inside one package
MOST_LINES = 60_000  # paragraphs and cells; a plan of 300 pages has 10,000
MOST_TABLES = 2_000
MOST_COLUMNS = 100  # of one table
MOST_NESTING = 40  # tables in tables, fields in fields
DEEPEST_PAGE = 120  # elements inside one another; what stands deeper is lifted up
MOST_OPEN = 5_000  # elements left open at once
MOST_ELEMENTS = 400_000  # of a web page
LONGEST_LINE = 100_000  # characters of one paragraph
LARGEST_SPAN = 2_000  # rows or columns that one cell may claim
