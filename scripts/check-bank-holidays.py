"""Holds the table of bank holidays in the code against the one the government publishes (GOV.UK, OGL v3.0)."""

import glob
import json
import re
import sys
import zipfile

SOURCE = "Sources/Days/WorkingDays+EnglandAndWales.swift"


def published():
    (wheel,) = glob.glob(".assets/govuk_bank_holidays-0.19-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        calendar = json.loads(archive.read("govuk_bank_holidays/bank-holidays.json"))
    return {event["date"] for event in calendar["england-and-wales"]["events"]}


def ours():
    with open(SOURCE, encoding="utf-8") as file:
        text = file.read()
    return {f"{year}-{day[:2]}-{day[2:]}" for year, day in re.findall(r"\b(\d{4})_(\d{4})\b", text)}


def main():
    difference = published() ^ ours()
    for day in sorted(difference):
        print(f"{SOURCE}: {day} is {'missing' if day in published() else 'not a published bank holiday'}")
    if not difference:
        print(f"bank holidays: {len(ours())} days, all as published")
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
