"""Imports run in one direction only, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import postguard

ROOT = Path(postguard.__file__).parent
LAYERS = ("errors", "draft", "signals", "rules", "policy", "report", "linter", "integrations", "cli")
HEAVY = {"spacy", "presidio_analyzer", "tldextract", "numpy", "tree_sitter", "re2", "ahocorasick_rs", "rich"}
MODULES = sorted(ROOT.rglob("*.py"))


def _imports(path: Path, *, top_only: bool) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    guarded = {id(n) for node in ast.walk(tree) if _is_type_checking(node) for n in ast.walk(node)}
    nodes = tree.body if top_only else ast.walk(tree)
    for node in nodes:
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _layer(module: str) -> int:
    return LAYERS.index(module.split(".")[1])


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_down(path: Path) -> None:
    name = ".".join(("postguard", *path.relative_to(ROOT).with_suffix("").parts))
    if name.split(".")[1] not in LAYERS:  # the package itself and __main__
        return
    for module in _imports(path, top_only=False):
        if module.startswith("postguard.") and module.split(".")[1] in LAYERS:
            assert _layer(module) <= _layer(name), f"{name} imports {module}, which lies above it"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_heavy_at_module_level(path: Path) -> None:
    if path.name == "grammar.py":  # imported only when a draft is Markdown or HTML
        return
    heavy = {module.split(".")[0] for module in _imports(path, top_only=True)} & HEAVY
    assert not heavy


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_calls_the_network(path: Path) -> None:
    known = ("socket", "urllib.request", "http.client", "requests", "httpx", "ftplib", "smtplib")
    assert not [module for module in _imports(path, top_only=False) if module.startswith(known)]
