"""Measures the whole pipeline beside other tools: CPU time, memory and rows that come out right."""
