# The few commands everyone uses. `make run` and `make test` do all the set-up themselves.

.DEFAULT_GOAL := help
.PHONY: help run test soak setup build fmt lint golden bench install clean

PREFIX ?= /usr/local
SOURCES := Package.swift $(shell find Sources -type f)
PRODUCT := .build/release/flowrun
RELEASE := swift build -c release --product flowrun --static-swift-stdlib

help: ## Show these commands.
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: $(PRODUCT) ## Set up, build, and open a case at reception.
	@$(PRODUCT) run

test: ## Set up, build, check the style, run all tests.
	@Scripts/setup --with-pdf || Scripts/setup  # without WeasyPrint its test says so and goes on
	swift build --build-tests
	Scripts/check-benchmarks
	$(MAKE) --no-print-directory lint
	swift test --skip-build

soak: ## Run the tests that take a number, whole: hours, for a release.
	FLOWRUN_SOAK=1 swift test --filter 'ProtocolWalkTests|PlantedMistakeTests|PaperTruthTests'

setup: ## Install what the build needs and this machine lacks.
	@Scripts/setup

build: $(PRODUCT) ## Build for release.

$(PRODUCT): $(SOURCES)
	@Scripts/setup
	$(RELEASE)
	@touch $@

fmt: ## Rewrite the sources in the house style.
	swift format --in-place --recursive Sources Tests Package.swift

lint: ## Check the house style.
	swift format lint --strict --recursive Sources Tests Package.swift

golden: ## Write the golden files anew; review them in the diff.
	FLOWRUN_UPDATE_GOLDEN=1 swift test

bench: ## Measure, side by side with the peers where they are present.
	Benchmarks/run

install: $(PRODUCT) ## Install under PREFIX (default /usr/local).
	install -d $(DESTDIR)$(PREFIX)/lib/flowrun $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PRODUCT) $(DESTDIR)$(PREFIX)/lib/flowrun/flowrun
	cp -R .build/release/*.resources $(DESTDIR)$(PREFIX)/lib/flowrun/
	cp -R protocols $(DESTDIR)$(PREFIX)/lib/flowrun/
	ln -sf ../lib/flowrun/flowrun $(DESTDIR)$(PREFIX)/bin/flowrun

clean: ## Remove what was built.
	rm -rf .build
