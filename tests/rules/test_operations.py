"""Corners of the rules about queues, certificates, quality, indicators, changes of policy and drills."""

import pytest

from tests.rules.laid import hits

TEAM_CREW = "id: night, who: desk, languages: [en], people: 2, on_queue: 6h"
WATCH_CREW = "id: night, who: watch, languages: [en], people: 2, on_queue: 6h"
SITE_CREW = "id: porto, who: vendor-one, site: porto, languages: [en], people: 2, on_queue: 6h"


def queue(*crews: str, more: str = "") -> str:
    """A queue that these crews work."""
    rows = "".join(f"  - {{{crew}}}\n" for crew in crews)
    return f"kind: queue\n{more}worked_by:\n{rows}"


def training(*certified: str, more: str = "") -> str:
    """A training that these hold."""
    rows = ", ".join(f"{{{one}}}" for one in certified)
    return f"\n---\nkind: training\n{more}certified: [{rows}]\n"


# Above the tier.


@pytest.mark.parametrize(
    ("tier", "audience", "most", "fields"),
    [
        ("vendor", "vendor", "vendor", []),
        ("vendor", "public", "internal", []),
        ("vendor", "internal", "internal", ["harms[0]"]),
        ("internal", "internal", "vendor", ["worked_by[0].who"]),
        ("vendor", "restricted", "public", ["harms[0]", "worked_by[0].who"]),
        ("unheard-of", "internal", "vendor", []),
        ("vendor", "unheard-of", "vendor", []),
    ],
)
def test_a_queue_is_for_readers_of_its_harms_and_worked_by_readers_of_it(
    tier: str, audience: str, most: str, fields: list[str]
) -> None:
    overlay = (
        f"kind: queue\ntier: {tier}\n---\nkind: harm\naudience: {audience}\n---\n"
        f"kind: vendor\nmax_audience: {most}\n"
    )
    found = hits("queue/above-tier", overlay)
    assert [one.partition(": ")[0] for one in found] == [f"queue:reports.{at}" for at in fields]


def test_people_of_a_team_are_nobody_elses_readers() -> None:
    assert hits("queue/above-tier", queue(TEAM_CREW, more="tier: restricted\nharms: []\n")) == []


def test_a_harm_without_an_audience_is_for_whom_the_organisation_says() -> None:
    overlay = "kind: queue\ntier: vendor\n---\nkind: harm\nwithout: [audience]\n"
    assert hits("queue/above-tier", overlay) == [
        "queue:reports.harms[0]: `fraud` is for `internal`, and the queue is worked by readers of `vendor`"
    ]


# Certificates.


@pytest.mark.parametrize(
    ("certified", "count"),
    [
        ("who: vendor-one, site: porto, people: 1, day: 2026-10-01", 0),
        ("who: vendor-one, site: porto, people: 0, day: 2026-10-01", 1),
        ("who: vendor-one, site: lima, people: 9, day: 2026-10-01", 1),
        ("who: vendor-one, people: 9, day: 2026-10-01", 1),
        ("who: desk, people: 9, day: 2026-10-01", 1),
    ],
)
@pytest.mark.parametrize("standby", ["", ", standby: true"])
def test_a_crew_is_certified_at_its_site_standby_or_not(
    certified: str, count: int, standby: str
) -> None:
    overlay = queue(SITE_CREW + standby) + training(certified)
    found = hits("queue/crew-not-certified", overlay)
    assert len(found) == count
    assert all("nobody of `vendor-one` in `porto` holds" in one for one in found)


def test_whoever_is_on_a_watch_holds_the_certificate_of_the_team_that_keeps_it() -> None:
    here = training("who: desk, people: 4, day: 2026-10-01")
    assert hits("queue/crew-not-certified", queue(WATCH_CREW) + here) == []
    assert hits("queue/nobody-certified", queue(WATCH_CREW) + here) == []
    there = training("who: legal, people: 4, day: 2026-10-01")
    assert hits("queue/crew-not-certified", queue(WATCH_CREW) + there) == [
        "queue:reports.worked_by[0].who: nobody of `watch` holds the certificate `basics`"
    ]


