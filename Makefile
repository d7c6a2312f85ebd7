# The targets that a newcomer tries. BUILD is the folder of debug builds, RELEASE that of release builds.
SHELL := /bin/bash -o pipefail
BUILD ?= .build
RELEASE ?= .build-release
PREFIX ?= /usr/local
TIME ?= 60

.PHONY: demo test serve bench bench-scan bench-labels bench-service bench-ledger fuzz check fmt install clean

demo: ## installs what is missing, builds, does the main job on the samples, shows the result
	@scripts/bootstrap
	@scripts/demo "$(RELEASE)"

test: ## builds and runs all tests
	@scripts/bootstrap --test
	@echo "Building the tests (three minutes on two cores the first time) …"
	@swift build --build-tests --scratch-path "$(BUILD)" 2>&1 | scripts/quiet-build
	@swift test --skip-build --scratch-path "$(BUILD)"

serve: ## serves the ledger of the demo at http://127.0.0.1:8080/
	@scripts/bootstrap
	@scripts/serve "$(RELEASE)"

bench-service: ## measures lookups over HTTP beside a bare route, into docs/BENCHMARKS.md
	@scripts/bootstrap --bench
	@Benchmarks/service "$(RELEASE)"

bench-ledger: ## measures the ledger beside bare INSERTs, into docs/BENCHMARKS.md
	@scripts/bootstrap
	@Benchmarks/ledger "$(RELEASE)"

bench-scan: ## measures scanning at every effort beside zbarimg and zxing-cpp, into docs/BENCHMARKS.md
	@scripts/bootstrap --bench
	@Benchmarks/scan "$(RELEASE)"

bench-labels: ## measures label batches beside their peers, into docs/BENCHMARKS.md
	@scripts/bootstrap --bench
	@Benchmarks/labels "$(RELEASE)"

bench: ## measures tally beside its peers, in release mode, into docs/BENCHMARKS.md
	@scripts/bootstrap --bench
	@Benchmarks/run "$(RELEASE)"

fuzz: ## looks for crashes of the image loaders and the scanner for TIME seconds each
	@scripts/bootstrap --test
	@Tests/Fuzzing/run LoaderFuzz $(TIME) "$(BUILD)/fuzzing"
	@Tests/Fuzzing/run ScanFuzz $(TIME) "$(BUILD)/fuzzing"

check: ## format, arrows, sizes
	@swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	@scripts/check-arrows --scratch-path "$(BUILD)"
	@scripts/check-sizes

fmt: ## formats the code
	@swift format format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

install: ## puts tally, tallyd and the templates under PREFIX
	@scripts/bootstrap
	@swift build -c release --product tally --scratch-path "$(RELEASE)" 2>&1 | scripts/quiet-build
	@swift build -c release --product tallyd --scratch-path "$(RELEASE)" 2>&1 | scripts/quiet-build
	@install -d "$(PREFIX)/bin"
	@install "$$(swift build -c release --scratch-path "$(RELEASE)" --show-bin-path)"/{tally,tallyd} "$(PREFIX)/bin"
	@install -d "$(PREFIX)/share/tallymark/templates"
	@install -m 644 templates/*.yaml "$(PREFIX)/share/tallymark/templates"
	@echo "Installed $(PREFIX)/bin/tally and $(PREFIX)/bin/tallyd"

clean:
	@rm -rf "$(BUILD)" "$(RELEASE)" demo
