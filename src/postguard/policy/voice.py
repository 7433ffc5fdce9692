"""`[voice]` and `[[terms]]`: the style that an organisation chooses for itself."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, field_validator, model_validator

from postguard.policy.wording import Wording, conditions, key_of
from postguard.rules.model import Strict, Text
from postguard.signals.interface import HouseTerm, Value

Switch = Literal["allow", "warn"]


class Voice(Strict):
    """`[voice]`: what the organisation allows itself. People are never fair game; style is."""

    snark: Switch = "allow"
    humour: Switch = "allow"
    push: Switch = "allow"
    jargon: Switch = "warn"
    reading_grade: float = Field(default=9, alias="reading-grade", gt=0)
    """The highest US school grade for prose."""

    sentence_words: int = Field(default=30, alias="sentence-words", gt=0)
    """The most words in a sentence."""

    exclamations: int = Field(default=2, ge=0)
    """The most exclamation marks (or runs of them) in a draft."""

    emoji: int = Field(default=4, ge=0)
    """The most emoji in a draft."""

    person_first: dict[str, Wording] = Field(default_factory=dict, alias="person-first")
    """For a condition or community of rules/wording.toml (autism, deaf, obesity) the wording that it asks for."""

    aim_at: tuple[Text, ...] = Field(default=(), alias="aim-at")
    """Whom posts are for, in words that name them: `night-shift nurses`, `new dads in Toledo`. A post names one."""

    @field_validator("person_first")
    @classmethod
    def _known_conditions(cls, value: dict[str, Wording]) -> dict[str, Wording]:
        keys = {name: key_of(name) for name in value}
        if None in keys.values():
            raise ValueError(f"unknown condition; known are {', '.join(conditions())}")
        if len(set(keys.values())) < len(keys):
            raise ValueError("one condition under two names")
        return {str(keys[name]): wording for name, wording in value.items()}

    def settings(self) -> dict[str, Value]:
        """The thresholds, and the `voice.*` choices that rules can ask for as terms (`voice.autism.identity`).

        `wording.*` is what holds for a condition of which nothing was chosen.
        """
        choices: dict[str, Value] = {
            "voice.snark": self.snark,
            "voice.humour": self.humour,
            "voice.push": self.push,
            "voice.jargon": self.jargon,
        }
        choices |= {f"wording.{key}": condition.wording for key, condition in conditions().items()}
        choices |= {f"voice.{key}": wording for key, wording in self.person_first.items()}
        return {
            "reading_grade": self.reading_grade,
            "sentence_words": self.sentence_words,
            "exclamations": self.exclamations,
            "emoji": self.emoji,
            **choices,
        }


class TermModel(Strict):
    """`[[terms]]`: a name, mark, hashtag or slogan of the organisation, and what not to say instead."""

    prefer: Text
    avoid: tuple[Text, ...] = ()
    """Words (in the notation of concept files) for which `prefer` is said instead."""

    kind: Literal["name", "trademark", "hashtag", "slogan"] = "name"
    case: bool | None = None
    """Whether `prefer` must stand in exactly these letters; left out: for trademarks and hashtags."""

    reason: str = ""
    severity: Literal["error", "warning", "info"] = "warning"

    @model_validator(mode="after")
    def _sensible(self) -> TermModel:
        if self.prefer.casefold() in (phrase.casefold() for phrase in self.avoid) and self.case is False:
            raise ValueError("avoid: the preferred words themselves; set case = true to ask for their capitals")
        if self.kind == "hashtag" and not self.prefer.startswith("#"):
            raise ValueError("prefer: a hashtag starts with #")
        return self

    def term(self) -> HouseTerm:
        """The term as the signals take it."""
        case = self.kind in ("trademark", "hashtag") if self.case is None else self.case
        return HouseTerm(self.prefer, self.avoid, self.kind, case, self.reason, self.severity)