@pytest.mark.parametrize("more", ["status: draft\n", "needs: []\n", "needs: [unheard-of]\n"])
def test_a_draft_and_a_queue_without_a_need_ask_for_no_certificate(more: str) -> None:
    overlay = queue(SITE_CREW, more=more) + training()
    assert hits("queue/crew-not-certified", overlay) == []


# Where and when a crew works.


@pytest.mark.parametrize(
    ("crew", "fault"),
    [
        (SITE_CREW, ""),
        (TEAM_CREW, "who: when the people of `desk` work this queue is not said"),
        (f"{TEAM_CREW}, hours: 24h", "who: when the people of `desk` work this queue is not said"),
        (
            f"{TEAM_CREW}, timezone: UTC",
            "who: when the people of `desk` work this queue is not said",
        ),
        (f"{TEAM_CREW}, hours: 24h, timezone: UTC", ""),
        (WATCH_CREW, ""),
        (f"{WATCH_CREW}, hours: 24h", "hours: on which clock these are is not said"),
        (f"{WATCH_CREW}, days: mon-fri", "days: on which clock these are is not said"),
        (f"{WATCH_CREW}, days: mon-fri, timezone: UTC", ""),
        (SITE_CREW.replace(", site: porto", ""), "who: at which site of `vendor-one` is not said"),
        (SITE_CREW.replace("site: porto", "site: lima"), "site: `vendor-one` has no site `lima`"),
        (SITE_CREW.replace("[en]", "[en, pl]"), "languages[1]: nobody in Porto covers `pl`"),
        (SITE_CREW.replace("people: 2", "people: 5"), ""),
        (
            SITE_CREW.replace("people: 2", "people: 6"),
            "people: 6 at once, where Porto has 5 seats",
        ),
        (f"{SITE_CREW}, timezone: Europe/Lisbon", ""),
        (
            f"{SITE_CREW}, timezone: UTC",
            "timezone: the people in Porto work by the clock of Europe/Lisbon",
        ),
    ],
)
def test_where_and_when_a_crew_works(crew: str, fault: str) -> None:
    wanted = [f"queue:reports.worked_by[0].{fault}"] if fault else []
    assert hits("queue/crew-without-place", queue(crew)) == wanted


# Holes.


def crews(*hours: str, more: str = "") -> str:
    """Crews at the site, one for each of these."""
    rows = (SITE_CREW.replace("id: porto", f"id: c{number}") for number in range(len(hours)))
    return queue(*(f"{row}, {one}" for row, one in zip(rows, hours, strict=True)), more=more)


GAP = '{language: en, hours: "%s", timezone: Europe/Lisbon, then: It waits}'


@pytest.mark.parametrize(
    ("overlay", "count"),
    [
        (crews('hours: "00:00-12:00"', 'hours: "12:00-24:00"'), 0),
        (crews('hours: "00:00-12:00"', 'hours: "12:01-24:00"'), 1),
        (crews('hours: "00:00-12:00"', 'hours: "12:00-24:00", standby: true'), 1),
        (crews("days: mon-fri", "days: sat-sun"), 0),
        (crews("days: mon-fri"), 1),
        (crews("days: mon-sat", "days: [holiday]"), 1),
        (crews('hours: "12:00-24:00"', more=f"gaps: [{GAP % '00:00-12:00'}]\n"), 0),
        (crews('hours: "12:00-24:00"', more=f"gaps: [{GAP % '00:00-11:59'}]\n"), 1),
        (
            crews(
                'hours: "12:00-24:00"',
                more=f"gaps: [{(GAP % '00:00-12:00').replace('language: en', 'language: pt')}]\n",
            ),
            1,
        ),
        (crews('hours: "12:00-24:00"', more="status: draft\n"), 0),
        (crews("days: every-day") + training(), 1),
        (queue(TEAM_CREW, more="needs: []\n"), 0),
        (queue(f"{TEAM_CREW}, timezone: UTC, days: mon-fri", more="needs: []\n"), 0),
        (queue(f"{TEAM_CREW}, hours: 24h, timezone: UTC", more="needs: []\n"), 0),
        (queue(f'{TEAM_CREW}, hours: "08:00-16:00", timezone: UTC', more="needs: []\n"), 1),
        (queue(WATCH_CREW, more="needs: []\n"), 0),
        (queue(f"{WATCH_CREW}, days: mon-fri, timezone: UTC", more="needs: []\n"), 1),
        (queue(f'{WATCH_CREW}, hours: "08:00-16:00", timezone: UTC', more="needs: []\n"), 1),
    ],
)
def test_hours_in_which_nobody_works_a_language(overlay: str, count: int) -> None:
    assert len(hits("queue/nobody-certified", overlay)) == count


