from __future__ import annotations

import pytest

from postguard.signals.metrics.syllables import syllables

KNOWN = """
1: the cat care walked helped lives hopes nurse health blood risk stroke heart eye tree free knee
1: pie shoe guide hour friend
2: table people wanted needed boxes cases changes watches wishes doctor healthy treatment symptom
2: fever breathing pressure
2: baby mother children careful useless little muscle ankle needle simple able being doing trying
2: fluid nation special social
2: patient benign lesion screening increase decreased disease rhythm massage damage mayor royal
2: dying lying hygiene
3: hospital cancer's insurance pharmacy physician physical surgery nutrition family safety organs
3: radio video area
3: annual usual serious infectious pneumonia utilize demonstrate prescription mammogram ultrasound
3: recommend reduces diseases
3: autism tourism neonate metformin insulin movement's beautiful employee theater ideal period
3: violet
4: medication vaccination hypertension diabetes community information available cholesterol
4: emergency evaluate continuous
4: influenza prophylaxis facilitate recommended organism cooperate reality biology variety society
4: anxiety ibuprofen hygienist
5: immunization ambulatory carcinogenic approximately antibiotic pediatrician gynecology
5: dermatologist colonoscopy evaluation
6: cardiovascular contraindicated rehabilitation acetaminophen physiotherapy
"""
OTHER = {"cancer's": 2, "organs": 2, "neonate": 3, "movement's": 2, "safety": 2, "dermatologist": 5}
CASES = [
    (word, OTHER.get(word, int(line[0]))) for line in KNOWN.strip().splitlines() for word in line.split(":")[1].split()
]


@pytest.mark.parametrize(("word", "count"), CASES)
def test_counts(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


@pytest.mark.parametrize("word", ["", "123", "hmm", "’"])
def test_never_below_one(word: str) -> None:
    assert syllables(word) == 1
