"""What every response promises: it is fictional and says so, it runs nothing of its own, and it tells no one else."""

import re
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from pages import close

# As the kernel writes them: a socket that listens; 127.0.0.1 and ::1.
LISTEN = "0A"
# Bytes of a page and its scripts, as sent, the shared style sheet apart.
HEAVIEST = 100_000
LOOPBACK = {"0100007F", "00000000000000000000000001000000"}


def fetch(url: str, cookie: str = ""):
    try:
        return urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookie}), timeout=20)
    except urllib.error.HTTPError as refused:
        return refused


def policy(header: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for part in header.split(";") if (words := part.split())}


@pytest.fixture(params=["/", "child", "/assets/govuk-frontend.min.css", "/health/live", "/no-such-page",
                        "/children/no-such-child", "/assets/no-such-file", "/assets/..%2fPackage.swift", "/sign-in",
                        "/profile", "/administration"])
def response(request, site, child_paths, cookie):
    return fetch(site + (child_paths[0] if request.param == "child" else request.param), cookie())


def test_every_response_forbids_what_it_does_not_need(response):
    held = policy(response.headers["Content-Security-Policy"] or "")
    assert held.get("default-src") in (["'none'"], ["'self'"])
    allowed = {source for sources in held.values() for source in sources}
    assert allowed <= {"'none'", "'self'"}, "only this site, and nothing in place"
    for directive in ["base-uri", "form-action", "frame-ancestors"]:
        assert directive in held, f"{directive} does not fall back to default-src"


def test_every_response_is_taken_as_what_it_says_it_is_and_sends_no_referrer(response):
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Content-Type"]


def test_a_page_about_a_child_is_kept_nowhere(site, child_paths, cookie):
    for path in ["/", child_paths[0]]:
        assert "no-store" in (fetch(site + path, cookie()).headers["Cache-Control"] or "")


def test_what_is_not_there_is_said_to_be_not_there(site, cookie):
    for path in ["/no-such-page", "/children/no-such-child", "/assets/no-such-file", "/assets/..%2fPackage.swift",
                 "/assets/%2e%2e/Package.swift"]:
        assert fetch(site + path, cookie()).status == 404, path


def test_a_page_carries_no_script_or_style_in_place(site, address, cookie):
    html = fetch(site + address.path, cookie(address.role)).read().decode()
    assert not re.search(r"<style|\sstyle\s*=|\son\w+\s*=|javascript:", html, re.IGNORECASE)
    for script in re.findall(r"<script[^>]*>[^<]*", html):
        assert re.fullmatch(r'<script\b[^>]*\bsrc="/[^"]+"[^>]*>\s*', script)


def test_a_page_asks_only_this_site_gets_all_it_asks_for_and_weighs_under_100_kB(rooms, site, address):
    page = rooms(address.role).new_page()
    answers, complaints, weights = [], [], []
    page.on("response", lambda answer: answers.append((answer.status, answer.url)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("response", lambda answer: weights.append(answer))
    page.goto(site + address.path, wait_until="load")
    weight = sum(len(answer.body()) for answer in weights if not answer.url.endswith((".css", "/favicon.ico")))
    close(page)
    answers = [(status, url) for status, url in answers if not url.endswith("/favicon.ico")]
    assert answers and all(url.startswith(site + "/") for _, url in answers), answers
    assert answers[0][0] == address.status and all(status == 200 for status, _ in answers[1:]), answers
    # The page's own status is complained of as well, where it is not 200.
    assert [said for said in complaints if "favicon" not in said and f"status of {address.status}" not in said] == []
    assert weight < HEAVIEST, f"{weight} bytes after the style sheet"


def test_the_typeface_and_crest_of_gov_uk_are_not_served(site):
    css = fetch(site + "/assets/govuk-frontend.min.css").read().decode()
    assert "GDS Transport" not in css and "crest" not in css.replace("govuk-footer__copyright", "")


def test_the_server_listens_on_this_machine_only(site):
    port = int(site.rsplit(":", 1)[1])
    listening = [
        fields[1].split(":")[0]
        for table in ["/proc/net/tcp", "/proc/net/tcp6"]
        for line in Path(table).read_text().splitlines()[1:]
        if (fields := line.split())[3] == LISTEN and int(fields[1].split(":")[1], 16) == port
    ]
    assert listening and set(listening) <= LOOPBACK
