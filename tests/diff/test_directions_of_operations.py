"""What an edit of daily work, of its quality or of readiness is, both ways, beside the pages of the kinds."""

from typing import Any

import pytest

from tests import smallest
from tests.diff.build import edited
from tests.diff.rows import GONE, N, Row, S, U, W, holds, put, told
from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction, How, Weight
from watchbill.diff.kinds import kind_of
from watchbill.model.base import Document
from watchbill.model.kinds import KINDS
from watchbill.model.shape import Fields, Many, Shape, Table, shape_of

QUEUE, TRAINING, LIMIT, CHECKS = (
    "queue:reports",
    "training:basics",
    "exposure-limit:limits",
    "quality-program:checks",
)
FIGURE, POLICY, DRILL, VENDOR = (
    "indicator:right-share",
    "policy-change:wider-fraud",
    "drill:fire-drill",
    "vendor:vendor-one",
)
CREW = "worked_by.0"
CARD = {"every": "1mo", "rows": [{"id": "right", "title": "Right", "weight": 100}]}
GOLD = {"id": "set", "items": 9, "strata": ["language"], "refresh": "20%", "every": "90d"}
BOTH = {"of": "Removals", "share": "10%", "differ": "The lead decides"}
TOGETHER = {"every": "14d", "cases": 20, "who": ["analyst"]}
GAP = {"language": "en", "hours": "02:00-06:00", "timezone": "Europe/Lisbon", "then": "It waits"}
HURRY = {"why": "A life", "agreed_by": ["analyst", "counsel"], "gates_by": "2026-12-01T09:00:00Z"}
HOURS = [2] * 12 + [4] * 12

