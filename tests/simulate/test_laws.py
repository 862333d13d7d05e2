"""What must hold of every trace, whatever the case: laws that compare one trace with another."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.simulate.build import NOON, ask, book, played, steps, task, watch
from watchbill.model.book import Book
from watchbill.simulate.trace import KINDS

DAY = 86400
MONDAY = NOON - 2 * DAY - NOON % DAY


@cache
def weekly(names: str = "abcd", closes: str = "18:00") -> Book:
    a, b, c, d = names
    return book(
        watch("watch", ("06:00-12:00", a), (f"11:30-{closes}", b), days="mon-fri"),
        watch("legal-watch", ("24h", c), ("09:00-12:00", d), answers="7m"),
        steps(
            ask("q", 'answer: "Yes", starts: [beside]', 'answer: "No", go: q, at_most: 3'),
            task("one", "50m", rest="reaches: [contained], discharges: [answer-law]"),
            task("two", "30m", "counsel", rest="people: 2"),
            task("end", rest="wait_for: [beside]"),
            beside=task("side", "3h", rest="second: counsel"),
            duties="answer-law",
        ),
    )


MINUTES = st.integers(0, 5 * 1440)
SAID = st.integers(0, 3).map(lambda number: ["No"] * number + ["Yes"])


def told(trace, shift=0):
    return [
        (one.at - shift, one.kind, one.what, one.step, one.role, one.member)
        for one in trace.happenings
    ]


def run(of, minute, said, **given):
    return played(of, MONDAY + minute * 60, answers={"q": said}, **given)


@settings(max_examples=60, deadline=None)
@given(MINUTES, SAID)
def test_a_week_later_everything_comes_a_week_later(minute, said):
    first, second = (run(weekly(), minute + add, said) for add in (0, 7 * 1440))
    assert told(second, 7 * DAY) == told(first)


@settings(max_examples=60, deadline=None)
@given(MINUTES, SAID)
def test_other_names_change_nothing_but_the_names(minute, said):
    names = dict(zip("abcd", "stuv", strict=True)) | {"": ""}
    first, second = run(weekly(), minute, said), run(weekly("stuv"), minute, said)
    assert [(*rest, names[who]) for *rest, who in told(first)] == [
        tuple(one) for one in told(second)
    ]


@settings(max_examples=60, deadline=None)
@given(MINUTES, SAID)
def test_a_shift_that_ends_earlier_never_ends_a_case_earlier_but_by_an_answer_time(minute, said):
    whole, cut = run(weekly(), minute, said), run(weekly(closes="16:00"), minute, said)
    # Where the desk is closed counsel is paged, and need not be called when a step wants counsel.
    assert whole.ended - cut.ended <= 7 * 60
    assert whole.acknowledged <= cut.acknowledged


@settings(max_examples=60, deadline=None)
@given(MINUTES, SAID)
def test_somebody_silent_never_answers_a_page_earlier(minute, said):
    acks = [run(weekly(), minute, said, silent_levels=k).acknowledged for k in (0, 1, 2)]
    assert acks == sorted(acks)


@settings(max_examples=60, deadline=None)
@given(MINUTES, st.integers(1, 600), SAID)
def test_an_incident_that_starts_later_never_ends_earlier(minute, later, said):
    first, second = (run(weekly(), start, said) for start in (minute, minute + later))
    # A page answered at once may overtake one that waited for the last level: by its answer time.
    assert second.ended - first.ended > -20 * 60


@settings(max_examples=60, deadline=None)
@given(MINUTES, SAID)
def test_a_trace_is_in_order_of_time_and_knows_its_kinds(minute, said):
    trace = run(weekly(), minute, said)
    instants = [one.at for one in trace.happenings]
    assert instants == sorted(instants)
    assert {one.kind for one in trace.happenings} <= set(KINDS)
    assert trace.ended == max(one.at for one in trace.happenings if one.kind == "line-end")


def test_one_more_minute_of_work_ends_the_case_one_minute_later_where_everybody_is_there():
    ends = [played(book(steps(task("one", f"{n}m"), task("two")))).ended for n in (10, 11)]
    assert ends[1] - ends[0] == 60
