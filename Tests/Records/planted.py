"""What was planted and what was found, for the table at the end of a run."""

#: Break, planted, found, falsely found.
TABLE: list[tuple[str, int, int, int]] = []


def keep(meant: tuple, found: list[tuple]) -> None:
    """Keeps whether what was planted was found, and what else was; the kind stands second in each."""
    TABLE.append((meant[1], 1, int(meant in found), len([each for each in found if each != meant])))
