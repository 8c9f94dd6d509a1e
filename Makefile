# SPDX-License-Identifier: GPL-3.0-or-later
# Names for what tools/*.sh do; the building itself is Meson's.

.DEFAULT_GOAL := help
.PHONY: help run tour test bench format lint screenshots pictures clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Install what is missing, build and start the program
	@tools/run.sh

tour: ## Drive the real window on a display of its own
	@tools/tour.sh

test: ## Install what is missing, build and run all tests (SANITIZE=1, VALGRIND=1)
	@tools/test.sh

bench: ## Measure a release build with large workspaces
	@tools/bench.sh

format: ## Lay out the C sources, list the translatable ones
	@tools/format.sh

lint: ## Build with clang and check scripts and habits
	@tools/lint.sh

screenshots: ## Take pictures of every window in every language, and those of the help
	@tools/screenshots.sh

pictures: ## Take the pictures of docs/pictures again
	@tools/tour.sh --pictures docs/pictures

clean: ## Remove the build directories
	@rm -rf build build-sanitize build-bench build-clang
