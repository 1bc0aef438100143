# Short targets, each with its help line. `make` alone prints them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := "$(BIN)/python" -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
SOURCES := pyproject.toml constraints.txt

.PHONY: help demo serve test clients oracles lint format docs package bench chaos clean

help: ## Print this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

demo: $(VENV)/.server ## Render "A serene mountain landscape at sunset" into out/demo.mp4
	@mkdir -p out
	@"$(BIN)/rushes" generate "A serene mountain landscape at sunset" \
	  --aspect-ratio 16:9 --resolution 720p --duration 8 --audio --data-dir out/data --output out/demo.mp4

serve: $(VENV)/.server ## Serve the API on http://127.0.0.1:8787
	@"$(BIN)/rushes" serve

test: $(VENV)/.test ## Install what the tests need and run them all
	@sh scripts/install_services.sh
	@"$(BIN)/python" scripts/install_clients.py
	@"$(BIN)/python" scripts/install_clients.py --oracles
	@"$(BIN)/python" -m pytest --numprocesses 2 --dist loadfile

clients: $(VENV)/.test ## Run the clients of others, unmodified, against the service
	@"$(BIN)/python" scripts/install_clients.py
	@"$(BIN)/python" -m pytest -m clients tests/clients tests/dropin

oracles: $(VENV)/.test ## Run the vendors' own SDKs, unmodified, against the fakes of their APIs
	@"$(BIN)/python" scripts/install_clients.py --oracles
	@"$(BIN)/python" -m pytest -m oracles tests/upstreams

lint: $(VENV)/.test ## Check style, types, the import table, and the documentation
	@"$(BIN)/ruff" check .
	@"$(BIN)/ruff" format --check .
	@"$(BIN)/mypy"
	@MYPYPATH=src "$(BIN)/mypy" --config-file tests/sdk/mypy.ini tests/sdk/typed_surface.py
	@"$(BIN)/python" scripts/check_layers.py
	@"$(BIN)/python" scripts/generate_dropin.py --check
	@"$(BIN)/python" -m scripts.generate_kernels --check
	@"$(BIN)/python" scripts/generate_docs.py --check
	@"$(BIN)/python" scripts/build_site.py

format: $(VENV)/.test ## Format the code and rewrite the generated parts of the docs
	@"$(BIN)/ruff" check --fix .
	@"$(BIN)/ruff" format .
	@"$(BIN)/python" scripts/generate_docs.py

docs: $(VENV)/.test ## Build the documentation as a site, out/site/index.html
	@"$(BIN)/python" scripts/build_site.py

package: $(VENV)/.test ## Build wheel and source distribution in dist/; check and install them
	@"$(BIN)/python" scripts/package.py

bench: $(VENV)/.test ## Measure service and SDK beside bare peers (three minutes)
	@"$(BIN)/python" benchmarks/service.py
	@"$(BIN)/python" benchmarks/sdk.py

chaos: $(VENV)/.test ## Kill the service KILLS times (200) under load; compare its books with the upstream's
	@"$(BIN)/python" -m tests.chaos --kills $(or $(KILLS),200)

clean: ## Remove what the other targets made
	rm -rf "$(VENV)" out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rushes needs Python 3.11 or newer")'
	@$(PYTHON) -m venv "$(VENV)"

$(VENV)/.server: $(BIN)/python $(SOURCES)
	@echo "installing Rushes into $(VENV) ..."
	@$(PIP) --editable ".[server]"
	@touch $@

$(VENV)/.test: $(VENV)/.server
	@$(PIP) --editable ".[server,dev]"
	@touch $@
