# Watchbill: `make` lists the targets. Everything runs in .venv, which is made from the lock.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules --no-print-directory

# Without compiled modules every start costs several times as much.
export PYTHONDONTWRITEBYTECODE =

BIN := .venv/bin
# What the environment is made of; its check sum names the stamp, so a changed lock makes it anew.
RECIPE := bootstrap.lock requirements.lock pyproject.toml .ci/venv
STAMP := .venv/.stamp-$(shell { pwd -P; cat $(RECIPE); } | cksum | tr ' ' '-')
# More words for the program that a target runs: make test ARGS="-k escalation"
ARGS ?=
# Processes that run the tests: a number, or auto for one a core.
WORKERS ?= auto
# Open reviews of emergency changes that the site shows: make book NOTICES=notices.json
NOTICES ?=
# The revision that this one proposes to change, to be marked on each page: make book SINCE=main
SINCE ?=
# Seconds for each of the two fuzzers.
FUZZ_SECONDS ?= 300

help:  ## list these targets
	@echo "usage: make TARGET"
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | awk -F'\t' '{printf "  %-17s %s\n", $$1, $$2}'

setup: $(STAMP)  ## make .venv from the lock, when it is not current
	@:

$(STAMP):
	@.ci/venv $@

# The book

book: $(STAMP)  ## lint the content, play its scenarios, build the site, write the exports, say where they are
	@$(BIN)/watchbill lint
	@$(BIN)/watchbill test
	@$(BIN)/watchbill site build $(if $(NOTICES),--notices "$(NOTICES)") $(if $(SINCE),--changed-since "$(SINCE)")
	@$(BIN)/watchbill export --out build/exports
	@echo "site:    build/site/index.html  (make serve opens it)"
	@echo "exports: build/exports/"

serve: $(STAMP)  ## show the site on this machine, and build it again when content changes
	@$(BIN)/watchbill site serve $(ARGS)

fmt: $(STAMP)  ## bring the content and the Python code into their canonical form
	@$(BIN)/watchbill fmt
	@$(BIN)/ruff check --fix --quiet tools tests
	@$(BIN)/ruff format tools tests

schemas: $(STAMP)  ## write schemas/ anew from the model
	@$(BIN)/watchbill schema

# The tools

test: $(STAMP)  ## run the tests
	@$(BIN)/pytest -n $(WORKERS) $(ARGS)

CHECKS := check-format check-ruff check-types check-imports check-schemas check-fmt check-lint \
	check-scenarios check-codeowners check-site check-twice

check: $(CHECKS) test  ## all that must hold before a change goes in: the checks below and the tests

check-format: $(STAMP)  ## the Python code is formatted
	@$(BIN)/ruff format --check tools tests

check-ruff: $(STAMP)  ## ruff has nothing to say
	@$(BIN)/ruff check tools tests

check-types: $(STAMP)  ## mypy --strict has nothing to say
	@$(BIN)/mypy

check-imports: $(STAMP)  ## imports point down, floor by floor
	@$(BIN)/lint-imports

check-schemas: $(STAMP)  ## schemas/ says what the model says
	@$(BIN)/watchbill schema --check

check-fmt: $(STAMP)  ## the content is in canonical form
	@$(BIN)/watchbill fmt --check

check-lint: $(STAMP)  ## the content has no error and no warning
	@$(BIN)/watchbill lint --strict

check-scenarios: $(STAMP)  ## every scenario comes out as it says
	@$(BIN)/watchbill test

check-codeowners: $(STAMP)  ## .github/CODEOWNERS says what the content's owners say
	@$(BIN)/watchbill export codeowners --check

check-site: $(STAMP)  ## the site builds, strictly
	@$(BIN)/watchbill site build

check-twice: $(STAMP)  ## two builds of site and exports, in other surroundings, are the same bytes
	@.ci/twice

bench: $(STAMP) .venv-bench/.done  ## measure lint beside yamllint and check-jsonschema, the proofs, the limits, and diff
	@$(BIN)/python tests/bench/run.py $(ARGS)
	@$(BIN)/python tests/bench/proof.py
	@$(BIN)/python tests/bench/limits.py
	@$(BIN)/python tests/bench/change.py

.venv-bench/.done: $(STAMP) bench.lock
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-bench
	@$(BIN)/uv pip sync --quiet --python .venv-bench/bin/python --require-hashes bench.lock
	@touch $@

fuzz: $(STAMP)  ## feed the loader broken bytes and odd trees for five minutes each
	@FUZZ_SECONDS=$(FUZZ_SECONDS) $(BIN)/python -m pytest tests/fuzz -p no:cacheprovider $(ARGS)

golden: $(STAMP)  ## write the expected outputs of the tests anew; look at the diff before committing
	@WATCHBILL_UPDATE_GOLDEN=1 $(BIN)/pytest -n $(WORKERS) $(ARGS)

node: tests/node/node_modules/.done  ## install the npm packages that some tests drive

tests/node/node_modules/.done: tests/node/package-lock.json
	@npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund
	@touch $@

# The locks

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate

lock: $(STAMP)  ## write the locks anew; ARGS=--upgrade takes the newest versions
	@$(COMPILE) $(ARGS) --all-extras --group dev -o requirements.lock pyproject.toml
	@$(COMPILE) $(ARGS) --group bench -o bench.lock pyproject.toml
	@sed -n 's/^\(uv==[0-9.]*\).*/\1/p' requirements.lock | $(COMPILE) -o bootstrap.lock -

clean:  ## remove what was built; .venv stays
	rm -rf build dist

.PHONY: help setup book serve fmt schemas test check $(CHECKS) bench fuzz golden node lock clean