DAILY = (
    Row(QUEUE, f"{CREW}.people", 2, 3, "queue/crew-people", S),
    Row(QUEUE, f"{CREW}.standby", GONE, False),
    Row(QUEUE, f"{CREW}.hours", GONE, "24h"),
    Row(QUEUE, f"{CREW}.hours", GONE, "08:00-16:00", "queue/crew-hours", W),
    Row(QUEUE, f"{CREW}.hours", "22:00-06:00", "21:00-06:00", "queue/crew-hours", S),
    Row(QUEUE, f"{CREW}.hours", "22:00-06:00", "06:00-22:00", "queue/crew-hours", U),
    Row(QUEUE, f"{CREW}.days", "mon-fri", ["mon", "tue", "wed", "thu", "fri"]),
    Row(QUEUE, f"{CREW}.days", ["mon", "tue"], ["tue", "wed"], "queue/crew-days", U),
    Row(QUEUE, f"{CREW}.on_queue", "6h", "7h", "queue/crew-time", U),
    Row(QUEUE, f"{CREW}.block", "1h", "60m"),
    Row(QUEUE, f"{CREW}.block", "60m", GONE, "queue/crew-block", W),
    Row(QUEUE, f"{CREW}.rest", "15m", GONE, "queue/crew-rest", W),
    Row(QUEUE, f"{CREW}.days_in_a_row", GONE, 5),
    Row(QUEUE, f"{CREW}.days_in_a_row", 4, 3, "queue/crew-days-in-a-row", S),
    Row(QUEUE, f"{CREW}.shift", GONE, "480m"),
    Row(QUEUE, "gaps", [GAP], [{**GAP, "hours": "03:00-05:00"}], "queue/gap-hours", S),
    Row(QUEUE, "gaps", [GAP], [{**GAP, "timezone": "UTC"}], "queue/gap-hours", U),
    Row(QUEUE, "severity", "P2", "P3", "queue/severity", W),
    Row(QUEUE, "tier", "vendor", "public", "queue/tier", W),
    Row(QUEUE, "tier", "vendor", "restricted", "queue/tier", S),
    Row(QUEUE, "exposure", GONE, "E0"),
    Row(QUEUE, "exposure", GONE, "E2", "queue/exposure", S),
    Row(QUEUE, "volume.by_hour", HOURS, HOURS[::-1], "queue/volume", U),
    Row(QUEUE, "volume.busy_day", GONE, 100),
    Row(QUEUE, "volume.busy_day", GONE, 150, "queue/volume", U),
    Row(QUEUE, "handling", "6m", "360s"),
    Row(QUEUE, "handling_by_language", {}, {"pt": "8m"}, "queue/handling", U),
    Row(QUEUE, "occupancy", GONE, "75%"),
    Row(QUEUE, "occupancy", "75%", "75.0%"),
    Row(QUEUE, "occupancy", "80%", "8%", "queue/occupancy", S),
    Row(QUEUE, "title", "User reports", "Reports", "document/wording", N),
    Row(TRAINING, "test.attempts", GONE, 2),
    Row(TRAINING, "test.attempts", 2, 1, "training/attempts", S),
    Row(TRAINING, "test.then", "Off the queue", "On the queue", "training/failed", U),
    Row(TRAINING, "valid", "12mo", "1y", "training/valid", U),
    Row(TRAINING, "valid", "180d", "90d", "training/valid", S),
    Row(TRAINING, "opens", GONE, "internal", "training/opens", W),
    Row(TRAINING, "opens", "internal", "vendor", "training/opens", S),
    Row(TRAINING, "certified.0.people", 9, 10, "training/certified-people", S),
    Row(LIMIT, "applies_to", GONE, ["desk"], "exposure-limit/applies-to", W),
    Row(LIMIT, "applies_to", ["desk"], ["desk", "legal"], "exposure-limit/applies-to", S),
    Row(LIMIT, "levels.0.per_day", "8h", "6h", "exposure-limit/per-day", S),
    Row(LIMIT, "levels.0.block", "45m", GONE, "exposure-limit/block", W),
    Row(LIMIT, "levels.0.rest", "15m", GONE, "exposure-limit/rest", W),
    Row(LIMIT, "levels.0.days_in_a_row", 3, GONE, "exposure-limit/days-in-a-row", W),
    Row(LIMIT, "levels.0.rotate_off", "6mo", GONE, "exposure-limit/rotate-off", W),
    Row(LIMIT, "levels.0.opt_in", GONE, False),
    Row(LIMIT, "levels.0.output_targets", GONE, True),
    Row(LIMIT, "levels.0.output_targets", GONE, False, "exposure-limit/output-targets", S),
    Row(LIMIT, "care", ["A counsellor"], ["A counsellor on call"], "exposure-limit/care", U),
    Row(LIMIT, "care", ["A counsellor"], ["Fruit"], "exposure-limit/care", W),
)
QUALITY = (
    Row(CHECKS, "samples.0.at_least", 457, 500, "quality-program/sample-size", S),
    Row(CHECKS, "samples.0.per", "7d", "1d", "quality-program/sample-rhythm", S),
    Row(CHECKS, "samples.0.share", "5%", GONE, "quality-program/sample-share", W),
    Row(CHECKS, "samples.0.population", GONE, 2000, "quality-program/sample-source", U),
    Row(CHECKS, "samples.0.promises.confidence", GONE, 95),
    Row(CHECKS, "samples.0.promises.confidence", 95, 90, "quality-program/sample-precision", W),
    Row(CHECKS, "samples.0.promises.margin", "2%", "1%", "quality-program/sample-precision", S),
    Row(CHECKS, "samples.0.promises.expected", "95%", "90%", "quality-program/sample-precision", U),
    Row(
        CHECKS,
        "samples.0.promises",
        {"expected": "95%", "margin": "2%"},
        GONE,
        "quality-program/sample-precision",
        W,
    ),
    Row(
        CHECKS,
        "double_review",
        [BOTH],
        [{**BOTH, "severity": ["P0"]}],
        "quality-program/double-review-severity",
        W,
    ),
    Row(
        CHECKS,
        "golden_sets",
        [GOLD],
        [{**GOLD, "refresh": "9%"}],
        "quality-program/golden-refresh",
        W,
    ),
    Row(
        CHECKS,
        "golden_sets",
        [GOLD],
        [{**GOLD, "harms": ["fraud"]}],
        "quality-program/golden-makeup",
        S,
    ),
    Row(CHECKS, "gates.0.at_least", 0.9, 0.95, "quality-program/gate-figure", S),
    Row(CHECKS, "gates.0.at_least", 1, 1.0),
    Row(CHECKS, "gates.0.minimum_sample", 200, GONE, "quality-program/gate-minimum-sample", W),
    Row(CHECKS, "gates.0.confidence", 95, 99, "quality-program/gate-confidence", S),
    Row(CHECKS, "gates.0.opens", "fraud-ring", GONE, "quality-program/gate-below", W),
    Row(
        CHECKS,
        "calibration",
        TOGETHER,
        {**TOGETHER, "runbook": "block-account"},
        "quality-program/calibration-people",
        S,
    ),
    Row(FIGURE, "target", [0.95], GONE, "indicator/target", W),
    Row(FIGURE, "target", [0.95], [0.97], "indicator/target", S),
    Row(FIGURE, "warn", 0.93, GONE, "indicator/alarms", W),
    Row(FIGURE, "act", 0.9, 0.92, "indicator/alarms", S),
    Row(FIGURE, "unit", "share", "ratio", "indicator/formula", U),
    Row(FIGURE, "where", {"TP": "Right"}, {"TP": "Rightly found"}, "indicator/formula", U),
    Row(FIGURE, "source.fields", ["decision"], ["verdict"], "indicator/source", U),
    Row(FIGURE, "every", "7d", "1d", "indicator/rhythm", S),
    Row(VENDOR, "scorecard", {**CARD, "at_most": "10%"}, CARD, "vendor/credit-limit", S),
    Row(VENDOR, "scorecard", CARD, {**CARD, "every": "1y"}, "vendor/scorecard-rhythm", W),
)
READINESS = (
    Row(
        POLICY,
        "effective",
        "2026-11-20T09:00:00+00:00",
        "2026-12-20T09:00:00+00:00",
        "policy-change/effective",
        U,
        W,
    ),
    Row(POLICY, "effective", "2026-11-20T09:00:00+00:00", "2026-11-20T10:00:00+01:00"),
    Row(
        POLICY,
        "gates.0.done",
        "2026-11-16T09:00:00+00:00",
        "2026-11-15T09:00:00+00:00",
        "policy-change/gate-done",
        U,
    ),
    Row(POLICY, "gates.0.result", "12 cases", GONE, "policy-change/gate-record", W),
    Row(POLICY, "emergency", HURRY, {**HURRY, "why": "Money"}, "policy-change/emergency", U),
    Row(
        POLICY,
        "emergency",
        HURRY,
        {**HURRY, "gates_by": "2026-11-30T09:00:00Z"},
        "policy-change/emergency-end",
        S,
    ),
    Row(POLICY, "documents", ["playbook:fraud-ring"], [], "policy-change/goes-with", W),
    Row(POLICY, "policy", "Fraud, version 2", "Fraud, version 3", "policy-change/policy", U),
    Row(DRILL, "every", "90d", "30d", "drill/rhythm", S),
    Row(DRILL, "goals", ["Every clock is met"], ["Each clock is met"], "drill/goal", U),
    Row(DRILL, "hour", GONE, "03:00", "drill/form", U),
    Row(DRILL, "held.0.found", [], ["A wrong number"], "drill/record", U),
    Row(DRILL, "held.0.record", "Notes", GONE, "drill/record", U),
)