def test_a_hole_is_told_on_the_clock_of_those_who_speak_it() -> None:
    (found,) = hits("queue/nobody-certified", crews('hours: "06:00-24:00"'))
    assert found.startswith("queue:reports.languages[0]: ")
    assert "00:00-06:00 Lisbon (00:00-06:00 UTC): nobody certified works it in `en`; also" in found
    overlay = crews("days: every-day", more="languages: [en, pl]\n")
    (found,) = hits("queue/nobody-certified", overlay)
    assert "UTC: nobody certified works it in `pl`" in found


# Limits on exposure.


def limited(level: str, crew: str = SITE_CREW, *, to: str = "", exposure: str = "E0") -> str:
    """A crew, and a limit for some of those who work."""
    whom = f"applies_to: [{to}]\n" if to else ""
    return (
        queue(crew, more=f"exposure: {exposure}\n")
        + f"\n---\nkind: exposure-limit\n{whom}levels:\n  - {{level: E0, {level}}}\n"
    )


@pytest.mark.parametrize(
    ("level", "crew", "fault"),
    [
        ("per_day: 6h", SITE_CREW, ""),
        ("per_day: 359m", SITE_CREW, "on_queue: 6h in a day, where 359m is the limit"),
        (
            "per_day: 8h, block: 2h",
            SITE_CREW,
            "on_queue: 6h without a break, where 2h is the limit",
        ),
        ("per_day: 8h, block: 2h", f"{SITE_CREW}, block: 120m", ""),
        (
            "per_day: 8h, block: 2h",
            f"{SITE_CREW}, block: 3h",
            "block: 3h without a break, where 2h is the limit",
        ),
        (
            "per_day: 8h, rest: 15m",
            f"{SITE_CREW}, block: 2h",
            "id: no time off the queue after a block, where it is 15m at least",
        ),
        (
            "per_day: 8h, rest: 15m",
            f"{SITE_CREW}, block: 2h, rest: 10m",
            "rest: 10m off the queue after a block, where it is 15m at least",
        ),
        ("per_day: 8h, rest: 15m", f"{SITE_CREW}, block: 2h, rest: 15m", ""),
        ("per_day: 8h, rest: 15m", SITE_CREW, ""),
        ("per_day: 8h, days_in_a_row: 5", SITE_CREW, ""),
        (
            "per_day: 8h, days_in_a_row: 4",
            SITE_CREW,
            "days_in_a_row: 5 days in a row, where 4 is the limit",
        ),
        ("per_day: 8h", f"{SITE_CREW}, block: 2h, rest: 1h", ""),
        (
            "per_day: 8h",
            f"{SITE_CREW}, block: 2h, rest: 61m",
            "on_queue: 6h in blocks with their breaks do not fit into a shift of 8h",
        ),
        ("per_day: 8h", f"{SITE_CREW}, block: 2h, rest: 61m, shift: 9h", ""),
    ],
)
def test_a_limit_on_exposure(level: str, crew: str, fault: str) -> None:
    wanted = [f"queue:reports.worked_by[0].{fault} (`limits`, E0)"] if fault else []
    assert hits("queue/exposure-broken", limited(level, crew)) == wanted


@pytest.mark.parametrize(
    ("crew", "to", "exposure", "count"),
    [
        (SITE_CREW, "", "E0", 1),
        (SITE_CREW, "", "E1", 0),
        (SITE_CREW, "vendor-one", "E0", 1),
        (SITE_CREW, "desk", "E0", 0),
        (WATCH_CREW, "desk", "E0", 1),
        (WATCH_CREW, "legal", "E0", 0),
    ],
)
def test_for_whom_a_limit_holds(crew: str, to: str, exposure: str, count: int) -> None:
    overlay = limited("per_day: 1h", crew, to=to, exposure=exposure)
    assert len(hits("queue/exposure-broken", overlay)) == count


