"""What pages, data and print share: names of places, facts and states in words, and how text is escaped."""
