"""Rules, fills and white space become tables of cells."""
