"""What no rule needs for a draft is never imported: neither the language model nor the second reader."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROBE = """
import sys
from postguard import Draft, Linter
report = Linter(ignore=sys.argv[3:]).check(Draft(sys.argv[1], kind=sys.argv[2]))
assert not report.errors
print(*sorted({"spacy", "presidio_analyzer", "numpy", "onnxruntime", "torch", "transformers"} & set(sys.modules)))
"""


def _imported(text: str, kind: str, *ignored: str) -> str:
    command = [sys.executable, "-c", PROBE, text, kind, *ignored]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Flu shots are here. Walk in on Saturday from 9 to 12 at 40 Harbor Street.", "post"),
        ("Refer a friend and you both get a $50 gift card!", "post"),
        ("Thank you for your feedback. Please call our office.", "reply"),
        ("Tips for diabetics: check your feet each night.", "post"),
    ],
)
def test_nothing_heavy_for_what_needs_no_names(text: str, kind: str) -> None:
    assert _imported(text, kind, "second-reader") == ""
    assert _imported(text, kind) == "numpy onnxruntime"


def test_the_model_is_asked_where_a_name_may_hide() -> None:
    text = "Our patient Xanthippe Quillfeather rang the bell after her last chemo. Zyxwina Brackenridge was there too."
    assert "spacy" in _imported(text, "post")
