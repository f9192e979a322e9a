# make run    the main job: the bot, and without TELEGRAM_BOT_TOKEN a simulated Telegram to try it on
# make test   everything that CI runs
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One process per core, four at the most: each may start a PostgreSQL and a browser.
PYTEST := $(BIN)/pytest -p no:cacheprovider --numprocesses auto --maxprocesses 4

.PHONY: run test nlu check others lint types contracts words unit browser bench lock clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m bot.locales compile
	@$(BIN)/python -m bot run

test: check browser
	@$(PYTEST) tests --ignore=tests/unit

# Installs and trains Rasa on first use (2.5 GB, several minutes), as `make test` does.
nlu: $(VENV)/dev.stamp
	@$(BIN)/python -m dialogue.evaluate

# Lint, types, import contracts, words and unit tests: under a minute. The unit tests take one
# core, all the others together another.
check: $(VENV)/dev.stamp
	@$(MAKE) --no-print-directory -j2 unit others

others: lint
	@$(MAKE) --no-print-directory types contracts words

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	@$(BIN)/mypy .

contracts: $(VENV)/dev.stamp
	@$(BIN)/lint-imports

words: $(VENV)/dev.stamp
	@$(BIN)/python -m content check
	@$(BIN)/python -m bot.locales check

unit: $(VENV)/dev.stamp
	@$(PYTEST) tests/unit

browser:
	@tests/web/install_browser.sh
	@tests/web/install_platform.sh

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m benchmarks

# The locks hold hashes and no address of a registry.
lock:
	uv pip compile -q pyproject.toml --group dev --universal --generate-hashes --no-header --no-annotate -o requirements-dev.lock
	uv pip compile -q pyproject.toml --universal --generate-hashes --no-header --no-annotate -c requirements-dev.lock -o requirements.lock

$(VENV)/run.stamp: requirements.lock
	@./install.sh $(PYTHON) $(VENV) requirements.lock "about 60 MB"
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock
	@./install.sh $(PYTHON) $(VENV) requirements-dev.lock "about 200 MB"
	@touch $@ $(VENV)/run.stamp

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis
