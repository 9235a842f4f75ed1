"""The table of postcodes names the council that looks after children, is in order, and stops at a district unknown."""

import struct

import pytest

COUNTIES = {"E07000078": ("E10000013", "Gloucestershire"), "E06000023": ("E06000023", "Bristol, City of")}


def records(pieces: list[bytes], areas: int) -> list[tuple[bytes, int]]:
    return [(piece[:8].rstrip(b"\0"), int.from_bytes(piece[8:], "little")) for piece in pieces[1 + areas:]]


def test_postcodes_are_in_order_with_their_council(postcodes):
    rows = [("GL513LH", 394000, 222000, "E07000078"), ("BS11AA", 358000, 173000, "E06000023"),
            ("CF101AA", 318000, 176000, "W06000015")]
    pieces = list(postcodes.table(iter(rows), COUNTIES))
    assert pieces[0] == b"TLPLACE1" + struct.pack("<II", 3, 3)
    assert pieces[1].startswith(b"E10000013Gloucestershire\0") and len(pieces[1]) == 64
    assert pieces[3].startswith(b"W06000015Wales\0")
    found = records(pieces, 3)
    assert [name for name, _ in found] == [b"BS11AA", b"CF101AA", b"GL513LH"]
    assert found[2][1] == 394000 | 222000 << 24 | 0 << 48


def test_a_council_made_since_is_its_own(postcodes):
    assert postcodes.council("E06000066", COUNTIES) == ("E06000066", "Somerset")


def test_a_district_that_no_list_has_stops_the_making(postcodes):
    with pytest.raises(SystemExit, match="E07999999"):
        postcodes.council("E07999999", COUNTIES)
