"""A password or a one-time code is typed only into a field that is known to be secret, so that it is never kept."""

import re
from pathlib import Path

WEBSITE = Path(__file__).parents[2] / "Sources/Website"
#: The one function that writes such a field takes its name from the table of them (`SecretField`).
WRITER = "secretField"
MARKS = re.compile(r'"(password|(?:current|new)-password|one-time-code)"')


def test_only_one_function_writes_a_field_for_a_secret():
    found = []
    for file in sorted(WEBSITE.rglob("*.swift")):
        text = file.read_text()
        for field in re.finditer(r"(?:textField|textArea|input|void)\((?:[^()]|\([^()]*\))*\)", text):
            if MARKS.search(field.group()) and not within(text, field.start()):
                found.append(f"{file.name}: {field.group().split(chr(10))[0]}")
    assert found == []


def test_the_writer_of_secret_fields_is_found():
    text = (WEBSITE / "Shared/FormParts.swift").read_text()
    body = text[text.index(f"func {WRITER}"):]
    assert MARKS.search(body[: body.index("\n    }\n")])


def within(text: str, place: int) -> bool:
    """Whether a place is in the body of the function that writes them."""
    begun = text.rfind("func ", 0, place)
    return text.startswith(f"func {WRITER}(", begun)
