"""How much a file may hold. What goes beyond is no plan, and is refused with one line instead of eating time and
memory."""

LARGEST_FILE = 120_000_000  # bytes of the file as received; a scanned plan of 128 pages has up to 100 million
MOST_CHARACTERS = 1_000_000  # of all files of a plan; a plan has a hundred thousand
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

# PDF: what one page may draw, and all pages together
MOST_PAGES = 1_500
LARGEST_STREAM = 64_000_000  # bytes of one stream unpacked; fonts have up to 20 million
MOST_CONTENT = 4_000_000  # bytes of operators of a page with its forms; a page of text has up to 200,000
MOST_DRAWN_OF_ALL = 1_500_000  # signs and lines of all pages; a plan of 300 pages has 800,000
MOST_SIGNS = 40_000  # of a page; a page of text has 2,000, a small-print table 10,000
MOST_PATHS = 10_000  # lines and boxes of a page; a table drawn cell by cell has up to 4,000, a map any number
LONGEST_PATH = 20_000  # corners of one line
MOST_FORMS = 5_000  # drawings within drawings
MOST_BRACKETS = 200_000  # arrays in the operators of one stream
DEEPEST_STATE = 1_000  # states of the pen kept at once; 28 are allowed
