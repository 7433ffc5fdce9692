# Every target sets up what it needs: a virtual environment of its own with pinned, hashed dependencies.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help dev demo test lint types docs fairness bench lock clean

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

dev: $(READY) ## set up the development environment

$(READY): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "postguard needs Python 3.11 or newer; run: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 2; }
	@$(PYTHON) -m venv $(VENV)
	@echo "Installing pinned dependencies into $(VENV) (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

demo: $(READY) ## check the drafts in examples/ and show the findings
	@$(BIN)/postguard check examples examples/replies.jsonl --show-source; status=$$?; \
	echo; echo "exit status $$status (1: findings at or above --fail-on, as expected of these examples)"; \
	test $$status -eq 1

test: $(READY) ## run all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(READY) ## check style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## check types
	$(BIN)/mypy

docs: $(READY) ## write the generated pages of docs/
	$(BIN)/python tools/rule_pages.py
	$(BIN)/python tools/readme_example.py

fairness: $(READY) ## measure recall of names by population group
	$(BIN)/python tools/fairness.py

bench: $(READY) ## time start-up and throughput
	$(BIN)/python benchmarks/run.py

lock: $(READY) ## pin dependencies anew (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements/run.txt

clean: ## remove everything that was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
