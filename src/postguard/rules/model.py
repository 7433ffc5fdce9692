"""The rule file: what a TOML file under rules/ may say. Documented for authors in docs/rule-format.md."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Category = Literal["phi", "incentive", "tone", "configuration"]
SeverityName = Literal["error", "warning", "info"]
ConfidenceName = Literal["high", "medium", "low"]
PREFIXES: dict[str, Category] = {"PHI": "phi", "INC": "incentive", "TON": "tone", "PGD": "configuration"}
CODE = re.compile(r"^(PHI|INC|TON|PGD)[0-9]{3}$")
NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
WITHIN = re.compile(r"^(?:(?P<number>\d+) (?P<unit>sentences?|characters?)|sentence|passage)$")
Text = Annotated[str, Field(min_length=1)]


class Strict(BaseModel):
    """Unknown fields are errors, values are fixed, and an error message never repeats the input."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class ConceptModel(Strict):
    """A list of ways to say one thing, in rules/concepts or in a rule file's own [concepts]."""

    phrases: tuple[Text, ...] = ()
    """Phrases in the notation of signals.phrases."""

    pairs: tuple[tuple[Text, Text], ...] = ()
    """Pairs of a phrase to avoid and what to say instead; {prefer} in message and suggestion gives the latter."""

    patterns: tuple[Text, ...] = ()
    cased_patterns: tuple[Text, ...] = Field(default=(), alias="cased-patterns")
    triggers: tuple[Text, ...] = ()
    exceptions: tuple[Text, ...] = Field(default=(), alias="except")
    values: dict[str, str | int | float | bool] = {}
    note: str = ""
    """What a finding says of such a place, as a related note."""

    @model_validator(mode="before")
    @classmethod
    def _bare_list(cls, value: Any) -> Any:
        return {"phrases": value} if isinstance(value, list) else value


class ConditionModel(Strict):
    """When a rule fires: every term of `all`, one of `any`, none of `unless`, near each other."""

    all: tuple[Text, ...] = ()
    """Each of these terms; the first is the anchor, where the finding points."""

    any: tuple[Text, ...] = ()
    """At least one of these; the anchor when `all` is empty."""

    unless: tuple[Text, ...] = ()
    """None of these, within `unless-within`."""

    also: tuple[Text, ...] = ()
    """Shown with the finding wherever they stand in the window; none of them is required."""

    within: str = "2 sentences"
    """How near: `sentence`, `N sentences`, `N characters` or `passage`."""

    unless_within: str | None = Field(default=None, alias="unless-within")
    """How near an `unless` term must be to count; as `within` when left out."""

    unless_here: tuple[Text, ...] = Field(default=(), alias="unless-here")
    """None of these in the anchor's own sentence; for words that say little from further away."""

    ordered: bool = False
    """Whether the terms of `all` must stand in this order."""

    @field_validator("within", "unless_within")
    @classmethod
    def _known_distance(cls, value: str | None) -> str | None:
        if value is not None and not WITHIN.match(value):
            raise ValueError("write 'sentence', '2 sentences', '120 characters' or 'passage'")
        return value

    @model_validator(mode="after")
    def _has_anchor(self) -> ConditionModel:
        if not self.all and not self.any:
            raise ValueError("needs at least one term in 'all' or 'any'")
        return self


class LevelModel(Strict):
    """Another severity (or message) when more is said. The first level that holds is taken."""

    severity: SeverityName
    all: tuple[Text, ...] = ()
    any: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    within: str = "passage"
    message: str = ""
    """Replaces the rule's message when not empty."""


class ExampleModel(Strict):
    """A text that the rule must flag or must pass."""

    text: Text
    spans: tuple[Text, ...] = ()
    """For a flag: words that the finding's places must touch."""

    because: str = ""
    """For a pass: why it is harmless."""

    severity: SeverityName | None = None
    """For a flag: the severity expected, when it is not the rule's own."""

    kind: str | None = None
    channel: str | None = None
    audience: str | None = None
    in_reply_to: str | None = Field(default=None, alias="in-reply-to")
    published: bool | None = None
    permissions: tuple[str, ...] = ()
    repeats: bool | None = None
    format: str = "text"
    organization: dict[str, Any] = {}
    """An [organization] table that holds for this example."""

    voice: dict[str, Any] = {}
    """A [voice] table that holds for this example."""

    terms: tuple[dict[str, Any], ...] = ()
    """[[terms]] that hold for this example."""


class ExamplesModel(Strict):
    """At least three texts to flag and three look-alikes to pass."""

    flag: tuple[ExampleModel, ...]
    passes: tuple[ExampleModel, ...] = Field(alias="pass")


class RuleModel(Strict):
    """One rule file."""

    code: str
    name: str
    title: Text
    severity: SeverityName
    confidence: ConfidenceName = "high"
    message: Text
    why: Text
    suggestion: Text
    authorities: tuple[Text, ...]
    """Keys of rules/authorities.toml."""

    question: str = ""
    """A question for counsel, where only counsel can decide."""

    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    """Draft kinds the rule is for; empty: all. An unknown kind counts as `post`."""

    channels: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    scopes: tuple[str, ...] = ("prose", "title")
    """Views the rule reads; `*` for all."""

    when: tuple[ConditionModel, ...]
    """One or more conditions; the rule fires when any holds."""

    lifted_by: tuple[str, ...] | None = Field(default=None, alias="lifted-by")
    """What lifts a finding whose anchor it covers: negated, quoted, reported, warned, or a concept
    (offer.denied), which then hides further signals too. Left out: the family's default."""

    levels: tuple[LevelModel, ...] = ()
    once: Literal["anchor", "sentence", "passage"] | None = None
    """How often to report; left out: each anchor for conditions of one term, else once a sentence."""

    supersedes: tuple[str, ...] = ()
    """Codes whose findings are dropped where this rule's finding overlaps them."""

    gives_way: bool = Field(default=False, alias="gives-way")
    """Whether its finding is dropped beside another of the family that weighs no less; for second opinions."""

    voice: str = ""
    """The voice setting that switches the rule: [voice] NAME = "allow" turns it off."""

    default: bool = True
    """Whether the rule is on without being selected."""

    suppressible: bool = True
    fix: bool = False
    """Whether `{prefer}` may replace the anchor by `check --fix`; never for PHI."""

    fix_only: tuple[Text, ...] = Field(default=(), alias="fix-only")
    """Terms for the anchors that may be replaced, where not each of them stays grammatical; empty: all."""

    concepts: dict[str, ConceptModel] = {}
    examples: ExamplesModel

    @field_validator("when", mode="before")
    @classmethod
    def _one_or_more(cls, value: Any) -> Any:
        return (value,) if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _consistent(self) -> RuleModel:
        if not CODE.match(self.code):
            raise ValueError("code: three letters (PHI, INC, TON, PGD) and three digits")
        if not NAME.match(self.name):
            raise ValueError("name: lower-case words joined by hyphens")
        if self.fix and self.category == "phi":
            raise ValueError("fix: a PHI finding is never fixed by a machine")
        if self.fix_only and not self.fix:
            raise ValueError("fix-only: needs fix = true")
        return self

    @property
    def category(self) -> Category:
        """The family, by the code's letters."""
        return PREFIXES[self.code[:3]]
