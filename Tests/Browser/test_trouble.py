"""Pages for what no page answers: whoever is signed in keeps the way to everywhere else, and nobody else is told anything."""

import re
import urllib.error
import urllib.request

import pytest

from fictional_server import fictional_sign_ins, served, sign_in
from pages import close

NOWHERE = ["/no-such-page", "/children/a/b/c/d", "/administration/no-such-place", "/assets/a/b", "/figures/K01/x/y"]


def ask(url: str, cookie: str = "", method: str = "GET", body: bytes | None = None):
    asked = urllib.request.Request(url, data=body, method=method, headers={"Cookie": cookie})
    try:
        return urllib.request.urlopen(asked, timeout=20)
    except urllib.error.HTTPError as refused:
        return refused


@pytest.mark.parametrize("path", NOWHERE)
def test_somebody_signed_in_keeps_the_way_to_everywhere_else(site, cookie, path):
    answer = ask(site + path, cookie("director"))
    page = answer.read().decode()
    assert answer.status == 404
    home = ask(site + "/", cookie("director")).read().decode()
    places = re.search(r'<nav class="tl-nav".*?</nav>', home, re.DOTALL).group().replace(' aria-current="page"', "")
    assert places in page and "Sign out" in page


def test_nobody_is_told_the_same_of_every_address(site, cookie):
    pages = {ask(site + path).read() for path in NOWHERE}
    assert len(pages) == 1
    assert b"tl-nav" not in (page := pages.pop()) and b"Sign out" not in page
    # A session that is none is nobody.
    assert ask(site + NOWHERE[0], "throughline=" + "A" * 43).read() == page


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("POST", "/children", "GET"), ("GET", "/sign-out", "POST"), ("DELETE", "/", "GET"), ("PUT", "/sign-in", "GET, POST")])
def test_a_method_that_an_address_does_not_answer_is_said_so(site, cookie, method, path, allowed):
    for somebody in [cookie("director"), ""]:
        answer = ask(site + path, somebody, method, b"" if method in {"POST", "PUT"} else None)
        page = answer.read().decode()
        assert answer.status == 405 and answer.headers["Allow"] == allowed
        assert "That cannot be done at this address" in page
        assert ("tl-nav" in page) == bool(somebody)


def test_too_much_sent_at_once_is_said_so(site, cookie):
    answer = ask(site + "/profile/password", cookie("director"), "POST", b"a" * (300 * 1024))
    page = answer.read().decode()
    assert answer.status == 413 and "too much to send" in page and "tl-nav" in page


def test_a_page_that_cannot_be_made_says_so_and_nothing_of_why(browser, site, data, program, monkeypatch):
    # A workbook is written in the folder for passing files; here there can be none.
    monkeypatch.setenv("TMPDIR", "/dev/null/nowhere")
    with served(program, data) as other:
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, other, program, "analyst")
        cookies = "; ".join(f"{each['name']}={each['value']}" for each in context.cookies())
        close(context)
        answer = ask(other + "/exports/children?format=xlsx", cookies)
        told = answer.read().decode()
        assert answer.status == 500
        assert "This page could not be made" in told and "tl-nav" in told
        for secret in ["/dev/null", "Error", "error", "workbook", fictional_sign_ins(program)["analyst"]["password"]]:
            assert secret not in told
