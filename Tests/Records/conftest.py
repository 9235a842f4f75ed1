"""The program, an authority in a passing folder, and a child whose record is clean."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from clean import CHILD, clean
from planted import TABLE

ROOT = Path(__file__).parents[2]
PROGRAM = os.environ.get("THROUGHLINE_BIN", str(ROOT / ".build/debug/throughline"))


class Authority:
    """A folder of records, driven by the command line as another program would."""

    def __init__(self, folder: Path):
        self.folder = folder

    def run(self, *arguments: str, told: str | None = None, exits: set[int] = frozenset({0})) -> str:
        done = subprocess.run(
            [PROGRAM, *arguments, "--data", str(self.folder / "data")],
            input=told, capture_output=True, text=True, timeout=120)
        assert done.returncode in exits, (arguments, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def run_plain(self, *arguments: str, exits: set[int] = frozenset({0})) -> str:
        """What a command says that takes no folder of records."""
        done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, timeout=120)
        assert done.returncode in exits, (arguments, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def run_alone(self, *arguments: str) -> None:
        """Runs what takes no folder of records."""
        subprocess.run([PROGRAM, *arguments], check=True, capture_output=True, timeout=120)

    def open_child(self, number: str = CHILD, born: str = "2016-05-04") -> None:
        self.run(
            "record", "--new-child", number, "--given", "Ada", "--family", "Example", "--born", born,
            "--entered", "2026-01-12", "--legal-status", "V2", "--placement", "U6")

    def record(self, lines: list[dict], *options: str, exits: set[int] = frozenset({0})) -> dict:
        told = "".join(json.dumps(line) + "\n" for line in lines)
        return json.loads(self.run("record", "-", "--format", "json", *options, told=told, exits=exits))

    def breaks(self, as_at: str) -> list[dict]:
        return json.loads(self.run("breaks", "--as-at", as_at, "--format", "json", exits={0, 1}))


@pytest.fixture
def authority(tmp_path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def kept(authority) -> Authority:
    """An authority with one child, whose record is clean."""
    authority.open_child()
    authority.record(list(clean().values()))
    return authority


def pytest_terminal_summary(terminalreporter):
    """Says of each kind of break how often it was planted and found, and what was found that nobody planted."""
    if not TABLE:
        return
    terminalreporter.section("breaks")
    terminalreporter.write_line("break                             planted  found  falsely found")
    for kind in sorted({row[0] for row in TABLE}):
        planted, found, falsely = (sum(row[place] for row in TABLE if row[0] == kind) for place in (1, 2, 3))
        terminalreporter.write_line(f"{kind:33} {planted:7} {found:6} {falsely:14}")
