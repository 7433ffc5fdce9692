"""Presidio's US health recognizers, as one more vote on numbers that no label of ours names.

The recognizers run on their own, without an NLP engine: no spaCy model is loaded for them. Recognizers that guess
(driver's licence, bank account, person, date, URL, nationality) stay off, and so does the e-mail recognizer, which
would ask the network for the public suffix list.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from functools import cache
from typing import Any

from postguard.signals.identifiers.labels import Number

_KINDS = {
    "US_SSN": "ssn",
    "US_MBI": "plan",
    "HEALTH_INSURANCE_MEMBER_ID": "plan",
    "US_HEALTH_INSURANCE_MEMBER_ID": "plan",
    "US_PRIOR_AUTHORIZATION_NUMBER": "claim",
    "PRIOR_AUTHORIZATION_NUMBER": "claim",
    "US_CLAIM_NUMBER": "claim",
    "CLAIM_NUMBER": "claim",
    "US_PRESCRIPTION_NUMBER": "prescription",
    "PRESCRIPTION_NUMBER": "prescription",
    "US_REFERRAL_NUMBER": "claim",
    "REFERRAL_NUMBER": "claim",
    "MEDICAL_LICENSE": "licence",
    "CREDIT_CARD": "account",
    "IBAN_CODE": "account",
    "US_PASSPORT": "licence",
    "US_ITIN": "ssn",
}
_NAMES = (
    "UsSsnRecognizer", "UsItinRecognizer", "UsMbiRecognizer", "UsHealthInsuranceMemberIdRecognizer",
    "UsPriorAuthorizationNumberRecognizer", "UsClaimNumberRecognizer", "UsPrescriptionNumberRecognizer",
    "UsReferralNumberRecognizer", "MedicalLicenseRecognizer", "CreditCardRecognizer", "IbanRecognizer",
)  # fmt: skip
_LEAST_SCORE = 0.35


@cache
def recognizers() -> tuple[Any, ...]:
    """The recognizers, built once; those that the installed Presidio lacks are left out."""
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
    from presidio_analyzer import predefined_recognizers

    found = (getattr(predefined_recognizers, name, None) for name in _NAMES)
    return tuple(recognizer() for recognizer in found if recognizer is not None)


def votes(text: str) -> Iterator[Number]:
    """The numbers that a recognizer is sure enough of, with our word for their kind."""
    for recognizer in recognizers():
        for result in recognizer.analyze(text, recognizer.supported_entities, None) or ():
            kind = _KINDS.get(result.entity_type)
            if kind and result.score >= _LEAST_SCORE:
                yield Number(kind, result.start, result.end, is_checked=result.score >= 1.0)
