"""Whom a proof counts on: roles of one rota, roles of nobody, and rotas that begin late or end."""

from tests.simulate.build import book, watch
from tests.timeline.build import at
from watchbill.simulate.proof.people import Hands, People, people
from watchbill.timeline.track import NEVER
from watchbill.timeline.zones import DAY

MINUTE, HOUR = 60, 3600
TODAY = at("2026-11-23T00:00")
# Somebody is there on Christmas Day, and at no other time of the days that are looked at.
FEAST = at("2026-12-25T00:00")


def rota(*rows: str) -> str:
    shifts = "".join(f"  - {{id: s{n}, region: emea, {row}}}\n" for n, row in enumerate(rows))
    return f"kind: schedule\nid: watch\nanswers_within: 2m\nshifts:\n{shifts}"


def row(hours: str, since: str, member: str = "a", more: str = "") -> str:
    return f'timezone: UTC, hours: "{hours}", members: [{member}], from: {since}{more}'


ONCE = rota(row("24h", "2026-11-02", more=", days: [holiday], calendar: office"))


def begins(*rows: str) -> int:
    of = book(rota(*rows))
    return People(of, TODAY, 30).begins("analyst")


def test_four_hundred_days_of_starts_and_four_months_behind_them_are_looked_at():
    of = book()
    who = people(of)
    assert (who.start, who.end, who.far) == (TODAY, TODAY + 400 * DAY, TODAY + 520 * DAY)


def test_roles_of_one_rota_have_the_same_people_under_their_own_names():
    of = book(
        "kind: organization\nroles:\n"
        "  - {id: analyst, title: Analyst, what: Works the case., staffed_by: watch}\n"
        "  - {id: second, title: Second, what: Works the case., staffed_by: watch}\n"
    )
    who = People(of, TODAY, 30)
    one, other = who.station("analyst"), who.station("second")
    assert (one.role, other.role) == ("analyst", "second")
    assert one.by == other.by == "schedule:watch"
    assert one.leads is other.leads


def test_of_roles_that_nobody_is_written_down_for_each_is_told_by_its_name():
    of = book()
    who = People(of, TODAY, 30)
    for role in ("first", "second"):
        one = who.station(role)
        assert (one.role, one.by, who.call(role)) == (role, "", 15 * MINUTE)
        assert one.assumed.startswith(f"{role} is staffed by nobody who is written down")


def test_nobody_comes_and_no_work_is_done_behind_the_last_watch():
    of = book(ONCE)
    who = People(of, TODAY, 30)
    call, work = who.call("analyst"), who.work(Hands("analyst"), HOUR)
    ready, begins = who.opening(Hands("analyst")), who.hands(Hands("analyst"))
    assert begins == ((FEAST, FEAST + DAY),)
    # Long before, on the day, in its last hour, and behind it.
    for when, there, opens, done in (
        (TODAY, FEAST + 120, FEAST, FEAST + HOUR),
        (FEAST + HOUR, FEAST + HOUR + 120, FEAST + HOUR, FEAST + 2 * HOUR),
        (FEAST + DAY - 60, FEAST + DAY + 60, FEAST + DAY - 60, NEVER),
        (FEAST + DAY, NEVER, NEVER, NEVER),
        (FEAST + 2 * DAY, NEVER, NEVER, NEVER),
    ):
        assert who.answered("analyst", when) == there
        assert (call.at(when), ready.at(when), work.at(when)) == (there, opens, done)


def test_a_rota_is_proven_from_today_where_any_of_its_shifts_has_begun():
    for first, since in (
        ("2026-11-02", TODAY),
        ("2026-11-23", TODAY + 6 * HOUR),
        ("2026-12-01", TODAY + 8 * DAY + 6 * HOUR),
    ):
        late = row("06:00-22:00", "2026-12-10", "b")
        early = row("06:00-22:00", first)
        assert begins(early, late) == begins(late, early) == since


def test_a_rota_that_has_begun_by_today_but_has_no_watch_yet_is_proven_from_today():
    assert begins(row("00:00-06:00", "2026-11-23", more=", days: [tue]")) == TODAY
    assert begins(row("00:00-06:00", "2026-11-24", more=", days: [wed]")) == TODAY + 2 * DAY


def test_what_people_cost_is_a_number_where_they_are_always_there_and_worked_out_once():
    of = book(
        rota(row("24h", "2026-11-02")),
        watch("legal-watch", ("00:00-08:00", "c"), ("08:00-16:00", "d")),
    )
    who = people(of)
    assert who is people(of)
    analyst, counsel = Hands("analyst"), Hands("counsel")
    assert (who.work(analyst, HOUR), who.opening(analyst), who.call("analyst")) == (HOUR, 0, 120)
    assert who.work(counsel, HOUR) is who.work(counsel, HOUR)
    assert who.opening(counsel) is who.opening(counsel)
    assert who.call("counsel") is who.call("counsel")
    begins = [piece.start for piece in who.call("counsel").pieces]
    assert begins == sorted(set(begins))


def test_a_rota_that_begins_behind_all_that_is_looked_at_is_proven_from_today():
    assert begins(row("24h", "2029-01-01")) == TODAY
