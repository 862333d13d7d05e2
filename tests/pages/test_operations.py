"""The pages of daily work, quality and readiness: all that a document says, to those only who may read it."""

import html
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import smallest
from tests.pages.daily import DAILY, KEYS, daily
from watchbill.model.base import Inner, Ref
from watchbill.model.book import Book
from watchbill.model.operations import ExposureLimit
from watchbill.model.readiness import Drill
from watchbill.model.shape import marked
from watchbill.pages.desk import Desk
from watchbill.pages.documents import PAGES
from watchbill.pages.edition import edition
from watchbill.pages.hide import WITHHELD
from watchbill.pages.leaks import leaks, secrets
from watchbill.pages.make import spoken
from watchbill.pages.page import markdown
from watchbill.pages.site import all_pages

GOLDEN = Path(__file__).parent / "golden"
DeskFor = Callable[..., Desk]


def page_of(desk: Desk, key: str) -> str:
    document = desk.book.find(key)
    assert document is not None
    return markdown(PAGES[document.kind](desk, document))


def words_of(page: str) -> str:
    """What a reader sees of a page, without its tags."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_as_it_was(desk_for: DeskFor, key: str) -> None:
    golden = GOLDEN / f"{key.replace(':', '-')}.md"
    made = (page_of(desk_for(daily(), "internal"), key) + "\n").replace("><", ">\n<")
    if os.environ.get("WATCHBILL_UPDATE_GOLDEN"):
        golden.write_text(made, "utf-8")
    assert made == golden.read_text("utf-8")


def said_in(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text and every figure of plain data with the field that it stands in."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from said_in(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from said_in(one, name)
    elif not isinstance(value, bool):
        yield name, str(value)


# Fields whose values stand on a page in other words: names by their titles, lengths and days in words.
TOLD_OTHERWISE = {
    *("kind", "id", "owner", "last", "every", "per", "takes", "rest", "block", "shift", "valid"),
    *(
        "on_queue",
        "per_day",
        "rotate_off",
        "handling",
        "handling_by_language",
        "pt",
        "days",
        "site",
    ),
    *("who", "groups", "decides", "agreed_by", "roles", "harms", "clocks", "playbooks", "opens"),
    *(
        "service_level",
        "needs",
        "queues",
        "documents",
        "trainings",
        "indicator",
        "tier",
        "applies_to",
    ),
    *("runbook", "service_levels", "reads", "playbook", "owner", "measure", "gate", "outcome"),
    *("direction", "done", "effective", "gates_by", "at", "audience", "max_audience", "status"),
    *("approvers", "script", "handles", "incident_notice", "channel", "answers_within"),
}


@pytest.mark.parametrize("key", KEYS)
def test_a_page_shows_every_text_and_figure_of_its_document(desk_for: DeskFor, key: str) -> None:
    page = words_of(page_of(desk_for(daily(), "internal"), key))
    data = smallest.overlaid(DAILY)[key]
    missing = [
        (name, value)
        for name, value in said_in(data)
        if name not in TOLD_OTHERWISE and value not in page
    ]
    assert missing == []


@pytest.mark.parametrize("key", KEYS)
def test_a_page_names_every_document_that_its_document_names(desk_for: DeskFor, key: str) -> None:
    desk = desk_for(daily(), "internal")
    page, document = page_of(desk, key), desk.book.find(key)
    assert document is not None
    for path, mark, value in marked(document):
        if isinstance(mark, Ref):
            kinds = (value.partition(":")[0],) if mark.kinds == ("*",) else mark.kinds
            titles = [desk.title(kind, value.rpartition(":")[2]) for kind in kinds]
            title = next(one for one in titles if one)
            assert html.escape(title) in page, path
        elif isinstance(mark, Inner) and mark.of == "role":
            assert desk.role_name(value) in page, path


# What a reader of the vendor's tier must not learn: of the other vendor, and of the people of the desk.
OTHERS = (
    *("vendor-two", "Vendor Two", "far coast", "lima", "Lima", "over there", "second vendor"),
    *("41", "23 people", "59", "37 of 41", "0.62", "2026-10-02", "2026-12-05"),
)


def test_a_reader_below_the_tier_sees_nothing_of_another_vendor(desk_for: DeskFor) -> None:
    book = daily()
    own = edition(book, "vendor", "vendor-one")
    hidden = secrets(book, own, spoken())
    pages = [
        (page.path, markdown(page)) for page in all_pages(desk_for(book, "vendor", "vendor-one"))
    ]
    assert leaks(pages, hidden) == []
    for key in KEYS:
        said = words_of(page_of(desk_for(book, "vendor", "vendor-one"), key))
        assert [one for one in OTHERS if re.search(rf"\b{re.escape(one)}\b", said)] == [], key


def test_those_who_may_see_it_see_it(desk_for: DeskFor) -> None:
    said = " ".join(words_of(page_of(desk_for(daily(), "internal"), key)) for key in KEYS)
    for one in ("Vendor Two", "Limaville", "23 people", "37 of 41", "far coast to answer"):
        assert one in said


def test_a_crew_and_a_certificate_go_with_their_people(desk_for: DeskFor) -> None:
    desk = desk_for(daily(), "vendor", "vendor-one")
    queue, training = (page_of(desk, key) for key in ("queue:reports", "training:basics"))
    assert queue.count("17 people") == 1 and "1 person" not in queue and "standby" not in queue
    assert "9 of 13" in training and "2026-10-03" not in training and "others" not in training


def test_a_gate_of_a_team_stays_without_who_did_it_and_where_that_is_kept(
    desk_for: DeskFor,
) -> None:
    said = words_of(page_of(desk_for(daily(), "vendor"), "policy-change:wider-fraud"))
    assert "12 cases were added" in said and "Folder of the desk" not in said
    assert "9 of 9 passed" in said and "alpha" not in said


def test_a_limit_for_somebody_hidden_is_not_said_to_hold_for_everybody(desk_for: DeskFor) -> None:
    book = smallest.book(
        smallest.overlaid(DAILY.replace("[vendor-one, vendor-two]", "[vendor-two]"))
    )
    said = words_of(page_of(desk_for(book, "vendor"), "exposure-limit:limits"))
    assert "others" in said and "everybody, vendors included" not in said
    limit = edition(book, "vendor").book.get(ExposureLimit, "limits")
    assert limit is not None and limit.applies_to == (WITHHELD,)
    everybody = smallest.book(smallest.overlaid("kind: exposure-limit\naudience: vendor\n"))
    said = words_of(page_of(desk_for(everybody, "vendor"), "exposure-limit:limits"))
    assert "everybody, vendors included" in said


def test_a_drill_of_hidden_playbooks_says_neither_which_nor_that_it_was_all(
    desk_for: DeskFor,
) -> None:
    book = smallest.book(smallest.overlaid(DAILY + "\n---\nkind: playbook\naudience: restricted\n"))
    said = words_of(page_of(desk_for(book, "vendor"), "drill:fire-drill"))
    assert "watchbill drill" not in said and "fraud" not in said.casefold()
    drill = edition(book, "vendor").book.get(Drill, "fire-drill")
    assert drill is not None and drill.held[0].playbooks == (WITHHELD,)


@pytest.mark.parametrize("key", KEYS)
def test_a_page_of_the_least_that_a_document_says(desk_for: DeskFor, key: str) -> None:
    data = smallest.data()
    if key == "drill:fire-drill":
        del data[key]["held"]
    said = page_of(desk_for(smallest.book(data)), key)
    assert "None" not in words_of(said) and "<dd></dd>" not in said


EVIL = "<img src=x onerror=alert(1)>\"'&[x](javascript:y){: #z }`*_|"
PLAIN = {
    *("kind", "id", "owner", "who", "site", "timezone", "every", "per", "takes", "day", "due"),
    *("done", "at", "gates_by", "effective", "last", "measured", "outcome", "gate", "measure"),
    *("level", "severity", "exposure", "form", "unit", "direction", "told_as", "share", "margin"),
}


def attacked(book: dict[str, dict[str, Any]]) -> Iterator[tuple[str, Book]]:
    """The book with an attack in one text at a time, wherever the model takes it."""
    for key in KEYS:
        for path, text in texts(book[key]):
            data = {**book, key: put(book[key], path, f"{text} {EVIL}")}
            try:
                yield f"{key}.{'.'.join(map(str, path))}", smallest.book(data)
            except AssertionError:
                continue


def texts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    inner = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for name, one in inner:
        yield from texts(one, (*path, name))
    if isinstance(value, str) and path[-1] not in PLAIN:
        yield path, value


def put(value: Any, path: tuple[Any, ...], text: str) -> Any:
    if not path:
        return text
    first, *rest = path
    if isinstance(value, list):
        return [put(one, tuple(rest), text) if at == first else one for at, one in enumerate(value)]
    return {
        name: put(one, tuple(rest), text) if name == first else one for name, one in value.items()
    }


def test_an_attack_in_any_text_stays_text(desk_for: DeskFor) -> None:
    seen = []
    for where, book in attacked(smallest.overlaid(DAILY)):
        desk = desk_for(book, "internal")
        said = page_of(desk, where.split(".")[0])
        assert "<img" not in said and 'href="javascript' not in said, where
        if "&lt;img src=x" in said:
            seen.append(where)
    assert len(seen) > 30
    for field in ("gates.0.below", "care.0", "gaps.0.then", "where.TP", "held.0.actions.0.what"):
        assert any(where.endswith(field) for where in seen), field
