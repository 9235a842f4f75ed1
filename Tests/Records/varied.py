"""Records in which everything is joined up, each another: the clean one in other words, with more of what a year brings."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from clean import clean, line

#: What a young person needs for adult life, one by one.
READY = [
    "study_training_or_work", "somewhere_to_live", "adult_services", "national_insurance_number", "bank_account",
    "passport_or_settled_status", "savings", "doctor_and_dentist", "benefits", "people_to_turn_to"]


@dataclass
class Varied:
    """One child's record, drawn by their number: the same number is the same record."""

    number: int
    lines: dict[str, dict] = field(init=False)
    #: What was drawn of ``PARTS``.
    parts: list[str] = field(init=False)
    #: What was closed.
    over: list[str] = field(init=False, default_factory=list)

    def __post_init__(self):
        self.told = random.Random(self.number)
        self.lines = clean(str(self.number))
        self.parts = [part.__name__ for part, asked in PARTS.items() if asked(self)]
        for part in PARTS:
            if part.__name__ in self.parts:
                part(self)
        for each in self.lines.values():
            for name, answer in each["answers"].items():
                if isinstance(answer, str) and " " in answer:
                    more = self.told.choices(["und", "né", "👧🏽", "so on", "'"], k=3)
                    each["answers"][name] = " ".join([answer, *more])

    @property
    def is_growing_up(self) -> bool:
        """Whether the child is over fifteen and a half, when everything is asked about."""
        return self.number % 8 == 0

    @property
    def born(self) -> str:
        year = 2009 if self.is_growing_up else 2012 + self.number % 8
        return f"{self.number % 28 + 1:02}/0{self.number % 9 + 1}/{year}"

    @property
    def is_apart(self) -> bool:
        """Whether the child lives elsewhere than the one before: the second of every other two."""
        return self.number % 4 == 3

    def says(self, name: str) -> dict:
        return self.lines[name]["answers"]

    def write(self, name: str, kind: str, occurred: str, **answers) -> None:
        self.lines[name] = line(name, kind, occurred, answers, child=str(self.number))

    def note(self, name: str, occurred: str, **answers) -> None:
        self.write(name, "case_note", occurred, subject="A call", significant="none", **answers)


def action(name: str, *addresses: str, owner: str = "Ann Worker") -> dict:
    return {
        "id": name, "what": "Something to do", "owner": owner, "due": "2026-05-01", "purpose": "To help",
        "addresses": list(addresses)}


def need_left_with_a_reason(record: Varied) -> None:
    record.says("assessment")["needs"].append({"id": "N3", "what": "To swim", "area": "health"})
    record.says("care_plan")["needs_answered"] = [{"need": "N3", "because": "Her school teaches it from May."}]


def need_answered_by_an_action(record: Varied) -> None:
    record.says("assessment")["needs"].append({"id": "N4", "what": "To eat breakfast", "area": "self_care"})
    record.says("care_plan")["needs_answered"] = [
        *record.says("care_plan").get("needs_answered", []), {"need": "N4", "action": "A1"}]


def second_outcome(record: Varied) -> None:
    record.says("care_plan")["outcomes"].append({
        "id": "O3", "what": "Asks for the light to be off", "need": "N1", "baseline": "never", "target": "most nights",
        "measure": "carers’ diary", "measure_by": "2026-07-01"})


def outcome_by_an_action(record: Varied) -> None:
    """What is wanted for the second need is joined to it by what is done for both, and names the first."""
    record.says("care_plan")["outcomes"][1]["need"] = "N1"
    record.says("care_plan")["actions"][1]["addresses"] = ["N2", "O2"]


def more_actions(record: Varied) -> None:
    for name in ["X1", "X2", "X3"][:record.told.randint(1, 3)]:
        record.says("care_plan")["actions"].append(action(name, record.told.choice(["N1", "N2", "R1"])))
        if record.told.random() < 0.5:
            record.note(f"done-{name}", "2026-03-01", progress=[
                {"action": name, "state": "done", "on": "2026-03-01", "effect": "She smiles."}])


def people_with_an_arrangement(record: Varied) -> None:
    record.write("people", "people", "2026-02-10", network=[
        {"person": "Nan", "relation": "grandmother", "contact": record.told.choice(["yes", "supervised"])},
        {"person": "Mum", "relation": "mother", "parental_responsibility": "yes", "contact": "yes"},
        {"person": "Joe", "relation": "uncle", "contact": "no", "by": "The court", "because": "He hurt her."}])
    arranged = {"person": " nan", "arrangement": "Sundays at her house", "often": "weekly", "formal": True}
    if record.told.random() < 0.5:
        record.says("family_time")["people"].append(arranged)
    else:
        record.write("more_family", "family_time_plan", "2026-02-12", wishes="Nan too.", people=[
            {**arranged, "formal": False, "order": "child_arrangements"}])


