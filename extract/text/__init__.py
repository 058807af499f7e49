"""Letters become words, lines and the text of a cell."""
