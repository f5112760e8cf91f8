"""Pure knowledge of written Chinese: numerals, numbering, sentence ends."""
