"""On the pages, as in the values behind them: the number on a tile, the list that it opens and the file are one."""

import csv
import io
import re

import pytest

NUMBER_LINKS = "links => links.map(a => [a.getAttribute('href'), a.textContent.trim()])"




def open_when_drawn(open_page, path, width=1280):
    page = open_page(path, width)
    for _ in range(100):
        if page.get_by_text("being worked out").count() == 0:
            return page
        page.wait_for_timeout(100)
        page.reload()
    raise AssertionError("the charts were not worked out in ten seconds")


def test_every_number_opens_a_list_of_so_many_rows_and_a_file_of_the_same(open_page):
    page = open_page("/figures")
    links = page.locator(".tl-counts a").evaluate_all(NUMBER_LINKS)
    assert len(links) > 50
    get = page.context.request.get
    origin = re.match(r"https?://[^/]+", page.url).group(0)
    for href, number in links:
        rows, place = [], 1
        while True:
            page.goto(f"{origin}{href}&page={place}")
            rows += page.locator("main tbody tr").evaluate_all(
                "rows => rows.map(r => [...r.children].map(c => c.textContent.trim()))")
            if page.get_by_role("link", name="Next page").count() == 0:
                break
            place += 1
        assert len(rows) == int(number), href
        answer = get(f"{origin}{page.get_by_role('link', name='CSV').get_attribute('href')}")
        assert answer.ok and "attachment" in answer.headers["content-disposition"]
        file = list(csv.reader(io.StringIO(answer.body().decode("utf-8-sig"))))[1:]
        assert [row[0] for row in file] == [row[0] for row in rows], href


def test_a_chart_has_a_name_and_a_twin_in_a_table(open_page):
    page = open_when_drawn(open_page, "/figures/K18")
    for drawing in page.locator("main svg[role=img]").all():
        assert drawing.locator("> title").text_content().strip()
    assert page.locator("main svg").count() == 2
    points = page.locator("main svg").first.locator("circle, rect").count()
    page.get_by_text("The chart as a table").click()
    values = page.locator("details[open] tbody tr td:nth-child(2)").all_text_contents()
    assert points == sum(value.strip() != "–" for value in values) > 0


def test_a_day_that_a_figure_does_not_exist_on_says_so(open_page):
    page = open_page("/figures/K35?as-at=2025-12-01")
    assert "This exists at 31 March only." in page.locator("main").inner_text()
    assert page.locator(".tl-value").inner_text() == "Not on this day"


def test_teams_stand_in_the_order_of_the_alphabet(open_page):
    page = open_page("/figures/K04")
    names = page.get_by_role("region", name="Under section 20 by team, in the order of the alphabet").locator(
        "tbody th").all_text_contents()
    teams = [name.split(". ", 1)[1] for name in names]
    assert teams and teams == sorted(teams, key=lambda team: (team == "not known", team))


def test_what_is_no_figure_is_not_found(open_page, site):
    page = open_page("/figures")
    origin = re.match(r"https?://[^/]+", page.url).group(0)
    for path in ["/figures/K999", "/figures/K18/children?part=nobody", "/figures/K18/children?by=team&of=None+such"]:
        assert page.context.request.get(origin + path).status == 404


@pytest.mark.parametrize("path", ["/figures", "/figures?by=team", "/figures/K18", "/figures/K01/children"])
def test_a_page_is_under_100_kilobytes(open_page, path):
    page = open_when_drawn(open_page, path)
    assert len(page.context.request.get(page.url).body()) < 100_000
