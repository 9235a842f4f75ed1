"""Measures what a server takes up on this machine, for fictional authorities of so many children in care:

    .venv/bin/python scripts/measure-size.py 600 10000

Each has eight years of returns. The server is asked for its pages by eight people at once; memory is what the kernel says
is resident, and the most that ever was.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fictional_server import fictional_records, running, signed_in

PROGRAM = os.environ.get("THROUGHLINE_BIN", ".build/release/throughline")
PEOPLE, CHILD_PAGES = 8, 2000
MEBIBYTE = 1 << 20


def memory(process: int, what: str) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(rf"^{what}:\s+(\d+) kB$", status, re.MULTILINE).group(1)) * 1024


def use(url: str) -> int:
    """Opens the pages that list everybody, and some two thousand of the children's; gives how many were opened."""
    somebody = signed_in(url, PROGRAM, "iro")

    def read(path: str) -> str:
        with somebody.open(url + path, timeout=120) as page:
            return page.read().decode()

    lists = [f"/children?page={page}" for page in range(1, 41)]
    with ThreadPoolExecutor(PEOPLE) as people:
        pages = list(people.map(read, ["/", "/figures", "/figures?by=team", *lists]))
        children = sorted({path for page in pages for path in re.findall(r'href="(/children/c-[^"/?#]+)"', page)})
        again = [children[number % len(children)] for number in range(CHILD_PAGES)]
        return len(pages) + sum(1 for _ in people.map(read, again))


def measure(children: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        fictional_records(PROGRAM, data, children=children, years=8)
        told = subprocess.run(
            [PROGRAM, "verify", "--data", folder, "--format", "json"], check=True, capture_output=True, timeout=600)
        events = json.loads(told.stdout)["events"]
        disk = sum(file.stat().st_size for file in data.glob("*.sqlite*"))
        begun = time.monotonic()
        with running(PROGRAM, data) as (server, url):
            start = time.monotonic() - begun
            idle = memory(server.pid, "VmRSS")
            opened = use(url)
            after, most = memory(server.pid, "VmRSS"), memory(server.pid, "VmHWM")
    return [
        f"{children:,}", f"{events:,}", f"{disk / MEBIBYTE:.0f} MB", f"{start:.1f} s", f"{idle / MEBIBYTE:.0f} MB",
        f"{after / MEBIBYTE:.0f} MB", f"{most / MEBIBYTE:.0f} MB", f"{opened:,}"]


print("| children in care | events | on disk | start | memory then | after use | at most | pages opened |")
print("|---|---|---|---|---|---|---|---|")
for size in sys.argv[1:]:
    print("| " + " | ".join(measure(int(size))) + " |", flush=True)
