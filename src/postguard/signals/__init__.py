"""Signals: what a view says, as named spans. Imports the draft stage only."""
