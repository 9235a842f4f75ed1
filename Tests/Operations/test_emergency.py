"""The list for a night when nothing else works: it is written encrypted, and opened elsewhere with the passphrase."""

import json
import subprocess

from conftest import PROGRAM


def emergency(*arguments) -> subprocess.CompletedProcess:
    return subprocess.run([PROGRAM, "emergency", *map(str, arguments)], capture_output=True, text=True, timeout=120)


def test_the_list_holds_every_child_looked_after_and_opens_with_the_passphrase_only(data, tmp_path):
    passphrase, sealed, page = tmp_path / "passphrase", tmp_path / "list.tle", tmp_path / "list.html"
    passphrase.write_text("otters in a lantern of gravel\n")
    told = emergency("write", "--data", data, "--to", sealed, "--passphrase-file", passphrase)
    assert told.returncode == 0, told.stderr
    listed = subprocess.run(
        [PROGRAM, "children", "--data", str(data), "--format", "json"], check=True, capture_output=True, timeout=120)
    numbers = [child["ssda903_id"] for child in json.loads(listed.stdout)]
    assert numbers and told.stdout.startswith(f"{len(numbers)} children, encrypted")
    assert sealed.stat().st_mode & 0o077 == 0
    assert not [number for number in numbers if number.encode() in sealed.read_bytes()]

    other = tmp_path / "other"
    other.write_text("otters in a lantern of sand\n")
    refused = emergency("open", sealed, "--to", page, "--passphrase-file", other)
    assert refused.returncode == 2 and refused.stderr.count("\n") == 1 and not page.exists()

    assert emergency("open", sealed, "--to", page, "--passphrase-file", passphrase).returncode == 0
    html = page.read_text()
    assert page.stat().st_mode & 0o077 == 0
    assert not [number for number in numbers if number not in html]


def test_a_passphrase_that_can_be_guessed_is_refused(data, tmp_path):
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("too short\n")
    refused = emergency("write", "--data", data, "--to", tmp_path / "list.tle", "--passphrase-file", passphrase)
    assert refused.returncode == 2 and refused.stderr.count("\n") == 1
    assert not (tmp_path / "list.tle").exists()
