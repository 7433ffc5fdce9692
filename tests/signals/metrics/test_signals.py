"""What the metric extractors see in a draft, through the linter's own parts."""

from __future__ import annotations

from typing import Any

import pytest

from postguard.draft.interface import Draft
from postguard.draft.source import read_document
from postguard.draft.whole import whole_view
from postguard.rules.loader import load
from postguard.signals.interface import Signal
from postguard.signals.metrics import metrics
from postguard.signals.reading import Reading
from postguard.signals.toolbox import Toolbox

TOOLS = Toolbox(metrics(load().channels))


def found(text: str, selector: str, *, whole: bool = True, **fields: Any) -> list[tuple[str, Signal]]:
    document = read_document(Draft(text, **fields))
    view = whole_view(document) if whole else document.views[0]
    assert view is not None
    reading = Reading(view, document.context, TOOLS)
    return [(view.text[s.span.start : s.span.end], s) for s in reading.find(selector)]


def words(text: str, selector: str, **fields: Any) -> list[str]:
    return [piece for piece, _ in found(text, selector, **fields)]


EASY = (
    "Come in any day. We are open late. You can get a shot. It is free. Ple"
    "ase bring a friend or your mom. We will see you. Stay well. Kids too."
)


def test_no_grade_below_thirty_words_or_in_another_language() -> None:
    assert not words("Cardiopulmonary rehabilitation facilitates conditioning.", "metric.grade")
    assert not words(
        "La clínica abre el lunes y los niños pueden venir con sus padres para la vacuna. " * 3, "metric.grade"
    )
    (easy,) = found(EASY, "metric.grade")
    assert float(easy[1].values["value"]) < 3


def test_addresses_handles_tags_and_numbers_have_no_grade() -> None:
    plain = float(found(EASY, "metric.grade")[0][1].values["value"])
    decorated = EASY.replace(".", " @NorthsideClinic #FluShots2026 https://example.org/extraordinarily 2026.", 1)
    assert float(found(decorated, "metric.grade")[0][1].values["value"]) == plain


def test_the_two_hardest_sentences_are_named() -> None:
    hard = "Interdisciplinary rehabilitation facilitates individualized cardiopulmonary reconditioning."
    harder = (
        "Multidisciplinary administrative prioritization institutionalizes unsatisfactory organizational fragmentation."
    )
    ranked = {s.values["rank"]: text for text, s in found(f"{EASY} {hard} {EASY} {harder}", "metric.hard_sentence")}
    assert set(ranked.values()) == {hard, harder}


@pytest.mark.parametrize(
    ("text", "selector", "expected"),
    [
        ("GET YOUR FLU SHOT at the ER", "metric.capitals", ["GET YOUR FLU SHOT"]),
        ("The FDA said so.", "metric.capitals", []),
        ("Now!! Really?! Yes!", "metric.exclamation", ["!!", "?!", "!"]),
        ("𝗙𝗿𝗲𝗲 now", "metric.fancy", ["𝗙𝗿𝗲𝗲"]),
        ("ℝ and Ⓡ", "metric.fancy", []),
        ("Hi 💉💉 and 👨‍👩‍👧‍👦 ™ ® ©", "metric.emoji", ["💉", "💉", "👨‍👩‍👧‍👦"]),
        ("Hi 💉 💉 💉 there", "metric.emoji_run", ["💉 💉 💉"]),
        ("Get your 💉 today", "metric.emoji_word", ["💉"]),
        ("Drink water 💧 every day", "metric.emoji_inside", ["💧"]),
        ("#MentalHealth #mentalhealth #diabetes a#b /#c", "metric.hashtag_case", ["#mentalhealth"]),
        ("see bit.ly/x and example.org/y", "metric.shortener", ["bit.ly/x"]),
        ("Your GFR and MRI; the GFR again", "metric.acronym", ["GFR"]),
        ("glomerular filtration rate (GFR)", "metric.acronym", []),
        ("Chronic obstructive lung disease, or COLD", "metric.acronym", []),
    ],
)
def test_finds(text: str, selector: str, expected: list[str]) -> None:
    assert words(text, selector) == expected


def test_link_text_and_images_of_markdown_and_html() -> None:
    markdown = "[here](https://a.org) [Book a shot](https://a.org) ![](x.png) ![A map](y.png)"
    assert words(markdown, "metric.link_text", input_format="markdown") == ["here"]
    views = read_document(Draft(markdown, input_format="markdown")).views
    missing = [view.text for view in views for _ in view.marked("undescribed")]
    assert missing == ["x.png"]
    html = '<img src="a.png"><img src="b.png" alt=""><img src="c.png" alt="A map">'
    views = read_document(Draft(html, input_format="html")).views
    assert [view.text for view in views for _ in view.marked("undescribed")] == ["a.png"]


@pytest.mark.parametrize(
    ("channel", "text", "over"),
    [
        ("x", "a" * 281, 1),
        ("Twitter", "a" * 285, 5),
        ("bluesky", "e\u0301" * 301, 1),
        ("mastodon", "a" * 478 + " https://example.org/" + "b" * 90, 2),
        ("threads", "💉" * 251, 2),
        ("linkedin", "a" * 3001, 1),
        ("google-business", "a" * 1501, 1),
    ],
)
def test_over_the_limit_by(channel: str, text: str, over: int) -> None:
    signals = found(text, "metric.over.post", channel=channel)
    assert [signal.values["over"] for _, signal in signals][:1] == [over]


@pytest.mark.parametrize(
    "channel", ["x", "bluesky", "mastodon", "threads", "instagram", "pinterest", "facebook", None, "carrier pigeon"]
)
def test_a_short_post_fits(channel: str | None) -> None:
    assert not found("a" * 280, "metric.over.post", channel=channel)


def test_the_whole_draft_counts_without_front_matter_and_directives() -> None:
    text = "---\ntitle: long long title\n---\nOne.\n\n---\n\nTwo.\n"
    view = whole_view(read_document(Draft(text, input_format="markdown")))
    assert view is not None
    assert view.text == "One.\n\nTwo."
    plain = whole_view(read_document(Draft("One.\r\n\r\n---\r\nTwo.\r\n")))
    assert plain is not None
    assert plain.text == "One.\n\n---\nTwo."
    told = "<!-- postguard: ignore[TON601] it is a thread -->\nOne."
    view = whole_view(read_document(Draft(told, input_format="markdown")))
    assert view is not None
    assert view.text == "One."


def test_every_channel_has_source_and_date() -> None:
    keys = {channel.key for channel in load().channels()}
    wanted = (
        "x bluesky mastodon threads instagram facebook linkedin google_business youtube tiktok pinterest sms email web"
    )
    assert set(wanted.split()) <= keys
