# Bulkhead's chores. `make demo` and `make test` need nothing but Debian and Swift: they install what is missing.

SHELL := /bin/bash
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
BULKHEAD := .build/release/bulkhead

# What building needs, what containers of both runtime types need, and what the tests need beside them.
BUILD_PACKAGES := libedit-dev libpcre2-dev libtommath-dev libncurses-dev libbsd-dev libmd-dev
RUN_PACKAGES := runc crun qemu-system-x86 busybox-static iproute2 e2fsprogs squashfs-tools cpio zstd lz4 xz-utils gzip binutils \
	bash coreutils procps grep sed findutils tar curl zip unzip iputils-ping libc-bin
TEST_PACKAGES := tmux python3-minimal elvish bubblewrap openssl

.PHONY: all deps build demo test check coverage format lint bench fuzz clean

all: build

deps: ## Installs the Debian packages that are missing
	@missing=(); \
	for package in $(BUILD_PACKAGES) $(RUN_PACKAGES) $(TEST_PACKAGES); do \
		[ "$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing+=($$package); \
	done; \
	if [ $${#missing[@]} = 0 ]; then echo "All Debian packages are there."; exit 0; fi; \
	echo "Installing $${missing[*]}"; \
	$(SUDO) apt-get -q update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$${missing[@]}"

build: deps ## Builds the static executable .build/release/bulkhead
	swift build -c release --product bulkhead

demo: build ## Runs the isolation demo on the Linux host
	$(SUDO) $(BULKHEAD) -NoProfile -File examples/isolation-demo.ps1

# The tests that share the machine, one at a time: real containers and terminals. All others run side by side.
SHARED := ^(ContainersTests|ContainerRuntimeTests|TerminalTests|ContainerSessionTests)\.

test: build ## Runs all tests, those with real containers where the machine allows it
	swift build --build-tests
	BULKHEAD_EXECUTABLE=$(CURDIR)/$(BULKHEAD) swift test --skip-build --skip '$(SHARED)'
	BULKHEAD_EXECUTABLE=$(CURDIR)/$(BULKHEAD) swift test --skip-build --no-parallel --filter '$(SHARED)'
	Tests/LibraryProduct/run $(BULKHEAD)

check: lint ## The quick checks: format, lint, unit and transcript tests
	swift build --build-tests
	swift test --skip-build --skip '$(SHARED)'

coverage: deps ## Prints the line coverage of each target by the unit and transcript tests, the shell's processes included
	rm -rf .build/coverage/debug/codecov
	status=0; swift test --enable-code-coverage --scratch-path .build/coverage --skip '$(SHARED)' || status=$$?; \
	Tests/coverage.py .build/coverage/debug/codecov/bulkhead.json && exit $$status

format: ## Formats the sources
	swift format --in-place --recursive Package.swift Sources Tests Fuzz examples

lint: ## The format of the sources, and that every declaration is documented and says what it throws
	swift format lint --strict --recursive Package.swift Sources Tests Fuzz examples
	Tests/undocumented.py

bench: build ## Measures against peers, side by side
	$(SUDO) Benchmarks/run $(BULKHEAD)

fuzz: deps ## Runs both fuzz targets for ten minutes each
	Fuzz/run ParserFuzz 600
	Fuzz/run RunFuzz 600

clean: ## Removes what was built
	swift package clean
	rm -rf .build
