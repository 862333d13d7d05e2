"""Two documents are compared by what they say, never by how it is written."""

from copy import deepcopy
from typing import Any

import pytest

from tests import smallest
from watchbill.diff.change import How
from watchbill.diff.edits import Edit, edits
from watchbill.load.validate import validate
from watchbill.model.base import Document


def document(data: dict[str, Any]) -> Document:
    found = validate(deepcopy(data))
    assert isinstance(found, Document), found
    return found


def between(key: str, **changed: Any) -> list[Edit]:
    data = smallest.data()[key]
    other = {**deepcopy(data), **changed}
    return edits(document(data), document({name: one for name, one in other.items() if one != ""}))


@pytest.mark.parametrize("key", smallest.data())
def test_a_document_does_not_differ_from_itself(key: str) -> None:
    assert between(key) == []


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        ("service-level:promise", {"warn_at": [50, 75, 90]}),
        ("service-level:promise", {"attainment": {"over": "28d", "share": "95%"}}),
        ("schedule:watch", {"overlap": "0m"}),
        ("schedule:watch", {"answers_within": "120s"}),
        ("playbook:fraud-ring", {"obligations": ["answer-law"], "lines": {}, "status": "active"}),
        ("team:desk", {"tags": []}),
    ],
    ids=str,
)
def test_a_default_that_is_written_out_and_a_length_in_another_unit_say_the_same(
    key: str, changed: dict[str, Any]
) -> None:
    assert between(key, **changed) == []


def test_hours_and_instants_are_compared_by_what_they_mean() -> None:
    data = smallest.data()["schedule:watch"]
    shift = data["shifts"][0]
    swap = {"to": "2027-01-01T09:00:00Z", "shift": "all", "member": "desk-02", "reason": "Leave"}
    one = {**data, "overrides": [{"from": "2027-01-01T08:00:00Z", **swap}]}
    other = {**data, "overrides": [{"from": "2027-01-01T09:00:00+01:00", **swap}]}
    other["shifts"] = [{**shift, "hours": "00:00-24:00"}]
    assert edits(document(one), document(other)) == []


def test_a_scalar_that_differs_is_told_with_both_values_and_its_place() -> None:
    (found,) = between("schedule:watch", answers_within="3m")
    assert (found.field, found.how) == ("answers_within", How.CHANGED)
    assert (str(found.before), str(found.after)) == ("2m", "3m")
    assert found.old == found.new == ("answers_within",)


def test_what_is_left_out_on_one_side_came_or_went() -> None:
    (found,) = between("service-level:promise", attainment="")
    assert (found.field, found.how, found.new) == ("attainment", How.REMOVED, None)
    assert found.after is None and found.before is not None
    (found,) = between("service-level:promise", promised_to="Everybody")
    assert (found.field, found.how, found.old) == ("promised_to", How.ADDED, None)


def test_an_item_is_told_from_the_others_by_its_id_wherever_it_stands() -> None:
    steps = smallest.data()["playbook:fraud-ring"]["steps"]
    new = {"id": "look", "title": "Look", "role": "analyst", "takes": "1m"}
    found = between("playbook:fraud-ring", steps=[new, *steps])
    assert [(one.field, one.how, one.new) for one in found] == [
        ("steps.*", How.ADDED, ("steps", 0))
    ]
    longer = {**steps[2], "takes": "16m"}
    found = between("playbook:fraud-ring", steps=[new, *steps[:2], longer])
    assert [(one.field, one.old, one.new) for one in found] == [
        ("steps.*", None, ("steps", 0)),
        ("steps.*.takes", ("steps", 2, "takes"), ("steps", 3, "takes")),
    ]


def test_the_order_of_a_sequence_is_told_and_that_of_a_set_is_not() -> None:
    steps = smallest.data()["playbook:fraud-ring"]["steps"]
    (found,) = between("playbook:fraud-ring", steps=[steps[0], steps[2], steps[1]])
    assert (found.field, found.how) == ("steps", How.MOVED)
    assert (found.before, found.after) == (
        ("linked", "block", "answer"),
        ("linked", "answer", "block"),
    )
    one = {**smallest.data()["playbook:fraud-ring"], "triggers": ["One", "Two"]}
    other = {**one, "triggers": ["Two", "One"]}
    assert edits(document(one), document(other)) == []


def test_a_key_of_a_table_and_an_item_of_a_list_are_told_alone() -> None:
    targets = smallest.data()["service-level:promise"]["targets"]
    less = {**targets, "P1": {**targets["P1"], "acknowledged": "15m"}}
    del less["P2"]
    found = between("service-level:promise", targets=less)
    assert [(one.field, one.how, one.old) for one in found] == [
        ("targets.*.*", How.CHANGED, ("targets", "P1", "acknowledged")),
        ("targets.*", How.REMOVED, ("targets", "P2")),
    ]
    found = between("playbook:fraud-ring", never=["Warn the accounts", "Wait"])
    assert sorted((one.how, one.before, one.after) for one in found) == [
        (How.ADDED, None, "Wait"),
        (How.ADDED, None, "Warn the accounts"),
        (How.REMOVED, "Warn the accounts before they are closed", None),
    ]


def test_two_items_of_one_name_are_told_apart_by_their_number() -> None:
    level = {"after": "0m", "page": ["analyst"]}
    later = {"after": "9m", "page": ["analyst"]}
    path = smallest.data()["escalation:matrix"]["paths"]["desk-first"]
    one = {**smallest.data()["escalation:matrix"], "paths": {"a": {**path, "levels": [level]}}}
    other = {**one, "paths": {"a": {**path, "levels": [level, later]}}}
    one["matrix"] = other["matrix"] = [{"path": "a"}]
    (found,) = edits(document(one), document(other))
    assert (found.field, found.new) == ("paths.*.levels.*", ("paths", "a", "levels", 1))


def test_the_line_on_which_a_part_of_a_runbook_stands_says_nothing() -> None:
    data = smallest.data()["runbook:block-account"]
    other = deepcopy(data)
    for part in (*other["body"]["steps"], *other["body"]["sections"]):
        part["line"] += 7
    assert edits(document(data), document(other)) == []
