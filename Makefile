# Everything sets itself up: the only things needed are Python 3.11+, make and a package registry.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
TESTABLE := $(VENV)/.testable
OUT := out

.PHONY: help demo test check bench lock clean

help:
	@echo "make demo   read the demo corpus into $(OUT)/demo.record and write $(OUT)/demo.html"
	@echo "make test   lint, types and tests"
	@echo "make bench  every benchmark whose data is here, held against benchmarks/floors.json"
	@echo "make lock   renew requirements/*.txt"

$(INSTALLED): requirements/run.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

$(TESTABLE): $(INSTALLED) requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: $(INSTALLED)
	@mkdir -p $(OUT)
	cd examples/demo && ../../$(BIN)/onrecord read articles --into ../../$(OUT)/demo.record || test $$? -eq 1
	$(BIN)/onrecord problems $(OUT)/demo.record
	$(BIN)/onrecord export $(OUT)/demo.record --format jsonl -o $(OUT)/demo-jsonl
	$(BIN)/onrecord report $(OUT)/demo.record -o $(OUT)/demo.html
	@echo "Open $(OUT)/demo.html in a browser."

check: $(TESTABLE)
	$(BIN)/ruff check src tests benchmarks examples training docs
	$(BIN)/ruff format --check src tests benchmarks examples training docs
	$(BIN)/mypy

test: check
	$(BIN)/python -m pytest

bench: $(TESTABLE)
	$(BIN)/python -m benchmarks

lock: $(TESTABLE)
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header -o requirements/dev.txt requirements/dev.in pyproject.toml

clean:
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis
