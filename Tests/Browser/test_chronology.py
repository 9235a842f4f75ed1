"""Somebody reads a child's chronology, says what a line meant, and makes two pages of it for a reader."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages import sound, storied


@pytest.fixture
def told(wide, site) -> Page:
    """The chronology of a child of theirs that has a story."""
    storied(wide, site)
    return wide


def lines(page: Page):
    return page.locator(".tl-chronology > li")


def test_it_makes_itself_and_is_read_by_what_is_significant_and_by_theme(told):
    sound(told)
    everything = lines(told).count()
    days = told.locator(".tl-chronology-day > strong:first-of-type").all_inner_texts()
    assert everything > 8 and len(days) == everything
    told.get_by_text("Choose a theme, what is significant, or a time").click()
    told.get_by_label("Only what is significant").check()
    told.get_by_role("button", name="Show", exact=True).click()
    expect(told.get_by_role("status")).to_contain_text(f"of {everything} lines")
    assert 0 < lines(told).count() < everything
    assert told.locator(".tl-chronology-tag").count() == lines(told).count()
    sound(told)
    told.get_by_role("link", name="Show everything").click()
    assert lines(told).count() == everything


def test_what_a_line_meant_is_said_once_and_stands_on_the_line(told):
    line = lines(told).filter(has_text="From the assessment").first
    line.get_by_role("link", name=re.compile("^Say ")).click()
    sound(told)
    # Nothing asked twice: the line, its day and its words are there.
    assert told.locator("#subject").input_value() == "Assessment finished"
    told.get_by_label("Yes, it is significant").check()
    told.locator("#impact").fill("Everybody began to speak of the nights.")
    told.locator("fieldset", has_text="What is it mainly about?").get_by_label("Feelings and behaviour").check()
    told.get_by_role("button", name="Sign", exact=True).click()
    expect(told.locator(".govuk-notification-banner")).to_contain_text("Signed")
    told.goto(re.sub(r"/records/.*", "/chronology", told.url))
    expect(line).to_contain_text("What it meant: Everybody began to speak of the nights.")
    expect(line).to_contain_text("Significant")
    expect(line).to_contain_text("Feelings and behaviour")


def test_two_pages_for_a_reader_hold_nothing_they_may_not_know(told, tell):
    told.get_by_role("link", name="Two pages for somebody").click()
    sound(told)
    # Somebody around the child, and not him whose name nobody may read.
    readers = told.locator("label[for^=for-]").all_inner_texts()
    reader = next(each for each in readers if not each.startswith("Gary"))
    name = reader.rsplit(", ", 1)[0]
    told.get_by_label(reader, exact=True).check()
    told.get_by_label("Only what is significant").uncheck()
    told.get_by_role("button", name="Continue").click()
    sound(told)
    text = told.get_by_label("The copy")
    words = text.input_value()
    assert words.startswith("Chronology of ") and f"Made for {name}." in words
    assert "Gary" not in words and "partner" not in words
    # As full as it may be: a line more would not fit.
    full = words + "\n".join(
        f"{day} March 2026. The child went to swim with the carers and said that the water was cold but they would go again "
        "on Sunday. What it meant: a day that was like other children’s days. (case note)"
        for day in range(1, 40))
    rows = 0
    kept = []
    for row in full.split("\n"):
        rows += 2 if not row else (len(row) + 87) // 88
        if rows > 78 + 4:
            break
        kept.append(row)
    text.fill("\n".join(kept))
    told.get_by_role("button", name="Sign", exact=True).click()
    expect(told.locator(".govuk-notification-banner")).to_contain_text("Signed")
    sound(told)
    printed = told.pdf(format="A4")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    tell(f"two pages at most: {pages} printed, {len(kept)} lines")
    assert pages <= 2
    told.get_by_role("link", name="the chronology").click()
    expect(told.get_by_role("link", name=re.compile(f"^Chronology for {re.escape(name)}, ")).first).to_be_visible()


def test_an_assessment_rests_on_lines_of_the_chronology(told, site):
    child = re.search(r"/children/([^/?#]+)", told.url)[1]
    told.goto(f"{site}/children/{child}/record/assessment")
    group = told.locator("fieldset", has_text="Which lines of the chronology does that rest on?")
    expect(group.get_by_role("checkbox").first).to_be_visible()
    assert "ame into care" in group.inner_text()
    sound(told)


def test_it_reads_without_scripts(open_page, names):
    page = open_page(
        f"/children/{names['with-chronology']}/chronology?significant=yes", scripts=False, role="director")
    expect(lines(page).first).to_be_visible()
