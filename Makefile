# Everything a newcomer needs: `make run` and `make test`. Needs Python 3.11+ with venv, git and make.

PYTHON ?= python3
PORT ?= 8501
HOST ?= 127.0.0.1
BIN := .venv/bin
NODE_BIN := node_modules/.bin
# Two worker processes; each gets whole test files, so that a file's fixtures are set up only once.
TWO := -n 2 --dist loadfile

.DEFAULT_GOAL := help
.PHONY: help run test quick coverage check format browser servers bench clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.run node_modules/.installed ## serve the app on http://127.0.0.1:8501; HOST and PORT change the address
	@$(BIN)/python -m graph check
	@echo "Serving on http://$(HOST):$(PORT) — Ctrl+C stops it"
	@$(BIN)/python -m uvicorn app:app --host $(HOST) --port $(PORT) --no-access-log --log-level warning --timeout-graceful-shutdown 5

test: .venv/.dev node_modules/.installed browser servers ## run all tests, including those in a browser
	@$(BIN)/python -m pytest $(TWO)

quick: .venv/.dev servers ## run the tests that need no browser
	@$(BIN)/python -m pytest $(TWO) -m "not browser"

coverage: .venv/.dev node_modules/.installed servers ## measure how much of the code these tests cover; fails if it is less than before
	@rm -rf .coverage && mkdir .coverage
	@$(BIN)/coverage run -m pytest $(TWO) -m "not browser"
	@$(BIN)/coverage combine -q && $(BIN)/coverage report

check: .venv/.dev node_modules/.dev ## check style, types, import rules and content
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(NODE_BIN)/biome check --error-on-warnings
	@$(NODE_BIN)/tsc
	@$(BIN)/python -m graph check

format: .venv/.dev node_modules/.dev ## format the code
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .
	@$(NODE_BIN)/biome check --write

browser: .venv/.dev ## find or install Chromium and Node for the tests
	@$(BIN)/python -m tests.support.chromium
	@$(BIN)/python -m tests.support.node

servers: .venv/.dev ## find or install Redis and nginx for the tests of live rooms
	@$(BIN)/python -m tests.support.servers

bench: .venv/.dev node_modules/.installed browser servers ## benchmark the app against its peers and load-test its rooms (about eight minutes)
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.pages
	@$(BIN)/python -m bench.live

clean: ## remove everything that was installed or generated here
	rm -rf .venv node_modules .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# Installation is skipped as long as the requirements have not changed, so a second start needs no network.

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; specify one: make run PYTHON=python3.12"; exit 1; }
	@echo "Creating a virtual environment in .venv …"
	@$(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo "Python's venv module is missing; on Debian, run apt-get install python3-venv"; exit 1; }

.venv/.run: requirements.txt | .venv/bin/python
	@echo "Installing what the app needs; the first time this takes about a minute …"
	@$(BIN)/python -m pip install --progress-bar on --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.dev: requirements.txt requirements-dev.txt | .venv/bin/python
	@echo "Installing what the app and its tests need; the first time this takes one to two minutes …"
	@$(BIN)/python -m pip install --progress-bar on --disable-pip-version-check -r requirements-dev.txt
	@touch .venv/.run $@

# The basic Plotly.js bundle is a third of the size; without npm the one inside the Python package is served.
node_modules/.installed: package.json package-lock.json
	@mkdir -p node_modules
	@if command -v npm >/dev/null 2>&1; then \
	  echo "Downloading the small Plotly.js bundle …"; \
	  npm ci --omit=dev --no-audit --no-fund --loglevel=error || echo "npm could not download it; the larger bundle in the Python package will be served"; \
	else \
	  echo "npm is not available; the larger Plotly bundle in the Python package will be served"; \
	fi
	@mkdir -p node_modules && touch $@

node_modules/.dev: package.json package-lock.json
	@command -v npm >/dev/null 2>&1 || \
	  { echo "npm is needed to check the browser scripts; on Debian, run apt-get install npm"; exit 1; }
	@echo "Installing the linter and the type checker of the browser scripts …"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch node_modules/.installed $@
