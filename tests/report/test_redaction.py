"""Masks: whole words, everywhere, and only the finding's sentence is shown."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postguard import Span
from postguard.report.redaction import Redacted


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def _frame(text: str, found: str, *secret: str) -> tuple[str, ...]:
    return Redacted(text, [(_span(text, words), "PHI101") for words in secret]).frame(_span(text, found))


def test_marks_the_place() -> None:
    assert _frame("One. Refer a friend now. Three.", "a friend") == ("1 | Refer a friend now.", "  |       ^^^^^^^^")


def test_masks_neighbours_and_keeps_the_mark_in_place() -> None:
    text = "Maria (219-09-9142) says: refer a friend."
    line, mark = _frame(text, "refer", "Maria", "219-09-9142")
    assert line == "1 | [PHI101] ([PHI101]) says: refer a friend."
    assert line[mark.index("^") : mark.rindex("^") + 1] == "refer"


def test_a_mask_is_marked_as_a_whole() -> None:
    line, mark = _frame("We saw Maria today.", "Maria", "Maria")
    assert line[mark.index("^") : mark.rindex("^") + 1] == "[PHI101]"


def test_a_part_of_a_word_masks_the_word() -> None:
    assert _frame("See 219-09-9142, refer.", "refer", "09-91")[0] == "1 | See [PHI101], refer."


def test_the_same_name_is_masked_wherever_it_stands() -> None:
    line = _frame("Maria's story. MARIA and maria: refer.", "refer", "Maria")[0]
    assert line == "1 | [PHI101] and [PHI101]: refer."


def test_plain_words_are_not_masked_elsewhere() -> None:
    assert _frame("Our patient. Our offer: refer.", "refer", "Our patient")[0] == "1 | Our offer: refer."


def test_other_sentences_and_lines_are_not_shown() -> None:
    text = "SSN 219-09-9142 here.\nRefer a friend\nto Bob. And MRN 7743."
    assert _frame(text, "Refer")[0] == "2 | Refer a friend"


def test_a_long_sentence_is_cut_and_says_so() -> None:
    text = f"{'word ' * 60}refer {'more ' * 60}"
    line, mark = _frame(text, "refer")
    assert len(line) < 240
    assert line[4] == "…"
    assert line[-1] == "…"
    assert line[mark.index("^") : mark.rindex("^") + 1] == "refer"


def test_wide_characters_keep_the_mark_in_place() -> None:
    line, mark = _frame("🦷牙 refer.", "refer")
    assert mark.index("^") == line.index("refer") + 2


def test_control_characters_are_not_shown() -> None:
    line = _frame("a\x1b[2Jb\u202e refer\tnow.", "refer")[0]
    assert line == "1 | a\ufffd[2Jb\ufffd refer now."


@given(
    st.text("ab Z9.\n-", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8)), max_size=4),
    st.integers(0, 60),
    st.integers(0, 9),
)
def test_no_masked_character_is_ever_shown(text: str, secrets: list[tuple[int, int]], start: int, length: int) -> None:
    """Characters under a mask are replaced by ones that stand nowhere else, and must not come out."""
    spans = [Span(min(at, len(text)), min(at + size, len(text))) for at, size in secrets]
    covered = {at for span in spans for at in range(span.start, span.end)}
    source = "".join("§" if at in covered and not c.isspace() else c for at, c in enumerate(text))
    span = Span(min(start, len(text)), min(start + length, len(text)))
    frame = Redacted(source, [(span, "PHI101") for span in spans]).frame(span)
    assert "§" not in "".join(frame)
    assert len(frame) == 2
    assert "^" in frame[1]
