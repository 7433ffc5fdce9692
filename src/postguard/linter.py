"""The façade: runs draft, signals, rules, policy and report one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from postguard.draft.interface import Directive, Document, Draft
from postguard.draft.repeats import Replies
from postguard.draft.source import find_drafts, read_document, read_file
from postguard.draft.span import Span
from postguard.draft.view import View
from postguard.draft.whole import SCOPE as WHOLE
from postguard.draft.whole import whole_view
from postguard.errors import UncheckedError, UsageError, whereabouts
from postguard.policy.circumstance import circumstances
from postguard.policy.config import Config, find_config, read_config
from postguard.policy.selection import selected
from postguard.policy.standing import limits, weigher
from postguard.policy.suppression import SCOPE, Fault, Judgement, fault_reading, judge, silencers
from postguard.report.assembly import Assembler
from postguard.report.finding import CheckError, Finding, Report, Suppression
from postguard.report.superseding import without_second_opinions, without_superseded
from postguard.rules.loader import RuleBook, builtin, load
from postguard.rules.rule import Match, Rule
from postguard.signals.reading import Reading
from postguard.signals.registry import extractors
from postguard.signals.toolbox import Toolbox

_SECOND = "second-reader"
"""The tag of the rules that ask the second reader; with none of them selected it takes no part at all."""

_LONGEST_IDENTIFIER = 6
"""Words of the longest place that may be an identifier, such as a name with titles or an address."""


@dataclass(frozen=True, slots=True)
class Examination:
    """A report together with what is needed to show the draft's words safely. It holds the draft: never log it."""

    report: Report
    source: str = field(default="", repr=False)
    protected: tuple[tuple[Span, str], ...] = ()
    """Each place of the source with protected health information, with the code of the rule that marks it."""


class Linter:
    """Checks drafts. Safe to use from several threads; build it once and keep it.

    Args:
        config: the organisation's configuration; the defaults when left out.
        select: selectors of rules to run instead of the configuration's.
        ignore: selectors of rules to leave out, besides the configuration's.
        rulebook: loaded rules; postguard's own and the configuration's `rule-paths` when left out.

    Raises:
        UsageError: a rule file is malformed, or a selector names no rule.
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        rulebook: RuleBook | None = None,
    ) -> None:
        self.config = config or Config()
        own = [Path(path) for path in self.config.lint.rule_paths]
        self.rulebook = rulebook or (load(extra=own) if own else builtin())
        chosen = selected(
            self.rulebook.rules, tuple(select) or self.config.lint.select, (*self.config.lint.ignore, *ignore)
        )
        self.rules: tuple[Rule, ...] = tuple(rule for rule in chosen if not self._is_allowed(rule))
        self._phi_rules = tuple(rule for rule in self.rulebook.rules if rule.model.category == "phi")
        self._defaults = tuple(
            rule for rule in self.rulebook.rules if rule.model.default and not self._is_allowed(rule)
        )
        self._by_code = {rule.code: rule for rule in self.rulebook.rules}
        reads_twice = any(_SECOND in rule.model.tags for rule in self.rules)
        self._toolbox = Toolbox(extractors(self.rulebook.lexicon, self.rulebook.channels, second_reader=reads_twice))
        known = self.config.surroundings()
        bounds = limits(known.facts, date.today())
        self._surroundings = replace(known, settings={**bounds, **known.settings})
        self._weigh = weigher(known)
        self._add = circumstances()

    @classmethod
    def from_config(cls, path: str | Path | None = None) -> Linter:
        """A linter with the configuration of a file, or the nearest one above the working folder.

        Raises:
            UsageError: the file cannot be read or says something unknown.
        """
        found = Path(path) if path else find_config(Path.cwd())
        return cls(read_config(found) if found else None)

    def check(self, draft: str | Draft, *, earlier: Replies | None = None) -> Report:
        """Check one draft. What cannot be checked is in the report's errors, never passed as clean.

        Args:
            draft: the draft, or its text.
            earlier: the replies of the run so far, to tell one that repeats another; this one is added to them.

        Raises:
            UsageError: the draft's own fields are wrong (an unknown kind).
        """
        return self._examine(Draft(draft) if isinstance(draft, str) else draft, earlier, closely=False).report

    def examine(self, draft: Draft, *, earlier: Replies | None = None) -> Examination:
        """Check one draft and find every place with protected health information, for masking.

        The places come from all PHI rules, also those that the selection leaves out.

        Args:
            draft: the draft.
            earlier: as for `check`.

        Raises:
            UsageError: the draft's own fields are wrong.
        """
        return self._examine(draft, earlier, closely=True)

    def _examine(self, draft: Draft, earlier: Replies | None, *, closely: bool) -> Examination:
        try:
            document = _compared(read_document(draft, self.config.lint.max_bytes), earlier)
            matches, protected = self._matches(document, self._phi_rules if closely else ())
            report = Report(draft.path, draft.id, self._findings(document, matches))
            return Examination(report, document.source, tuple(protected))
        except UncheckedError as error:
            problem = CheckError(error.kind, error.message)
        except UsageError:
            raise
        except Exception as error:
            problem = CheckError("internal", f"postguard failed on this draft: {whereabouts(error)}; please report it")
        return Examination(Report(draft.path, draft.id, errors=(problem,)))

    def check_drafts(self, drafts: Iterable[Draft]) -> Iterator[Report]:
        """Check drafts one after the other, in their order; a reply is compared with those before it."""
        earlier = Replies()
        return (self.check(draft, earlier=earlier) for draft in drafts)

    def check_paths(self, paths: Iterable[str | Path]) -> Iterator[Report]:
        """Check files and folders; a file that cannot be read gives a report with an error and hides no other."""
        earlier = Replies()
        for path in paths:
            try:
                for file in find_drafts([path]):
                    yield self._check_file(file, earlier)
            except UncheckedError as error:  # a directory without drafts
                yield Report(str(path), errors=(CheckError(error.kind, error.message),))

    def _check_file(self, path: Path, earlier: Replies) -> Report:
        try:
            draft = read_file(path, self.config.lint.max_bytes)
        except UncheckedError as error:
            return Report(str(path), errors=(CheckError(error.kind, error.message),))
        return self.check(draft, earlier=earlier)

    def _is_allowed(self, rule: Rule) -> bool:
        """Whether the organisation's voice switches a rule off."""
        return bool(rule.model.voice) and getattr(self.config.voice, rule.model.voice, "") == "allow"

    def _findings(self, document: Document, matches: Iterable[Match]) -> tuple[Finding, ...]:
        """The findings in the order of the source: what superseding rules leave, and what is wrong with directives."""
        assembler = Assembler(
            document.lines(),
            self._citation,
            self.rulebook.lexicon.notes,
            self.config.lint.severity,
            self._weigh,
            self._add,
        )
        found = sorted(assembler.findings(matches), key=_order)
        if document.directives:
            judgement = self._judgement(document, found)
            found = list(_silenced(found, judgement.silenced, document))
            found += assembler.findings(self._faulted(document, judgement.faults))
        own = {rule.code for rule in self.rules}
        kept = without_superseded(found, {rule.code: rule.model.supersedes for rule in self.rules})
        kept = without_second_opinions(kept, {rule.code for rule in self.rules if rule.model.gives_way})
        return tuple(sorted((finding for finding in kept if finding.code in own), key=_order))

    def _citation(self, key: str) -> str:
        authority = self.rulebook.authorities.get(key)
        return authority.citation if authority else key

    def _judgement(self, document: Document, found: list[Finding]) -> Judgement:
        places = [(self._by_code[finding.code], finding.span) for finding in found]
        return judge(document.directives, places, self.rulebook.rules, self._running(document))

    def _faulted(self, document: Document, faults: Iterable[Fault]) -> Iterator[Match]:
        """The matches of the rules about directives."""
        for fault in faults:
            reading = fault_reading(fault, document.source, document.context)
            for rule in self.rules:
                if rule.model.category == "configuration" and rule.reads(SCOPE, document.context):
                    yield from rule.matches(reading)

    def _running(self, document: Document) -> tuple[Rule, ...]:
        """The rules that look at a draft: the selected ones.

        A selection of rules about directives alone says nothing of the others, so these look as well: whether a
        directive is unused cannot be known without them.
        """
        if document.directives and all(rule.model.category == "configuration" for rule in self.rules):
            return (*self.rules, *self._defaults)
        return self.rules

    def _matches(self, document: Document, protectors: tuple[Rule, ...]) -> tuple[list[Match], list[tuple[Span, str]]]:
        """The matches of the running rules, and the places that the protecting rules mark."""
        matches: list[Match] = []
        places: list[tuple[Span, str]] = []
        running = {rule.code: rule for rule in self._running(document)}
        watching = running | {rule.code: rule for rule in protectors}
        for view in _views(document, watching.values()):
            reading = Reading(view, document.context, self._toolbox, self._surroundings)
            for rule in watching.values():
                if not rule.reads(view.scope, document.context):
                    continue
                for match in rule.matches(reading, _apart(document, rule, view)):
                    if rule.code in running:
                        matches.append(match)
                    if protectors and rule.model.category == "phi":
                        places.extend((view.to_source(span), rule.code) for span in _protected(match))
        return matches, places


