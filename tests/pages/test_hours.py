import pytest

from watchbill.model.types import parse_hours
from watchbill.pages.hours import in_utc


@pytest.mark.parametrize(
    ("hours", "zone", "january", "july"),
    [
        ("08:00-16:30", "Europe/Dublin", "08:00-16:30", "07:00-15:30"),
        ("22:00-06:00", "America/Los_Angeles", "06:00-14:00", "05:00-13:00"),
        ("06:00-24:00", "America/Bogota", "11:00-05:00", "11:00-05:00"),
        ("24h", "Asia/Kolkata", "18:30-18:30", "18:30-18:30"),
    ],
)
def test_a_shift_is_told_in_utc_for_winter_and_summer(
    hours: str, zone: str, january: str, july: str
) -> None:
    window = parse_hours(hours)
    assert in_utc(window, zone, 2027, 1) == january
    assert in_utc(window, zone, 2027, 7) == july
