"""A linter for each draft, with the configuration nearest to it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from postguard.errors import UsageError

if TYPE_CHECKING:
    from postguard.linter import Linter
    from postguard.policy.config import Config
    from postguard.rules.loader import RuleBook


class Linters:
    """Finds configurations and keeps one linter for each.

    Args:
        config: the configuration file for every draft; None to look for the nearest one above each draft.
        select: selectors of rules that run instead of the configuration's.
        ignore: selectors of rules left out.

    Raises:
        UsageError: the configuration of the working folder, or a rule file that it names, is wrong. Selectors are
            judged for each draft, by `near`: another configuration may bring the rule.
    """

    def __init__(self, config: Path | None = None, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> None:
        self._config, self._select, self._ignore = config, select, ignore
        self._by_file: dict[Path | None, Linter] = {}
        self._by_folder: dict[Path, Linter] = {}
        self._home = self._place(Path())
        self.config = self._read(self._home)
        """The configuration of the working folder."""

        self.rulebook = self._rules()
        """The rules of the working folder."""

    def near(self, path: str | None) -> Linter:
        """The linter for a draft.

        Args:
            path: the draft's file; None for a draft without one, which belongs to the working folder.

        Raises:
            UsageError: a configuration, rule file or selector is wrong.
        """
        folder = Path(path).parent if path else Path()
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._of(self._place(folder))
        return known

    def prepare(self, paths: Iterable[str | None]) -> None:
        """Make the linters of drafts, so that what is wrong is said before anything is checked or written.

        Raises:
            UsageError: see `near`.
        """
        for path in paths:
            self.near(path)

    def _place(self, folder: Path) -> Path | None:
        from postguard.policy.config import find_config

        return self._config or find_config(folder if folder.is_dir() else Path())

    def _read(self, file: Path | None) -> Config:
        from postguard.policy.config import Config, read_config

        return read_config(file) if file else Config()

    def _rules(self) -> RuleBook:
        from postguard.rules import loader

        own = [Path(path) for path in self.config.lint.rule_paths]
        return loader.load(extra=own) if own else loader.builtin()

    def _of(self, file: Path | None) -> Linter:
        if file not in self._by_file:
            from postguard.linter import Linter

            config = self.config if file == self._home else self._read(file)
            is_shared = file == self._home or not (config.lint.rule_paths or self.config.lint.rule_paths)
            shared = self.rulebook if is_shared else None
            try:
                linter = Linter(config, select=self._select, ignore=self._ignore, rulebook=shared)
            except UsageError as error:
                raise self._placed(error, config, file) from None
            self._by_file[file] = linter
        return self._by_file[file]

    def _placed(self, error: UsageError, config: Config, file: Path | None) -> UsageError:
        """The error with the configuration's file, when the file's own selectors are what is wrong."""
        from postguard.linter import Linter

        if not file or not (config.lint.select or config.lint.ignore):
            return error
        bare = config.model_copy(update={"lint": config.lint.model_copy(update={"select": (), "ignore": ()})})
        try:
            Linter(bare, select=self._select, ignore=self._ignore)
        except UsageError:
            return error  # the command line's selectors, or a rule file, which names itself
        return UsageError(f"{file}: [lint]: {error}")
