"""Emails handed to a real mail server, which keeps what it is given."""

import csv
import email
import email.policy
import json
import os
import re
import ssl
import subprocess
import sys
import urllib.parse
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from fictional_server import fictional_records, free_port, served, signed_in  # noqa: E402

PROGRAM = os.environ.get("THROUGHLINE_BIN", str(ROOT / ".build/debug/throughline"))


class Kept:
    """Keeps each message with what it came to."""

    def __init__(self):
        self.messages = []
        self.encrypted = []

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
        self.messages.append((envelope.rcpt_tos, message))
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        return "250 kept"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    chain, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(chain)],
        check=True, capture_output=True, timeout=60,
    )
    return chain, key


@pytest.fixture
def mail_server(certificate):
    """Starts mail servers: starttls (asked for), tls or open."""
    running = []

    def start(kind: str, port: int | None = None) -> tuple[Kept, int]:
        kept, port = Kept(), port or free_port()
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(*map(str, certificate))
        more = {"starttls": {"tls_context": context, "require_starttls": True}, "tls": {"ssl_context": context}}
        controller = Controller(kept, hostname="127.0.0.1", port=port, **more.get(kind, {}))
        controller.start()
        running.append(controller)
        return kept, port

    yield start
    for controller in running:
        controller.stop()


