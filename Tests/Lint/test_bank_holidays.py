"""The check of the bank holidays fails where the table and what is published differ, in either direction."""

TABLE = "years: 2024...2025,\n 2024_0101, 2025_0101,"
PUBLISHED = {"2024-01-01": "New Year’s Day", "2025-01-01": "New Year’s Day"}


def test_a_table_as_published_passes(holidays):
    assert holidays.differences(*holidays.ours(TABLE), PUBLISHED) == []


def test_a_day_on_one_side_only_is_named(holidays):
    assert holidays.differences(*holidays.ours(TABLE), PUBLISHED | {"2025-05-05": "Early May"}) == [
        "2025-05-05 (Early May) is published and not in the table"]
    assert holidays.differences(*holidays.ours(TABLE.replace("2025_0101", "2025_0101, 2025_0102")), PUBLISHED) == [
        "2025-01-02 is in the table and not published"]


def test_a_year_on_one_side_only_is_named(holidays):
    assert holidays.differences(*holidays.ours(TABLE), PUBLISHED | {"2026-01-01": "New Year’s Day"}) == [
        "2026 is published: add it to the table"]
    assert holidays.differences(*holidays.ours(TABLE.replace("...2025", "...2026")), PUBLISHED) == [
        "2026 is in the table and not yet published"]
