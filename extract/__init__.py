"""Reads a PDF and states what is printed, and where: the plan as printed."""
