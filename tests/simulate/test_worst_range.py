"""Over which starts a playbook is proven, and for which clocks."""

from tests.simulate.build import NOON, book, steps, task, watch
from tests.simulate.proving import searched
from watchbill.model.response import Playbook
from watchbill.simulate.proof.people import HORIZON, People, people
from watchbill.simulate.proof.question import roles_of
from watchbill.simulate.proof.worst import prove, search
from watchbill.timeline.zones import DAY

# The midnight (UTC) that begins the day of judgement, 23 November; the watches begin on the 30th.
TODAY = NOON - NOON % DAY - 9 * DAY
BEGUN = TODAY + 7 * DAY


def later(day: str) -> str:
    return watch("legal-watch", ("24h", "c"), answers="5m").replace("2026-11-30", day)


def playbook(of) -> Playbook:
    return of.get(Playbook, "fraud-ring")


MAIN = task("one", rest="starts: [beside], reaches: [contained]")


def test_a_playbook_is_proven_from_the_first_watch_of_all_whom_it_counts_on():
    for day, days in (("2026-11-30", 7), ("2026-12-10", 17), ("2026-11-01", 7)):
        # Counsel is paged at the second level, works in a side line, or is nobody.
        for of in (
            book(later(day), steps(MAIN, beside=task("side"))),
            book(later(day), steps(MAIN, beside=task("side", role="counsel"))),
        ):
            assert prove(of, playbook(of)).range == (TODAY + days * DAY, TODAY + HORIZON * DAY)


def test_one_who_works_in_a_side_line_only_is_counted_on():
    of = book(
        later("2026-12-10"),
        "kind: escalation\npaths:\n  main:\n    title: Path\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [analyst]}\nmatrix:\n  - {path: main}\n",
        steps(MAIN, beside=task("side", role="counsel")),
    )
    assert roles_of(playbook(of)) == ["analyst", "counsel"]
    assert prove(of, playbook(of)).range.start == TODAY + 17 * DAY


def test_one_who_is_only_told_of_a_case_is_counted_on():
    of = book(
        later("2026-12-10"),
        "kind: escalation\npaths:\n  main:\n    title: Path\n    decides: analyst\n    levels:\n"
        "      - {after: 0m, page: [analyst], tell: [counsel]}\nmatrix:\n  - {path: main}\n",
        steps(MAIN, beside=task("side")),
    )
    assert prove(of, playbook(of)).range.start == TODAY + 17 * DAY


def test_where_all_begins_behind_the_days_that_are_looked_at_nothing_is_proven():
    of = book(later("2027-02-01"), steps(MAIN, beside=task("side")))
    proof = search(of, playbook(of), People(of, TODAY, 60))
    assert (proof.worst, proof.range.start == proof.range.end, proof.ways) == ((), True, 0)


MATRIX = (
    "kind: escalation\npaths:\n  main:\n    title: Path\n    decides: analyst\n    levels:\n"
    "      - {{after: 0m, page: [analyst]}}\nmatrix:\n  - {{path: main, {}}}\n"
)


def test_a_path_that_is_taken_only_before_the_first_watch_is_not_proven():
    friday = 'kind: calendar\nhours:\n  - {days: [fri], hours: "09:00-17:00"}\n'
    of = book(friday, MATRIX.format("hours: office"), steps(MAIN, beside=task("side")))
    # From the Monday on which the watches begin until the Thursday behind it, and until the Saturday.
    for days, worst in ((10, ()), (12, ("acknowledged", "contained"))):
        proof = search(of, playbook(of), People(of, TODAY, days))
        assert proof.range == (BEGUN, TODAY + days * DAY)
        assert tuple(one.clock.id for one in proof.worst) == worst


def test_the_path_of_its_harm_is_taken():
    for harm, worst in (("fraud", ["acknowledged", "contained"]), ("other", [])):
        of = book(MATRIX.format(f"harm: [{harm}]"), steps(MAIN, beside=task("side")))
        assert [one.clock.id for one in prove(of, playbook(of)).worst] == worst


def test_nothing_is_proven_where_nobody_works_and_nobody_is_paged():
    of = book(MATRIX.format("playbook: [other]"), steps("id: one, wait: case-opened"))
    proof = prove(of, playbook(of))
    assert (proof.range, proof.worst) == ((TODAY, TODAY + HORIZON * DAY), ())


def test_a_law_that_binds_at_no_whole_minute_of_the_starts_is_not_late():
    def proven(first: int) -> list[str]:
        of = book(
            "kind: obligation\ndue: 48h\nstarts: notice-received\nin_force: {from: 2026-12-02}\n",
            steps(
                task("one", "30s", rest="marks: [notice-received]"),
                task("two", "0m", rest="discharges: [answer-law]"),
                duties="answer-law",
                more="begins: [case-opened]\n",
            ),
        )
        found = searched(of, playbook(of), range(first, first + 1), "law")
        return [one.clock.id for one in found.worst]

    # Counsel answers at 10, the analyst is there 2 later: the event comes 12 minutes and a half after the start.
    midnight = (NOON - NOON % DAY) // 60
    assert proven(midnight - 13) == []
    assert proven(midnight - 12) == ["answer-law"]


def test_over_so_many_days_as_are_asked_for_and_the_clocks_that_are_wanted():
    of = book(steps(MAIN, beside=task("side")))
    assert prove(of, playbook(of), days=30).range == (BEGUN, TODAY + 30 * DAY)
    found = prove(of, playbook(of), lambda clock: clock.id == "contained")
    assert [one.clock.id for one in found.worst] == ["contained"]
    assert [one.clock.id for one in prove(of, playbook(of)).worst] == ["acknowledged", "contained"]
    assert people(of).start == TODAY


def test_clocks_are_told_in_the_order_of_the_playbook_laws_first():
    of = book(
        "kind: obligation\nid: other-law\ndue: 24h",
        steps(
            task("one", rest="discharges: [other-law, answer-law], reaches: [resolved, contained]"),
            duties="other-law, answer-law",
        ),
    )
    assert [(one.clock.kind, one.clock.id) for one in prove(of, playbook(of)).worst] == [
        ("law", "other-law"),
        ("law", "answer-law"),
        ("guard", "answer-law"),
        ("target", "acknowledged"),
        ("target", "contained"),
        ("target", "resolved"),
    ]
