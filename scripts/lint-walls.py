"""Holds every import line against the rooms of Package.swift, and keeps Foundation out of the pure ones.

SwiftPM alone catches neither in an incremental build. The manifest is the one list of who may import whom.
"""

import json
import pathlib
import re
import subprocess
import sys

PURE = {"Days", "Casework", "Standards", "Oversight", "Measures", "HTML", "Forms"}
# Modules that come with the toolchain and need no line in the manifest; pure rooms may use none of them.
TOOLCHAIN = {"Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch", "Synchronization", "Testing"}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:public |package |internal |private |fileprivate )?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)"
)


def rooms(manifest):
    """Each target with the modules it declares."""
    found = {}
    for target in manifest["targets"]:
        modules = set()
        for dependency in target["dependencies"]:
            for kind in ("byName", "target", "product"):
                if kind in dependency:
                    modules.add(dependency[kind][0])
        found[target["name"]] = (target, modules)
    return found


def violations(name, modules, path, text):
    pure = name in PURE
    for number, line in enumerate(text.splitlines(), 1):
        match = IMPORT.match(line)
        if not match:
            continue
        module = match.group(1)
        if module in modules:
            continue
        if module in TOOLCHAIN and not pure:
            continue
        why = "is a pure room and may not import" if pure and module in TOOLCHAIN else "does not declare"
        yield f"{path}:{number}: {name} {why} {module}"


def main(root="."):
    root = pathlib.Path(root)
    dump = subprocess.run(
        ["swift", "package", "dump-package"], cwd=root, check=True, capture_output=True, text=True
    )
    wrong = []
    files = 0
    for name, (target, modules) in rooms(json.loads(dump.stdout)).items():
        if target["type"] == "system-target" or target["type"] == "system":
            continue
        folder = root / (target.get("path") or ("Tests" if target["type"] == "test" else "Sources") + "/" + name)
        for path in sorted(folder.rglob("*.swift")):
            files += 1
            wrong += violations(name, modules, path.relative_to(root), path.read_text(encoding="utf-8"))
    print("\n".join(wrong) if wrong else f"walls: {files} files import only what their room declares")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
