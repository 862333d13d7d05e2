import pytest

import smallest
from watchbill.errors import CannotRun
from watchbill.model.book import Book
from watchbill.model.escalation import Escalation
from watchbill.model.organization import Organization
from watchbill.model.response import Playbook
from watchbill.pages.edition import edition
from watchbill.pages.hide import WITHHELD


def everything(book: Book) -> str:
    documents = (book.find(key) for key in book.keys)
    return "\n".join(one.model_dump_json(warnings=False) for one in documents if one)


@pytest.mark.parametrize("audience", ["public", "vendor", "internal"])
def test_no_word_of_what_is_restricted_is_in_a_lower_edition(canaries: Book, audience: str) -> None:
    part = edition(canaries, audience)
    said = everything(part.book)
    assert "canary" not in said.casefold()
    assert "canary" not in " ".join(part.book.keys)


def test_those_who_may_read_it_all_do(canaries: Book) -> None:
    part = edition(canaries, "restricted")
    assert part.hidden == frozenset()
    assert everything(part.book).count("Zebra canary") == everything(canaries).count("Zebra canary")


def test_an_unknown_audience_is_refused_by_name() -> None:
    with pytest.raises(CannotRun, match=r"no audience `nobody`.*public, vendor"):
        edition(smallest.book(), "nobody")


def test_without_an_audience_of_its_own_a_document_has_the_default_one() -> None:
    assert "team:desk" not in edition(smallest.book(), "vendor").book.keys
    assert "team:desk" in edition(smallest.book(), "internal").book.keys


def test_a_document_for_one_vendor_is_for_no_other_reader(with_example) -> None:  # type: ignore[no-untyped-def]
    book = with_example("kind: message\nonly: [vendor-one]\naudience: vendor")
    assert "message:notice" not in edition(book, "vendor").book.keys
    assert "message:notice" not in edition(book, "restricted").book.keys
    assert "message:notice" in edition(book, "vendor", "vendor-one").book.keys


def test_a_required_reference_to_something_hidden_keeps_no_id() -> None:
    part = edition(smallest.book(), "vendor")
    playbook = part.book.get(Playbook, "fraud-ring")
    assert playbook is not None
    assert playbook.owner == WITHHELD
    assert playbook.approvers == ()
    assert playbook.harm == "fraud"


def test_a_row_of_the_matrix_about_something_hidden_does_not_become_a_row_for_all(
    canaries: Book,
) -> None:
    matrix = edition(canaries, "internal").book.get(Escalation, "matrix")
    assert matrix is not None
    assert [row.path for row in matrix.matrix] == ["desk-first"]
    assert list(matrix.paths) == ["desk-first"]


def test_a_link_in_prose_to_something_hidden_becomes_plain_words(canaries: Book) -> None:
    playbook = edition(canaries, "internal").book.get(Playbook, "fraud-ring")
    assert playbook is not None
    said = playbook.steps[0].do or ""
    assert said.startswith("Look at the payee. See a runbook outside this edition and ")
    assert "[[runbook:block-account]]" in said


def test_a_role_keeps_its_name_when_those_who_staff_it_are_hidden(with_example) -> None:  # type: ignore[no-untyped-def]
    book = with_example("kind: organization\naudience: public\n---\nkind: team\naudience: public")
    org = edition(book, "public").book.get(Organization, "org")
    assert org is not None
    assert {role.staffed_by for role in org.roles} == {WITHHELD}


def test_steps_that_a_scenario_names_go_with_the_step(with_example) -> None:  # type: ignore[no-untyped-def]
    book = with_example(
        "kind: playbook\nsteps:\n"
        "  - {id: first-thing, title: First, role: analyst, takes: 5m}\n"
        "  - {id: quiet-thing, title: Quiet, role: analyst, takes: 5m, audience: restricted}\n"
        "---\nkind: scenario\nexpect: {visited: [first-thing, quiet-thing]}\n"
        "given: {playbook: fraud-ring, answers: {quiet-thing: 'Yes'}}\n"
    )
    part = edition(book, "internal").book
    assert "quiet-thing" not in everything(part)
