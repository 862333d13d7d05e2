"""Paging, sentence by sentence, and against a walk minute by minute."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.simulate.build import NOON, book, played, watch, when
from watchbill.model.escalation import EscalationPath
from watchbill.simulate.paging import page_out
from watchbill.simulate.roster import Roster
from watchbill.timeline.zones import DAY

NIGHT = ("22:00-06:00", "night")
DAYTIME = ("06:00-22:00", "day")


def test_the_first_level_is_paged_at_once_and_its_answer_acknowledges():
    trace = played(book(), answers={"linked": "Yes"})
    assert [(page.role, page.member, page.at - NOON) for page in trace.pages] == [
        ("analyst", "desk-01", 0)
    ]
    assert (trace.acknowledged - NOON, trace.answered_by) == (120, "analyst")
    assert when(trace, "begin", step="linked") == [2]


def test_a_silent_role_does_not_answer_and_the_next_level_is_paged_at_its_time():
    trace = played(book(), answers={"linked": "Yes"}, silent=["analyst"])
    assert [(page.role, page.at - NOON, page.why) for page in trace.pages] == [
        *(("analyst", 0, "silent"), ("counsel", 300, ""))
    ]
    assert (trace.acknowledged - NOON, trace.answered_by) == (600, "counsel")


def test_who_would_have_been_paged_next_is_known_until_the_last_level_is_paged():
    trace = played(book(), answers={"linked": "Yes"})
    assert [(one.role, one.member, one.level, one.at - NOON) for one in trace.spared] == [
        ("counsel", "legal-01", 1, 300)
    ]
    assert played(book(), answers={"linked": "Yes"}, silent=["analyst"]).spared == ()


def test_a_page_is_repeated_until_somebody_answers():
    trace = played(book(), answers={"linked": "Yes"}, silent=["analyst"])
    # At 2, 4, 6 and 8 minutes; somebody answers at the tenth.
    assert [(page.every, page.repeats) for page in trace.pages] == [(120, 4), (300, 0)]


def test_a_closed_level_counts_as_silent():
    trace = played(book(watch("watch", NIGHT)), answers={"linked": "Yes"})
    assert [(page.role, page.member, page.why) for page in trace.pages] == [
        *(("analyst", "", "closed"), ("counsel", "legal-01", ""))
    ]


def test_the_last_level_answers_although_it_is_silent():
    trace = played(book(), answers={"linked": "Yes"}, silent=["analyst", "counsel"])
    assert trace.acknowledged - NOON == 600


def test_a_last_level_that_is_closed_answers_once_it_opens():
    of = book(watch("watch", NIGHT), watch("legal-watch", NIGHT, answers="5m"))
    trace = played(of, answers={"linked": "Yes"})
    assert trace.acknowledged - NOON == 10 * 3600 + 300


def test_a_level_is_not_paged_when_somebody_has_answered_by_its_time():
    path = (
        "kind: escalation\npaths:\n  desk-first:\n    title: T\n    decides: analyst\n    levels:\n"
    )
    for after, pages in (("2m", 1), ("119s", 2)):
        levels = (
            f"      - {{after: 0m, page: [analyst]}}\n      - {{after: {after}, page: [counsel]}}"
        )
        assert len(played(book(path + levels), answers={"linked": "Yes"}).pages) == pages


def test_an_earlier_level_may_still_answer_first_after_a_later_one_was_paged():
    of = book(watch("watch", ("24h", "a"), answers="6m"))
    trace = played(of, answers={"linked": "Yes"})
    assert [page.role for page in trace.pages] == ["analyst", "counsel"]
    assert (trace.acknowledged - NOON, trace.answered_by) == (360, "analyst")


def test_of_several_roles_of_one_level_the_first_answer_counts():
    path = (
        "kind: escalation\npaths:\n  desk-first:\n    title: T\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [counsel, analyst], tell: [counsel]}"
    )
    trace = played(book(path), answers={"linked": "Yes"})
    assert (trace.acknowledged - NOON, trace.answered_by) == (120, "analyst")
    assert [(one.role, one.member) for one in trace.told] == [("counsel", "legal-01")]


def test_with_one_silent_level_the_first_open_one_is_silent():
    path = (
        "kind: escalation\npaths:\n  desk-first:\n    title: T\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [analyst]}\n      - {after: 5m, page: [counsel]}\n"
        "      - {after: 9m, page: [analyst]}\n"
    )
    of = book(path)
    ack = [played(of, silent_levels=k).acknowledged - NOON for k in (0, 1, 2, 3)]
    assert ack == [120, 600, 660, 660]
    # A level that is closed does not use up the silence: counsel is the first open one.
    closed = book(path, watch("watch", NIGHT))
    assert played(closed, silent_levels=1).acknowledged - NOON == 10 * 3600 + 120


# A walk minute by minute that shares nothing with the engine.

HOURS = [(0, 24), (6, 12), (22, 6), (12, 13)]
LEVELS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from(range(4))), min_size=1, max_size=4
).map(sorted)


def open_at(hours, minute):
    first, last = hours
    hour = minute // 60 % 24
    return first <= hour < last if first < last else hour >= first or hour < last


def naive(levels, start, answers, silent_levels):
    """The minute of the first answer, found by walking minute by minute."""
    replies, quiet = [], silent_levels
    for number, (after, role) in enumerate(levels):
        minute = start + after
        if any(reply <= minute for reply in replies):
            break
        if number == len(levels) - 1:
            while not open_at(HOURS[role], minute):
                minute += 1
        elif not open_at(HOURS[role], minute):
            continue
        elif quiet:
            quiet -= 1
            continue
        replies.append(minute + answers[role])
    return min(replies)


@settings(max_examples=150, deadline=None)
@given(
    LEVELS,
    st.integers(0, 1439),
    st.lists(st.integers(1, 20), min_size=4, max_size=4),
    st.integers(0, 3),
)
def test_the_first_answer_is_that_of_a_walk_minute_by_minute(levels, start, answers, silent):
    rows, roles = [], []
    for number, (first, last) in enumerate(HOURS):
        hours = "24h" if (first, last) == (0, 24) else f"{first:02}:00-{last:02}:00"
        rows.append(watch(f"w{number}", (hours, f"m{number}"), answers=f"{answers[number]}m"))
        roles.append(
            f"  - {{id: r{number}, title: R, what: W., staffed_by: w{number}, page: true}}"
        )
    of = book(*rows, "kind: organization\nroles:\n" + "\n".join(roles))
    path = EscalationPath.model_validate(
        {
            "title": "T",
            "decides": "r0",
            "levels": [{"after": f"{after}m", "page": [f"r{role}"]} for after, role in levels],
        }
    )
    zero = NOON - NOON % DAY
    paging = page_out("p", path, zero + start * 60, Roster(of, zero), frozenset(), silent)
    assert (paging.acknowledged - zero) / 60 == naive(levels, start, answers, silent)
