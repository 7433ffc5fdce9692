"""What `--fix` makes of the wording of people and conditions: the exact text, for every form that is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from postguard import Draft, Linter
from postguard.policy.config import parse_config
from postguard.report.fixing import applied, diff, fix_file, fixes

CODES = (
    "TON100", "TON101", "TON102", "TON103", "TON105", "TON106", "TON108", "TON110", "TON111", "TON112", "TON116",
    "TON118", "TON121", "TON131", "TON141", "TON143", "TON154", "TON159", "TON161", "TON201", "TON202", "TON207",
    "TON519",
)  # fmt: skip
LINTER = Linter(select=CODES)


def fixed(text: str, linter: Linter = LINTER) -> str:
    report = linter.check(Draft(text))
    assert not report.errors
    return applied(text, fixes(text, report.findings))


MENDED = [
    # TON100, TON101, TON110: nouns and adjectives for people
    ("She is diabetic.", "She has diabetes."),
    ("My neighbor is epileptic but drives.", "My neighbor has epilepsy but drives."),
    ("They were asthmatic.", "They had asthma."),
    ("Tips for diabetics this fall.", "Tips for people with diabetes this fall."),
    ("Every diabetic should have an eye exam.", "Every person with diabetes should have an eye exam."),
    ("An epileptic may feel an aura.", "A person with epilepsy may feel an aura."),
    ("Type 2 diabetics can join.", "People with type 2 diabetes can join."),
    ("What should a type 1 diabetic eat?", "What should a person with type 1 diabetes eat?"),
    ("A class for lepers and epileptics.", "A class for people with Hansen's disease and epileptics."),
    ("Amputees can try a blade.", "People with limb loss can try a blade."),
    ("Sleep tips for insomniacs.", "Sleep tips for people with insomnia."),
    # TON102, TON121, TON131, TON141, TON108: the noun stays, in its number
    ("A diabetic patient may not feel it.", "A patient with diabetes may not feel it."),
    ("Older diabetic patients need a check.", "Older patients with diabetes need a check."),
    ("HIV-infected women can have babies.", "Women with HIV can have babies."),
    ("An epileptic attack can be silent.", "A seizure can be silent."),
    ("An obese patient waits longer.", "A patient with obesity waits longer."),
    ("Morbidly obese adults can join.", "Adults with severe obesity can join."),
    ("A mentally ill man can call.", "A man with a mental health condition can call."),
    ("Mental patients have rights.", "People with a mental health condition have rights."),
    ("Elderly patients should hydrate.", "Older patients should hydrate."),
    ("An elderly person can fall.", "An older person can fall."),
    ("A senior citizen can ride free.", "An older adult can ride free."),
    ("The flu is hard on the elderly.", "The flu is hard on older adults."),
    ("A special-needs child can swim.", "A child with a disability can swim."),
    ("Handicapped patients can park here.", "Patients with disabilities can park here."),
    ("Handicapped restrooms are on floor 2.", "Accessible restrooms are on floor 2."),
    ("An able-bodied person may not see it.", "A person without a disability may not see it."),
    # TON103
    ("We bring shots to the homeless.", "We bring shots to people experiencing homelessness."),
    ("Services for the blind.", "Services for people who are blind or have low vision."),
    # TON105
    ("Our wheelchair-bound guests enter here.", "Our guests who use wheelchairs enter here."),
    ("Wheelchair-bound patients can call.", "Patients who use wheelchairs can call."),
    ("A wheelchair-bound patient can call.", "A patient who uses a wheelchair can call."),
    ("He is wheelchair-bound.", "He uses a wheelchair."),
    ("They are confined to wheelchairs.", "They use wheelchairs."),
    ("She was confined to a wheelchair.", "She used a wheelchair."),
    # TON106, TON143
    ("She suffers from depression.", "She has depression."),
    ("Many Americans suffer from depression.", "Many Americans have depression."),
    ("My sister suffered from lupus.", "My sister had lupus."),
    ("He is suffering from dementia.", "He has dementia."),
    ("She is afflicted with arthritis.", "She has arthritis."),
    ("Children afflicted by asthma can come.", "Children with asthma can come."),
    ("Migraine sufferers can join.", "People with migraine can join."),
    ("Help for an asthma sufferer.", "Help for a person with asthma."),
    ("Alzheimer's sufferers need rest.", "People with Alzheimer's need rest."),
    ("Victims of cancer can call.", "People with cancer can call."),
    ("Dementia sufferers need calm.", "People with dementia need calm."),
    # TON111, TON112, TON116, TON118
    ("Addicts deserve care.", "People with a substance use disorder deserve care."),
    ("An addict can call us.", "A person with a substance use disorder can call us."),
    ("A recovering addict is here.", "A person in recovery is here."),
    ("Alcoholics can call.", "People with alcohol use disorder can call."),
    ("Substance-abuse counseling is free.", "Substance use counseling is free."),
    ("Prescription opioid abuse is rising.", "Prescription opioid misuse is rising."),
    ("He abused alcohol for years.", "He misused alcohol for years."),
    ("Drug-addicted babies need cuddlers.", "Babies exposed to substances need cuddlers."),
    ("Smokers can call.", "People who smoke can call."),
    ("IV drug users get naloxone.", "People who inject drugs get naloxone."),
    ("Heroin users can call.", "People who use heroin can call."),
    # TON154, TON159
    ("An illegal immigrant can get care.", "An undocumented immigrant can get care."),
    ("Inmates get vaccines.", "People who are incarcerated get vaccines."),
    ("A former inmate can help.", "A person who was formerly incarcerated can help."),
    # TON201, TON202, TON207
    ("He committed suicide in 2019.", "He died by suicide in 2019."),
    ("A failed suicide attempt hurts.", "A suicide attempt hurts."),
    ("Men have more completed suicides.", "Men have more suicides."),
    ("Call 1-800-273-8255 any time.", "Call 988 any time."),
]


@pytest.mark.parametrize(("before", "after"), MENDED)
def test_exact_words(before: str, after: str) -> None:
    assert fixed(before) == after
    assert fixed(after) == after, "what was mended needs no more mending"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("DIABETICS WELCOME", "PEOPLE WITH DIABETES WELCOME"),
        ("Tips For Diabetics And Their Families", "Tips For People with Diabetes And Their Families"),
        ("💉 Diabetics need care", "💉 People with diabetes need care"),
        ("# Diabetics need care", "# People with diabetes need care"),
        ("“Hi.” Diabetics need care", "“Hi.” People with diabetes need care"),
        ("Parkinson's sufferers can call.", "People with Parkinson's can call."),
        ("Rides for Parkinson's sufferers.", "Rides for people with Parkinson's."),
    ],
)  # fmt: skip
def test_capitals(before: str, after: str) -> None:
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "#diabetics need care",
        "@diabetics need care",
        "See example.com/diabetics-and-epileptics for more.",
        "Non-diabetics may come too.",
        "Insulin-dependent diabetics can join.",
        "The diabetics' group meets at 6.",
        "Our diabetic patient portal is open.",
        "Young and obese adults wait longer.",
        "He is diabetic and hypertensive.",
        "He is wheelchair-bound, diabetic and cheerful.",
        "The blind and deaf alumni met.",
        "Who suffers from migraines? One in six.",
        "Call 988 or 1-800-273-8255.",
        "Call 1-800-273-TALK (8255).",
        "The majority of the patients came.",
        "Make a purchase today.",
        "My calendar is schizophrenic this month.",
        "Pain made her a prisoner in her own home.",
        "You will have the ability to log in.",
        "“Addicts deserve care,” he said.",
        "Don't say diabetics, say people with diabetes.",
        "Alcoholics Anonymous meets in room 4.",
    ],
)
def test_what_would_not_read_well_is_left(text: str) -> None:
    assert fixed(text) == text


def test_the_words_follow_the_chosen_order() -> None:
    linter = Linter(parse_config({"voice": {"person-first": {"autism": "identity", "blind": "person"}}}), select=CODES)
    assert fixed("Quiet hours for children with autism.", linter) == "Quiet hours for autistic children."
    assert fixed("A blind adult can call.", linter) == "An adult who is blind can call."
    assert fixed("A person with autism can call.", linter) == "An autistic person can call."


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_nothing_else_changes(tmp_path: Path, end: str, mark: str) -> None:
    lines = [("Café ☕  hours\tof day", None), *MENDED, ("No end: naïve 中文", None)]
    source = mark + end.join(before for before, _ in lines)
    path = tmp_path / "post.txt"
    path.write_bytes(source.encode())
    findings = LINTER.check(Draft(source, path=str(path))).findings
    chosen = fixes(source, findings)
    assert len(chosen) > 30
    assert fix_file(path, source, chosen) == len(chosen)
    result = path.read_bytes().decode()
    at = result_at = 0
    for fix in chosen:
        kept = source[at : fix.span.start]
        assert result[result_at : result_at + len(kept)] == kept
        result_at += len(kept)
        assert result.startswith(fix.text, result_at)
        at, result_at = fix.span.end, result_at + len(fix.text)
    assert result[result_at:] == source[at:]
    assert result.count(end) == source.count(end)
    assert result.startswith(mark + "Café")


def test_the_diff_shows_the_same_words() -> None:
    source = "Hi.\r\nTips for diabetics.\r\nBye.\r\n"
    shown = diff(source, fixes(source, LINTER.check(source).findings), "post.txt")
    assert "-Tips for diabetics.\r\n+Tips for people with diabetes.\r\n" in shown


def test_a_person_named_beside_the_words_stays_untouched() -> None:
    text = "Thank you Maria Santos, our diabetic patient, for choosing us for your surgery. MRN 48291734."
    report = Linter().check(Draft(text, kind="reply"))
    assert any(finding.category == "phi" for finding in report.findings)
    result = applied(text, fixes(text, report.findings))
    assert "Maria Santos" in result
    assert "MRN 48291734" in result
    assert all(finding.replacement is None for finding in report.findings if finding.category == "phi")
