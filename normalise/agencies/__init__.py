"""Which public body a printed name means."""
