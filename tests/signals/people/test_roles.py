"""Who a person is, and which evidence says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postguard import Linter
from postguard.signals.people.role import BECAUSE

People = Callable[..., list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "name", "evidence"),
    [
        ("Our patient Farrukh went home today.", "Farrukh", "patient_label"),
        ("Congrats to Mireille, who got her braces off with us!", "Mireille", "celebration"),
        ("RESIDENT: ALVAREZ, MARTA. Fell, no injury.", "ALVAREZ, MARTA", "patient_label"),
        ("Which inhaler next for a 38-year-old, Petra S., with worsening asthma?", "Petra S.", "age"),
        ("Last chemo in our center! #TeamAnaya", "#TeamAnaya", "team_hashtag"),
    ],
)
def test_patient(people: People, text: str, name: str, evidence: str) -> None:
    assert ("patient", name, evidence) in people(text)
    assert evidence in BECAUSE


@pytest.mark.parametrize(
    "name", ["Will", "Hope", "Man", "Lai", "Xiulan", "Siobhán", "Chukwuemeka", "Nguyệt", "O'Malley", "Jean-Baptiste"]
)
@pytest.mark.parametrize(
    "text",
    [
        "Thank you, {}! Glad the crown feels better.",
        "{}, thanks for coming in on Tuesday.",
        "It was lovely treating you {} 💛",
    ],
)
def test_addressed_in_a_reply_with_care(people: People, name: str, text: str) -> None:
    assert ("patient", name, "addressed_with_care") in people(text.format(name), kind="reply")


def test_lower_case_address(people: People) -> None:
    assert ("patient", "maria", "addressed_with_care") in people(
        "thanks maria, glad the crown feels better", kind="reply"
    )


def test_address_without_care_is_only_an_address(people: People) -> None:
    assert people("Thank you, Ifeoma! We appreciate it.", kind="reply") == [("addressed", "Ifeoma", "address")]


@pytest.mark.parametrize("word", ["Team", "Doctor", "everyone", "Friends", "folks"])
def test_address_of_nobody(people: People, word: str) -> None:
    assert people(f"Thank you, {word}! Glad the visit went well.", kind="reply") == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Dr. Okafor repairs knees.", "staff"),
        ("Maria Lopez, RN, won our award for surgery nurses.", "staff"),
        ("Meet Tasha, our new hygienist!", "staff"),
        ("Our night nurses Jess, Priya and Tom kept the NICU warm.", "staff"),
        ("The Whipple procedure is surgery of the pancreas.", "eponym"),
        ("We treat Graves' disease.", "eponym"),
        ("The Rosa Delgado Pavilion has new chemo suites.", "organization"),
        ("Our new surgery center in Austin is open.", "place"),
        ("Senator Ortiz toured our dialysis unit.", "public_figure"),
        ("A gift in honor of Ruth Weinberg built our chemo suite.", "donor"),
        ("Meet Sam, a fictional patient with asthma.", "fictional"),
    ],
)
def test_other_roles(people: People, text: str, role: str) -> None:
    found = people(text)
    assert role in {name for name, _, _ in found} | (
        {role} if not found and role in ("eponym", "organization") else set()
    )
    assert "patient" not in {name for name, _, _ in found}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We are sorry. Our chief nursing officer, Ngozi Adebayo, would like to listen: 555-0144.", "Ngozi Adebayo"),
        ("Nuestra directora de calidad, Marisol, atiende en el 555-0144.", "Marisol"),
        ("Llame al 555-0144 y pregunte por Ximena.", "Ximena"),
        ("Write to jobs@clinic.example and Renata will give you an answer by Friday.", "Renata"),
    ],
)
def test_who_is_named_as_the_one_to_talk_to_is_staff(people: People, text: str, name: str) -> None:
    assert {role for role, words, _ in people(text, kind="reply") if name in words} == {"staff"}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("The bill for June is still open.", set()),
        ("Your cleaning is booked for April.", set()),
        ("Thank you, June! So glad the crown fits.", {"patient"}),
    ],
)
def test_a_month_is_no_person_where_a_month_is_meant(people: People, text: str, roles: set[str]) -> None:
    found = people(text, kind="reply")
    assert {role for role, words, _ in found if words in ("June", "April") and role != "place"} == roles


def test_staff_list(people: People) -> None:
    text = "Priyanka finished her last chemo shift with us today."
    assert ("staff", "Priyanka", "staff_list") in people(text, staff=("Priyanka Rao",))


def test_same_name_again_is_the_same_person(people: People) -> None:
    found = people("Our patient Farrukh went home today. It rained. Nobody minded. Farrukh waved.")
    assert [role for role, name, _ in found if name == "Farrukh"] == ["patient", "patient"]


def test_relative(people: People) -> None:
    assert ("relative", "Emeka", "relative") in people(
        "Her husband Emeka slept here all week while she was in our ICU."
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pt J.S. came in with a broken wrist.", "J.S."),
        ("J.R., a 34-year-old lineman, came to our trauma bay.", "J.R."),
    ],
)
def test_initials(people: People, text: str, name: str) -> None:
    assert ("patient", name, "patient_label") in people(text)


@pytest.mark.parametrize(
    "name",
    [
        "Oluwaseun Adeyemi",
        "Máire Ní Bhriain",
        "Ana de los Santos",
        "Juan de la Vega-Ruiz Jr.",
        "Hana bint Yusuf al-Harbi",
        "Pieter van der Merwe III",
        "Keoni",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "{} delivered a healthy girl here on Monday",
        "{} is off the ventilator",
        "{} got a new hip this week in Duluth",
        "{} was discharged on Friday",
        "{} lost 31 pounds on the program",
    ],
)
def test_what_befell_a_named_person_is_care(cared_for: Callable[[str], list[str]], name: str, text: str) -> None:
    assert cared_for(text.format(name)) == [name]


@pytest.mark.parametrize(
    ("text", "is_person"),
    [
        ("Destiny went home with her new trach today.", True),
        ("Charlotte had her gallbladder out on Sunday.", True),
        ("AUTUMN WENT HOME FROM THE PICU TODAY", True),
        ("Hope is healing, and so is your knee.", False),
        ("Charlotte has a measles case.", False),
    ],
)
def test_a_word_or_a_town_is_a_person_where_only_a_person_can_be_meant(
    cared_for: Callable[[str], list[str]], text: str, is_person: bool
) -> None:
    assert bool(cared_for(text)) is is_person


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Our patient Farrukh went home today.", BECAUSE["patient_label"]),
        ("Mrs. Halloran, our newest hospice resident, waved at the geese.", BECAUSE["patient_label"]),
        ("Congrats to Mireille, who got her braces off with us!", BECAUSE["celebration"]),
        ("We treated Dmitri Volkov for a broken wrist.", BECAUSE["care_verb"]),
    ],
)
def test_a_finding_says_what_made_somebody_a_patient(text: str, reason: str) -> None:
    (finding,) = Linter(select=("PHI101", "PHI103")).check(text).findings
    assert finding.message.endswith(f": {reason}.")
