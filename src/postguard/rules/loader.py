"""Loads the rules folder into a `RuleBook`; every error names file, line and field."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from postguard.errors import UsageError
from postguard.rules.model import ConceptModel, RuleModel, Strict
from postguard.rules.pairs import pairs_of
from postguard.rules.rule import Rule
from postguard.rules.sentences import written_out
from postguard.shipped import rules_folder
from postguard.signals.concept import Concept
from postguard.signals.lexicon import Lexicon
from postguard.signals.metrics.limits import Channel

if TYPE_CHECKING:
    from postguard.rules.authority import Authority

FAMILIES = ("phi", "incentive", "tone", "configuration")
_WORD = re.compile(r"\{([a-z_]+)\}")
Model = TypeVar("Model", bound=Strict)


@dataclass(frozen=True, slots=True)
class RuleBook:
    """Everything that the rule files say."""

    rules: tuple[Rule, ...]
    """In the order of their codes."""

    authorities: Mapping[str, Authority]
    """By key; the file is parsed when one is first asked for, which most drafts never do."""

    lexicon: Lexicon
    digest: str
    """SHA-256 over every rule file, so that reports and caches can tell which rules they came from."""

    folder: Path = field(default_factory=rules_folder)
    """Where the rule files are."""

    def channels(self) -> tuple[Channel, ...]:
        """The limits of the channels; their file is parsed at each call, so keep what it gives."""
        from postguard.rules.channel import ChannelModel

        return tuple(
            _model(ChannelModel, entry, path, ("channel", number)).channel()
            for path, table in _tables(_present(self.folder / "channels.toml"), hashlib.sha256())
            for number, entry in enumerate(table.get("channel", []))
        )

    def rule(self, code_or_name: str) -> Rule | None:
        """A rule by its code (any case) or name."""
        wanted = code_or_name.lower()
        return next((r for r in self.rules if wanted in (r.code.lower(), r.model.name)), None)


@cache
def builtin() -> RuleBook:
    """The rules of postguard itself, loaded once; a rule book does not change.

    Raises:
        UsageError: the installation is incomplete.
    """
    return load()


def load(folder: Path | None = None, extra: Iterable[Path] = ()) -> RuleBook:
    """Load a rules folder.

    Args:
        folder: the folder; postguard's own when left out.
        extra: further rule files or folders of an organisation.

    Raises:
        UsageError: a file is malformed; the message names file, line and field.
    """
    root = folder or rules_folder()
    digest = hashlib.sha256()
    authorities = _Authorities(_source(root / "authorities.toml", digest), root / "authorities.toml")
    words, sentences = (
        {key: text for _, table in _tables(_present(root / name), digest) for key, text in table.items()}
        for name in ("words.toml", "sentences.toml")
    )
    names = ("mitigations", "limits", "channels", "circumstances", "wording")
    others = [path for name in names for path in _present(root / f"{name}.toml")]
    for _ in _tables(others, digest):
        continue  # read by policy.standing and RuleBook.channels; here only for the digest
    concepts: list[Concept] = []
    for path, table in _tables(sorted((root / "concepts").glob("*.toml")), digest):
        for name, entry in table.items():
            concepts.extend(_concepts(f"{path.stem}.{name}", entry, path, (name,), words))
    rules: dict[str, Rule] = {}
    files = [path for family in FAMILIES for path in sorted((root / family).glob("*.toml"))]
    for path, table in _tables([*files, *_expand(extra)], digest):
        model = _model(RuleModel, written_out(table, sentences, path), path, ())
        if model.code in rules:
            raise UsageError(f"{path.name}: code {model.code} is already taken")
        if path.stem != f"{model.code}-{model.name}":
            raise UsageError(f"{path}: the file must be named {model.code}-{model.name}.toml after its code and name")
        try:
            rules[model.code] = Rule.of(model)
        except UsageError as error:
            raise UsageError(f"{path}: {error}") from None
        for name, entry in table.get("concepts", {}).items():
            concepts.extend(_concepts(f"rule.{model.code}.{name}", entry, path, ("concepts", name), words))
    try:
        lexicon = Lexicon(concepts)
    except UsageError as error:
        raise UsageError(f"{root}: {error}") from None
    return RuleBook(tuple(rules[code] for code in sorted(rules)), authorities, lexicon, digest.hexdigest(), root)


def _expand(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from sorted(path.rglob("*.toml")) if path.is_dir() else (path,)


def _tables(paths: Iterable[Path], digest: Any) -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in paths:
        yield path, _parsed(_source(path, digest), path)


def _source(path: Path, digest: Any) -> bytes:
    try:
        source = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror})") from None
    digest.update(path.name.encode() + b"\0" + source)
    return source


def _parsed(source: bytes, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(source.decode("utf-8"))
    except UnicodeDecodeError:
        raise UsageError(f"{path}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path}: {error}") from None


class _Authorities(Mapping[str, "Authority"]):
    """The authorities of a file, parsed at the first look."""

    def __init__(self, source: bytes, path: Path) -> None:
        self._source, self._path = source, path

    @cached_property
    def _by_key(self) -> dict[str, Authority]:
        from postguard.rules.authority import Authority

        entries = _parsed(self._source, self._path).get("authority", [])
        models = (_model(Authority, entry, self._path, ("authority", at)) for at, entry in enumerate(entries))
        return {model.key: model for model in models}

    def __getitem__(self, key: str) -> Authority:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)


def _present(path: Path) -> tuple[Path, ...]:
    return (path,) if path.is_file() else ()


def _worded(pattern: str, words: Mapping[str, str], path: Path) -> str:
    """A pattern with each `{name}` replaced by the alternatives that words.toml gives for the name."""

    def alternatives(match: re.Match[str]) -> str:
        if match.group(1) not in words:
            raise UsageError(f"{path}: words.toml has no {match.group(1)!r}")
        return f"(?:{_worded(words[match.group(1)], words, path)})"

    return _WORD.sub(alternatives, pattern)


def _concepts(
    name: str, entry: Any, path: Path, place: tuple[str | int, ...], words: Mapping[str, str]
) -> Iterator[Concept]:
    """The concepts of one table: its phrases and patterns, and one more for each pair, all of the same name."""
    model = _model(ConceptModel, entry, path, place)
    yield Concept(
        name,
        model.phrases,
        tuple(_worded(pattern, words, path) for pattern in model.patterns),
        model.cased_patterns,
        model.triggers,
        model.exceptions,
        model.values,
        model.note,
    )
    try:
        pairs = [pair for avoid, prefer in model.pairs for pair in pairs_of(avoid, prefer)]
    except UsageError as error:
        raise UsageError(f"{path}: concept {name}: {error}") from None
    for phrase, instead in pairs:
        yield Concept(name, (phrase,), values={**model.values, "prefer": instead})


def _model(kind: type[Model], entry: Any, path: Path, place: tuple[str | int, ...]) -> Model:
    try:
        return kind.model_validate(entry)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        keys = (*place, *first["loc"])
        field = ".".join(str(key) for key in keys) or "file"
        raise UsageError(f"{path}:{_line(path, keys)}: {field}: {first['msg'].removeprefix('Value error, ')}") from None


def _line(path: Path, keys: tuple[Any, ...]) -> int:
    """The line of the deepest key that can be found in a TOML file; arrays of tables are counted."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = 0
    for position, key in enumerate(keys):
        if isinstance(key, int):
            continue
        count = keys[position + 1] if position + 1 < len(keys) and isinstance(keys[position + 1], int) else 0
        pattern = re.compile(rf"^\s*(?:\[+[\w.\"-]*\b{re.escape(str(key))}\]+|\"?{re.escape(str(key))}\"?\s*=)")
        hits = [number for number, line in enumerate(lines) if number >= at and pattern.match(line)]
        if hits:
            at = hits[count] if count < len(hits) else hits[0]
    return at + 1
