# ruff: noqa: E501 (word lists and patterns)
"""Names in file names and addresses: photos/jane-doe-before-after.jpg, /stories/jane-doe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postguard.draft.span import Span
from postguard.signals.interface import Signal
from postguard.signals.people.lists import NAME, entries, given_class, is_word, plain, surname_class

_PATH = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//[^/]*|^mailto:.*|^tel:.*", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_PUBLIC = frozenset(
    """doctor doctors dr md provider providers physician physicians staff team author authors people bio bios about leadership board news
    blog press foundation pavilion center hospital clinic award awards nurse nurses dds rn faculty hotel street avenue careers jobs logo map
    university school college status wiki video videos watch book books""".split()
)
_PATIENT = frozenset(
    "patient patients before after story stories testimonial testimonials xray mri scan surgery smile braces journey recovery results case".split()
)


_CARE = re.compile(
    r"^(?:\w+(?:ectomy|plasty|otomy|ostomy|scopy|graphy|gram|oma|itis)|(?:pre|post)[-_]?op\w*|before|after|molar\d*|crown|veneers?|implants?|braces|invisalign|aligners|"
    r"knee|hip|spine|shoulder|acl|brain|chest|breast|wound|lesion|mole|rash|scar|stump|foot|ulcer|cta?|mri|xr|xray|cxr|pet|dexa|pano|ceph|axial|sagittal|coronal|"
    r"biopsy|path|labs?|scan|pelvis|abdomen|femur|tibia|elbow|wrist|ankle|jaw|mandible|sinus|thorax|kidneys?|liver|ultrasound|echo|ekg|ecg|botox|filler|lips|rhino\w*|bbl|lipo|smile|chemo|dialysis|transplant|recovery|discharge|consent|intake|chart|"
    r"preemie|nicu|birth|ivf|sleeve|bypass|amputation|stroke|cancer|hearing|cochlear|cataract|lasik|prosthe\w+|tooth\d*|teeth|week\d+|wk\d+)$"
)
"""Words of a file name or address that speak of care."""

_SITE_WORDS = frozenset("blog news press about people".split())
_FILE = re.compile(
    r"(?<![\w/.@-])[\w-]{5,}\.(?:jpe?g|png|heic|gif|webp|tiff?|dcm|pdf|docx?|mp4|mov|avi|zip|stl)\b"
    r"|(?<![\w@])[\w-]+(?:\.[\w-]+)+/[\w/-]*[a-z]+[-_][\w/-]+",
    re.I,
)


def hidden_in_prose(text: str) -> Iterator[Signal]:
    """A `person.hidden` signal for each name beside a word of care in a file name or address that stands in plain text."""
    for match in _FILE.finditer(text):
        start = match.start() + (match.group().find("/") if "/" in match.group() else 0)
        words = list(_WORD_OR_MARK.finditer(text, start, match.end()))
        folded = [plain(word.group()) for word in words]
        if not any(_CARE.match(word) for word in folded) or (_PUBLIC - _SITE_WORDS) & set(folded):
            continue
        names = [
            index
            for index, word in enumerate(folded)
            if len(word) > 2 and not _CARE.match(word) and not is_word(word)
            and (surname_class(word) == NAME or given_class(word) == NAME)
        ]  # fmt: skip
        if names:
            first = last = names[0]
            while last + 1 in names:
                last += 1
            span = Span(words[first].start(), words[last].end())
            yield Signal("person.hidden", span, {"note": "a person's name"}, "people", 0.85)


_WORD_OR_MARK = re.compile(r"[^\W_]+")


def hidden_in_path(address: str) -> Iterator[Signal]:
    """A `person.hidden` signal for each name in the path of an address or in a file name."""
    site = _PATH.match(address)
    start = site.end() if site else 0
    stop = len(address.split("?")[0].split("#")[0])
    words = [match for match in _WORD.finditer(address, start, max(start, stop)) if len(match.group()) > 1]
    folded = [plain(match.group()) for match in words]
    if not words or _PUBLIC & set(folded):
        return
    about = bool(_PATIENT & set(folded))
    heads = entries("eponym_heads.txt") - {"surgery", "repair", "cast", "scan"}
    index = 0
    while index < len(words):
        word = folded[index]
        other = folded[index + 1] if index + 1 < len(words) else ""
        after = folded[index + 2] if index + 2 < len(words) else ""
        sure = given_class(word) == NAME
        pair = (
            other
            and surname_class(other) is not None
            and (sure or (surname_class(other) == NAME and given_class(word) is not None))
        )
        joined = words[index + 1].start() - words[index].end() <= 3 if other else False
        if pair and joined and not is_word(other) and other not in heads and after not in heads:
            yield Signal(
                "person.hidden",
                Span(words[index].start(), words[index + 1].end()),
                {"note": "a person's name"},
                "people",
                0.9,
            )
            index += 2
            continue
        if about and sure and len(word) > 2 and other not in heads:
            yield Signal("person.hidden", Span(*words[index].span()), {"note": "a person's name"}, "people", 0.7)
        index += 1
