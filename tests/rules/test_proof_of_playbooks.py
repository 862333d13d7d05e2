"""Corners of the proofs of playbooks, as a lead reads them."""

import pytest

from tests.rules.laid import hits

REGIONS = """\
kind: organization
regions:
  - {id: apac, title: Asia, hub: Singapore, timezone: Asia/Singapore}
  - {id: emea, title: Europe, hub: Dublin, timezone: Europe/Dublin}
  - {id: amer, title: Americas, hub: San Francisco, timezone: America/Los_Angeles}
"""
# Read literally: three hubs from Monday to Friday, and a pager at weekends that follows the days of Dublin.
_SHIFTS = (
    'apac, region: apac, timezone: Asia/Singapore, hours: "07:30-17:00", days: mon-fri',
    'emea, region: emea, timezone: Europe/Dublin, hours: "08:00-17:30", days: mon-fri',
    'amer, region: amer, timezone: America/Los_Angeles, hours: "08:00-17:30", days: mon-fri',
    "pager, region: emea, timezone: Europe/Dublin, hours: 24h, days: sat-sun",
)
LITERAL = """\
kind: schedule
id: legal-watch
cover: as-listed
limits: Nobody on a Monday night in summer.
answers_within: 15m
shifts:
""" + "".join(
    f"  - {{id: {row}, members: [member-{number}], from: 2026-11-02}}\n"
    for number, row in enumerate(_SHIFTS)
)
ALONE = """\
kind: escalation
paths:
  desk-first:
    title: Counsel
    decides: counsel
    levels:
      - {after: 0m, page: [counsel], repeat: 2m}
"""


def steps(*rows: str) -> str:
    return "kind: playbook\nsteps:\n" + "".join(f"  - {{{row}}}\n" for row in rows)


def task(id: str, takes: str, more: str = "", role: str = "analyst") -> str:
    return f"id: {id}, title: Do {id}, role: {role}, takes: {takes}{', ' + more if more else ''}"


ANSWER = "discharges: [answer-law], reaches: [contained, resolved]"


def laid(*parts: str) -> str:
    return "\n---\n".join(part.strip("\n") for part in parts)


def test_the_weekend_pager_read_literally_misses_the_hour_on_the_night_on_which_the_clocks_change() -> (
    None
):
    order = steps(task("remove", "46m", ANSWER, role="counsel"))
    (found,) = hits(
        "proof/law-missed", laid(REGIONS, LITERAL, ALONE, order, "kind: obligation\ndue: 1h")
    )
    assert found == (
        "playbook:fraud-ring.obligations[0]: `answer-law` (1h) is 31 min late Sunday 28 March 2027"
        " 23:00-23:46 Dublin (22:00-22:46 UTC); also 61 other nights: 15 min until `counsel` answers"
        " + `remove` 46 min with 30 min of pause: done after 1 h 31 min, due after 1 h"
    )


def test_a_law_that_is_late_at_every_minute_is_told_so_with_its_sum() -> None:
    overlay = laid(
        "kind: obligation\ndue: 1h",
        steps(task("block", "50m", "reaches: [contained]"), task("answer", "30m", ANSWER)),
    )
    (found,) = hits("proof/law-missed", overlay)
    assert found == (
        "playbook:fraud-ring.obligations[0]: `answer-law` (1h) is 32 min late at every minute:"
        " 10 min until `counsel` answers (1 level without an answer) + 2 min until `analyst` is there"
        " + `block` 50 min + `answer` 30 min: done after 1 h 32 min, due after 1 h"
    )


def test_a_law_that_is_missed_needs_no_second_finding_about_our_own_limit() -> None:
    overlay = laid("kind: obligation\ndue: 40m", steps(task("answer", "50m", ANSWER)))
    assert len(hits("proof/law-missed", overlay)) == 1
    band = "kind: guard-bands\nbands:\n  - {obligation: answer-law, within: 20m}"
    assert hits("proof/guard-missed", laid(overlay, band)) == []


@pytest.mark.parametrize(("within", "count"), [("57m", 0), ("56m", 1)])
def test_our_own_limit_is_proven_with_one_silent_level(within: str, count: int) -> None:
    overlay = laid(
        f"kind: guard-bands\nbands:\n  - {{obligation: answer-law, within: {within}}}",
        steps(task("answer", "45m", ANSWER)),
    )
    found = hits("proof/guard-missed", overlay)
    assert len(found) == count
    for one in found:
        assert "our limit of 56m for `answer-law` is 1 min late at every minute" in one
        assert one.endswith(
            "10 min until `counsel` answers (1 level without an answer) + 2 min until `analyst` is"
            " there + `answer` 45 min: done after 57 min, due after 56 min"
        )


def test_a_promise_is_proven_with_everybody_answering() -> None:
    level = (
        "kind: service-level\ntargets:\n  P1: {acknowledged: 10m, contained: 46m, resolved: 47m}"
    )
    (found,) = hits("proof/target-missed", laid(level, steps(task("answer", "45m", ANSWER))))
    assert found == (
        "playbook:fraud-ring.service_level: P1 `contained` (46m) is 1 min late at every minute:"
        " 2 min until `analyst` answers + `answer` 45 min: done after 47 min, due after 46 min"
    )


