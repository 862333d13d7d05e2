"""Corners of the rules about the escalation matrix."""

from tests.rules.laid import hits

PATHS = """
kind: escalation
paths:
  desk-first:
    title: The desk, then counsel
    decides: analyst
    levels:
      - {after: 0m, page: [analyst], repeat: 2m}
      - {after: 5m, page: [counsel], repeat: 5m}
"""


def matrix(*rows: str, more: str = "") -> str:
    return PATHS + "matrix:\n" + "".join(f"  - {{{row}}}\n" for row in rows) + more


def test_a_row_with_hours_covers_no_row_without() -> None:
    rows = matrix("severity: P1, hours: office, path: desk-first", "path: desk-first")
    assert hits("escalation/dead-row", rows) == []


def test_a_row_behind_one_with_the_same_hours_is_dead() -> None:
    rows = matrix(
        "hours: office, path: desk-first",
        "severity: P1, hours: office, path: desk-first",
        "path: desk-first",
    )
    assert [hit.split(":")[1] for hit in hits("escalation/dead-row", rows)] == ["matrix.matrix[1]"]


def test_a_row_for_a_playbook_is_alive_behind_one_for_another_harm() -> None:
    more = """---
kind: harm
id: spam
"""
    rows = matrix(
        "harm: spam, path: desk-first",
        "playbook: fraud-ring, path: desk-first",
        "path: desk-first",
        more=more,
    )
    assert hits("escalation/dead-row", rows) == []


def test_a_row_for_a_playbook_and_a_harm_that_it_does_not_answer_is_dead() -> None:
    more = """---
kind: harm
id: spam
"""
    rows = matrix(
        "playbook: fraud-ring, harm: spam, path: desk-first", "path: desk-first", more=more
    )
    assert len(hits("escalation/dead-row", rows)) == 1


def test_a_row_below_the_floor_of_its_harm_is_dead() -> None:
    more = """---
kind: harm
severity: {default: P0, floor: P1}
"""
    below = matrix("harm: fraud, severity: P2, path: desk-first", "path: desk-first", more=more)
    above = matrix("harm: fraud, severity: P1, path: desk-first", "path: desk-first", more=more)
    assert len(hits("escalation/dead-row", below)) == 1
    assert hits("escalation/dead-row", above) == []


def test_rows_that_cover_every_severity_need_no_last_row_for_all() -> None:
    whole = matrix("severity: [P0, P1], path: desk-first", "severity: P2, path: desk-first")
    assert hits("escalation/no-row-fits", whole) == []


def test_the_first_hole_is_named_and_the_others_are_counted() -> None:
    holes = matrix("severity: P0, path: desk-first", "harm: fraud, path: desk-first")
    found = hits("escalation/no-row-fits", holes)
    assert found == [
        "escalation:matrix.matrix[1]: no row fits P1 in emea at every hour, and 1 more"
    ]


def test_a_row_that_is_open_only_at_times_is_no_hole_where_another_follows() -> None:
    more = """---
kind: harm
id: spam
"""
    rows = matrix(
        "harm: spam, severity: P0, hours: office, path: desk-first",
        "harm: fraud, path: desk-first",
        "severity: [P0, P1, P2], region: emea, path: desk-first",
        more=more,
    )
    assert hits("escalation/no-row-fits", rows) == []


def test_a_late_second_level_is_measured_by_the_promises_that_reach_it() -> None:
    late = PATHS.replace("after: 5m", "after: 11m") + "matrix:\n  - {path: desk-first}\n"
    only_p2 = PATHS.replace("after: 5m", "after: 11m").replace(
        "paths:",
        "paths:\n  quick:\n    title: Quick\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [analyst], repeat: 1m}",
    )
    only_p2 += "matrix:\n  - {severity: [P0, P1], path: quick}\n  - {path: desk-first}\n"
    assert hits("escalation/late-level", late) == [
        (
            "escalation:matrix.paths.desk-first.levels[1].after: level 2 is paged after 11m,"
            " and `promise` promises an answer to P0 within 10m"
        )
    ]
    assert hits("escalation/late-level", only_p2) == []


def test_a_chat_before_a_page_to_the_same_role_is_no_repetition() -> None:
    chat = PATHS.replace("page: [analyst],", "page: [counsel], channel: chat,")
    assert hits("escalation/repeats-level", chat + "matrix:\n  - {path: desk-first}\n") == []


def test_the_worst_severity_on_a_path_that_begins_by_chat_is_named() -> None:
    chat = PATHS.replace("page: [analyst],", "page: [analyst], channel: chat,")
    p1 = chat + "matrix:\n  - {severity: P1, path: desk-first}\n"
    assert hits("escalation/nobody-at-once", p1) == []
    assert hits("escalation/nobody-at-once", chat + "matrix:\n  - {path: desk-first}\n") == [
        (
            "escalation:matrix.paths.desk-first.levels[0]: P0 in emea takes path `desk-first`,"
            " which pages nobody at once"
        )
    ]


def test_a_last_level_by_ticket_may_wait_for_the_morning() -> None:
    ticket = PATHS.replace("page: [counsel],", "page: [counsel], channel: ticket,")
    office = (
        "matrix:\n  - {path: desk-first}\n---\nkind: schedule\nid: legal-watch\ncover: office\n"
    )
    assert hits("escalation/last-level-not-24x7", ticket + office) == []
    assert len(hits("escalation/last-level-not-24x7", PATHS + office)) == 1
