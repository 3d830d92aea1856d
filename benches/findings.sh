#!/usr/bin/env bash
# What the checks of a text against itself find in a corpus: every finding in its place, to be read by hand, then how many
# there are of each check and in how many words. In text that was edited before it was published, a finding is either a
# mistake that got through or a false alarm; the share of the first is a check's precision, which its rule file gives.
# Usage: benches/findings.sh CORPUS...    (files and folders as for `factlint check`; FACTLINT is the program)
set -euo pipefail
cd "$(dirname "$0")/.."
factlint=${FACTLINT:-${CARGO_TARGET_DIR:-target}/release/factlint}
checks=$(basename -a -s .yaml rules/checks/*.yaml)
found=$(mktemp)
trap 'rm -f "$found"' EXIT

"$factlint" check --exit-zero --output-format concise --select "$(paste -sd, <<< "$checks")" "$@" |
  grep -E '^.+:[0-9]+:[0-9]+: [a-z]+\[' > "$found" || true
cat "$found"
echo
for check in $checks; do
  printf '%-20s %6d findings\n' "$check" "$(grep -cF "[$check]" "$found" || true)"
done
printf '%-20s %6d words\n' 'in' "$(find "$@" -type f -exec cat {} + | wc -w)"