def test_an_answer_that_is_too_late_names_its_path() -> None:
    level = "kind: service-level\ntargets:\n  P1: {acknowledged: 1m, contained: 3h, resolved: 3d}"
    (found,) = hits("proof/late-acknowledgement", level)
    assert found == (
        "playbook:fraud-ring.service_level: path `desk-first`: P1 `acknowledged` (1m) is 1 min late at"
        " every minute: 2 min until `analyst` answers: done after 2 min, due after 1 min"
    )


NIGHTLY = """\
kind: schedule
id: legal-watch
cover: {cover}
limits: Nobody from ten to six.
answers_within: 5m
{more}shifts:
  - {{id: day, region: emea, timezone: Europe/Dublin, hours: "06:00-22:00", members: [legal-01], from: 2026-11-02}}
"""
BY_COUNSEL = steps(task("answer", "15m", ANSWER, role="counsel"))
SHORT = "kind: obligation\ndue: 4h"


def nightly(cover: str = "as-listed", more: str = "") -> str:
    return NIGHTLY.format(cover=cover, more=more)


def test_a_role_that_is_off_for_longer_than_the_clock_runs_is_told_at_the_step() -> None:
    overlay = laid(nightly(), BY_COUNSEL, SHORT)
    (found,) = hits("proof/role-not-24x7", overlay)
    assert found.startswith(
        "playbook:fraud-ring.steps[0].role: nobody stands `counsel` for 9 h at a stretch, which is longer"
        " than the clock: `answer-law` (4h) is 5 h 25 min late"
    )
    assert "`answer` 15 min with 9 h of pause" in found
    assert hits("proof/law-missed", overlay) == []


def test_a_rota_that_breaks_its_own_promise_is_one_finding_and_no_law_is_late_for_it() -> None:
    overlay = laid(
        nightly("24x7").replace("limits: Nobody from ten to six.\n", ""), BY_COUNSEL, SHORT
    )
    assert len(hits("proof/cover-hole", overlay)) == 1
    assert hits("proof/role-not-24x7", overlay) == []
    assert hits("proof/law-missed", overlay) == []


def test_once_the_hole_is_silenced_the_law_that_it_breaks_is_told() -> None:
    silence = (
        "silences:\n  - {rule: proof/cover-hole, reason: New rota from March., until: 2027-03-01}\n"
    )
    rota = nightly("24x7", silence).replace("limits: Nobody from ten to six.\n", "")
    assert len(hits("proof/role-not-24x7", laid(rota, BY_COUNSEL, SHORT))) == 1
    over = rota.replace("2027-03-01", "2026-11-22")
    assert hits("proof/role-not-24x7", laid(over, BY_COUNSEL, SHORT)) == []


def test_an_alarm_while_its_role_is_off_is_told_with_the_time_at_which_it_rings() -> None:
    level = "kind: service-level\ntargets:\n  P1: {acknowledged: 10m, contained: 12h, resolved: 3d}"
    by_counsel = steps(task("answer", "2h", ANSWER, role="counsel"))
    found = hits("proof/unheard-alarm", laid(nightly(), level, by_counsel))
    assert len(found) == 2
    assert any(
        "service_level: the alarm at 50 % of P1 `contained` (12h) falls while nobody stands `counsel`,"
        " whose step `answer` is due then: Tuesday 1 December 2026" in one
        for one in found
    ), found
    heard = steps(task("answer", "2h", ANSWER))
    assert hits("proof/unheard-alarm", laid(nightly(), level, heard)) == []


def test_one_person_behind_two_roles_is_paged_twice_only_when_both_pages_ring_at_once() -> None:
    rota = nightly().replace("legal-01", "desk-01").replace("06:00-22:00", "24h")
    levels = "- {{after: 0m, page: [analyst]}}\n      - {{after: {}, page: [counsel], repeat: 5m}}"
    path = (
        "kind: escalation\npaths:\n  desk-first:\n    title: Both\n    decides: analyst\n"
        "    levels:\n      "
    )
    (found,) = hits("proof/paged-twice", laid(rota, path + levels.format("0m")))
    assert found == (
        "escalation:matrix.paths.desk-first.levels[1].page[0]: `desk-01` is paged as `analyst` and as"
        " `counsel` at the same instant, Monday 30 November 2026 00:00 to Monday 7 December 2026 00:00"
        " Dublin (00:00 to Monday 7 December 2026 00:00 UTC);"
        " also at 28 other nights"
    )
    assert hits("proof/paged-twice", laid(rota, path + levels.format("1m"))) == []


def test_nothing_is_proven_on_sand() -> None:
    late = steps(task("answer", "60h", ANSWER))
    assert len(hits("proof/law-missed", late)) == 1
    unknown = steps(task("answer", "60h", ANSWER, role="nobody"))
    assert hits("proof/law-missed", unknown) == []
    astray = steps(task("answer", "60h", f"{ANSWER}, go: nowhere"))
    assert hits("proof/law-missed", astray) == []
