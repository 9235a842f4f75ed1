# The front door. `make` says what there is.
SHELL := /bin/bash
.DELETE_ON_ERROR:

PORT ?= 8080
DATA ?= data
ROUNDS ?= 100
SHARED := $(wildcard ../shared)
ASSETS := .assets

.PHONY: help setup build test lint format check-holidays

help: ## What there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .build-setup/system .build-setup/holidays ## Install what the other steps need, once

.build-setup/system: scripts/install-system-packages.sh
	@mkdir -p $(@D)
	@bash scripts/install-system-packages.sh && touch $@

.build-setup/holidays: scripts/requirements-holidays.txt
	@mkdir -p $(@D) $(ASSETS)
	@python3 -m pip download --quiet --no-deps --only-binary=:all: --require-hashes -r $< -d $(ASSETS) && touch $@

build: setup ## Build the product for use
	swift build -c release --product throughline

lint: ## Style, and the walls between the rooms
	swift format lint --strict -r Sources Tests Package.swift
	python3 scripts/lint-walls.py

format: ## Lay the code out as the house does
	swift format -i -r Sources Tests Package.swift

check-holidays: setup
	python3 scripts/check-bank-holidays.py

test: setup lint check-holidays ## Everything: style, walls, tables, unit and property tests
	$(if $(SHARED),REQUIRE_SHARED=1) swift test