def siblings(record: Varied) -> None:
    """Written for the first of two children and told of both."""
    apart = {
        "reason": "No home had two rooms; both were asked.", "arrangements": "Wednesdays after school.",
        "now_what": "A home for both is looked for.", "next_look": "2026-06-01"}
    record.write(
        "siblings", "siblings", "2026-02-01", sibling=str(record.number + 1),
        sibling_relation=record.told.choice(["full", "half"]), **(apart if record.number % 4 == 2 else {}))


def education(record: Varied) -> None:
    record.write(
        "education", "personal_education_plan", "2026-02-12", school="Hill School", attendance="96 %",
        education="Reads each day.", wishes="More art.", needs=[{"id": "N5", "what": "Help with sums", "area": "education"}],
        actions=[action("A5", "N5", owner="Jo Cole (school)")],
        evidences=[{"item": ["N1", "O1"], "what": "She is awake in the mornings."}])


def identity(record: Varied) -> None:
    record.write(
        "identity", "identity_profile", "2026-02-14", identity="Welsh and Polish.", wishes="Polish food at Christmas.",
        needs=[{"id": "N6", "what": "To hear Polish", "area": "identity"}], actions=[action("A6", "N6")])


def health(record: Varied) -> None:
    """One that is asked for, held, or there."""
    days = [("appointment_held", "2026-03-02"), ("report_received", "2026-03-09")][:record.told.randint(0, 2)]
    record.write(
        "health_again", "health_assessment", "2026-03-09", which="later", consent_sent="2026-02-24", **dict(days),
        needs=[{"id": "N7", "what": "Glasses", "area": "health"}], actions=[action("A7", "N7", owner="Carer")])


def handed_over(record: Varied) -> None:
    """The worker changes on 20 February; each thing that is open is accepted, an action with another day."""
    open_things = ["R1", "A1", "A2", "A3", "A4", "D1"]
    record.write(
        "handover", "handover", "2026-02-19", handed_to="Ben Next", child_told="2026-02-16",
        promises="A trip to the sea.", next_dates="Review on 6 August.", handed_over=[
            {"item": item, "note": "As we said."} for item in open_things])
    record.write("taking_over", "taking_over", "2026-02-24", taken_over=[
        {"item": item, "state": "accepted", **({"due": "2026-06-01"} if item == "A2" else {})} for item in open_things])


def pathway(record: Varied) -> None:
    stands = [
        {"ready": "they_have_it"}, {"ready": "not_needed", "because": "Nothing of it goes on after 18."},
        {"ready": "working_on_it", "owner": "Personal adviser", "due": "2026-03-20"}]
    record.write(
        "pathway", "pathway_plan", "2026-02-25", adulthood="Stays put.", health="Own doctor.", education="College.",
        wishes="To cook.", family_and_social="Nan.", actions=[action("A8", "N2", owner="Personal adviser")],
        readiness=[{"matter": matter, **record.told.choice(stands)} for matter in READY])


def measured(record: Varied) -> None:
    record.note("measured", "2026-03-03", measurements=[{
        "outcome": "O1", "value": "twice", "change": record.told.choice(["better", "same", "worse"]), "on": "2026-03-03"}])


def closed(record: Varied) -> None:
    """A need or a risk that is over; the first need with what was wanted of it, or that alone where something else is wanted
    still. What an action joined to it is over with it."""
    first = ["O1", "N4"] if "need_answered_by_an_action" in record.parts else ["O1"]
    more = [first] if "second_outcome" in record.parts else []
    record.over = record.told.choice([["N2"], ["R1"], ["N1", *first], *more])
    record.note("closed", "2026-03-04", closed=[
        {"item": item, "because": "It has been so for a month."} for item in record.over])


def direct_work(record: Varied) -> None:
    """The child says something, which the next review speaks of; without one, a call answers."""
    record.write(
        "played", "direct_work", "2026-03-05", aim="Play", tool="Lego", childs_words="More.", effect_on_plan="None.",
        views=[{"id": "V2", "what": "I want a bigger desk", "clearly_said": record.told.random() < 0.5}],
        contacts=[{"person": "Mum", "on": "2026-02-28", "happened": record.told.random() < 0.8}])
    if "second_review" not in record.parts:
        record.note("answered", "2026-03-06", views_answered=[{"view": "V2", "done": "It is bought.", "told": "By Ann"}])