@pytest.fixture(scope="session")
def data(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    fictional_records(PROGRAM, folder, children=60, years=3)
    return folder


@pytest.fixture
def throughline(data, certificate):
    def throughline(*arguments: str, port: int, security: str = "starttls", host: str = "127.0.0.1", **more):
        environment = {
            **os.environ,
            "THROUGHLINE_MAIL_HOST": host, "THROUGHLINE_MAIL_PORT": str(port), "THROUGHLINE_MAIL_SECURITY": security,
            "THROUGHLINE_MAIL_FROM": "throughline@severn-vale.example", "THROUGHLINE_MAIL_AUTHORITIES": str(certificate[0]),
            "THROUGHLINE_SERVER_URL": "https://throughline.severn-vale.example", "THROUGHLINE_AUTHORITY_NAME": "Severn Vale",
            **more,
        }
        return subprocess.run(
            [PROGRAM, "mail", *arguments, "--data", str(data)], env=environment, capture_output=True, text=True,
            timeout=300)

    return throughline


@pytest.mark.parametrize("security", ["starttls", "tls", "none"])
def test_a_test_arrives_encrypted_wherever_it_can_be(mail_server, throughline, security):
    kept, port = mail_server(security)
    told = throughline("test", "--to", "it@severn-vale.example", port=port, security=security)
    assert told.returncode == 0, told.stderr + told.stdout
    (recipients, message), = kept.messages
    assert recipients == ["it@severn-vale.example"]
    assert message["Subject"] == "Email from Throughline works"
    assert message["From"] == "Throughline <throughline@severn-vale.example>"
    assert message["Auto-Submitted"] == "auto-generated" and message["Message-ID"] and message["Date"]
    assert "Severn Vale" in message.get_content()
    assert kept.encrypted == [security != "none"]


def test_a_server_that_cannot_encrypt_is_told_nothing(mail_server, throughline):
    kept, port = mail_server("open")
    told = throughline("test", "--to", "it@severn-vale.example", port=port)
    assert told.returncode == 1 and "was not taken" in told.stdout
    assert kept.messages == []
    waiting, = json.loads(throughline("waiting", "--format", "json", port=port).stdout)
    assert waiting["to"] == "it@severn-vale.example" and waiting["attempts"] == 1 and waiting["trouble"]
    tried = json.loads(throughline("deliver", "--now", "--format", "json", port=port).stdout)
    assert tried["written"] is None and tried["waiting"] == 1 and tried["trouble"]
    assert throughline("deliver", "--now", port=port, security="none").returncode == 0


def test_a_server_with_a_stranger_s_certificate_is_told_nothing(mail_server, throughline):
    kept, port = mail_server("starttls")
    told = throughline("test", "--to", "it@severn-vale.example", port=port, THROUGHLINE_MAIL_AUTHORITIES="")
    assert told.returncode == 1 and kept.messages == []
    assert throughline("deliver", "--now", port=port).returncode == 0
    assert len(kept.messages) == 1


def test_email_elsewhere_is_never_in_the_open(throughline):
    told = throughline("test", "--to", "it@severn-vale.example", port=25, security="none", host="mail.example.org")
    assert told.returncode == 2
    assert told.stderr.startswith("throughline: mail.example.org is not this machine")
    assert told.stderr.count("\n") == 1


def facts_of_children(data: Path) -> set[str]:
    """Everything of a child that could be given away: ids, numbers, postcodes, birth dates, names."""
    told = subprocess.run(
        [PROGRAM, "children", "--all", "--data", str(data), "--format", "json"], check=True, capture_output=True, timeout=120)
    facts = {value for child in json.loads(told.stdout) for value in (child["id"], child["ssda903_id"])}
    for table in data.glob("return/*/*.csv"):
        for row in csv.DictReader(table.open(encoding="utf-8-sig")):
            for column, cell in row.items():
                if cell and column and column.upper() in {"CHILD", "UPN", "DOB", "HOME_POST", "PL_POST", "URN", "MOTHER"}:
                    facts.add(cell)
    names = data / "return/names.csv"
    for row in csv.DictReader(names.open(encoding="utf-8-sig")):
        # A given name alone may be a word of the language.
        facts |= {row["family_name"], f"{row['given_names']} {row['family_name']}"} - {""}
    return {fact for fact in facts if len(fact) > 3}


def test_a_dead_server_loses_nothing_and_no_email_names_a_child(mail_server, throughline, data):
    port = free_port()
    told = throughline("digest", port=port)
    assert told.returncode == 1, told.stderr
    assert "\n0 sent; " in told.stdout
    written = int(told.stdout.split(" written")[0])
    assert written > 3
    kept, _ = mail_server("starttls", port)
    # The same morning again writes nothing new; what was kept is delivered, each once.
    again = throughline("digest", port=port)
    assert again.stdout.startswith("0 written.")
    assert throughline("deliver", "--now", port=port).returncode == 0
    assert throughline("deliver", "--now", port=port).returncode == 0
    assert len(kept.messages) == written
    assert len({tuple(recipients) for recipients, _ in kept.messages}) == written
    assert len({message["Message-ID"] for _, message in kept.messages}) == written
    facts = facts_of_children(data)
    assert len(facts) > 100
    for _, message in kept.messages:
        text = message.as_string() + message["Subject"] + message.get_content()
        assert "Open My work: https://throughline.severn-vale.example/" in text
        assert not [fact for fact in facts if fact in text]


def report_missing(data: Path) -> None:
    """Imports the last return once more, with every child who was in care at its end missing since the day before."""
    last = max(folder for folder in (data / "return").iterdir() if folder.is_dir())

    def rows(table: str) -> list[dict]:
        return list(csv.DictReader((last / table).open(encoding="utf-8-sig")))

    born = {row["CHILD"]: row["DOB"] for row in rows("Header.csv")}
    in_care = {row["CHILD"] for row in rows("Episodes.csv") if not row["DEC"]}
    assert in_care
    with (last / "Missing.csv").open("a", newline="") as table:
        day = f"30/03/20{last.name[-2:]}"
        csv.writer(table).writerows([child, born[child], "M", day, ""] for child in sorted(in_care))
    subprocess.run(
        [PROGRAM, "import", "ssda903", str(last), "--year", last.name, "--data", str(data)],
        check=True, stdout=subprocess.DEVNULL, timeout=300)


def test_somebody_is_told_once_of_what_is_urgent(mail_server, throughline, data):
    kept, port = mail_server("starttls")
    report_missing(data)
    assert throughline("urgent", port=port).returncode == 0
    first = len(kept.messages)
    assert first > 0
    assert throughline("urgent", port=port).returncode == 0
    assert len(kept.messages) == first
    facts = facts_of_children(data)
    for _, message in kept.messages:
        assert message["Subject"] == "Urgent: a child needs you now"
        text = message.as_string() + message.get_content()
        assert "Missing now: " in text
        assert not [fact for fact in facts if fact in text]


def test_what_is_said_urgently_is_told_by_email_without_a_word_of_it(mail_server, throughline, data):
    kept, port = mail_server("starttls")
    throughline("urgent", port=port)
    before = len(kept.messages)
    words = "Zephyr will not go home tonight"
    with served(PROGRAM, data) as url:
        worker = signed_in(url, PROGRAM, "social_worker")
        home = worker.open(url + "/", timeout=60).read().decode()
        child = re.search(r'href="/children/(c-[0-9a-f]+)"', home)[1]
        page = worker.open(f"{url}/children/{child}/urgent", timeout=60).read().decode()
        token = re.search(r'name="token" value="([^"]+)"', page)[1]
        form = urllib.parse.urlencode({"token": token, "words": words, "concern": "child"}).encode()
        worker.open(f"{url}/children/{child}/urgent", form, timeout=60)
    assert throughline("urgent", port=port).returncode == 0
    told = [message for _, message in kept.messages[before:]]
    assert told, "nobody was told"
    for message in told:
        text = message.as_string() + message.get_content()
        assert "A person has said that the child may not be safe, and no action is recorded: 1 child" in text
        assert not [fact for fact in facts_of_children(data) | {"Zephyr", child} if fact in text]
    assert throughline("urgent", port=port).returncode == 0
    assert len(kept.messages) == before + len(told)


def test_information_governance_is_told_once_that_a_record_was_on_the_wrong_child(mail_server, throughline, data):
    kept, port = mail_server("starttls")
    throughline("urgent", port=port)
    before = len(kept.messages)
    first = next(row for row in json.loads(subprocess.run(
        [PROGRAM, "children", "--data", str(data), "--format", "json"], check=True, capture_output=True,
        timeout=120).stdout))
    line = {
        "command_id": "wrong-one", "child": first["id"], "kind": "case_note", "occurred": "2026-03-20",
        "answers": {"subject": "Zephyr rang", "significant": "none"}}
    signed = subprocess.run(
        [PROGRAM, "record", "-", "--data", str(data), "--format", "json"], input=json.dumps(line), check=True,
        capture_output=True, text=True, timeout=120).stdout
    event = str(json.loads(signed)["events"][0]["event"])
    subprocess.run(
        [PROGRAM, "protect", "wrong-record", first["id"], event, "--data", str(data)], check=True, capture_output=True,
        timeout=120)
    assert throughline("urgent", port=port).returncode == 0
    told = kept.messages[before:]
    assert len(told) == 1, [recipients for recipients, _ in told]
    (recipients, message), = told
    assert "information" in recipients[0]
    text = message.as_string() + message.get_content()
    assert "On the wrong child, to be assessed within 72 hours: 1 record" in text
    assert "Open Wrong child: https://throughline.severn-vale.example/wrong-child" in text
    assert not [fact for fact in facts_of_children(data) | {"Zephyr"} if fact in text]
    assert throughline("urgent", port=port).returncode == 0
    assert len(kept.messages) == before + 1
