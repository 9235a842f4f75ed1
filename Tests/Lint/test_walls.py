"""The lint of the walls is worth having only if it fails: each rule is broken here once."""

import pytest

MANIFEST = {
    "targets": [
        {"name": "Days", "type": "regular", "dependencies": []},
        {"name": "Casework", "type": "regular", "dependencies": [
            {"byName": ["Days", None]}, {"product": ["HashTreeCollections", "swift-collections", None, None]}]},
        {"name": "Service", "type": "regular", "dependencies": [
            {"byName": ["Casework", None]}, {"product": ["Hummingbird", "hummingbird", None, None]}]},
        {"name": "DaysTests", "type": "test", "dependencies": [{"byName": ["Days", None]}]},
    ]
}


@pytest.fixture
def breaches(walls):
    table = walls.rooms(MANIFEST)
    return lambda room, source: [f"{line}: {why}" for line, why in walls.breaches_in_file(table[room], source)]


def test_what_the_manifest_declares_may_be_imported(breaches):
    assert breaches("Casework", "import Days\nimport HashTreeCollections\n") == []
    assert breaches("Service", "import Casework\nimport Foundation\nimport Hummingbird\nimport NIOCore\n") == []


@pytest.mark.parametrize("line", [
    "import Foundation", "  import Foundation", "@testable import Foundation", "public import Foundation",
    "@preconcurrency import Foundation", "@_spi(Inside) import Foundation", "import struct Foundation.Date",
    "import Days; import Foundation", "/* why */ import Foundation", "import Foundation // for Date",
    "#if canImport(Foundation)\nimport Foundation\n#endif", 'let address = "http://"; import Foundation',
])
def test_a_pure_room_imports_no_foundation_however_it_is_spelt(breaches, line):
    assert any("Foundation: the room Casework is pure" in breach for breach in breaches("Casework", line))


@pytest.mark.parametrize("module", ["Glibc", "Dispatch", "FoundationEssentials", "Synchronization"])
def test_a_pure_room_imports_no_system_module(breaches, module):
    assert breaches("Days", f"import {module}") == [f"1: import {module}: the room Days is pure"]


def test_a_room_does_not_import_what_it_only_reaches_through_another(breaches):
    assert breaches("Service", "\nimport Days") == ["2: import Days: the room Service does not declare it in Package.swift"]
    assert breaches("Days", "import Casework") != []


@pytest.mark.parametrize("source", [
    "// import Foundation", "/* import Foundation\nimport Foundation */", 'let s = """\nimport Foundation\n"""',
    '/// ```swift\n/// import Foundation\n', 'let s = "try! fatalError("',
])
def test_what_is_not_code_breaks_no_wall(breaches, source):
    assert breaches("Days", source) == []


@pytest.mark.parametrize("line", ["print(day)", "let now = ContinuousClock().now", "let line = readLine()"])
def test_a_pure_room_has_no_clock_and_no_input_or_output(breaches, line):
    assert len(breaches("Days", line)) == 1
    assert breaches("Service", line) == []


@pytest.mark.parametrize("line", ["fatalError()", "let day = try! Day(text)"])
def test_no_room_ends_the_service(breaches, line):
    assert len(breaches("Service", line)) == 1


def test_a_pure_room_stands_only_on_pure_rooms(walls):
    broken = {"targets": [
        {"name": "Days", "type": "regular", "dependencies": [
            {"byName": ["Service", None]}, {"product": ["Logging", "swift-log", None, None]}]}]}
    assert walls.breaches_in_manifest(walls.rooms(broken)) == [
        "Package.swift: Days is pure, and Logging is not", "Package.swift: Days is pure, and Service is not"]
    assert walls.breaches_in_manifest(walls.rooms(MANIFEST)) == []


def test_every_file_is_held_to_the_room_it_stands_in(walls, tmp_path):
    (tmp_path / "Casework" / "Child").mkdir(parents=True)
    (tmp_path / "Casework" / "Child" / "Child.swift").write_text("import Foundation\n")
    (tmp_path / "Attic").mkdir()
    (tmp_path / "Attic" / "Box.swift").write_text("")
    attic, child = walls.breaches(walls.rooms(MANIFEST), tmp_path)
    assert attic.endswith("no room of Package.swift holds this file")
    assert child.endswith("Child.swift:1: import Foundation: the room Casework is pure")
