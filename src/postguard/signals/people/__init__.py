"""Who is this person: name candidates from several independent sources, and what the words around them say of each.

lists       names, words, eponyms and organisation words, shipped under rules/lists
tokens      the words of a view with their case
mentions    stretches that may name a person: name runs, titles, initials, "Lastname, First"
address     the place in a sentence where somebody is spoken to ("Thank you, X!")
tags        @handles and #hashtags, split into words
exclusions  eponyms, organisations and places that look like names
evidence    the cues around a mention
roles       the decision: patient, staff, relative, public figure, …
extractor   runs them and gives `person.*` signals
"""
