"""The published data: documents, tables, and the package that describes them."""
