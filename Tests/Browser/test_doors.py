"""The door itself: spoken to over TLS, and slow to answer whoever guesses."""

import re
import ssl
import subprocess
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import expect

from fictional_server import code_of_now, fictional_records, fictional_sign_ins, served, sign_in
from pages import close


class Stay(urllib.request.HTTPRedirectHandler):
    """Follows nobody."""

    def redirect_request(self, *_):
        return None


@pytest.fixture(scope="module")
def records(tmp_path_factory, program):
    """A small authority of these tests' own, because a door that was slowed down stays so."""
    folder = tmp_path_factory.mktemp("doors")
    fictional_records(program, folder, children=1, years=1)
    return folder


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of this machine's own, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate, "-keyout", key],
        check=True, capture_output=True, timeout=60)
    return certificate, key


def versions(site: str) -> set[str]:
    """The versions of TLS that are spoken, asked by openssl, which still knows the old ones."""
    spoken = set()
    for option, name in [("-tls1", "TLSv1"), ("-tls1_1", "TLSv1.1"), ("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")]:
        answer = subprocess.run(
            ["openssl", "s_client", option, "-cipher", "ALL:@SECLEVEL=0", "-connect", site.split("//")[1]],
            input="", capture_output=True, text=True, timeout=20)
        if re.search(r"Cipher is (?!\(NONE\))", answer.stdout):
            spoken.add(name)
    return spoken


def test_over_tls_the_cookie_is_the_hosts_alone_and_browsers_are_told_to_stay(browser, program, records, certificate):
    trusting = ssl.create_default_context(cafile=certificate[0])
    options = ["--tls-certificate", str(certificate[0]), "--tls-key", str(certificate[1])]
    with served(program, records, options=options, trusting=trusting) as site:
        assert site.startswith("https://")
        with urllib.request.urlopen(site + "/sign-in", timeout=20, context=trusting) as answer:
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
        context = browser.new_context(ignore_https_errors=True)
        page = context.new_page()
        sign_in(page, site, program, "social_worker")
        expect(page.get_by_role("heading", level=1)).to_have_text("My work")
        cookies = {each["name"]: each for each in context.cookies()}
        assert set(cookies) == {"__Host-throughline"}
        session = cookies["__Host-throughline"]
        assert session["secure"] and session["httpOnly"] and session["path"] == "/" and session["sameSite"] == "Lax"
        assert session["expires"] == -1, "gone when the browser is closed"
        close(context)
        # Whoever speaks in the open is not answered.
        with pytest.raises((urllib.error.URLError, OSError)):
            urllib.request.urlopen(site.replace("https:", "http:") + "/sign-in", timeout=20)
        # Nor is one who knows only what was given up long ago.
        assert versions(site) == {"TLSv1.2", "TLSv1.3"}


def test_nobody_but_a_named_proxy_is_believed_about_the_line(program, records):
    def asked(site: str, forwarded: dict[str, str]) -> bool:
        """Whether the server takes the line to be encrypted."""
        asked = urllib.request.Request(site + "/sign-in", headers=forwarded)
        with urllib.request.urlopen(asked, timeout=20) as answer:
            return "Strict-Transport-Security" in answer.headers

    told = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    with served(program, records) as site:
        assert not asked(site, {}) and not asked(site, told)
    with served(program, records, options=["--trusted-proxy", "192.0.2.1"]) as site:
        assert not asked(site, told), "another machine's name is not this one's"
    with served(program, records, options=["--trusted-proxy", "127.0.0.1"]) as site:
        assert asked(site, told) and not asked(site, {})


def test_a_form_from_elsewhere_changes_nothing(browser, program, records):
    with served(program, records) as site:
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, site, program, "iro")
        page.goto(site + "/profile")
        token = page.locator("form[action='/profile/sign-out-everywhere'] input[name=token]").input_value()
        cookie = "; ".join(f"{each['name']}={each['value']}" for each in context.cookies())

        def sent(form: str, **headers: str) -> int:
            request = urllib.request.Request(
                site + "/profile/sign-out-everywhere", data=form.encode(), headers={"Cookie": cookie} | headers)
            try:
                return urllib.request.build_opener(Stay).open(request, timeout=20).status
            except urllib.error.HTTPError as refused:
                return refused.code

        for form, headers in [
            ("", {}), ("token=", {}), (f"token={token[:-1]}{'1' if token[-1] == '0' else '0'}", {}),
            (f"token={token}", {"Sec-Fetch-Site": "cross-site"}), (f"token={token}", {"Sec-Fetch-Site": "same-site"}),
            (f"token={token}", {"Origin": "https://elsewhere.example"}),
        ]:
            assert sent(form, **headers) == 403, (form, headers)
        page.reload()
        expect(page.get_by_role("heading", name="Where you are signed in")).to_be_visible()
        # With its token it does what it says.
        assert sent(f"token={token}") == 303
        page.reload()
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
        close(context)


def test_another_telephone_asks_for_the_password(browser, program, records):
    with served(program, records) as site:
        context = browser.new_context()
        page = context.new_page()
        sign_in(page, site, program, "personal_adviser")
        for password, told in [("this is not it", "That is not your present password."),
                               (fictional_sign_ins(program)["personal_adviser"]["password"], None)]:
            page.goto(site + "/profile")
            page.get_by_label("Your password").fill(password)
            page.get_by_label("Six-digit code").fill(code_of_now(page.locator("#key").inner_text()))
            page.get_by_role("button", name="Set up the second step").click()
            if told:
                expect(page.locator(".govuk-error-summary")).to_contain_text(told)
            else:
                expect(page.locator("main")).to_contain_text("Signing in now takes a code")
        close(context)


def test_a_certificate_without_its_key_is_one_clear_line(program, records, certificate):
    answer = subprocess.run(
        [program, "serve", "--data", records, "--tls-certificate", certificate[0]], capture_output=True, text=True,
        timeout=60)
    assert answer.returncode == 2
    assert "go together" in answer.stderr


@pytest.mark.parametrize("has_account", [True, False], ids=["an account", "no account"])
def test_whoever_guesses_is_told_to_wait_and_not_whether_there_is_an_account(browser, program, records, has_account):
    email = fictional_sign_ins(program)["auditor"]["email"] if has_account else "nobody@severn-vale.example"
    with served(program, records) as site:
        context = browser.new_context()
        page = context.new_page()
        told = []
        for _ in range(7):
            page.goto(site + "/sign-in")
            page.get_by_label("Email address").fill(email)
            page.get_by_label("Password").fill("this is not it")
            with page.expect_response("**/sign-in") as answer:
                page.get_by_role("button", name="Sign in").click()
            error = page.locator(".govuk-error-summary li").inner_text()
            told.append((answer.value.status, error))
        # Five cost nothing; then it says how long, and looks at no password until then.
        assert told[:5] == [(200, "That email and password do not open an account. Check both, and try again.")] * 5
        assert told[-1] == (429, "Too many attempts. Wait a minute, then try again.")
        if has_account:
            page.get_by_label("Email address").fill(email)
            page.get_by_label("Password").fill(fictional_sign_ins(program)["auditor"]["password"])
            page.get_by_role("button", name="Sign in").click()
            expect(page.locator(".govuk-error-summary")).to_contain_text("Too many attempts")
        close(context)
