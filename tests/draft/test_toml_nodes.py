"""TOML front matter: places, context, directives, and what is refused."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postguard.draft.span import Span
from postguard.draft.toml_nodes import compose
from postguard.errors import UncheckedError
from postguard.linter import Linter

from .reading import check_context, check_map, prose, read, texts

CONTEXT = """+++
title = "Flu"

[postguard]  # settings
kind = "reply"
channel = 'google_business'
audience = "public"
in_reply_to = "Great care"
date = 2025-06-30
published = true
permissions = ["story-1"]
ignore = [
  "PHI101 the patient has signed",
  {codes = ["INC101", "TON*"], reason = "agreed"},
]
+++
Body
"""


def _places(source: str, scope: str) -> list[str]:
    document = read(source)
    spans = [v.to_source(Span(0, len(v.text))) for v in document.views if v.scope == scope]
    return [source[span.start : span.end] for span in spans]


def test_values_are_views_mapped_exactly():
    source = (
        '\ufeff+++ \r\n# Jane = "x"\r\ntitle = \'😀 Flu\'\r\ndescription = "Flu" # Flu\r\n'
        'said = "Say \\"hi\\" now"\r\ntags = [ "a b", # c\r\n  \'c\', ]\r\n'
        'long = """\r\none  two\r\nthree"""\r\nbare = 1_000\r\nshow = true\r\nat = 07:32:00\r\n'
        'seo . "my note" = \'\'\'plain\'\'\'\r\nauthor = {name = "Ann", "x.y" = {z = "deep"}}\r\n'
        "[[pictures.list]]\r\nalt = 'one'\r\n[[pictures.list]]\r\nalt = 'two'\r\n[pictures.list.by]\r\nname = 'Flu'\r\n"
        "+++\r\nBody\r\n"
    )
    document = read(source)
    check_map(document)
    assert [(view.scope.removeprefix("frontmatter."), view.text) for view in document.views] == [
        ("title", "😀 Flu"),
        ("description", "Flu"),
        ("said", 'Say "hi" now'),
        ("tags", "a b"),
        ("tags", "c"),
        ("long", "one  two\nthree"),
        ("bare", "1_000"),
        ("at", "07:32:00"),
        ("seo.my note", "plain"),
        ("author.name", "Ann"),
        ("author.x.y.z", "deep"),
        ("pictures.list.alt", "one"),
        ("pictures.list.alt", "two"),
        ("pictures.list.by.name", "Flu"),
        ("prose", "Body"),
    ]
    assert _places(source, "frontmatter.description") == ["Flu"]
    flu = next(view for view in document.views if view.scope == "frontmatter.description")
    assert flu.to_source(Span(0, 3)).start == source.index('"Flu"') + 1
    by = next(view for view in document.views if view.scope == "frontmatter.pictures.list.by.name")
    assert by.to_source(Span(0, 3)).start == source.rindex("'Flu'") + 1
    long = next(view for view in document.views if view.scope == "frontmatter.long")
    span = long.to_source(Span(9, 14))
    assert source[span.start : span.end] == "three"
    assert _places(source, "frontmatter.said") == ['"Say \\"hi\\" now"']
    assert document.front_matter["author"] == {"name": "Ann", "x.y": {"z": "deep"}}
    assert document.front_matter["bare"] == 1000
    assert document.front_matter["pictures"] == {"list": [{"alt": "one"}, {"alt": "two", "by": {"name": "Flu"}}]}


def test_context_and_directives():
    document = read(CONTEXT)
    check_context(document)
    assert [view.scope for view in document.views] == ["title", "prose"]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ('title = "x"\n\nBody without an end', "is not closed"),
        ('# note\n\nfine = 1\ntitle = "secretword\n+++\n', "not valid TOML (line 5, column"),
        ("title: secretword\n+++\n", "not valid TOML (line 2, column"),
        ("[secretword]\n[secretword]\n+++\n", "not valid TOML (line 3, column"),
        ("a = 1\na = 'secretword'\n+++\n", "not valid TOML (line 3, column"),
        ("a = " + "[" * 30_000 + "\n+++\n", "not valid TOML"),
        ("a = " + "9" * 9_000 + "\n+++\n", "not valid TOML"),
        ("postguard = 'secretword'\n+++\n", "line 2: postguard must be a mapping"),
        ("[postguard]\n\nkind = 'secretword'\n+++\n", "line 4: postguard.kind must be one of"),
        ("[postguard]\nsecretword = 1\n+++\n", "line 3: postguard knows the keys"),
        ("[postguard]\ndate = 'secretword'\n+++\n", "postguard.date must be a day"),
        ("[postguard]\npublished = 'secretword'\n+++\n", "postguard.published must be"),
        ("[postguard]\nchannel = ['a']\n+++\n", "postguard.channel must be a text"),
    ],
)
def test_what_cannot_be_read_is_refused_without_a_word_of_it(block, said):
    with pytest.raises(UncheckedError) as caught:
        read("+++\n" + block)
    error = caught.value
    assert error.kind == "front-matter"
    assert said in error.message
    assert "secretword" not in error.message
    assert error.__context__ is None


@pytest.mark.parametrize(
    ("source", "style"),
    [
        ("+++\nBig news\n+++\nmore", "markdown"),
        ("+++\n[our page](x.html) is new\n+++\nmore", "markdown"),
        ("+++ Big news +++\nkey = 1\n+++\n", "markdown"),
        ("+++\nkey = [\n+++\nmore", "text"),
        ("+++\nkey = 'not closed'", "text"),
    ],
)
def test_plus_signs_at_the_top_are_no_front_matter(source, style):
    document = read(source, style)
    assert document.front_matter == {}
    assert {view.scope for view in document.views} <= {"prose", "url"}
    assert "".join(texts(document, "prose")).startswith("+++")


def test_plain_text_has_toml_front_matter_too():
    document = read("+++\n[postguard]\nkind = 'ad'\n+++\nBody", "text")
    assert document.context.kind == "ad"
    assert prose(document.source, "text") == "Body"


def test_a_malformed_draft_hides_no_findings_in_another(tmp_path: Path):
    (tmp_path / "a.md").write_text("+++\ntitle = x\n+++\nBody\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("+++\ntitle = 'Refer a friend, get $50!'\n+++\nBody\n", encoding="utf-8")
    bad, good = Linter(select=("INC1",)).check_paths([tmp_path])
    assert [error.kind for error in bad.errors] == ["front-matter"]
    assert not bad.findings
    assert not good.errors
    assert good.findings


_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda text: text.strip())


@given(_TEXTS, _TEXTS, st.sampled_from(["'", '"', "'''", '"""']))
def test_a_text_without_escapes_maps_to_itself(before, text, quote):
    if any(sign in before + text for sign in "'\"\\"):
        return
    source = f"+++\nbefore = {quote}{before}{text}{quote}\nkey = {quote}{text}{quote} # {text}\n+++\n"
    document = read(source)
    view = next(view for view in document.views if view.scope == "frontmatter.key")
    assert view.text == text
    span = view.to_source(Span(0, len(text)))
    assert span.start == source.index("\nkey = ") + 7 + len(quote)
    assert source[span.start : span.end] == text
    assert texts(document, "frontmatter.before") == [before + text]


@pytest.mark.parametrize(
    "literal",
    [
        "''",
        '""""""',
        '""""a"""',
        '"""a"""""',
        "'''a'b'''''",
        '"""\\"""a"""',
        '"a\\\\"',
        '"""a \\\n   b"""',
        '"""a \\  \n   b"""',
        "[[], [[1]], {}]",
    ],
)
def test_odd_literals_end_where_they_end(literal):
    keys = [key.value for key, _ in compose(f"a = {literal} # x = 'y'\nb = [{literal}, {literal}]\nc = 1").value]
    assert keys == ["a", "b", "c"]


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "name", ["pyproject.toml", "rules/limits.toml", "rules/mitigations.toml", "rules/wording.toml"]
)
def test_the_tree_has_the_values_of_the_parser(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    document = read(f"+++\n{text}\n+++\n")
    assert document.front_matter == tomllib.loads(text)
    check_map(document)
