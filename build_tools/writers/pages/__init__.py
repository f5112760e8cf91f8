"""The pages of the site, as Markdown, and what its scripts read."""
