"""What feels a change of daily work: who needs it, works under it or checks it, and no playbook's clock."""

import pytest

from tests.diff.build import books
from watchbill.diff.affects import affected
from watchbill.diff.books import Twice
from watchbill.diff.compare import compare, felt_by

QUEUE = "queue:reports"
ABOUT_QUEUE = ("indicator:right-share", "policy-change:wider-fraud", "quality-program:checks")
HEAVY = "kind: harm\nexposure: E2\n"
CREW = "kind: queue\nworked_by:\n  - {id: a, who: %s, languages: [en], people: 2, on_queue: 6h}\n"


def felt(key: str, overlay: str = "") -> tuple[str, ...]:
    """What rests on a document of the smallest book under an overlay."""
    both = books(overlay, overlay)
    document = both.after.find(key)
    return affected(both, Twice(document, document))


@pytest.mark.parametrize(
    ("key", "overlay", "keys"),
    [
        (QUEUE, "", ABOUT_QUEUE),
        ("training:basics", "", (QUEUE,)),
        (
            "training:basics",
            "kind: policy-change\ntrainings: [basics]\n",
            ("policy-change:wider-fraud", QUEUE),
        ),
        ("training:basics", "kind: queue\nneeds: []\n", ()),
        ("quality-program:checks", "", ()),
        ("policy-change:wider-fraud", "", ()),
        ("drill:fire-drill", "", ()),
        ("indicator:right-share", "", ()),
        ("exposure-limit:limits", "", (QUEUE,)),
        ("exposure-limit:limits", HEAVY, ()),
        (
            "exposure-limit:limits",
            HEAVY + "---\nkind: exposure-limit\nlevels: [{level: E2, per_day: 4h}]\n",
            (QUEUE,),
        ),
        ("exposure-limit:limits", "kind: exposure-limit\napplies_to: [desk]\n", ()),
        (
            "exposure-limit:limits",
            CREW % "watch" + "---\nkind: exposure-limit\napplies_to: [desk]\n",
            (QUEUE,),
        ),
    ],
    ids=str,
)
def test_what_feels_a_change_of_daily_work(key: str, overlay: str, keys: tuple[str, ...]) -> None:
    assert felt(key, overlay) == keys


def test_a_queue_feels_its_harm_its_promise_its_law_and_whoever_works_it() -> None:
    clock = "kind: queue\nclocks: [answer-law]\n"
    for key in ("harm:fraud", "service-level:promise", "vendor:vendor-one"):
        assert QUEUE in felt(key), key
        assert not {*ABOUT_QUEUE} & {*felt(key)}, key
    assert QUEUE in felt("obligation:answer-law", clock)
    assert QUEUE not in felt("obligation:answer-law")
    assert QUEUE in felt("schedule:watch", CREW % "watch")
    assert QUEUE not in felt("schedule:watch")


def test_who_owns_a_queue_or_is_led_to_by_it_is_not_felt_by_it() -> None:
    assert QUEUE not in felt("team:desk")
    assert QUEUE not in felt("playbook:fraud-ring", "kind: queue\nplaybooks: [fraud-ring]\n")
    assert felt("playbook:fraud-ring") == ("drill:fire-drill", "scenario:night")


def test_a_scorecard_feels_its_figure_and_hands_nothing_on() -> None:
    card = (
        "kind: organization\nroles:\n"
        "  - {id: analyst, title: A, what: Works., staffed_by: vendor-one, page: true}\n"
        "  - {id: counsel, title: C, what: Decides., staffed_by: legal-watch, page: true}\n---\n"
        "kind: vendor\nscorecard:\n  every: 1mo\n"
        "  rows: [{id: right, title: Right, weight: 100, indicator: right-share}]\n"
    )
    assert felt("indicator:right-share", card) == ("vendor:vendor-one",)
    assert "playbook:fraud-ring" in felt("vendor:vendor-one", card)


def test_how_people_calibrate_feels_its_procedure() -> None:
    held = (
        "kind: quality-program\n"
        "calibration: {every: 14d, cases: 20, who: [analyst], runbook: block-account}\n"
    )
    assert "quality-program:checks" in felt("runbook:block-account", held)


@pytest.mark.parametrize(
    "change",
    [
        "kind: queue\nhandling: 9m\n",
        "kind: training\nvalid: 360d\n",
        "kind: exposure-limit\nlevels: [{level: E0, per_day: 9h}]\n",
        "kind: quality-program\ngates: []\n",
        "kind: policy-change\ngates: []\n",
        "kind: drill\nevery: 180d\n",
        "kind: indicator\ntarget: [0.9]\n",
    ],
)
def test_no_clock_is_proven_anew_for_daily_work(change: str) -> None:
    changes = compare(books("", change)).changes
    assert changes and felt_by(changes) == set()
