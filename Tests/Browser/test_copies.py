"""Somebody makes a copy of a record for one reader, reads it, and signs it."""

import re

import pytest
from playwright.sync_api import Page, expect

from pages import close, sound


@pytest.fixture(params=[375, 1280])
def wide(request, rooms) -> Page:
    page = rooms("iro", request.param).new_page()
    yield page
    close(page)


@pytest.fixture
def review(wide, site, names) -> Page:
    """The page of a review of a child with a story."""
    wide.goto(f"{site}/children/{names['with-thread']}/thread")
    wide.get_by_role("link", name=re.compile("^Review of ")).first.click()
    return wide


def draft(page: Page, kind: str, reader: str) -> None:
    page.get_by_role("link", name="Make a copy for somebody").click()
    sound(page)
    page.get_by_label(kind, exact=True).check()
    page.get_by_label(reader, exact=True).check()
    page.get_by_role("button", name="Continue").click()


def test_the_childs_version_is_drafted_changed_signed_and_stays(review):
    draft(review, "The child’s version", "The child")
    expect(review.get_by_role("heading", level=1)).to_have_text("The child’s version")
    sound(review)
    text = review.get_by_label("The copy")
    words = text.input_value()
    assert "What we decided" in words and "will do this by" in words and "Gary" not in words
    text.fill(words + "\n\nFrom me\nI liked our talk about the cat.\n")
    expect(review.locator("#draft-state")).to_contain_text("Saved at", timeout=10_000)
    review.get_by_role("button", name="Sign", exact=True).click()
    expect(review.locator(".govuk-notification-banner")).to_contain_text("Signed")
    expect(review.get_by_role("heading", name="From me")).to_be_visible()
    expect(review.get_by_role("heading", level=1)).to_contain_text("Hello ")
    sound(review)
    review.get_by_role("link", name="this record").click()
    expect(review.get_by_role("link", name=re.compile("^The child’s version, ")).first).to_be_visible()


def test_what_the_reader_may_not_know_is_not_signed(review):
    draft(review, "Minutes", "Mum, mother")
    text = review.get_by_label("The copy")
    text.fill(text.input_value() + "\nGary Stroud telephoned.\n")
    review.get_by_role("button", name="Sign", exact=True).click()
    expect(review.locator(".govuk-error-summary")).to_contain_text("Gary Stroud")
    expect(text).to_have_value(re.compile("Gary Stroud telephoned"))
    sound(review)
    review.get_by_role("button", name="Throw this draft away").click()


def test_people_and_who_may_know_is_a_part_of_the_child(wide, site, names):
    wide.goto(f"{site}/children/{names['with-thread']}/people")
    for words in ["May know the address", "Gary Stroud, Mum’s partner", "Who may read this name", "Nobody"]:
        expect(wide.locator("main").get_by_text(words).first).to_be_visible()
    sound(wide)


def test_somebody_who_does_not_sign_reviews_makes_no_copy_of_one(already, site, names):
    page = already("director", f"/children/{names['with-thread']}/thread")
    page.get_by_role("link", name=re.compile("^Review of ")).first.click()
    expect(page.get_by_role("link", name="Make a copy for somebody")).to_have_count(0)
