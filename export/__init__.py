"""Arranges the same data in each output format."""
