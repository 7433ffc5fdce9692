import pytest

from postguard.draft.decode import decode, read_path
from postguard.errors import UncheckedError


@pytest.mark.parametrize("text", ["a", "\ufeffé", "😀\r\nb\x0c"])
def test_utf8_is_read_as_it_is(text):
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "kind", "word"),
    [
        (b"", "empty", "0 bytes"),
        (b"\xef\xbb\xbf", "empty", "0 bytes"),
        (b"ok\nSecret \xff", "not-utf8", "byte 10 (line 2)"),
        ("Secret".encode("utf-16"), "not-utf8", "UTF-16"),
        ("Secret text".encode("utf-16-le"), "not-utf8", "UTF-16"),
        ("Secret".encode("utf-32"), "not-utf8", "UTF-16"),
        (b"Secret\0more", "binary", "NUL byte at byte 6"),
        (b"%PDF-1.7 Secret", "binary", "PDF"),
        (b"PK\x03\x04Secret", "binary", "office document"),
        (b"\x01\x02" * 20 + b"Secret", "binary", "control"),
        (b"x" * 101, "too-large", "100 bytes"),
    ],
)
def test_what_is_no_text_is_refused_clearly(data, kind, word):
    with pytest.raises(UncheckedError) as caught:
        decode(data, max_bytes=100)
    error = caught.value
    assert error.kind == kind
    assert word in error.message
    assert "Secret" not in error.message
    assert error.__context__ is None  # a decoding error holds the draft


def test_twenty_megabytes_are_refused_by_default(tmp_path):
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * 20_000_000)
    with pytest.raises(UncheckedError) as caught:
        read_path(path)
    assert caught.value.kind == "too-large"


def test_files_that_cannot_be_opened(tmp_path):
    for path, kind in ((tmp_path / "none.md", "missing"), (tmp_path, "unreadable"), ("a\0b", "unreadable")):
        with pytest.raises(UncheckedError) as caught:
            read_path(path)
        assert caught.value.kind == kind
