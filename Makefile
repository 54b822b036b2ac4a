# The two commands of a newcomer: `make run` and `make test`. What CI runs: `make check`.
#
# A stamp in .venv says which lock is installed; a changed lock is installed again.
# The locks are complete and hashed, so pip is told --no-deps: it has nothing to resolve (and pip 23 stumbles over
# lxml's extras when it tries). To make the locks anew after a change of pyproject.toml: `make locks` (needs uv).

PYTHON ?= python3
VENV ?= .venv
RUN = $(VENV)/bin/python -m flows.commands.main
INSTALL = $(VENV)/bin/python -m pip install -qq --disable-pip-version-check --no-deps
PROCESSES ?= 2
WAREHOUSE ?= dateline-data

.PHONY: run test check format lint types contracts documents bench bi soak locks bilocks clean

run: $(VENV)/.run
	$(RUN) run seeds/articles --warehouse $(WAREHOUSE)

test: $(VENV)/.test
	$(VENV)/bin/python -m pytest -m "not soak" -n $(PROCESSES) --dist loadfile

check: lint types contracts test

lint: $(VENV)/.test
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .

types: $(VENV)/.test
	$(VENV)/bin/mypy

contracts: $(VENV)/.test
	$(VENV)/bin/lint-imports

format: $(VENV)/.test
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

# What is derived: the pages from the declarations, the README's example and picture from a run on the seeds.
documents: $(VENV)/.test
	$(VENV)/bin/python -m schemas.pages > docs/tables.md
	$(VENV)/bin/python -m schemas.star > docs/bi/star-schema.md
	$(VENV)/bin/python -m warehouse.pages > docs/views.md
	$(VENV)/bin/python -m extractors.time_expressions.pages > docs/time-expressions.md
	$(VENV)/bin/python -m extractors.event_mentions.pages > docs/event-types.md
	rm -rf $(VENV)/seeds && $(RUN) run seeds/articles --direct --quiet --warehouse $(VENV)/seeds
	PYTHONPATH=. $(VENV)/bin/python docs/examples.py $(VENV)/seeds

bench: $(VENV)/.run
	$(VENV)/bin/python -m benchmarks.gold seeds

# What other tools read: DuckDB 1.5, Spark (needs Java) and Superset (needs Chromium), each in an environment of its own.
bi: $(VENV)/.test .venv-bi/.bi .venv-superset/.superset
	$(VENV)/bin/python -m pytest tests/bi

soak: $(VENV)/.test
	$(VENV)/bin/python -m pytest -m soak

# Python 3.11 or newer, and nothing of the system's packages.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Dateline needs Python 3.11 or newer; '$(PYTHON)' is older. Name one: make run PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# The package itself is installed by the setuptools of the lock, without looking anything up.
$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing the packages of requirements.lock into $(VENV), once (two to four minutes)" >&2
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	@echo "Installing the packages of requirements-dev.lock into $(VENV), once" >&2
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

.venv-bi/.bi: requirements-bi.lock
	$(PYTHON) -m venv .venv-bi
	.venv-bi/bin/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

.venv-superset/.superset: requirements-bi-superset.lock
	$(PYTHON) -m venv .venv-superset
	.venv-superset/bin/python -m pip install -qq --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

locks:
	uv pip compile --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	uv pip compile --universal --generate-hashes --no-header --python-version 3.11 --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

# flask-caching 2.4 passes arguments that Superset 6.1 does not take; it does not name rich and cachetools, which it needs.
bilocks:
	printf 'duckdb>=1.5,<2\npyspark>=4\n' | uv pip compile --universal --generate-hashes --no-header --python-version 3.11 - -o requirements-bi.lock
	printf 'apache-superset\nduckdb-engine\nduckdb>=1.5,<2\nrich\ncachetools\nflask-caching<2.4\nplaywright\n' \
	  | uv pip compile --universal --generate-hashes --no-header --python-version 3.11 - -o requirements-bi-superset.lock

clean:
	rm -rf $(VENV) .venv-bi .venv-superset $(WAREHOUSE) *.egg-info