@pytest.mark.parametrize(
    "row", [*DAILY, *QUALITY, *READINESS], ids=lambda row: f"{row.key} {row.path} {row.kind}"
)
def test_an_edit_has_its_direction_and_backwards_the_other_one(row: Row) -> None:
    holds(row)


def changed(*edits: tuple[str, str, Any, Any]) -> tuple[Change, ...]:
    """The changes of the smallest book when several fields (document, path, before, after) are edited at once."""
    both = (smallest.data(), smallest.data())
    for key, path, *values in edits:
        for data, value in zip(both, values, strict=True):
            put(data[key], path, value)
    return edited(Books(*map(smallest.book, both)))


@pytest.mark.parametrize(
    ("way", "before", "after", "direction"),
    [
        ("lower", [3], [4], W),
        ("lower", [4], [3], S),
        ("within", [0.8, 1.2], [0.9, 1.1], S),
        ("within", [0.8, 1.2], [0.7, 1.2], W),
        ("within", [0.8, 1.2], [0.7, 1.1], U),
        ("within", [0.8, 1.2], [0.9, 1.3], U),
        ("within", [0.8, 1.2], [0.8], U),
    ],
)
def test_what_is_harder_to_reach_depends_on_the_way_that_is_better(
    way: str, before: list[float], after: list[float], direction: Direction
) -> None:
    (found,) = changed((FIGURE, "direction", way, way), (FIGURE, "target", before, after))
    assert (found.kind, found.direction, found.how) == ("indicator/target", direction, How.CHANGED)
    assert str(found.new) == "indicator:right-share.target"


