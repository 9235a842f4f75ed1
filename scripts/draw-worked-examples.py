#!/usr/bin/env python3
"""Draw the children of docs/worked-examples.md from an SSDA903 return.

usage: draw-worked-examples.py RETURN [--seed N] [--day YYYY-MM-DD]

RETURN is the folder of the return's CSV tables; the year before may stand in RETURN/previous.
One child is drawn from each stratum in the order printed; a child already
drawn is left out of the later ones. Prints the seed, then for each stratum
how many children were in it and who was drawn. The same return and seed
always draw the same children. A stratum with nobody in it says so.
"""
import argparse
import csv
import random
from collections import defaultdict
from datetime import date
from pathlib import Path

SHORT_BREAKS = {"V3", "V4"}
CARE_ORDERS = {"C1", "C2"}
HOME_OR_INDEPENDENT = {"E4A", "E4B", "E5", "E6"}
SPECIAL_GUARDIANSHIP = {"E45", "E46", "E47", "E48"}


def day(text):
    """dd/mm/yyyy or ISO; None where there is none."""
    if not text:
        return None
    if "-" in text:
        return date.fromisoformat(text)
    d, m, y = text.split("/")
    return date(int(y), int(m), int(d))


def rows(folder, table):
    """The rows of one table, whatever the case of its file's name; none if it is absent."""
    if not folder.is_dir():
        return []
    for path in folder.iterdir():
        if path.name.lower() == f"{table.lower()}.csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                return list(csv.DictReader(file))
    return []


class Child:
    """What the draw needs to know of one child, from both years' tables."""

    def __init__(self, number, episodes, tables, as_at):
        self.number = number
        self.as_at = as_at
        self.episodes = episodes
        self.first, self.last = episodes[0], episodes[-1]
        self.started = day(self.first["DECOM"])
        self.start_known = self.first["RNE"] == "S"
        self.ended = day(self.last["DEC"])
        self.looked_after = self.ended is None or self.ended > as_at
        born = day(tables["Header"][number][0]["DOB"])
        birthday_to_come = (as_at.month, as_at.day) < (born.month, born.day)
        self.age = as_at.year - born.year - birthday_to_come
        self.reviews = sorted(day(r["REVIEW"]) for r in tables["Reviews"][number])
        self.missing = sorted(
            day(r["MIS_START"]) for r in tables["Missing"][number] if r["MISSING"] == "M")
        self.unaccompanied = bool(tables["UASC"][number])
        self.leaving_care_row = bool(tables["OC3"][number])

    def ever(self, column, codes):
        return any(e[column] in codes for e in self.episodes)

    @property
    def on_the_way_to_adoption(self):
        return self.ever("LS", {"E1", "D1"}) or self.ever("PLACE", {"A3", "A4", "A5", "A6"})

    @property
    def thrice_missing_in_90_days(self):
        return any((c - a).days <= 90 for a, c in zip(self.missing, self.missing[2:]))


STRATA = [
    ("short breaks: an episode under V3 or V4",
     lambda c: c.ever("LS", SHORT_BREAKS)),
    ("remand: an episode under J1, J2 or J3",
     lambda c: c.ever("LS", {"J1", "J2", "J3"})),
    ("missing: looked after on the day, missing three times in 90 days",
     lambda c: c.looked_after and c.thrice_missing_in_90_days),
    ("adopted: left by E11 or E12 after a placement order or an adoption placement",
     lambda c: c.last["REC"] in {"E11", "E12"} and c.on_the_way_to_adoption),
    ("under 5 on the day, start known, placement order or adoption placement",
     lambda c: c.looked_after and c.age < 5 and c.start_known and c.on_the_way_to_adoption),
    ("left care: home or independence, with a leaving-care (OC3) row",
     lambda c: not c.looked_after and c.last["REC"] in HOME_OR_INDEPENDENT and c.leaving_care_row),
    ("start not known: looked after on the day, earliest episode does not start care",
     lambda c: c.looked_after and not c.start_known),
    ("unaccompanied: looked after on the day, 15 or older",
     lambda c: c.looked_after and c.unaccompanied and c.age >= 15),
    ("section 20 on the day, care began between 4 and 31 March before the year",
     lambda c: c.looked_after and c.last["LS"] == "V2" and c.start_known
     and date(c.as_at.year - 1, 3, 4) <= c.started <= date(c.as_at.year - 1, 3, 31)),
    ("placed with parents on a care order on the day, start known",
     lambda c: c.looked_after and c.last["PLACE"] == "P1"
     and c.last["LS"] in CARE_ORDERS and c.start_known),
    ("special guardianship: left by E45 to E48, came into care since 4 March before the year",
     lambda c: not c.looked_after and c.last["REC"] in SPECIAL_GUARDIANSHIP and c.start_known
     and c.started >= date(c.as_at.year - 1, 3, 4)),
    ("just come into care, and the return dates an ending after the day",
     lambda c: c.looked_after and c.ended is not None),
    ("no review for the first six months of the year, looked after throughout them",
     lambda c: c.looked_after and c.started < date(c.as_at.year - 1, 4, 1)
     and not any(r <= date(c.as_at.year - 1, 9, 30) for r in c.reviews)),
]


def children(folder, as_at):
    tables = {}
    for name in ("Header", "Episodes", "Reviews", "Missing", "UASC", "OC3"):
        tables[name] = defaultdict(list)
        for row in rows(folder, name) + rows(folder / "previous", name):
            tables[name][row["CHILD"]].append(row)
    for number in sorted(tables["Episodes"]):
        if not tables["Header"][number]:
            continue
        newest = {}
        for row in tables["Episodes"][number]:  # this year's row comes first and stays
            newest.setdefault(day(row["DECOM"]), row)
        yield Child(number, [newest[d] for d in sorted(newest)], tables, as_at)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="RETURN")
    parser.add_argument("--seed", type=int, default=20260331)
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 3, 31))
    options = parser.parse_args()

    everyone = list(children(options.folder, options.day))
    chance = random.Random(options.seed)
    drawn = set()
    print(f"seed {options.seed}, as at {options.day}, {len(everyone)} children")
    for title, belongs in STRATA:
        stratum = [c.number for c in everyone if belongs(c) and c.number not in drawn]
        choice = chance.choice(stratum) if stratum else None
        drawn.add(choice)
        print(f"{choice or '(nobody)':>8}  of {len(stratum):4}  {title}")


if __name__ == "__main__":
    main()
