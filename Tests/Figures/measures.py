"""The indicators once more, straight from the words of the catalogue (its sections 9 and 10), over plain rows. Each gives
numerator, denominator, unknown."""

from datetime import date, timedelta

from returns import SHORT_BREAKS, day, working_days_after

HEARD, NOT_HEARD = {"PN1", "PN2", "PN3", "PN5", "PN6"}, {"PN4", "PN7"}
UNPLANNED = {"CREQB", "CREQO", "ALLEG", "STAND", "CLOSE", "CHILD", "LAREQ"}


class Year:
    """A collection year that has one return with every table, and what the returns' episodes reach back to."""

    def __init__(self, start, children, episodes_from):
        self.first, self.last = date(start, 4, 1), date(start + 1, 3, 31)
        self.children, self.episodes_from = children, episodes_from

    def holds(self, on):
        return on is not None and self.first <= on <= self.last

    def looked_after(self):
        return [c for c in self.children if c.is_looked_after(self.last)]

    def entries(self):
        """Care that began in the year: the child and the episode that began it, short breaks left out."""
        return [(c, e) for c in self.children for e in c.episodes
                if e.reason == "S" and self.holds(e.start) and e.law not in SHORT_BREAKS]

    def continuous(self):
        """Section 9, to the letter."""
        found = []
        for child in self.children:
            held = [e for e in child.episodes if e.start <= self.last and (e.end is None or e.end >= self.first)]
            fails = any(
                e.law in SHORT_BREAKS
                or (e.start > self.first and e.reason == "S")
                or (e.end is not None and e.end < self.last and e.ending != "X1") for e in held)
            if held and not fails:
                found.append(child)
        return found


def tally(answers, inside):
    """From yes, no and None."""
    answers = list(answers)
    unknown = answers.count(None)
    return answers.count(True), len(answers) - (0 if inside else unknown), unknown


def k01(year):
    count = len(year.looked_after())
    return count, count, 0


def k03(year):
    def answer(child, entry):
        endings = [e.end for e in child.episodes
                   if e.start < entry.start and e.end and e.ending not in ("", "X1") and e.law not in SHORT_BREAKS]
        if endings:
            return (entry.start - max(endings)).days <= 365
        return False if year.episodes_from <= entry.start - timedelta(days=365) else None
    return tally((answer(c, e) for c, e in year.entries()), inside=False)


def k04(year):
    return tally((c.law(year.last) == "V2" if c.law(year.last) else None for c in year.looked_after()), inside=True)


def k08(year):
    return tally((e.law in {"L1", "L2"} if e.law else None for _, e in year.entries()), inside=True)


def k20(year):
    answers = []
    for child in year.children:
        for on, code in child.reviews:
            if not year.holds(on) or child.law(on) in SHORT_BREAKS:
                continue
            ages = child.ages(on)
            if not ages:
                answers.append(None)
            elif max(ages) >= 4:
                known = min(ages) >= 4 and code in HEARD | NOT_HEARD
                answers.append(code in HEARD if known else None)
    return tally(answers, inside=False)


def outcome(year, column, low=0, high=99):
    answers, strays = [], 0
    for child in year.continuous():
        inside = {low <= age <= high for age in child.ages(year.last)}
        if inside == {False}:
            continue
        if inside != {True} and (low, high) != (0, 99):
            strays += 1
            continue
        value = child.outcomes[column] if child.outcomes else ""
        answers.append({"1": True, "0": False}.get(value))
    yes, total, unknown = tally(answers, inside=True)
    return yes, total, unknown + strays


def k39(year):
    answers, strays = [], 0
    for child, score, reason in scores(year):
        if child is None:
            strays += 1
        else:
            answers.append(True if score is not None else False if reason else None)
    yes, total, unknown = tally(answers, inside=True)
    return yes, total, unknown + strays


def scores(year):
    for child in year.continuous():
        inside = {4 <= age <= 16 for age in child.ages(year.last)}
        if inside == {False}:
            continue
        row = child.outcomes or {}
        text = row.get("SDQ_SCORE", "")
        yield child if inside == {True} else None, int(text) if text else None, row.get("SDQ_REASON", "")


def k40(year):
    found = list(scores(year))
    known = [score for child, score, _ in found if child is not None and score is not None]
    return len(known), len(known), len(found) - len(known)


def k40_mean(year):
    known = [score for child, score, _ in scores(year) if child is not None and score is not None]
    return sum(known) / len(known)


def k41(year):
    answers, strays = [], 0
    for child in year.continuous():
        row = child.outcomes or {}
        if row.get("SUBSTANCE_MISUSE", "") == "":
            strays += 1
        elif row["SUBSTANCE_MISUSE"] == "1":
            offered = {"1": True, "0": False}.get(row["INTERVENTION_OFFERED"])
            answers.append(True if row["INTERVENTION_RECEIVED"] == "1" else offered)
    yes, total, unknown = tally(answers, inside=True)
    return yes, total, unknown + strays


