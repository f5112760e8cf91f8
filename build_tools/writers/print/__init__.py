"""What a typesetter needs, as plain nodes."""
