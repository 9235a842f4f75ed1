"""Copies of records for readers who may not know everything: what is planted in them is in none."""

import json
import random

import textstat

from clean import CHILD, PLAN_WORDS, clean, line

#: People of whom a reader may not know, with what others call them.
THIRD_PARTIES = [
    ("Darren Oakes", "Mum’s partner", ["darren", "oakes", "partner", "boyfriend"]),
    ("Lorna Pike", "aunt", ["lorna", "pike", "aunt", "auntie"]),
    ("Curtis Vane", "neighbour", ["curtis", "vane", "neighbour"]),
    ("Siân Fell", "grandmother", ["siân", "fell", "nan", "gran"]),
]
SECRETS = {
    "home_address": ("12 Quiet Lane, Ambleford, SV1 2AB", ["quiet lane", "ambleford", "sv1 2ab", "sv12ab"]),
    "school": ("Larkrise Primary School", ["larkrise"]),
    "health_provider": ("Moat House Surgery", ["moat house"]),
    "carers_names": ("Jo and Sam Weir", ["weir"]),
}
POLICE = "The police have a warrant out for a man at number nine"


def person(name: str, relation: str, may: str = "no", named: str = "nobody", **more: str) -> dict:
    return {
        "person": name, "relation": relation, "address": may, "school": may, "health": may, "carers": may,
        "named": named, "by": "T. Manager", "because": "Decided together", **more}


def people(*others: dict, command: str = "people", occurred: str = "2026-02-01") -> dict:
    return line(command, "people", occurred, {
        "address_confidential": "yes", **{field: words for field, (words, _) in SECRETS.items()},
        "network": [person("Kay Example", "mother", named="everybody"), *others]})


def copy(authority, *options: str, of: str = "review", exits: set[int] = frozenset({0})) -> dict:
    return json.loads(authority.run("copy", CHILD, "--of", of, *options, "--format", "json", exits=exits))


def told_in(texts: list[str], words: list[str]) -> list[str]:
    return [word for word in words for text in texts if word in text.lower()]


def test_the_childs_version_is_read_by_an_eight_year_old_and_holds_every_decision(authority):
    authority.open_child(born="2017-12-01")
    lines = clean()
    lines["review"]["answers"].update({
        "wishes": "I want to see my mum more. I want to keep my cat.",
        "chairs_view": "You sleep well now. We all think that is good. You still miss your mum.",
        "health_considered": "You are well. You will see the dentist in May.",
        "decisions": [
            {"id": "D1", "what": "You will see your mum on Sundays.", "owner": "Social worker", "due": "2026-03-01"},
            {"id": "D2", "what": "Your cat can stay with you.", "owner": "Carer", "due": "2026-03-08"},
            {"id": "D3", "what": "You will get help to read.", "owner": "Class teacher", "due": "2026-04-15"}]})
    lines["review"]["answers"]["views_answered"][0]["done"] = "You will see your mum on Sundays."
    lines["review"]["answers"]["views_considered"][0]["what"] = "We talked about your mum."
    authority.record([*lines.values(), people()])
    text = copy(authority, "--as", "child")["text"]
    grade = textstat.flesch_kincaid_grade(text)
    print(f"\nthe child's version: Flesch-Kincaid grade {grade}, {len(text.split())} words")
    print(text)
    assert grade <= 4
    for what, who, by in [
            ("You will see your mum on Sundays.", "Your social worker", "1 March 2026"),
            ("Your cat can stay with you.", "Your carer", "8 March 2026"),
            ("You will get help to read.", "Your class teacher", "15 April 2026")]:
        assert f"{what} {who} will do this by {by}." in text
    for heading in ["What you want", "What we decided", "What your IRO thinks", "Your health"]:
        assert f"\n{heading}\n" in text


