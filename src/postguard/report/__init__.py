"""Reports: findings and how they are shown. A finding holds no text of the draft."""
