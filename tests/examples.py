"""The examples of rule files as drafts."""

from __future__ import annotations

from postguard import Draft
from postguard.rules.model import ExampleModel


def draft_of(example: ExampleModel) -> Draft:
    """An example with all that it says of its draft."""
    return Draft(
        example.text,
        kind=example.kind,  # type: ignore[arg-type]
        channel=example.channel,
        audience=example.audience,  # type: ignore[arg-type]
        in_reply_to=example.in_reply_to,
        published=example.published,
        permissions=example.permissions,
        repeats=example.repeats,
        input_format=example.format,
    )