def test_a_plan_and_a_visit_have_a_version_that_an_eight_year_old_reads(authority):
    authority.open_child(born="2017-12-01")
    lines = clean()
    lines["care_plan"]["answers"].update({
        "health": "You go to the dentist in May. [About Kay: she has a debt.]",
        "education": "You like to read. Miss Hope will help you with sums.",
        "emotional": "You get sad at bed time. A song helps.", "identity": "We cook food from your two homes.",
        "family_and_social": "You see your mum on Sundays. Darren came too.", "social_presentation": "You are kind.",
        "self_care": "You can brush your teeth.", "wishes": "I want to keep my cat."})
    lines["care_plan"]["answers"]["actions"][1]["what"] = "We will ask for photos of you."
    lines["visit"]["answers"].update({
        "purpose": "I came to see how you sleep. [about Darren: he shouts", "childs_words": "I like the light."})
    authority.record([*lines.values(), people(person("Darren Oakes", "Mum’s partner"))])
    for kind, told in [
            ("care_plan", [
                "This is your care plan, from 22 January 2026.", "\nKeeping you well\nYou go to the dentist in May.\n",
                "We will ask for photos of you.", "You see your mum on Sundays.", "I want to keep my cat."]),
            ("visit", ["This is about the day we met, 3 February 2026.", "\nWhat you told me\nI like the light.\n"])]:
        text = copy(authority, "--as", "child", of=kind)["text"]
        grade = textstat.flesch_kincaid_grade(text)
        print(f"\nthe child's version of a {kind}: Flesch-Kincaid grade {grade}, {len(text.split())} words\n{text}")
        assert grade <= 4
        for words in told:
            assert words in text, words
        for words in ["debt", "Darren", "shouts", "About", "["]:
            assert words not in text, words
    refused = copy(authority, "--as", "child", of="life_story", exits={1})
    assert refused["undecided"] == ["The child’s version is for the child alone, of a review, a plan or a visit."]
    assert copy(authority, "--as", "minutes", of="visit", exits={1})["undecided"] == ["Only a review has minutes."]


def varied_review(told: random.Random, number: int) -> tuple[dict, list[str]]:
    """A review with somebody planted in its sentences, and the words that would give them away."""
    name, relation, words = told.choice(THIRD_PARTIES)
    given, family = name.split()
    planted = told.sample([
        f"{name} was at the school gate.", f"{given} shouts at night.", f"It is about the {relation}.",
        f"Her {relation} came.", f"{family.upper()} rang twice!", f"We heard of {given}’s plans.",
        f"The {words[-1]} is not kind."], 4)
    calm = ["She is well.", "She likes to draw.", "The cat may stay.", "She reads each day."]

    def written() -> str:
        sentences = [*told.sample(calm, 2), told.choice(planted)]
        told.shuffle(sentences)
        return " ".join(sentences)

    answers = {
        "participation": told.choice(["PN1", "PN2", "PN5", "PN6"]), "spoke_alone": "yes",
        "attended": [
            {"person": name, "role": "relative", "there": "was_there"},
            {"person": "Ottoline Marsh", "role": "relative", "there": "sent_their_views"},
            {"person": "Dr Lowe", "role": "iro", "there": "was_there"},
            {"person": "Kay Example", "role": "parent", "there": "invited_and_not_there", "because": written()}],
        "told_alone": f"I am afraid of {given} and I told nobody else about it.",
        "wishes": written(), "chairs_view": written(), "health_considered": written(), "minutes": written(),
        "risks_considered": [{"item": "R1", "what": written()}],
        "views_considered": [{"item": "V1", "what": written()}],
        "views_answered": [{"view": "V1", "done": written(), "told": "By Ann"}],
        "decisions": [
            {"what": told.choice(calm), "owner": told.choice(["Carer", "Social worker", name]), "due": "2026-03-01"},
            {"what": told.choice(planted), "owner": "Social worker", "due": f"2026-04-{1 + number % 28:02}"},
            {"what": f"The police will write to {name}.", "owner": "Team manager", "due": "2026-03-09",
             "class": "police"}]}
    return line(f"review-{number}", "review", "2026-03-06", answers), words


def test_third_parties_planted_in_fifty_reviews_are_in_no_childs_version_and_no_minutes(authority):
    seed = random.randrange(1 << 32)
    told, found, looked = random.Random(seed), [], 0
    print(f"seed {seed}")
    authority.open_child()
    lines = clean()
    del lines["review"]
    others = [person(name, relation) for name, relation, _ in THIRD_PARTIES]
    authority.record([*lines.values(), people(*others)])
    for number in range(50):
        review, words = varied_review(told, number)
        authority.record([review])
        for options in [["--as", "child"], ["--as", "minutes", "--recipient", "Kay Example"]]:
            answer = copy(authority, *options)
            looked += 1
            found += told_in([answer["text"]], [*words, "told nobody else"])
            # The decisions that are not marked are there, with their day and whose they are.
            assert f"by {1 + number % 28} April 2026" in answer["text"]
            assert "1 March 2026" in answer["text"] and "9 March 2026" not in answer["text"]
            assert ("Kay Example: Parent. Invited and not there." in answer["text"]) == ("--recipient" in options)
            # A relative whom the record does not know came, and is not named.
            assert "Ottoline" not in answer["text"]
            assert ("Relative. Sent their views." in answer["text"]) == ("--recipient" in options)
            assert ("Dr Lowe: IRO. Was there." in answer["text"]) == ("--recipient" in options)
            assert answer["left_out"], "nothing was left out of a review with somebody planted in it"
    print(f"\n50 reviews, {looked} copies: {len(found)} planted names and relations found")
    assert not found


