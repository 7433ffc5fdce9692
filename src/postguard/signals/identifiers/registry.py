"""The registry of recognizers: Presidio's US health recognizers and our own, in one `RecognizerRegistry`.

The recognizers run on their own, without an NLP engine: no spaCy model is loaded for them. Left out are the noisy
ones (driver's licence, bank account, person, date, URL, nationality, location): they guess, and guesses on harmless
posts cost more than they find. The e-mail recognizer keeps to the list of public suffixes that its package brings,
because by default it would fetch one from the network.

Importing Presidio takes seconds, so `identify` is for texts that plain code leaves open (see `extractor`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from postguard.draft.span import Span
from postguard.signals.identifiers.birth import births
from postguard.signals.identifiers.contacts import CONTACTS, contacts, is_own
from postguard.signals.identifiers.labels import LABELS, Number, numbers

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer, RecognizerRegistry, RecognizerResult

OWN = "POSTGUARD_"
"""What the entity types of our own recognizers begin with: POSTGUARD_MRN gives `identifier.mrn`."""

PRESIDIO_KINDS = {
    "US_SSN": "ssn",
    "US_ITIN": "ssn",
    "US_MBI": "plan",
    "US_HEALTH_INSURANCE_MEMBER_ID": "plan",
    "US_PRIOR_AUTHORIZATION_NUMBER": "claim",
    "US_CLAIM_NUMBER": "claim",
    "US_REFERRAL_NUMBER": "claim",
    "US_PRESCRIPTION_NUMBER": "prescription",
    "US_NPI": "provider",
    "US_PROVIDER_TAX_ID": "provider",
    "US_PASSPORT": "licence",
    "MEDICAL_LICENSE": "licence",
    "CREDIT_CARD": "account",
    "IBAN_CODE": "account",
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "IP_ADDRESS": "ip",
}
"""Presidio's entity types, and our word for each. `provider` names a clinician or an organisation, who are no
patients: no rule asks for it, but a number that is known as one is taken for nothing else."""

_NAMES = (
    "UsSsnRecognizer", "UsItinRecognizer", "UsPassportRecognizer", "UsMbiRecognizer", "UsNpiRecognizer",
    "UsHealthInsuranceMemberIdRecognizer", "UsPriorAuthorizationNumberRecognizer", "UsClaimNumberRecognizer",
    "UsPrescriptionNumberRecognizer", "UsReferralNumberRecognizer", "UsProviderTaxIdRecognizer",
    "MedicalLicenseRecognizer", "CreditCardRecognizer", "IbanRecognizer", "IpRecognizer",
)  # fmt: skip
_CUES = {
    "US_PASSPORT": r"passport",
    "US_ITIN": r"itin|taxpayer",
    "US_SSN": r"ssn|social",
    "US_NPI": r"npi",
    "US_HEALTH_INSURANCE_MEMBER_ID": r"member|subscriber|insurance (?:id|card)",
    "US_CLAIM_NUMBER": r"claim",
    "US_PRESCRIPTION_NUMBER": r"prescription|refill|rx",
    "US_PRIOR_AUTHORIZATION_NUMBER": r"auth|authorization|preauthorization",
    "US_REFERRAL_NUMBER": r"referral",
    "US_PROVIDER_TAX_ID": r"tax id|tin|ein",
}
"""The words that raise a weak match close behind them; Presidio's own lists ("us", "number", "account") are wider."""

_CUE_REACH = 24
"""How many code points before a match its cue may begin."""

_CUE_GAIN = 0.35
_LEAST_SCORE = 0.35


def own_finders() -> dict[str, Callable[[str], Iterator[Number]]]:
    """Our own ways to find identifiers, by kind: labelled numbers, contacts, birth dates."""
    finders: dict[str, Callable[[str], Iterator[Number]]] = {
        label.kind: partial(numbers, kinds=frozenset((label.kind,))) for label in LABELS
    }
    for kind in CONTACTS:
        finders[kind] = partial(_contacts_of, kind)
    finders["birthdate"] = births
    return finders