def placements(child, first, last):
    """Distinct placements in the days, temporary ones, returns from them and changes of status at one address left out."""
    stays = []  # the placements, those that are one and the same sharing a number
    number = 0
    for index, e in enumerate(child.episodes):
        before = child.episodes[index - 1] if index else None
        ends = e.end
        if index + 1 < len(child.episodes):
            following = child.episodes[index + 1].start
            ends = min(ends, following) if ends else following
        broke = before is None or e.reason == "S" or (before.ending not in ("", "X1") and before.end < e.start)
        if not broke and e.reason == "L" and stays:
            stays[-1]["end"], stays[-1]["why"] = ends, e.why
            stays[-1]["place"], stays[-1]["postcode"] = e.place, e.postcode
            continue
        same = False
        if not broke and stays:
            last_stay = stays[-1]
            if last_stay["place"].startswith("T"):
                older = stays[-2] if len(stays) > 1 and stays[-2]["period"] == last_stay["period"] else None
                same = bool(older and e.postcode and older["postcode"] == e.postcode)
                number_of = older["number"] if older else None
            else:
                same = last_stay["why"] == "PLACE" or (
                    e.reason in "TU" and e.reason != "" and bool(e.postcode) and last_stay["postcode"] == e.postcode)
                number_of = last_stay["number"]
        number += 1
        period = (stays[-1]["period"] + (1 if broke else 0)) if stays else 0
        stays.append({
            "number": number_of if same else number, "start": e.start, "end": ends, "place": e.place, "why": e.why,
            "postcode": e.postcode, "period": period})
    return {s["number"] for s in stays
            if not s["place"].startswith("T") and s["start"] <= last and (s["end"] is None or s["end"] > first)}


def k45(year):
    return tally((len(placements(c, year.first, year.last)) >= 3 for c in year.looked_after()), inside=True)


def k48(year):
    """An episode that ends with X1 before another that changes the placement ends a placement."""
    answers = []
    for child in year.children:
        for index, (e, after) in enumerate(zip(child.episodes, child.episodes[1:])):
            if after.reason in {"L", "S"} or e.place.startswith("T"):
                continue
            ended = min(e.end, after.start) if e.end else after.start
            if e.ending not in ("", "X1") and e.end and e.end < after.start:
                continue
            if year.holds(ended):
                answers.append(e.why in UNPLANNED if e.why else None)
    return tally(answers, inside=False)


def k50(year, number):
    answers = []
    for child in year.continuous():
        held = {w for w, start, end in child.workers if start <= year.last and (end is None or end > year.first)}
        answers.append(min(len(held), 3) == number if held else None)
    return tally(answers, inside=True)


def k56(year):
    return tally((bool(episodes(c, year)) for c in in_care_in(year)), inside=True)


def k57(year):
    went = [c for c in in_care_in(year) if episodes(c, year)]
    return sum(len(episodes(c, year)) for c in went), len(went), 0


def episodes(child, year):
    return [start for start, kind in child.missing if kind == "M" and year.holds(start)]


def in_care_in(year):
    return [c for c in year.children if any(
        e.law not in SHORT_BREAKS and e.start <= year.last and (e.end is None or e.end > year.first)
        for e in c.episodes)]


def leavers(year):
    return [c.leaving for c in year.children if c.leaving and c.leaving["IN_TOUCH"] not in {"DIED", "RHOM"}]


def k66(year):
    return tally((r["IN_TOUCH"] == "YES" if r["IN_TOUCH"] else None for r in leavers(year)), inside=True)


def k67(year):
    return tally(({"1": True, "2": False}.get(r["ACCOM"][1:2]) for r in leavers(year)), inside=True)


def k68(year):
    return tally(({"F": True, "P": True, "G": False}.get(r["ACTIV"][:1]) for r in leavers(year)), inside=True)


def k18(year):
    """First reviews due in the year, of care known to have begun: in time within 20 working days of the day it began, or of
    the day that short breaks gave way to it."""
    answers = []
    for child in year.children:
        for index, e in enumerate(child.episodes):
            gave_way = index > 0 and child.episodes[index - 1].law in SHORT_BREAKS
            if e.law in SHORT_BREAKS or (e.reason != "S" and not gave_way):
                continue
            due = working_days_after(e.start, 20)
            if not year.holds(due):
                continue
            rest = child.episodes[index:]
            stop = next((x.end for n, x in enumerate(rest) if x.end and (
                n + 1 == len(rest) or (x.ending not in ("", "X1") and x.end < rest[n + 1].start)
                or rest[n + 1].law in SHORT_BREAKS)), None)
            held = [on for on, _ in child.reviews if on >= e.start and (stop is None or on < stop)]
            first = held[0] if held else None
            if e.start < year.first - timedelta(days=1):
                if first and first <= due:
                    answers.append(True)
                elif stop and stop <= due and first is None:
                    continue
                else:
                    answers.append(None)
                continue
            if has_adoption_reviews(child, min(due, first or due)):
                continue
            if first:
                answers.append(first <= due)
            elif not (stop and stop <= due) and due < year.last:
                answers.append(False)
    return tally(answers, inside=False)


def has_adoption_reviews(child, on):
    held = [e for e in child.episodes if e.is_open(on)]
    return bool(held) and (held[-1].law in {"E1", "D1"} or held[-1].place in {"A3", "A4", "A5", "A6"})
