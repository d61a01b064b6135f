# `make report` reads seeds/ and prints the consistency report; `make test` runs the tests.
# Both set up .venv by themselves. Needed: make, and a Python of at least 3.11 with its venv module.

VENV := .venv
BIN := $(VENV)/bin
MODERN := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c '$(MODERN)' 2>/dev/null && echo "$$python" && break; done)

.PHONY: report test check clean

report: $(VENV)/.installed
	@$(BIN)/reconcile report seeds --out reports

test: $(VENV)/.installed-dev
	@$(BIN)/pytest --quiet --numprocesses auto

check: $(VENV)/.installed-dev
	@.ci/run

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist

$(VENV)/.installed: pyproject.toml | $(BIN)/python
	@echo "installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "installing the tools for tests into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(BIN)/python:
	@"$(PYTHON)" -c '$(MODERN)' 2>/dev/null || { echo 'This needs a Python of at least 3.11 as python3.'; \
		echo 'Debian, Ubuntu: apt install python3 python3-venv   Fedora: dnf install python3   macOS: brew install python'; \
		echo 'Another one: make $(or $(MAKECMDGOALS),report) PYTHON=/path/to/python3.12'; exit 1; } >&2
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo 'Your $(PYTHON) has no venv module.'; \
		echo 'Debian, Ubuntu: apt install python3-venv'; exit 1; } >&2
	@"$(PYTHON)" -m venv --clear $(VENV)
