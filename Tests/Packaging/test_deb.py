"""What a council's IT would install: the Debian package, made of the binary that the tests run on."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("THROUGHLINE_BIN", ROOT / ".build/debug/throughline"))
UNITS = sorted((ROOT / "packaging/systemd").glob("*.service"))


def run(*command: str, **more) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300, **more).stdout


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    if made := os.environ.get("THROUGHLINE_DEB"):
        return Path(made)
    out = tmp_path_factory.mktemp("deb")
    # A debug build is large; neither stripping nor compressing it is what is tested.
    quick = {**os.environ, "STRIP": "0", "COMPRESSION": "none"}
    return Path(run(str(ROOT / "packaging/build-deb.sh"), str(BINARY), str(out), env=quick).strip())


@pytest.fixture(scope="module")
def tree(package, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    run("dpkg-deb", "-x", str(package), str(folder))
    run("dpkg-deb", "-e", str(package), str(folder / "DEBIAN"))
    return folder


def test_the_packaged_binary_answers(tree):
    version = run(str(BINARY), "--version").strip()
    assert run(str(tree / "usr/bin/throughline"), "--version").strip() == version
    assert f"Version: {version}" in (tree / "DEBIAN/control").read_text()


def test_what_is_served_and_how_it_is_run_is_in_it(tree):
    for path in [
        "usr/share/throughline/assets/throughline.css",
        "usr/share/throughline/assets/govuk-frontend.min.css",
        "usr/share/throughline/lists/common-passwords.txt",
        "usr/share/throughline/settings.yaml",
        "usr/share/doc/throughline/copyright",
        "usr/share/doc/throughline/operations.md",
        "lib/systemd/system/throughline.service",
        "lib/systemd/system/throughline-backup.timer",
        "etc/throughline/environment",
    ]:
        assert (tree / path).is_file(), path
    assert (tree / "DEBIAN/conffiles").read_text().split() == ["/etc/throughline/environment"]
    assert oct((tree / "etc/throughline/environment").stat().st_mode & 0o777) == "0o640"


def test_everything_in_it_belongs_to_root(package):
    lines = run("dpkg-deb", "-c", str(package)).splitlines()
    assert lines and all(line.split()[1] == "root/root" for line in lines)


def test_it_names_the_packages_it_stands_on(tree):
    depends = re.search(r"^Depends: (.*)$", (tree / "DEBIAN/control").read_text(), re.MULTILINE).group(1)
    for library in ["libc6", "libsqlite3-0", "libxml2", "libzip4", "adduser"]:
        assert library in depends


def test_its_settings_are_taken(tree, tmp_path):
    text = (tree / "usr/share/throughline/settings.yaml").read_text()
    settings = tmp_path / "settings.yaml"
    settings.write_text(text)
    printed = run(str(tree / "usr/bin/throughline"), "config", "--config", str(settings), "--data", str(tmp_path))
    for folder in ["assets", "lists"]:
        assert f"/usr/share/throughline/{folder}" in printed
        assert (tree / f"usr/share/throughline/{folder}").is_dir()


@pytest.mark.parametrize("script", ["postinst", "prerm", "postrm"])
def test_its_scripts_are_shell(tree, script):
    run("sh", "-n", str(tree / "DEBIAN" / script))
    assert os.access(tree / "DEBIAN" / script, os.X_OK)


def test_no_script_deletes_the_records(tree):
    for script in ["postinst", "prerm", "postrm"]:
        for line in (tree / "DEBIAN" / script).read_text().splitlines():
            assert not ("rm " in line and ("/var/lib" in line or "/var/backups" in line))


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_can_do_no_more_than_it_must(unit):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    told = run("systemd-analyze", "security", "--offline=true", "--no-pager", str(unit))
    exposure = float(re.search(r"Overall exposure level for \S+: ([0-9.]+)", told).group(1))
    assert exposure <= 2.0, told


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_calls_a_command_that_there_is(unit):
    line = re.search(r"^ExecStart=(.*)$", unit.read_text(), re.MULTILINE).group(1)
    words = re.search(r"/usr/bin/throughline ([a-z ]+?)(?: --|$)", line).group(1).split()
    helped = run(str(BINARY), *words, "--help")
    for option in re.findall(r"--[a-z-]+", line):
        assert option in helped, option
