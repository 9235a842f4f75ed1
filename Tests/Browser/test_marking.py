"""A passage about somebody else is marked while it is written."""

from playwright.sync_api import expect

from pages import sound, without_draft


def select(page, name: str, words: str) -> None:
    page.locator(f"#{name}").evaluate(
        """(field, words) => {
          const start = field.value.indexOf(words);
          field.focus();
          field.setSelectionRange(start, start + words.length);
        }""", words)


def test_what_is_selected_gets_its_mark_and_is_kept(names, telephone):
    path = f"/children/{names['own']}/record/case_note"
    page = telephone("social_worker", path)
    without_draft(page)
    field, bar = page.locator("#observations"), page.get_by_role("group", name="Mark the selected words")
    field.fill("He drew. His uncle lost his job. He slept.")
    expect(bar).to_have_count(0)
    select(page, "observations", " His uncle lost his job.")
    expect(bar).to_be_visible()
    sound(page)
    bar.get_by_label("Is it about somebody else?").select_option("somebody else")
    bar.get_by_role("button", name="Mark it").click()
    expect(field).to_have_value("He drew. [About somebody else: His uncle lost his job.] He slept.")
    # Whom it is about is typed over.
    page.keyboard.type("Mark")
    expect(field).to_have_value("He drew. [About Mark: His uncle lost his job.] He slept.")
    select(page, "observations", "uncle")
    expect(bar).to_have_count(0)
    # Somebody around the child is named in one of two fields.
    name = page.locator("#about-mark").evaluate("mark => mark.content.querySelector('option[value]:not([value=\"\"])').value")
    page.locator("#subject").fill(f"A call from {name}. [About Mark: he rang")
    expect(page.locator(".tl-named")).to_have_text(
        f"{name} is named here: select and mark what is about them. "
        "A mark is not closed with “]”: it runs to the end.")
    page.locator("#subject").fill(f"A call. [About {name}: he rang]")
    expect(page.locator(".tl-named")).to_have_count(0)
    page.get_by_role("button", name="Save as a draft").last.click()
    expect(page.locator(".govuk-notification-banner")).to_contain_text("Saved")
    expect(field).to_have_value("He drew. [About Mark: His uncle lost his job.] He slept.")
    without_draft(page)
