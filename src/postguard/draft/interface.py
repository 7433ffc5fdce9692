"""What the draft stage takes and gives: `Draft` in, `Document` out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, Literal, get_args

from postguard.draft.span import LineIndex, Span
from postguard.draft.view import View
from postguard.errors import UsageError

Kind = Literal["post", "reply", "ad", "email", "page"]
Audience = Literal["public", "patients", "employees", "professionals", "members"]
KINDS: tuple[str, ...] = get_args(Kind)
AUDIENCES: tuple[str, ...] = get_args(Audience)


@dataclass(frozen=True, slots=True)
class Context:
    """What is known about a draft besides its words. Every field may be unknown (None)."""

    kind: Kind | None = None
    """post, reply, ad, email or page."""

    channel: str | None = None
    """A key of rules/channels.toml, such as `x` or `google_business`."""

    audience: Audience | None = None
    """public, patients, employees, professionals or members."""

    in_reply_to: str | None = None
    """The text of the review or comment that the draft answers."""

    date: date | None = None
    """The planned day of publication."""

    published: bool | None = None
    """Whether the text is already public; then advice is to tell the privacy officer, not to just delete."""

    permissions: tuple[str, ...] = ()
    """Keys of written authorizations (45 CFR 164.508) that the draft says cover it."""

    repeats: bool | None = None
    """Whether an earlier reply of the same run says nearly the same; a run of several drafts finds it out."""

    def __post_init__(self) -> None:
        for name, value, known in (("kind", self.kind, KINDS), ("audience", self.audience, AUDIENCES)):
            if value is not None and value not in known:
                raise UsageError(f"{name} must be one of {', '.join(known)}")

    def over(self, other: Context) -> Context:
        """This context, with the gaps filled from `other`, which has less precedence."""
        gaps = {f.name: getattr(other, f.name) for f in fields(self) if getattr(self, f.name) in (None, ())}
        return replace(self, **gaps)


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to check, with what the caller knows about it."""

    text: str
    kind: Kind | None = None
    channel: str | None = None
    audience: Audience | None = None
    in_reply_to: str | None = None
    date: date | None = None
    published: bool | None = None
    permissions: tuple[str, ...] = ()
    repeats: bool | None = None
    path: str | None = None
    """A label for reports: a file name, or nothing."""

    id: str | int | None = None
    """The caller's own key, given back in reports."""

    input_format: str = "auto"
    """text, markdown, html, or auto (by the ending of `path`, else text)."""

    @property
    def context(self) -> Context:
        """What the caller said of the draft.

        Raises:
            UsageError: an unknown kind or audience.
        """
        return Context(**{f.name: getattr(self, f.name) for f in fields(Context)})


@dataclass(frozen=True, slots=True)
class Directive:
    """A `postguard: ignore[CODES] reason` note found in a comment or in the front matter."""

    codes: tuple[str, ...]
    reason: str
    span: Span
    """The directive itself, in the source."""

    covers: Span
    """The source that it silences: its own line, the next block, or the whole draft."""


@dataclass(frozen=True, slots=True)
class Document:
    """A draft that has been read: its source, its views, its context."""

    source: str
    views: tuple[View, ...]
    context: Context = Context()
    directives: tuple[Directive, ...] = ()
    front_matter: Mapping[str, Any] = field(default_factory=dict)
    format: str = "text"
    """text, markdown or html: how the source was read."""

    path: str | None = None
    id: str | int | None = None

    def lines(self) -> LineIndex:
        """Line and column look-up for the source."""
        return LineIndex(self.source)
