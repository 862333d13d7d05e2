"""How long calls, works and periods last at the most and at the least: as trying each start says."""

import pytest

from tests.simulate.build import book, steps, task, watch
from tests.simulate.test_critical import search_of
from tests.timeline.build import at
from watchbill.model.book import Book
from watchbill.simulate.proof.extremes import TO_SPARE, Extremes, extremes
from watchbill.simulate.proof.people import Hands, People
from watchbill.timeline.track import Piece, Track
from watchbill.timeline.zones import DAY

BEGIN = at("2026-12-02T00:00")
HOUR = 3600
NIGHT = watch("legal-watch", ("06:00-18:00", "c"))
# People only borrow their book.
BOOKS: list[Book] = []
COUNSEL, BOTH = Hands("counsel"), Hands("counsel", "analyst")


def people(*overlays: str) -> People:
    of = book(*overlays, steps(task("one")))
    BOOKS.append(of)
    return People(of, BEGIN, 10)


def test_what_is_surely_known_lies_a_month_before_the_end_of_all_days():
    staff = people()
    assert extremes(staff).surely == staff.far - staff.end - TO_SPARE * DAY == 90 * DAY


def test_the_longest_call_and_work_wait_for_a_morning():
    staff = people(NIGHT)
    most = extremes(staff)
    # Called at 18:00 counsel is there at 06:02.
    assert most.longest_call("counsel") == 12 * HOUR + 120
    assert most.longest_call("analyst") == 120
    # Begun a second too late in the evening it takes all but a second of it in the morning.
    assert most.longest_work(COUNSEL, 600) == 12 * HOUR + 600
    assert most.longest_work(COUNSEL, 13 * HOUR) == 37 * HOUR
    assert most.longest_work(BOTH, 600) == 12 * HOUR + 600
    assert most.longest_work(Hands("analyst"), 600) == 600


def test_who_begins_later_is_looked_at_from_then_on():
    begins = "from: 2026-11-30", "from: 2026-12-07"
    staff = people(NIGHT.replace(*begins))
    most = extremes(staff)
    assert staff.begins("counsel") == at("2026-12-07T06:00")
    assert most.longest_call("counsel") == 12 * HOUR + 120
    assert most.longest_work(BOTH, 600) == 12 * HOUR + 600
    assert most.longest_work(Hands("analyst", "counsel"), 600) == 12 * HOUR + 600


def test_calls_and_works_by_the_hours_are_no_earlier_than_for_any_start_before():
    most = extremes(staff := people(NIGHT))
    call, work = most.call("counsel"), most.work(COUNSEL, 600)
    for hour, there, done in (
        (5, 6 * HOUR + 120, 6 * HOUR + 600),
        (12, 12 * HOUR + 120, 12 * HOUR + 600),
    ):
        assert call(BEGIN + hour * HOUR) == BEGIN + there
        assert work(BEGIN + hour * HOUR) == BEGIN + done
    assert most.call("analyst")(7) == 127
    assert most.work(Hands("analyst"), 600)(7) == 607
    assert extremes(staff) is most


def laws(*pieces: tuple[int, int, int]) -> Track:
    """A law by hand over the days that are looked at: from when, how many seconds it adds there, how steep."""
    return Track(tuple(Piece(start, start + adds, slope) for start, adds, slope in pieces), END)


END = BEGIN + 130 * DAY
LAST = BEGIN + 100 * DAY - 1


@pytest.mark.parametrize(
    ("pieces", "least"),
    [
        # It waits for the same instant: at the end of the piece it adds least.
        ([(BEGIN, 500, 0), (BEGIN + 100, 900, 1)], 500 - 99),
        ([(BEGIN, 500, 1), (BEGIN + 100, 900, 1)], 500),
        # A piece of one second.
        ([(BEGIN, 900, 1), (BEGIN + 100, 3, 0), (BEGIN + 101, 900, 1)], 3),
        # At the last second, and behind it.
        ([(BEGIN, 900, 1), (LAST, 3, 1)], 3),
        ([(BEGIN, 900, 1), (LAST + 1, 3, 1)], 900),
        # At the first second, and before it.
        ([(BEGIN - 9, 3, 1), (BEGIN + 1, 900, 1)], 3),
        ([(BEGIN - 9, 3, 1), (BEGIN, 900, 1)], 900),
        ([(BEGIN - 9, 500, 0), (BEGIN + 11, 900, 1)], 500 - 19),
        # The last piece, to the last second that is proven.
        ([(BEGIN, 900, 1), (LAST - 10, 50, 0)], 40),
    ],
)
def test_the_least_that_a_law_adds_is_looked_for_where_it_is_proven(pieces, least):
    staff = people()
    most = Extremes(staff)
    law = laws(*pieces)
    assert most.least(law) == most.least(law) == least


def test_of_two_laws_each_has_its_own_extremes():
    staff = people()
    most = Extremes(staff)
    one, two = laws((BEGIN, 50, 1)), laws((BEGIN, 70, 1))
    assert (most.least(one), most.least(two), most.least(one)) == (50, 70, 50)
    assert (most.yet(one)(BEGIN), most.yet(two)(BEGIN)) == (BEGIN + 50, BEGIN + 70)
    assert (most.to_come(one)(BEGIN), most.to_come(two)(BEGIN)) == (BEGIN + 50, BEGIN + 70)
    assert most.yet(one) is most.yet(one) and most.to_come(two) is most.to_come(two)


def test_what_is_asked_of_a_search_is_worked_out_once_for_all():
    search = search_of(book())
    assert extremes(search.people) is extremes(search.people)
