"""The second reader: a small model, trained on labelled texts, whose impression of a draft is one more signal."""
