# `make site` and `make test` are the two commands; each sets up what it needs, once.
VENV  ?= .venv
BIN   := $(VENV)/bin
STAMP := $(VENV)/.stamp
JOBS  ?= 2

export VENV
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help site serve test test-pythons lint goldens pages proof bench exports-check lock clean
.DEFAULT_GOAL := help

help: ## show this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

# A virtual environment whose Python is gone (an upgrade, a moved clone) is made anew.
ifeq ($(wildcard $(BIN)/python),)
.PHONY: $(STAMP)
endif
$(STAMP): requirements.txt pyproject.toml
	@tools/setup.sh venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q plugins         # what an installer does, but not for an editable install
	@touch $@

site: $(STAMP) ## build the site in both languages, into site/
	@tools/setup.sh site
	$(BIN)/mkdocs build --strict
	@echo
	@echo "The site is in site/. To look at it:"
	@echo "  make serve                           then open http://127.0.0.1:8000/boxwright/"
	@echo "  python3 -m http.server -d site 8000  then open http://127.0.0.1:8000/"

serve: $(STAMP) ## serve the site with live reload
	@tools/setup.sh site
	$(BIN)/mkdocs serve

test: $(STAMP) ## run every check: lint, types, tests, the built site in a browser
	@tools/setup.sh test
	@$(MAKE) --no-print-directory lint
	$(BIN)/python -m pytest -n $(JOBS)

lint: $(STAMP) ## ruff, and mypy (strict) on the package
	$(BIN)/ruff check
	$(BIN)/mypy

# The tests but those of the built site, which does not change with the Python that built it.
test-pythons: ## run the package's tests with each other Python found here
	@for version in 3.11 3.12 3.13; do \
	  if python$$version -c '' 2>/dev/null; then \
	    $(MAKE) --no-print-directory test-one VENV=.venv-$$version PYTHON=python$$version || exit 1; \
	  else echo "python$$version is not here: skipped"; fi; \
	done

.PHONY: test-one
test-one: $(STAMP)
	@tools/setup.sh site
	$(BIN)/python -m pytest -n $(JOBS) --ignore tests/site

goldens: $(STAMP) ## write the goldens anew; look at the change before you commit it
	$(BIN)/python -m pytest -n $(JOBS) --ignore tests/site --update-goldens

pages: $(STAMP) ## write the gallery and the glyph table of the handbook anew
	$(BIN)/python tools/gallery.py
	$(BIN)/python tools/glyph_table.py

proof: $(STAMP) ## hold each glyph's drawing against the glyph of a font, the worst first
	@tools/setup.sh test
	$(BIN)/python tools/glyph_proof.py

# ARGS="--only start", "--no-peers", "--json FILE"; all of them: ARGS=--help
bench: $(STAMP) ## time Boxwright beside its peers, which it installs apart
	@$(BIN)/python tools/bench $(ARGS)

# ARGS="dot d2" takes these formats alone
exports-check: $(STAMP) ## open the exports with the tools that they are for, which it installs apart
	@tools/setup.sh test
	@$(BIN)/python tools/exports $(ARGS)

# The tool that resolves stands apart from what it resolves. UPGRADE=1 takes the newest of everything.
lock: ## write requirements.txt from pyproject.toml
	@tools/setup.sh venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --upgrade uv
	.venv-lock/bin/uv pip compile pyproject.toml --all-extras --group build --quiet --universal --python-version 3.11 \
	  --generate-hashes --no-emit-package boxwright --custom-compile-command "make lock" \
	  $(if $(UPGRADE),--upgrade) --output-file requirements.txt

clean: ## take away all that the targets made, the virtual environments too
	rm -rf site dist build .cache .venv .venv-* .mypy_cache .pytest_cache .ruff_cache .hypothesis
