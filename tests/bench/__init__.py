"""Tests of the measuring beside peers."""
