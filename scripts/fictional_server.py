"""A server of fictional records on a free port of this machine, for as long as it is needed."""

import base64
import functools
import hashlib
import hmac
import json
import os
import socket
import ssl
import subprocess
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def fictional_records(program: str, data: Path, children: int, years: int) -> None:
    """Makes an authority up and imports its returns in the order of their years."""

    def throughline(*arguments: str) -> None:
        subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=300)

    returns = data / "return"
    throughline("synth", "--seed", "1", "--children", str(children), "--years", str(years), "--out", str(returns))
    for year in sorted(folder for folder in returns.iterdir() if folder.is_dir()):
        throughline("import", "ssda903", str(year), "--year", year.name, "--data", str(data))
    throughline("import", "staff", str(returns / "staff.csv"), str(returns / "allocations.csv"), "--data", str(data))
    throughline("import", "names", str(returns / "names.csv"), "--data", str(data))
    throughline("record", str(returns / "records.ndjson"), "--data", str(data))
    for plan in sorted(returns.glob("reviewing-plan-*.yaml")):
        throughline("import", "reviewing-plan", str(plan), "--data", str(data))
    throughline("user", "fictional", "--data", str(data))
    (data / "settings.yaml").write_text((returns / "settings.yaml").read_text())
    throughline("protect", "fictional", "--data", str(data))
    throughline("sample", "fictional", "--data", str(data))


@functools.cache
def fictional_sign_ins(program: str) -> dict[str, dict]:
    """The printed sign-ins of a fictional authority, by role. They are the same for each, so an empty one will do."""
    with tempfile.TemporaryDirectory() as folder:
        fictional_records(program, Path(folder), children=1, years=1)
        told = subprocess.run(
            [program, "user", "fictional", "--data", folder, "--format", "json"],
            check=True, capture_output=True, timeout=300)
    return {person["role"]: person for person in json.loads(told.stdout)}


def code_of_now(key: str) -> str:
    """The six digits that an authenticator shows (RFC 6238). Good once for each account."""
    step = int(time.time()) // 30
    secret = base64.b32decode(key.replace(" ", ""))
    digest = hmac.new(secret, step.to_bytes(8, "big"), hashlib.sha1).digest()
    place = digest[-1] & 15
    number = int.from_bytes(digest[place : place + 4], "big") & 0x7FFF_FFFF
    return f"{number % 1_000_000:06d}"


def sign_in(page, url: str, program: str, role: str) -> None:
    """Signs in on a browser's page as the fictional authority's person of a role, the way a person does."""
    person = fictional_sign_ins(program)[role]
    page.goto(url + "/sign-in")
    page.get_by_label("Email address").fill(person["email"])
    page.get_by_label("Password").fill(person["password"])
    page.get_by_role("button", name="Sign in").click()
    if "/second-factor" in page.url:
        page.get_by_label("Six-digit code").fill(code_of_now(person["second_factor"]))
        page.get_by_role("button", name="Continue").click()
    assert "/sign-in" not in page.url and "/second-factor" not in page.url, page.locator("main").inner_text()


def signed_in(url: str, program: str, role: str) -> urllib.request.OpenerDirector:
    """Somebody of a role that needs no second step, signed in without a browser."""
    person = fictional_sign_ins(program)[role]
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    form = urllib.parse.urlencode({"email": person["email"], "password": person["password"]}).encode()
    with opener.open(url + "/sign-in", form, timeout=60) as page:
        assert "/sign-in" not in page.url, page.read().decode()
    return opener


def answers(url: str, trusting: ssl.SSLContext | None = None) -> bool:
    try:
        with urllib.request.urlopen(url + "/health/live", timeout=2, context=trusting) as response:
            return response.status == 200
    except OSError:
        return False


@contextmanager
def fictional_server(
    program: str, children: int = 40, years: int = 3, folder: Path | None = None
) -> Iterator[str]:
    """The address of a server that answers; where THROUGHLINE_URL names one that runs already, that.

    The records are made in the folder, which stays; without one, in a folder that is gone afterwards.
    """
    if running := os.environ.get("THROUGHLINE_URL"):
        yield running.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as passing:
        folder = folder or Path(passing)
        fictional_records(program, folder, children, years)
        with served(program, folder) as url:
            yield url


@contextmanager
def running(
    program: str, folder: Path, told: Path | None = None, options: Sequence[str] = (),
    trusting: ssl.SSLContext | None = None,
) -> Iterator[tuple[subprocess.Popen, str]]:
    """A server of the records in a folder, with its address, for as long as it is needed; what it says goes to a file. Over
    TLS where a context says whom to trust."""
    port = free_port()
    url = f"{'https' if trusting else 'http'}://127.0.0.1:{port}"
    with told.open("wb") if told else nullcontext() as out:
        server = subprocess.Popen(
            [program, "serve", "--data", str(folder), "--port", str(port), *options], stdout=out)
    try:
        patience = time.monotonic() + 120
        while not answers(url, trusting):
            if server.poll() is not None:
                raise RuntimeError(f"the server stopped at once, with {server.returncode}")
            if time.monotonic() > patience:
                raise RuntimeError("the server did not answer /health/live within two minutes")
            time.sleep(0.1)
        yield server, url
    finally:
        server.terminate()
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@contextmanager
def served(
    program: str, folder: Path, told: Path | None = None, options: Sequence[str] = (),
    trusting: ssl.SSLContext | None = None,
) -> Iterator[str]:
    """The same, where its address is enough."""
    with running(program, folder, told, options, trusting) as (_, url):
        yield url
