"""An auditor grades an assessment on a telephone; its worker reads the grade there, and has what is to be done in the Thread."""

import re

from playwright.sync_api import expect

from pages import sound

#: Near the end of what the returns speak of, as everything else that is signed here.
DAY = "2026-03-30"


def test_an_auditor_grades_an_assessment_and_its_worker_reads_it(site, already, telephone, write_down):
    worker = already("social_worker", "/")
    child = re.search(r'href="/children/([^"/?#]+)"', worker.locator("main").inner_html())[1]
    write_down({
        "command_id": "to-be-audited", "child": child, "kind": "assessment", "occurred": "2026-03-27",
        "on_behalf_of": "Ann Worker", "answers": {
            "assessment_type": "update", "target": DAY, "target_reason": "Before the term.", "history": "Two homes before.",
            "what": "Awake most nights.", "so_what": "Tired days make school hard.", "now_what": "Calm nights first.",
            "needs": {"none_because": "None is new."}}})

    page = telephone("auditor", f"/children/{child}/plan")
    expect(page.get_by_role("link", name="Record something")).to_have_count(0)
    page.get_by_role("link", name="Audit the assessment of 27 March 2026").click()
    expect(page.locator("#beside")).to_contain_text("Tired days make school hard.")
    expect(page.get_by_label("Which day is the assessment about?")).to_have_value("2026-03-27")
    expect(page.get_by_role("textbox", name="Who wrote it?")).to_have_value("Ann Worker")
    sound(page)
    page.locator("#occurred").fill(DAY)
    for part, grade in {
            "analysis": "good", "needs": "requires_improvement", "history": "good", "views": "inadequate",
            "currency": "good", "audit": "requires_improvement"}.items():
        page.locator(f"input[name='{part}_grade'][value='{grade}']").check()
    page.locator("#what_was_good").fill("Nights and school are one line of thought.")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("What would make it better for this child?")
    sound(page)
    page.locator("#what_is_missing").fill("Her own words about the nights.")
    row = page.locator("details#actions fieldset.tl-row").first
    row.locator("[name$='.what']").fill("Ask her about the nights, with the dog there")
    row.locator("[name$='.owner']").fill("Ann Worker")
    row.locator("[name$='.due']").fill("2026-04-20")
    row.locator("[name$='.purpose']").fill("What she says decides what is tried")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")
    sound(page)
    # Nothing else opens to who only audits, whatever they type.
    for form in ["visit", "case_note", ""]:
        answer = page.goto(f"{site}/children/{child}/record/{form}".rstrip("/"))
        assert answer.status == 404, form

    worker.goto(f"{site}/children/{child}/plan")
    expect(worker.get_by_role("link", name=re.compile("^Audit the assessment"))).to_have_count(0)
    row = worker.locator("tr", has_text="audited on 30 March 2026: requires improvement")
    row.get_by_role("link", name="27 March 2026").click()
    audit = worker.locator("#audit")
    expect(audit).to_contain_text("Audited on 30 March 2026: requires improvement.")
    sound(worker)
    audit.get_by_role("link", name="What the auditor found").click()
    expect(worker.locator("main")).to_contain_text("Her own words about the nights.")
    expect(worker.get_by_role("link", name="Make a copy for somebody")).to_have_count(0)
    worker.goto(f"{site}/children/{child}/thread")
    expect(worker.locator("main")).to_contain_text("Ask her about the nights, with the dog there")
