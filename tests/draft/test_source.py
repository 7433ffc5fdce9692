import pytest

from postguard.draft.interface import Draft
from postguard.draft.source import find_drafts, format_of, read_document, read_file
from postguard.errors import UncheckedError, UsageError


@pytest.mark.parametrize(
    ("path", "given", "style"),
    [
        ("a.md", "auto", "markdown"),
        ("a.MDX", "auto", "markdown"),
        ("a.htm", "auto", "html"),
        ("a.txt", "auto", "text"),
        ("a", "auto", "text"),
        (None, "auto", "text"),
        ("a.md", "html", "html"),
    ],
)
def test_the_format(path, given, style):
    assert format_of(Draft("x", path=path, input_format=given)) == style


def test_unknown_format_is_a_usage_error():
    with pytest.raises(UsageError):
        read_document(Draft("x", input_format="docx"))


def test_a_cut_emoji_keeps_the_offsets():
    document = read_document(Draft("a \ud83d *b*", input_format="markdown"))
    assert document.source == "a \ufffd *b*"
    assert document.views[0].text == "a \ufffd b"


def test_a_long_text_is_refused():
    for text in ("x" * 101, "é" * 60):
        with pytest.raises(UncheckedError) as caught:
            read_document(Draft(text), max_bytes=100)
        assert caught.value.kind == "too-large"


def test_files_become_drafts(tmp_path):
    (tmp_path / "a.md").write_bytes("# é\r\n".encode())
    draft = read_file(tmp_path / "a.md", kind="ad")
    assert (draft.text, draft.kind, draft.path) == ("# é\r\n", "ad", str(tmp_path / "a.md"))


def test_directories_are_searched(tmp_path):
    for name in ("b.md", "a/z.TXT", "a/c.html", ".hidden/x.md", "node_modules/y.md", "k.py", ".dot.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "none").mkdir()
    found = find_drafts([tmp_path / "k.py", tmp_path, tmp_path / "missing.md"])
    assert [path.relative_to(tmp_path).as_posix() for path in found] == [
        "k.py",
        "b.md",
        "a/c.html",
        "a/z.TXT",
        "missing.md",
    ]
    empty = find_drafts([tmp_path / "none", tmp_path / "b.md"])
    assert next(empty) == tmp_path / "b.md"
    with pytest.raises(UncheckedError) as caught:
        next(empty)
    assert caught.value.kind == "no-drafts"
