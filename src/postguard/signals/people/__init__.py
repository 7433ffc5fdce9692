"""Who is this person: name candidates from several independent sources, and what the words around them say of each.

lists       names, words, eponyms and organisation words, shipped under rules/lists
vocabulary  the words and frames by which persons are told apart, shipped there too
tokens      the words of a view with their case
mention     a stretch that may name a person
mentions    finds them: "Lastname, First", titles (titled), name runs (runs), initials with a surname
labelled    names that their label alone shows
votes       names that the language model proposes
tags        @handles and #hashtags, split into words
slugs       names in addresses and file names
address     the place in a sentence where somebody is spoken to ("Thank you, X!")
exclusions  eponyms, organisations and places that look like names
evidence    the cues around a mention
role        the verdict
roles       the decision: patient or not, by way of bystanders (staff, public figures, …) and relatives
extractor   runs them and gives `person.*` signals
"""
