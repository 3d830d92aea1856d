# Everything that the continuous integration runs.
check: fmt lint test doc demo

# Formatting, as rustfmt.toml has it.
fmt:
    cargo fmt --check

# Lints, with warnings denied; the list and its exceptions are in Cargo.toml.
lint:
    cargo clippy --locked --all-targets -- -D warnings

# All tests.
test:
    cargo test --locked

# Documentation, with warnings denied.
doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items

# The main command on a shipped example; it finds one error, which is exit code 1.
demo:
    cargo run --locked --release -- check examples/agreement.txt || [ $? -eq 1 ]

# The examples in all rule files.
rules:
    cargo run --locked --release -- test

# Rewrites the expected output of the command line cases and of README.md.
bless:
    TRYCMD=overwrite cargo test --test cli
    INSTA_UPDATE=always cargo test

# How many times the CPU time of `wc -w` the claims of 40 MB of English cost on one thread.
speed:
    cargo build --locked --release
    benches/ratio.sh

# Throughput of the claims of a generated text, in MB/s.
bench:
    cargo bench --locked --bench claims

# What the checks of a text against itself find in a corpus of clean text, to be read by hand.
findings +corpus:
    cargo build --locked --release
    benches/findings.sh {{corpus}}