@pytest.mark.parametrize(
    ("way", "direction"), [("higher", W), ("lower", S), ("within", U)], ids=str
)
def test_an_alarm_that_is_lower_comes_later_or_sooner(way: str, direction: Direction) -> None:
    (found,) = changed((FIGURE, "direction", way, way), (FIGURE, "warn", 0.93, 0.9))
    assert (found.kind, found.direction) == ("indicator/alarms", direction)


def test_figures_of_a_direction_that_was_turned_are_for_a_reader() -> None:
    found = changed(
        (FIGURE, "direction", "higher", "lower"),
        (FIGURE, "target", [0.95], [0.93]),
        (FIGURE, "warn", 0.93, 0.94),
    )
    assert {(one.kind, one.direction) for one in found} == {
        ("indicator/direction", U),
        ("indicator/target", U),
        ("indicator/alarms", U),
    }


@pytest.mark.parametrize(
    ("exposure", "direction"), [("E0", U), ("E1", U), ("E2", W), ("E3", W)], ids=str
)
def test_a_longer_day_is_weaker_on_heavy_material_as_its_harms_say(
    exposure: str, direction: Direction
) -> None:
    (found,) = changed(
        ("harm:fraud", "exposure", exposure, exposure), (QUEUE, f"{CREW}.on_queue", "6h", "7h")
    )
    assert (found.kind, found.direction) == ("queue/crew-time", direction)


def test_a_crew_on_a_watch_that_gets_hours_of_its_own_is_for_a_reader() -> None:
    (found,) = changed(
        (QUEUE, f"{CREW}.who", "watch", "watch"),
        (QUEUE, f"{CREW}.site", GONE, GONE),
        (QUEUE, f"{CREW}.hours", GONE, "08:00-16:00"),
    )
    assert (found.kind, found.direction) == ("queue/crew-hours", U)


def test_cases_that_come_at_other_hours_are_one_change_that_shows_the_day() -> None:
    found = changed((QUEUE, "volume.by_hour", HOURS, [3] * 12 + [5] * 12))
    (only,) = set(found)
    assert only.before.startswith("72 a day, by hour: 2, 2, ")
    assert only.after.startswith("96 a day, by hour: 3, 3, ")
    assert only.how is How.CHANGED and str(only.new) == "queue:reports.volume.by_hour"


def test_another_order_of_the_parts_of_a_training_is_told() -> None:
    parts = [{"id": id, "title": "T", "takes": "1h"} for id in ("one", "two")]
    (found,) = changed((TRAINING, "modules", parts, parts[::-1]))
    assert (found.kind, found.how, found.direction) == ("training/module", How.MOVED, U)


def test_the_same_records_in_another_order_say_the_same() -> None:
    held = [{"day": f"2026-0{n}-20", "groups": ["desk"], "outcome": "met"} for n in (9, 6)]
    assert changed((DRILL, "held", held, held[::-1])) == ()


