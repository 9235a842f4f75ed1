#!/usr/bin/env bash
# Serves the records kept in a folder. Where the folder holds none yet, a fictional authority moves in first: eight
# years of made-up returns, taken in year by year as a council's own would be.
#
#     scripts/run.sh DATA PORT
set -euo pipefail
data=$1 port=$2
throughline=${THROUGHLINE_BIN:-.build/release/throughline}

if [ ! -e "$data/journal.sqlite" ]; then
    echo "No journal in $data yet: making a fictional authority (600 children, 8 years). This is done once."
    # Built beside and moved at the end, so that a first run that was interrupted starts afresh.
    started="$data/.first-run"
    rm -rf "$started" "$data/return"
    mkdir -p "$started"
    "$throughline" synth --seed 1 --children 600 --years 8 --out "$data/return"
    for year in "$data"/return/20*/; do
        "$throughline" import ssda903 "$year" --year "$(basename "$year")" --data "$started"
    done
    "$throughline" import staff "$data/return/staff.csv" "$data/return/allocations.csv" --data "$started"
    "$throughline" import names "$data/return/names.csv" --data "$started"
    "$throughline" record "$data/return/records.ndjson" --data "$started"
    for plan in "$data"/return/reviewing-plan-*.yaml; do
        "$throughline" import reviewing-plan "$plan" --data "$started"
    done
    mv "$started"/* "$data"/
    # Where its postcodes are and how many children live there; a file that somebody wrote stays.
    [ -e "$data/settings.yaml" ] || cp "$data/return/settings.yaml" "$data/settings.yaml"
    rmdir "$started"
fi

# Whoever tries a fictional authority signs in as one of these; a real one has no such sign-ins.
if [ -e "$data/return/FICTIONAL" ] || [ -e "$data/FICTIONAL" ]; then
    "$throughline" user fictional --data "$data"
    # One record that is restricted and one that is sealed, so that the pages show what that is.
    "$throughline" protect fictional --data "$data"
    # A month's sample of what was closed, read by a second reader.
    "$throughline" sample fictional --data "$data"
fi

echo "Throughline: http://127.0.0.1:$port/ (this machine only; Ctrl-C stops it)"
exec "$throughline" serve --data "$data" --port "$port"
