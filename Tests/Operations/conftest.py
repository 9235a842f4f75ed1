"""Servers of fictional records as a council's IT runs them: with settings, a log and an end."""

import os
import resource
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "scripts"))
from fictional_server import answers, fictional_records, free_port, signed_in  # noqa: E402

PROGRAM = os.environ.get("THROUGHLINE_BIN", str(ROOT / ".build/debug/throughline"))


@dataclass
class Server:
    process: subprocess.Popen
    port: int
    log: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @contextmanager
    def full_disk(self):
        """While no file may grow, the log neither: what a full disk is like."""
        soft, hard = resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (0, hard))
        try:
            yield
        finally:
            resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (soft, hard))

    def sign_in(self, role: str) -> urllib.request.OpenerDirector:
        return signed_in(self.url, PROGRAM, role)

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=60)


@pytest.fixture(scope="session")
def data(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    fictional_records(PROGRAM, folder, children=30, years=2)
    return folder


@pytest.fixture
def serving(data, tmp_path):
    """Starts a server with settings given as variables: server_idle_seconds=1 is THROUGHLINE_SERVER_IDLE_SECONDS."""

    @contextmanager
    def serving(**settings):
        port, log = free_port(), tmp_path / "log"
        environment = {**os.environ, "THROUGHLINE_ASSETS": str(ROOT / ".assets"), "THROUGHLINE_LOG_LEVEL": "info"}
        environment |= {f"THROUGHLINE_{name.upper()}": str(value) for name, value in settings.items()}
        command = [PROGRAM, "serve", "--data", str(data), "--port", str(port), "--log-format", "json"]
        with log.open("wb") as errors:
            # As it is under Python, a write past a limit fails and stops nobody: as a full disk would.
            process = subprocess.Popen(
                command, env=environment, stderr=errors, stdout=subprocess.DEVNULL, restore_signals=False)
        server = Server(process, port, log)
        try:
            patience = time.monotonic() + 60
            while not answers(server.url):
                assert process.poll() is None, log.read_text()
                assert time.monotonic() < patience, "the server did not answer"
                time.sleep(0.1)
            yield server
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()

    return serving