@pytest.mark.parametrize(("status", "count"), [("active", 1), ("draft", 0), ("deprecated", 0)])
def test_a_limit_that_is_not_in_force_binds_nobody(status: str, count: int) -> None:
    overlay = limited("per_day: 1h") + f"status: {status}\n"
    assert len(hits("queue/exposure-broken", overlay)) == count


@pytest.mark.parametrize(("harm", "count"), [("E0", 0), ("E1", 1)])
def test_a_queue_is_as_heavy_as_the_heaviest_of_its_harms(harm: str, count: int) -> None:
    overlay = (
        f"kind: harm\nexposure: {harm}\n---\nkind: harm\nid: spam\n---\n"
        "kind: queue\nharms: [spam, fraud]\n---\n"
        "kind: exposure-limit\nlevels: [{level: E1, per_day: 1h}]\n"
    )
    assert len(hits("queue/exposure-broken", overlay)) == count


# Work and hands.


@pytest.mark.parametrize(
    ("more", "crew", "count"),
    [
        # 72 cases a day. Two people round the clock, 6 of 8 hours on the queue, 75 % of it: 27 hours.
        ("handling: 22m30s\n", SITE_CREW, 0),
        ("handling: 22m31s\n", SITE_CREW, 1),
        ("handling: 22m31s\noccupancy: 76%\n", SITE_CREW, 0),
        ("handling: 22m31s\nstatus: draft\n", SITE_CREW, 0),
        ("handling: 22m31s\n", f"{SITE_CREW}, standby: true", 1),
        ("handling: 6m\n", f"{SITE_CREW}, standby: true", 1),
        ("handling: 22m30s\n", SITE_CREW.replace("people: 2", "people: 1"), 1),
        ("handling: 15m\n", f"{SITE_CREW}, days: mon-fri", 0),
        ("handling: 17m\n", f"{SITE_CREW}, days: mon-fri", 1),
        ("handling: 7h\n", TEAM_CREW, 0),
        # A watch that begins a week from now is counted from then on, and `people` says how many at once.
        ("handling: 22m30s\n", WATCH_CREW, 0),
        ("handling: 22m31s\n", WATCH_CREW, 1),
        ("handling: 30m\n", SITE_CREW.replace("on_queue: 6h", "on_queue: 9h"), 0),
        ("handling: 30m1s\n", SITE_CREW.replace("on_queue: 6h", "on_queue: 9h"), 1),
    ],
)
def test_work_and_hands(more: str, crew: str, count: int) -> None:
    assert len(hits("queue/more-work-than-hands", queue(crew, more=more))) == count


def test_a_backlog_is_told_in_hours() -> None:
    assert hits("queue/more-work-than-hands", queue(SITE_CREW, more="handling: 30m\n")) == [
        (
            "queue:reports.worked_by: an ordinary day brings 36.0 h of work,"
            " and the people on it can do 27.0 h"
        )
    ]


# Training.


@pytest.mark.parametrize(
    ("valid", "people", "count"),
    [("53d", 9, 0), ("52d", 9, 1), ("52d", 0, 0), ("1mo", 9, 1), ("2mo", 9, 0)],
)
def test_a_certificate_ends_on_the_day_after_its_last(valid: str, people: int, count: int) -> None:
    overlay = (
        f"kind: training\nvalid: {valid}\ncertified:\n"
        f"  - {{who: vendor-one, site: porto, people: {people}, day: 2026-10-01}}\n"
    )
    found = hits("training/expired", overlay)
    assert len(found) == count
    assert all("`vendor-one` in `porto` ended on 2026-1" in one for one in found)


def test_a_group_without_a_site_is_told_by_its_name() -> None:
    overlay = "kind: training\nvalid: 7d\ncertified: [{who: desk, people: 1, day: 2026-10-01}]\n"
    assert hits("training/expired", overlay) == [
        "training:basics.certified[0].day: the certificates of `desk` ended on 2026-10-08"
    ]


# Quality.


