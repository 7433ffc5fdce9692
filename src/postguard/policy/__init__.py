"""Policy: what the organisation chose, which law stays open, what is suppressed."""
