"""Rules: data files, their model, and the evaluation of their conditions over signals."""