def test_an_action_that_was_moved_is_named_with_its_day() -> None:
    action = {"what": "Mend the pager", "owner": "desk", "due": "2026-12-01"}
    (found,) = changed(
        (DRILL, "held.0.actions", [action], [{**action, "due": "2027-01-01"}]),
    )
    assert found.what == "`2026-11-10`, `Mend the pager`: by when it is mended"
    assert (found.before, found.after) == ("2026-12-01", "2027-01-01")


def test_people_with_a_certificate_are_named_by_group_and_site() -> None:
    (found,) = changed((TRAINING, "certified.0.people", 9, 8))
    assert found.what.startswith("`vendor-one porto`: ")


@pytest.mark.parametrize(
    ("key", "path", "before", "after"),
    [
        (QUEUE, "worked_by.0.standby", GONE, True),
        (QUEUE, "needs", ["basics"], []),
        (QUEUE, "gaps", [], [GAP]),
        (LIMIT, "levels.0.opt_in", True, False),
        (LIMIT, "levels.0.per_day", "4h", "8h"),
        (CHECKS, "gates", [], GONE),
        (CHECKS, "gates.0.at_least", 0.9, 0.8),
        (POLICY, "emergency", GONE, HURRY),
        (POLICY, "gates.0.done", "2026-11-16T09:00:00Z", "2026-11-15T09:00:00Z"),
        (DRILL, "held.0.outcome", "met", "stopped"),
        (DRILL, "held", [{"day": "2026-11-10", "groups": ["desk"], "outcome": "met"}], []),
    ],
    ids=str,
)
def test_what_nobody_may_overlook_is_critical(key: str, path: str, before: Any, after: Any) -> None:
    if path == "gates":
        before = smallest.data()[key]["gates"]
    (found,) = changed((key, path, before, [] if path == "gates" else after))
    assert found.weight is Weight.CRITICAL


def leaves(shape: Shape, at: str = "") -> list[str]:
    """Every field below a shape that an edit may name and no name of an item tells."""
    if isinstance(shape, Fields):
        inner = ((f"{at}.{name}".lstrip("."), one.shape) for name, one in shape.fields.items())
        return [path for name, one in inner for path in leaves(one, name)]
    if isinstance(shape, Many):
        return [f"{at}.*", *leaves(shape.item, f"{at}.*")]
    return leaves(shape.value, f"{at}.*") if isinstance(shape, Table) else [at]


# What names an item of a list: with another name it is another item.
NAMES = {
    "queue": {"worked_by.*.id", "gaps.*.language"},
    "training": {"modules.*.id", "certified.*.who", "certified.*.site"},
    "exposure-limit": {"levels.*.level", "after_incidents.*.severity"},
    "quality-program": {f"{name}.*.id" for name in ("criteria", "samples", "golden_sets", "gates")}
    | {"double_review.*.of"},
    "policy-change": {"gates.*.gate", "gates.*.who", "gates.*.site"},
    "drill": {"held.*.day", "held.*.actions.*.what"},
    "indicator": set(),
}


@pytest.mark.parametrize("kind", sorted(NAMES))
def test_no_field_of_theirs_is_left_to_whoever_knows_no_meaning(kind: str) -> None:
    header = Document.model_fields
    unclaimed = {
        path
        for path in leaves(shape_of(KINDS[kind]))
        if path.split(".")[0] not in header and kind_of(kind, path).id == "document/field"
    }
    assert unclaimed == NAMES[kind]


def test_a_whole_limit_or_queue_that_is_gone_is_critical() -> None:
    for key in (LIMIT, QUEUE):
        before, after = smallest.data(), smallest.data()
        del after[key]
        found = edited(Books(smallest.book(before), smallest.book(after)))
        assert [(one.kind, one.direction, one.weight) for one in found] == [
            ("document/whole", W, Weight.CRITICAL)
        ]
    assert told(Row(LIMIT, "status", "active", "deprecated"))[0] == {("document/status", W)}