def varied_record(told: random.Random, number: int) -> dict:
    """A record of some kind with the address, what leads to it, and a police item in it."""
    secret, _ = told.choice(list(SECRETS.values()))
    words = f"She slept well. We met at {told.choice([secret, secret.upper(), secret.split(',')[0]])}. She drew a boat."
    if told.random() < 0.5:
        words += " The post goes to " + told.choice(["SV1 2AB", "sv12ab", "Ambleford"]) + "."
    action = {"what": POLICE, "owner": "Ann Worker", "due": "2026-05-01", "purpose": "So that she is safe", "class": "police"}
    calm = {"what": "A night light", "owner": "Carer", "due": "2026-05-01", "purpose": words}
    marked = {"classes": [{"question": "observations", "class": "police"}]} if told.random() < 0.5 else {}
    seen = f"{POLICE}. She was calm." if marked else words
    kind, answers = told.choice([
        ("visit", {
            "purpose": words, "seen": True, "alone": "alone", "place": "placement", "childs_words": words,
            "observations": seen, "significant": "none", "others_present": "Jo Weir",
            "actions": [action, calm], **marked}),
        ("case_note", {
            "subject": words, "observations": seen, "significant": "none", "actions": [action, calm], **marked}),
        ("care_plan", {
            **PLAN_WORDS, "education": words, "health": words, "permanence": "return_home",
            "actions": [action, calm]}),
    ])
    return line(f"{kind}-{number}", kind, "2026-03-10", answers)


def test_an_address_and_a_police_item_planted_in_fifty_records_are_in_no_copy(authority):
    seed = random.randrange(1 << 32)
    told, found, kept = random.Random(seed), [], 0
    print(f"seed {seed}")
    authority.open_child()
    authority.record([*clean().values(), people(person("Tom Example", "father", "yes", "everybody"))])
    words = [word for _, words in SECRETS.values() for word in words] + ["warrant"]
    for number in range(50):
        record = varied_record(told, number)
        authority.record([record])
        without = copy(authority, "--recipient", "Kay Example", of=record["kind"])["text"]
        found += told_in([without], words)
        knowing = copy(authority, "--recipient", "Tom Example", of=record["kind"])["text"]
        assert "warrant" not in knowing, knowing
        kept += bool(told_in([knowing], words))
        police = ["--recipient", "Tom Example", "--include", "police"]
        chosen = copy(authority, *police, "--agreed-by", "PC Lee, 9 March 2026", of=record["kind"])["text"]
        assert "warrant" in chosen.lower(), "what was chosen for a reader is given to them"
        assert "She drew a boat." in without and "A night light" in without
    print(f"\n50 records: {len(found)} planted words found for who may not know; {kept} copies told who may")
    assert not found and kept == 50


def test_a_passage_about_somebody_else_is_in_no_copy_until_it_is_chosen_for_its_reader(authority):
    authority.open_child()
    told = "She drew a boat. [About Mark: he owes rent to a quillmaker.] She slept well."
    authority.record([
        *clean().values(), people(person("Tom Example", "father", "yes", "everybody")),
        line("marked", "case_note", "2026-03-10", {
            "subject": "A call", "observations": told, "significant": "none",
            "actions": [{
                "what": "A night light. [about mark: quillmaker again", "owner": "Carer", "due": "2026-05-01",
                "purpose": "So that she sleeps"}]}),
        line("again", "visit", "2026-03-11", {
            "purpose": "How she sleeps", "seen": True, "alone": "alone", "place": "placement",
            "childs_words": "Fine", "significant": "none",
            "observations": "Calm. We heard that he owes rent to a quillmaker.",
            "actions": {"none_because": "Nothing new"}})])
    for of in ["case_note", "visit"]:
        without = copy(authority, "--recipient", "Tom Example", of=of)
        assert "quillmaker" not in without["text"] and "About" not in without["text"], without["text"]
        assert any(left["why"].startswith("About another person") for left in without["left_out"])
    assert "She drew a boat. She slept well." in copy(authority, "--recipient", "Tom Example", of="case_note")["text"]
    chosen = copy(authority, "--recipient", "Tom Example", "--include", "another_person", of="case_note")["text"]
    assert "She drew a boat. he owes rent to a quillmaker. She slept well." in chosen


