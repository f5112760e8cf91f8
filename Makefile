# Two commands do everything, set-up included: `make site` builds the site, `make test` checks the project.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python

.PHONY: site test test-fast gate coverage same bench fuzz shots weight lock clean

site: $(VENV)/.site
	$(RUN) -m build_tools all

# The gate (rules, form and types), then every test, shared out among the processors.
test: gate
	@sh tests/set_up.sh
	$(RUN) -m pytest -q -n auto --maxprocesses 4 --dist loadfile

# While working: what needs no browser, no printed volume and no built site, in less than a minute.
test-fast: gate
	$(RUN) -m pytest -q -n auto --maxprocesses 4 -m "not slow"

gate: $(VENV)/.test
	$(VENV)/bin/ruff check build_tools tests
	$(VENV)/bin/ruff format --check build_tools tests
	$(VENV)/bin/mypy

# Every output of another revision (REV=…, else the last commit) and of this folder, compared.
same: $(VENV)/.site
	$(RUN) tests/same.py $(or $(REV),HEAD)

# Which lines of build_tools no test runs.
coverage: $(VENV)/.test
	@sh tests/set_up.sh
	$(RUN) -m pytest -q -n auto --maxprocesses 4 --dist loadfile --cov build_tools --cov-report term:skip-covered

bench: $(VENV)/.test
	$(RUN) tests/bench.py

fuzz: $(VENV)/.test
	$(RUN) tests/fuzzing.py 10000

shots: $(VENV)/.test
	@sh tests/set_up.sh
	$(RUN) -m tests.shots

weight: $(VENV)/.test
	@sh tests/set_up.sh
	$(RUN) -m tests.weight

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=… to use another one."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: install it (on Debian: apt-get install python3-venv) and try again."; rm -rf $(VENV); exit 1; }

$(VENV)/.site: $(VENV)/bin/python requirements.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements-test.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

# Only when requirements*.in changed: pins and hashes anew (pip-tools in an environment of its own).
lock:
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/python -m pip install --quiet pip-tools
	$(VENV)-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements.txt requirements.in
	$(VENV)-lock/bin/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements-test.txt requirements-test.in
	rm -rf $(VENV)-lock

clean:
	rm -rf build $(VENV)
