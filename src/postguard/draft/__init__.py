"""Drafts: bytes in, a `Document` of views out. The lowest layer; it imports nothing of the others."""
