#!/usr/bin/env bash
# CPU time of `factlint claims` on one thread, as a multiple of what `wc -w` takes for the same file in the
# same run: a figure that does not depend on the machine. Usage: benches/ratio.sh [FACTLINT [FILE]]
set -euo pipefail
cd "$(dirname "$0")/.."
factlint=${1:-${CARGO_TARGET_DIR:-target}/release/factlint}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# 40 MB of plain English, over and over: articles with some nine claims in a kilobyte, where news has seven or eight.
if [ $# -gt 1 ]; then
  cp "$2" "$folder/lines.txt"
else
  cat benches/articles/*.txt > "$folder/once.txt"
  times=$((40000000 / $(wc -c < "$folder/once.txt") + 1))
  for ((n = 0; n < times; n++)); do cat "$folder/once.txt"; done > "$folder/lines.txt"
fi
tr '\n' ' ' < "$folder/lines.txt" > "$folder/line.txt"

# User and system time of a command, in seconds.
cpu() { local TIMEFORMAT='%U %S'; { time "$@" > /dev/null; } 2>&1 | awk '{ print $1 + $2 }'; }

for file in lines line; do
  for round in 1 2 3; do
    words=$(cpu wc -w "$folder/$file.txt")
    claims=$(cpu "$factlint" claims --format jsonl --threads 1 "$folder/$file.txt")
    awk -v file="$file.txt" -v words="$words" -v claims="$claims" \
      'BEGIN { printf "%-9s  wc -w %5.2f s   claims %6.2f s   ratio %5.1f\n", file, words, claims, claims / words }'
  done
done
