"""Judges what the printed words mean: the plan as data."""
