"""Holds every import line in Sources/ against the rooms that Package.swift declares. Exits 1 where a wall is broken.

SwiftPM alone does not: in an incremental build a module that is already there can be imported by anyone, and it has no
word for a room that must stay pure. Three rules:

  1. A room imports only what the manifest says it depends on, and the system's modules.
  2. A pure room imports no system module (no Foundation, no clock, no input or output) and stands only on pure rooms
     and on PURE_LIBRARIES.
  3. Some words have no place in any room, and some others have none in a pure one.
"""

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

PURE_ROOMS = {"Days", "Casework", "Standards", "Oversight", "Measures", "HTML", "Forms", "Copies"}
PURE_LIBRARIES = {"HashTreeCollections"}
SYSTEM_MODULES = {
    "Foundation", "FoundationEssentials", "FoundationNetworking", "FoundationXML", "Glibc", "Musl", "Dispatch",
    "Synchronization",
}

# A product is imported under its own name, unless it speaks in the types of others too.
MODULES_OF_PRODUCT = {
    "Hummingbird": {"Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOHTTPTypes", "ServiceLifecycle"},
    "HummingbirdTLS": {"HummingbirdTLS", "NIOSSL"},
}

NOWHERE = {
    r"\bfatalError\(": "ends the whole service; say what is wrong in an error",
    r"\btry!": "ends the whole service; handle the error",
}
NOT_IN_PURE_ROOMS = {
    r"(?<![.\w])(?<!func )print\(": "is output",
    r"\breadLine\(": "is input",
    r"\b(ContinuousClock|SuspendingClock)\b": "is a clock",
    r"\bSystemRandomNumberGenerator\b": "gives another answer each time",
}

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public\s+|package\s+|internal\s+|fileprivate\s+|private\s+)?import\s+"
    r"(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?(\w+)"
)
# Strings before comments, so that the // of an address does not hide the rest of its line.
NOT_CODE = re.compile(r'"""[\s\S]*?"""|#*"(?:\\.|[^"\\\n])*"#*|/\*[\s\S]*?\*/|//[^\n]*')


@dataclass
class Room:
    name: str
    depends: set[str]
    products: set[str] = field(default_factory=set)

    @property
    def modules(self) -> set[str]:
        return self.depends.union(*(MODULES_OF_PRODUCT.get(product, {product}) for product in self.products))


def rooms(manifest: dict) -> dict[str, Room]:
    """The rooms of a manifest as `swift package dump-package` prints it."""
    found = {}
    for target in manifest["targets"]:
        if target["type"] in ("regular", "executable"):
            room = Room(target["name"], set())
            for dependency in target["dependencies"]:
                for kind, value in dependency.items():
                    (room.products if kind == "product" else room.depends).add(value[0])
            found[room.name] = room
    return found


def code(source: str) -> list[str]:
    """The lines of a file with comments and strings blanked, so that line numbers stay."""
    return NOT_CODE.sub(lambda match: "\n" * match.group().count("\n"), source).split("\n")


def breaches_in_file(room: Room, source: str) -> list[tuple[int, str]]:
    pure = room.name in PURE_ROOMS
    allowed = room.modules | (set() if pure else SYSTEM_MODULES) | {"Swift", room.name}
    found = []
    for number, line in enumerate(code(source), 1):
        for statement in line.split(";"):
            imported = IMPORT.match(statement)
            if imported and imported[1] not in allowed:
                module = imported[1]
                why = "is pure" if pure and module in SYSTEM_MODULES else "does not declare it in Package.swift"
                found.append((number, f"import {module}: the room {room.name} {why}"))
        for words in [NOWHERE, NOT_IN_PURE_ROOMS] if pure else [NOWHERE]:
            for pattern, why in words.items():
                if word := re.search(pattern, line):
                    found.append((number, f"{word[0].strip('(')} {why}"))
    return found


def breaches_in_manifest(table: dict[str, Room]) -> list[str]:
    return [
        f"Package.swift: {room.name} is pure, and {dependency} is not"
        for room in table.values()
        if room.name in PURE_ROOMS
        for dependency in sorted((room.depends - PURE_ROOMS) | (room.products - PURE_LIBRARIES))
    ]


def breaches(table: dict[str, Room], sources: Path) -> list[str]:
    found = breaches_in_manifest(table)
    for file in sorted(sources.rglob("*.swift")):
        room = table.get(file.relative_to(sources).parts[0])
        if room is None:
            found.append(f"{file}: no room of Package.swift holds this file")
            continue
        found += [f"{file}:{line}: {why}" for line, why in breaches_in_file(room, file.read_text())]
    return found


if __name__ == "__main__":
    dump = subprocess.run(["swift", "package", "dump-package"], capture_output=True, text=True)
    if dump.returncode:
        sys.exit(f"Package.swift cannot be read: {dump.stderr.strip()}")
    table = rooms(json.loads(dump.stdout))
    found = breaches(table, Path("Sources"))
    for breach in found:
        print(breach, file=sys.stderr)
    if found:
        sys.exit(1)
    print(f"Walls: {len(table)} rooms, {len(PURE_ROOMS & set(table))} of them pure, import only what they declare.")
