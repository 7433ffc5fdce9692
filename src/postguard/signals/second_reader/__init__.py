"""The second reader: a small model, trained on labelled texts, whose impression of a draft is one more signal."""

from __future__ import annotations

FAMILIES = {"phi": "phi", "inc": "incentive", "ton": "tone"}
"""The families that it tells of, by what their kinds begin with: `inc/referral` is a kind of incentive."""