def sample(rest: str) -> str:
    return f"kind: quality-program\nsamples:\n  - {{id: weekly, of: All, per: 7d, {rest}}}\n"


@pytest.mark.parametrize(
    ("rest", "count"),
    [
        ("at_least: 1", 0),
        ("at_least: 457, promises: {expected: 95%, margin: 2%}", 0),
        ("at_least: 456, promises: {expected: 95%, margin: 2%}", 1),
        ("at_least: 372, population: 2000, promises: {expected: 95%, margin: 2%}", 0),
        ("at_least: 371, population: 2000, promises: {expected: 95%, margin: 2%}", 1),
        ("at_least: 457, promises: {expected: 95%, margin: 2%, confidence: 99}", 1),
        ("at_least: 322, promises: {expected: 95%, margin: 2%, confidence: 90}", 0),
        ("at_least: 80, population: 100, promises: {expected: 95%, margin: 0%}", 1),
        ("at_least: 100, population: 100, promises: {expected: 95%, margin: 0%}", 0),
    ],
)
def test_a_sample_and_what_it_promises(rest: str, count: int) -> None:
    assert len(hits("quality/sample-too-small", sample(rest))) == count


def gate(rest: str) -> str:
    return (
        "kind: quality-program\ngates:\n"
        f"  - {{id: right, title: R, per: 7d, decides: analyst, below: Stop, {rest}}}\n"
    )


@pytest.mark.parametrize(
    ("rest", "unreachable", "unlimited"),
    [
        ("measure: share, at_least: 0.95, minimum_sample: 73", 0, 0),
        ("measure: share, at_least: 0.95, minimum_sample: 72", 1, 0),
        ("measure: share, at_least: 0.95, minimum_sample: 73, confidence: 99", 1, 0),
        ("measure: share, at_least: 0.95, minimum_sample: 52, confidence: 90", 0, 0),
        ("measure: share, at_least: 1, minimum_sample: 1000000", 1, 0),
        ("measure: share, at_least: 0, minimum_sample: 1", 0, 0),
        ("measure: share, at_least: 0.95", 0, 1),
        ("measure: agreement, at_least: 0.8", 0, 1),
        ("measure: agreement, at_least: 0.95, minimum_sample: 30", 0, 0),
    ],
)
def test_a_gate_can_be_passed_and_is_judged_on_enough(
    rest: str, unreachable: int, unlimited: int
) -> None:
    assert len(hits("quality/gate-out-of-reach", gate(rest))) == unreachable
    assert len(hits("quality/no-minimum-sample", gate(rest))) == unlimited


def test_weights_of_a_programme_and_of_a_scorecard_make_a_hundred() -> None:
    card = "kind: vendor\nscorecard: {every: 1mo, rows: [%s]}\n"
    whole = "{id: a, title: A, weight: 60}, {id: b, title: B, weight: 40}"
    assert hits("quality/weights-not-100", card % whole) == []
    assert hits("quality/weights-not-100", card % whole.replace("40", "41")) == [
        "vendor:vendor-one.scorecard.rows: the weights make 101"
    ]
    rubric = "kind: quality-program\ncriteria: [{id: a, title: A, weight: 99, right: It is}]\n"
    assert hits("quality/weights-not-100", rubric) == [
        "quality-program:checks.criteria: the weights make 99"
    ]


# Indicators.


@pytest.mark.parametrize(
    ("direction", "figures", "field"),
    [
        ("higher", "target: [0.95]\nwarn: 0.93\nact: 0.9\n", ""),
        ("higher", "target: [0.95]\nwarn: 0.95\nact: 0.95\n", ""),
        ("higher", "target: [0.95]\nwarn: 0.96\n", "warn"),
        ("higher", "target: [0.95]\nact: 0.96\n", "act"),
        ("higher", "warn: 0.9\nact: 0.93\n", "warn"),
        ("higher", "warn: 0.93\nact: 0.9\n", ""),
        ("higher", "", ""),
        ("lower", "target: [10]\nwarn: 12\nact: 15\n", ""),
        ("lower", "target: [10]\nwarn: 9\n", "warn"),
        ("lower", "target: [10]\nact: 9\n", "act"),
        ("higher", "target: [0.9, 0.95]\n", "target"),
        ("within", "target: [0.9, 1.1]\nwarn: 2\nact: 1\n", ""),
        ("within", "target: [1.1, 0.9]\n", "target"),
        ("within", "target: [1.1, 1.1]\n", "target"),
        ("within", "target: [1.1]\n", "target"),
        ("within", "warn: 2\n", ""),
    ],
)
def test_figures_lie_the_way_that_the_direction_says(
    direction: str, figures: str, field: str
) -> None:
    left_out = "without: [target]\n" if "target" not in figures else ""
    overlay = f"kind: indicator\n{left_out}direction: {direction}\n{figures}"
    found = hits("indicator/target-against-direction", overlay)
    assert [one.partition(": ")[0] for one in found] == (
        [f"indicator:right-share.{field}"] if field else []
    )


