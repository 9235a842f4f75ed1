"""What a record names is joined up on the same form: a new risk and what is done about it, before either is signed."""

from playwright.sync_api import Page, expect

from pages import axe


RISK = "Walks home along the quay after dark"


def fill(page: Page, risk: str) -> None:
    for name, value in [("seen", "true"), ("alone", "alone"), ("place", "placement"), ("significant", "none")]:
        page.locator(f"input[name={name}][value={value}]").check()
    page.locator("#observations").fill("Rested.")
    page.locator("details#risks > summary").click()
    page.locator("[name='risks.1.what']").fill(risk)
    page.locator("[name='risks.1.level']").select_option("high")
    page.locator("[name='actions.1.what']").fill("Meet at the bus stop")
    page.locator("[name='actions.1.owner']").fill("Carer")
    page.locator("[name='actions.1.due']").fill("2027-03-31")
    page.locator("[name='actions.1.purpose']").fill("To be safe")


def choice(page: Page, risk: str):
    return page.locator("#actions .tl-row").first.get_by_label(f"Written here: {risk}")


def sign(page: Page) -> None:
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Signed")


def to_join(page: Page, site: str, child: str, risk: str) -> bool:
    """Whether the Thread says that this risk has no action."""
    page.goto(f"{site}/children/{child}/thread?all=yes")
    expect(page.locator("main")).to_contain_text(risk)
    joins = page.locator("[id^='join-risk_without_action-']").all_inner_texts()
    return any(risk in each for each in joins)


def test_a_new_risk_and_its_action_are_joined_without_scripts(visit_page, site, names):
    page = visit_page(java_script_enabled=False)
    fill(page, RISK)
    expect(choice(page, RISK)).to_have_count(0)
    page.get_by_role("button", name="Save as a draft").click()
    expect(page.locator("#draft-of")).to_contain_text("This is your draft about")
    choice(page, RISK).check()
    sign(page)
    assert not to_join(page, site, names["own"], RISK)


def test_a_new_risk_can_be_joined_to_as_it_is_typed_and_a_mistaken_owner_is_told_kindly(visit_page, site, names):
    page, risk = visit_page(), RISK + " again"
    fill(page, risk)
    choice(page, risk).focus()
    page.keyboard.press("Space")
    expect(choice(page, risk)).to_be_checked()
    # An action is not joined to itself.
    expect(page.locator("#actions .tl-row").first.get_by_label("Written here: Meet at the bus stop")).to_have_count(0)
    assert axe(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    page.locator("[name='actions.1.owner']").fill("SW and carer and school")
    page.locator("[name='actions.1.due']").fill("On-going.")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("When would you hope to see it done")
    page.locator("[name='actions.1.due']").fill("2027-03-31")
    page.get_by_role("button", name="Sign", exact=True).click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Name one person who will see to it")
    page.locator("[name='actions.1.owner']").fill("Carer")
    expect(choice(page, risk)).to_be_checked()
    sign(page)
    assert not to_join(page, site, names["own"], risk)


def test_a_row_that_is_taken_out_takes_its_links_with_it(visit_page):
    page = visit_page(java_script_enabled=False)
    fill(page, RISK)
    page.get_by_role("button", name="Save as a draft").click()
    choice(page, RISK).check()
    page.locator("#risks").get_by_role("button", name="Take this one out").click()
    expect(page.locator("[name='risks.1.what']")).to_have_value("")
    page.locator("details#risks > summary").click()
    page.locator("[name='risks.1.what']").fill("Another")
    page.get_by_role("button", name="Save as a draft").click()
    expect(choice(page, "Another")).not_to_be_checked()
    expect(choice(page, RISK)).to_have_count(0)
