# make run      open your journal, in a virtual environment of its own
# make demo     an invented journal to look around in; gone at exit
# make plain    your journal as a conversation in lines
# make test     the whole test suite          make check   format, lint, types, import rules
# make storm    kills, power cuts, full disks, damage and random keys, in full (an hour)
# make bench    the benchmarks                make format  put the code in order
# make pictures the README's pictures, from the invented journal
# make clean    take away what these made; never your journal
#
# Another Python: make run PYTHON=python3.13. More words for the program: make demo ARGS="--at talk"
.POSIX:
.SUFFIXES:
.PHONY: run demo plain test storm check format bench pictures clean

PYTHON = python3
VENV = .venv
BIN = $(VENV)/bin
ARGS =
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

run: $(VENV)/installed
	@$(BIN)/integrate $(ARGS)

demo: $(VENV)/installed
	@$(BIN)/integrate demo $(ARGS)

plain: $(VENV)/installed
	@$(BIN)/integrate --plain $(ARGS)

test: $(VENV)/installed-dev
	$(BIN)/pytest $(ARGS)

storm: $(VENV)/installed-dev
	INTEGRATE_STORM=1 $(BIN)/pytest tests/storm tests/sieve tests/vault tests/monkey $(ARGS)

check: $(VENV)/installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

format: $(VENV)/installed-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/installed-dev
	$(BIN)/python benchmarks/first_frame.py
	$(BIN)/python benchmarks/list_cpu.py
	$(BIN)/python benchmarks/vault.py
	$(BIN)/python benchmarks/tui.py
	$(BIN)/python benchmarks/tui_journal.py

pictures: $(VENV)/installed-dev
	$(BIN)/python scripts/pictures.py

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f snapshot_report.html
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: $(BIN)/python pyproject.toml
	@echo "Installing; this is needed once."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/installed-dev: $(BIN)/python pyproject.toml
	@echo "Installing, with the tools for tests and checks; this is needed once."
	@$(PIP) install --editable '.[dev]'
	@touch $@