def _contacts_of(kind: str, text: str) -> Iterator[Number]:
    return (number for number in contacts(text) if number.kind == kind)


@cache
def registry() -> RecognizerRegistry:
    """The registry, built once: our own recognizers, then Presidio's. Imports Presidio, but loads no model."""
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    from presidio_analyzer import EntityRecognizer, RecognizerRegistry, RecognizerResult, predefined_recognizers
    from tldextract import TLDExtract

    class Own(EntityRecognizer):
        """One of our kinds of identifier, as Presidio asks for a recognizer."""

        def __init__(self, kind: str, find: Callable[[str], Iterator[Number]]) -> None:
            self._find = find
            super().__init__([f"{OWN}{kind.upper()}"], name=f"Postguard{kind.title()}Recognizer")

        def load(self) -> None:
            """Nothing to load."""

        def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
            """The identifiers of this kind; a number whose check digit holds has the score 1."""
            entity = self.supported_entities[0]
            if entity not in entities:
                return []
            return [RecognizerResult(entity, n.start, n.end, 1.0 if n.is_checked else 0.9) for n in self._find(text)]

    class Email(predefined_recognizers.EmailRecognizer):
        """Presidio's e-mail recognizer, with the public suffixes of the installed package and no cache on disk."""

        _suffixes = TLDExtract(suffix_list_urls=(), cache_dir=None)

        def validate_result(self, pattern_text: str) -> bool:
            """Whether the address ends in a domain name that can exist."""
            return bool(self._suffixes(pattern_text).fqdn)

    built = RecognizerRegistry(recognizers=[])
    for kind, find in own_finders().items():
        built.add_recognizer(Own(kind, find))
    for name in _NAMES:
        built.add_recognizer(getattr(predefined_recognizers, name)())
    built.add_recognizer(predefined_recognizers.PhoneRecognizer(supported_regions=("US",)))
    built.add_recognizer(Email())
    return built


def identify(text: str, phones: tuple[str, ...] = (), domains: tuple[str, ...] = ()) -> Iterator[Number]:
    """The identifiers that the recognizers of the registry find, ours before Presidio's where they overlap.

    Args:
        text: the text.
        phones: the organisation's own numbers, in any form.
        domains: the organisation's own domains.
    """
    ours: list[Number] = []
    theirs: list[tuple[float, Number]] = []
    for recognizer in registry().recognizers:
        for result in _results(recognizer, text):
            if result.entity_type.startswith(OWN):
                kind = result.entity_type.removeprefix(OWN).lower()
                ours.append(Number(kind, result.start, result.end, is_checked=result.score >= 1.0))
            else:
                score = _score(result, text)
                if score >= _LEAST_SCORE:
                    kind = PRESIDIO_KINDS[result.entity_type]
                    theirs.append((score, Number(kind, result.start, result.end, is_checked=score >= 1.0)))
    kept = [*ours]
    for _, number in sorted(theirs, key=lambda scored: (-scored[0], scored[1].start)):
        if not _overlaps(number, kept):
            kept.append(number)
    return (n for n in kept if n.kind not in CONTACTS or not is_own(text, n, phones, domains))


def _results(recognizer: EntityRecognizer, text: str) -> Iterable[RecognizerResult]:
    return recognizer.analyze(text, recognizer.supported_entities, None) or ()  # type: ignore[arg-type]


def _score(result: RecognizerResult, text: str) -> float:
    """The recognizer's score, raised when a word for such a number stands just before it."""
    cue = _CUES.get(result.entity_type)
    before = text[max(0, result.start - _CUE_REACH) : result.start]
    if cue and result.score < 1.0 and re.search(rf"\b(?:{cue})\b", before, re.IGNORECASE):
        return min(0.99, float(result.score) + _CUE_GAIN)
    return float(result.score)


def _overlaps(number: Number, others: Iterable[Number]) -> bool:
    span = Span(number.start, number.end)
    return any(span.overlaps(Span(other.start, other.end)) for other in others)
