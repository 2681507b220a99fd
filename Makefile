# Everything a newcomer needs: `make run` and `make test`. Needs Python 3.11+ with venv, git and make.

PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin
# Two processes, each with the tests of whole files, so that what a file sets up is set up once.
TWO := -n 2 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help run test quick check format browser servers bench clean

help: ## say what can be done here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.run node_modules/.installed ## serve the app on http://$(HOST):$(PORT)
	@$(BIN)/python -m graph check
	@echo "Serving on http://$(HOST):$(PORT) — Ctrl+C stops it"
	@$(BIN)/python -m uvicorn app:app --host $(HOST) --port $(PORT) --no-access-log --log-level warning --timeout-graceful-shutdown 5

test: .venv/.dev node_modules/.installed browser servers ## run every test, in a browser too
	@$(BIN)/python -m pytest $(TWO)

quick: .venv/.dev servers ## run the tests that need no browser
	@$(BIN)/python -m pytest $(TWO) -m "not browser"

check: .venv/.dev ## style, types, and the one-way arrows between folders
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m graph check

format: .venv/.dev ## put the code into its form
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

browser: .venv/.dev ## find a Chromium and Node for the tests, or install them
	@$(BIN)/python -m tests.support.chromium
	@$(BIN)/python -m tests.support.node

servers: .venv/.dev ## find Redis and nginx for the tests of the live link, or install them
	@$(BIN)/python -m tests.support.servers

bench: .venv/.dev node_modules/.installed browser servers ## measure the app beside its peers and its rooms, about eight minutes
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.pages
	@$(BIN)/python -m bench.live

clean: ## remove everything that was installed or made here
	rm -rf .venv node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Installing is skipped for as long as the requirements stay the same, so a second start needs no network.

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it: make run PYTHON=python3.12"; exit 1; }
	@echo "Making a virtual environment in .venv …"
	@$(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; exit 1; }

.venv/.run: requirements.txt | .venv/bin/python
	@echo "Installing what the app needs; the first time this takes about a minute …"
	@$(BIN)/python -m pip install --progress-bar on --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.dev: requirements.txt requirements-dev.txt | .venv/bin/python
	@echo "Installing what the app and its tests need; the first time this takes one to two minutes …"
	@$(BIN)/python -m pip install --progress-bar on --disable-pip-version-check -r requirements-dev.txt
	@touch .venv/.run $@

# Plotly.js in its basic bundle is a third of the size; without npm the one inside the Python package serves.
node_modules/.installed: package.json package-lock.json
	@mkdir -p node_modules
	@if command -v npm >/dev/null 2>&1; then \
	  echo "Fetching Plotly.js in its small bundle …"; \
	  npm ci --no-audit --no-fund --loglevel=error || echo "npm could not fetch it; the larger bundle of the Python package is served"; \
	else \
	  echo "No npm here; the larger Plotly bundle of the Python package is served"; \
	fi
	@mkdir -p node_modules && touch $@
