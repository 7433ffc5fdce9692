"""postguard checks a healthcare organisation's draft before it is published.

    from postguard import Draft, Linter

    report = Linter().check(Draft("Thank you for choosing us for your knee surgery!", kind="reply"))
    for finding in report.findings:
        print(finding.code, finding.severity, finding.span, finding.message)

Nothing heavy is imported until a name is used: no pydantic, no spaCy, no presidio. Nothing calls the network, ever.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from postguard.draft.interface import Draft as Draft
    from postguard.draft.span import Span as Span
    from postguard.errors import PostguardError as PostguardError
    from postguard.errors import UncheckedError as UncheckedError
    from postguard.errors import UsageError as UsageError
    from postguard.linter import Linter as Linter
    from postguard.policy.config import Config as Config
    from postguard.report.finding import CheckError as CheckError
    from postguard.report.finding import Confidence as Confidence
    from postguard.report.finding import Finding as Finding
    from postguard.report.finding import Report as Report
    from postguard.report.finding import Severity as Severity
    from postguard.rules.rule import Rule as Rule

__version__ = "0.1.0"

_HOMES = {
    "Draft": "draft.interface", "Span": "draft.span", "PostguardError": "errors", "UncheckedError": "errors",
    "UsageError": "errors", "Linter": "linter", "Config": "policy.config", "CheckError": "report.finding",
    "Confidence": "report.finding", "Finding": "report.finding", "Report": "report.finding",
    "Severity": "report.finding", "Rule": "rules.rule",
}  # fmt: skip

__all__ = [
    "CheckError",
    "Confidence",
    "Config",
    "Draft",
    "Finding",
    "Linter",
    "PostguardError",
    "Report",
    "Rule",
    "Severity",
    "Span",
    "UncheckedError",
    "UsageError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"postguard.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'postguard' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
