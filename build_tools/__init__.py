"""Plan Reader: turns the raw text of government plans into a site one can read, search and cite."""
