import pytest

from postguard.draft.interface import Draft
from postguard.draft.source import read_document
from postguard.draft.span import Span
from postguard.errors import UncheckedError

from .reading import check_context, check_map, prose, read, texts

CONTEXT = """---
postguard:
  kind: reply
  channel: google_business
  audience: public
  in_reply_to: "Great care"
  date: 2025-06-30
  published: true
  permissions: [story-1]
  ignore:
    - PHI101 the patient has signed
    - {codes: [INC101, TON*], reason: agreed}
---
Body
"""


def test_values_are_views_mapped_exactly():
    source = (
        '\ufeff---\r\ntitle: 😀 Flu\r\ndescription: "Say \\"hi\\" now"\r\nseo:\r\n  note: \'plain\'\r\n'
        "tags: [a b, c]\r\n"
        "long: >-\r\n  one two\r\n  three\r\nblock: |\r\n  four\r\n  five\r\n"
        "count: 123456789\r\nshow: true\r\nnone:\r\n---\r\nBody\r\n"
    )
    document = read(source)
    found = {view.scope: view.text for view in document.views if view.scope != "frontmatter.tags"}
    assert found == {
        "title": "😀 Flu",
        "frontmatter.description": 'Say "hi" now',
        "frontmatter.seo.note": "plain",
        "frontmatter.long": "one two three",
        "frontmatter.block": "four\nfive",
        "frontmatter.count": "123456789",
        "prose": "Body",
    }
    assert texts(document, "frontmatter.tags") == ["a b", "c"]
    check_map(document)
    long = next(view for view in document.views if view.scope == "frontmatter.long")
    span = long.to_source(Span(8, 13))
    assert source[span.start : span.end] == "three"
    assert document.front_matter["seo"] == {"note": "plain"}


def test_context_and_directives():
    document = read(CONTEXT)
    check_context(document)
    assert [view.scope for view in document.views] == ["prose"]


def test_the_callers_fields_come_first():
    context = read_document(Draft(CONTEXT, kind="ad", input_format="markdown")).context
    assert (context.kind, context.channel) == ("ad", "google_business")


@pytest.mark.parametrize(
    "block",
    [
        "title: x\n\nBody without an end",
        "title: [secretword\n---\n",
        "title: 'secretword\n---\n",
        "a: &a [x]\nb: [" + "*a, " * 20 + "]\n---\n",
        "a: " + "[" * 3000 + "\n---\n",
        "a: \x01secretword\n---\n",
        "postguard: secretword\n---\n",
        "postguard: {kind: secretword}\n---\n",
        "postguard: {secretword: 1}\n---\n",
        "postguard: {date: secretword}\n---\n",
        "postguard: {published: secretword}\n---\n",
        "postguard: {permissions: {a: b}}\n---\n",
        "postguard: {ignore: [[a]]}\n---\n",
        "postguard: {channel: [a]}\n---\n",
    ],
)
def test_what_cannot_be_read_is_refused_without_a_word_of_it(block):
    with pytest.raises(UncheckedError) as caught:
        read("---\n" + block)
    error = caught.value
    assert error.kind == "front-matter"
    assert "secretword" not in error.message
    assert error.__context__ is None


def test_anchors_that_expand_without_end_are_refused_at_once():
    lines = ["a0: &a0 [x, x]"] + [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 40)]
    with pytest.raises(UncheckedError, match="aliases"):
        read("---\n" + "\n".join(lines) + "\n---\n")


def test_a_recursive_anchor_does_not_hang():
    assert read("---\na: &a [*a]\n---\nBody").front_matter == {"a": [None]}


@pytest.mark.parametrize(
    ("source", "style"),
    [
        ("---\n\nA line\n\n---\n\nanother", "markdown"),
        ("---\n\nNote: not closed", "markdown"),
        ("---\njust words\n---\nmore", "text"),
        ("---\nkey: [\n---\nmore", "text"),
        ("---\nkey: not closed", "text"),
    ],
)
def test_a_rule_at_the_top_is_no_front_matter(source, style):
    document = read(source, style)
    assert document.front_matter == {}
    assert {view.scope for view in document.views} == {"prose"}


def test_plain_text_has_front_matter_too():
    document = read("---\ntitle: T\npostguard: {kind: ad}\n---\nBody", "text")
    assert document.context.kind == "ad"
    assert prose(document.source, "text") == "Body"
