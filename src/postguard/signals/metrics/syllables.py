"""Counts the syllables of an English word by its letters; no dictionary, so that it works offline and at once."""

from __future__ import annotations

import re
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_NOT_LETTERS = re.compile(r"[^a-z]")
# A final e is silent ("care"), unless it follows a consonant and l ("table").
_SILENT_E = re.compile(r"(?:[^l]e|[aeiouy]le|lle|[^aeiouy]re)$")
_SILENT_ED = re.compile(r"[^td]ed$")
_SILENT_ES = re.compile(r"(?:[^cszxgh]|[^cs]h)es$")
_SILENT_ELY = re.compile(r"[^aeiouyl]e(?:ly|ty|ment|ments|ful|less|ness|some)$")
# Two vowels that are spoken apart.
_HIATUS = (
    re.compile(r"(?<![cstgx])i[ao](?!u)"),  # diet is below; bi-opsy, medi-ation, but not spe-cial, na-tion
    re.compile(r"(?<=[st])ia(?=[lt][ei])"),  # ini-tiate, asso-ciated
    re.compile(r"(?<=[cst])i(?=a(?:te|ti|tr|sis|l?ys|c\b))"),  # cardi-ac, psychi-atry, psori-asis
    re.compile(r"i(?=um|us\b|en(?:t|c|ts|ce)\b(?<!tient)(?<!cient))"),
    re.compile(r"i(?=e(?:t|ty|r\b))(?<=[dlsxr]i)(?!ed)"),  # di-et, soci-ety, anxi-ety
    re.compile(r"(?<=[aeiouy])ing$"),  # do-ing, see-ing
    re.compile(r"e(?=o(?!u|n\b|us))(?<!g[e])"),  # vide-o, oste-o
    re.compile(r"e(?=[ai](?:l?s?m|te|ti|c\b|[nt]\b))(?<=[rl]e)(?=ate|ati)"),  # cre-ate
    re.compile(r"u(?=[ao](?!y))(?<![gq]u)"),  # us-ual, contin-uous
    re.compile(r"u(?=i(?:t[iy]|d\b))(?<=[lgn]u)(?<!gu)"),  # flu-id, annu-ity
    re.compile(r"(?<=[aeiou])y(?=[aeou])"),  # bey-ond
    re.compile(r"o(?=e(?:n|l|p))(?<=[cp]o)"),  # co-exist, po-em
    re.compile(r"a(?=o)"),
    re.compile(r"sms?$"),
)
_BY_COUNT = {
    1: """
        ache aches bathe breathe brief cause choir clothes cope eye eyes field fire friend friends heart hour
        hours once our priest real the tired view
    """,
    2: """
        acne ancient anxious asthma being billion brilliant business cautious client clients colonel conscious
        cookie cookies covid create cushion dial diet diets disease doing eerie evening every facial fashion
        fluid fluids fluoride friendly genius giant going headache headaches homemade ion junior lifestyle
        lion lions million millions movie movies onion ourselves patient patients people poem prior question
        questions quiet react really region regions relief review reviews rhythm ruin safely schedule science
        seeing senior seniors sidewalk smoothie social someone something sometimes special themselves
        therefore toothache trauma trial trials union vaccine vaccines vial virus wednesday yourselves
    """,
    3: """
        actual alliance annual apnea appliance area areas audio behavior biopsies biopsy calcium calorie
        calories cardiac caregiver caregivers celiac cereal champion champions clinician clinicians coexist
        comfortable companion compliance compliant contagious created delicious dementia denial diagnose
        diagnosed diaper different digestion diseases efficient essential everyday everyone everything
        familiar guardian idea ideal ideas iliac infectious initial insurance liaison linear media medicine
        medium museum musician mutual nausea nuclear nutrient nutrients obvious official opinion orient period
        periods physician physicians pneumonia poetry potential premium previous radio radius ratio reaction
        reactions recipe recipes regional reliance religious scientist scientists serious sexual sodium
        specialist specialty stereo sufficient suggestion syncope technician theater theory usual variant
        variants various video videos violence violent viruses
    """,
    4: """
        actually anemia anxiety appreciate appropriate artificial associate bacteria bacterial behavioral
        biology cooperate coordinate diabetes diagnosis dialysis diarrhea experience february geography
        gradually historian hygienist hygienists immediate influenza ingredient ingredients initiate insomnia
        january leukemia librarian material materials memorial negotiate obedient pediatric pediatrics
        politician potassium priority psychiatric psychiatrist psychiatry radiation reality reliable
        scientific situation sobriety society temperature usually variation variety vegetable vegetables
    """,
    5: """
        antibiotic antibiotics associated association cardiologist cardiology coordinated evaluation
        immediately initiation pediatrician physiology proprietary radiology schizophrenia vegetarian
    """,
    6: """
        cardiovascular contraindicated coronavirus fibromyalgia osteoarthritis osteoporosis physiotherapy
    """,
    7: """
        cardiopulmonary
    """,
}
"""Words whose letters mislead, by their syllables."""

_EXCEPTIONS = {word: count for count, words in _BY_COUNT.items() for word in words.split()}


@lru_cache(maxsize=20000)
def syllables(word: str) -> int:
    """The syllables of a word; at least 1. Letters only count, case does not.

    An all-capitals abbreviation is not known here: give it as spoken, or leave it out.
    """
    letters = _NOT_LETTERS.sub("", word.lower().replace("'s", "").replace("’s", ""))
    if not letters:
        return 1
    known = _EXCEPTIONS.get(letters)
    if known is not None:
        return known
    stem = letters
    lost = 0
    if _SILENT_ED.search(stem) and len(stem) > 4:
        stem = stem[:-2] + "d"
        lost = 0
        if not _VOWELS.search(stem):
            stem = letters
    elif _SILENT_ES.search(stem) and len(stem) > 3:
        stem = stem[:-2] + "s"
        if re.search(r"[^aeiouy]ls$", stem):
            lost = -1
    elif _SILENT_ELY.search(stem):
        end = _SILENT_ELY.search(stem)
        assert end is not None
        stem = stem[: end.start() + 1] + stem[end.start() + 2 :]
    elif len(stem) > 2 and _SILENT_E.search(stem) and not stem.endswith(("ee", "ie", "oe", "ye")):
        stem = stem[:-1]
        if re.search(r"[^aeiouyl][l]$", stem) and letters.endswith("le"):
            lost = -1
    count = len(_VOWELS.findall(stem)) - lost
    count += sum(len(pattern.findall(stem)) for pattern in _HIATUS)
    return max(1, count)