def _compared(document: Document, earlier: Replies | None) -> Document:
    """A document; of a reply, with the news whether it repeats an earlier one."""
    if earlier is None or document.context.kind != "reply":
        return document
    repeats = earlier.repeats("\n".join(view.text for view in document.views))
    return replace(document, context=replace(document.context, repeats=repeats or document.context.repeats))


def _protected(match: Match) -> Iterator[Span]:
    """The places of a match to mask: where it points, and what identifies beside it.

    A longer place beside it, such as the sentence that a story is about, holds identifiers that have places of their
    own; masked as a whole it would leave nothing to see.
    """
    yield match.anchor.span
    for signal in match.others:
        if len(match.reading.view.text[signal.span.start : signal.span.end].split()) <= _LONGEST_IDENTIFIER:
            yield signal.span


def _apart(document: Document, rule: Rule, view: View) -> Callable[[Span], object]:
    """Keeps what a directive silences apart from what it does not."""
    if not document.directives:
        return lambda span: None
    return lambda span: silencers(document.directives, rule, view.to_source(span))


def _views(document: Document, rules: Iterable[Rule]) -> Iterator[View]:
    """The views of a document, and the whole of it as one when a rule reads that."""
    yield from document.views
    if any(WHOLE in rule.model.scopes for rule in rules):
        whole = whole_view(document)
        if whole is not None:
            yield whole


def _order(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.code


def _silenced(
    findings: Iterable[Finding], directives: Iterable[Directive | None], document: Document
) -> Iterator[Finding]:
    """The findings, each with the suppression that a directive gives it."""
    for finding, directive in zip(findings, directives, strict=True):
        if directive is None:
            yield finding
        else:
            is_comment = document.source.startswith("<!--", directive.span.start)
            by = "comment" if is_comment else "front-matter"
            yield replace(finding, suppressed=Suppression(by, directive.reason))
