"""Tests of the samples and of their renderer."""
