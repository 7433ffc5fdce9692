"""The text that `postguard config init` writes. A test reads it back, with and without its comment signs."""

from __future__ import annotations

TEMPLATE = """\
# postguard: what this organisation publishes, and how. Every line may be left out.
# Schema for editors: postguard config schema. What holds for a draft: postguard config show DRAFT.

# Names, trademarks, hashtags and slogans of yours: tables with prefer, avoid, kind and reason.
# terms = []
# Limits of a channel that differ from the usual ones, by channel and field (post, title, alt…).
# channels = {}

[organization]
# Who you are. Your own names, staff, phones and places are no protected health information.
# name = "Northside Family Clinic"
# names = ["Northside", "NFC"]
# hospital, clinic, dental, medspa, pharmacy, lab, plan, substance-use, home-care, telehealth,
# public-health, blood-center, employer or other
# kind = "clinic"
# Two-letter codes. Left out: no State's law is left out either.
# states = ["FL"]
# Whether any Federal health care program (Medicare, Medicaid, TRICARE…) pays you. Unknown counts as yes.
# bills-federal-programs = true
# self-pay-only = false
# staff = ["Dr. Jane Example"]
# phones = ["555-0100"]
# domains = ["northside.example"]
# towns = ["Springfield"]

[lint]
# Rules by code, prefix, name or category (see: postguard rules). Left out: every rule that is on by default.
# select = ["phi", "incentive", "tone"]
# ignore = []
# The lowest severity that gives exit status 1: error, warning, info or never.
# fail-on = "error"
# The largest draft, in bytes.
# max-bytes = 5000000
# Rule files or folders of your own, from this folder.
# rule-paths = []

[lint.severity]
# Another severity for a rule, by code or name.
# INC101 = "warning"

[voice]
# Style is yours to choose; stigma, blame and unsafe messages are never a matter of voice.
# snark = "allow"
# humour = "allow"
# push = "allow"
# jargon = "warn"
# The highest US school grade that prose should need.
# reading-grade = 9
# sentence-words = 30
# exclamations = 2
# emoji = 4
# Whom posts are for, in words that name them; a post that names none of them is told to aim.
# aim-at = []
# What a community asks for (autism, deaf, blind, disability, obesity): person, identity or either.
# person-first = {}

[second-reader]
# How sure the second reader must be before it warns, from 0 to 1; lower is keener, 1 is never. To switch it off
# altogether, ignore "second-reader" under [lint].
# phi = 0.3
# incentive = 0.4
# tone = 0.35

[second-reader.brief]
# The same for posts of fewer than 25 words.
# phi = 0.85
# incentive = 0.7
# tone = 0.93
"""
