"""Pages that are pictures become the same letters, rules and fills."""
