"""What the access log keeps of commands that show children, and of who signs in: never more than it should."""

import json
import sqlite3
import subprocess
import urllib.error
import urllib.request

import pytest

from conftest import PROGRAM


def command(data, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [PROGRAM, *arguments, "--data", str(data)], capture_output=True, text=True, timeout=120, check=False)


def looks(data) -> list[tuple]:
    """Each entry as: who, through what, of a child or not, how many children."""
    with sqlite3.connect(f"file:{data / 'access.sqlite'}?mode=ro", uri=True) as log:
        return log.execute(
            "SELECT account, route, child IS NOT NULL, query,"
            " (SELECT count(*) FROM shown_child WHERE shown_child.list = look.list) FROM look ORDER BY place").fetchall()


def test_a_command_that_shows_children_is_a_view_with_whom_it_showed(data):
    listed = json.loads(command(data, "children", "--format", "json").stdout)
    child = listed[0]["ssda903_id"]
    before = len(looks(data))
    for arguments in (["child", child], ["thread", child], ["duties", "--child", child]):
        assert command(data, *arguments).returncode in (0, 1)
    assert command(data, "children", "--find", child).returncode == 0
    assert command(data, "children").returncode == 0
    assert command(data, "signals").returncode in (0, 1)
    assert command(data, "figures", "--format", "json").returncode == 0
    assert command(data, "journal", "show", "--child", child).returncode == 0
    # None of these names a child.
    for arguments in (["figures"], ["delays"], ["standards"], ["journal", "head"], ["child", "nobody"]):
        assert command(data, *arguments).returncode in (0, 2)
    new = looks(data)[before:]
    assert all(who.startswith("cli:") for who, *_ in new)
    assert [(route, of_child) for _, route, of_child, *_ in new] == [
        ("throughline child", 1), ("throughline thread", 1), ("throughline duties", 1), ("throughline children", 0),
        ("throughline children", 0), ("throughline signals", 0), ("throughline figures", 0),
        ("throughline journal show", 0),
    ]
    found, everybody = new[3], new[4]
    assert found[3] == f"find={child}" and found[4] == 1 and everybody[4] == len(listed)
    assert "sound" in command(data, "verify").stdout


@pytest.mark.parametrize("arguments", [["children"], ["breaks"], ["duties"], ["figures", "--format", "json"]])
def test_what_cannot_be_kept_is_not_shown(data, tmp_path, arguments):
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in data.glob("journal.sqlite*"):
        (copy / file.name).write_bytes(file.read_bytes())
    (copy / "access.sqlite").write_bytes(b"not a database" * 500)
    answer = command(copy, *arguments)
    assert answer.returncode == 2 and answer.stdout == ""
    assert "nothing is shown, because the access log" in answer.stderr and answer.stderr.count("\n") == 1


def test_the_log_tells_who_signed_in_and_who_was_refused_by_number_only(serving, data):
    with serving() as server:
        wrong = b"email=somebody%40severnvale.example&password=not+this+one+at+all"
        urllib.request.urlopen(server.url + "/sign-in", wrong, timeout=60)
        worker = server.sign_in("social_worker")
        for address in ("/administration", "/children/999999999"):
            with pytest.raises(urllib.error.HTTPError):
                worker.open(server.url + address, timeout=60)
        with pytest.raises(urllib.error.HTTPError):
            worker.open(server.url + "/sign-out", b"token=wrong", timeout=60)
        assert server.stop() == 0
        text = server.log.read_text()
    notes = [line for line in map(json.loads, text.splitlines()) if line["level"] == "notice"]
    told = {line["message"]: line for line in notes}
    assert "account" not in told["sign-in refused: email or password"]
    account = told["signed in"]["account"]
    assert told["refused: not for these roles"]["route"] == "/administration"
    assert told["refused: no such child, or not theirs to see"]["account"] == account
    assert told["refused: a form that is not from a page of this session"]["account"] == account
    for fact in ("somebody", "severnvale.example", "not this one", "999999999"):
        assert fact not in text
