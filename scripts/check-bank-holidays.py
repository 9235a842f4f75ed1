"""Holds our table of bank holidays in England and Wales against the published one. Exits 1 where they differ.

check-bank-holidays.py PUBLISHED.json
"""

import json
import re
import sys
from pathlib import Path

TABLE = Path("Sources/Days/WorkingDays+EnglandAndWales.swift")


def ours(source: str) -> tuple[range, set[str]]:
    first, last = map(int, re.search(r"years: (\d{4})\.\.\.(\d{4})", source).groups())
    days = re.findall(r"\b(\d{4})_(\d{2})(\d{2})\b", source)
    return range(first, last + 1), {"-".join(day) for day in days}


def differences(years: range, table: set[str], published: dict[str, str]) -> list[str]:
    held = {day: title for day, title in published.items() if int(day[:4]) in years}
    beyond = sorted({int(day[:4]) for day in published} - set(years))
    unpublished = sorted(set(years) - {int(day[:4]) for day in published})
    return (
        [f"{day} ({title}) is published and not in the table" for day, title in sorted(held.items()) if day not in table]
        + [f"{day} is in the table and not published" for day in sorted(table - set(held))]
        + [f"{year} is published: add it to the table" for year in beyond]
        + [f"{year} is in the table and not yet published" for year in unpublished]
    )


if __name__ == "__main__":
    events = json.loads(Path(sys.argv[1]).read_text())["england-and-wales"]["events"]
    years, table = ours(TABLE.read_text())
    found = differences(years, table, {event["date"]: event["title"] for event in events})
    for difference in found:
        print(f"{TABLE}: {difference}", file=sys.stderr)
    if found:
        sys.exit(1)
    print(f"Bank holidays: {len(table)} days of {years[0]} to {years[-1]} are as published.")
