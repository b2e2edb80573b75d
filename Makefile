# The two commands of a newcomer are `make site` and `make test`; the rest is for daily work. `make help` lists them.

PYTHON := .venv/bin/python
GEMEENGOED := .venv/bin/gemeengoed
ARGS ?=

.DEFAULT_GOAL := site
.PHONY: pictures site serve test check lint bench bench-builds bench-edits bench-search bench-tasks bench-weight fuzz lock clean help ready ready-to-test

site: ready ## Set everything up, check the commons and build the site
	@$(GEMEENGOED) check
	@$(GEMEENGOED) build
	@echo "The site is in site/. Look at it with: make serve (http://127.0.0.1:8000/)"

serve: ready ## Serve the site at http://127.0.0.1:8000/, rebuilt as files change
	@$(GEMEENGOED) serve

check: ready ## Check the commons only
	@$(GEMEENGOED) check

test: ready-to-test ## Set up what the tests need besides, and run them on all processors, four at most (ARGS="-k search" for some, on one)
	@tooling/setup/with-tools.sh $(PYTHON) -m pytest $(or $(ARGS),-n logical --maxprocesses 4)

lint: ready-to-test ## Put the code in order: style, types, who may import whom
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

bench: ready ## Measure the checks beside what one would use instead (ARGS="--items 2000")
	@tooling/setup/bench.sh
	@$(PYTHON) tooling/benchmarks/run.py $(ARGS)

bench-builds: ready ## Measure building beside what one would use instead (ARGS="--sizes 1000")
	@tooling/setup/bench.sh
	@$(PYTHON) tooling/benchmarks/builds.py $(ARGS)

bench-weight: ready-to-test ## Measure what a page weighs and when it stands there, in a browser (ARGS="--times 9"; first `make site`)
	@tooling/setup/with-tools.sh $(PYTHON) tooling/benchmarks/weight.py $(ARGS)

bench-edits: ready ## Measure building again after an edit, the history and serve (ARGS="--items 1000")
	@tooling/setup/bench.sh
	@$(PYTHON) tooling/benchmarks/edits.py $(ARGS)

bench-search: ready-to-test ## Measure what a search costs over the network (ARGS="--items 2000", or a built site)
	@tooling/setup/with-tools.sh $(PYTHON) tooling/benchmarks/search.py $(ARGS)
bench-tasks: ready-to-test ## Walk ten tasks of readers in a browser, here and on a plain site of the same files
	@tooling/setup/with-tools.sh $(PYTHON) tooling/benchmarks/tasks.py $(ARGS)

pictures: ready-to-test ## Take the picture of the home page in README.md anew (builds the site first)
	@$(GEMEENGOED) build
	@tooling/setup/with-tools.sh $(PYTHON) tooling/take_pictures.py

fuzz: ready ## Look for pages that break the checks (ARGS="--seconds 60"; Linux)
	@tooling/setup/bench.sh
	@$(PYTHON) tooling/benchmarks/fuzz.py $(ARGS)

lock: ready ## Write the lock files anew (ARGS=--upgrade for newer versions)
	@[ -x .venv/bin/uv ] || tooling/setup/test.sh # what is there suffices: after a change it does not fit the old locks
	@tooling/setup/lock.sh $(ARGS)

clean: ## Remove what was built; .venv stays
	rm -rf site .gemeengoed .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

help: ## Show these lines
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' Makefile

# Set-up. Both look first and do nothing when all is there.
ready:
	@tooling/setup/site.sh

ready-to-test: ready
	@tooling/setup/test.sh
