"""Person-first and identity-first words, condition by condition."""

from __future__ import annotations

import pytest

from postguard import Draft, Linter
from postguard.errors import UsageError
from postguard.policy.config import Config, parse_config
from postguard.policy.wording import conditions, key_of
from postguard.rules.loader import builtin

RULES = ("TON100", "TON101", "TON102", "TON103", "TON121", "TON131", "TON132", "TON161")


def codes(text: str, **choices: str) -> set[str]:
    config = parse_config({"voice": {"person-first": choices}} if choices else {})
    findings = Linter(config, select=RULES).check(Draft(text)).findings
    return {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("condition", "identity", "person"),
    [
        ("autism", "Autistic people tell us what helps.", "People with autism tell us what helps."),
        ("deaf", "A deaf patient can ask for captions.", "A patient who is deaf can ask for captions."),
        ("blind", "Blind guests may bring a dog.", "Guests who are blind may bring a dog."),
        ("disability", "Disabled people planned the ramp.", "People with disabilities planned the ramp."),
    ],
)
def test_a_community_chooses(condition: str, identity: str, person: str) -> None:
    assert codes(identity, **{condition: "identity"}) == set()
    assert codes(person, **{condition: "identity"}) == {"TON161"}
    assert codes(identity, **{condition: "person"}) == {"TON102"}
    assert codes(person, **{condition: "person"}) == set()
    for text in (identity, person):
        assert codes(text, **{condition: "either"}) == set()
        assert codes(text) == set(), "without a choice both pass"


@pytest.mark.parametrize(
    ("condition", "identity", "code"),
    [
        ("diabetes", "Diabetic patients need a foot check.", "TON102"),
        ("diabetes", "Tips for diabetics this fall.", "TON101"),
        ("epilepsy", "A class for epileptics and their families.", "TON101"),
        ("dyslexia", "Dyslexic students get more time.", "TON102"),
        ("obesity", "Obese patients wait longer.", "TON131"),
        ("obesity", "Are you obese?", "TON132"),
        ("dementia", "Dementia patients like the garden.", "TON102"),
        ("mental-health", "Mentally ill people deserve care.", "TON121"),
        ("HIV", "HIV-positive women have healthy babies.", "TON102"),
    ],
)
def test_the_person_comes_first_unless_chosen_otherwise(condition: str, identity: str, code: str) -> None:
    assert code in codes(identity)
    assert code in codes(identity, **{condition: "person"})
    assert codes(identity, **{condition: "identity"}) == set()
    assert codes(identity, **{condition: "either"}) == set()
    assert code in codes(identity, autism="identity"), "a choice for one condition is none for another"


@pytest.mark.parametrize(
    "text",
    [
        "The handicapped wait.",
        "Wheelchair-bound? Call us.",
        "He is a retard.",
        "Services for the deaf.",
        "Fat kids eat.",
    ],
)
def test_no_choice_lifts_a_word_that_hurts(text: str) -> None:
    choices = dict.fromkeys(conditions(), "identity")
    linter = Linter(parse_config({"voice": {"person-first": choices}}), select=("TON1",))
    assert linter.check(text).findings


def test_the_proposal_follows_the_choice() -> None:
    def proposed(choice: str) -> list[str | None]:
        config = parse_config({"voice": {"person-first": {"deaf": choice}}})
        return [
            finding.replacement
            for finding in Linter(config, select=("TON103",)).check("Captions help the deaf.").findings
        ]

    assert proposed("identity") == ["deaf people"]
    assert proposed("person") == ["people who are deaf or hard of hearing"]


def test_a_condition_has_several_names() -> None:
    assert key_of("Deafness") == key_of("deaf") == key_of("hard of hearing") == "deaf"
    assert key_of("eating disorder") == "eating_disorder"
    assert key_of("autsim") is None
    settings = parse_config({"voice": {"person-first": {"Limb Loss": "identity"}}}).surroundings().settings
    assert settings["voice.amputation"] == "identity"
    assert settings["wording.amputation"] == "person"


@pytest.mark.parametrize("choices", [{"autsim": "identity"}, {"deaf": "either", "deafness": "person"}])
def test_a_slip_is_refused(choices: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="person-first"):
        parse_config({"voice": {"person-first": choices}})


def test_names_are_unique_and_sources_known() -> None:
    book, known = builtin(), conditions()
    names = [name.replace("-", "_") for key, condition in known.items() for name in (key, *condition.names)]
    assert len(names) == len(set(names))
    for condition in known.values():
        assert set(condition.sources) <= set(book.authorities)


def test_rules_and_data_name_the_same_conditions() -> None:
    named = {concept.values.get("condition") for concept in builtin().lexicon.concepts} - {None}
    assert named == set(conditions())


def test_research_defaults() -> None:
    settings = Config().surroundings().settings
    assert {key: settings[f"wording.{key}"] for key in ("autism", "deaf", "blind", "disability", "diabetes")} == {
        "autism": "identity", "deaf": "either", "blind": "either", "disability": "either", "diabetes": "person",
    }  # fmt: skip
