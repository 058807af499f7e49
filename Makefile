# The whole project in five words: make extract, make test, make check, make bench, make clean.
# Needs python3 (3.11 or later, with venv and pip) and make; the rest is put into .venv.

PYTHON ?= python3
IN ?= samples
OUT ?= out
ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

# Handed over in the environment, where no shell can stumble over spaces and quotes in a name.
export IN OUT

.PHONY: extract test check format lint types bench clean

# Converts IN, a PDF or a folder of them, into OUT. ARGS takes any other option of the command.
extract: .venv/.installed
	@test -n "$$IN" && test -n "$$OUT" || { echo "IN and OUT must not be empty" >&2; exit 1; }
	$(BIN)/actionplans extract --out "$$OUT" $(ARGS) -- "$$IN"

test: .venv/.installed-dev
	$(BIN)/pytest -n 2 --dist loadgroup

# What must pass before a change is taken. That the docs are true is one of the tests.
check: format lint types test

format: .venv/.installed-dev
	$(BIN)/ruff format --check .

lint: .venv/.installed-dev
	$(BIN)/ruff check .

types: .venv/.installed-dev
	$(BIN)/mypy

# Measures the whole pipeline beside other tools on IN; for the samples, also how it grows with
# pages, and writes the figures into docs/benchmarks.md. The least of RUNS runs counts.
RUNS ?= 3
bench: .venv/.installed-dev .venv-peers/.installed
	$(BIN)/python -m bench $(BIN)/python .venv-peers/bin/python $(RUNS) "$$IN"

clean:
	rm -rf .venv .venv-peers

# Stamps: nothing is installed again until pyproject.toml changes.
.venv/.installed: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --editable .
	touch $@

.venv/.installed-dev: .venv/.installed
	$(PIP) install --editable '.[dev]'
	touch $@

# The tools that are measured beside this project stay out of its own environment.
.venv-peers/.installed: bench/peers.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip --quiet --disable-pip-version-check install --requirement $<
	touch $@
