# crmdesk's commands. Each works on a fresh clone: scripts/bootstrap makes it ready first (fast when it is).
# Without make (Windows): py -m scripts.bootstrap run -m scripts.start

PYTHON ?= python3
PYTEST_ARGS ?= -n logical --dist loadfile

ready = $(PYTHON) -m scripts.bootstrap
ifeq ($(OS),Windows_NT)
venv = .venv/Scripts
else
venv = .venv/bin
endif
compile = $(venv)/python -m uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" --quiet

.DEFAULT_GOAL := help
.PHONY: help run test lint format bench screens soak package lock translations clean

help: ## say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

run: ## start crmdesk on its demo data (offscreen where there is no display)
	@$(ready) run -m scripts.start

test: lint ## check the code, then run every test, offscreen
	@$(venv)/python -m pytest $(PYTEST_ARGS)

lint: ## check style, types and layers
	@$(ready) test
	$(venv)/ruff check .
	$(venv)/ruff format --check .
	$(venv)/mypy
	$(venv)/lint-imports --no-logo

format: ## format the code and repair what ruff can
	@$(ready) test
	$(venv)/ruff format .
	$(venv)/ruff check --fix .

bench: ## run the benchmarks, each as a ratio to its floor
	@QT_QPA_PLATFORM=offscreen $(ready) test -m benchmarks

screens: ## draw every screen into build/screens
	@QT_QPA_PLATFORM=offscreen $(ready) test -m crmdesk.app.screens

soak: ## simulate exchanges for an hour: SOAK_ARGS="--minutes 5 --first 1000000 --processes 2"
	@$(ready) test -m tests.sync.soak $(SOAK_ARGS)

package: ## build the one-folder program in dist/ and let it test itself
	@$(ready) package -m PyInstaller --noconfirm --clean --log-level WARN crmdesk.spec
	QT_QPA_PLATFORM=offscreen dist/crmdesk/crmdesk --self-test

lock: ## compile requirements/*.txt anew from pyproject.toml
	@$(ready) test
	$(compile) --group build -o requirements/run.txt
	$(compile) --group build --group test --group lint --group lock -c requirements/run.txt -o requirements/test.txt
	$(compile) --group build --group package -c requirements/test.txt -o requirements/package.txt

translations: ## bring the catalogues in resources/translations up to the source texts
	@$(ready) test -m scripts.translations

clean: ## remove what was built and every cache, keep .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks resources/translations/*.qm
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
