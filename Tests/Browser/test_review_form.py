"""The form of a review on a telephone: part by part, with the part that one is in always in sight, and without scripts."""

import re

from playwright.sync_api import expect

#: Of a form that was some ten thousand pixels long.
TALLEST = 4000


def test_a_review_opens_part_by_part_and_says_where_one_is(open_page, names):
    form = f"/children/{names['with-thread']}/record/review"
    page = open_page(form, 375, scripts=False, role="iro")
    parts = page.locator("details.tl-section")
    expect(parts).to_have_count(4)
    expect(page.locator("details.tl-section[open]")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollHeight") < TALLEST
    expect(parts.first.locator("> summary")).to_contain_text(re.compile("Part 1 of 4 · 0 of .* 3 still needed to sign"))
    # By keyboard, all of them.
    for part in parts.all()[1:]:
        part.locator("> summary").focus()
        page.keyboard.press("Enter")
    expect(page.locator("details.tl-section[open]")).to_have_count(4)
    for section in parts.all():
        # Deep within a part its heading stays where it is seen.
        middle = section.evaluate("part => part.getBoundingClientRect().top + scrollY + part.offsetHeight * 0.7")
        page.evaluate(f"window.scrollTo(0, {middle})")
        heading = section.locator("> summary > h2")
        expect(heading).to_be_in_viewport()
        assert heading.bounding_box()["y"] < 40
    # What is reached by keyboard is not hidden behind it.
    page.locator("[name=chairs_view]").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    field, heading = (
        each.bounding_box() for each in [page.locator("[name=chairs_view]"), parts.last.locator("> summary")])
    assert field["y"] >= heading["y"] + heading["height"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
