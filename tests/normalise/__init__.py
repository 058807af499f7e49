"""Tests of the normalise stage."""
