"""Every kind of change has a page whose example it tells, forwards and backwards."""

import pytest

from tests import smallest
from tests.diff.build import edited
from watchbill.diff.books import Books
from watchbill.diff.change import Change, Direction
from watchbill.diff.kinds import Kind, all_kinds, kind_of
from watchbill.diff.page import parse

KINDS = all_kinds()


def changes(before: str, after: str) -> tuple[Change, ...]:
    books = Books(
        *(smallest.book(smallest.overlaid(one) if one else None) for one in (before, after))
    )
    return edited(books)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_tells_its_example_and_nothing_else_does(kind: Kind) -> None:
    page = parse(kind.doc)
    found = changes(page.before, page.after)
    assert {one.kind for one in found} == {kind.id}
    assert {
        str(one.direction) for one in found if one.direction.rank == found[0].direction.rank
    } == {page.direction}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_same_change_made_backwards_is_its_mirror(kind: Kind) -> None:
    page = parse(kind.doc)
    there = changes(page.before, page.after)
    back = changes(page.after, page.before)
    assert str(back[0].direction) == page.backwards
    assert sorted((one.kind, one.how.mirrored, one.after, one.before) for one in there) == sorted(
        (one.kind, one.how, one.before, one.after) for one in back
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_kind_is_named_as_its_module_and_says_why_it_matters(kind: Kind) -> None:
    page = parse(kind.doc)
    module = kind.judge.__module__.removeprefix("watchbill.diff.kinds.")
    assert module.replace(".", "/").replace("_", "-") == kind.id
    assert page.law.endswith(".") and page.why
    assert page.direction in tuple(Direction) and page.backwards in tuple(Direction)


def test_the_closest_kind_judges_a_field_and_what_nobody_names_is_unknown() -> None:
    assert kind_of("harm", "title").id == "document/wording"
    assert kind_of("service-level", "attainment.share").id == "service-level/attainment"
    assert kind_of("organization", "regions.*.hub").id == "document/field"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_no_two_kinds_name_a_field_as_closely(kind: Kind) -> None:
    for field in kind.fields:
        for document in kind.of:
            claims = [one.claims(document, field) for one in KINDS]
            assert claims.count(max(claims)) == 1, (document, field)
