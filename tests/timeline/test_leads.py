"""Who leads and how the hours fall on people: against a walk second by second, and by hand."""

from hypothesis import given
from hypothesis import strategies as st

from tests.timeline.build import at, schedule, shift
from watchbill.timeline.leads import Lead, leads
from watchbill.timeline.load_share import Load, load_of
from watchbill.timeline.shifts import Watch, watches

HOUR = 3600


@st.composite
def some_watches(draw: st.DrawFn) -> list[Watch]:
    found = []
    for row in range(draw(st.integers(1, 4))):
        start = 0
        for _ in range(draw(st.integers(0, 3))):
            start += draw(st.integers(0, 6))
            end = start + draw(st.integers(1, 8))
            began = start - draw(st.sampled_from([0, 0, 3]))
            found.append(Watch(start, end, began, row, f"s{row}", draw(st.sampled_from("ab"))))
            start = end
    return sorted(found)


@given(some_watches())
def test_of_the_open_watches_the_one_that_began_last_leads_at_every_second(
    found: list[Watch],
) -> None:
    led = leads(found)
    assert all(one.start < one.end for one in led)
    for second in range(-2, 50):
        there = [one for one in found if one.start <= second < one.end]
        expected = [min(there, key=lambda one: (-one.began, one.row))] if there else []
        assert [one.watch for one in led if one.start <= second < one.end] == expected


def test_whoever_is_left_behind_when_others_go_leads_again_to_the_end() -> None:
    long, short = Watch(0, 10, 0, 0, "l", "a"), Watch(5, 7, 5, 1, "s", "b")
    assert leads([long, short]) == (Lead(0, 5, long), Lead(5, 7, short), Lead(7, 10, long))
    assert [one.member for one in leads([long, short])] == ["a", "b", "a"]
    assert leads([]) == ()


def test_whoever_has_most_hours_comes_first_and_equals_go_by_name() -> None:
    watch = schedule(
        shift("UTC", "08:00-09:00", id="one", members=["m"]),
        shift("UTC", "08:00-12:00", id="two", members=["z"], days=["mon", "wed", "sun"]),
        shift("UTC", "08:00-10:00", id="six", members=["k"], days=["mon", "tue", "wed"]),
        shift("UTC", "20:00-02:00", id="few", members=["a"], days=["tue"]),
    )
    found = watches(watch, {}, at("2026-03-02T00:00"), at("2026-03-08T00:00"))
    assert load_of(watch, found) == (
        Load("z", 2, 8 * HOUR, 0, 0, 44 * HOUR),
        Load("a", 1, 6 * HOUR, 4 * HOUR, 0, None),
        Load("k", 3, 6 * HOUR, 0, 0, 22 * HOUR),
        Load("m", 6, 6 * HOUR, 0, HOUR, 23 * HOUR),
    )


def test_the_rest_is_the_least_between_two_watches() -> None:
    watch = schedule(shift("UTC", "08:00-09:00", members=["m"], days=["mon", "tue", "sat"]))
    found = watches(watch, {}, at("2026-03-02T00:00"), at("2026-03-09T00:00"))
    assert [one.rest for one in load_of(watch, found)] == [23 * HOUR]
