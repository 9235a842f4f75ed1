"""A return read afresh: plain rows of CSV, nothing shared with the program that is being checked."""

import csv
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

SHORT_BREAKS = {"V3", "V4"}


def day(text):
    """dd/mm/yyyy; None where there is none or it is no day."""
    try:
        d, m, y = text.strip().split("/")
        return date(int(y), int(m), int(d))
    except ValueError:
        return None


@dataclass
class Episode:
    start: date
    reason: str
    law: str
    place: str
    end: date | None
    ending: str
    why: str
    postcode: str

    def is_open(self, on):
        return self.start <= on and (self.end is None or on < self.end)


@dataclass
class Child:
    number: str
    births: set = field(default_factory=set)
    episodes: list = field(default_factory=list)
    reviews: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    workers: list = field(default_factory=list)
    outcomes: dict | None = None
    leaving: dict | None = None
    adoption: dict | None = None

    def ages(self, on):
        """The ages that the birth dates on record give."""
        return {on.year - b.year - ((on.month, on.day) < (b.month, b.day)) for b in self.births}

    @property
    def contradicts_itself(self):
        """Whether episodes overlap, or care begins anew that never ended: no reading of such rows is the only one."""
        pairs = list(zip(self.episodes, self.episodes[1:]))
        return any(
            e.end is None or e.end > after.start or (after.reason == "S" and e.ending in ("", "X1"))
            for e, after in pairs)

    def law(self, on):
        """The legal status on a day; None where not looked after."""
        held = [e for e in self.episodes if e.is_open(on)]
        return held[-1].law if held else None

    def is_looked_after(self, on):
        law = self.law(on)
        return law is not None and law not in SHORT_BREAKS


def table(folder, name):
    for path in folder.iterdir():
        if path.name.lower().replace("_", "") == f"{name}.csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                return [{k: (v or "").strip() for k, v in row.items() if k} for row in csv.DictReader(file)]
    return []


def read(folder, until):
    """Every child of the folder's return and, where it stands in it, of the year before. What is dated after `until`, the
    last day the return speaks for, had not happened."""
    children = defaultdict(lambda: Child(""))
    for source in [folder / "previous", folder]:
        if not source.is_dir():
            continue
        for row in table(source, "header"):
            child = children[row["CHILD"]]
            child.number = row["CHILD"]
            child.births |= {day(row["DOB"])} - {None}
        for row in table(source, "episodes"):
            start = day(row["DECOM"])
            if start is None or start > until:
                continue
            end = day(row["DEC"])
            held = Episode(
                start, row["RNE"].upper(), row["LS"].upper(), row["PLACE"].upper(),
                end if end and end <= until else None, row["REC"].upper() if end and end <= until else "",
                row["REASON_PLACE_CHANGE"].upper(), row["PL_POST"].replace(" ", "").upper())
            child = children[row["CHILD"]]
            # The later return's word on an episode stands.
            child.episodes = [e for e in child.episodes if e.start != start] + [held]
        for row in table(source, "reviews"):
            if (held := day(row["REVIEW"])) and held <= until:
                children[row["CHILD"]].reviews.append((held, row["REVIEW_CODE"].upper()))
        for row in table(source, "missing"):
            if (start := day(row["MIS_START"])) and start <= until:
                children[row["CHILD"]].missing.append((start, row["MISSING"].upper()))
        for row in table(source, "swepisodes"):
            if (start := day(row["SW_DECOM"])) and start <= until:
                children[row["CHILD"]].workers.append((row["SW_ID"], start, day(row["SW_DEC"])))
        for row in table(source, "oc2"):
            children[row["CHILD"]].outcomes = row
        for row in table(source, "oc3"):
            children[row["CHILD"]].leaving = row
        for row in table(source, "ad1"):
            children[row["CHILD"]].adoption = row
        for name in ["reviews", "missing", "oc2", "oc3", "ad1", "swepisodes", "uasc", "placedforadoption",
                     "placedadoption", "prevperm", "previouspermanence"]:
            for row in table(source, name):
                children[row["CHILD"]].births |= {day(row.get("DOB", ""))} - {None}
    for child in children.values():
        child.episodes.sort(key=lambda e: e.start)
        # Of two that differ about one day the first stands.
        first = {}
        for held, code in child.reviews:
            first.setdefault(held, code)
        child.reviews = sorted(first.items())
        child.missing = sorted(set(child.missing))
    return list(children.values())


# Christmas Day, Good Friday and the bank holidays of England and Wales, as gov.uk lists them.
HOLIDAYS = {date.fromisoformat(text) for text in """
    2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26
    2018-01-01 2018-03-30 2018-04-02 2018-05-07 2018-05-28 2018-08-27 2018-12-25 2018-12-26
    2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
    2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25""".split()}


def working_days_after(start, count):
    on = start
    while count:
        on += timedelta(days=1)
        if on.weekday() < 5 and on not in HOLIDAYS:
            count -= 1
    return on
