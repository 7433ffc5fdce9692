"""Trains the second reader: `python -m tools.second_reader.train` (see docs/second-reader.md)."""