def test_nothing_is_written_while_anything_is_undecided(kept):
    assert copy(kept, "--as", "child", exits={1})["undecided"] == [
        "Nobody is recorded among the people around the child."]
    half = person("Tom Example", "father", "yes", "not_decided", carers="not_decided")
    kept.record([people(half)])
    answer = copy(kept, "--as", "child", exits={1})
    assert answer["undecided"] == ["Who may read Tom Example’s name is not decided."] and answer["text"] == ""
    answer = copy(kept, "--as", "minutes", "--recipient", "Tom Example", exits={1})
    assert answer["undecided"] == ["Whether Tom Example may know the carers’ names is not decided."]
    kept.record([people(person("Tom Example", "father", "yes", "everybody"), command="decided", occurred="2026-02-02")])
    assert copy(kept, "--as", "minutes", "--recipient", "Tom Example")["text"].startswith("Minutes of the review of Ada")


def test_what_was_told_to_the_iro_alone_can_not_be_chosen(kept):
    kept.run("copy", CHILD, "--of", "review", "--include", "private_talk", exits={2})
    kept.run("copy", CHILD, "--of", "review", "--as", "minutes", "--recipient", "Nobody Known", exits={2})


def test_what_was_not_talked_about_in_the_meeting_is_in_no_minutes(kept):
    kept.record([people()])
    review = clean()["review"]["answers"]
    for place, (setting, for_the_child) in enumerate([("child_alone", True), ("separately", False)]):
        kept.record([line(f"apart-{place}", "review", f"2026-03-0{place + 6}", {
            **review, "decisions": {"none_because": "Nothing new"},
            "views_considered": [{"item": "V1", "what": "Her wish for a visit was talked through."}],
            "discussed": [{"item": ["V1"], "setting": setting}]})])
        assert "talked through" not in copy(kept, "--as", "minutes", "--recipient", "Kay Example")["text"]
        assert ("talked through" in copy(kept, "--as", "child")["text"]) is for_the_child


def test_what_tells_of_the_police_unmarked_is_said_and_so_is_who_agreed(authority):
    authority.open_child()
    note = {"subject": "A call", "observations": "The police rang at nine, with the PNC open.", "significant": "none"}
    authority.record([
        people(person("Lorna Pike", "aunt", may="yes", named="everybody")),
        line("unmarked", "case_note", "2026-02-03", note), line("marked", "direct_work", "2026-02-04", {
            "aim": "To draw", "tool": "A map", "childs_words": f"{POLICE}.", "effect_on_plan": "None",
            "classes": [{"question": "childs_words", "class": "police"}]})])
    options = ["--recipient", "Lorna Pike"]
    found = copy(authority, *options, of="case_note")
    (one,) = found["unmarked_police"]
    assert one == {"event": found["event"], "record": "case_note", "words": ["police", "PNC"]}
    assert found["agreed_by"] == "" and found["text"]
    told = authority.run("copy", CHILD, "--of", "case_note", *options, "--format", "text")
    assert f"Case note, event {found['event']}: “police” and “PNC”, not marked as from the police." in told
    # What is marked is left out, or goes with the officer who agreed; then nothing is to look at.
    assert copy(authority, *options, of="direct_work")["unmarked_police"] == []
    chosen = copy(authority, *options, "--include", "police", "--agreed-by", "PC Lee, 9 March 2026", of="direct_work")
    assert POLICE in chosen["text"] and chosen["unmarked_police"] == []
    assert chosen["agreed_by"] == "PC Lee, 9 March 2026"


def test_no_copy_is_made_of_an_audit_and_nothing_else_that_goes_out_tells_of_it(authority):
    """A grade is of the work, and not of the child."""
    authority.open_child()
    grades = {f"{part}_grade": "inadequate" for part in ["analysis", "needs", "history", "views", "currency", "audit"]}
    authority.record([*clean().values(), people(), line("audit", "assessment_audit", "2026-02-20", {
        "assessed_on": "2026-01-20", "assessor": "Ann Quillfeather", **grades, "what_was_good": "Quillfeather listens",
        "what_is_missing": "Quillfeather leaves out the park", "actions": {"none_because": "Quillfeather has it in hand"}})])
    refused = copy(authority, of="assessment_audit", exits={1})
    assert refused["undecided"] and "no copy is made of it" in refused["undecided"][0] and not refused["parts"]
    goes_out = [
        copy(authority, of="assessment")["text"], copy(authority, of="care_plan")["text"],
        copy(authority, "--as", "child")["text"], authority.run("copy", CHILD, "--as", "chronology"),
        authority.run("chronology", CHILD), authority.run("chronology", CHILD, "--format", "json")]
    assert all(goes_out) and told_in(goes_out, ["quillfeather", "inadequate", "audit"]) == []