def test_ends_in_the_wrong_order_are_shown() -> None:
    overlay = "kind: indicator\ndirection: within\ntarget: [1.1, 0.9]\n"
    (found,) = hits("indicator/target-against-direction", overlay)
    assert found.endswith(
        "`within` takes the lower end and the upper one, and here stands 1.1, 0.9"
    )


# Changes of policy. The smallest book takes effect on 20 November and is judged on the 23rd.

DONE = "{gate: golden-set-delta, who: desk, done: 2026-11-16T09:00:00+00:00}"
OPEN = "{gate: golden-set-delta, who: desk}"
HURRY = (
    "emergency: {why: A life, agreed_by: [analyst, counsel], gates_by: 2026-11-%sT09:00:00+00:00}\n"
)


def policy(gate: str, more: str = "") -> str:
    return f"kind: policy-change\n{more}gates: [{gate}]\n"


@pytest.mark.parametrize(
    ("gate", "more", "fault"),
    [
        (DONE, "", ""),
        (DONE.replace("-16T09", "-20T09"), "", ""),
        (
            DONE.replace("-16T09:00", "-20T09:01"),
            "",
            (
                "done: done at 2026-11-20T09:01:00+00:00, and the policy takes effect at"
                " 2026-11-20T09:00:00+00:00"
            ),
        ),
        (DONE.replace("-16T09:00:00+00", "-20T10:00:00+01"), "", ""),
        (OPEN, "", "gate: this gate is not done, and the change is active"),
        (OPEN, "status: draft\n", ""),
        (OPEN, "status: deprecated\n", ""),
        (OPEN, HURRY % "30", ""),
        (DONE.replace("-16", "-28"), HURRY % "30", ""),
        (
            DONE.replace("-16", "-28"),
            HURRY % "27",
            (
                "done: done at 2026-11-28T09:00:00+00:00, and that was to be done by"
                " 2026-11-27T09:00:00+00:00"
            ),
        ),
    ],
)
def test_a_policy_waits_for_its_gates_or_says_why_not(gate: str, more: str, fault: str) -> None:
    wanted = [f"policy-change:wider-fraud.gates[0].{fault}"] if fault else []
    assert hits("policy/effective-before-gate", policy(gate, more)) == wanted


@pytest.mark.parametrize(
    ("gate", "more", "count"),
    [
        (OPEN, "status: draft\n", 1),
        (OPEN, "status: draft\neffective: 2026-11-23T00:00:00+00:00\n", 0),
        (OPEN, "status: draft\neffective: 2026-11-22T23:00:00+00:00\n", 1),
        (DONE, "status: draft\n", 0),
        (OPEN, "", 0),
        (OPEN, "status: deprecated\n", 0),
        (OPEN, HURRY % "22", 1),
        (OPEN, HURRY % "23", 0),
        (DONE, HURRY % "22", 0),
        (OPEN, "status: deprecated\n" + HURRY % "22", 0),
    ],
)
def test_gates_are_overdue_on_the_day_after(gate: str, more: str, count: int) -> None:
    assert len(hits("policy/gates-overdue", policy(gate, more))) == count


def test_all_three_gates_are_asked_for_and_every_site_of_every_queue() -> None:
    assert hits("policy/gate-missing", policy("")) == [
        "policy-change:wider-fraud.id: the gate `golden-set-delta` is missing",
        "policy-change:wider-fraud.id: the gate `agreement-retest` is missing",
        (
            "policy-change:wider-fraud.queues: `vendor-one` works one of these queues in `porto`,"
            " and its certification is no gate"
        ),
    ]
    assert hits("policy/gate-missing", policy("", "status: deprecated\n")) == []


