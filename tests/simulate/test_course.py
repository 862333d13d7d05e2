"""Steps and lines, sentence by sentence, and against a walk minute by minute."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.simulate.build import NOON, ask, book, played, steps, task, watch, when, work
from tests.timeline.build import at

SIDE = task("side", "30m")
YES_NO = ('answer: "Yes"', 'answer: "No"')


def test_steps_follow_one_another_from_the_acknowledgement_on():
    trace = played(book(steps(task("one"), task("two", "5m"))))
    assert work(trace) == [("one", 2, 12), ("two", 12, 17)]
    assert trace.ended == NOON + 17 * 60


def test_what_a_step_brings_about_happens_at_its_end():
    rest = "reaches: [contained], discharges: [answer-law], marks: [notice-received]"
    trace = played(book(steps(task("one", rest=rest), duties="answer-law")))
    for kind in ("reach", "discharge", "mark"):
        assert when(trace, kind, step="one") == [12]


def test_a_step_waits_until_its_role_is_open_and_pauses_while_it_is_closed():
    of = book(watch("watch", ("12:00-12:30", "a"), ("13:00-14:00", "b")), steps(task("one", "40m")))
    assert work(played(of)) == [("one", 2, 72)]
    # From 12:20: eight minutes are left until 12:30, the other 32 follow from 13:00 on.
    assert work(played(of, NOON + 20 * 60)) == [("one", 2, 72)]


def test_a_step_for_two_people_counts_the_minutes_with_two_on_shift():
    of = book(
        watch("watch", ("12:00-13:00", "a"), ("12:30-14:00", "b")),
        steps(task("one", "10m", rest="people: 2")),
    )
    assert work(played(of)) == [("one", 30, 40)]


def test_a_second_role_must_be_there_too():
    of = book(
        watch("legal-watch", ("12:20-14:00", "c"), answers="5m"),
        steps(task("one", "10m", rest="second: counsel")),
    )
    # Counsel is called at minute 2, opens at 20 and answers at 25.
    assert work(played(of)) == [("one", 25, 35)]


def test_a_role_that_was_not_called_at_the_start_costs_its_answer_time_once():
    of = book(
        steps(
            *(
                task(id, role=role)
                for id, role in (
                    ("a", "analyst"),
                    ("b", "counsel"),
                    ("c", "analyst"),
                    ("d", "counsel"),
                )
            )
        )
    )
    trace = played(of)
    assert work(trace) == [("a", 2, 12), ("b", 17, 27), ("c", 27, 37), ("d", 37, 47)]
    assert [(one.role, one.member) for one in trace.happenings if one.kind == "call"] == [
        ("counsel", "legal-01")
    ]


def test_a_role_called_while_closed_answers_from_its_next_open_minute():
    of = book(
        watch("legal-watch", ("13:00-14:00", "c"), answers="5m"), steps(task("one", role="counsel"))
    )
    assert work(played(of)) == [("one", 65, 75)]


def test_a_role_that_was_told_at_the_start_costs_nothing():
    path = (
        "kind: escalation\npaths:\n  desk-first:\n    title: T\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [analyst], tell: [counsel]}"
    )
    assert work(played(book(path, steps(task("one", role="counsel"))))) == [("one", 2, 12)]


def test_a_role_that_was_silent_is_called_again():
    trace = played(book(steps(task("one"))), silent=["analyst"])
    assert work(trace) == [("one", 12, 22)]


def test_a_step_whose_facts_do_not_hold_takes_no_time():
    of = book(
        steps(
            ask("q", 'answer: "Yes", means: [eu-linked]', 'answer: "No", means: [not eu-linked]'),
            task("only", rest="only_if: [eu-linked]"),
            task("end"),
        )
    )
    assert [step for step, _, _ in work(played(of, answers={"q": "No"}))] == ["q", "end"]
    assert work(played(of, answers={"q": "Yes"}))[1:] == [("only", 12, 22), ("end", 22, 32)]
    assert when(played(of, answers={"q": "No"}), "pass", step="only") == [12]


def test_a_fact_that_nobody_established_does_not_hold_and_the_trace_says_so():
    trace = played(
        book(
            steps(
                task("only", rest="only_if: [eu-linked]"),
                task("not", rest="only_if: [not eu-linked]"),
            )
        )
    )
    assert trace.visited == ("not",)
    assert "`eu-linked` is not known at only: taken as not so" in trace.assumptions


def test_a_given_fact_decides():
    from watchbill.model.types import FactTest

    of = book(steps(task("only", rest="only_if: [eu-linked]")))
    assert played(of, facts=(FactTest("eu-linked", True, "eu-linked"),)).visited == ("only",)


def test_not_before_its_earliest_time_after_the_start():
    trace = played(
        book(steps(task("one", rest="earliest: 60m"), task("two", rest="earliest: 15m")))
    )
    assert work(trace) == [("one", 60, 70), ("two", 70, 80)]


def test_a_side_line_begins_at_the_end_of_the_step_and_joins_by_wait_for():
    of = book(
        steps(
            task("one", rest="starts: [beside]"),
            task("two"),
            task("three", rest="wait_for: [beside]"),
            beside=SIDE,
        )
    )
    assert work(played(of)) == [
        *(("one", 2, 12), ("side", 12, 42), ("two", 12, 22), ("three", 42, 52))
    ]


def test_the_incident_ends_when_all_lines_have_ended():
    of = book(steps(task("one", rest="starts: [beside]"), task("two"), beside=SIDE))
    assert played(of).ended == NOON + 42 * 60


def test_a_line_that_was_not_started_is_not_waited_for():
    of = book(
        steps(
            ask("q", 'answer: "Yes", starts: [beside]', 'answer: "No"'),
            task("end", rest="wait_for: [beside]"),
            beside=SIDE,
        )
    )
    assert work(played(of, answers={"q": "No"}))[-1] == ("end", 12, 22)
    assert work(played(of, answers={"q": "Yes"}))[-1] == ("end", 42, 52)


def test_a_loop_is_gone_as_often_as_it_is_answered_and_may_pause():
    of = book(steps(ask("q", 'answer: "Yes"', 'answer: "No", go: q, at_most: 2, again_after: 30m')))
    assert work(played(of, answers={"q": ["No", "No", "Yes"]})) == [
        *(("q", 2, 12), ("q", 42, 52), ("q", 82, 92))
    ]
    halted = played(of, answers={"q": "No"})
    assert [(one.kind, one.visit) for one in halted.halts] == [("loop", 3)]
    assert halted.ended is None


def test_an_unanswered_question_ends_its_line_and_is_named():
    of = book(steps(ask("q", *YES_NO), task("end")))
    trace = played(of)
    (halt,) = trace.halts
    assert (halt.kind, halt.step, halt.what, halt.options) == (
        "answer",
        "q",
        "And q?",
        ("Yes", "No"),
    )
    assert (trace.visited, trace.ended) == (("q",), None)


def test_an_answer_for_each_visit_and_no_more():
    of = book(steps(ask("q", 'answer: "Yes"', 'answer: "No", go: q, at_most: 9')))
    (halt,) = played(of, answers={"q": ["No", "No"]}).halts
    assert (halt.kind, halt.visit) == ("answer", 3)


def test_an_answer_that_the_question_does_not_have_is_named():
    (halt,) = played(book(steps(ask("q", *YES_NO))), answers={"q": "Maybe"}).halts
    assert (halt.kind, halt.what) == ("no-such-answer", "Maybe")


def test_waiting_ends_at_the_instant_of_the_event_one_for_each_visit():
    of = book(
        steps(
            "id: outside, wait: notice-received",
            ask("q", 'answer: "Yes"', 'answer: "No", go: outside, at_most: 3'),
        )
    )
    trace = played(of, answers={"q": ["No", "Yes"]}, events={"notice-received": ["3h", "5h"]})
    assert when(trace, "wait") == [2, 190]
    assert work(trace) == [("q", 180, 190), ("q", 300, 310)]
    (halt,) = played(of, answers={"q": "No"}, events={"notice-received": ["3h"]}).halts
    assert (halt.kind, halt.what, halt.visit) == ("event", "notice-received", 2)


def test_an_event_that_has_happened_already_is_not_waited_for():
    of = book(steps(task("one"), "id: outside, wait: notice-received", task("two")))
    assert work(played(of, events={"notice-received": ["5m"]}))[-1] == ("two", 12, 22)


def test_a_role_that_never_opens_ends_the_line():
    of = book(
        watch("legal-watch", ("24h", "c"), days="[holiday]"), steps(task("one", role="counsel"))
    )
    (halt,) = played(of).halts
    assert (halt.kind, halt.what) == ("staff", "counsel")


def test_messages_and_other_playbooks_are_listed_at_the_end_of_their_step():
    of = book(steps(ask("q", 'answer: "Yes", opens: [fraud-ring]', rest="messages: [notice]")))
    trace = played(of, answers={"q": "Yes"})
    assert (trace.messages, trace.opens) == (("notice",), ("fraud-ring",))
    assert when(trace, "message") == when(trace, "open") == [12]


# A walk minute by minute that shares nothing with the engine.

CHAIN = st.lists(
    st.tuples(st.sampled_from(["analyst", "counsel"]), st.integers(0, 90)), min_size=1, max_size=6
)
HOURS = st.sampled_from([(0, 24), (9, 17), (22, 6), (12, 13)])


def is_open(hours, minute):
    first, last = hours
    hour = minute // 60 % 24
    return first <= hour < last if first < last else hour >= first or hour < last


def naive(chain, start, hours, answers):
    """The minute at which each step ends. `start` is the acknowledgement by the analyst."""
    now, called, ends = start, {"analyst"}, []
    for role, takes in chain:
        if role not in called:
            called.add(role)
            while not is_open(hours[role], now):
                now += 1
            now += answers[role]
        left = takes
        while left or not (takes or is_open(hours[role], now)):
            left -= is_open(hours[role], now) if left else 0
            now += 1
        ends.append(now)
    return ends


@settings(max_examples=150, deadline=None)
@given(CHAIN, st.integers(0, 1439), HOURS, HOURS, st.integers(1, 20), st.integers(1, 20))
def test_steps_end_as_in_a_walk_minute_by_minute(chain, start, desk, legal, first, second):
    def row(id, hours, answers):
        text = "24h" if hours == (0, 24) else f"{hours[0]:02}:00-{hours[1]:02}:00"
        return watch(id, (text, id), answers=f"{answers}m")

    path = (
        "kind: escalation\npaths:\n  desk-first:\n    title: T\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [analyst]}"
    )
    tasks = [task(f"s{n}", f"{takes}m", role) for n, (role, takes) in enumerate(chain)]
    of = book(path, row("watch", desk, first), row("legal-watch", legal, second), steps(*tasks))
    zero = at("2026-12-02T00:00")
    trace = played(of, zero + start * 60)
    ack = start
    while not is_open(desk, ack):
        ack += 1
    hours = {"analyst": desk, "counsel": legal}
    answers = {"analyst": first, "counsel": second}
    ends = [(one.at - zero) / 60 for one in trace.happenings if one.kind == "end-work"]
    assert ends == naive(chain, ack + first, hours, answers)
