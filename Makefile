# The front door. `make` alone says what there is. Each step installs what it needs (Debian packages, a Python
# environment in .venv, published assets in .assets) unless it is there already.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup system chromium build release run test unit browser holidays bench crash-test fuzz format lint \
        docs docs-current pictures

PORT ?= 8080
DATA ?= data
ROUNDS ?= 100
ONLY ?=
SECONDS_OF_FUZZING ?= 60
WORKERS ?= 2
CONFIGURATION ?= $(if $(wildcard .build/release/crash-test),release,debug)

SWIFT ?= swift
DEBUG := .build/debug
PYTHON := .venv/bin/python
ASSETS := .venv/published/.made
OWN_ASSETS := Sources/Website/Assets
PLACES := .places/postcodes.bin

help: ## say what there is
	@echo 'Throughline. make …'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# What a step stands on ------------------------------------------------------------------------------------------------

setup: system chromium .venv/.made $(ASSETS) $(PLACES) ## install what the other steps need; each step also does so itself

system:
	@scripts/apt.sh libsqlite3-dev libxml2-dev libzip-dev libxlsxwriter-dev libsodium-dev \
	  libcurl4-openssl-dev pkg-config

chromium:
	@[ -x /usr/bin/chromium ] || scripts/apt.sh chromium fonts-liberation
	@[ -x /usr/bin/openssl ] || scripts/apt.sh openssl

.venv/.made: scripts/requirements.txt
	@python3 -c 'import ensurepip' 2>/dev/null || scripts/apt.sh python3-venv
	@echo 'Python environment: .venv'
	@python3 -m venv .venv
	@.venv/bin/pip install -q --disable-pip-version-check --require-hashes -r $< || \
	  { echo 'Could not install the packages of scripts/requirements.txt.' >&2; exit 1; }
	@touch $@

# What is served goes to .assets; the rest of what was published stays where it was fetched.
$(ASSETS): scripts/assets.txt scripts/unpack-assets.py .venv/.made $(wildcard $(OWN_ASSETS)/*)
	@echo 'Assets: .assets'
	@rm -rf .venv/published .assets .lists && mkdir -p .venv/published
	@.venv/bin/pip download -q --disable-pip-version-check --no-deps --only-binary=:all: --python-version 3.12 \
	  --require-hashes -d .venv/published -r scripts/assets.txt || \
	  { echo 'Could not fetch the packages of scripts/assets.txt.' >&2; exit 1; }
	@$(PYTHON) scripts/unpack-assets.py .venv/published $(OWN_ASSETS) .assets .lists
	@touch $@

# Kept out of the folder that is served.
$(PLACES): scripts/make-postcodes.py $(ASSETS)
	@echo 'Postcodes: $@'
	@mkdir -p $(@D)
	@$(PYTHON) $< .venv/published $@

build: system ## build everything, for testing
	$(SWIFT) build --build-tests

release: system
	$(SWIFT) build -c release --product throughline

# Using it -------------------------------------------------------------------------------------------------------------

run: release $(ASSETS) $(PLACES) ## serve DATA=dir on PORT=8080; a fictional authority moves in first where DATA is empty
	@scripts/run.sh '$(DATA)' '$(PORT)'

# Testing it -----------------------------------------------------------------------------------------------------------

test: setup lint build unit holidays docs-current machine-room browser ## everything CI runs
	@$(MAKE) --no-print-directory crash-test ROUNDS=5 CONFIGURATION=debug

unit: build .venv/.made
	$(if $(wildcard ../shared),REQUIRE_SHARED=1) timeout --foreground --signal INT --kill-after 60 1200 $(SWIFT) test --skip-build
	$(if $(wildcard ../shared),REQUIRE_SHARED=1) $(PYTHON) -m pytest -q Tests/Figures Tests/Records

holidays: $(ASSETS)
	@$(PYTHON) scripts/check-bank-holidays.py .venv/published/bank-holidays.json

machine-room: build .venv/.made $(ASSETS) ## run it as a council's IT would: health, metrics, limits, email, the package
	@scripts/apt.sh dpkg-dev binutils openssl
	timeout --foreground --signal INT --kill-after 60 900 $(PYTHON) -m pytest -q Tests/Operations Tests/Mail Tests/Packaging

deb: system $(ASSETS) $(PLACES) ## make a Debian package in out/, the Swift runtime inside, and test it
	@scripts/apt.sh dpkg-dev binutils
	$(SWIFT) build -c release --static-swift-stdlib --product throughline
	packaging/build-deb.sh .build/release/throughline out
	THROUGHLINE_DEB=$$(ls -t out/*.deb | head -1) THROUGHLINE_BIN=.build/release/throughline \
	  $(PYTHON) -m pytest -q Tests/Packaging

# A browser keeps one core busy and the server hardly any of it, so each of WORKERS has a browser, a server and records of its
# own. A page, or a file, goes to one of them with all its tests.
browser: build chromium .venv/.made $(ASSETS) ## drive the pages in a browser, with axe and by keyboard; WORKERS=2 at once
	timeout --foreground --signal INT --kill-after 60 2400 $(PYTHON) -m pytest -q --maxfail 10 \
	  -n $(WORKERS) --dist loadgroup --no-loadscope-reorder Tests/Browser

crash-test: system ## kill it at random moments ROUNDS=100 times and see that nothing is lost
	$(SWIFT) build -c $(CONFIGURATION) --product crash-test
	timeout --foreground --kill-after 60 3600 .build/$(CONFIGURATION)/crash-test --rounds $(ROUNDS)

fuzz: system ## read hostile returns for a minute
	$(SWIFT) build -c release --product fuzz
	.build/release/fuzz --seconds $(SECONDS_OF_FUZZING)

bench: release $(PLACES) ## measure speed and memory against the bars of docs/performance.md; ONLY="pages crowd" for some of it
	@scripts/apt.sh wrk
	$(SWIFT) build -c release --product benchmarks
	.build/release/benchmarks $(ONLY:%=--only %)

# Keeping it -----------------------------------------------------------------------------------------------------------

format: ## lay the Swift out as .swift-format says
	$(SWIFT) format -i -r Sources Tests Package.swift

lint: .venv/.made ## layout, and the walls between the rooms
	$(SWIFT) format lint --strict -r Sources Tests Package.swift
	@$(PYTHON) scripts/lint-walls.py
	@$(PYTHON) -m pytest -q Tests/Lint

docs: build ## write docs/standards.md and docs/measures.md from the code
	$(DEBUG)/throughline standards --markdown > docs/standards.md
	$(DEBUG)/throughline figures --markdown > docs/measures.md

docs-current: build
	@diff -u docs/standards.md <($(DEBUG)/throughline standards --markdown) || \
	  { echo 'docs/standards.md is not what the code says: run make docs.' >&2; exit 1; }
	@diff -u docs/measures.md <($(DEBUG)/throughline figures --markdown) || \
	  { echo 'docs/measures.md is not what the code says: run make docs.' >&2; exit 1; }

pictures: release chromium $(ASSETS) ## take the pictures of docs/pictures from a fictional authority
	$(PYTHON) scripts/pictures.py docs/pictures
	THROUGHLINE_PICTURES=docs/pictures THROUGHLINE_BIN=.build/release/throughline $(PYTHON) -m pytest -q Tests/Browser/test_life.py
