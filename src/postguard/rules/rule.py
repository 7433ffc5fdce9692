"""A rule, ready to run: the file's words and its compiled conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from postguard.draft.interface import Context
from postguard.draft.span import Span
from postguard.rules.condition import Condition, Evidence, Level
from postguard.rules.model import RuleModel
from postguard.rules.term import Term, parse
from postguard.signals.interface import Signal
from postguard.signals.reading import Reading

_LIFTED_BY = {"phi": (), "incentive": ("warning", "offer.denied"), "tone": ("quoted",), "configuration": ()}


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fired at a place."""

    rule: Rule
    reading: Reading
    anchor: Signal
    """Where the finding points."""

    others: tuple[Signal, ...]
    """Further places that made the rule fire."""

    severity: str
    message: str

    @property
    def replacement(self) -> str | None:
        """What may be said in the place of the anchor; None when that has to be decided by a person."""
        rule, prefer = self.rule, self.anchor.values.get("prefer")
        if not rule.model.fix or prefer is None:
            return None
        if rule.fix_only and not any(self.anchor in term.signals(self.reading) for term in rule.fix_only):
            return None
        return str(prefer)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule."""

    model: RuleModel
    conditions: tuple[Condition, ...]
    levels: tuple[Level, ...]
    fix_only: tuple[Term, ...] = ()

    @classmethod
    def of(cls, model: RuleModel) -> Rule:
        """Compile a rule file.

        Raises:
            UsageError: a condition's text is no term.
        """
        names = model.lifted_by if model.lifted_by is not None else _LIFTED_BY[model.category]
        lifted_by = tuple({"warned": "warning"}.get(name, name) for name in names)
        return cls(
            model,
            tuple(Condition.of(condition, model.code, lifted_by) for condition in model.when),
            tuple(Level.of(level, model.code) for level in model.levels),
            tuple(parse(text, model.code) for text in model.fix_only),
        )

    @property
    def code(self) -> str:
        """The rule's code, such as INC101."""
        return self.model.code

    def reads(self, scope: str, context: Context) -> bool:
        """Whether the rule looks at views of a scope in such a draft."""
        model = self.model
        if model.kinds and (context.kind or "post") not in model.kinds:
            return False
        if model.channels and context.channel not in model.channels:
            return False
        if model.audiences and (context.audience or "public") not in model.audiences:
            return False
        return any(
            wanted == scope
            or (wanted == "*" and scope != "draft")  # all of it is read already, passage by passage
            or (wanted == "frontmatter" and scope.startswith("frontmatter"))
            for wanted in model.scopes
        )

    def matches(self, reading: Reading, apart: Callable[[Span], object] = lambda span: None) -> Iterator[Match]:
        """Every place of a view where the rule fires, as often as its `once` says.

        Args:
            reading: the view.
            apart: a key for the place of an anchor; places with different keys are never reported together, so that
                what a directive covers does not hide the rest.
        """
        found = _widest([evidence for condition in self.conditions for evidence in condition.evidence(reading)])
        for group in self._grouped(reading, found, apart):
            first, *more = sorted(group, key=lambda evidence: evidence.anchor.span)
            others = [*first.others, *(signal for evidence in more for signal in (evidence.anchor, *evidence.others))]
            level = next((level for level in self.levels if level.holds(reading, first)), None)
            yield Match(
                self,
                reading,
                first.anchor,
                _distinct(first.anchor, others),
                level.severity if level else self.model.severity,
                (level.message if level else "") or self.model.message,
            )

    def _grouped(
        self, reading: Reading, found: list[Evidence], apart: Callable[[Span], object]
    ) -> Iterator[list[Evidence]]:
        simple = all(len(condition.all) + bool(condition.any) == 1 for condition in self.conditions)
        once = self.model.once or ("anchor" if simple else "sentence")
        groups: dict[object, list[Evidence]] = {}
        for evidence in found:
            span = evidence.anchor.span
            key: object = {"anchor": span, "sentence": reading.sentences.at(span.start), "passage": 0}[once]
            groups.setdefault((key, apart(span)), []).append(evidence)
        yield from groups.values()


def _widest(found: list[Evidence]) -> list[Evidence]:
    """Without the evidence whose anchor lies inside a longer anchor ("addicts" in "drug addicts")."""
    spans = {evidence.anchor.span for evidence in found}
    return [e for e in found if not any(span != e.anchor.span and span.contains(e.anchor.span) for span in spans)]


def _distinct(anchor: Signal, others: list[Signal]) -> tuple[Signal, ...]:
    spans = {anchor.span}
    kept: list[Signal] = []
    for signal in others:
        if signal.span not in spans:
            spans.add(signal.span)
            kept.append(signal)
    return tuple(kept)