@pytest.mark.parametrize(
    ("crew", "count"),
    [
        (f"{SITE_CREW}, standby: true", 1),
        (SITE_CREW.replace("site: porto", "site: lima"), 1),
        (SITE_CREW.replace(", site: porto", ""), 0),
        (TEAM_CREW, 0),
    ],
)
def test_whose_certification_is_a_gate(crew: str, count: int) -> None:
    gates = f"{DONE}, {{gate: agreement-retest, who: desk}}"
    overlay = policy(gates) + "---\n" + queue(crew)
    assert len(hits("policy/gate-missing", overlay)) == count


def test_the_certification_of_another_site_is_not_this_ones() -> None:
    gates = (
        f"{DONE}, {{gate: agreement-retest, who: desk}},"
        " {gate: vendor-certification, who: vendor-one, site: lima}"
    )
    (found,) = hits("policy/gate-missing", policy(gates))
    assert "in `porto`" in found


@pytest.mark.parametrize("name", ["golden-set-delta", "agreement-retest"])
def test_a_gate_that_is_there_is_not_missed_and_the_other_is(name: str) -> None:
    found = hits("policy/gate-missing", policy(f"{{gate: {name}, who: desk}}", "queues: [none]\n"))
    (other,) = {"golden-set-delta", "agreement-retest"} - {name}
    assert found == [f"policy-change:wider-fraud.id: the gate `{other}` is missing"]


def test_a_queue_that_is_not_there_has_no_sites() -> None:
    gates = f"{DONE}, {{gate: agreement-retest, who: desk}}"
    assert hits("policy/gate-missing", policy(gates, "queues: [unheard-of]\n")) == []


# Drills.


@pytest.mark.parametrize(
    ("held", "playbook", "said"),
    [
        ("{day: 2026-08-25, groups: [desk], outcome: met}", "", ""),
        (
            "{day: 2026-08-24, groups: [desk], outcome: met}",
            "",
            "P1, and last exercised on 2026-08-24",
        ),
        ("{day: 2026-10-20, groups: [desk], outcome: missed}", "", ""),
        ("{day: 2026-10-20, groups: [desk], outcome: stopped}", "", "P1, and never exercised"),
        ("{day: 2026-11-24, groups: [desk], outcome: met}", "", ""),
        ("{day: 2026-11-25, groups: [desk], outcome: met}", "", "P1, and never exercised"),
        (
            "{day: 2026-10-20, groups: [desk], outcome: met, playbooks: [other]}",
            "",
            "P1, and never exercised",
        ),
        ("{day: 2026-10-20, groups: [desk], outcome: met, playbooks: [fraud-ring]}", "", ""),
        ("", "", "P1, and never exercised"),
        ("", "default_severity: P0\n", "P0, and never exercised"),
        ("", "default_severity: P2\n", ""),
        ("", "status: draft\n", ""),
        ("", "status: deprecated\n", ""),
        (
            (
                "{day: 2026-07-20, groups: [desk], outcome: met},"
                " {day: 2026-10-20, groups: [desk], outcome: met}"
            ),
            "",
            "",
        ),
    ],
)
def test_a_playbook_of_the_worst_severities_is_exercised(
    held: str, playbook: str, said: str
) -> None:
    overlay = f"kind: drill\nheld: [{held}]\n---\nkind: playbook\n{playbook}"
    wanted = [f"playbook:fraud-ring.id: {said}"] if said else []
    assert hits("drill/overdue", overlay) == wanted


def test_a_book_that_keeps_no_drills_is_not_asked_for_them() -> None:
    assert hits("drill/overdue", "kind: drill\ngone: true\n") == []
    assert hits("drill/overdue", "kind: drill\nstatus: draft\n") == []
    (found,) = hits(
        "drill/overdue",
        "kind: drill\nstatus: draft\n---\nkind: drill\nid: b\nstatus: active\nheld: []\n",
    )
    assert found.endswith("never exercised")