def second_review(record: Varied) -> None:
    looked = record.told.choice([
        {"state": "done", "effect": "Nan comes."}, {"state": "stopped", "effect": "She goes to nan’s instead."},
        {"state": "going_on"}, {"state": "partly"}])
    answers = {
        "participation": record.told.choice(["PN1", "PN2", "PN3", "PN6"]), "spoke_alone": "yes",
        "attended": [{"person": "Mum", "role": "parent", "there": "was_there"}], "wishes": "A bigger desk.",
        "decisions_looked": [{"decision": "D1", **looked}], "health_considered": "Well.", "chairs_view": "Going well.",
        "decisions": {"none_because": "All are in hand."}}
    if "R1" not in record.over:
        answers["risks_considered"] = [{"item": "R1", "what": "Collected each day."}]
    if "direct_work" in record.parts:
        answers["views_considered"] = [{"item": "V2", "what": "She does her homework on her bed."}]
        answers["views_answered"] = [{"view": "V2", "done": "It is bought.", "told": "By the IRO, there"}]
    if record.told.random() < 0.3:
        answers["risks"] = [{"id": "R2", "what": "The new road", "level": "medium"}]
        answers["decisions"] = [
            {"id": "D2", "what": "She is walked over it", "owner": "Carer", "due": "2026-04-01", "addresses": ["R2"]}]
    record.write("second_review", "review", "2026-03-10", **answers)


def concern(record: Varied) -> None:
    """Raised by the reviewing officer and settled, answered in time, or not due yet."""
    due = record.told.choice(["2026-03-20", "2026-03-10"])
    record.write(
        "look", "look_between_reviews", "2026-03-04", looked_because=record.told.choice(["half_way", "new_event"]),
        observations="The decisions.", concerns=[{
            "id": "C1", "what": "Nan waits", "matter": "delay", "level": "low", "ask": "Ring her", "owner": "Ann Worker",
            "stage": "social_worker", "due": due, "about": ["D1"]}])
    if due < "2026-03-20":
        record.write("answer", "concern_answer", "2026-03-10", concern_answers=[
            {"concern": "C1", "done": "She was rung.", "effect": "She comes on Sunday."}])
        record.write("step", "concern_step", "2026-03-16", concern_steps=[record.told.choice([
            {"concern": "C1", "step": "closed_something_changed", "effect": "She saw nan."},
            {"concern": "C1", "step": "closed_nothing_changed", "because": "Nan is ill."}])])


def audited(record: Varied) -> None:
    """How good an auditor found the assessment: what is to be done is an action like any other, or there is none."""
    grades = ["outstanding", "good", "requires_improvement", "inadequate"]
    parts = {f"{part}_grade": record.told.choice(grades) for part in ["analysis", "needs", "history", "views", "currency"]}
    # One that is inadequate as a whole asks for another.
    parts["audit_grade"] = record.told.choice(grades[:3])
    record.write(
        "audit", "assessment_audit", "2026-02-26", assessed_on="2026-01-20", assessor="Ann Worker", **parts,
        what_was_good="It begins with her nights.", what_is_missing="What her aunt would say of the park.",
        actions=record.told.choice([
            {"none_because": "The plan has it."}, [action("A9", "N2")],
            [{**action("A9"), "addresses": []}]]))


def sometimes(record: Varied) -> bool:
    return record.told.random() < 0.35


#: What a record may have more of, in the order that it is written in, and of whom.
PARTS: dict[Callable[[Varied], None], Callable[[Varied], bool]] = {
    need_left_with_a_reason: sometimes,
    need_answered_by_an_action: sometimes,
    second_outcome: sometimes,
    outcome_by_an_action: sometimes,
    more_actions: lambda record: record.told.random() < 0.7,
    people_with_an_arrangement: sometimes,
    siblings: lambda record: record.number % 2 == 0 and record.told.random() < 0.7,
    education: sometimes,
    identity: sometimes,
    health: sometimes,
    handed_over: sometimes,
    pathway: lambda record: record.is_growing_up,
    measured: sometimes,
    closed: sometimes,
    direct_work: sometimes,
    second_review: sometimes,
    concern: sometimes,
    audited: sometimes,
}
