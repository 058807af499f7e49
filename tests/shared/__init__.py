"""Tests against the measuring data beside the checkout; skipped where it is absent."""
