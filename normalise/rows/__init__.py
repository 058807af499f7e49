"""One row of a plan: its texts, its dates, and what speaks against each other."""
