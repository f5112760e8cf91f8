"""The only side effects: the content folder and the website. What stood there before stays until the new is whole."""
