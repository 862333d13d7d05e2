"""How a worst minute is told: its lengths add up to its slack, for every book; and some are kept in full."""

import pytest

from tests.simulate.kept_books import GOLDEN, UPDATE, Kept, kept
from tests.simulate.proving import people_over, searched
from tests.simulate.random_books import STYLES
from watchbill.simulate.proof import told
from watchbill.simulate.proof.account import account
from watchbill.simulate.proof.summary import Row, summary
from watchbill.simulate.proof.when import FAR
from watchbill.timeline import spoken

# So many books of each style are told in full.
FULL = 6


def row(one: Row) -> str:
    """A row of a summary, and below it its sum and its way."""
    since = f" since {one.since}" if one.since else ""
    return (
        f"  {one.kind} {one.id} {one.severity} ({one.within}){since}: {one.left} {one.when};"
        f" {one.shared} of {one.of}\n"
        f"    {one.path} from {', '.join(one.regions)}, {one.silent} silent\n"
        f"    {one.sum}\n"
        f"    {', '.join(f'{step}: {said}' if step else said for step, said in one.way) or '-'}\n"
    )


def text(book: Kept) -> str:
    """All that is told of a book."""
    case = book.case
    people, proof = people_over(case.book, case.starts), searched(*case)
    summed = summary(case.book, people, case.playbook, proof)
    begin = spoken.instant("UTC", summed.start)
    found = f"{book.style} {book.number}: {len(case.starts)} minutes from {begin}\n"
    found += "".join(map(row, summed.rows))
    for alarm in proof.alarms:
        found += (
            f"  {alarm.share} % of {told.name(alarm.clock)} while {alarm.role} is off, at {alarm.step}:"
            f" {told.alarm(case.book, people, alarm)}\n"
        )
    return found


@pytest.mark.parametrize("style", STYLES)
def test_what_is_told_of_a_book(style):
    path = GOLDEN / f"told-{style}.txt"
    most = sorted(kept(style), key=lambda book: -len(book.found))[:FULL]
    found = "\n".join(map(text, most))
    if UPDATE:
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_the_lengths_of_a_worst_minute_follow_one_another_and_add_up_to_its_slack(style):
    for book in kept(style):
        case = book.case
        people, proof = people_over(case.book, case.starts), searched(*case)
        for worst in proof.worst:
            one = account(worst, people, proof.range)
            ends = [one.start, *(leg.end for leg in one.legs)]
            where = (style, book.number, worst.clock.id)
            assert [leg.start for leg in one.legs] == ends[:-1], where
            assert all(leg.length > 0 or leg.why in ("answer", "work") for leg in one.legs), where
            if worst.slack < -FAR:
                assert min(one.met, ends[-1]) >= FAR, where
                continue
            assert ends[-1] == one.met, where
            left = one.due - one.start - sum(leg.length for leg in one.legs)
            assert left == worst.slack or min(one.due, worst.slack) >= FAR, where
