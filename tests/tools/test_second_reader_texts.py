from __future__ import annotations

from pathlib import Path

import pytest

from postguard.draft.span import Span
from postguard.signals.second_reader.model import shipped
from tools.second_reader.lessons import KINDS, OUTCOMES, lessons, stretches
from tools.second_reader.texts import Labelled, bare, blocks, corpus, held, taught, uncalled

FILE = """@ phi/reply, ton/hostile | reply
re: They cancelled on me.
⟦We rang you twice⟧ before we gave your slot away.
@lena saw it.
@ - | post
The tulips are out.
"""


def test_a_block_is_labels_kind_review_and_marked_text(tmp_path: Path) -> None:
    path = tmp_path / "phi-x.txt"
    path.write_text(FILE, encoding="utf-8")
    first, second = blocks(path)
    assert first.labels == {"phi/reply", "ton/hostile"}
    assert (first.kind, first.answers) == ("reply", "They cancelled on me.")
    assert first.text == "We rang you twice before we gave your slot away.\n@lena saw it."
    assert first.marks == (Span(0, 17),)
    assert (second.labels, second.text) == (frozenset(), "The tulips are out.")


def test_an_empty_block_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "phi-x.txt"
    path.write_text("@ phi/reply | reply\nre: Only a review\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"phi-x\.txt"):
        list(blocks(path))


def test_every_text_is_well_formed_and_of_known_kinds() -> None:
    texts = [text for path in sorted(taught().glob("*.txt")) for text in blocks(path)]
    assert len(texts) > 10_000
    assert {label for text in texts for label in text.labels} == set(KINDS)
    assert sum(not text.marks for text in texts if text.labels) < 50


def test_what_is_only_measured_is_not_learned() -> None:
    learned = {text.text for text in corpus(taught())}
    measured = {text.text for texts in held().values() for text in texts}
    assert not learned & measured


def test_a_window_without_the_marks_of_its_text_is_left_out() -> None:
    text = Labelled("soup " * 300 + "bed 9 went home", labels=frozenset({"phi/story"}), marks=(Span(1500, 1515),))
    learned = list(lessons([text], shipped().tokenizer))
    assert learned
    assert all(lesson.told for lesson in learned)
    assert all(lesson.targets[OUTCOMES.index("phi")] == 1.0 for lesson in learned)


def test_a_text_of_one_family_says_nothing_of_the_others() -> None:
    text = Labelled("soup on Monday", families=frozenset({"tone"}))
    (lesson,) = lessons([text], shipped().tokenizer)
    told = {outcome for outcome, weight in zip(OUTCOMES, lesson.weights, strict=True) if weight}
    assert told == {"tone", *(kind for kind in KINDS if kind.startswith("ton/"))}


def test_a_headline_is_bare_without_links_and_tags() -> None:
    assert bare("RT @desk: Flu is back #flu http://bit.ly/x") == "Flu is back flu"


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Ring Odile at 555-0131, she is in all day.", "Ring Odile, she is in all day."),
        ("Her line is (307) 555-0160 ext. 4. Thank you.", "Her line. Thank you."),
        ("Open 24/7 since 1988.", "Open 24/7 since 1988."),
    ],
)
def test_a_kind_reply_is_also_learned_without_its_number(text: str, without: str) -> None:
    assert uncalled(text) == without


def test_a_labelled_long_text_teaches_its_telling_lines_closely() -> None:
    text = Labelled(
        "The soup is on. " * 40 + "bed 9 went home.", labels=frozenset({"phi/story"}), marks=(Span(640, 656),)
    )
    (short,) = (lesson for lesson in lessons([text], shipped().tokenizer) if len(lesson.window.pieces) < 60)
    assert short.told


def test_stretches_hold_a_few_whole_sentences_and_their_marks() -> None:
    text = Labelled("The soup is on. " * 20 + "bed 9 went home.\n\nBye!", marks=(Span(320, 336),))
    found = list(stretches(text))
    assert "".join(stretch.text for stretch in found) == text.text
    assert [len(stretch.text.split()) for stretch in found] == [36, 36, 13]
    assert [[stretch.text[mark.start : mark.end] for mark in stretch.marks] for stretch in found] == [
        [], [], ["bed 9 went home."],
    ]  # fmt: skip
    assert list(stretches(Labelled("The soup is on."))) == []
